"""Lines that only call goods by their name, as headings and captions of round-ups do: "Nordwick Cool Blue Memory Foam Pillow".

In: a sentence with the product's name replaced, or as it stands. A name that tells of an ill or promises something is judged like
other words (21 CFR 101.93(g)(2)(iv)(A)). Source: docs/labelling-products.md ("plain"); the lists are [house].
"""

from __future__ import annotations

import re

from evidence.language.patterns import any_of, lazily
from evidence.selling.passage import PRODUCT, Passage

_PICTURE = lazily(r"^\W*!?\[|\]\([^)]{0,400}\)+|[|,]\s*(?:image|photo|picture)\W*$", re.IGNORECASE)
_WORD = lazily(r"[^\W_][\w'’.+&/-]*")
_SMALL = frozenset(
    "a an and at by for from in of on or the to with w/ vs x cm mm inch inches ft kg lb lbs oz ml pack set size".split()
)
_BED = frozenset(
    "pillow pillows pillowcase pillowcases mattress mattresses topper toppers blanket blankets sheet sheets duvet quilt cover bag bags sack sacks cushion cushions mask masks cot cots pad pads".split()
)
"""What people sleep on, under or in: "sleep" in such a name says where it belongs."""
_THINGS = _BED | frozenset(
    "shoe shoes sandals boots socks watch watches band bands tracker trackers scale scales blender blenders juicer juicers bottle bottles kettle purifier purifiers humidifier humidifiers diffuser diffusers fan lamp lamps desk chair chairs treadmill bike mat mats roller towel towels brush toothbrush shirt shorts leggings jacket tent backpack helmet helmets goggles grill pan pot cookbook book machine machines".split()
)
_OF_BED = lazily(r"\b(?:memory\s+foam|side\s+sleepers?|sleep(?:ing|y)?|sleepers?|nappers?|rest|cpap)\b", re.IGNORECASE)
_OF_THINGS = lazily(
    r"\b(?:memory\s+foam|heart\s+rate|sleep(?:ing)?\s+(?:track\w*|monitor\w*)|body|foot|feet|hand|back|arm|head|face|fitness|health|yoga|exercise|running|sport\w*)\b",
    re.IGNORECASE,
)
_PROMISES = any_of(
    r"relie\w+|aids?|support\w*|boost\w*|detox\w*|slim\w*|calm\w*|immun\w*|anti\w*|pains?|heal\w*|therap\w+|cur(?:e|es|ing)|remed\w+|weight|loss|energ\w+|better|best|protect\w*|prevent\w*|stop\w*|reduc\w*|improv\w*|correct\w*|treat\w*|free|safe\w*|anxi\w+|stress\w*|snor\w+|posture|circulation|recovery|cool\s+down|doctor|medical|clinical\w*|orthop\w+|therapeutic|healthy|wellness|magnet\w*|infrared|grounding|earthing|ion\w*|detect\w*"
)


def only_names(text: str) -> bool:
    """Whether a line is the name of a thing that nobody swallows, with no promise and no ill in it."""
    bare = _PICTURE.sub(" ", text)
    words = _WORD.findall(bare)
    if len(words) < 2 or bare.rstrip(" *_|").endswith((".", "!", "?", ":")):
        return False
    last = words[-1].lower()
    if last not in _THINGS or any(word[0].islower() and word not in _SMALL and word != PRODUCT for word in words):
        return False
    rest = (_OF_BED if last in _BED else _OF_THINGS).sub(" ", bare)
    return not _PROMISES.search(rest) and not Passage(rest).terms
