"""`python -m scripts.pictures.pairs BEFORE AFTER OUT [NAME…]`: pictures of the same name side by side, as WebP.

BEFORE and AFTER are folders that `make pictures OUT=…` filled, one from a worktree of an older commit:
`git worktree add ../older COMMIT && make -C ../older pictures OUT=before PAGES=public`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

GAP, TALLEST, WIDEST = 24, 1900, 760
"""Pixels between the two, and of each at most [house]: enough to compare, light enough for a page of documentation."""


def pair(before: Path, after: Path, out: Path) -> None:
    """Writes the two pictures beside each other on white, scaled alike and cut at the bottom."""
    pictures = [_small(path) for path in (before, after)]
    sheet = Image.new("RGB", (sum(one.width for one in pictures) + GAP, max(one.height for one in pictures)), "white")
    for place, one in zip((0, pictures[0].width + GAP), pictures, strict=True):
        sheet.paste(one, (place, 0))
    sheet.save(out, quality=50, method=6)


def _small(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        whole = picture.convert("RGB")
    scale = min(1, WIDEST / whole.width)
    small = whole.resize((round(whole.width * scale), round(whole.height * scale)))
    return small.crop((0, 0, small.width, min(small.height, TALLEST)))


def main(before: Path, after: Path, out: Path, names: list[str]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    found = {path.stem: path for path in before.glob("*.png") if (after / path.name).exists()}
    for name in names or sorted(found):
        pair(found[name], after / f"{name}.png", out / f"{name}.webp")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:])
