"""File systems of their own that can be filled to the last byte. They need the right to mount, which root has."""

from __future__ import annotations

import errno
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOM = 48 * 2**20
"""Bytes beside what lies there already: PostgreSQL keeps three parts of its log of 16 MB each."""
PIECE = b"\0" * 2**16


def may_mount(folder: Path) -> bool:
    """Whether this process may give a folder a file system of its own."""
    place = folder / "probe"
    place.mkdir(parents=True)
    if subprocess.run(["mount", "-t", "tmpfs", "none", place], capture_output=True).returncode:
        return False
    subprocess.run(["umount", place], check=True)
    return True


@contextmanager
def on_small_disk(folder: Path, aside: Path) -> Iterator[None]:
    """What lies in `folder` lies on a small file system meanwhile, and comes back changed. Nobody may hold it open at
    the beginning nor at the end; `aside` is a place for a copy."""
    size = sum(part.stat().st_size for part in folder.rglob("*") if part.is_file()) + ROOM
    _copy(folder, aside)
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size},mode={folder.stat().st_mode & 0o777:o}", "none", folder],
        check=True,
    )
    try:
        _copy(aside, folder)
        yield
        shutil.rmtree(aside)
        _copy(folder, aside)
    finally:
        subprocess.run(["umount", "-l", folder], check=True)
    for part in folder.iterdir():
        shutil.rmtree(part) if part.is_dir() else part.unlink()
    _copy(aside, folder)
    shutil.rmtree(aside)


def fill(folder: Path) -> Path:
    """Takes all the room that is left; the file to remove to give it back."""
    ballast = folder / "ballast"
    with ballast.open("ab", buffering=0) as file:
        for piece in (PIECE, b"\0"):
            try:
                while True:
                    file.write(piece)
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise
    return ballast


def _copy(source: Path, target: Path) -> None:
    subprocess.run(["cp", "-a", f"{source}/.", target], check=True) if target.exists() else subprocess.run(
        ["cp", "-a", source, target], check=True
    )
    owner = source.stat()
    shutil.chown(target, owner.st_uid, owner.st_gid)
    target.chmod(owner.st_mode & 0o777)
