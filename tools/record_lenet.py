"""Records how PyTorch trains examples' LeNet on the packaged part of MNIST.

    python tools/record_lenet.py examples/src/test/resources/flambeau/examples/lenet.txt

The file has the accuracy on the training and on the test images after the last epoch, then the losses of the first 200 steps.
The learning rate falls by the same amount each epoch, so that the network settles. Most seeds and larger learning rates
would not do: where an activation is almost zero, or two are almost equal, the last bit decides where a gradient goes, and
PyTorch departs from its own losses by more than 1e-4 when torch.backends.mkldnn is off. This prints by how much.
"""

import gzip
import sys
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

FOLDER = Path(__file__).parent.parent / "examples/src/main/resources/flambeau/examples/mnist"
EPOCHS, BATCH_SIZE, LOSSES = 5, 32, 200

LR, SEED = 0.005, 0


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc1 = nn.Linear(16 * 4 * 4, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        x = x.flatten(1)
        x = F.relu(self.fc1(x))
        x = F.relu(self.fc2(x))
        return self.fc3(x)


def idx(name, header):
    with gzip.open(FOLDER / f"{name}-ubyte.gz") as file:
        return torch.frombuffer(bytearray(file.read()[header:]), dtype=torch.uint8)


def digits(part):
    images = idx(f"{part}-images-idx3", 16).view(-1, 1, 28, 28)
    return TensorDataset(images.float().div(255).sub(0.1307).div(0.3081), idx(f"{part}-labels-idx1", 8).long())


def accuracy(net, data):
    x, y = data.tensors
    with torch.no_grad():
        return (net(x).argmax(1) == y).double().mean().item()


def train(epochs):
    data, test = digits("train"), digits("t10k")
    torch.manual_seed(SEED)
    net = LeNet()
    optimizer = torch.optim.SGD(net.parameters(), LR, momentum=0.9)
    loader = DataLoader(data, batch_size=BATCH_SIZE, shuffle=True)
    losses = []
    for epoch in range(epochs):
        optimizer.param_groups[0]["lr"] = LR * (EPOCHS - epoch) / EPOCHS
        for x, y in loader:
            optimizer.zero_grad()
            loss = F.cross_entropy(net(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return [accuracy(net, data), accuracy(net, test)], losses[:LOSSES]


if __name__ == "__main__":
    accuracies, losses = train(EPOCHS)
    Path(sys.argv[1]).write_text(" ".join(repr(v) for v in accuracies + losses) + "\n")
    with torch.backends.mkldnn.flags(enabled=False):
        _, others = train(1)
    print(max(abs(a / b - 1) for a, b in zip(losses, others)))
