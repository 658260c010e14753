"""Kinds of work: the types of CSL 1.0.2, as records of works have them, and the words that people read for them."""

from __future__ import annotations

# https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types; the words are ours.
KINDS = {
    "article-journal": "Article in a journal",
    "article-magazine": "Article in a magazine",
    "article-newspaper": "Article in a newspaper",
    "article": "Preprint or other article",
    "review": "Review",
    "review-book": "Review of a book",
    "book": "Book",
    "chapter": "Chapter of a book",
    "report": "Report",
    "thesis": "Thesis",
    "paper-conference": "Paper of a conference",
    "webpage": "Web page",
    "post-weblog": "Post of a blog",
    "post": "Post on social media or in a forum",
    "dataset": "Data set",
    "software": "Software",
    "standard": "Standard",
    "entry": "Entry of a database or reference work",
    "entry-dictionary": "Entry of a dictionary",
    "entry-encyclopedia": "Entry of an encyclopaedia",
    "document": "Document",
    "manuscript": "Manuscript",
    "pamphlet": "Leaflet",
    "periodical": "Periodical",
    "collection": "Collection",
    "classic": "Classical work",
    "patent": "Patent",
    "bill": "Bill",
    "legislation": "Law",
    "legal_case": "Legal case",
    "regulation": "Regulation",
    "treaty": "Treaty",
    "hearing": "Hearing",
    "broadcast": "Broadcast",
    "motion_picture": "Film or video",
    "interview": "Interview",
    "speech": "Talk",
    "event": "Event",
    "performance": "Performance",
    "personal_communication": "Letter or message",
    "graphic": "Picture",
    "figure": "Figure",
    "map": "Map",
    "musical_score": "Musical score",
    "song": "Song or sound recording",
}


def kind_in_words(kind: str) -> str:
    """What people read for a type; one that CSL does not know, as some files bring them, without its hyphens."""
    words = " ".join(kind.replace("-", " ").replace("_", " ").split())
    return KINDS.get(kind, words[:1].upper() + words[1:])


def kind_choices(held: str) -> list[tuple[str, str]]:
    """For a select; what a record holds is among them, whatever it is."""
    known = [("", "Not recorded"), *KINDS.items()]
    return known if not held or held in KINDS else [*known, (held, kind_in_words(held))]
