"""Says in which language a stretch of prose is written, or nothing where it cannot tell.

Letters decide first: other scripts than the Latin speak for themselves. In a script that several languages share, the
small words decide that no text does without ("the", "of", "with"). docs/decisions/0009 has the figures and what else
was tried. Time is linear, and bounded for long texts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from evidence.language.function_words import BY_LETTER, BY_WORD, ENGLISH, LANGUAGES, PARTICLES
from evidence.language.patterns import lazily, lowered
from evidence.language.remembered import remembered

ENGLISH_CODE = "en"

_ADDRESS = lazily(r"https?://\S+|www\.\S+")
_WORD = lazily(r"[^\W\d_]+(?:['\u2019](?:(?:t|s|re|m)\b)?)?")
_PLAIN_WORD = lazily(r"[A-Za-z]+(?:'(?:(?:t|s|re|m)\b)?)?")
"""The same for a text in ASCII, found in half the time."""
_UNSPACED = lazily(r"[\u3040-\u9fff]")
_OTHER_LETTER = lazily(r"[^\W\d_\u0041-\u024f\u1e00-\u1eff]")

_SCRIPTS = (
    ("\u0370", "\u03ff", "el"),
    ("\u0400", "\u052f", "und-Cyrl"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", "und-Arab"),
    ("\u0900", "\u097f", "und-Deva"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u3040", "\u30ff", "ja"),
    ("\u3400", "\u9fff", "zh"),
    ("\uac00", "\ud7af", "ko"),
)
"""Blocks of Unicode, and the language that alone is written in them, or the script (BCP 47)."""
_WRITTEN_IN = {"und-Cyrl": ("ru", "uk"), "und-Arab": ("ar", "fa")}
_BORROWED = lazily(
    # Few letters begin any of it; to say so first takes a third of the time.
    r"\b(?-i:(?=[AaÀàCcDdEeIiPpVv]))(?:per se|et al|de novo|de facto|en route|en masse|en bloc|vis[-\s]?[aà][-\s]?vis"
    r"|[aà] la|au lait|du jour|al dente|con carne|per os|in situ|in vitro|in vivo)\b",
    re.IGNORECASE,
)
"""Phrases that English borrowed whole."""
_OF_BORROWED = (
    *("per se", "et al", "de novo", "de facto", "en route", "en masse", "en bloc", "vis", "a la", "à la", "au lait"),
    *("du jour", "al dente", "con carne", "per os", "in situ", "in vitro", "in vivo"),
)
"""One of these stands in whatever `_BORROWED` finds, in small letters: a quick look before the long one."""

_ENOUGH = 20_000
"""Code points of a text that are looked at."""
_MOST = 0.5
"""Share of letters from which a script is that of the text, and of capitalised words from which it is a list."""
_FEWEST = 2
"""Small words of a language below which nothing is said."""
_SHARE = 0.1
"""Share of a text's words that small words make up at least, in any language and in any text that is prose."""
_AHEAD = 2
"""How many times as many of its small words as of English there must be."""
_SURELY = 0.15
"""Share of words that English alone has from which nothing else is asked."""
_KANA = 0.1
"""Share of kana from which a text in Chinese characters is Japanese."""


def language_of(text: str) -> str:
    """The code of the language (ISO 639-1), "und-" and the script where the script alone is clear, or ""."""
    return _language_of(text[:_ENOUGH])


@remembered(512, longest=5000)
def _language_of(text: str) -> str:
    kept = _ADDRESS.sub(" ", text) if "http" in text or "www." in text else text
    small = lowered(kept)
    if any(map(small.__contains__, _OF_BORROWED)):
        kept = _BORROWED.sub(" ", kept)
    words = (_PLAIN_WORD if kept.isascii() else _WORD).findall(kept)
    script = _script_of(text, words)
    if script in _WRITTEN_IN:
        counts = _small_words(words)
        return max(_WRITTEN_IN[script], key=lambda code: counts[code]) if counts else script
    return script or _in_latin_letters(words)


def word_count(text: str) -> int:
    """The words of a text. Two characters count as one word in Chinese and Japanese, which set no spaces."""
    words = len(text.split())
    return words if text.isascii() else words + len(_UNSPACED.findall(text)) // 2


def _script_of(text: str, words: Sequence[str]) -> str:
    """The code for the script that most letters are of; "" for Latin letters."""
    if text.isascii():
        return ""
    others = _OTHER_LETTER.findall(text)
    letters = sum(map(len, words))
    if len(others) <= letters * _MOST:
        return ""
    counts = Counter(_script(letter) for letter in others)
    if counts["ja"] > _KANA * len(others):
        return "ja"
    return counts.most_common(1)[0][0]


def _script(letter: str) -> str:
    return next((code for first, last, code in _SCRIPTS if first <= letter <= last), "")


def _in_latin_letters(words: Sequence[str]) -> str:
    """Compares the language that most small words speak for with English. Words that both have speak for neither."""
    english = [plain for plain in _plain(" ".join(words)).split(" ") if plain in ENGLISH]
    if len([plain for plain in english if plain not in BY_WORD]) > _SURELY * len(words):
        return ENGLISH_CODE
    counts = _small_words(words)
    best = max(LANGUAGES, key=lambda code: counts[code])
    shared = sum(best in BY_WORD.get(plain, ()) for plain in english)
    theirs, ours = counts[best] - shared, len(english) - shared
    if theirs >= _FEWEST and counts[best] >= _SHARE * len(words) and theirs > _AHEAD * ours:
        return "" if _is_list_of_names(words) or _is_list(words, best) else best
    return ENGLISH_CODE if ours > theirs else ""


def _plain(word: str) -> str:
    return word.replace("\u2019", "'").lower()


def _small_words(words: Sequence[str]) -> Counter[str]:
    """How many words speak for each language. A capital that stands alone may be a vitamin and speaks for none."""
    counts: Counter[str] = Counter()
    for place, word in enumerate(words):
        if not _is_initial(word) or not place:
            counts.update(_languages_of(word))
    return counts


def _languages_of(word: str) -> Set[str]:
    """The languages that a word speaks for: as one of their small words, or by its letters where it is no name."""
    plain = _plain(word)
    languages = set(BY_WORD.get(plain, ()))
    if not plain.isascii() and word[0].islower():
        languages.update(code for letter in plain for code in BY_LETTER.get(letter, ()))
    return languages


def _is_list(words: Sequence[str], language: str) -> bool:
    """Whether the words are dishes or the like: all that speaks for the language stands in names of things too."""
    return not any(language in _languages_of(word) for word in words if _plain(word) not in PARTICLES)


def _is_list_of_names(words: Sequence[str]) -> bool:
    """Whether most words begin with a capital, as in a list of people or titles; not so where all are capitals."""
    names = [word for word in words if _is_initial(word) or (word.istitle() and _plain(word) not in BY_WORD)]
    return len(names) > _MOST * len(words)


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()
