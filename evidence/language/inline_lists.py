"""Lists written within one line: "1) Rest 2) Drink", "a. Rest b. Drink", "• Rest • Drink"."""

from __future__ import annotations

from evidence.language.patterns import lazily

_BULLETS = lazily(r"(?<!\S)[•⁃‣▪●◦](?=\s?\w)")
_ITEM = lazily(r"(?<!\S)[•⁃‣▪●◦]?\s?(?P<mark>\d{1,2}|[a-z])(?P<sign>\.\)|[.)])\s+(?=[A-Z\"“‘*_])")


def items_in(text: str) -> list[int]:
    """Where the items of a list within one line begin, in order of place.

    Numbers and letters count where the text opens with the first of them and they go on one by one.
    """
    bullets = [] if text.isascii() else [match.start() for match in _BULLETS.finditer(text)]
    found = bullets if len(bullets) > 1 else []
    first = _ITEM.match(text, len(text) - len(text.lstrip()))
    if first is None:
        return found
    count, last = 0, 0
    for match in _ITEM.finditer(text):
        mark = match["mark"]
        value = int(mark) if mark.isdecimal() else ord(mark) - ord("a") + 1
        if (
            match["sign"] == first["sign"]
            and mark.isdecimal() == first["mark"].isdecimal()
            and (not count or value == last + 1)
        ):
            count, last = count + 1, value
            found.append(match.start() + len(match.group()) - len(match.group().lstrip()))
    return sorted(set(found)) if count > 1 or bullets else []
