"""Records how PyTorch prints tensors.

    python tools/record_printing.py core/src/test/resources/flambeau/tensor/printing.txt

A case is a line "@ dtype; shape; values; extra", followed by PyTorch's text. The values are numbers, or "range start step",
or "rand" from seed 0; extra is requires_grad, grad_fn, transposed, default=dtype, or the options "print name=value ..".
"""

import sys

import torch

NUMBERS = {
    "whole": "1 2 3",
    "fractions": "1 2.5 -3",
    "small": "0.0001 0.5",
    "smaller": "0.00009 0.5",
    "ratio 1000": "0.001 1",
    "ratio above": "0.00099 1",
    "large whole": "1000000 1",
    "larger whole": "100000001 1",
    "whole, ratio 1001": "1001 1",
    "large": "1e8 1.5e8",
    "larger": "2e8 1.5e8",
    "huge": "1e30 -1e-30 0",
    "zeros": "0 0 0",
    "negative zero": "-0.0 0 1",
    "negative zero, fraction": "-0.0 0 1.5",
    "negative zero, scientific": "-0.0 0 1e-10",
    "nan": "nan 1 2",
    "nan alone": "nan",
    "inf": "inf -inf 1",
    "inf, fraction": "inf -inf 1.5 nan",
    "inf, scientific": "inf -inf 1e-20 nan",
    "inf alone": "inf -inf",
    "ties": "0.00005 0.12345 2.00005 1.00015 0.5",
    "rounded up": "9.99996 1",
    "rounded up, scientific": "9.99996e10 1e-3",
    "denormal": "1e-310 5e-324",
    "largest": "1.7976931348623157e308",
    "negative": "-1.5 -22.25 -333.125",
    "widths": "1 22 333 4444",
    "exponents": "1e5 1e-5 1e100",
}

SHAPES = ["", "1", "3", "2 3", "1 1", "2 1 3", "2 2 2 2", "1 1 1 1 1", "30", "3 30", "2 20 2", "1000", "7 7 7 2"]

LARGE = ["1001", "2000", "7 200", "200 7", "40 50", "11 11 11", "2 7 90", "1 1 2000", "8 8 8 8", "1002 1", "1 1002", "6 6 40"]

OPTIONS = [
    "precision=0",
    "precision=2",
    "precision=10",
    "precision=0 sci_mode=True",
    "precision=1 sci_mode=True",
    "precision=12 sci_mode=True linewidth=40",
    "sci_mode=True",
    "sci_mode=False",
    "threshold=5",
    "threshold=0",
    "threshold=inf",
    "threshold=5 edgeitems=1",
    "threshold=5 edgeitems=0",
    "edgeitems=0",
    "edgeitems=100 threshold=1",
    "linewidth=20",
    "linewidth=0",
    "linewidth=200",
    "profile=short",
    "profile=full",
    "profile=default",
    "profile=short edgeitems=1 threshold=3",
    "profile=full precision=3 linewidth=50",
]

OPTION_TENSORS = [
    ("float32", "", "rand"),
    ("float32", "12", "rand"),
    ("float64", "3 7", "rand"),
    ("float64", "4", "1 -0.0 3e9 nan"),
    ("float32", "4", "1.5 -inf 0.00002 12345"),
    ("float16", "3", "0.1 1000 -2"),
    ("int64", "3 8", "range -7 3"),
    ("bool", "2 2 3", "range 0 1"),
    ("int32", "2 0", ""),
]


def cases():
    for name, values in NUMBERS.items():
        count = len(values.split())
        yield "float64", str(count), values, ""
        if not any(v in values for v in ("e308", "e-310", "e100")):
            yield "float32", str(count), values, ""
    for name in ("whole", "fractions", "small", "ratio above", "widths", "inf, fraction", "ties"):
        count = len(NUMBERS[name].split())
        yield "float16", str(count), NUMBERS[name], ""
        yield "bfloat16", str(count), NUMBERS[name], ""
    for shape in SHAPES:
        yield "float32", shape, "rand", ""
        yield "int64", shape, "range -3 7", ""
    for shape in LARGE:
        yield "float32", shape, "rand", ""
        yield "int64", shape, "range 0 1", ""
        yield "float64", shape, "range -0.5 0.25", ""
    for dtype in ("uint8", "int8", "int16", "int32", "bool"):
        yield dtype, "2 3", "range 0 1", ""
        yield dtype, "", "range 1 1", ""
        yield dtype, "40", "range 0 1", ""
        yield dtype, "0", "", ""
    for dtype in ("float32", "float64", "int64", "float16"):
        for shape in ("0", "2 0", "0 3 4"):
            yield dtype, shape, "", ""
    for shape in ("", "3", "2 3", "12", "40", "3 30", "0", "2 0", "40 50"):
        for extra in ("requires_grad", "grad_fn"):
            yield "float32", shape, "rand", extra
            yield "float64", shape, "rand", extra
    for shape in ("3 4", "2 3 4", "50 40"):
        yield "float32", shape, "rand", "transposed"
    for options in OPTIONS:
        for dtype, shape, values in OPTION_TENSORS:
            yield dtype, shape, values, "print " + options
        if "edgeitems" in options or "profile" in options:
            yield "float32", "9 120", "rand", "print " + options
    yield "float64", "3", "1 2 3", "default=float64"
    yield "float32", "3", "1 2 3", "default=float64"
    yield "int64", "2 0", "", "default=float64"


def make(dtype, shape, values, extra):
    dtype = getattr(torch, dtype)
    sizes = [int(n) for n in shape.split()]
    count = torch.Size(sizes).numel()
    if values == "rand":
        torch.manual_seed(0)
        x = torch.rand(sizes, dtype=dtype)
    elif values.startswith("range"):
        start, step = (float(v) for v in values.split()[1:])
        x = (torch.arange(count, dtype=torch.float64) * step + start).to(dtype).view(sizes)
    else:
        x = torch.tensor([float(v) for v in values.split()], dtype=torch.float64).to(dtype).view(sizes)
    if extra == "requires_grad":
        return x.requires_grad_()
    if extra == "grad_fn":
        return x.requires_grad_() * 2
    return x.transpose(0, -1) if extra == "transposed" else x


def options(text):
    word = lambda v: {"True": True, "False": False}.get(v, v if v.isalpha() and v != "inf" else float(v))
    found = {name: word(value) for name, value in (entry.split("=") for entry in text.split())}
    return {name: int(v) if isinstance(v, float) and v.is_integer() else v for name, v in found.items()}


if __name__ == "__main__":
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        for dtype, shape, values, extra in dict.fromkeys(cases()):
            x = make(dtype, shape, values, extra)
            if extra.startswith("default="):
                torch.set_default_dtype(getattr(torch, extra[8:]))
            with torch._tensor_str.printoptions(**(options(extra[6:]) if extra.startswith("print ") else {})):
                print(f"@ {dtype}; {shape}; {values}; {extra}", x, sep="\n", file=file)
            torch.set_default_dtype(torch.float32)
