"""Cases in the manner of the golden rules of sentence segmentation, written anew for health prose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.language.sentences import _STOP, _stops, split


def sentences(text):
    return [text[start:end] for start, end in split(text)]


WHOLE = [
    "Ask Dr. Jones about iron.",
    "Mr. and Mrs. Bell took part.",
    "Some foods, e.g. oats, are rich in fibre.",
    "Some foods, e.g., oats, are rich in fibre.",
    "The effect was small (i.e. Half a point).",
    "Rautavaara et al. (2012) measured the same.",
    "Rautavaara et al. 2012 measured the same.",
    "Aspirin vs. Placebo was the comparison.",
    "The curve is shown in Fig. 3 of the paper.",
    "It is in vol. 12, no. 4 of the journal.",
    "See pp. 14 and following.",
    "It weighs approx. 3 kg.",
    "The dose was 2.5 mg a day.",
    "About 3.14 in 100 babies are affected.",
    "L. reuteri and E. coli live in the gut.",
    "J. R. Smith led the trial.",
    "The U.S. Food and Drug Administration warned of it.",
    "He spoke of it in the U.S. Congress in May.",
    "It is banned in the U.S. Army and the U.S. Senate.",
    "In the U.S. Customs has seized it.",
    "It was told to the U.S. Surgeon General.",
    "A U.S. Garlic farm grows it.",
    "It is sold across the U.S. Virgin Islands with care.",
    "The trial ended on Jan. 5 in London.",
    "She asked “is it safe?” and left.",
    "It is well ... more or less settled.",
    "The journal (founded in 1901. Still printed.) is read widely.",
    "The package says [sic] nothing.",
    "Visit example.org for the list.",
    "The label said “Stop! Danger.” in red.",
    "Read [the label (v. 2)](https://example.org/a.b?c=d) first.",
    "The word `a. B` stands in code.",
    "Is it “safe”? asked nobody.",
    "The St. John's wort group did better.",
    "It was Prof. Ada Byron, Ph.D. of Leeds, who wrote it.",
    "1. Wash your hands",
    "A statement without an end",
    "(...) Sleep mends the memory.",
    "(…) _Deep_ sleep comes early in the night.",
]

SPLIT = [
    ("It works. We tried it.", ["It works.", "We tried it."]),
    ("Does it work? It may! Ask.", ["Does it work?", "It may!", "Ask."]),
    ("It helps (...) Sleep is long.", ["It helps (...)", "Sleep is long."]),
    ("It was 2012. Then it changed.", ["It was 2012.", "Then it changed."]),
    ("Take vitamin D. It is cheap.", ["Take vitamin D.", "It is cheap."]),
    ("Babies had hepatitis B. Nobody knew.", ["Babies had hepatitis B.", "Nobody knew."]),
    ("It was sold in the U.S. The price fell.", ["It was sold in the U.S.", "The price fell."]),
    (
        "It is sold in the U.S. Spices sold abroad are cheaper.",
        ["It is sold in the U.S.", "Spices sold abroad are cheaper."],
    ),
    ("It is legal in the U.K. Garlic cures cancer.", ["It is legal in the U.K.", "Garlic cures cancer."]),
    ("It grew across the U.S. Zinc is rare.", ["It grew across the U.S.", "Zinc is rare."]),
    (
        "Garlic cures cancer. [Studies](https://a.example/b) show that ginger helps.",
        ["Garlic cures cancer.", "[Studies](https://a.example/b) show that ginger helps."],
    ),
    (
        "Garlic cures cancer. [Study](https://a.example/b) [finds](https://a.example/c) less pain.",
        ["Garlic cures cancer.", "[Study](https://a.example/b) [finds](https://a.example/c) less pain."],
    ),
    ("Tea calms. [Study](https://a.example/b) It helps.", ["Tea calms. [Study](https://a.example/b)", "It helps."]),
    ("Tea calms. [2](https://a.example/b) It helps.", ["Tea calms. [2](https://a.example/b)", "It helps."]),
    ("Take it at 8 p.m. Then sleep.", ["Take it at 8 p.m.", "Then sleep."]),
    ("Milk, eggs, etc. Are these safe?", ["Milk, eggs, etc.", "Are these safe?"]),
    ("This was found by Li et al. Others disagree.", ["This was found by Li et al.", "Others disagree."]),
    ("It helps eczema.[1] Another did not.", ["It helps eczema.[1]", "Another did not."]),
    ("It helps eczema. [1] Another did not.", ["It helps eczema. [1]", "Another did not."]),
    ("It helps eczema.[^a] Another did not.", ["It helps eczema.[^a]", "Another did not."]),
    ("It helps eczema. [@li2012] Another did not.", ["It helps eczema. [@li2012]", "Another did not."]),
    ("It helps.<sup>1</sup> Another did not.", ["It helps.<sup>1</sup>", "Another did not."]),
    ("It helps eczema.¹ Another did not.", ["It helps eczema.¹", "Another did not."]),
    ("It helps eczema.¹,² Another did not.", ["It helps eczema.¹,²", "Another did not."]),
    ("It helps eczema.^1,2^ Another did not.", ["It helps eczema.^1,2^", "Another did not."]),
    ("It helps eczema.[1]Another did not.", ["It helps eczema.[1]", "Another did not."]),
    ("It helps. (Li et al., 2012) Another did not.", ["It helps. (Li et al., 2012)", "Another did not."]),
    ("It is “safe.” We doubt it.", ["It is “safe.”", "We doubt it."]),
    ('It is "safe." We doubt it.', ['It is "safe."', "We doubt it."]),
    ("**It is safe.** We doubt it.", ["**It is safe.**", "We doubt it."]),
    ("(It is safe.) We doubt it.", ["(It is safe.)", "We doubt it."]),
    ("It is safe (so they say). We doubt it.", ["It is safe (so they say).", "We doubt it."]),
    ("It is safe (do they say?). We doubt it.", ["It is safe (do they say?).", "We doubt it."]),
    ("It stopped... Then it began.", ["It stopped...", "Then it began."]),
    ("It stopped… Then it began.", ["It stopped…", "Then it began."]),
    ("What?! Nobody knew.", ["What?!", "Nobody knew."]),
    ("It is in vol. 3. The end.", ["It is in vol. 3.", "The end."]),
    ("The pH was low. mRNA was high.", ["The pH was low.", "mRNA was high."]),
    ("It fell by 5%. The rest held.", ["It fell by 5%.", "The rest held."]),
    ("One line\nruns on. The next", ["One line\nruns on.", "The next"]),
]


@pytest.mark.parametrize("text", WHOLE)
def test_it_leaves_whole(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(("text", "wanted"), SPLIT)
def test_it_splits(text, wanted):
    assert sentences(text) == wanted


def test_it_returns_nothing_for_white_space():
    assert split(" \n\t ") == []


@pytest.mark.parametrize("blank", ["&nbsp;", "&#160;", "&#xA0; &emsp;", "<br>", "<br />&nbsp;", "&shy;", "&zwnj;"])
def test_a_space_spelt_as_a_character_of_html_is_no_sentence(blank):
    assert sentences(blank) == []
    assert sentences(f"Zinc works. {blank}") == ["Zinc works."]
    assert sentences(f"Zinc works. {blank} Honey does not.")[0] == "Zinc works."


def test_it_shifts_the_spans_by_the_start():
    assert split("  It works.  ", 10) == [(12, 21)]


@given(st.text(alphabet=st.sampled_from("aB1.!?…()[]^@\"”' \n*_`<>/¹²,;:-"), max_size=200))
def test_spans_are_trimmed_ordered_and_lose_no_letter(text):
    spans = split(text)
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        last = end
    kept = "".join(text[start:end] for start, end in spans)
    assert [char for char in kept if char.isalnum()] == [char for char in text if char.isalnum()]


_PIECES = ("Milk", "milk", "A", ".", "!", "…", "...", " ", "”", "[1]", "¹", "(2)", "12", "\n")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=9))
def test_stops_are_found_wherever_the_whole_expression_finds_them(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert [match.span() for match in _stops(text)] == [match.span() for match in _STOP.finditer(text)]


@pytest.mark.parametrize(
    "marks", ["[1],[2]", "[^1],[^2]", "[^a], [^b]", "<sup>1</sup>,<sup>2</sup>", "[1]–[3]", r"[\[1\]](#a),[\[2\]](#b)"]
)
def test_marks_parted_by_commas_end_the_sentence_before_them(marks):
    assert sentences(f"Figs help.{marks} Ships are wet.") == [f"Figs help.{marks}", "Ships are wet."]


def test_a_comma_behind_a_bracket_parts_no_other_words():
    assert sentences("Figs help.), and ships are wet.") == ["Figs help.), and ships are wet."]
