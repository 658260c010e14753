"""NLM's style, known as Vancouver: Citing Medicine, 2nd edition, and the samples of the ICMJE's Recommendations."""

from __future__ import annotations

import re

from citations.styles import names
from citations.styles.work import ARTICLES, PARTS, SITES, Work, joined, sentence


def write(work: Work) -> str:
    return joined(_head(work), _body(work), _numbers(work))


def _people(people: list[names.Person]) -> str:
    """Up to six names; of more the first six and et al."""
    return names.short_list(people, most=6, shown=6, ordinals=True)


def _head(work: Work) -> str:
    if authors := work.people("author"):
        return sentence(_people(authors))
    editors = work.people("editor") if work.type not in PARTS else []
    return f"{_people(editors)}, {'editors' if len(editors) > 1 else 'editor'}." if editors else ""


def _upright(text: str) -> str:
    return re.sub(r"</?i>", "", text)


def _body(work: Work) -> str:
    title = work.title
    if work.is_preprint:
        server = f"{_upright(work.container or work.text('publisher'))} [Preprint]".strip()
        return joined(sentence(title), sentence(server), sentence(work.short_day_of() or "[date unknown]"))
    if work.type in ARTICLES:
        return joined(sentence(title), _journal(work))
    if work.type in SITES:
        return joined(sentence(f"{title} [Internet]"), _site(work))
    if work.type in PARTS:
        first, last = work.pages
        pages = sentence(f"p. {short_pages(first, last)}") if first else ""
        return joined(sentence(title), _in(work), work.edition, _published(work), pages)
    if work.type == "thesis":
        title += " [master’s thesis]" if work.is_masters else " [dissertation]"
    elif work.type in ("dataset", "software"):
        title += " [dataset]" if work.type == "dataset" else " [software]"
    translators = work.people("translator")
    made = f"{_people(translators)}, {'translators' if len(translators) > 1 else 'translator'}." if translators else ""
    number = work.text("number") if work.type == "report" else ""
    number = sentence(f"Report No.: {number}" if number[:1].isdigit() else number)
    return joined(sentence(title), made, work.edition, work.book_volume, work.version, _published(work), number)


def _journal(work: Work) -> str:
    name = sentence(_upright(work.journal_short))
    day = work.short_day_of() or "[date unknown]"
    if work.is_ahead:
        return joined(name, sentence(day))
    volume, issue, supplement, part = work.volume
    told = f"Suppl {supplement}".replace(" +", "") if supplement else ""
    told = joined(told, f"Pt {part}" if part else "")
    number = volume + (f"({joined(issue, told)})" if issue else (f" {told}" if told else ""))
    first, last = work.pages
    pages = work.locator or short_pages(first, last)
    return joined(name, sentence(day + (f";{number}" if number else "") + (f":{pages}" if pages else "")))


def short_pages(first: str, last: str) -> str:
    """ "1355-60", "S3-9", "19S-31S": the last page without the figures it shares with the first."""
    match = re.fullmatch(r"([A-Za-z]*)(\d+)", first)
    other = re.fullmatch(r"([A-Za-z]*)(\d+)", last)
    if not last or not match or not other or match[1] != other[1] or len(match[2]) != len(other[2]):
        same = match and other and match[1] and match[1] == other[1]
        return f"{first}-{other[2]}" if same and other else (f"{first}-{last}" if last else first)
    at = next((place for place, (a, b) in enumerate(zip(match[2], other[2], strict=True)) if a != b), len(other[2]) - 1)
    return f"{first}-{other[2][at:]}"


def _in(work: Work) -> str:
    editors = work.people("editor")
    said = f"{_people(editors)}, {'editors' if len(editors) > 1 else 'editor'}. " if editors else ""
    return f"In: {said}{sentence(_upright(work.container))}" if work.container or said else ""


def _published(work: Work) -> str:
    place, holder = work.text("publisher-place"), work.text("publisher")
    made = f"{place}: {holder}" if place and holder else place or holder
    year = work.year or "[date unknown]"
    return sentence(f"{made}; {year}" if made else year)


def _site(work: Work) -> str:
    site = _upright(work.container or work.text("publisher"))
    own = work.people("author")
    site = "" if own and site == names.body(own[0]) else site
    seen = work.short_day_of("accessed")
    when = joined(work.short_day_of() or "[date unknown]", f"[cited {seen}]" if seen else "")
    return joined(sentence(f"{site}; {when}" if site else when), f"Available from: {work.url}" if work.url else "")


def _numbers(work: Work) -> str:
    """DOI, PMID and PMCID as PubMed puts them under a citation."""
    pmid, pmcid = work.text("PMID"), work.text("PMCID")
    listed = "; ".join(one for one in (f"PMID: {pmid}" if pmid else "", f"PMCID: {pmcid}" if pmcid else "") if one)
    address = "" if work.doi or work.type in SITES or not work.url else f"Available from: {work.url}"
    if work.type in ARTICLES and (work.pages[0] or listed):
        address = ""
    ahead = "Online ahead of print." if work.is_ahead else ""
    return joined(f"doi: {work.doi}." if work.doi else address, sentence(listed), ahead)
