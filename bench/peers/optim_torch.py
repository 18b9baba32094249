#!/usr/bin/env python3
"""PyTorch's side of `flambeau bench optim`: times steps of the optimisers that it reads, by the rule and the format of ops_torch.py.

The expression makes an optimiser; `parameters(count)` are so many of n elements, with gradients.
"""
import sys

import torch

from ops_torch import answer


def make(expression, n):
    torch.manual_seed(0)

    def parameters(count):
        made = [torch.rand(n, requires_grad=True) for _ in range(count)]
        for p in made:
            p.grad = torch.rand(n)
        return made

    return eval(expression, {"torch": torch, "parameters": parameters}).step


answer(make)
