"""Every step that goes through the claims of a page keeps the deadline, and takes linear time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from evidence import Deadline, TooIntricateError
from evidence.claims import benefit_and_advice, benefit_chance, citation_need, empty_lines, harmless, open_questions
from evidence.claims.annotation import Page, read
from evidence.claims.benefit_chance import around
from evidence.claims.decision import decide
from evidence.claims.detection import proposed
from evidence.claims.features import features
from evidence.claims.weights import shipped
from evidence.deadline import within
from evidence.reading import documents
from tests.growth.measuring import MOST, growth
from tests.growth.shapes import Shape

TEXT = "Zinc shortens colds. It heals wounds. Take zinc every day. Too much zinc harms the liver. Sleep helps too.\n"
PAGE = read(documents.read(TEXT * 3, "markdown"), (), (), (), {})
KINDS, CUED = proposed(PAGE.readings)
WEIGHTS = shipped()
SETTLED = decide(PAGE, KINDS, CUED, WEIGHTS)

STEPS: dict[str, Callable[[Page], object]] = {
    "proposed": lambda page: proposed(page.readings),
    "features": lambda page: features(page, KINDS, CUED),
    "decide": lambda page: decide(page, KINDS, CUED, WEIGHTS),
    "empty lines": lambda page: empty_lines.without(page.readings, SETTLED),
    "benefit and advice": lambda page: benefit_and_advice.told(page.readings, SETTLED),
    "benefit, learned": lambda page: benefit_chance.likely(page.readings, SETTLED, CUED, WEIGHTS.benefit or WEIGHTS),
    "open questions": lambda page: open_questions.left_open(page.readings, SETTLED),
    "harmless": lambda page: harmless.let_pass(page.readings, SETTLED),
    "need of a citation": lambda page: citation_need.of_document([[one.text for one in page.readings]]),
}


@pytest.mark.parametrize("step", STEPS)
def test_each_step_ends_where_the_time_is_over(step: str) -> None:
    with within(Deadline.after(-1, lambda: 0.0)), pytest.raises(TooIntricateError):
        STEPS[step](PAGE)


@pytest.mark.parametrize("step", STEPS)
def test_each_step_is_done_where_there_is_time(step: str) -> None:
    with within(Deadline.after(1, lambda: 0.0)):
        assert STEPS[step](PAGE)


def test_claims_are_weighed_beside_each_other_in_linear_time() -> None:
    def weigh(text: str) -> object:
        return around([0.5] * len(text), ["Uses"] * len(text))

    assert growth(weigh, Shape("claims", "a"), smallest=2_000, largest=8_000) < MOST


class Counted(tuple[float, ...]):
    """Chances that count how often they are gone through."""

    walks = 0

    def __iter__(self) -> Iterator[float]:
        Counted.walks += 1
        return super().__iter__()


def test_the_chances_of_a_paragraph_are_gone_through_once_not_for_each_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = read(documents.read(TEXT.strip() * 20, "markdown"), (), (), (), {})
    kinds, cued = proposed(page.readings)
    real = citation_need.of_document
    monkeypatch.setattr(citation_need, "of_document", lambda rows: [Counted(chances) for chances in real(rows)])
    Counted.walks = 0
    features(page, kinds, cued)
    assert len(page.readings) > 50
    assert 0 < Counted.walks < 5
