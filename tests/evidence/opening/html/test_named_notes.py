"""Notes and works that a page names by a term or a key, as LaTeX2HTML and Sphinx do, are what their marks lead to."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import Assessed, assess, open_document

SMITH, DOE = "Smith J. Ginger for nausea. J Herbs. 2015;3(2):1-9.", "Doe A. Garlic for colds. J Herbs. 2016;3(2):1-9."


def _rows(body: str) -> list[Assessed]:
    page = f"<html><body><h1>Herbs</h1>{body}</body></html>"
    return list(assess(open_document("herbs.html", page.encode()).document, today=date(2026, 1, 1)).sentences)


def _keys(body: str, words: str) -> list[str]:
    return [link.key for row in _rows(body) if words in row.sentence.text for link in row.links]


NOTE = (
    '<p>Garlic prevents colds.<a name="t1" href="#foot12"><sup>1</sup></a> Mint cures cancer.</p>'
    "<h2><a name='s5'>Bibliography</a></h2>"
    f'<dl><dt><a name="smith">1</a></dt><dd>{SMITH}</dd></dl><hr><h4>Footnotes</h4>'
    '<dl><dt><a name="foot12">... colds.</a><a href="#t1"><sup>1</sup></a></dt><dd>{}</dd></dl>'
)


def test_a_footnote_is_not_the_work_of_the_same_number() -> None:
    assert _keys(NOTE.format("We tell of ourselves here."), "Garlic prevents") == []


def test_a_footnote_named_by_its_term_leads_to_the_work_in_it() -> None:
    assert _keys(NOTE.format(f"See {DOE}"), "Garlic prevents") == ["seedoe2016"]


def test_a_promise_beside_it_stays_open() -> None:
    assert _keys(NOTE.format(DOE), "Mint cures") == []


@pytest.mark.parametrize("tags", ["<dt>{}</dt><dd>{}</dd>", "<dt>{}<dd>{}"])
def test_a_work_named_by_its_term_is_what_its_mark_leads_to(tags: str) -> None:
    works = "".join(tags.format(f'<a name="{key}">{n}</a>', work) for n, (key, work) in enumerate(WORKS.items(), 1))
    body = f'<p>Garlic prevents colds [<a href="#doe">2</a>].</p><h2>Bibliography</h2><dl>{works}</dl>'
    assert _keys(body, "Garlic prevents") == ["doe2016"]


WORKS = {"smith": SMITH, "doe": DOE}
MARK = '<a class="reference internal" href="#doe2016"><span>[DOE2016]</span></a>'
LABEL = '<span class="label"><span>[</span>{}<span>]</span></span>'


@pytest.mark.parametrize("label", ["DOE2016", '<a role="doc-backlink" href="#id2">DOE2016</a>'])
def test_a_citation_of_sphinx_leads_to_its_work(label: str) -> None:
    note = f'<div class="citation" id="doe2016" role="doc-biblioentry">{LABEL.format(label)}<p>{DOE}</p></div>'
    rows = _rows(f"<p>Garlic prevents colds {MARK}. Mint cures cancer.</p>{note}")
    assert [[link.key for link in row.links] for row in rows] == [["doe2016"], []]


def test_a_link_to_a_part_of_the_page_is_no_citation() -> None:
    body = f'<p>Garlic prevents colds {MARK}.</p><div class="box" id="doe2016"><p>Tea is hot at night.</p></div>'
    assert _keys(body, "Garlic prevents") == []


def test_a_work_marked_as_retracted_keeps_its_mark() -> None:
    note = f'<ol><li id="fn1">[Retracted] {DOE}</li></ol>'
    page = f'<h1>H</h1><p>Garlic helps.<a href="#fn1"><sup>1</sup></a></p>{note}'
    assert "[Retracted] Doe A." in open_document("herbs.html", page.encode()).document.text
