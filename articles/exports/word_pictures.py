"""The pictures inside Word documents, as if they lay beside them in a folder that is called like the document."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from urllib.parse import quote

_INSIDE = re.compile(r"(!\[[^\[\]\n]{0,1000}\]\()(word/media/[^()\s]{1,300})\)")
_CAPTION = re.compile(r"!\[([^\[\]\n]{1,1000})\]\(image\)")
"""What stands below a picture, as the engine writes it: words of an image that is none."""


def placed(text: str, place: Callable[[str], str]) -> str:
    """The text of a document with its pictures where `place` says, by their addresses in it; captions below them."""
    text = _CAPTION.sub(lambda found: f"*{found[1].strip('* ')}*", text)
    return _INSIDE.sub(lambda found: f"{found[1]}{place(found[2])})", text)


def in_folder_of(name: str) -> Callable[[str], str]:
    """Places below a folder that is called like the document."""
    return lambda address: f"{quote(PurePosixPath(name).name)}/{address}"
