"""Writes the files of PyTorch that CheckpointTest and PyTorchLayoutTest read.

    python tools/record_checkpoints.py nn/src/test/resources/flambeau/io
"""

import collections
import pathlib
import sys

import torch

DTYPES = ["bool", "uint8", "int8", "int16", "int32", "int64", "float16", "bfloat16", "float32", "float64"]


def everything():
    base = torch.arange(12, dtype=torch.float32).view(3, 4)
    shared = [1, "two"]
    return {
        "dtypes": {name: torch.tensor([0, 1, 2, 100]).to(getattr(torch, name)) for name in DTYPES},
        "base": base,
        "transposed": base.t(),
        "part": base[1:, ::2],
        "expanded": torch.tensor([7.5]).expand(2, 3),
        "scalar": torch.tensor(-2.5, dtype=torch.float64),
        "empty": torch.zeros(0, 3),
        "special": torch.tensor([float("nan"), float("inf"), -float("inf"), -0.0]),
        "channels_last": torch.arange(16.0).view(1, 2, 2, 4).to(memory_format=torch.channels_last),
        "leaf": torch.ones(2, requires_grad=True),
        "parameter": torch.nn.Parameter(torch.tensor([1.5, -1.5])),
        "frozen": torch.nn.Parameter(torch.zeros(1), requires_grad=False),
        "numbers": [0, -1, 255, 256, 65535, 65536, 2**31 - 1, -(2**31), 2**40, -(2**63), 2**63 - 1],
        "floats": (0.0, -0.5, 1e-3, float("inf"), 1e300),
        "texts": ["", "naïve ☀ 😀", "a" * 300],
        "none": None,
        "truth": (True, False),
        "tuples": [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)],
        "nested": {"a": [{"b": (None, [])}], 3: "int key", 2.5: "float key"},
        "ordered": collections.OrderedDict([("z", 1), ("a", 2)]),
        "dtype": torch.bfloat16,
        "size": torch.Size([2, 3]),
        "device": torch.device("cpu"),
        "twice": [shared, shared],
        "many": list(range(1001)),
    }


def trained():
    torch.manual_seed(0)
    net = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.BatchNorm1d(3), torch.nn.ReLU(), torch.nn.Linear(3, 1))
    optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
    net(torch.randn(4, 2)).square().mean().backward()
    optimizer.step()
    return net, {"model": net.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 3}


def scheduled():
    """For PyTorchLayoutTest, whose expected numbers are those of a fourth step with four times the gradients."""
    w = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
    b = torch.tensor([0.5, -0.5], requires_grad=True)
    optimizer = torch.optim.NAdam([{"params": [w]}, {"params": [b], "lr": 0.01, "weight_decay": 0.1}], lr=0.1)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.9)
    for k in (1, 2, 3):
        w.grad = torch.tensor([[0.1, -0.2], [0.3, 0.4]]) * k
        b.grad = torch.tensor([1.0, -1.0]) * k
        optimizer.step()
    scheduler.step()
    return {"optimizer": optimizer.state_dict(), "w": w.detach().clone(), "b": b.detach().clone()}


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    net, checkpoint = trained()
    torch.save(everything(), folder / "everything.pt")
    torch.save(checkpoint, folder / "checkpoint.pt")
    torch.save(scheduled(), folder.parent / "optim" / "nadam.pt")
    torch.save(net.state_dict(), folder / "state.pt")
    torch.save(net, folder / "module.pt")
    torch.save(torch.ones(2), folder / "old.pt", _use_new_zipfile_serialization=False)
