"""Which of the pictures that came with posts one means by an address in its text.

Files lie otherwise in an archive than on the site: Hugo serves `static/` and Astro `public/` as the root, WordPress and
Ghost write whole addresses, Obsidian a bare name. An address that could mean two pictures means none.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

EMBED = re.compile(r"!\[\[([^\[\]|#\n]{1,300}\.(?:png|jpe?g|gif|webp))(?:\|([^\[\]\n]{0,300}))?\]\]", re.IGNORECASE)
"""A picture as Obsidian writes it, with a width or with words behind the bar."""
_ANGLED = re.compile(r"(!\[[^\[\]\n]{0,1000}\]\()<([^<>\n]{0,300} [^<>\n]{0,300})>\)")
"""An address with a space in it."""
_SAFE = "/:%?#=&+,;@~"
_PARTS = 2
"""Last parts of a whole address that must be those of a file."""


def embeds_as_pictures(text: str) -> str:
    """The text with pictures of Obsidian as those of Markdown, and no spaces in their addresses. What is a width is no
    text for them."""

    def picture(found: re.Match[str]) -> str:
        words = (found[2] or "").strip()
        return f"![{'' if re.fullmatch(r'[0-9x]*', words) else words}](/{quote(found[1].strip())})"

    text = EMBED.sub(picture, text)
    return _ANGLED.sub(lambda found: f"{found[1]}{quote(found[2], safe=_SAFE)})", text)


class Places:
    """The files of a batch, by all the ends of their paths. Cases of letters do not count, as on most machines."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_end: dict[str, list[str]] = defaultdict(list)
        self._names: dict[str, str] = {}
        for name in names:
            parts = PurePosixPath(name.lower()).parts
            self._names.setdefault("/".join(parts), name)
            for begin in range(len(parts)):
                self._by_end["/".join(parts[begin:])].append(name)

    def find(self, address: str, *, post: str) -> str | None:
        """The file that a post of this name means; None where it means none of them, or might mean several."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        if parts.scheme not in ("", "http", "https"):
            return None
        path = unquote(parts.path).lower()
        if not parts.netloc and not path.startswith("/"):
            beside = posixpath.normpath(posixpath.join(posixpath.dirname(post.lower()), path))
            if beside in self._names:
                return self._names[beside]
        ends = [part for part in path.split("/") if part not in ("", ".", "..")]
        least = _PARTS if parts.netloc else 1
        # The longest end that a file has: /images/2019/a.png is static/images/2019/a.png, or uploads' 2019/a.png.
        for begin in range(max(0, len(ends) - least + 1)):
            found = self._by_end.get("/".join(ends[begin:]), ())
            if found:
                return found[0] if len(found) == 1 else None
        return None
