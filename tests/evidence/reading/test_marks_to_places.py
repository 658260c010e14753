"""Marks that lead to a place of the list in a tag, and identifiers and addresses that stand in the text."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import assess, open_document

CLAIM = "Brisk walking lowers blood pressure in adults with hypertension"
WORKS = (
    "## References\n\n1. Lee B. Sleep and diabetes. Sleep J. 2016;1:1-9.\n"
    "2. Bell A. Walking and blood pressure. Heart J. 2015;72:34-43.\n"
)


def tied(text):
    rows = assess(open_document("post.md", text.encode()).document, today=date(2026, 11, 1)).sentences
    return [link.key for row in rows if row.sentence.text.startswith("Brisk") for link in row.links]


@pytest.mark.parametrize(
    "mark",
    [
        "{{< cite 9 >}}",
        "{{< columns 2 >}}",
        "{{< figure 2 >}}",
        "{% youtube 2 %}",
        "{% include ref.html 2 %}",
        "<Step n={2} />",
        "<Video id={2} />",
        "<Note>2</Note>",
        "<Cite n={9} />",
        "\n\n{{< footnote 2 >}}",
    ],
)
def test_other_tags_and_numbers_past_the_list_lead_nowhere(mark):
    text = f"# Walking\n\n{CLAIM}.{mark}\n\nIt is free.\n\n{WORKS}"
    assert tied(text) == []
    assert open_document("post.md", text.encode()).document.markers == ()


@pytest.mark.parametrize(
    "mark",
    [
        "{{< cite 2 >}}",
        '{{< cite "2" >}}',
        "{{< fn 2 >}}",
        "{{< ref-num 2 >}}",
        "{{< footnote n=2 >}}",
        "{{% ref 2 %}}",
        "{% fn 2 %}",
        "{% cite 2 %}",
        "<Ref n={2} />",
        '<Cite id="2" />',
        "<Footnote id={2}/>",
        '<FootnoteRef index="2" />',
    ],
)
def test_a_tag_with_a_number_of_the_list_leads_to_its_place(mark):
    assert tied(f"# Walking\n\n{CLAIM}.{mark}\n\nIt is free.\n\n{WORKS}") == ["bell2015"]


def test_a_tag_leads_to_several_places():
    assert tied(f"# Walking\n\n{CLAIM}.<Ref n={{[1, 2]}} />\n\nIt is free.\n\n{WORKS}") == ["lee2016", "bell2015"]


@pytest.mark.parametrize(
    "behind",
    [
        " [PMO].",
        " (version 10.1016 of 2014).",
        ".\n\n[→](https://walkers.example.org/next)",
        ".\n\n[→](/next)",
        ".\n\nIt is free.\n\n<https://walkers.example.org/>",
    ],
)
def test_other_letters_signs_and_addresses_are_no_source(behind):
    assert tied(f"# Walking\n\n{CLAIM}{behind}\n") == []


@pytest.mark.parametrize(
    ("behind", "key"),
    [
        (" (doi:10.1016/j.walk.2014.12.041).", "doi:10.1016/j.walk.2014.12.041"),
        (" (doi: 10.1016/j.walk.2014.12.041).", "doi:10.1016/j.walk.2014.12.041"),
        (" [doi:10.1016/j.walk.2014.12.041].", "doi:10.1016/j.walk.2014.12.041"),
        (" [PMC4323332].", "pmcid:pmc4323332"),
        (" (PMC4323332).", "pmcid:pmc4323332"),
        (" [PMID: 25579505].", "pmid:25579505"),
        (".\n<https://pubmed.ncbi.nlm.nih.gov/25579505/>", "pmid:25579505"),
        (".\n\n<https://pubmed.ncbi.nlm.nih.gov/25579505/>", "pmid:25579505"),
        (".\n\n[→](https://pubmed.ncbi.nlm.nih.gov/25579505/)", "pmid:25579505"),
        (". [🔗](https://pubmed.ncbi.nlm.nih.gov/25579505/)", "pmid:25579505"),
    ],
)
def test_an_identifier_or_a_sign_that_leads_to_a_work_is_a_source(behind, key):
    assert tied(f"# Walking\n\n{CLAIM}{behind}\n\nIt is free.\n") == [key]


@pytest.mark.parametrize(
    "mark",
    ["[(9)](#ref)", "[step 2](#steps)", "[(page 2)](#p2)", "[Table 2](#t2)"],
)
def test_links_on_a_page_that_show_no_number_of_the_list_lead_nowhere(mark):
    assert tied(f"# Walking\n\n{CLAIM}{mark}.\n\nIt is free.\n\n{WORKS}") == []


@pytest.mark.parametrize(
    "mark",
    [
        "[(2)](#ref)",
        '[(2)](#ref "Bell")',
        "[^(2)](#ref)",
        "[²](#ref)",
        "[ref 2](#ref)",
        "[Source 2](#sources)",
        "<a href='#ref'>(2)</a>",
        "<sup><a href='#ref'>(2)</a></sup>",
    ],
)
def test_a_link_to_a_place_on_the_page_leads_to_the_number_it_shows(mark):
    assert tied(f"# Walking\n\n{CLAIM}{mark}.\n\nIt is free.\n\n{WORKS}") == ["bell2015"]
