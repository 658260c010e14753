"""The styles in which labelled journal articles are set anew, each with its variants (books: `training_books`).

A style takes the bare facts of a work and a source of chance, and gives (label, text) in order, every space written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from training_names import ended, people_as

Parts = list[tuple[str, str]]
Style = Callable[[dict[str, str], Random], Parts]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _issue(facts: Mapping[str, str], before: str = "(", after: str = ")") -> str:
    return f"{before}{facts['issue']}{after}" if facts["issue"] else ""


def _vancouver(facts: dict[str, str], chance: Random) -> Parts:
    when = facts["date"] + chance.choice(
        ("", "", f" {chance.choice(_MONTHS)}", f" {chance.choice(_MONTHS)} {chance.randint(1, 28)}")
    )
    tight = chance.random() < 0.7
    page = facts["page"]
    return [
        (
            "author",
            people_as(facts, "author", chance, "vancouver vancouver written")
            + chance.choices((". ", ", ", ": "), (30, 1, 1))[0],
        ),
        ("title", f"{ended(facts['title'])} "),
        ("journal", facts["journal"] + chance.choice((". ", " ", ". "))),
        ("date", f"{when};" + ("" if tight else " ")),
        ("volume", f"{facts['volume']}{_issue(facts)}" + (":" if page else ".") + ("" if tight else " ")),
        ("pages", f"{page}." if page else ""),
    ]


def _apa(facts: dict[str, str], chance: Random) -> Parts:
    glued = chance.random() < 0.3
    stop = chance.choice((". ", ". ", " ", ": "))
    return [
        ("author", people_as(facts, "author", chance, "apa apa harvard written") + chance.choice((" ", " ", ". "))),
        ("date", f"({facts['date']}){stop}"),
        ("title", f"{ended(facts['title'])} "),
        ("journal", facts["journal"] + ("" if glued else ", ")),
        ("volume", f"{facts['volume']}{_issue(facts)}, "),
        ("pages", facts["page"] + "."),
    ]


def _springer(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", people_as(facts, "author", chance, "vancouver harvard apa written") + " "),
        ("date", f"({facts['date']}) "),
        ("title", f"{ended(facts['title'])} "),
        ("journal", facts["journal"] + chance.choice((" ", ". ", ", "))),
        ("volume", f"{facts['volume']}{_issue(facts)}" + chance.choice((":", ": ", ", "))),
        ("pages", facts["page"]),
    ]


def _harvard(facts: dict[str, str], chance: Random) -> Parts:
    brackets = chance.random() < 0.6
    return [
        ("author", people_as(facts, "author", chance, "harvard harvard apa written") + " "),
        ("date", f"({facts['date']}) " if brackets else f"{facts['date']}, "),
        ("title", f"‘{facts['title']}’, " if chance.random() < 0.6 else f"'{facts['title']}', "),
        ("journal", f"{facts['journal']}, "),
        (
            "volume",
            chance.choice(
                (f"vol. {facts['volume']}, {_issue(facts, 'no. ', ', ')}", f"{facts['volume']}{_issue(facts)}, ")
            ),
        ),
        ("pages", f"pp. {facts['page']}." if facts["page"] else ""),
    ]


def _chicago(facts: dict[str, str], chance: Random) -> Parts:
    quotes = chance.choice(("“”", '""'))
    return [
        ("author", people_as(facts, "author", chance, "full full apa written") + ". "),
        ("date", f"{facts['date']}. "),
        ("title", f"{quotes[0]}{ended(facts['title'])}{quotes[1]} "),
        ("journal", f"{facts['journal']} "),
        ("volume", f"{facts['volume']}{_issue(facts, ' (', ')')}: "),
        ("pages", f"{facts['page']}."),
    ]


def _chicago_notes(facts: dict[str, str], chance: Random) -> Parts:
    quotes = chance.choice(("“”", '""'))
    return [
        ("author", people_as(facts, "author", chance, "full straight written") + ", "),
        ("title", f"{quotes[0]}{facts['title']},{quotes[1]} "),
        ("journal", f"{facts['journal']} "),
        ("volume", f"{facts['volume']}{_issue(facts, ', no. ', '')} "),
        ("date", f"({chance.choice(('', '', chance.choice(_LONG_MONTHS) + ' '))}{facts['date']}): "),
        ("pages", f"{facts['page']}."),
    ]


def _mla(facts: dict[str, str], chance: Random) -> Parts:
    quotes = chance.choice(("“”", '""'))
    month = chance.choice(("", f"{chance.choice(_MONTHS)}. "))
    return [
        ("author", people_as(facts, "author", chance, "full full written") + ". "),
        ("title", f"{quotes[0]}{ended(facts['title'])}{quotes[1]} "),
        ("journal", f"{facts['journal']}, "),
        ("volume", f"vol. {facts['volume']}, {_issue(facts, 'no. ', ', ')}"),
        ("date", f"{month}{facts['date']}, "),
        ("pages", f"pp. {facts['page']}."),
    ]


def _ieee(facts: dict[str, str], chance: Random) -> Parts:
    quotes = chance.choice(("“”", '""'))
    month = chance.choice(("", f"{chance.choice(_MONTHS)}. ", f"{chance.choice(_LONG_MONTHS)} "))
    return [
        ("author", people_as(facts, "author", chance, "straight straight written") + ", "),
        ("title", f"{quotes[0]}{facts['title']},{quotes[1]} "),
        ("journal", f"{facts['journal']}, "),
        ("volume", f"vol. {facts['volume']}, {_issue(facts, 'no. ', ', ')}"),
        ("pages", f"pp. {facts['page']}, " if facts["page"] else ""),
        ("date", f"{month}{facts['date']}."),
    ]


def _nature(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", people_as(facts, "author", chance, "apa harvard vancouver written") + chance.choice((" ", ". "))),
        ("title", f"{ended(facts['title'])} "),
        ("journal", facts["journal"] + chance.choice((" ", ". ", ", "))),
        ("volume", f"{facts['volume']}{_issue(facts) if chance.random() < 0.3 else ''}, "),
        ("pages", f"{facts['page']} " if facts["page"] else ""),
        ("date", f"({facts['date']})."),
    ]


def _elsevier(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", people_as(facts, "author", chance, "straight straight vancouver written") + ", "),
        ("title", f"{facts['title']}, "),
        ("journal", facts["journal"] + chance.choice((" ", ", ", ". "))),
        ("volume", f"{facts['volume']}{_issue(facts, ' (', ')') if chance.random() < 0.2 else ''} "),
        ("date", f"({facts['date']}) "),
        ("pages", f"{facts['page']}."),
    ]


def _acs(facts: dict[str, str], chance: Random) -> Parts:
    untitled = chance.random() < 0.3
    return [
        (
            "author",
            people_as(facts, "author", chance, "harvard straight apa written") + chance.choice((" ", ", ", ". ")),
        ),
        ("title", "" if untitled else f"{ended(facts['title'])} "),
        ("journal", f"{facts['journal']} "),
        ("date", f"{facts['date']}, "),
        ("volume", f"{facts['volume']}{_issue(facts, ' (', ')') if chance.random() < 0.5 else ''}, "),
        ("pages", f"{facts['page']}."),
    ]


def _mla_before(facts: dict[str, str], chance: Random) -> Parts:
    """The seventh edition of MLA: "40.1 (2004): 17"."""
    quotes = chance.choice(("“”", '""', "‘’"))
    return [
        ("author", people_as(facts, "author", chance, "full full written") + ". "),
        ("title", f"{quotes[0]}{ended(facts['title'])}{quotes[1]} "),
        ("journal", f"{facts['journal']} "),
        ("volume", f"{facts['volume']}{_issue(facts, '.', '')} "),
        ("date", f"({chance.choice(('', '', chance.choice(_LONG_MONTHS) + ' '))}{facts['date']}): "),
        ("pages", f"{facts['page']}."),
    ]


def _commas(facts: dict[str, str], chance: Random) -> Parts:
    """Astronomy and physics, often without a title: "Lee A., 2006, ApJ, 650, 102"."""
    title = "" if chance.random() < 0.6 else facts["title"] + ", "
    return [
        (
            "author",
            people_as(facts, "author", chance, "harvard vancouver straight written") + chance.choice((", ", ", ", " ")),
        ),
        ("date", f"{facts['date']}, "),
        ("title", title),
        ("journal", facts["journal"] + chance.choice((", ", ", ", " "))),
        ("volume", chance.choice((f"{facts['volume']}, ", f"v. {facts['volume']}, {_issue(facts, 'no. ', ', ')}"))),
        ("pages", facts["page"] + "."),
    ]


def _title_first(facts: dict[str, str], chance: Random) -> Parts:
    last = chance.random() < 0.5
    return [
        ("title", f"{ended(facts['title'])} "),
        ("author", people_as(facts, "author", chance, "vancouver straight written") + ". "),
        ("journal", facts["journal"] + ("" if chance.random() < 0.2 else ". ")),
        ("date", "" if last else f"{facts['date']};"),
        ("volume", f"{facts['volume']}{_issue(facts)}:"),
        ("pages", facts["page"] + (", " if last else ".")),
        ("date", f"{facts['date']}." if last else ""),
    ]


def _wiki(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", people_as(facts, "author", chance, "vancouver apa full written") + " "),
        ("date", f"({chance.choice((chance.choice(_LONG_MONTHS) + ' ', ''))}{facts['date']}). "),
        ("title", f'"{facts["title"]}". '),
        ("journal", f"{facts['journal']}. "),
        ("volume", f"{facts['volume']}{_issue(facts, ' (', ')')}: "),
        ("pages", f"{facts['page']}."),
    ]


def _abroad(facts: dict[str, str], chance: Random) -> Parts:
    """French, German, Italian, Spanish and Portuguese customs."""
    volume, number, page = chance.choice(
        (("vol. ", "n° ", "p. "), ("Bd. ", "H. ", "S. "), ("Jg. ", "Heft ", "S. "), ("vol. ", "n. ", "pp. "),
         ("t. ", "n° ", "pp. "), ("v. ", "n. ", "p. "), ("vol. ", "núm. ", "págs. "), ("tome ", "nº ", "p. "))
    )  # fmt: skip
    quotes = chance.choice(("«»", "“”", "„“", '""'))
    dated = chance.random() < 0.4
    return [
        (
            "author",
            people_as(facts, "author", chance, "full harvard straight written")
            + chance.choices((", ", ". ", ": "), (8, 8, 1))[0],
        ),
        ("date", f"({facts['date']}){chance.choice((', ', ': ', '. '))}" if dated else ""),
        (
            "title",
            f"{quotes[0]}{' ' if quotes == '«»' else ''}{facts['title']}{' ' if quotes == '«»' else ''}{quotes[1]}, ",
        ),
        ("journal", f"{chance.choice(('', '', 'in ', 'In: '))}{facts['journal']}, "),
        ("volume", f"{volume}{facts['volume']}, {_issue(facts, number, ', ')}"),
        ("date", "" if dated else f"{facts['date']}, "),
        ("pages", f"{page}{facts['page']}." if facts["page"] else ""),
    ]


ARTICLES: list[Style] = [
    _vancouver, _apa, _springer, _harvard, _chicago, _chicago_notes, _mla, _ieee, _nature, _elsevier, _acs,
    _title_first, _wiki, _abroad, _mla_before, _commas,
]  # fmt: skip
