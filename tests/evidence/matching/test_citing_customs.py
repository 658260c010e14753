"""Whole pages, one for each custom of citing: which sentence stands on which works of the list."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import pipeline
from evidence.reading import documents
from evidence.values import How

WORKS = (
    "Bell A, Coe B. Ginger tea and nausea in adults. J Herbs. 2011;3(2):33-9.",
    "Day C, Eze D, Fox E. Mint oil for cramps: a randomised trial. Gut Notes. 2014;8(1):101-12.",
    "Gill F. Chamomile and sleep. Sleep Herbs. 2016;12(4):5-17.",
    "Hart G, Ivers H. Sage and sore throats. Throat J. 2018;1(1):1-9.",
)
NUMBERED = "\n\n## References\n\n" + "\n".join(f"{place}. {work}" for place, work in enumerate(WORKS, 1)) + "\n"
APA = (
    "\n\n## References\n\n"
    "Bell, A., & Coe, B. (2011). Ginger tea and nausea in adults. *Journal of Herbs*, 3(2), 33–39.\n\n"
    "Day, C., Eze, D., & Fox, E. (2014). Mint oil for cramps: A randomised trial. *Gut Notes*, 8(1), 101–112.\n\n"
    "Day, C., Eze, D., & Fox, E. (2015a). Mint tea for cramps. *Gut Notes*, 9(1), 1–12.\n\n"
    "World Herb Organization. (2019). *Herbs in the home*. https://herbs.example/home.pdf\n"
)


def cites(page: str) -> list[tuple[int, tuple[str, ...]]]:
    """The sentences with a source of their own, by place, with the keys of their sources."""
    assessment = pipeline.assess(documents.read(page), today=date(2026, 11, 23))
    rows = []
    for row in assessment.sentences:
        keys = tuple(link.key for link in row.links if link.how is not How.INHERITED)
        if keys:
            rows.append((row.sentence.index, keys))
    return rows


FOUR = [(0, ("bell2011",)), (1, ("day2014",)), (2, ("gill2016", "hart2018"))]


@pytest.mark.parametrize(
    "body",
    [
        "Ginger reduces nausea [1]. Mint prevents cramps [2]. Chamomile and sage help sleep [3, 4].",
        "Ginger reduces nausea.[1] Mint prevents cramps.[2] Chamomile and sage help sleep.[3-4]",
        "Ginger reduces nausea.[1] Mint prevents cramps.[2] Chamomile and sage help sleep.[3][4]",
        "Ginger reduces nausea. [1] Mint prevents cramps. [2] Chamomile and sage help sleep. [3–4]",
        "Ginger reduces nausea \\[1\\]. Mint prevents cramps \\[2\\]. Chamomile and sage help sleep \\[3,4\\].",
        "Ginger reduces nausea (1). Mint prevents cramps (2). Chamomile and sage help sleep (3,4).",
        "Ginger reduces nausea¹. Mint prevents cramps². Chamomile and sage help sleep³,⁴.",
        "Ginger reduces nausea.¹ Mint prevents cramps.² Chamomile and sage help sleep.³⁻⁴",
        "Ginger reduces nausea. ¹ Mint prevents cramps. ² Chamomile and sage help sleep. ³ ⁴",
        "Ginger reduces nausea.\n¹ Mint prevents cramps.\n² Chamomile and sage help sleep.\n³,⁴",
        "Ginger reduces nausea.<sup>1</sup> Mint prevents cramps.<sup>2</sup> Sage helps sleep.<sup>3,4</sup>",
        "Ginger reduces nausea<sup>[1]</sup>. Mint prevents cramps<sup>[2]</sup>. Sage helps sleep<sup>[3][4]</sup>.",
        'Ginger reduces nausea.<sup><a href="#ref1">1</a></sup> Mint helps.<sup><a href="#ref2">[2]</a></sup> '
        'Chamomile and sage help sleep.<sup><a href="#ref3">3</a>,<a href="#ref4">4</a></sup>',
        "Ginger reduces nausea.^1^ Mint prevents cramps.^2^ Chamomile and sage help sleep.^3,4^",
        "Ginger reduces nausea.1 Mint prevents cramps.2 Chamomile and sage help sleep.3,4",
        "Ginger reduces nausea.\n[1]\nMint prevents cramps.\n[2]\nChamomile and sage help sleep.\n[3, 4]",
        "Ginger reduces nausea.\n\n[1]\n\nMint prevents cramps.\n\n[2]\n\nChamomile and sage help sleep.\n\n[3, 4]",
        "Ginger reduces nausea ([1](#r1)). Mint prevents cramps [[2]](#r2). Chamomile helps sleep [3](#r3)[4](#r4).",
        "Ginger reduces nausea (ref. 1). Mint prevents cramps (see ref. 2). Chamomile and sage help sleep (refs 3, 4).",
        "Ginger reduces nausea [1, p. 34]. Mint prevents cramps [2, pp. 101–2]. Chamomile helps sleep [3, p. 5; 4].",
    ],
)
def test_numbers_of_every_form_lead_to_the_numbered_list(body: str) -> None:
    found = [(place, keys) for place, keys in cites(body + NUMBERED)]
    assert [keys for _, keys in found] == [keys for _, keys in FOUR]


@pytest.mark.parametrize(
    "body",
    [
        "Ginger reduces nausea [@bell2011]. Mint prevents cramps [-@day2014]. Sleep improves [@gill2016; @hart2018].",
        "Ginger helps [see @bell2011, p. 34]. As @day2014 [p. 3] found, mint helps. Also [@gill2016; @hart2018].",
        "Ginger reduces nausea [Bell2011]. Mint prevents cramps [Day2014]. Sleep improves [Gill2016; Hart2018].",
        "Ginger helps (Bell, 2011). Mint prevents cramps (Day et al., 2014). Also (Gill 2016; Hart & Ivers 2018).",
        "Bell and Coe (2011) gave ginger. Day et al. (2014) gave mint. Gill (2016) and Hart (2018) gave others.",
        "Ginger helps (Bell & Coe, 2011, p. 34). Mint (e.g., Day et al. 2014). Also (see Gill, 2016; Hart 2018).",
    ],
)
def test_keys_tags_and_author_date_citations_lead_to_the_list(body: str) -> None:
    assert cites(body + NUMBERED) == FOUR


def test_apa_citations_lead_to_the_list() -> None:
    body = (
        "Ginger reduces nausea (Bell & Coe, 2011). Mint oil and tea help (Day et al., 2014, 2015a). "
        "Herbs are common (World Herb Organization [WHO], 2019). Many use them (WHO, 2019; Bell & Coe, 2011)."
    )
    assert [keys for _, keys in cites(body + APA)] == [
        ("bell2011",), ("day2014", "day2015"), ("world2019",), ("world2019", "bell2011"),
    ]  # fmt: skip


def test_footnotes_that_hold_works_lead_to_them() -> None:
    notes = f"\n\n[^a]: {WORKS[0]}\n[^b]: {WORKS[1]}\n[^c]: Ibid., p. 104.\n[^d]: A remark of mine.\n"
    body = "Ginger reduces nausea.[^a] Mint prevents cramps.[^b] It is safe.[^c] I like tea.[^d]"
    assert cites(body + notes) == [(0, ("bell2011",)), (1, ("day2014",)), (2, ("day2014",))]


def test_wiki_references_lead_to_the_works_they_hold() -> None:
    body = (
        f'Ginger reduces nausea.<ref name="bell">{WORKS[0]}</ref> Mint prevents cramps.<ref>{WORKS[1]}</ref> '
        'Ginger is safe.<ref name="bell" /> Nobody knows more.'
    )
    assert cites(body) == [(0, ("bell2011",)), (1, ("day2014",)), (2, ("bell2011",))]


def test_notes_in_the_running_text_lead_to_the_works_they_hold() -> None:
    body = f"Ginger reduces nausea.^[{WORKS[0]}] Mint prevents cramps.^[{WORKS[1]}] I like tea.^[So do my cats.]"
    assert cites(body) == [(0, ("bell2011",)), (1, ("day2014",))]


def test_links_to_works_lead_to_them() -> None:
    body = (
        "Ginger [reduces nausea](https://doi.org/10.1000/ginger.1). Mint prevents cramps "
        "(https://pubmed.ncbi.nlm.nih.gov/20000001/). Sage [helps](https://pmc.ncbi.nlm.nih.gov/articles/PMC3000001/)."
    )
    assert cites(body) == [(0, ("doi:10.1000/ginger.1",)), (1, ("pmid:20000001",)), (2, ("pmcid:pmc3000001",))]


def test_a_link_to_a_listed_work_leads_to_the_list() -> None:
    listed = NUMBERED.replace("33-9.", "33-9. doi:10.1000/ginger.1")
    assert cites(f"Ginger [reduces nausea](https://doi.org/10.1000/ginger.1).{listed}") == [(0, ("bell2011",))]


def test_reference_style_links_lead_to_works_and_pages_but_not_to_shops() -> None:
    body = (
        "Ginger [reduces nausea][1]. Mint [prevents cramps][mint] in children. Buy it [here][3].\n\n"
        "[1]: https://doi.org/10.1000/ginger.1\n[mint]: https://news.example/2026/mint-and-cramps 'Mint'\n"
        "[3]: https://shop.example/mint\n"
    )
    assert cites(body) == [(0, ("doi:10.1000/ginger.1",)), (1, ("url:https://news.example/2026/mint-and-cramps",))]


def test_definitions_of_links_are_no_reference_list() -> None:
    body = "Ginger [reduces nausea][1].\n\n[1]: https://news.example/a/ginger\n[2]: https://news.example/a/mint\n"
    assert documents.read(body).references == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Do this daily: (1) rest, (2) drink ginger tea, and (3) avoid coffee.",
        "They gave [60]-fullerene and (2)-catechin in oil.",
        "It covers 10³ cells in 4 m² and 5 cm<sup>3</sup>.",
        "About 10<sup>4</sup> cells took up <sup>14</sup>C and [¹⁸F]FDG.",
        "Vitamin B12, CO2, IL-6, H1N1 and omega-3 were measured.",
        "Call 555 (123) now, or pay $5.99 (3) later.",
        "The label reads “see [2] and [3] for more” in red.",
        "He wrote that it works [sic] well [emphasis added] […].",
        "Those aged 3 (2) to 5 (4) took part.",
        "In 2012 (the year 3 of the plan) it rose by 2.5 per cent.",
    ],
)
def test_it_takes_no_mark_from(sentence: str) -> None:
    assert cites(sentence + NUMBERED) == []


def test_round_numbers_beside_square_marks_count_something() -> None:
    body = "Ginger reduces nausea [1]. The mice (3) recovered. Mint prevents cramps [2]."
    assert [place for place, _ in cites(body + NUMBERED)] == [0, 2]


def test_each_section_may_have_a_list_of_its_own() -> None:
    sections = [
        f"## {name}\n\n{name} helps [1] and harms [2].\n\n### References\n\n1. {one}\n2. {two}\n\n"
        for name, one, two in (("Ginger", *WORKS[:2]), ("Sage", *WORKS[2:]))
    ]
    assert cites("".join(sections)) == [(0, ("bell2011", "day2014")), (1, ("gill2016", "hart2018"))]


def test_a_list_that_is_printed_twice_is_one() -> None:
    assert cites(f"Ginger reduces nausea [1]. Sage helps [4].{NUMBERED}{NUMBERED}") == [
        (0, ("bell2011",)),
        (1, ("hart2018",)),
    ]


def test_a_list_in_the_front_matter_is_led_to_by_key_name_and_number() -> None:
    front = (
        "---\nreferences:\n  - id: bell\n    title: Ginger tea and nausea\n"
        "    author: [{family: Bell, given: A.}]\n    year: 2011\n---\n\n"
    )
    assert cites(f"{front}Ginger helps [@bell]. Bell (2011) gave it. It is cheap [1].") == [
        (0, ("bell",)), (1, ("bell",)), (2, ("bell",)),
    ]  # fmt: skip


def test_a_footnote_with_a_listed_work_is_that_work() -> None:
    listed = NUMBERED.replace("33-9.", "33-9. doi:10.1000/ginger.1")
    page = f"Ginger reduces nausea.[^a] It is safe [1].\n\n[^a]: See https://doi.org/10.1000/ginger.1\n{listed}"
    assert cites(page) == [(0, ("bell2011",)), (1, ("bell2011",))]
    assert len(documents.read(page).references) == len(WORKS)


@pytest.mark.parametrize(
    "note",
    [
        "See Bell & Coe (2011) for more.",
        "Bell and Coe 2011, p. 34.",
        "For a review see (Bell et al., 2011).",
        "[@bell2011, p. 34]",
        "Bell, op. cit., p. 35.",
        "See note z.",
        "Ibid.",
    ],
)
def test_a_footnote_that_cites_a_listed_work_leads_to_it(note: str) -> None:
    page = f"It is old.[^z] Ginger reduces nausea.[^a]\n\n[^z]: @bell2011\n[^a]: {note}\n{NUMBERED}"
    assert cites(page) == [(0, ("bell2011",)), (1, ("bell2011",))]
