"""Addresses made of titles and names: "Ålesund søvn" becomes "alesund-sovn".

Django's own function drops every letter that Unicode does not take apart, and leaves "svn".
"""

from __future__ import annotations

from django.utils.text import slugify

_SPELT = str.maketrans(
    {
        **{"ø": "o", "Ø": "O", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L"},
        **{"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H", "ŋ": "ng"},
        **{"Ŋ": "Ng", "ŧ": "t", "Ŧ": "T", "ə": "e", "Ə": "E", "ĸ": "k"},
    }
)
"""Latin letters that are no other letter with a sign, as their readers write them where they have to do without."""


def slug_of(words: str) -> str:
    """The words in small letters of ASCII, with hyphens; "" where nothing is left."""
    return slugify(words.translate(_SPELT))
