from __future__ import annotations

from datetime import date

import pytest

from evidence import assess
from evidence.reading.documents import read
from evidence.reading.source_lines import holds_only_sources

DOI = "https://doi.org/10.1000/abc1"


@pytest.mark.parametrize(
    "line",
    [
        f"[Effects of zinc on colds]({DOI})",
        f"Zinc helps [source]({DOI})",
        f"[Source]({DOI}) says so",
        "Source: my aunt",
        "[Source](#below)",
        f"[Buy zinc]({DOI})",
        f"{DOI} is down",
        "Study hard.",
        f"([my story of tea]({DOI}))",
        f"([Read more on tea]({DOI}))",
        f"([Lee 2019]({DOI}) says so)",
        f"[Lee 2019]({DOI})",
        f"[Lee et al. 2019]({DOI})",
        f"[(my story)]({DOI})",
        f"[(Lee says so)]({DOI})",
        "(Lee 2019)",
        "",
        f"📷 [Photo by Ann]({DOI})",
        f"Read my story [here]({DOI})",
        "<small>[A photo](https://a.example/photo)</small>",
        "🛒 https://shop.example/zinc",
        f"Study – hard, as {DOI} says",
    ],
)
def test_a_line_that_says_more_is_no_mere_source(line):
    assert not holds_only_sources(line)


@pytest.mark.parametrize(
    "line",
    [
        f"[Source]({DOI})",
        f"- [Source]({DOI})",
        f"* [Study 1]({DOI}), [Study 2]({DOI})",
        f"[1]({DOI}) [2]({DOI})",
        f"(Source: [NHS]({DOI}))",
        f"Source: {DOI}",
        f"*Source:* <{DOI}>",
        f"**Sources:** [one trial]({DOI}); [another]({DOI})",
        f"[PubMed]({DOI}).",
        f"> [Read the study]({DOI})",
        f"[Trusted Source]({DOI})",
        f"[(Lee et al.)]({DOI})",
        f"[(Lee & Coe, 2019)]({DOI})",
        f"[(Lee 2019)]({DOI})",
        f'<a href="{DOI}">Reference</a>',
        f"via [the paper]({DOI})",
        f"3. [Full text]({DOI})",
        f"— [Source]({DOI})",
        f"Study link: {DOI}",
        f"(Source — {DOI})",
        f"📄 [Read the study]({DOI})",
        f"🔗 {DOI}",
        f"Read the full study [here]({DOI}).",
        f"<small>[Zinc and colds]({DOI})</small>",
        f'<footer>Source: <a href="{DOI}">Zinc and colds</a></footer>',
        f"([Lee 2019]({DOI}))",
        f"([Lee et al.]({DOI}); [Coe & Day, 2020]({DOI})).",
        f"(see [Lee, 2019]({DOI}) and [Coe, 2020b]({DOI}))",
    ],
)
def test_a_line_of_sources_is_known(line):
    assert holds_only_sources(line)


def tied(text):
    assessed = assess(read(text, "markdown"), today=date(2026, 11, 1))
    return {row.sentence.text: [link.key for link in row.links] for row in assessed.sentences}


def test_a_source_below_belongs_to_the_sentence_before_it():
    found = tied(f"# Zinc\n\nTea calms. Zinc shortens colds.\n\n[Source]({DOI})\n")
    assert found["Zinc shortens colds."] == ["doi:10.1000/abc1"]
    assert found["Tea calms."] == []


def test_a_source_below_a_heading_does_not_belong_to_what_stands_above_it():
    found = tied(f"# Zinc\n\nZinc shortens colds.\n\n## Honey\n\n- [Source]({DOI})\n\nTea calms.\n")
    assert found["Zinc shortens colds."] == []


def test_a_heading_with_nothing_but_sources_below_it_stands_on_them():
    found = tied(f"# Zinc\n\n## Reduces anxiety\n\n- [Source]({DOI})\n- [Source](https://doi.org/10.1000/abc2)\n")
    assert found["Reduces anxiety"] == ["doi:10.1000/abc1", "doi:10.1000/abc2"]


@pytest.mark.parametrize("below", [f"- [A trial of zinc]({DOI})", f"Zinc helps.\n\n- [Source]({DOI})", "", "Words."])
def test_any_other_heading_stays_a_heading(below):
    document = read(f"# Zinc\n\nTea is warm.\n\n## Reduces anxiety\n\n{below}\n", "markdown")
    assert [block.text for block in document.not_prose if block.kind == "heading"] == ["## Reduces anxiety"]


@pytest.mark.parametrize("word", ["**Study:**", "Trial:", "Paper:", "*Meta-analysis:*"])
def test_a_work_given_at_the_head_of_a_paragraph_is_what_that_speaks_of(word):
    found = tied(
        f"# Zinc\n\nGarlic cures cancer in adults.\n\n{word} [Zinc and colds]({DOI}). Zinc shortened colds by half."
    )
    assert [bool(keys) for keys in found.values()] == [False, True, True]


@pytest.mark.parametrize("word", ["**Study:**", "Paper:", "Trial:"])
def test_a_work_given_in_a_paragraph_of_its_own_belongs_to_what_stands_before_it(word):
    found = tied(f"# Zinc\n\nZinc shortens colds in adults.\n\n{word} [Zinc and colds]({DOI})\n\nGarlic cures cancer.")
    assert [bool(keys) for keys in found.values()] == [True, False, False]


PAGE = "https://tea.example/zinc"


@pytest.mark.parametrize(
    ("line", "before"),
    [
        (PAGE, "Zinc shortens colds."),
        ("https://www.youtube.com/watch?v=abc", "Zinc shortens colds."),
        (f"[{PAGE}]({PAGE})", "“Zinc shortens colds.”"),
        (f"[zinc]({DOI})", "This trial found that zinc shortens colds:"),
    ],
)
def test_an_address_alone_is_no_source_of_what_does_not_lead_to_it(line: str, before: str) -> None:
    assert not holds_only_sources(line, before)


@pytest.mark.parametrize(
    ("line", "before"),
    [
        (DOI, "Zinc shortens colds."),
        (f"<{DOI}>", ""),
        (f"> [{DOI}]({DOI})", "Zinc shortens colds."),
        ("- https://pubmed.ncbi.nlm.nih.gov/11926427/", "Zinc shortens colds."),
        (PAGE, "This trial found that zinc shortens colds:"),
        (f"[{PAGE}]({PAGE})", "**As the makers say:**"),
    ],
)
def test_an_address_alone_is_the_source_of_what_leads_to_it(line: str, before: str) -> None:
    assert holds_only_sources(line, before)


def test_an_address_on_a_line_of_its_own_is_the_source_of_the_sentence_above_and_of_no_other() -> None:
    behind = "Honey cures asthma in children.\n>\n> Tea calms.\n\n"
    quoted = f"> A blind trial found that zinc shortens colds:\n>\n> {DOI}\n>\n> {behind}"
    text = (
        f"{quoted}Mint eases cramps in adults. Salt raises blood pressure. Sugar harms teeth. Oats ease gout in men.\n"
    )
    rows = assess(read(text), today=date(2026, 1, 1)).sentences
    tied = [row.sentence.text[:20] for row in rows if row.links and row.claim.claim]
    assert tied == ["A blind trial found "]
