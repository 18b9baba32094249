"""Records what the chapter prints and writes with PyTorch, for the pictures of a folder and three seeds.

    python tools/record_chapter.py examples/src/test/resources/flambeau/examples/chapter

needs torch, numpy and Pillow. PICTURE.png gives the folders PICTURE-0, PICTURE-7 and PICTURE-42.
"""

import pathlib
import subprocess
import sys

chapter = pathlib.Path(__file__).parent.parent / "examples/src/main/programs/chapter/chapter.py"
for picture in sorted(pathlib.Path(sys.argv[1]).glob("*.png")):
    for seed in (0, 7, 42):
        out = picture.with_name(f"{picture.stem}-{seed}")
        out.mkdir(exist_ok=True)
        with open(out / "output.txt", "wb") as text:
            subprocess.run([sys.executable, chapter, picture, out, str(seed)], stdout=text, check=True)
