"""Which language a stretch of prose is in. The passages are our own; the sets are told apart in docs/decisions/0009."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from evidence.language.function_words import LANGUAGES, NAMES
from evidence.language.which_language import language_of, word_count

_ROWS = (Path(__file__).parent / "passages_by_language.txt").read_text(encoding="utf-8").splitlines()
PASSAGES = [tuple(row.split("\t")) for row in _ROWS]
ENGLISH = [text for code, text in PASSAGES if code.startswith("en")]
OTHERS = [(code, text) for code, text in PASSAGES if not code.startswith("en")]


# --- Refusals --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_never_taken_for_another_language(text: str) -> None:
    assert language_of(text) in ("en", "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ingwer",
        "42 % (95 % CI 31–53), n = 1,204; p < 0.001",
        "https://www.der-die-das.de/von/und/zu/mit/nicht.html",
        "Smith J, van der Meer A, de la Cruz M, von Berg H, da Silva P, di Lorenzo G, de la Fuente R",
        "Echinacea purpurea, Hypericum perforatum, Ginkgo biloba, Panax ginseng, Melissa officinalis",
        "Vitamin A, vitamin D, vitamin E, vitamin K, omega-3",
        "Bouillabaisse, coq au vin, pain au chocolat, tarte Tatin, crème de la crème",
        "def und(der): return [das for das in die if nicht]",
    ],
)
def test_it_names_no_language_where_there_is_no_prose(text: str) -> None:
    assert language_of(text) in ("en", "")


@pytest.mark.parametrize(
    "text",
    [
        "The German proverb “Wer nicht hören will, muss fühlen” says it well, and my aunt lived by it for years.",
        "Her book, Le grand livre des plantes et de la santé, was translated into English in the same year.",
        "In Greek, φάρμακον means both a medicine and a poison, and the word is with us to this day.",
        "The trial by Иванов and 王 was the first to compare the two with a placebo.",
    ],
)
def test_english_that_quotes_stays_english(text: str) -> None:
    assert language_of(text) == "en"


def test_names_with_foreign_letters_speak_for_no_language() -> None:
    assert language_of("Hospitals near Malmö, Gävle, Örebro reported fewer infections last winter overall") == ""


def test_words_that_english_shares_speak_for_neither() -> None:
    assert language_of("As a man in no rush, do as he has: come on over, die a hero, sing a song") in ("en", "")


# --- What it tells ---------------------------------------------------------------------------------------


def test_it_misses_few_passages_of_eight_words_and_takes_few_for_a_neighbour() -> None:
    long_enough = [(code, text) for code, text in OTHERS if word_count(text) >= 8]
    told = [(code, language_of(text)) for code, text in long_enough]
    missed = [code for code, found in told if found in ("en", "")]
    wrong = [pair for pair in told if pair[1] not in ("en", "", pair[0])]
    assert len(long_enough) > 180
    assert len(missed) <= 4, missed
    assert len(wrong) <= 6, wrong


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A curcuma alivia as dores articulares e reduz a inflamação, a tensão e a febre.", "pt"),
        ("DIE DOSIS MACHT DAS GIFT, UND DAS GILT AUCH FÜR WASSER.", "de"),
        ("L’effet n’est pas connu, et l’on n’en sait pas plus qu’hier.", "fr"),
        ("Ginger: Ингвер помогает не всем, и это известно давно.", "ru"),
        ("姜茶 (ginger tea) 能让很多人的胃舒服一些。", "zh"),
        ("Trà gừng làm dịu dạ dày của nhiều người và hầu hết cảm lạnh tự khỏi.", "vi"),
        ("השפעת התה על הבטן ידועה מאז ימי קדם.", "he"),
        ("अदरक की चाय पेट को आराम देती है।", "und-Deva"),
    ],
)
def test_it_tells_by_small_words_and_letters(text: str, code: str) -> None:
    assert language_of(text) == code


def test_a_script_alone_is_named_where_no_word_tells_more() -> None:
    assert language_of("Цинк, возможно, сокращает простуду") == "und-Cyrl"


def test_every_language_has_a_name() -> None:
    assert set(LANGUAGES) <= set(NAMES)


def test_the_answer_does_not_hang_on_the_order_of_a_set() -> None:
    # Danish and Norwegian share these; the first in the table is named, whatever the seed of the hashes.
    assert language_of("Ingen er helt sikker, og jeg vet ikke om det hjelper.") in ("da", "no")
    assert language_of("og det er ikke") == "da"


def test_two_characters_of_chinese_count_as_a_word() -> None:
    assert word_count("大多数感冒会在十天之内") == 1 + 5
    assert word_count("Most colds pass.") == 3


@pytest.mark.parametrize("unit", ["姜茶能让", "der die das ", "l'été à ", "a", "@", "https://", "Ж.", "'"])
def test_long_texts_take_no_longer(unit: str) -> None:
    start = time.process_time()
    language_of(unit * (2_000_000 // len(unit)))
    assert time.process_time() - start < 0.5
