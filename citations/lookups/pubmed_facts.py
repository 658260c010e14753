"""What a PubMed record says that grading needs, each fact with the heading or words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from citations.lookups import markup
from citations.lookups.records import Fact
from evidence.sources.abstract_design import design_from_words
from evidence.sources.study_design import design_of, species_of

REGISTRIES = frozenset(
    {"ClinicalTrials.gov", "ISRCTN", "ANZCTR", "ChiCTR", "CRiS", "CTRI", "DRKS", "EudraCT", "IRCT", "JPRN", "KCT"}
    | {"LBCTR", "NTR", "PACTR", "PER", "ReBec", "REPEC", "RPCEC", "SLCTR", "TCTR", "UMIN CTR", "UMIN-CTR"}
)
"""Data banks of PubMed records that are registries of trials (NLM, DataBankName); others hold data."""


def facts_of(citation: Element) -> dict[str, Fact]:
    """Facts of a MedlineCitation or BookDocument."""
    types = [_text(one) for one in citation.iter("PublicationType")]
    headings = [_heading(one) for one in citation.findall("MeshHeadingList/MeshHeading")]
    text = _abstract(citation)
    title = _text(citation.find("Article/ArticleTitle"))
    facts: dict[str, Fact] = {}
    if types:
        facts["publication_types"] = Fact(list(dict.fromkeys(types)), "Publication types")
    if headings:
        facts["mesh"] = Fact(headings, "MeSH headings; * marks the main subjects")
    if text:
        facts["abstract"] = Fact(text, "Abstract")
    facts |= _design(types, headings, title, text) | _species(headings)
    if grants := "; ".join(dict.fromkeys(_grants(citation))):
        facts["funding"] = Fact(grants[:500], "Grant list")
    if conflicts := _text(citation.find("CoiStatement")):
        facts["conflicts"] = Fact(conflicts, "Conflict of interest statement")
    if registered := ", ".join(dict.fromkeys(_registered(citation))):
        facts["registration"] = Fact(registered[:200], "Data bank list")
    if "Preprint" in types:
        facts["preprint"] = Fact(True, "Publication type: Preprint")
        facts["peer_reviewed"] = Fact(False, "Publication type: Preprint")
        for row in citation.findall("CommentsCorrectionsList/CommentsCorrections"):
            if row.get("RefType") == "UpdateIn" and (pmid := _text(row.find("PMID"))):
                facts["published_as"] = Fact({"pmid": pmid}, "Update in")
    return facts


def _text(element: Element | None) -> str:
    return markup.plain("".join(element.itertext())) if element is not None else ""


def _heading(heading: Element) -> str:
    """ "Eczema/*prevention & control": descriptor and qualifiers as MEDLINE prints them, main subjects starred."""
    parts = []
    for one in heading:
        star = "*" if one.get("MajorTopicYN") == "Y" else ""
        parts.append(f"{star}{_text(one)}")
    return "/".join(parts)[:200]


def _abstract(citation: Element) -> str:
    """Each section a paragraph with its label before it, as published."""
    parts = []
    for section in citation.findall("Article/Abstract/AbstractText") or citation.findall("Abstract/AbstractText"):
        label, text = markup.plain(section.get("Label") or ""), _text(section)
        if text:
            parts.append(f"{label}: {text}" if label and label.upper() != "UNLABELLED" else text)
    return "\n".join(parts)


def _design(types: list[str], headings: list[str], title: str, abstract: str) -> dict[str, Fact]:
    """The design, where the record says it, with the heading or the words that do."""
    if design := design_of(types, title, headings):
        words = f"Title: {title}"
        if named := next((one for one in types if design_of([one]) is design), ""):
            words = f"Publication type: {named}"
        elif headed := next((one for one in headings if design_of((), "", [one]) is design), ""):
            words = f"MeSH: {headed}"
        return {"design": Fact(design.value, words[:300])}
    told, place = design_from_words(title, abstract)
    return {"design": Fact(told.value, f"Words of the {place}")} if told else {}


def _species(headings: list[str]) -> dict[str, Fact]:
    species = species_of(headings)
    names = {heading.split("/")[0].strip("* ") for heading in headings} & {"Humans", "Animals"}
    return {"species": Fact(species.value, f"MeSH: {', '.join(sorted(names))}".rstrip(": "))} if species else {}


def _grants(citation: Element) -> Iterator[str]:
    for grant in citation.findall("Article/GrantList/Grant"):
        agency, number = _text(grant.find("Agency")), _text(grant.find("GrantID"))
        if agency:
            yield f"{agency} ({number})" if number else agency


def _registered(citation: Element) -> Iterator[str]:
    for bank in citation.findall("Article/DataBankList/DataBank"):
        name = _text(bank.find("DataBankName"))
        if name in REGISTRIES:
            for number in bank.findall("AccessionNumberList/AccessionNumber"):
                yield f"{name} {_text(number)}"
