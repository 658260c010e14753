"""The Chicago Manual of Style, 17th edition (2017), chapters 14 and 15: author-date."""

from __future__ import annotations

from citations.styles import names
from citations.styles.work import ARTICLES, NEWS, PARTS, SITES, Work, italic, joined, ranged, sentence


def write(work: Work) -> str:
    head, title, year = _head(work), _title(work), f"{work.year or 'n.d'}."
    start = joined(sentence(head), year, title) if head else joined(title, year)
    return joined(start, _place(work), sentence(work.address))


def _head(work: Work) -> str:
    if authors := work.people("author"):
        return _people(authors)
    editors = work.people("editor") if work.type not in PARTS else []
    return f"{_people(editors)}, {'eds' if len(editors) > 1 else 'ed'}" + "." if editors else ""


def _people(people: list[names.Person]) -> str:
    """Up to ten names, the first turned round; of more the first seven and et al."""
    listed = [_inverted(people[0]), *(_straight(one) for one in people[1:])]
    if len(listed) > 10:
        return f"{', '.join(listed[:7])}, et al"
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])}, and {listed[-1]}"


def _spaced(given: str) -> str:
    """ "KM" and "K.M." as "K. M."; names in full as they are."""
    words = []
    for word in given.replace(".", ". ").split():
        bare = word.rstrip(".")
        initials = bare.isupper() and bare.isalpha() and len(bare) < 4
        words += [f"{letter}." for letter in bare] if initials else [word]
    return " ".join(words)


def _inverted(person: names.Person) -> str:
    given = joined(_spaced(names.given(person)), names.dropping(person))
    parts = (names.family(person), given, names.suffix(person, stop=True))
    return names.body(person) or ", ".join(one for one in parts if one)


def _straight(person: names.Person) -> str:
    said = names.suffix(person, stop=True)
    last = names.family(person) + (f" {said}" if said else "")
    return names.body(person) or joined(_spaced(names.given(person)), names.dropping(person), last)


def _plain_list(people: list[names.Person]) -> str:
    listed = [_straight(one) for one in people]
    return " and ".join(listed) if len(listed) < 3 else f"{', '.join(listed[:-1])}, and {listed[-1]}"


def _title(work: Work) -> str:
    if work.type in ARTICLES or work.type in PARTS or work.type in SITES or work.type == "thesis" or work.is_preprint:
        return f"“{sentence(_quoted(work.title))}”"
    return sentence(italic(work.title))


def _quoted(title: str) -> str:
    """Quotation marks within quotation marks are single ones."""
    return title.replace("“", "‘").replace("”", "’")


def _place(work: Work) -> str:
    if work.is_preprint:
        server = work.container or work.text("publisher")
        return sentence(", ".join(one for one in ("Preprint", server, work.day_of(year=False)) if one))
    if work.type in ARTICLES:
        return _journal(work)
    if work.type in SITES:
        return _site(work)
    if work.type in PARTS:
        return joined(_in(work), _published(work))
    if work.type == "thesis":
        kind = "Master’s thesis" if work.is_masters else "PhD diss."
        return sentence(", ".join(one for one in (kind, work.text("publisher")) if one))
    translators = work.people("translator")
    made = f"Translated by {sentence(_plain_list(translators))}" if translators else ""
    number = work.text("number") if work.type == "report" else ""
    number = sentence(f"Report No. {number}" if number[:1].isdigit() else number)
    return joined(made, work.edition, work.book_volume, work.version, number, _published(work))


def _journal(work: Work) -> str:
    name = italic(work.container)
    if work.is_ahead:
        return sentence(", ".join(one for one in (name, "published ahead of print", work.day_of(year=False)) if one))
    volume, issue, supplement, part = work.volume
    if work.type in NEWS and not volume and len(work.date()) > 1:
        name = f"{name}, {work.day_of()}"
    beside = [
        ranged(issue),
        f"suppl. {supplement}".replace(" +", "") if supplement else "",
        f"pt. {part}" if part else "",
    ]
    inside = ", ".join(one for one in beside if one)
    first, last = work.pages
    pages = work.locator or (f"{first}–{shortened(first, last)}" if last else first)
    if not volume:  # 15.47: "Diogenes, no. 25, 84–117"
        return sentence(", ".join(one for one in (name, f"no. {inside}" if issue else inside, pages) if one))
    row = joined(name, volume, f"({inside})" if inside else "")
    # 14.171: a space follows the colon only where something stands between the volume and it.
    return sentence(joined(f"{row}:", pages) if pages and inside else f"{row}:{pages}" if pages else row)


def shortened(first: str, last: str) -> str:
    """The last page by rule 9.61: 3–10, 100–104, 107–8, 321–28, 1496–1500, 1087–89."""
    if not (first.isdecimal() and last.isdecimal()) or len(first) != len(last) or len(first) < 3:
        return last
    if int(first) % 100 == 0:
        return last
    at = next((place for place, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(last) - 1)
    if first[-2] == "0" and at == len(last) - 1:
        return last[-1]
    return last if len(first) == 4 and at < 2 else last[min(at, len(last) - 2) :]


def _in(work: Work) -> str:
    editors = work.people("editor")
    first, last = work.pages
    pages = (f"{first}–{shortened(first, last)}" if last else first) if first else ""
    parts = [f"In {italic(work.container)}" if work.container else "", work.edition]
    parts += [f"edited by {_plain_list(editors)}" if editors else "", pages]
    return sentence(", ".join(one for one in parts if one))


def _published(work: Work) -> str:
    """Place and publisher, also where the publisher is the author (14.84)."""
    place, holder = work.text("publisher-place"), work.text("publisher")
    return sentence(f"{place}: {holder}" if place and holder else holder)


def _site(work: Work) -> str:
    site = work.container or work.text("publisher")
    own = work.people("author")
    site = "" if own and site == names.body(own[0]) else site
    day = work.day_of() if len(work.date()) > 1 else ""
    seen = f"Accessed {work.day_of('accessed')}" if work.date("accessed") and not work.year else ""
    return joined(sentence(site), sentence(day), sentence(seen))
