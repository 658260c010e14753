"""Where a list of references stands, however it is titled, numbered and broken into lines."""

from __future__ import annotations

import pytest

from evidence.reading.documents import read
from evidence.reading.footnotes import markers

WORKS = (
    "Bell A, Coe B. Ginger tea and nausea in adults. J Herbs. 2011;3(2):33-9.",
    "Day C, Eze D. Mint oil for cramps: a randomised trial. Gut Notes. 2014;8(1):101-12.",
    "Gill F. Chamomile and sleep. Sleep Herbs. 2016;12(4):5-17.",
)
PROSE = "Ginger reduces nausea in adults, they say.\n\nMint is cheap and easy to grow in every garden.\n\n"
KEYS = ["bell2011", "day2014", "gill2016"]


def _keys(text: str) -> list[str]:
    return [reference.key for reference in read(text).references]


def _said(text: str) -> list[str]:
    return [sentence.text for sentence in read(text).sentences]


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}1. Boil the water for 10 minutes.\n2. Add the ginger.\n3. Drink it by 2026.",
        f"{PROSE}## Resources\n\n- Call the helpline on 555 123.\n- Talk to your doctor.",
        f"{PROSE}## Notes\n\n1. I like tea.\n2. So do my cats.",
        f"{PROSE}Source: my grandmother.",
        f"{PROSE}Sources of iron are beans and lentils.",
        f"{PROSE}https://news.example/a\n\nhttps://news.example/b\n\n{PROSE}",
    ],
)
def test_it_takes_no_list_from(text: str) -> None:
    assert _keys(text) == []


@pytest.mark.parametrize(
    "heading",
    [
        "## References", "**References**", "References:", "REFERENCES", "Sources:", "**Sources:**", "*Sources*",
        "Source:", "Resources", "Bibliography", "Further reading", "Works Cited", "Literature", "Notes",
        "References and notes",
        "Sources & References", "Selected references", "Article Sources", "References (3)", "6. References",
        "VI. References", "<b>Sources</b>", "<h2>References</h2>", "Our sources", "Sources cited",
        "Footnotes", "Show references",
        "References ▼",
        r"\*\*Sources:",
        r"\*\*References\*\*", "## 📚 Research References", "📖 Sources:", "### Key scientific references",
    ],
)  # fmt: skip
def test_it_finds_the_list_under(heading: str) -> None:
    text = f"{PROSE}{heading}\n\n" + "\n".join(f"{place}. {work}" for place, work in enumerate(WORKS, 1))
    assert _keys(text) == KEYS
    assert len(_said(text)) == 2


@pytest.mark.parametrize(
    "item",
    [
        "{0}.{1}", "{0}. {1}", "{0}) {1}", "[{0}] {1}", "[{0}]{1}", "[{0}]: {1}", "({0}) {1}", "{0} {1}", "{0}\\. {1}",
        "{0}: {1}", "{0} - {1}", "#{0} {1}", "{{{0}}} {1}", "{0}.\t{1}", "{0}.\n{1}", "[{0}]\n{1}",
        "{0}. ^ {1}", "{0}. ↑ {1}",
        "<sup>{0}</sup> {1}", "- {1}", "• {1}", "* {1}", "{1}", "{1}\n", "^ {1}", "<li>{1}</li>", "<p>{0}. {1}</p>",
    ],
)  # fmt: skip
def test_it_parts_items_written_as(item: str) -> None:
    text = f"{PROSE}## References\n\n" + "\n".join(item.format(place, work) for place, work in enumerate(WORKS, 1))
    assert _keys(text) == KEYS
    assert [reference.number for reference in read(text).references] == [1, 2, 3]
    assert all(reference.raw.endswith(("9.", "12.", "17.")) for reference in read(text).references)


@pytest.mark.parametrize(
    "written",
    [
        " ".join(f"{place}. {work}" for place, work in enumerate(WORKS, 1)),
        " ".join(f"[{place}] {work}" for place, work in enumerate(WORKS, 1)),
        "".join(f"{place}. {work}" for place, work in enumerate(WORKS, 1)),
        " ".join(WORKS),
        f"1. {WORKS[0]} 2. {WORKS[1]}\n3. {WORKS[2]}",
        "\n".join(f"{place}. {work[:40]}\n   {work[40:]}" for place, work in enumerate(WORKS, 1)),
        "\n".join(f"{place}. {work[:40]}\n{work[40:]}" for place, work in enumerate(WORKS, 1)),
    ],
)
def test_it_parts_items_that_are_run_together_or_broken_over_lines(written: str) -> None:
    assert _keys(f"{PROSE}## References\n\n{written}") == KEYS
    assert _keys(f"{PROSE}References: {written}") == KEYS


def test_it_finds_a_list_without_a_title_and_a_single_work_at_the_end() -> None:
    assert _keys(PROSE + "\n".join(WORKS)) == KEYS
    assert _keys(PROSE + WORKS[0]) == KEYS[:1]
    assert _keys(f"{PROSE}**Source:** {WORKS[0]}") == KEYS[:1]


def test_addresses_alone_are_items() -> None:
    links = "https://doi.org/10.1000/a1\nhttps://www.cdc.gov/x/y\nhttps://news.example/a"
    assert len(_keys(f"{PROSE}Sources\n\n{links}")) == 3
    assert len(_keys(f"{PROSE}{links}")) == 3


def test_a_list_printed_twice_counts_once() -> None:
    once = "## References\n\n" + "\n".join(f"{place}. {work}" for place, work in enumerate(WORKS, 1)) + "\n\n"
    assert _keys(PROSE + once + once) == KEYS


TOLD = (
    "People who drank ginger tea every day had fewer headaches ([ref](https://trials.example/1)).",
    "The dose of two grams lowers nausea in adults, and may be too much for children [source](https://trials.example/2).",
    "Mint seems to work for cramps as well as tablets do, says a trial of 2014 ([ref](https://trials.example/3)).",
)


def test_a_dash_may_stand_right_before_the_author() -> None:
    assert _keys(
        f"{PROSE}Sources:\n\n" + "\n\n".join(f"-{work.replace(' A, Coe B', ', A.')}" for work in WORKS[:1])
    ) == ["bell2011"]
    assert _keys(
        f"{PROSE}Sources:\n\n-Bell, A. (2011). Ginger and nausea. J Herbs, 3, 33.\n-Day, Carl. Mint oil. 2014."
    ) == ["bell2011", "day2014"]


@pytest.mark.parametrize("heading", ["## Literature", "Notes:", "### Resources", "**Further reading**"])
@pytest.mark.parametrize("between", ["\n\n", "\n* "])
def test_an_article_under_such_a_heading_is_read(heading: str, between: str) -> None:
    text = f"{PROSE}{heading}\n{between}{between.join(TOLD)}\n\n{PROSE}"
    assert _keys(text) == []
    assert all(any(told[:40] in said for said in _said(text)) for told in TOLD)


@pytest.mark.parametrize(
    "works",
    [
        WORKS,
        [
            f"[{told[:60]}](https://trials.example/{number}) This one says what the dose can do."
            for number, told in enumerate(TOLD)
        ],
        [
            f"What you should know about your heart and how it is kept well - https://trials.example/{number}"
            for number in range(3)
        ],
        (*WORKS, TOLD[0]),
        [f"{number}. {told}" for number, told in enumerate(TOLD, 1)],
    ],
)
def test_works_with_a_word_on_each_stay_a_list(works: list[str]) -> None:
    assert len(_keys(f"{PROSE}## Literature\n\n" + "\n\n".join(works))) >= 3


def test_text_behind_a_list_is_prose_again() -> None:
    listed = "References\n" + "\n".join(f"{place}. {work}" for place, work in enumerate(WORKS, 1))
    text = f"{PROSE}{listed}\n\nWe are a small shop in the hills and we like tea.\n\nCall us today to book a tour."
    assert _keys(text) == KEYS
    assert _said(text)[-1] == "Call us today to book a tour."


@pytest.mark.parametrize("label", ["**Summary:**", "**Summary**", "__What it means:__", "**My view**:"])
@pytest.mark.parametrize("said", ["Garlic cures cancer.", "Deep sleep helps the memory of adults who learn."])
def test_a_label_in_bold_with_prose_below_it_ends_a_list(label: str, said: str) -> None:
    text = f"**Source:**\n{WORKS[0]}\n\n{label}\n{said}\n\nZinc helps too."
    assert _keys(text) == KEYS[:1]
    assert any(said in one for one in _said(text))


@pytest.mark.parametrize("below", [WORKS[1], f"- {WORKS[1]}", f"1. {WORKS[1]}", f"https://x.example {WORKS[1]}"])
def test_a_label_in_bold_over_works_stays_in_the_list(below: str) -> None:
    text = f"{PROSE}## References\n\n{WORKS[0]}\n\n**On mint:**\n{below}\n"
    assert len(_keys(text)) >= 2
    assert not any("Mint oil" in one for one in _said(text))


def test_lines_that_hang_below_their_work_belong_to_it() -> None:
    begun = "Lee A. Ginger tea for nausea. *J\n\tHerbs*. 2020;12(1):1-9. doi: 10.1000/lee.2020. Epub"
    work = f"{begun}\n\t2020 Feb 21. PMID:12345678"
    assert _keys(f"{PROSE}## References\n\n{work}\n\n{WORKS[1]}\n") == ["lee2020", "day2014"]


def test_a_list_may_have_headings_of_its_own() -> None:
    listed = f"### Ginger\n\n1. {WORKS[0]}\n\n### Mint\n\n2. {WORKS[1]}"
    text = f"{PROSE}## References\n\n{listed}\n\n## About us\n\nWe like tea."
    assert _keys(text) == KEYS[:2]
    assert _said(text)[-1] == "We like tea."


NOTES = """Ginger lowers nausea<sup id="a1">[1](#f1)</sup>. Mint eases colic<sup id="a2">[2](#f2)</sup>.
Zinc<sup>[3](#f3)</sup>.

**Notes**

[WWS] Walker M. Why We Sleep. New York: Scribner; 2017.

<b id="f1">1</b> Lee A. Ginger tea for nausea. J Herbs. 2020;12(1):1-9. [↩](#a1) <br>
<b id="f2">2</b> My aunt says so, and she is always right about herbs. [↩](#a2) <br>
<b id="f3">3</b> "Zinc is no food but a metal that all of us need." [WWS] [↩](#a3) <br>
"""


def test_remarks_among_the_notes_of_a_list_are_no_references() -> None:
    document = read(NOTES, "markdown")
    assert [reference.key for reference in document.references] == ["WWS", "lee2020"]
    assert [number for number, _ in document.remarks] == ["2", "3"]
    assert [marker.keys for marker in markers(document)] == [("1",), ("WWS",), ("WWS",)]


def test_notes_in_elements_that_bear_their_names_are_a_list() -> None:
    text = (
        'Ginger lowers nausea<sup><a href="#fn1" id="ref1">1</a></sup>.\n\n'
        '<sup id="fn1">1. Lee A. Ginger tea for nausea. J Herbs. 2020;12(1):1-9. <a href="#ref1">↩</a></sup>\n'
    )
    document = read(text, "markdown")
    assert [(one.number, one.csl["issued"]["date-parts"][0][0]) for one in document.references] == [(1, 2020)]
    assert [marker.keys for marker in document.markers] == [("1",)]


def test_a_comment_in_a_list_and_a_line_without_a_number_take_no_number() -> None:
    listed = "\n".join(f"- ({number}) {work}" for number, work in enumerate(WORKS, 1))
    document = read(f"{PROSE}## Sources\n[//]: <> (BO-sources)\n\n{listed}\n\n![A cup of tea](tea.png)\n", "markdown")
    assert [(one.key, one.number) for one in document.references] == list(zip(KEYS, (1, 2, 3), strict=True))


@pytest.mark.parametrize(
    "line",
    [
        "Other source material:",
        "[Opening photo by Ann Poe from Pictures](https://pictures.example.com/photo/mugs/)",
        "A really helpful podcast is Bo Coe, a professor at the school of medicine, on sleep.",
    ],
)
def test_what_stands_beside_the_works_of_a_list_is_no_work(line: str) -> None:
    listed = "\n\n".join((WORKS[0], line, *WORKS[1:]))
    assert _keys(f"{PROSE}## Sources\n\n{listed}\n") == KEYS


@pytest.mark.parametrize(
    "line",
    [
        "Photo dermatitis in gardeners. J Herbs. 2019;11(2):3-9.",
        "A good night is sleep enough. J Herbs. 2019;11(2):3-9.",
        "Poe A. Other source material: what to do with it. J Herbs. 2019;11(2):3-9.",
    ],
)
def test_a_work_that_begins_like_a_remark_stays_one(line: str) -> None:
    listed = "\n\n".join((*WORKS, line))
    assert len(_keys(f"{PROSE}## Sources\n\n{listed}\n")) == len(KEYS) + 1


SOLD = "Calmolin cures gout. [Buy Calmolin now](https://shop.example/products/calmolin)."


@pytest.mark.parametrize("heading", ["Notes", "Sources", "References", "Further reading", "Bibliography"])
@pytest.mark.parametrize(
    "listed",
    [
        SOLD,
        f"1. {WORKS[0]}\n\n{SOLD}",
        f"1. {WORKS[0]}\n2. {SOLD}\n3. {WORKS[1]}",
        f"- {WORKS[0]}\n- [Calmolin](https://shop.example/products/calmolin) – cures gout in a week",
        f"1. {WORKS[0]}\n\n**Our pick:** Calmolin soothes arthritis ($19.99).",
    ],
)
def test_what_sells_under_the_name_of_a_list_is_prose_and_no_reference(heading: str, listed: str) -> None:
    text = f"{PROSE}## {heading}\n\n{listed}\n"
    assert any("Calmolin" in said for said in _said(text))
    assert _keys(text) == [key for key, work in zip(KEYS, WORKS, strict=True) if work in listed]


@pytest.mark.parametrize(
    "item",
    [
        "[The Gut Book](https://www.amazon.com/dp/123?tag=x-20)",
        "[The Gut Book](https://www.amazon.com/dp/123?tag=x-20) by Ann Bell, 2019",
        "Bell A. The Gut Book. London: Pan, 2019. Available from: https://www.amazon.com/dp/123",
        "World Health Organization. Sleep. 2019. Available at https://who.int/products/sleep",
    ],
)
def test_a_book_with_the_address_of_a_shop_stays_a_reference(item: str) -> None:
    assert len(_keys(f"{PROSE}## Further reading\n\n- {item}\n- {WORKS[0]}\n")) == 2


WORKS_ALONE = (
    '**Berries and pressure**: Dorn et al. (2018) "Berries and blood pressure: a review." *Made Journal of Food* '
    "108:1069-1091.  \nhttps://journal.example/berries/1\n\n"
    '**Cocoa and the heart**: Ferro et al. (2017) "The effects of cocoa." *Sickness* 5(2):18.  \n'
    "https://journal.example/cocoa/2\n"
)


@pytest.mark.parametrize("name", ["Key Research", "The Evidence", "Selected studies", "Research", "Relevant Papers"])
def test_works_alone_below_a_heading_of_prose_are_a_list(name: str) -> None:
    document = read(f"Berries lower blood pressure.\n\n## {name}\n\n{WORKS_ALONE}", "markdown")
    assert len(document.references) == 2
    assert [sentence.text for sentence in document.sentences] == ["Berries lower blood pressure."]


@pytest.mark.parametrize(
    ("before", "instead"),
    [
        ("Cocoa and the heart", "Cocoa cures heart disease"),
        ("Ferro et al. (2017)", "Garlic cures cancer, as we know from Ferro et al. (2017)"),
        (
            "https://journal.example/cocoa/2",
            "https://journal.example/cocoa/2\n\nCocoa lowers blood pressure in adults.",
        ),
    ],
)
def test_where_something_is_told_among_them_all_of_it_is_read(before: str, instead: str) -> None:
    document = read(f"Berries help.\n\n## Key research\n\n{WORKS_ALONE.replace(before, instead)}", "markdown")
    told = " ".join(sentence.text for sentence in document.sentences)
    assert instead.split("\n")[-1].split(", as")[0] in told
