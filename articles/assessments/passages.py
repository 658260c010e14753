"""Words that somebody is typing, read by the engine with the works, products and people of their article.

In: an article and the text as it stands in the editor. Out: what would be found in it. Nothing is saved.
"""

from __future__ import annotations

import re
from copy import copy
from dataclasses import replace
from datetime import date

from articles.assessments import kept_facts, readings
from articles.assessments.rows import Rows, known_products, words_of
from articles.models import Article
from evidence import Assessment, Document, Sentence, read
from evidence.deadline import Deadline, within
from evidence.reading.reference_lists import names_a_list

WHOLE = 6_000
"""Characters up to which the whole text is read again [house]: beyond, a change and what lies around it cost less. The
page asks for the whole of a longer text once nobody types."""
AROUND = 2_500
"""Characters read before and behind a changed passage of a longer text [house]: carried-over sources and pronouns."""
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_HEADING = re.compile(r"^ {0,3}(?:#{1,6} +|\*\*)([^\n]{1,80}?)(?: +#+|\*\*:?)?[ \t]*$", re.MULTILINE)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]{1,80}\]:[^\n]*(?:\n {2,}[^\n]*)*", re.MULTILINE)


def assess_words(
    article: Article, text: str, *, today: date, deadline: Deadline, changed: tuple[int, int] | None = None
) -> tuple[Assessment, int, int]:
    """What the engine finds in `text` as the article's body, and the stretch of it that the answer is about.

    A longer text is read around `changed` alone (code points), with the definitions of its notes and links. What
    stands beside the body is left out: it does not change while somebody types. Offsets of the answer are those of
    `text`. Raises TooIntricateError (a ValueError), and ValueError for front matter that is not allowed.
    """
    article = copy(article)
    article.body = text
    with within(deadline):
        if len(text) <= WHOLE or changed is None:
            document = read(text, "markdown", html=False)
            return _run(article, _given(article, document, today), document), 0, len(text)
        given = _given(article, read(_list_in(text), "markdown", html=False), today)
        begin, end = _stretch(text, *changed)
        first, last = _stretch(text, max(0, begin - AROUND), min(len(text), end + AROUND))
        passage = read(text[first:last] + _definitions(text, first, last), "markdown", html=False)
        found = _run(article, given, passage)
        kept = [row for row in found.sentences if begin - first <= row.sentence.start < end - first]
        moved = [replace(row, sentence=_moved(row.sentence, first)) for row in kept]
        return replace(found, sentences=tuple(moved), source_flags=(), page_flags=()), begin, end


def _given(article: Article, document: Document, today: date) -> readings.Given:
    """`article` holds the words as typed: a product that they name is one of its products before they are saved."""
    facts = kept_facts.facts_of(article, today)
    sources = readings.with_listed(facts.works, document)
    known = known_products(facts.disclosures, facts.names.named_in(words_of(article)))
    products = [known[pk] for pk in sorted(known)]
    return readings.Given(sources, readings.products_told(products, sources), today, facts.page)


def _run(article: Article, given: readings.Given, document: Document) -> Assessment:
    keys = {source.key for source in given.sources}
    return given.run(document, readings.confirmed_in(Rows(article), document, keys))


def _stretch(text: str, begin: int, end: int) -> tuple[int, int]:
    """The whole paragraphs from `begin` to `end`."""
    before = [match.end() for match in _PARAGRAPH.finditer(text, 0, max(0, begin))]
    behind = _PARAGRAPH.search(text, min(end, len(text)))
    return (before[-1] if before else 0), (behind.start() if behind else len(text))


def _list_in(text: str) -> str:
    """The reference list that stands in the text, from its heading on; "" where there is none."""
    headings = (match for match in _HEADING.finditer(text) if names_a_list(match[1]))
    last = max((match.start() for match in headings), default=len(text))
    return text[last:]


def _definitions(text: str, first: int, last: int) -> str:
    """Notes and addresses that are defined elsewhere in the text, as a passage needs them."""
    outside = (match for match in _DEFINITION.finditer(text) if not first <= match.start() < last)
    return "".join(f"\n\n{match[0]}" for match in outside)


def _moved(sentence: Sentence, by: int) -> Sentence:
    return replace(sentence, start=sentence.start + by, end=sentence.end + by)
