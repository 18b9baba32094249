"""Writes the random streams that GeneratorTest draws: those of the conformance data, and some that it lacks.

    python tools/record_random.py CONFORMANCE_FOLDER core/src/test/resources/flambeau/tensor/random.txt.gz

A line: id, seed, then for each call its function, its arguments and its result; all separated by tabs.
"""

import gzip
import json
import pathlib
import struct
import sys

import numpy as np
import torch

LARGEST = 200  # elements
NUMPY = {"F64": "f8", "F32": "f4", "I64": "i8", "I32": "i4", "U8": "u1", "BOOL": "?"}


def read(folder):
    data = (folder / "rng.safetensors").read_bytes()
    n = struct.unpack("<Q", data[:8])[0]
    tensors = {}
    for key, entry in json.loads(data[8 : 8 + n]).items():
        low, high = entry["data_offsets"]
        array = np.frombuffer(data[8 + n + low : 8 + n + high], NUMPY[entry["dtype"]])
        tensors[key] = torch.tensor(array.reshape(entry["shape"]).copy())
    return json.loads((folder / "rng.json").read_text())["cases"], tensors


def text(x):
    if not isinstance(x, torch.Tensor):
        return str(x).replace("torch.", "").lower() if not isinstance(x, (list, tuple)) else " ".join(map(str, x))
    name = str(x.dtype).replace("torch.", "")
    numbers = x.float() if x.dtype in (torch.float16, torch.bfloat16) else x
    values = " ".join(str(v) if not isinstance(v, bool) else str(int(v)) for v in numbers.flatten().numpy().tolist())
    if x.dtype == torch.float32:
        values = " ".join(str(v) for v in x.flatten().numpy())  # the shortest text of a float32
    return f"{name} [{' '.join(map(str, x.shape))}] {values}"


def call(api, inputs, expected, exact):
    arguments = "; ".join(f"{name}={text(value)}" for name, value in inputs.items())
    return [api, arguments, "exact" if exact else "near", text(expected)]


def recorded(folder):
    cases, tensors = read(folder)
    resolve = lambda v: tensors[v["tensor"]] if isinstance(v, dict) else v
    for case in cases:
        calls = case["calls"]
        if any(c["api"].startswith("nn.") for c in calls):
            continue
        if any(tensors[c["expected"]["tensor"]].numel() > LARGEST for c in calls) and len(calls) == 1:
            continue
        fields = [case["id"], str(case["rng_seed"])]
        for c in calls:
            inputs = {name: resolve(value) for name, value in c["inputs"].items()}
            fields += call(c["api"], inputs, tensors[c["expected"]["tensor"]], c["exact"])
        yield fields


def more():
    """Without bernoulli and exponential: this PyTorch may draw those by a vendor's library."""
    halves = (torch.float16, torch.bfloat16)
    for seed in (0, 7, -1, 2**32 + 5, 67280421310721):
        for dtype in halves + (torch.float32, torch.float64):
            for size in ([], [5], [0], [3, 7], [33]):
                torch.manual_seed(seed)
                calls = []
                for function, exact in ((torch.rand, True), (torch.randn, dtype not in (torch.float32, torch.float64))):
                    y = function(size, dtype=dtype)
                    calls += call(f"torch.{function.__name__}", {"size": size, "dtype": dtype}, y, exact)
                calls += call(
                    "Tensor.uniform_",
                    {"self": torch.zeros(size, dtype=dtype), "from": -0.3, "to": 0.7},
                    torch.zeros(size, dtype=dtype).uniform_(-0.3, 0.7),
                    dtype in halves,
                )
                yield [f"more/{dtype}/{size}", str(seed), *calls]
    for dtype in (torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.bool) + halves:
        torch.manual_seed(3)
        zeros = torch.zeros(9, dtype=dtype)
        calls = call("Tensor.random_", {"self": zeros}, zeros.clone().random_(), True)
        calls += call("torch.randint", {"low": 0, "high": 2, "size": [9], "dtype": dtype}, torch.randint(0, 2, [9], dtype=dtype), True)
        yield [f"more/random/{dtype}", "3", *calls]
    for name, layout in (("transposed", lambda x: x.t()), ("sliced", lambda x: x[:, ::2]), ("both", lambda x: x[:, ::2].t())):
        for function, exact in (("uniform_", True), ("normal_", False), ("random_", True)):
            torch.manual_seed(5)
            y = getattr(layout(torch.zeros(6, 8)), function)()
            yield [f"more/{name}/{function}", "5", *call(f"{name}.{function}", {}, y, exact)]
    for dtype in (torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.bool, torch.float32, torch.float64) + halves:
        torch.manual_seed(4)
        zeros = torch.zeros(9, dtype=dtype)
        calls = []
        for low, high in ((0, 2), (0, 5), (-5, 5), (0, 300), (1, 2**20), (-(2**24) - 7, 2**24 + 9), (0, 2**28), (0, 2**28 - 1), (-(2**63), 2**63 - 1), (5, None), (0, None), (-9, None)):
            try:
                y = zeros.clone().random_(low, high)
            except (RuntimeError, ValueError):
                continue
            inputs = {"self": zeros, "from": low} if high is None else {"self": zeros, "from": low, "to": high}
            calls += call("Tensor.random_", inputs, y, True)
            if high is not None:
                calls += call("torch.randint_like", {"input": zeros, "low": low, "high": high}, torch.randint_like(zeros, low, high), True)
        yield [f"more/ranges/{dtype}", "4", *calls]
    for dtype in halves + (torch.float32, torch.float64):
        torch.manual_seed(6)
        mean, std = torch.arange(20, dtype=dtype), torch.linspace(0.5, 3, 20, dtype=dtype)
        calls = call("torch.normal", {"mean": mean, "std": std}, torch.normal(mean, std), dtype in halves)
        calls += call("torch.normal", {"mean": mean, "std": 2.5}, torch.normal(mean, 2.5), dtype in halves)
        calls += call("torch.normal", {"mean": mean}, torch.normal(mean), dtype in halves)
        calls += call("torch.normal", {"mean": -1.5, "std": std}, torch.normal(-1.5, std), dtype in halves)
        calls += call("torch.normal", {"mean": mean.view(4, 5), "std": std[:5].float()}, torch.normal(mean.view(4, 5), std[:5].float()), dtype in halves)
        yield [f"more/normal/{dtype}", "6", *calls]
    for count in (0, 1, 5, 700):
        torch.manual_seed(8)
        calls = call("torch.rand", {"size": [count]}, torch.rand(count), True)
        calls += call("torch.randn", {"size": [3]}, torch.randn(3), False)
        state = torch.get_rng_state()
        calls += call("torch.get_rng_state", {}, state, True)
        calls += call("continued.randn", {"state": state}, torch.randn(3, dtype=torch.float64), False)
        yield [f"more/state/{count}", "8", *calls]
    for rates in ([0.0, 0.5, 3.0, 9.9], [10.0, 11.5, 40.0, 300.0, 1e5]):
        torch.manual_seed(11)
        x = torch.tensor(rates, dtype=torch.float64).repeat(5)
        yield [f"more/poisson/{rates}", "11", *call("torch.poisson", {"input": x}, torch.poisson(x), True)]


if __name__ == "__main__":
    with open(sys.argv[2], "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") as packed:
        for fields in [*recorded(pathlib.Path(sys.argv[1])), *more()]:
            packed.write(("\t".join(fields) + "\n").encode())
