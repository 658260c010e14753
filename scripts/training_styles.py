"""The styles in which labelled references are set anew: journal articles, books and chapters, each with its variants.

A style takes the bare facts of a work and a source of chance, and gives (label, text) in order, every space written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random

from evidence.references.author_names import parse_names

Parts = list[tuple[str, str]]
Style = Callable[[dict[str, str], Random], Parts]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


# --- Names ------------------------------------------------------------------------------------------------


def _people(facts: Mapping[str, str], role: str, chance: Random, forms: str) -> str:
    """The people of a role in one of the forms named ("vancouver apa straight"), or as the row writes them."""
    written = re.sub(
        r"^(?:in:?\s)|[,\s]*\(?\b(?:eds?|editors?|hrsg)\b\.?\)?$", "", facts.get(role, ""), flags=re.IGNORECASE
    ).strip(" ,.:;")
    names = parse_names(written)
    if not names or any("literal" in name or not name.get("given") for name in names):
        return written
    form = chance.choice(forms.split())
    if form == "written":
        return written
    most = chance.choice((3, 6, 99))
    shown = [_one(name, form, first=place == 0) for place, name in enumerate(names[:most])]
    if len(names) > most:
        return f"{', '.join(shown)}, et al"
    if len(shown) == 1:
        return shown[0]
    if form == "vancouver":
        return ", ".join(shown)
    last = {"apa": ", & ", "full": ", and ", "straight": chance.choice((" and ", ", and ", " & ")), "harvard": " and "}[
        form
    ]
    between = "; " if form == "harvard" and chance.random() < 0.2 else ", "
    return between.join(shown[:-1]) + (last if between == ", " else "; ") + shown[-1]


def _one(name: Mapping[str, str], form: str, *, first: bool) -> str:
    given = name["given"]
    letters = [part[0] for part in re.split(r"[\s.-]+", given) if part and part[0].isalpha()]
    letters = list(re.sub(r"\W", "", given)) if re.fullmatch(r"[A-ZÀ-Þ]{1,3}", given) else letters
    stops = " ".join(f"{letter}." for letter in letters)
    if form == "vancouver":
        return f"{name['family']} {''.join(letters)}"
    if form == "straight":
        return f"{stops} {name['family']}"
    if form == "full" and not first:
        return f"{given} {name['family']}"
    return f"{name['family']}, {given if form == 'full' else stops}"


# --- Journal articles -------------------------------------------------------------------------------------


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
            _people(facts, "author", chance, "vancouver vancouver written")
            + chance.choices((". ", ", ", ": "), (30, 1, 1))[0],
        ),
        ("title", f"{_ended(facts['title'])} "),
        ("journal", facts["journal"] + chance.choice((". ", " ", ". "))),
        ("date", f"{when};" + ("" if tight else " ")),
        ("volume", f"{facts['volume']}{_issue(facts)}" + (":" if page else ".") + ("" if tight else " ")),
        ("pages", f"{page}." if page else ""),
    ]


def _apa(facts: dict[str, str], chance: Random) -> Parts:
    glued = chance.random() < 0.3
    stop = chance.choice((". ", ". ", " ", ": "))
    return [
        ("author", _people(facts, "author", chance, "apa apa harvard written") + chance.choice((" ", " ", ". "))),
        ("date", f"({facts['date']}){stop}"),
        ("title", f"{_ended(facts['title'])} "),
        ("journal", facts["journal"] + ("" if glued else ", ")),
        ("volume", f"{facts['volume']}{_issue(facts)}, "),
        ("pages", facts["page"] + "."),
    ]


def _springer(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", _people(facts, "author", chance, "vancouver harvard apa written") + " "),
        ("date", f"({facts['date']}) "),
        ("title", f"{_ended(facts['title'])} "),
        ("journal", facts["journal"] + chance.choice((" ", ". ", ", "))),
        ("volume", f"{facts['volume']}{_issue(facts)}" + chance.choice((":", ": ", ", "))),
        ("pages", facts["page"]),
    ]


def _harvard(facts: dict[str, str], chance: Random) -> Parts:
    brackets = chance.random() < 0.6
    return [
        ("author", _people(facts, "author", chance, "harvard harvard apa written") + " "),
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
        ("author", _people(facts, "author", chance, "full full apa written") + ". "),
        ("date", f"{facts['date']}. "),
        ("title", f"{quotes[0]}{_ended(facts['title'])}{quotes[1]} "),
        ("journal", f"{facts['journal']} "),
        ("volume", f"{facts['volume']}{_issue(facts, ' (', ')')}: "),
        ("pages", f"{facts['page']}."),
    ]


def _chicago_notes(facts: dict[str, str], chance: Random) -> Parts:
    quotes = chance.choice(("“”", '""'))
    return [
        ("author", _people(facts, "author", chance, "full straight written") + ", "),
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
        ("author", _people(facts, "author", chance, "full full written") + ". "),
        ("title", f"{quotes[0]}{_ended(facts['title'])}{quotes[1]} "),
        ("journal", f"{facts['journal']}, "),
        ("volume", f"vol. {facts['volume']}, {_issue(facts, 'no. ', ', ')}"),
        ("date", f"{month}{facts['date']}, "),
        ("pages", f"pp. {facts['page']}."),
    ]


def _ieee(facts: dict[str, str], chance: Random) -> Parts:
    quotes = chance.choice(("“”", '""'))
    month = chance.choice(("", f"{chance.choice(_MONTHS)}. ", f"{chance.choice(_LONG_MONTHS)} "))
    return [
        ("author", _people(facts, "author", chance, "straight straight written") + ", "),
        ("title", f"{quotes[0]}{facts['title']},{quotes[1]} "),
        ("journal", f"{facts['journal']}, "),
        ("volume", f"vol. {facts['volume']}, {_issue(facts, 'no. ', ', ')}"),
        ("pages", f"pp. {facts['page']}, " if facts["page"] else ""),
        ("date", f"{month}{facts['date']}."),
    ]


def _nature(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", _people(facts, "author", chance, "apa harvard vancouver written") + chance.choice((" ", ". "))),
        ("title", f"{_ended(facts['title'])} "),
        ("journal", facts["journal"] + chance.choice((" ", ". ", ", "))),
        ("volume", f"{facts['volume']}{_issue(facts) if chance.random() < 0.3 else ''}, "),
        ("pages", f"{facts['page']} " if facts["page"] else ""),
        ("date", f"({facts['date']})."),
    ]


def _elsevier(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", _people(facts, "author", chance, "straight straight vancouver written") + ", "),
        ("title", f"{facts['title']}, "),
        ("journal", facts["journal"] + chance.choice((" ", ", ", ". "))),
        ("volume", f"{facts['volume']}{_issue(facts, ' (', ')') if chance.random() < 0.2 else ''} "),
        ("date", f"({facts['date']}) "),
        ("pages", f"{facts['page']}."),
    ]


def _acs(facts: dict[str, str], chance: Random) -> Parts:
    untitled = chance.random() < 0.3
    return [
        ("author", _people(facts, "author", chance, "harvard straight apa written") + chance.choice((" ", ", ", ". "))),
        ("title", "" if untitled else f"{_ended(facts['title'])} "),
        ("journal", f"{facts['journal']} "),
        ("date", f"{facts['date']}, "),
        ("volume", f"{facts['volume']}{_issue(facts, ' (', ')') if chance.random() < 0.5 else ''}, "),
        ("pages", f"{facts['page']}."),
    ]


def _mla_before(facts: dict[str, str], chance: Random) -> Parts:
    """The seventh edition of MLA: "40.1 (2004): 17"."""
    quotes = chance.choice(("“”", '""', "‘’"))
    return [
        ("author", _people(facts, "author", chance, "full full written") + ". "),
        ("title", f"{quotes[0]}{_ended(facts['title'])}{quotes[1]} "),
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
            _people(facts, "author", chance, "harvard vancouver straight written") + chance.choice((", ", ", ", " ")),
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
        ("title", f"{_ended(facts['title'])} "),
        ("author", _people(facts, "author", chance, "vancouver straight written") + ". "),
        ("journal", facts["journal"] + ("" if chance.random() < 0.2 else ". ")),
        ("date", "" if last else f"{facts['date']};"),
        ("volume", f"{facts['volume']}{_issue(facts)}:"),
        ("pages", facts["page"] + (", " if last else ".")),
        ("date", f"{facts['date']}." if last else ""),
    ]


def _wiki(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", _people(facts, "author", chance, "vancouver apa full written") + " "),
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
            _people(facts, "author", chance, "full harvard straight written")
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


def _ended(title: str) -> str:
    return title if title[-1:] in "?!." else f"{title}."


# --- Books and chapters -----------------------------------------------------------------------------------


def _edition(facts: Mapping[str, str], before: str = "", after: str = ". ") -> str:
    return f"{before}{facts['edition']}{after}" if facts.get("edition") else ""


def _town(facts: Mapping[str, str], after: str) -> str:
    return f"{facts['location']}{after}" if facts.get("location") else ""


def _book_vancouver(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", _people(facts, "author", chance, "vancouver written") + ". "),
        ("title", f"{_ended(facts['title'])} "),
        ("edition", _edition(facts)),
        ("location", _town(facts, ": ")),
        ("publisher", f"{facts['publisher']}; "),
        ("date", f"{facts['date']}."),
    ]


def _book_apa(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", _people(facts, "author", chance, "apa harvard written") + " "),
        ("date", f"({facts['date']}). "),
        ("title", facts["title"] + (" " if facts.get("edition") else ". ")),
        ("edition", _edition(facts, "(", "). ")),
        ("location", _town(facts, ": ") if chance.random() < 0.5 else ""),
        ("publisher", f"{facts['publisher']}."),
    ]


def _book_chicago(facts: dict[str, str], chance: Random) -> Parts:
    brackets = chance.random() < 0.3
    return [
        ("author", _people(facts, "author", chance, "full straight written") + chance.choice((". ", ", "))),
        ("title", facts["title"] + (" " if brackets else chance.choice((". ", ", ")))),
        ("edition", _edition(facts, after=", ")),
        ("location", ("(" if brackets and facts.get("location") else "") + _town(facts, chance.choice((": ", ", ")))),
        ("publisher", f"{facts['publisher']}, "),
        ("date", facts["date"] + (")." if brackets else ".")),
    ]


def _book_harvard(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", _people(facts, "author", chance, "harvard apa written") + " "),
        ("date", chance.choice((f"{facts['date']}, ", f"({facts['date']}), ", f"({facts['date']}) "))),
        ("title", f"{facts['title']}, "),
        ("edition", _edition(facts, after=", ")),
        ("publisher", f"{facts['publisher']}, "),
        ("location", _town(facts, ".")),
    ]


def _book_french(facts: dict[str, str], chance: Random) -> Parts:
    return [
        ("author", _people(facts, "author", chance, "full harvard written") + ", "),
        ("title", f"{facts['title']}, "),
        ("location", _town(facts, chance.choice((", ", " : ")))),
        ("publisher", f"{facts['publisher']}, "),
        ("edition", _edition(facts, after=", ")),
        ("date", f"{facts['date']}."),
    ]


def _chapter_vancouver(facts: dict[str, str], chance: Random) -> Parts:
    people = _people(facts, "editor", chance, "vancouver written")
    return [
        ("author", _people(facts, "author", chance, "vancouver written") + ". "),
        ("title", f"{_ended(facts['title'])} "),
        ("editor", f"In: {people}, {chance.choice(('editors', 'eds', 'editor'))}. " if people else ""),
        ("container", ("" if people else "In: ") + f"{facts['container']}. "),
        ("edition", _edition(facts)),
        ("location", _town(facts, ": ")),
        ("publisher", f"{facts['publisher']}; "),
        ("date", facts["date"] + chance.choice((". ", ": "))),
        ("pages", f"{chance.choice(('p. ', 'pp. '))}{facts['page']}." if facts["page"] else ""),
    ]


def _chapter_apa(facts: dict[str, str], chance: Random) -> Parts:
    people = _people(facts, "editor", chance, "straight written")
    return [
        ("author", _people(facts, "author", chance, "apa harvard written") + " "),
        ("date", f"({facts['date']}). "),
        ("title", f"{_ended(facts['title'])} "),
        ("editor", f"In {people} ({chance.choice(('Eds.', 'Ed.', 'eds.'))}), " if people else ""),
        ("container", ("" if people else "In ") + f"{facts['container']} "),
        ("pages", f"(pp. {facts['page']}). " if facts["page"] else ""),
        ("location", _town(facts, ": ") if chance.random() < 0.5 else ""),
        ("publisher", f"{facts['publisher']}."),
    ]


def _chapter_chicago(facts: dict[str, str], chance: Random) -> Parts:
    people = _people(facts, "editor", chance, "full straight written")
    return [
        ("author", _people(facts, "author", chance, "full written") + ". "),
        ("title", f"“{_ended(facts['title'])}” "),
        ("container", f"In {facts['container']}, "),
        ("editor", f"edited by {people}, " if people else ""),
        ("pages", f"{facts['page']}. " if facts["page"] else ""),
        ("location", _town(facts, ": ")),
        ("publisher", f"{facts['publisher']}, "),
        ("date", f"{facts['date']}."),
    ]


def _chapter_abroad(facts: dict[str, str], chance: Random) -> Parts:
    people = _people(facts, "editor", chance, "straight full written")
    within = chance.choice(("In: ", "in ", "Dans: ", "En: ", "In "))
    editors = chance.choice(("Hrsg.", "Hg.", "dir.", "éds.", "a cura di", "coords.", "orgs.", "eds."))
    page = chance.choice(("S. ", "p. ", "pp. ", "págs. "))
    return [
        (
            "author",
            _people(facts, "author", chance, "full straight written")
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


ARTICLES: list[Style] = [
    _vancouver, _apa, _springer, _harvard, _chicago, _chicago_notes, _mla, _ieee, _nature, _elsevier, _acs,
    _title_first, _wiki, _abroad, _mla_before, _commas,
]  # fmt: skip
BOOKS: list[Style] = [_book_vancouver, _book_apa, _book_chicago, _book_harvard, _book_french]
CHAPTERS: list[Style] = [_chapter_vancouver, _chapter_apa, _chapter_chicago, _chapter_abroad]
