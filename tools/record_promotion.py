"""Records the dtypes of PyTorch's results.

    python tools/record_promotion.py core/src/test/resources/flambeau/tensor/promotion.txt

A line: two operands, as float32[] and int64[2] (a shape) or the number 2 or 2.5, then the dtype of each function's result; a
dash where PyTorch refuses, a question mark where it lacks a kernel.
"""

import sys

import torch

DTYPES = "bool uint8 int8 int16 int32 int64 float16 bfloat16 float32 float64".split()
BINARY = {
    "promote": lambda a, b: torch.empty(0, dtype=torch.promote_types(a.dtype, b.dtype)),
    "add": torch.add,
    "sub": torch.sub,
    "mul": torch.mul,
    "div": torch.div,
    "floorDivide": torch.floor_divide,
    "pow": torch.pow,
    "maximum": torch.maximum,
    "eq": torch.eq,
    "lt": torch.lt,
    "logicalAnd": torch.logical_and,
    "where": lambda a, b: torch.where(torch.tensor([True, False]), a, b),
    "cat": lambda a, b: torch.cat([a, b]),
    "stack": lambda a, b: torch.stack([a, b]),
    "add_": lambda a, b: a.clone().add_(b),
    "mul_": lambda a, b: a.clone().mul_(b),
    "div_": lambda a, b: a.clone().div_(b),
    "copy_": lambda a, b: a.clone().copy_(b),
}
NUMBER = {
    "add": torch.add,
    "sub": torch.sub,
    "rsub": torch.rsub,
    "mul": torch.mul,
    "div": torch.div,
    "floorDivide": torch.floor_divide,
    "pow": torch.pow,
    "eq": torch.eq,
    "clampMin": lambda a, b: a.clamp(min=b),
    "where": lambda a, b: torch.where(torch.ones(a.shape, dtype=torch.bool), a, b),
    "add_": lambda a, b: a.clone().add_(b),
    "mul_": lambda a, b: a.clone().mul_(b),
    "div_": lambda a, b: a.clone().div_(b),
    "fill_": lambda a, b: a.clone().fill_(b),
}
UNARY = {
    "exp": torch.exp,
    "sqrt": torch.sqrt,
    "sigmoid": torch.sigmoid,
    "abs": torch.abs,
    "neg": torch.neg,
    "sign": torch.sign,
    "floor": torch.floor,
    "round": torch.round,
    "relu": torch.relu,
    "square": torch.square,
    "reciprocal": torch.reciprocal,
    "isnan": torch.isnan,
    "logicalNot": torch.logical_not,
    "sum": torch.sum,
    "mean": torch.mean,
    "prod": torch.prod,
    "var": torch.var,
    "amax": torch.amax,
    "argmax": torch.argmax,
    "any": torch.any,
    "all": torch.all,
    "softmax": lambda a: torch.softmax(a, 0),
    "matmul": lambda a: a @ a,
}


def dtype(function, *operands):
    try:
        return str(function(*operands).dtype).replace("torch.", "")
    except NotImplementedError:
        return "?"
    except RuntimeError:
        return "-"


def text(x):
    return f"{x.dtype}{list(x.shape)}".replace("torch.", "") if isinstance(x, torch.Tensor) else str(x)


if __name__ == "__main__":
    tensors = [torch.ones(shape, dtype=getattr(torch, name)) for name in DTYPES for shape in ([], [2])]
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        for functions, operands in (
            (BINARY, [(a, b) for a in tensors for b in tensors]),
            (NUMBER, [(a, n) for a in tensors for n in (2, 2.5)]),
            (UNARY, [(a,) for a in tensors]),
        ):
            for pair in operands:
                results = " ".join(f"{name}={dtype(f, *pair)}" for name, f in functions.items())
                print(*map(text, pair), results, file=file)
