"""Labels of borderline sentences, settled by the written rules of docs/labelling.md without a look at any answer.

The file names a sentence by a hash of its words, never by its text, with the label and the rule that settled it.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

FILE = Path(__file__).with_name("settled_labels.json")
_WORD = re.compile(r"[^\W_]+")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def key_of(text: str) -> str:
    """What a sentence is known by: the start of the SHA-1 of its words, without markup and in lower case."""
    parser = _Words()
    parser.feed(re.sub(r"\]\([^)]*\)", "] ", text))
    return key_of_words(_WORD.findall(" ".join(parser.parts).lower()))


def key_of_words(words: list[str]) -> str:
    """The same for words that stand alone already."""
    return hashlib.sha1(" ".join(words).encode(), usedforsecurity=False).hexdigest()[:12]


def settled(key: str, claim: bool) -> bool:
    """Whether a sentence is a claim: as settled, or as it was labelled where nobody doubted it."""
    found = rows().get(key)
    return claim if found is None else found[0]


@lru_cache(maxsize=1)
def rows() -> dict[str, tuple[bool, str]]:
    """Label and rule of each settled sentence, by its key."""
    data = json.loads(FILE.read_text("utf-8"))
    return {key: (bool(claim), str(rule)) for key, (claim, rule) in data.items()}
