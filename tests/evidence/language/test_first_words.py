"""How a pattern can begin: never too few beginnings, or rules would go blind."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "scripts"))

from list_first_words import entry

from evidence.claims import cues, frame_cues, framing_cues, study_cues
from evidence.language import patterns
from evidence.language.first_words import first_words
from evidence.language.patterns import Cue
from evidence.matching import described_works
from evidence.selling import described, idioms, named, own_offers, traps, weighed


@pytest.mark.parametrize("pattern", [r"cure|heal", r"\bcure|heal", r"\b['’]ll\b", r"\b[^a]b"])
def test_it_refuses_patterns_that_match_inside_words(pattern: str) -> None:
    assert first_words(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "beginnings"),
    [
        (r"\b(?:cures?|a\s+heal)\b", ("a     ", "cure  ", "cures ")),
        (r"\b(?:un)?safe\b", ("safe  ", "unsafe")),
        (r"\bi[st]\b", ("is    ", "it    ")),
        (r"\b(?<!all-)(?i:Led)\w*", ("led",)),
        (r"\b(?:\w+\s+)?cure", ("", "cure")),
        (r"\bo{2,3}ze", ("o",)),
    ],
)
def test_it_gives_every_beginning(pattern: str, beginnings: tuple[str, ...]) -> None:
    assert first_words(pattern) == beginnings


TEXTS = (
    "In one 2015 trial of 241 women, İlk probiotics REDUCED eczema by 40 %, and the authors don't know why.",
    "Re\u0301searchers found that ſalt may raiſe blood pressure; it’s safe for kids—isn't it?",
    "You should always see your doctor: there's no cure, but a study published in 2012 showed 3 in 10 improved.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_every_cue_finds_what_its_plain_pattern_finds(text: str) -> None:
    known = [cue for module in (cues, framing_cues, study_cues) for cue in vars(module).values() if type(cue) is Cue]
    assert len(known) > 30
    for cue in known:
        plain = re.search(cue.pattern, text, cue.flags)
        found = cue.search(text)
        assert (found and found.span()) == (plain and plain.span()), cue.pattern[:60]


PROSE = ("selling/described_plainly.txt", "selling/described_with_a_claim.txt", "language/golden_sentences.txt")


def test_cues_find_in_sold_and_cited_prose_what_they_find_where_every_place_is_tried() -> None:
    looks = (described, described_works, frame_cues, idioms, named, own_offers, traps, weighed)
    known = [cue for module in looks for cue in vars(module).values() if type(cue) is Cue]
    assert len(known) > 20
    for path in PROSE:
        for text in (Path(__file__).parents[1] / path).read_text("utf-8").splitlines()[:80]:
            for cue in known:
                plain, found = cue._pattern.search(text), cue.search(text)
                assert (found and found.span()) == (plain and plain.span()), (cue.pattern[:60], text)


def test_a_cue_made_later_is_found_in_a_text_read_before() -> None:
    text = "Ginger soothes."
    assert Cue(r"\bginger\b").search(text)
    assert Cue(r"\bsoothes\b").search(text)


SCRIPT = Path(__file__).parents[3] / "scripts" / "list_first_words.py"
LISTED = json.loads(Path(patterns.__file__).with_name("first_words.json").read_text("utf-8"))


def test_what_is_listed_is_what_would_be_worked_out() -> None:
    wrong = [pattern for pattern, found in LISTED.items() if tuple(found) != entry(pattern)]
    assert wrong == [], "Run: python scripts/list_first_words.py --write"


def test_every_pattern_of_the_engine_is_listed_so_that_a_start_is_quick() -> None:
    """In a process of its own: patterns that other tests make are none of the engine's."""
    done = subprocess.run([sys.executable, SCRIPT], check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_pattern_that_is_not_listed_is_worked_out() -> None:
    pattern = r"\b(?:quokkas?)\b"
    assert pattern not in LISTED
    assert Cue(pattern).search("Two quokkas sleep.") is not None
