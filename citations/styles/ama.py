"""AMA Manual of Style, 11th edition (2020), chapter 3."""

from __future__ import annotations

from citations.styles import names
from citations.styles.work import ARTICLES, NEWS, PARTS, SITES, Work, italic, joined, sentence


def write(work: Work) -> str:
    return joined(_head(work), _body(work), f"doi:{work.doi}" if work.doi else _address(work))


def _people(people: list[names.Person]) -> str:
    """Up to six names; of more the first three and et al."""
    return names.short_list(people, most=6, shown=3)


def _head(work: Work) -> str:
    if authors := work.people("author"):
        return sentence(_people(authors))
    editors = work.people("editor") if work.type not in PARTS else []
    return f"{_people(editors)}, {'eds' if len(editors) > 1 else 'ed'}." if editors else ""


def _body(work: Work) -> str:
    if work.is_preprint:
        day = work.day_of()
        posted = sentence(f"Preprint posted online {day}" if day else "Preprint")
        return joined(sentence(work.title), sentence(italic(work.container or work.text("publisher"))), posted)
    if work.type in ARTICLES:
        return joined(sentence(work.title), _journal(work))
    if work.type in SITES:
        site = work.container or work.text("publisher")
        own = work.people("author")
        site = "" if own and site == names.body(own[0]) else site
        seen = work.day_of("accessed")
        return joined(
            sentence(work.title), sentence(site), sentence(work.day_of()), f"Accessed {seen}." if seen else ""
        )
    if work.type in PARTS:
        return joined(sentence(work.title), _in(work), _published(work))
    return joined(
        sentence(italic(work.title)),
        work.book_volume.replace("Vol.", "Vol"),
        _made_by(work),
        _kind(work),
        work.version,
        _published(work),
        _number(work),
    )


def _journal(work: Work) -> str:
    name = sentence(italic(work.journal_short))
    if work.is_ahead:
        return joined(name, sentence(f"Published online {work.day_of()}") if work.year else "Published online.")
    volume, issue, supplement, part = work.volume
    beside = [issue, f"suppl {supplement}".replace(" +", "") if supplement else "", f"pt {part}" if part else ""]
    inside = " ".join(one for one in beside if one)
    first, last = work.pages
    pages = work.locator or (f"{first}-{last}" if last else first)
    number = volume + (f"({inside})" if inside else "")
    when = work.day_of() if work.type in NEWS and not volume else work.year
    row = (when or "Date unknown") + (f";{number}" if number else "") + (f":{pages}" if pages else "")
    return joined(name, sentence(row))


def _in(work: Work) -> str:
    editors = work.people("editor")
    said = f"{_people(editors)}, {'eds' if len(editors) > 1 else 'ed'}. " if editors else ""
    return f"In: {said}{sentence(italic(work.container))}" if work.container or said else ""


def _made_by(work: Work) -> str:
    translators = work.people("translator")
    return f"{_people(translators)}, trans." if translators else ""


def _kind(work: Work) -> str:
    if work.type != "thesis":
        return ""
    return "Master’s thesis." if work.is_masters else "Dissertation."


def _published(work: Work) -> str:
    holder = work.text("publisher")  # also where the author is the publisher
    first, last = work.pages if work.type in PARTS else ("", "")
    pages = f":{first}-{last}" if last else (f":{first}" if first else "")
    row = "; ".join(one for one in (holder, (work.year or "date unknown") + pages) if one)
    return joined(work.edition, sentence(row))


def _number(work: Work) -> str:
    number = work.text("number") if work.type == "report" else ""
    return sentence(f"Report {number}" if number[:1].isdigit() else number)


def _address(work: Work) -> str:
    if not work.url or (work.type in ARTICLES and work.pages[0]):
        return ""
    seen = work.day_of("accessed") if work.type not in SITES else ""
    return f"Accessed {seen}. {work.url}" if seen else work.url
