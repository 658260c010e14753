"""A table of data in HTML inside of Markdown is read row by row, as Markdown's own tables are."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import Assessed, assess, read

SMITH, DOE = "Smith J. Ginger for nausea. J Herbs. 2015;3(2):1-9.", "Doe A. Garlic for colds. J Herbs. 2016;3(2):1-9."
LIST = f"\n## References\n\n1. {SMITH}\n2. {DOE}\n"
HEAD = "<tr><th>Herb</th><th>Effect</th><th>Source</th></tr>"
GINGER = "<tr><td>Ginger</td><td>cures nausea in pregnancy</td><td>[1]</td></tr>"
MINT = "<tr><td>Mint</td><td>cures cancer</td><td></td></tr>"


def _rows(table: str) -> list[Assessed]:
    text = f"# Herbs\n\nTea is hot.\n\n{table}\n\nOthers drink tea.\n{LIST}"
    document = read(text, "markdown")
    assert all(text[one.start : one.end] == one.text for one in document.sentences)
    return list(assess(document, today=date(2026, 1, 1)).sentences)


def _table(table: str) -> list[Assessed]:
    return [row for row in _rows(table) if row.sentence.place == "table"]


LEFT = {
    "paragraphs in a cell": f"<table>{HEAD}<tr><td>Tea</td><td><p>Tea is hot.</p><p>It calms.</p></td></tr></table>",
    "a list in a cell": f"<table>{HEAD}<tr><td>Tea</td><td><ul><li>Tea is hot.</li></ul></td></tr></table>",
    "a table in a cell": f"<table>{HEAD}<tr><td>Tea</td><td><table><tr><td>x</td></tr></table></td></tr></table>",
    "one column": "<table><tr><td>Mint cures cancer.</td></tr><tr><td>Tea is hot.</td></tr></table>",
    "one row": "<table><tr><td>Mint cures cancer.</td><td>Tea is hot.</td></tr></table>",
    "a long cell": f"<table>{HEAD}<tr><td>Tea</td><td>{'tea is hot and sweet ' * 20}</td></tr></table>",
    "words outside of cells": f"<table>Mint cures cancer.{HEAD}{GINGER}</table>",
    "never closed": f"<table>{HEAD}{GINGER}",
    "code": f"```\n<table>{HEAD}{GINGER}</table>\n```",
}


@pytest.mark.parametrize("table", LEFT.values(), ids=LEFT)
def test_what_is_no_table_of_data_is_left_as_it_is(table: str) -> None:
    assert not _table(table)


def test_a_list_of_works_in_a_table_stays_one() -> None:
    works = f"<table><tr><td>[1]</td><td>{SMITH}</td></tr>\n<tr><td>[2]</td><td>{DOE}</td></tr></table>"
    assert len(read(f"Ginger cures nausea [1].\n\n## References\n\n{works}\n", "markdown").references) == 2


def test_where_tags_are_shown_a_table_is_prose() -> None:
    document = read(f"# Herbs\n\n<table>{HEAD}{MINT}</table>\n", "markdown", html=False)
    assert not any(one.place for one in document.sentences)


FORMS = {
    "a line for each row": f"<table>\n{HEAD}\n{GINGER}\n{MINT}\n</table>",
    "all on one line": f"<table>{HEAD}{GINGER}{MINT}</table>",
    "a line for each cell": f"<table>\n{HEAD}\n{GINGER}\n{MINT}\n</table>".replace("<td>", "\n<td>"),
    "set in": f"<table>\n  {HEAD}\n  {GINGER}\n    {MINT}\n</table>",
    "in a box": f'<div class="t">\n<table class="x" style="width: 9em">\n{HEAD}\n{GINGER}\n{MINT}\n</table>\n</div>',
    "with blank lines": f"<table>\n\n{HEAD}\n\n{GINGER}\n\n{MINT}\n</table>",
    "with a head and a body": f"<table><thead>{HEAD}</thead>\n<tbody>{GINGER}{MINT}</tbody></table>",
    "with a caption": f"<table><caption>Herbs</caption>{HEAD}{GINGER}{MINT}</table>",
    "with styled cells": f"<table>{HEAD}{GINGER}{MINT}</table>".replace("<td>", '<td style="text-align: left">'),
    "without the tags that may be left out": f"<table>{HEAD}{GINGER}{MINT}</table>".replace("</td>", "\n"),
    "in capitals": f"<TABLE>{HEAD}{GINGER}{MINT}</TABLE>".replace("<td>", "<TD>"),
    "broken words": f"<table>{HEAD}{GINGER}{MINT}</table>".replace("cures ", "cures<br>"),
}


@pytest.mark.parametrize("table", FORMS.values(), ids=FORMS)
def test_a_row_is_one_statement_and_its_last_cell_its_source(table: str) -> None:
    ginger, mint = _table(table)
    assert [link.key for link in ginger.links] == ["smith2015"]
    assert not ginger.flags
    assert not mint.links
    assert [(flag.code, flag.severity.value) for flag in mint.flags] == [("missing-citation", "blocker")]


def test_a_linked_source_ties_its_row_alone() -> None:
    cell = '<a href="https://pubmed.ncbi.nlm.nih.gov/12345678/">the trial</a>'
    ginger, mint = _table(f"<table>{HEAD}{GINGER.replace('[1]', cell)}{MINT}</table>")
    assert [link.key for link in ginger.links] == ["pmid:12345678"]
    assert not mint.links


def test_a_caption_that_promises_is_judged() -> None:
    rows = _rows(f"<table><caption>Mint cures cancer in adults.</caption>{HEAD}{GINGER}</table>")
    assert any("Mint" in row.sentence.text and row.flags for row in rows)
