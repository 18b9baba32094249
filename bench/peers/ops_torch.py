#!/usr/bin/env python3
"""PyTorch's side of `flambeau bench ops`: times the expressions that it reads, one a line, and answers each with a line.

A request is `threads <tab> n <tab> seconds <tab> expression`, the expression being in the operands below; the answer is the median
time of one evaluation in seconds, or `-` and the reason. Timing rule, the same on both sides: warm up in turns of half the seconds
until two in a row are no faster, then time blocks of k evaluations that last at least 0.2 ms until the seconds are spent (at least 3
blocks).
"""
import math
import sys
import time

import torch
import torch.nn.functional as F


def operands(n):
    """x, y: floats from 0.5 to 1.5; d, h, g: x as float64, float16, bfloat16; i, j: places; b: a mask; A, B, S: square matrices."""
    torch.manual_seed(0)
    x, y = torch.rand(n) + 0.5, torch.rand(n) + 0.5
    i = torch.randint(0, n, (n,))
    side = math.isqrt(n)
    m = torch.rand(side, side)
    return dict(
        x=x, y=y, i=i, j=torch.randint(0, n, (n,)), b=x > y, d=x.double(), e=y.double(), h=x.half(), g=x.bfloat16(),
        k=torch.randint(0, 100, (n,)), n=n, r=x.sort().values, one=torch.ones(1),
        A=m, B=torch.rand(side, side), S=m @ m.T + side * torch.eye(side), D=m.double(), v=torch.rand(side), side=side,
    )


def warm(f, seconds):
    best, steady = math.inf, 0
    for _ in range(40):
        start, n = time.perf_counter(), 0
        while n == 0 or time.perf_counter() < start + seconds:
            f()
            n += 1
        one = (time.perf_counter() - start) / n
        steady = steady + 1 if one > 0.95 * best else 0
        best = min(best, one)
        if steady == 2:
            break
    return one


def median(f, seconds):
    k = max(1, math.ceil(2e-4 / warm(f, seconds / 2)))
    blocks = []
    end = time.perf_counter() + seconds
    while len(blocks) < 3 or time.perf_counter() < end:
        start = time.perf_counter()
        for _ in range(k):
            f()
        blocks.append((time.perf_counter() - start) / k)
    return sorted(blocks)[len(blocks) // 2]


def answer(make):
    """Answers requests; `make(expression, n)` gives what is timed."""
    torch.set_num_interop_threads(1)
    print(torch.__version__, flush=True)
    for line in sys.stdin:
        threads, n, seconds, expression = line.rstrip("\n").split("\t")
        torch.set_num_threads(int(threads))
        try:
            print(repr(median(make(expression, int(n)), float(seconds))), flush=True)
        except Exception as error:
            print("-", str(error).replace("\n", " "), flush=True)


def main():
    made = {}

    def make(expression, n):
        if made.get("n") != n:
            made.update(operands(n))
        return eval("lambda: " + expression, {"torch": torch, "F": F} | made)

    with torch.no_grad():
        answer(make)


if __name__ == "__main__":
    main()
