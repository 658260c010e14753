"""The styles in which labelled books and chapters are set anew, each with its variants; see `training_styles`."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from training_names import ended, people_as
from training_styles import Parts, Style


def _edition(facts: Mapping[str, str], before: str = "", after: str = ". ") -> str:
    return f"{before}{facts['edition']}{after}" if facts.get("edition") else ""


def _town(facts: Mapping[str, str], after: str) -> str:
    return f"{facts['location']}{after}" if facts.get("location") else ""


def _book_vancouver(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", people_as(facts, "author", chance, "vancouver written") + ". "),
        ("title", f"{ended(facts['title'])} "),
        ("edition", _edition(facts)),
        ("location", _town(facts, ": ")),
        ("publisher", f"{facts['publisher']}; "),
        ("date", f"{facts['date']}."),
    ]


def _book_apa(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", people_as(facts, "author", chance, "apa harvard written") + " "),
        ("date", f"({facts['date']}). "),
        ("title", facts["title"] + (" " if facts.get("edition") else ". ")),
        ("edition", _edition(facts, "(", "). ")),
        ("location", _town(facts, ": ") if chance.random() < 0.5 else ""),
        ("publisher", f"{facts['publisher']}."),
    ]


def _book_chicago(facts: dict[str, str], chance: Random) -> Parts:
    brackets = chance.random() < 0.3
    return [
        ("author", people_as(facts, "author", chance, "full straight written") + chance.choice((". ", ", "))),
        ("title", facts["title"] + (" " if brackets else chance.choice((". ", ", ")))),
        ("edition", _edition(facts, after=", ")),
        ("location", ("(" if brackets and facts.get("location") else "") + _town(facts, chance.choice((": ", ", ")))),
        ("publisher", f"{facts['publisher']}, "),
        ("date", facts["date"] + (")." if brackets else ".")),
    ]


def _book_harvard(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", people_as(facts, "author", chance, "harvard apa written") + " "),
        ("date", chance.choice((f"{facts['date']}, ", f"({facts['date']}), ", f"({facts['date']}) "))),
        ("title", f"{facts['title']}, "),
        ("edition", _edition(facts, after=", ")),
        ("publisher", f"{facts['publisher']}, "),
        ("location", _town(facts, ".")),
    ]


def _book_french(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", people_as(facts, "author", chance, "full harvard written") + ", "),
        ("title", f"{facts['title']}, "),
        ("location", _town(facts, chance.choice((", ", " : ")))),
        ("publisher", f"{facts['publisher']}, "),
        ("edition", _edition(facts, after=", ")),
        ("date", f"{facts['date']}."),
    ]


def _chapter_vancouver(facts: dict[str, str], chance: Random) -> Parts:
    people = people_as(facts, "editor", chance, "vancouver written")
    return [
        ("author", people_as(facts, "author", chance, "vancouver written") + ". "),
        ("title", f"{ended(facts['title'])} "),
        ("editor", f"In: {people}, {chance.choice(('editors', 'eds', 'editor'))}. " if people else ""),
        ("container", ("" if people else "In: ") + f"{facts['container']}. "),
        ("edition", _edition(facts)),
        ("location", _town(facts, ": ")),
        ("publisher", f"{facts['publisher']}; "),
        ("date", facts["date"] + chance.choice((". ", ": "))),
        ("pages", f"{chance.choice(('p. ', 'pp. '))}{facts['page']}." if facts["page"] else ""),
    ]


def _chapter_apa(facts: dict[str, str], chance: Random) -> Parts:
    people = people_as(facts, "editor", chance, "straight written")
    return [
        ("author", people_as(facts, "author", chance, "apa harvard written") + " "),
        ("date", f"({facts['date']}). "),
        ("title", f"{ended(facts['title'])} "),
        ("editor", f"In {people} ({chance.choice(('Eds.', 'Ed.', 'eds.'))}), " if people else ""),
        ("container", ("" if people else "In ") + f"{facts['container']} "),
        ("pages", f"(pp. {facts['page']}). " if facts["page"] else ""),
        ("location", _town(facts, ": ") if chance.random() < 0.5 else ""),
        ("publisher", f"{facts['publisher']}."),
    ]


def _chapter_chicago(facts: dict[str, str], chance: Random) -> Parts:
    people = people_as(facts, "editor", chance, "full straight written")
    return [
        ("author", people_as(facts, "author", chance, "full written") + ". "),
        ("title", f"“{ended(facts['title'])}” "),
        ("container", f"In {facts['container']}, "),
        ("editor", f"edited by {people}, " if people else ""),
        ("pages", f"{facts['page']}. " if facts["page"] else ""),
        ("location", _town(facts, ": ")),
        ("publisher", f"{facts['publisher']}, "),
        ("date", f"{facts['date']}."),
    ]


def _chapter_abroad(facts: dict[str, str], chance: Random) -> Parts:
    people = people_as(facts, "editor", chance, "straight full written")
    within = chance.choice(("In: ", "in ", "Dans: ", "En: ", "In "))
    editors = chance.choice(("Hrsg.", "Hg.", "dir.", "éds.", "a cura di", "coords.", "orgs.", "eds."))
    page = chance.choice(("S. ", "p. ", "pp. ", "págs. "))
    return [
        (
            "author",
            people_as(facts, "author", chance, "full straight written")
            + chance.choices((", ", ". ", ": "), (8, 8, 1))[0],
        ),
        ("title", f"{facts['title']}{chance.choice(('. ', ', '))}"),
        ("editor", f"{within}{people} ({editors}){chance.choice((': ', ', '))}" if people else ""),
        ("container", ("" if people else "In: ") + f"{facts['container']}{chance.choice(('. ', ', '))}"),
        ("location", _town(facts, chance.choice((": ", ", ", " : ")))),
        ("publisher", f"{facts['publisher']}, "),
        ("date", f"{facts['date']}, "),
        ("pages", f"{page}{facts['page']}." if facts["page"] else ""),
    ]


BOOKS: list[Style] = [_book_vancouver, _book_apa, _book_chicago, _book_harvard, _book_french]
CHAPTERS: list[Style] = [_chapter_vancouver, _chapter_apa, _chapter_chicago, _chapter_abroad]
