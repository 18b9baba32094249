"""Runs the PyTorch column of docs/guide.md and compares what it prints and draws with what the page shows.

usage: check_guide.py    (needs torch, torchvision and Pillow)
"""
import contextlib
import difflib
import gzip
import io
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

ROOT = Path(__file__).resolve().parent.parent
PAGE, PICTURES = ROOT / "docs/guide.md", ROOT / "docs/images"
MNIST = ROOT / "examples/src/main/resources/flambeau/examples/mnist"


def steps(section):
    """(python, text) of each step that has a PyTorch column."""
    fences = re.findall(r"```(java|python|text)\n(.*?)```", section, re.DOTALL)
    for i, (language, code) in enumerate(fences):
        if language == "python":
            after = fences[i + 1] if i + 1 < len(fences) else ("", "")
            yield code, after[1] if after[0] == "text" else ""


def run(code, variables):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, PAGE.name, "exec"), variables)
    return printed.getvalue()


def lay_out(folder):
    os.chdir(folder)
    raw = Path("data/MNIST/raw")
    raw.mkdir(parents=True)
    for file in MNIST.glob("*.gz"):
        (raw / file.stem).write_bytes(gzip.decompress(file.read_bytes()))
    Path("images").mkdir()
    shutil.copy(PICTURES / "camera.png", "images")


def wrong_text(section):
    variables, wrong = dict(shared), 0
    for code, expected in steps(section):
        printed = run(code, variables)
        if printed != expected:
            wrong += 1
            print(code, *difflib.ndiff(expected.splitlines(1), printed.splitlines(1)), sep="")
    shared.update((k, v) for k, v in variables.items() if k not in shared and isinstance(v, type))
    return wrong


def differs(picture):
    return ImageChops.difference(Image.open(picture), Image.open(PICTURES / picture.name)).getbbox() is not None


shared = {}  # what sections have in common: imports and classes
imports, *sections = re.split(r"^## ", PAGE.read_text(), flags=re.MULTILINE)
for code, _ in steps(imports):
    exec(code, shared)
with tempfile.TemporaryDirectory() as folder:
    lay_out(folder)
    failures = sum(wrong_text(section) for section in sections)
    for picture in Path("images").iterdir():
        if differs(picture):
            failures += 1
            print(picture.name, "differs")
    os.chdir(ROOT)
print(f"{failures} differences")
sys.exit(failures > 0)
