"""Text as it looks: what nobody sees goes, look-alikes become the letters they pass for, and every place leads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.language.folding import INVISIBLE, fold

SHY, ZWSP, LRM, RLO, JOINER = "\u00ad", "\u200b", "\u200e", "\u202e", "\u2060"


@pytest.mark.parametrize(
    "text",
    [
        "Zinc cures colds.",
        "Zinc **cures** colds, *they say*; 2 * 3 * 4 is 24.",
        "It is 5 µg of ω-3, α-linolenic acid and β-carotene; TNFα, PPARγ and NFκB rise.",
        "Colds end sooner.¹² The area is 4 m², the dose 10⁻³ mol.",
        "H<sub>2</sub>O and CO<sub>2</sub>, and a <b>bold</b> word.",
        "Flora Bloom™ costs 5 € at 20 ℃, № 7; ½ of it, 3 ‰.",
        "Müller, Åse and Øystein found naïve results.",
        "Цинк лечит простуду, а витамин С помогает: так говорят врачи.",
        "Ο ψευδάργυρος θεραπεύει το κρυολόγημα.",
        "锌可以缩短感冒！蜂蜜能缓解咳嗽，睡眠好吗？",
        "a &amp; b &lt; c &copy; 2020 &nbsp; d",
        "\ufeff# Zinc",
        "One page.\x0c\nNext page.\x0bNext line.",
        r"The escapes \x41, \u00ad and \u200b stand for signs, \ucures is none.",
    ],
)
def test_a_text_that_is_written_as_it_looks_is_left_alone(text: str) -> None:
    assert fold(text, markdown=True) is None


@pytest.mark.parametrize("text", ["c&#117;res", "cu&shy;res", "**re**duces"])
def test_entities_and_emphasis_are_signs_of_markdown_alone(text: str) -> None:
    assert fold(text, markdown=False) is None


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (f"Zinc cu{SHY}res colds.", "Zinc cures colds."),
        (f"cu{ZWSP}res, cu{LRM}res, cu{RLO}res, cu{JOINER}{SHY}res", "cures, cures, cures, cures"),
        (f"Zinc helps [{LRM}2\u200f], milk too [1{ZWSP}].", "Zinc helps [2], milk too [1]."),
        (
            "Zinc cu&shy;res and cu&#173;res and cu&#xAD;res and cu&zwnj;res.",
            "Zinc cures and cures and cures and cures.",
        ),
        ("Zinc c&#117;res and &#x63;ures.", "Zinc cures and cures."),
        ("Zinc **re**duces, re**duc**es, redu***ces*** it.", "Zinc reduces, reduces, reduces it."),
        ("<b>re</b>duces re<em class='x'>duc</em>es cu<wbr>res cu<!-- x -->res", "reduces reduces cures cures"),
        ("Zinc сures, curеs and ϲures.", "Zinc cures, cures and cures."),
        (
            "Zinc lozenges are taken by many people who want a short сор of it.",
            "Zinc lozenges are taken by many people who want a short cop of it.",
        ),
        ("Ｚｉｎｃ ｃｕｒｅｓ ［１］", "Zinc cures [1]"),
        ("𝐜𝐮𝐫𝐞𝐬 𝒄𝒖𝒓𝒆𝒔 ⓒⓤⓡⓔⓢ", "cures cures cures"),
        ("It is eﬀective in the oﬃce.", "It is effective in the office."),
        ("double‑blind", "double-blind"),
        ("Zinc cu\x7fres, cu\x02re\x08s, cu\x1bres, cu\x93res", "Zinc cures, cures, cures, cures"),
        ("cu\x0bres cu\x0cres cu\u2028res cu\x85res", "cures cures cures cures"),
        (r'title: "Zinc cu\u200bres c\u0075res cu\xadres"', 'title: "Zinc cures cures cures"'),
    ],
)
def test_a_text_is_read_as_it_looks(text: str, seen: str) -> None:
    folded = fold(text, markdown=True)
    assert folded is not None
    assert folded.text == seen


@pytest.mark.parametrize("hidden", [f"cu{SHY}res", "сures", "c&#117;res", "𝐜ures"])
def test_what_a_reader_cannot_see_in_a_word_is_named(hidden: str) -> None:
    folded = fold(f"Zinc {hidden} colds", markdown=True)
    assert folded is not None
    assert len(folded.hidden()) == 1


@pytest.mark.parametrize("open_to_see", ["**cu**res", f"word{ZWSP} next", "oﬃce", "double‑blind"])
def test_what_hides_nothing_in_a_word_is_not_named(open_to_see: str) -> None:
    folded = fold(f"Zinc {open_to_see} colds", markdown=True)
    assert folded is not None
    assert folded.hidden() == ()


@given(st.lists(st.sampled_from([*"abc .", SHY, ZWSP, "с", "ﬃ", "&shy;", "&#117;", "**", "<wbr>", "𝐜"]), max_size=30))
def test_every_place_leads_back_in_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    folded = fold(text, markdown=True)
    if folded is None:
        return
    places = [(folded.start(place), folded.end(place + 1)) for place in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    for (start, end), letter in zip(places, folded.text, strict=True):
        written = text[start:end]
        assert letter in written or len(written) != 1 or not written.isascii()


def test_the_list_of_invisible_characters_holds_none_that_is_seen() -> None:
    assert not set(INVISIBLE) & set("abcdefghijklmnopqrstuvwxyz0123456789.,;:!?()[]")
