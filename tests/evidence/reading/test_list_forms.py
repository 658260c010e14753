"""Three works in every form that tools write lists in; each is read with its number, and its mark leads to it."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import assess
from evidence.reading.documents import read

WORKS = (
    "Miller A. Zinc and colds in adults. J Zinc. 2015;3(2):11-19.",
    "Brown B, Green D. Honey and cough. J Honey. 2017;4(1):1-9.",
    "White C. Sleep and memory. J Sleep. 2018;5(3):21-30.",
)
KEYS = ["miller2015", "brown2017", "white2018"]
HEAD = "# Zinc\n\nZinc shortens colds [1]. Honey eases cough [2]. Sleep improves memory [3].\n\n"
UNDER = HEAD + "## References\n\n"


def each(form, between="\n"):
    return between.join(
        form.format(n=number, work=work, key=key) for number, (work, key) in enumerate(zip(WORKS, KEYS, strict=True), 1)
    )


def entry(number):
    margin = f'<div class="csl-left-margin">{number}</div><div class="csl-right-inline">{{work}}</div>'
    return f'<div class="csl-entry">\n{margin}\n</div>'


FORMS = {
    "an ordered list on one line": "<ol>" + each("<li>{work}</li>", "") + "</ol>",
    "an ordered list with ids": "<ol>\n" + each('<li id="r{n}">{work}</li>') + "\n</ol>",
    "items with paragraphs": "<ol>\n" + each("<li><p>{work}</p></li>") + "\n</ol>",
    "a table on one line": "<table>" + each("<tr><td>{n}.</td><td>{work}</td></tr>", "") + "</table>",
    "a table with a head": "<table>\n<tr><th>No</th><th>Work</th></tr>\n"
    + each("<tr>\n<td>[{n}]</td>\n<td>{work}</td>\n</tr>")
    + "\n</table>",
    "pairs of paragraphs": each("<p>{n}</p><p>{work}</p>", ""),
    "pairs of paragraphs apart": each("<p>{n}</p>\n\n<p>{work}</p>", "\n\n"),
    "spans": each("<div><span>{n}</span><span>{work}</span></div>"),
    "definitions of HTML": "<dl>" + each("<dt>{n}</dt><dd>{work}</dd>", "") + "</dl>",
    "definitions of Markdown": each("{n}\n: {work}", "\n\n"),
    "close definitions of Markdown": each("{n}\n:   {work}"),
    "a table of Markdown": "| No | Work |\n|---|---|\n" + each("| {n} | {work} |"),
    "a table of Markdown without borders": "No | Work\n---|---\n" + each("[{n}] | {work}"),
    "a table of Markdown without a head": each("| {n} | {work} |"),
    "a table of Markdown with rules of one hyphen": "| No | Work |\n|:-:|:-|\n" + each("| **{n}** | {work} |"),
    "a table of Markdown with bold numbers and no head": each("| **{n}** | {work} |"),
    "a grid table": "+---+---------+\n" + each("| {n} | {work} |\n+---+---------+"),
    "a grid table with a head": "+----+------+\n| No | Work |\n+====+======+\n"
    + each("| {n} | {work} |\n+----+------+"),
    "numbers with a short word": each("Ref. {n}: {work}", "\n\n"),
    "numbers with a word in bold": each("**Reference {n}** – {work}", "\n\n"),
    "numbers with a word in brackets": each("[Source {n}] {work}", "\n\n"),
    "numbers on lines of their own": each("{n}\n\n{work}", "\n\n"),
    "bold numbers on lines of their own": each("**{n}**\n\n{work}", "\n\n"),
    "a line for each work": each("{work}"),
    "a broken line for each work": each("{work}<br>"),
    "links": each("{n}. [{work}](https://example.org/{key})"),
}
ENTRIES = {
    "entries with bare numbers": '<div class="csl-bib-body">\n' + each(entry("{n}")) + "\n</div>",
    "entries with full stops": '<div class="csl-bib-body">\n' + each(entry("{n}.")) + "\n</div>",
    "entries with brackets": '<div class="csl-bib-body">\n' + each(entry("[{n}]")) + "\n</div>",
    "entries on one line": '<div class="csl-bib-body">' + each(entry("{n}"), "").replace("\n", "") + "</div>",
    "entries alone": each(entry("{n}")),
    "Pandoc's entries": '<div id="refs" class="references csl-bib-body">\n\n'
    + each('<div id="ref-{key}" class="csl-entry">\n\n{work}\n\n</div>', "\n\n")
    + "\n\n</div>",
    "Pandoc's entries with spans": '<div id="refs" class="references">\n\n'
    + each(
        '<div id="ref-{key}" class="csl-entry">\n<span class="csl-left-margin">{n}. </span>'
        '<span class="csl-right-inline">{work}</span>\n</div>',
        "\n\n",
    )
    + "\n\n</div>",
    "Pandoc's fenced divs": "::::: {{#refs .references .csl-bib-body}}\n".replace("{{", "{").replace("}}", "}")
    + each("::: {{#ref-{key} .csl-entry}}\n{work}\n:::", "\n\n")
    + "\n:::::",
    "Pandoc's fenced divs with spans": "::::: {#refs .references}\n"
    + each("::: {{#ref-{key} .csl-entry}}\n[{n}. ]{{.csl-left-margin}}[{work}]{{.csl-right-inline}}\n:::", "\n\n")
    + "\n:::::",
}


@pytest.mark.parametrize(
    "text",
    [
        "| No | Dose |\n|---|---|\n| 1 | 5 mg of zinc a day |\n| 2 | 9 mg of zinc a day |",
        "<table><tr><td>1</td><td>Five drops of honey a day</td></tr><tr><td>2</td><td>Nine drops</td></tr></table>",
        "<ol><li>Rest in bed for a day or two</li><li>Drink a glass of water</li></ol>",
        "<dl><dt>1</dt><dd>Rest in bed for a day or two</dd></dl>",
        "1\n: Rest in bed for a day or two\n\n2\n: Drink a glass of water",
        "<p>1</p><p>Rest in bed for a day or two.</p><p>2</p><p>Drink a glass of water.</p>",
        '<div class="steps"><span>1</span><span>Rest in bed for a day</span></div>',
        "1\n\nRest in bed for a day or two.\n\n2\n\nDrink a glass of water.",
        '<div id="refs">\nRest in bed for a day or two.\n</div>',
        "::: {#refs}\nRest in bed for a day or two.\n:::",
        "<div><div><div>\nRest in bed for a day or two.",
        "| Rest | Water |\n|---|---|\n| in bed | a glass |",
    ],
)
def test_no_work_is_read_from(text):
    assert read(f"# Zinc\n\nZinc shortens colds [1].\n\n{text}\n", "markdown").references == ()


@pytest.mark.parametrize("form", [UNDER + text for text in {**FORMS, **ENTRIES}.values()], ids=[*FORMS, *ENTRIES])
def test_each_mark_leads_to_its_work_under_a_heading_in(form):
    check(form)


@pytest.mark.parametrize("form", [HEAD + text for text in ENTRIES.values()], ids=[*ENTRIES])
def test_each_mark_leads_to_its_work_without_a_heading_in(form):
    check(form)


@pytest.mark.parametrize(
    "form", [HEAD + text for name, text in FORMS.items() if "line for each" not in name], ids=lambda form: form[95:130]
)
def test_works_that_look_like_references_need_no_heading_in(form):
    check(form)


def check(text):
    document = read(text + "\n", "markdown")
    assert [reference.number for reference in document.references] == [1, 2, 3]
    assert [reference.raw.lstrip("[").partition("](")[0] for reference in document.references] == list(WORKS)
    assert all(document.text[one.start : one.end] == one.raw for one in document.references)
    assert len(document.sentences) == 3
    assessed = assess(document, today=date(2026, 11, 1))
    assert [[link.key for link in row.links] for row in assessed.sentences] == [[key] for key in KEYS]


@pytest.mark.parametrize(
    "table",
    [
        "| Food | Effect |\n|---|---|\n| Garlic | Garlic cures cancer. |\n",
        "| Food | Effect |\n|-|-|\n| Garlic | Garlic cures cancer. |\n",
        "+---+---+\n| Food | Effect |\n+===+===+\n| Garlic | Garlic cures cancer. |\n+---+---+\n",
        "+---+---+\n| Garlic | Garlic cured cancer in 2015. |\n+---+---+\n",
    ],
)
def test_a_table_of_claims_behind_a_list_is_no_part_of_it(table):
    assessment = assess(read(UNDER + each("{n}. {work}") + "\n\n" + table), today=date(2026, 12, 1))
    assert [flag.severity for flag in assessment.flags if flag.code == "missing-citation"] == ["blocker"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_name_below_a_table_of_works_is_no_work_and_hides_no_claim(between):
    table = "| No | Work |\n|---|---|\n" + each("| {n} | {work} |")
    document = read(UNDER + table + between + ": Honey cures cancer.\n")
    assert [reference.key for reference in document.references] == KEYS
    flags = assess(document, today=date(2026, 12, 1)).flags
    assert "blocker" in [flag.severity for flag in flags if flag.code == "missing-citation"]


def test_a_grid_table_with_names_in_a_column_of_their_own_is_a_list():
    rows = "".join(f"| {n}. | {work.replace('. ', '. | ', 1)} |\n+--+--+--+\n" for n, work in enumerate(WORKS, 1))
    document = read(UNDER + "+--+--+--+\n" + rows)
    assert [reference.key for reference in document.references] == KEYS


def test_what_follows_a_closed_list_is_prose_again():
    text = UNDER + FORMS["an ordered list on one line"] + "\n\nHoney cures colds.\n"
    assert read(text, "markdown").sentences[-1].text == "Honey cures colds."


def test_a_list_that_counts_from_another_number_keeps_it():
    text = UNDER + '<ol start="4">' + each("<li>{work}</li>", "") + "</ol>\n"
    assert [reference.number for reference in read(text, "markdown").references] == [4, 5, 6]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("([Miller 2015](#ref-miller2015))", "miller2015"),
        ("[Miller (2015)](#ref-miller2015)", "miller2015"),
        ("[source](#r2)", "brown2017"),
        ("[2](#r2)", "brown2017"),
        ("<sup>[2](#r2)</sup>", "brown2017"),
        ('<a href="#white2018">a study</a>', "white2018"),
        ("[3](#white2018)", "white2018"),
    ],
)
def test_a_link_within_the_text_leads_to_the_item_it_names(written, key):
    items = zip(("ref-miller2015", "r2", "white2018"), WORKS, strict=True)
    listed = "<ol>\n" + "\n".join(f'<li id="{name}">{work}</li>' for name, work in items) + "\n</ol>\n"
    document = read(f"# Zinc\n\nZinc shortens colds {written}.\n\n## References\n\n{listed}", "markdown")
    row = assess(document, today=date(2026, 11, 1)).sentences[0]
    assert [link.key for link in row.links] == [key]


@pytest.mark.parametrize("written", ["[2](#step-2)", "<sup>[2](#step-2)</sup>", "[below](#step-2)", "[1](#step-2)"])
def test_a_link_to_anything_else_ties_no_work(written):
    listed = "<ol>\n" + "\n".join(f'<li id="r{number}">{work}</li>' for number, work in enumerate(WORKS)) + "\n</ol>\n"
    text = f'# Zinc\n\nZinc shortens colds {written}.\n\n<a id="step-2"></a>Rest well.\n\n## References\n\n{listed}'
    assert read(text, "markdown").markers == ()


@pytest.mark.parametrize("written", ["[Mil15]", "[Mil15, p. 4]", "[Mil15; Bro17]", "\\[Mil15\\]"])
def test_a_label_leads_to_the_item_that_opens_with_it(written):
    listed = f"[Mil15] {WORKS[0]}\n\n[Bro17] {WORKS[1]}\n"
    document = read(f"# Zinc\n\nZinc shortens colds {written}.\n\n## References\n\n{listed}", "markdown")
    assert document.markers[0].keys[0] == "Mil15"


@pytest.mark.parametrize("written", ["[sic]", "[Whi18]", "[WHO]", "[Mil15](#x)", "`[Mil15]`"])
def test_other_words_in_brackets_are_no_labels(written):
    listed = f"[Mil15] {WORKS[0]}\n\n[Bro17] {WORKS[1]}\n"
    document = read(f"# Zinc\n\nZinc shortens colds {written}.\n\n## References\n\n{listed}", "markdown")
    assert document.markers == ()


def test_what_the_items_below_it_are_about_is_no_item() -> None:
    text = (
        "Milk causes acne.\n\n## References\n\n- Colon cancer and dairy\n  - https://doi.org/10.1000/a1\n"
        "  - https://doi.org/10.1000/a2\n- Harvard Nurses' Study\n\n  - https://doi.org/10.1000/a3\n"
        "- Lee A. Milk. Food J. 2012;3:1.\n  - https://doi.org/10.1000/a4\n- Moor B. Salt and sleep\n"
    )
    listed = read(text).references
    assert [reference.csl.get("DOI", "") for reference in listed[:3]] == ["10.1000/a1", "10.1000/a2", "10.1000/a3"]
    assert listed[3].raw.startswith("Lee A. Milk")
    assert listed[-1].raw == "Moor B. Salt and sleep"


@pytest.mark.parametrize("mark", ["[{0}]", "[[{0}]]", "[{0}]:", "[[{0}]]."])
def test_numbers_in_brackets_of_any_kind_open_the_items_of_a_list(mark: str) -> None:
    works = ("Lee A. Naps and memory. Sleep. 2020;38:1-9.", "Kim B. Tea and sleep. Sleep. 2021;39:3-9.")
    items = "\n\n".join(f"{mark.format(number)} {work}" for number, work in enumerate(works, 1))
    document = read(f"Naps help [[1]] and tea does not [[2]].\n\n## References\n\n{items}\n")
    assert [(one.number, one.key) for one in document.references] == [(1, "lee2020"), (2, "kim2021")]


def test_pages_without_a_date_do_not_end_a_list_that_no_heading_names():
    pages = "* Newly diagnosed. (n.d.).https://a.example/new\n\n* Fitness. (n.d.). https://a.example/fit\n\n"
    document = read(f"{HEAD}It is well known.\n\n* {WORKS[0]}\n\n{pages}* {WORKS[1]}\n\n* {WORKS[2]}\n", "markdown")
    assert len(document.references) == 5
    assert not any("Newly" in sentence.text for sentence in document.sentences)


def test_a_sentence_with_an_address_at_its_end_is_no_page_without_a_date():
    told = "Zinc was tried (n.d.) and it cures colds, see https://a.example/new"
    document = read(f"{HEAD}* {told}\n* {told}\n", "markdown")
    assert any("cures colds" in sentence.text for sentence in document.sentences)
