"""APA Style, 7th edition (2020), chapters 9 and 10."""

from __future__ import annotations

from citations.styles import names
from citations.styles.work import ARTICLES, NEWS, PARTS, SITES, Work, italic, joined, ranged, sentence

MOST = 20


def write(work: Work) -> str:
    people, role = _head(work)
    when = f"({_date(work)})."
    title = _title(work)
    start = (
        joined(sentence(people) if not role else f"{people} {role}.", when, title) if people else joined(title, when)
    )
    return joined(start, _place(work), _address(work))


def _head(work: Work) -> tuple[str, str]:
    if authors := work.people("author"):
        return _people(authors), ""
    editors = work.people("editor") if work.type not in PARTS else []
    return _people(editors), ("(Eds.)" if len(editors) > 1 else "(Ed.)") if editors else ""


def _people(people: list[names.Person]) -> str:
    """Up to 20 names; of more the first 19, an ellipsis and the last."""
    listed = [_inverted(person) for person in people]
    if len(listed) > MOST:
        return f"{', '.join(listed[:19])}, … {listed[-1]}"
    return listed[0] if len(listed) == 1 else ", ".join(listed[:-1]) + f", &amp; {listed[-1]}" if listed else ""


def _inverted(person: names.Person) -> str:
    short = " ".join(one for one in (names.initials(person, stops=True), names.dropping(person)) if one)
    parts = (names.family(person), short, names.suffix(person, stop=True))
    return names.body(person) or ", ".join(one for one in parts if one)


def _straight(people: list[names.Person]) -> str:
    listed = [
        names.body(one)
        or " ".join(
            part
            for part in (
                names.initials(one, stops=True),
                names.dropping(one),
                names.family(one) + (f", {names.suffix(one, stop=True)}" if names.suffix(one, stop=True) else ""),
            )
            if part
        )
        for one in people
    ]
    if len(listed) < 3:
        return " &amp; ".join(listed)
    return ", ".join(listed[:-1]) + f", &amp; {listed[-1]}"


def _date(work: Work) -> str:
    if not work.year:
        return "n.d."
    days = work.day_of(year=False) if work.type in SITES | NEWS else ""
    return f"{work.year}, {days}" if days else work.year


def _title(work: Work) -> str:
    if work.type in ARTICLES or work.type in PARTS:
        return sentence(work.title)
    notes = []
    if translators := work.people("translator"):
        notes.append(f"{_straight(translators)}, Trans.")
    details = [
        work.edition,
        work.version.removesuffix("."),
        f"Vol. {work.text('volume')}" if work.text("volume") and not work.is_preprint else "",
    ]
    if work.type == "report" and (number := work.text("number")):
        details.append(number if not number[:1].isdigit() else f"Report No. {number}")
    if said := ", ".join(one for one in details if one):
        notes.append(said)
    title = italic(work.title) + (f" ({'; '.join(notes)})" if notes else "")
    if work.type == "thesis":
        kind = "Master’s thesis" if work.is_masters else "Doctoral dissertation"
        title += f" [{', '.join(one for one in (kind, work.text('publisher')) if one)}]"
    kind = {"dataset": " [Data set]", "software": " [Computer software]"}.get(work.type, "")
    return sentence(title + kind)


def _place(work: Work) -> str:
    if work.type in ARTICLES:
        return _journal(work)
    if work.type in PARTS:
        return _book(work)
    if work.type == "thesis":
        return ""
    holder = (work.container or work.text("publisher")) if work.type in SITES or work.is_preprint else ""
    holder = holder or work.text("publisher") or (work.container if work.type == "document" else "")
    return "" if holder == _head(work)[0] else sentence(holder)


def _journal(work: Work) -> str:
    volume, issue, supplement, part = work.volume
    beside = [
        ranged(issue),
        f"Suppl. {supplement}".replace(" +", "") if supplement else "",
        f"Pt. {part}" if part else "",
    ]
    inside = ", ".join(one for one in beside if one)
    number = italic(volume) + (f"({inside})" if inside else "")
    first, last = work.pages
    pages = f"Article {work.locator}" if work.locator else (f"{first}–{last}" if last else first)
    row = sentence(", ".join(one for one in (italic(work.container), number, pages) if one))
    return joined(row, "Advance online publication." if work.is_ahead else "")


def _book(work: Work) -> str:
    editors = work.people("editor")
    said = f"{_straight(editors)} ({'Eds.' if len(editors) > 1 else 'Ed.'}), " if editors else ""
    first, last = work.pages
    pages = (f"pp. {first}–{last}" if last else f"p. {first}") if first else ""
    volume = f"Vol. {work.text('volume')}" if work.text("volume") else ""
    inside = ", ".join(one for one in (work.edition, volume, pages) if one)
    book = f"In {said}{italic(work.container)}" if work.container else said.removesuffix(", ")
    return joined(sentence(book + (f" ({inside})" if inside else "")) if book else "", sentence(work.text("publisher")))


def _address(work: Work) -> str:
    if work.type in SITES and not work.year and work.url and (seen := work.day_of("accessed")):
        return f"Retrieved {seen}, from {work.url}"
    return work.address
