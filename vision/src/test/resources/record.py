"""Records what torchvision computes: python record.py > torchvision.txt (torch 2.13, torchvision 0.29, Pillow 12.3).

A line is a name, the sizes, a dtype and the values. Inputs are pattern(..), which the tests repeat.
"""
import io

import numpy as np
import torch
from PIL import Image
from torchvision import transforms, utils


def pattern(*sizes):
    n = int(np.prod(sizes))
    return torch.tensor([(i * 37 % 101) / 50 - 0.5 for i in range(n)]).view(sizes)  # -0.5 to 1.5


def samples(*sizes):
    n = int(np.prod(sizes))
    return torch.tensor([i * 37 % 256 for i in range(n)], dtype=torch.uint8).view(sizes)


def record(name, x):
    x = torch.as_tensor(np.array(x))
    values = " ".join(repr(v.item()) for v in x.flatten())
    print(name, ",".join(map(str, x.shape)), str(x.dtype).removeprefix("torch."), values)


record("grid", utils.make_grid(pattern(3, 3, 2, 3)))
record("grid grey nrow padding", utils.make_grid(pattern(5, 1, 2, 2), nrow=2, padding=1, pad_value=0.25))
record("grid padding 0", utils.make_grid(pattern(4, 2, 2, 2), nrow=3, padding=0))
record("grid one", utils.make_grid(pattern(1, 3, 2, 2)))
record("grid c h w", utils.make_grid(pattern(1, 2, 3)))
record("grid h w", utils.make_grid(pattern(2, 3)))
record("grid list", utils.make_grid([pattern(1, 2, 2), pattern(1, 2, 2) * 2], padding=1))
record("grid uint8", utils.make_grid(samples(2, 1, 2, 2), padding=1, pad_value=7))
record("grid normalize", utils.make_grid(pattern(3, 1, 2, 2), padding=1, normalize=True))
record("grid normalize one", utils.make_grid(pattern(2, 3) * 3, normalize=True))
record("grid range", utils.make_grid(pattern(3, 1, 2, 2), padding=1, normalize=True, value_range=(0.1, 0.7)))
record("grid each", utils.make_grid(pattern(3, 1, 2, 2), padding=1, normalize=True, scale_each=True))
record(
    "grid each range",
    utils.make_grid(pattern(2, 1, 2, 2), padding=1, normalize=True, scale_each=True, value_range=(0, 1)),
)
record("grid constant", utils.make_grid(torch.full((2, 1, 1, 1), 0.3), padding=1, normalize=True))
file = io.BytesIO()
utils.save_image(pattern(3, 1, 2, 2), file, format="png", padding=1, pad_value=0.5)
record("save", Image.open(file))

for mode, channels in [("L", 1), ("RGB", 3), ("RGBA", 4)]:
    image = Image.fromarray(samples(2, 3, channels).squeeze(2).numpy() if channels == 1 else samples(2, 3, channels).numpy())
    assert image.mode == mode
    record("totensor " + mode, transforms.ToTensor()(image))
    record("piltotensor " + mode, transforms.PILToTensor()(image))
    record("topil " + mode, transforms.ToPILImage()(pattern(channels, 2, 3)))
    record("topil uint8 " + mode, transforms.ToPILImage()(samples(channels, 2, 3)))
grey16 = Image.fromarray((samples(2, 3).int() * 257).numpy().astype(np.uint16))
assert grey16.mode == "I;16"
record("totensor I;16", transforms.ToTensor()(grey16))
record("totensor array", transforms.ToTensor()(samples(2, 3, 2).numpy()))
record("totensor float", transforms.ToTensor()(pattern(2, 3).numpy()))
record("totensor 1", transforms.ToTensor()(Image.fromarray((samples(2, 3) > 100).numpy())))
record("normalize", transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])(pattern(3, 2, 2)))
record("normalize all", transforms.Normalize(0.1307, 0.3081)(pattern(2, 2, 1, 2)))
record("normalize float64", transforms.Normalize([0.5], [0.3])(pattern(2, 1, 2).double()))
record("all bytes", transforms.ToTensor()(np.arange(256, dtype=np.uint8)[None]))
