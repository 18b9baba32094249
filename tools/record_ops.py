"""Records what PyTorch makes of the rows of the op table.

    java -cp core/target/classes:core/target/test-classes flambeau.tensor.OpTable view > rows.txt
    python tools/record_ops.py rows.txt core/src/test/resources/flambeau/tensor/ops/view.txt.gz

A row is the operation as a Python expression in a, b, c .. and, behind a tab, its inputs.
"""

import gzip
import sys

import torch
import torch.nn.functional as F  # rows use it


def draw(spec):
    kind, rest = spec[0], spec[2:]
    sizes, content = rest[1:].split("]", 1)
    sizes = [int(n) for n in sizes.split(",") if n.strip()]
    if kind == "v":
        values = content.strip()[1:-1].split(",")
        return torch.tensor([float(v.replace("Infinity", "inf")) for v in values], dtype=torch.float64)
    low, high = (float(v) for v in content.split())
    if kind == "i":
        return torch.randint(int(low), int(high), sizes)
    drawn = torch.rand(sizes, dtype=torch.float64)
    return drawn < 0.5 if kind == "b" else drawn * (high - low) + low


def put(y, change):
    """y after a change of a part."""
    y = y.clone()
    change(y)
    return y


def after(y, view, change):
    """A view that was taken before a change."""
    seen = view(y)
    change(y)
    return seen * 2


def text(tensor):
    dtype = str(tensor.dtype).replace("torch.", "")
    sizes = ", ".join(str(n) for n in tensor.shape)
    values = tensor.detach().double().flatten().tolist() if dtype != "int64" else tensor.flatten().tolist()
    return f"{dtype} [{sizes}] " + " ".join(repr(v) for v in values)


def record(expression, specs):
    torch.manual_seed(0)
    inputs = [draw(spec) for spec in specs.split("; ")]
    leaves = [x.requires_grad_() for x in inputs if x.is_floating_point()]
    y = eval(expression, globals() | dict(zip("abcdefgh", inputs)) | {"xs": inputs})
    fields = [expression, specs, type(y.grad_fn).__name__, text(y)]
    if y.requires_grad and type(y.grad_fn).__name__ != "NotImplemented":
        dy = torch.rand(y.shape, dtype=torch.float64) + 0.5
        y.backward(dy.to(y.dtype))
        fields += [text(torch.zeros_like(x) if x.grad is None else x.grad) for x in leaves]
    return "\t".join(fields)


if __name__ == "__main__":
    rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")]
    with open(sys.argv[2], "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") as packed:
        for expression, specs in rows:
            try:
                packed.write((record(expression, specs) + "\n").encode())
            except Exception as error:
                sys.exit(f"{expression} on {specs}: {error}")
