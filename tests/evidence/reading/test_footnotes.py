from __future__ import annotations

import pytest

from evidence.reading.documents import read
from evidence.reading.footnotes import markers

_KNOWN = """---
references:
  - {id: bell2012, type: article-journal, title: Naps, author: [{family: Bell}], year: 2012, DOI: 10.1000/naps}
---
"""


def _keys(note: str) -> list[tuple[str, ...]]:
    return [marker.keys for marker in markers(read(f"{_KNOWN}Naps help.[^a]\n\n{note}\n", "markdown"))]


def test_it_leaves_out_a_marker_whose_note_is_a_mere_remark():
    assert _keys("[^a]: My neighbour says so too.") == []


def test_it_keeps_a_marker_without_its_note_as_it_was_written():
    assert _keys("") == [("note:a",)]


@pytest.mark.parametrize(
    ("note", "keys"),
    [
        ("[^a]: [@bell2012]", ("bell2012",)),
        ("[^a]: See @bell2012, and [@bell2012; @other1999].", ("bell2012", "other1999")),
    ],
)
def test_it_follows_a_note_to_the_works_that_it_cites(note, keys):
    assert _keys(note) == [keys]


def test_it_follows_a_note_to_the_work_that_it_holds():
    note = "[^a]: Hall A, Reed B. Long naps and short naps. J Sleep. 2014;3(2):10-19. doi:10.1000/long"
    assert _keys(note) == [("hall2014",)]


@pytest.mark.parametrize("note", ["ibid.", "_Ibid._, p. 12.", "Ibidem, 4-5"])
def test_it_follows_ibid_to_the_work_of_the_note_before(note):
    text = f"{_KNOWN}Naps help.[^a] They are short.[^b]\n\n[^a]: [@bell2012]\n[^b]: {note}\n"
    assert [marker.keys for marker in markers(read(text, "markdown"))] == [("bell2012",), ("bell2012",)]


def test_ibid_after_a_mere_remark_means_nothing():
    text = f"{_KNOWN}Naps help.[^a] They are short.[^b]\n\n[^a]: My neighbour says so.\n[^b]: Ibid.\n"
    assert markers(read(text, "markdown")) == ()


def test_ibid_passes_over_mere_remarks_to_the_work_before_them() -> None:
    notes = "[^a]: [@bell2012]\n[^b]: I count cats.\n[^c]: Ibid.\n"
    text = f"{_KNOWN}Naps help.[^a] Sheep do not.[^b] They are short.[^c]\n\n{notes}"
    assert [marker.keys for marker in markers(read(text, "markdown"))] == [("bell2012",), ("bell2012",)]


def test_ibid_passes_over_remarks_among_numbered_works_too() -> None:
    text = (
        "Coffee keeps adults awake [1]. It tastes of smoke [2]. It raises blood pressure [3]. Tea does not [4].\n\n"
        "## Notes\n\n1. Bell A. Coffee and sleep. J Sleep. 2015;3:1-9.\n2. I drink mine black, as my aunt did.\n"
        "3. Ibid.\n4. Ibid., p. 7.\n"
    )
    keys = {marker.text: marker.keys for marker in markers(read(text, "markdown"))}
    assert keys == {"[1]": ("1",), "[3]": ("bell2015",), "[4]": ("bell2015",)}


def test_every_sentence_of_a_note_that_tells_something_is_read() -> None:
    text = (
        "Ginger lowers nausea.[^1] Mint eases colic.[^2] Zinc helps.[^3] Salt harms.[^4]\n\n"
        "[^1]: Ginger is safe for most people. Yet it thins the blood.\n"
        "[^2]: See Lee (2020) for more.\n"
        "[^3]: Lee A, Okoro B. Ginger tea for nausea: a randomised trial. J Herbs. 2020;12(1):1-9.\n"
        "[^4]: I took this line from her.\n\n    It raises blood pressure in adults.\n"
    )
    told = [sentence.text for sentence in read(text, "markdown").sentences[4:]]
    assert told == [
        *("Ginger is safe for most people.", "Yet it thins the blood."),
        *("I took this line from her.", "It raises blood pressure in adults."),
    ]


def test_a_note_of_two_paragraphs_holds_the_work_of_the_second() -> None:
    text = (
        "Ginger lowers nausea.[^1]\n\n[^1]: I took this line from her.\n\n"
        "    Lee A. Ginger tea for nausea. J Herbs. 2020;12(1):1-9. https://doi.org/10.1000/abc\n"
    )
    document = read(text, "markdown")
    assert [marker.keys for marker in markers(document)] in ([("lee2020",)], [("doi:10.1000/abc",)])


def test_a_long_remark_with_a_link_in_it_is_no_reference() -> None:
    remark = (
        "^[He also says in his talk (https://www.example.org/talk) that he would not do so again, which is to be"
        " read with some care, because he had changed his mind twice before that.]"
    )
    assert not read(f"Ginger lowers nausea.{remark} Mint does not.", "markdown").references


LISTED = (
    "Coffee keeps adults awake [1]. Coffee raises blood pressure [2].\n\n## {name}\n\n"
    "1. Bell A. Coffee and sleep. J Sleep. 2015;3:1-9.\n2. {note}\n3. Doe B. Beer and livers. BMJ. 2012;344:100-109.\n"
)


@pytest.mark.parametrize("name", ["Notes", "References"])
@pytest.mark.parametrize(
    "note", ["Ibid.", "Ibid., p. 45.", "*Ibid*.", "Id. at 45.", "See note 1.", "Bell, op. cit., 12."]
)
def test_a_numbered_note_that_points_to_another_is_no_work_and_leads_to_it(name: str, note: str) -> None:
    document = read(LISTED.format(name=name, note=note), "markdown")
    assert [one.key for one in document.references] == ["bell2015", "doe2012"]
    keys = {marker.text: marker.keys for marker in markers(document)}
    assert set(keys["[2]"]) & {"1", "bell2015"}


@pytest.mark.parametrize("name", ["Notes", "References"])
def test_a_remark_among_numbered_works_is_read_as_prose_and_is_no_work(name: str) -> None:
    note = "We counted cups at breakfast. Garlic cures the flu in children."
    document = read(LISTED.format(name=name, note=note), "markdown")
    assert [one.key for one in document.references] == ["bell2015", "doe2012"]
    assert [sentence.text for sentence in document.sentences[2:]] == [
        "We counted cups at breakfast.", "Garlic cures the flu in children.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "work",
    [
        "Walker M. Why we sleep.", "Our Bodies, Ourselves.", "What is a systematic review? Cochrane Library.",
        "The China Study by T. Colin Campbell and Thomas M. Campbell.", "Bell A. Is tea safe? Tea is good. Tea Press.",
    ],
)  # fmt: skip
def test_a_work_without_a_year_stays_one(work: str) -> None:
    document = read(LISTED.format(name="References", note=work), "markdown")
    assert len(document.references) == 3


_FULL = (
    "Miller A. Zinc and colds in adults. J Foo. 2015;8(1):1-7.\n\n"
    "Brown B, Coe C. Honey for cough in children. J Bar. 2018;3(2):11-19.\n\n"
    "Brown B, Coe C. Tea for sleep. J Bar. 2018;3(4):21-29.\n"
)


@pytest.mark.parametrize(
    ("notes", "keys"),
    [
        ("1. Miller, 2015, p. 3.\n2. Miller (2015), 4–5.", ["author:miller:2015", "author:miller:2015"]),
        ("1. See Miller 2015: 3\n2. See Brown & Coe, 2018, pp. 12-13", ["author:miller:2015", "author:brown:2018"]),
        ("1. Miller, *Zinc and Colds*, 3.\n2. Brown and Coe, “Honey for Cough,” 12.", ["miller2015", "brown2018"]),
        ("1. Brown and Coe, *Tea for Sleep*, 22.\n2. Brown and Coe, *Cough*, 12.", ["brown2018b", "brown2018"]),
    ],
)
def test_a_list_of_short_notes_points_to_the_bibliography_behind_it(notes: str, keys: list[str]) -> None:
    text = (
        f"Zinc helps.<sup>1</sup> Honey eases cough.<sup>2</sup>\n\n## Notes\n\n{notes}\n\n## Bibliography\n\n{_FULL}"
    )
    document = read(text, "markdown")
    assert [one.key for one in document.references] == ["miller2015", "brown2018", "brown2018b"]
    assert [marker.keys[0] for marker in markers(document)] == keys


def test_short_notes_without_a_bibliography_stay_the_works_of_their_list() -> None:
    document = read("Zinc helps.<sup>1</sup>\n\n## Notes\n\n1. Miller, 2015, p. 3.\n2. Brown, 2018.\n", "markdown")
    assert len(document.references) == 2
