"""Labelled references set anew in other styles, so that labels are learned from more forms than the rows have.

A row is a list of (label, text) in order; what comes out is the same with every space written, so that parts may stand
without one between ("2012;14(3):155-60"). Everything is drawn from the seed that is given: the same rows each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from random import Random
from typing import Any

from training_books import BOOKS, CHAPTERS
from training_styles import ARTICLES, Parts

from evidence.references.fields import split_volume

_ROMAN = 0.06
"""How many works get a Roman number for their volume."""
_PAGES = re.compile(r"[A-Za-z]?\d[\w.]*(?:\s*[-–]+\s*[A-Za-z]?\d\w*)?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")


def set_anew(row: Parts, chance: Random, count: int) -> Iterator[Parts]:
    """The work of a row in so many other styles; nothing where its parts do not make one of the kinds known here."""
    facts = _facts(row)
    if facts is None:
        return
    if "journal" in facts:
        styles = ARTICLES
    elif "container" in facts:
        styles = CHAPTERS
    else:
        styles = BOOKS
    if facts.get("volume", "").isdigit() and chance.random() < _ROMAN:
        facts["volume"] = _roman(int(facts["volume"]) % 90 + 1)
    for style in chance.sample(styles, min(count, len(styles))):
        parts = [(name, text) for name, text in style(facts, chance) if text]
        yield _numbered(parts, chance)


def set_records(records: Iterable[Mapping[str, Any]], chance: Random, count: int) -> Iterator[Parts]:
    """Journal articles of which surnames, title, journal and year are known, each in one style; the rest is drawn."""
    chosen = [one for one in records if one["surnames"] and one["title"] and one["container"] and one["year"]]
    for record in chance.sample(chosen, min(count, len(chosen))):
        year = _YEAR.search(record["year"])
        if not year:
            continue
        yield _in_style(_drawn_facts(record, year.group(), chance), chance)


def _in_style(facts: dict[str, str], chance: Random) -> Parts:
    return _numbered([(name, text) for name, text in chance.choice(ARTICLES)(facts, chance) if text], chance)


def _drawn_facts(record: Mapping[str, Any], year: str, chance: Random) -> dict[str, str]:
    """What the record knows, with initials, volume, issue and pages that were drawn."""
    people = [
        f"{name} {''.join(chance.choices(_LETTERS, k=chance.choice((1, 1, 2, 2, 3))))}" for name in record["surnames"]
    ]
    issues = ("", "", "{a}", "{a}", "{b}-{c}", "Suppl {b}", "Pt {b}")
    pages = ("{first}-{last}", "{first}-{last}", "{first}–{last}", "{first}-{end}", "{first}", "e{first}", "S{b}-S{c}")
    first = chance.randint(1, 3000)
    last = first + chance.randint(1, 20)
    part = chance.randint(1, 9)
    numbers = {
        "first": first,
        "last": last,
        "end": str(last)[-2:],
        "a": chance.randint(1, 12),
        "b": part,
        "c": part + 1,
    }
    return {
        "author": ", ".join(people) if chance.random() < 0.93 else chance.choice(_BODIES),
        "title": _drawn_title(record["title"].strip(" ."), chance),
        "journal": record["container"].strip(" ,;"),
        "date": year,
        "volume": str(chance.randint(1, chance.choice((40, 120, 400)))),
        "issue": chance.choice(issues).format_map(numbers),
        "page": chance.choice(pages).format_map(numbers),
    }


def _drawn_title(title: str, chance: Random) -> str:
    """The title, now and then with a second sentence: the custom of MEDLINE for subtitles and groups."""
    if chance.random() < 0.12:
        return f"{title}. {chance.choice(_SECOND)}"
    if chance.random() < 0.05:
        words = [word for word in title.split() if word.isalpha() and len(word) > 4]
        return f"{title}. The {' '.join(word.title() for word in words[:2])} {chance.choice(_GROUPS)}"
    if chance.random() < 0.05 and ": " in title:
        return title.replace(": ", "? ", 1) if chance.random() < 0.5 else title.replace(": ", ". ", 1)
    return title


_LETTERS = "ABCDEFGHIJKLMNOPRSTVWZ"
_GROUPS = ("Study Group", "Investigators", "Trial", "study", "Collaborative Group")
_BODIES = (
    "World Health Organization", "Mayo Clinic", "Centers for Disease Control and Prevention", "Cleveland Clinic",
    "National Institutes of Health", "American Heart Association", "National Sleep Foundation", "NHS", "UK Biobank",
    "Royal College of Midwives", "American Academy of Pediatrics", "European Food Safety Authority", "Diabetes UK",
    "National Institute for Health and Care Excellence", "Office of Dietary Supplements", "Harvard Health Publishing",
    "Food and Drug Administration", "The Nutrition Society", "Asthma Study Group", "Robert Koch-Institut", "UNICEF",
    "Haute Autorité de santé", "Institute of Medicine (US)", "Department of Health and Aged Care",
    "Deutsche Gesellschaft für Ernährung", "Ministero della Salute", "Ministerio de Sanidad", "Zinc Trial Group",
)  # fmt: skip
_SECOND = (
    "A randomized controlled trial", "A randomised trial", "A prospective study", "A review", "A systematic review",
    "A meta-analysis", "A pilot study", "Results of a cohort study", "Part II", "II. Effects on growth", "A report",
    "Report of two cases", "Review of the literature", "Results from a national survey", "The role of diet",
    "Implications for practice", "A follow-up study", "Clinical and laboratory findings", "An update", "What is new?",
)  # fmt: skip


def _roman(number: int) -> str:
    written = ""
    for value, letters in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        written += letters * (number // value)
        number %= value
    return written


def _numbered(parts: Parts, chance: Random) -> Parts:
    end = chance.choice((".", ".", "", ";"))
    if parts and parts[-1][1][-1:] in ".,;:":
        parts[-1] = (parts[-1][0], parts[-1][1].rstrip(".,;: ") + end)
    return parts


def _facts(row: Parts) -> dict[str, str] | None:
    """The bare words of each part, or None where a label stands twice or one is missing."""
    texts: dict[str, str] = {}
    for name, text in row:
        if name in ("citation-number", "url", "note", "doi"):
            continue
        if name in texts:
            return None
        texts[name] = text.strip()
    year = _YEAR.search(texts.get("date", ""))
    if not year or not {"author", "title"} <= texts.keys() or "genre" in texts:
        return None
    facts = {name: _bare(text) for name, text in texts.items()}
    facts["date"] = year.group()
    facts["title"] = facts["title"].rstrip("'’").lstrip("'‘")
    facts |= {f"{role}s": facts[role] for role in ("author", "editor") if role in facts}
    place = split_volume(texts.get("volume", ""))
    if texts.get("volume") and not place.get("volume"):
        return None
    facts |= place
    pages = _PAGES.search(texts.get("pages", ""))
    facts["page"] = pages.group() if pages else facts.get("page", "")
    facts["issue"] = facts.get("issue", "")
    if "journal" not in facts and "container" in facts and "volume" in place and "publisher" not in facts:
        facts["journal"] = facts.pop("container")
    if "journal" in facts:
        facts["journal"] = re.sub(r"^[Ii]n:?\s", "", facts["journal"])
        return facts if "volume" in place and "publisher" not in facts else None
    if "container" in facts:
        facts["container"] = re.sub(r"^[Ii]n:?\s", "", facts["container"])
    return facts if {"publisher"} <= facts.keys() else None


def _bare(text: str) -> str:
    plain = text.strip(' ,.;:“”"«»')
    if plain.startswith("(") and plain.count("(") > plain.count(")"):
        plain = plain[1:]
    if plain.endswith(")") and plain.count(")") > plain.count("("):
        plain = plain[:-1]
    return plain.strip(' ,.;:“”"«»')
