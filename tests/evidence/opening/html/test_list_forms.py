"""Three works in every form that pages show lists in; each is read with its number, and its mark leads to it."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import assess, open_document

WORKS = (
    "Miller A. Zinc and colds in adults. J Zinc. 2015;3(2):11-19.",
    "Brown B, Green D. Honey and cough. J Honey. 2017;4(1):1-9.",
    "White C. Sleep and memory. J Sleep. 2018;5(3):21-30.",
)
KEYS = ["miller2015", "brown2017", "white2018"]
PLAIN = "<p>Zinc shortens colds [1]. Honey eases cough [2]. Sleep improves memory [3].</p>"
LINKED = (
    '<p>Zinc shortens colds [<a href="#r1">1</a>]. Honey eases cough <a href="#r2">[2]</a>. '
    'Sleep improves memory.<sup><a href="#r3">3</a></sup></p>'
)
HEADING = "<h2>References</h2>"


def each(form, between="\n"):
    return between.join(form.format(n=number, work=work) for number, work in enumerate(WORKS, 1))


MARGIN = '<div class="csl-left-margin">{}</div><div class="csl-right-inline">{{work}}</div></div>'
FORMS = {
    "an ordered list": "<ol>" + each("<li id='r{n}'>{work}</li>", "") + "</ol>",
    "a list with spans": "<ul>" + each("<li id='r{n}'><span>{n}</span><span>{work}</span></li>") + "</ul>",
    "a list with bold numbers": "<ul>" + each("<li id='r{n}'><b>{n}</b> {work}</li>") + "</ul>",
    "a table": "<table>" + each("<tr id='r{n}'><td>{n}.</td><td>{work}</td></tr>", "") + "</table>",
    "a table with ids in its cells": "<table>" + each("<tr><td id='r{n}'>[{n}]</td><td>{work}</td></tr>") + "</table>",
    "definitions": "<dl>" + each("<dt>{n}</dt><dd id='r{n}'>{work}</dd>", "") + "</dl>",
    "definitions with ids in their terms": "<dl>" + each("<dt id='r{n}'>{n}</dt><dd>{work}</dd>", "") + "</dl>",
    "pairs of paragraphs": each("<p>{n}</p><p id='r{n}'>{work}</p>", ""),
    "spans": each("<div id='r{n}'><span>{n}</span><span>{work}</span></div>"),
    "parts": each("<div id='r{n}'><div class='n'>{n}</div><div>{work}</div></div>"),
    "entries with bare numbers": "<div class='csl-bib-body'>"
    + each("<div class='csl-entry' id='r{n}'>" + MARGIN.format("{n}"))
    + "</div>",
    "entries with full stops": "<div class='csl-bib-body'>"
    + each("<div class='csl-entry' id='r{n}'>" + MARGIN.format("{n}."))
    + "</div>",
    "entries with brackets": "<div class='csl-bib-body'>"
    + each("<div class='csl-entry' id='r{n}'>" + MARGIN.format("[{n}]"))
    + "</div>",
    "entries with printed numbers": "<div class='csl-bib-body'>"
    + each("<div class='csl-entry'><a id='r{n}'></a>{n}. {work}</div>")
    + "</div>",
    "paragraphs": each("<p id='r{n}'>{n}. {work}</p>"),
}


def opened(body):
    page = f"<html><body><article><h1>Zinc</h1>{body}</article></body></html>"
    return open_document("a.html", page.encode()).document


@pytest.mark.parametrize(
    "listed",
    [
        "<table><tr id='r1'><td>1</td><td>Five drops a day</td></tr><tr><td>2</td><td>Nine drops</td></tr></table>",
        "<ol><li id='r1'>Rest in bed for a day or two</li><li>Drink a glass of water</li></ol>",
        "<dl><dt>1</dt><dd id='r1'>Rest in bed for a day or two</dd></dl>",
        "<p>1</p><p id='r1'>Rest in bed for a day or two.</p>",
        "<div id='r1'><span>1</span><span>Rest in bed for a day</span></div>",
        "<div class='csl-bib-body'>Rest in bed for a day or two.</div>",
    ],
)
def test_no_work_is_read_from(listed):
    assert opened("<p>Zinc shortens colds [<a href='#r1'>1</a>].</p>" + listed).references == ()


@pytest.mark.parametrize("marks", [PLAIN, LINKED], ids=["plain", "linked"])
@pytest.mark.parametrize("form", [*FORMS.values()], ids=[*FORMS])
def test_each_mark_leads_to_its_work_in(form, marks):
    document = opened(marks + HEADING + form)
    assert [reference.raw for reference in document.references] == list(WORKS)
    assert len(document.sentences) == 3
    assessed = assess(document, today=date(2026, 11, 1))
    assert [[link.key for link in row.links] for row in assessed.sentences] == [[key] for key in KEYS]


@pytest.mark.parametrize("form", [form for name, form in FORMS.items() if "entries" in name])
def test_entries_of_citeproc_need_no_heading(form):
    assert [reference.number for reference in opened(PLAIN + form).references] == [1, 2, 3]


@pytest.mark.parametrize(
    "words", ["<b>1</b>st of May", "<span>5</span> mg of zinc", "<b>Zinc</b>Honey", "<i>2</i>-fold"]
)
def test_a_number_that_belongs_to_its_words_is_no_label(words):
    assert ". " not in opened(f"<p>{words} came</p><p>Tea is warm.</p>").text.split("\n")[2]
