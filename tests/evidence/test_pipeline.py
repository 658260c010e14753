"""The engine as a whole: it never fails, repeats itself and stays linear."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence import pipeline
from evidence.context import Source
from evidence.reading import documents
from evidence.values import Document, Sentence
from tests.drawing import examples
from tests.evidence.judging import TEA, TODAY, TRIAL, judge

PAGE = (
    "Lee and colleagues found that ginger reduced nausea by 40 %. The women who took it slept better. "
    "Experts agree that we know it works [@lee2020]. Our herbal formula prevents infections!\n\n"
)
_PIECES = st.sampled_from(
    [
        *PAGE.split(" "),
        "\n\n",
        "[1]",
        "[@x]",
        "(Lee, 2020)",
        "and colleagues",
        "et al.",
        "will",
        "™",
        "—",
        "241mothers",
        "%",
        "\x00",
        "𝔘",
    ]
)


def test_it_bears_an_empty_document() -> None:
    assessment = judge("")
    assert (assessment.sentences, assessment.flags) == ((), ())


def test_it_bears_sources_without_any_facts() -> None:
    judge("Lee and colleagues (2020) helped [@a].", [Source(key="a"), Source(key="a"), Source(key="")])


@pytest.mark.drawn(1)
@settings(max_examples=examples(150), deadline=None)
@given(st.lists(_PIECES, max_size=60).map(" ".join))
def test_it_never_fails_on_any_text(text: str) -> None:
    first = judge(text, [TRIAL], products=[TEA], confirmed={0: ["lee2020"]})
    assert first == judge(text, [TRIAL], products=[TEA], confirmed={0: ["lee2020"]})
    assert [row.sentence for row in first.sentences] == list(first.document.sentences)


def test_every_flag_stands_at_one_place() -> None:
    for flag in judge(PAGE, [TRIAL], products=[TEA]).flags:
        assert flag.sentence is None or flag.reference is None


def _sentence(text: str) -> Document:
    return Document(text, "text", "", "", (Sentence(0, 0, len(text), text, 0),))


def health_page(text: str) -> Document:
    """A page so long and so plainly on health that the learned weights look at the sentence too."""
    page = documents.read("Walking lowers blood pressure in adults. Smoking slows the healing of wounds. " * 6, "text")
    start = len(page.text) + 2
    endless = Sentence(len(page.sentences), start, start + len(text), text, 1)
    return Document(f"{page.text}\n\n{text}", "text", "", "", (*page.sentences, endless))


def _seconds(document: Document) -> float:
    started = time.process_time()
    pipeline.assess(document, [TRIAL], [TEA], today=TODAY)
    return time.process_time() - started


LENGTHENED = (
    *("Aa Bb ", "our very ", "the study ", "of ", "1,", "a, ", "will ", "Aaa, ", "more ", "set up ", "(a ", "x-"),
    *("Lee and ", "reduce a ", "A. ", "1.", "(", "? ", "body, ", "sleep, ", "5%, ", "10,000 ", "-"),
)
"""`make prove` takes them all; here four are taken."""


@pytest.mark.drawn(2)
@pytest.mark.parametrize("unit", ["our very ", "1,", "Lee and ", "reduce a "])
def test_one_endless_sentence_takes_linear_time(unit: str) -> None:
    assert takes_linear_time(unit)


@pytest.mark.drawn(2)
@pytest.mark.parametrize("unit", ["1,", "body, ", "? ", "("])
def test_an_endless_sentence_of_a_page_on_health_takes_linear_time(unit: str) -> None:
    assert takes_linear_time(unit, health_page)


def takes_linear_time(unit: str, page: Callable[[str], Document] | None = None) -> bool:
    # Both are so long that they are read as a whole: a short sentence is read word by word, which is faster.
    short, long = ((page or _sentence)(unit * (letters // len(unit))) for letters in (6_000, 48_000))
    _seconds(short)
    most = 40 * max(_seconds(short), 0.005)
    return any(_seconds(long) < most for _ in range(2))


def test_many_sentences_take_linear_time() -> None:
    few, many = documents.read(PAGE * 25, "text"), documents.read(PAGE * 200, "text")
    _seconds(few)
    most = 20 * max(_seconds(few), 0.01)
    assert any(_seconds(many) < most for _ in range(2))


def test_it_needs_no_packages_but_its_own() -> None:
    # -S leaves site-packages out; YAML is read only where a document has front matter.
    code = "import evidence.grading.levels, evidence.claims.detection, evidence.matching.linking, evidence.flags"
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_the_same_key_twice_counts_once() -> None:
    assessment = judge("Ginger reduced nausea [@lee2020].", [TRIAL, replace(TRIAL, title="Again")])
    assert [source.title for source in assessment.sources] == [TRIAL.title]
