"""How learned chances become certainties, and where the bands are cut."""

from __future__ import annotations

import pytest

from evidence.claims.certainty import DEFAULTS, Curve, Scale, from_data, shipped
from evidence.claims.decision import RULES
from evidence.values import Band, Claim, How, Kind, Wording

SCALE = Scale(Curve(), {"rule product": 0.6}, sure=0.8, likely=0.6)


def _claim(certainty: float | None = None, rule: str = "", claim: bool = True) -> Claim:
    return Claim(0, claim, (Kind.EFFICACY,), Wording.NONE, certainty=certainty, rule=rule)


@pytest.mark.parametrize(("sure", "likely"), [(0.5, 0.6), (1.1, 0.6), (0.8, -0.1), (None, 0.9), (0.5, None)])
def test_cuts_out_of_order_are_refused(sure: float | None, likely: float | None) -> None:
    with pytest.raises(ValueError, match="run from 0 to 1"):
        SCALE.with_cuts(sure, likely)


def test_a_claim_that_may_not_block_is_sure_by_the_cut_of_all() -> None:
    scale = SCALE._replace(stops=0.7)
    assert scale.band(0.75) is Band.LIKELY
    assert scale.band(0.75, may_block=True) is Band.SURE
    assert scale.band(0.69, may_block=True) is Band.LIKELY


def test_the_cut_of_a_site_holds_for_what_may_block_too() -> None:
    scale = SCALE._replace(stops=0.7).with_cuts(0.9, None)
    assert scale.band(0.85, may_block=True) is Band.LIKELY


def test_a_cut_for_what_may_block_gives_way_where_a_site_takes_more_for_likely() -> None:
    scale = SCALE._replace(stops=0.7).with_cuts(None, 0.75)
    assert scale.band(0.72, may_block=True) is Band.QUERY


def test_a_judgement_that_nobody_named_is_an_error() -> None:
    with pytest.raises(KeyError):
        SCALE.figure("luck of the draw")


def test_nothing_is_said_of_a_sentence_that_rules_take_for_no_claim() -> None:
    assert SCALE.of_claim(_claim(rule="question", claim=False)) is None


@pytest.mark.parametrize(
    ("chance", "band"), [(0.8, Band.SURE), (0.799, Band.LIKELY), (0.6, Band.LIKELY), (0.599, Band.QUERY)]
)
def test_a_band_begins_at_its_cut(chance: float, band: Band) -> None:
    assert SCALE.band(chance) is band


def test_a_site_may_move_one_cut_and_keep_the_other() -> None:
    moved = SCALE.with_cuts(0.9, None)
    assert (moved.band(0.85), moved.band(0.6)) == (Band.LIKELY, Band.LIKELY)


def test_a_claim_by_rule_has_the_figure_of_its_rule_or_the_default() -> None:
    assert SCALE.of_claim(_claim(rule="product")) == 0.6
    assert SCALE.of_claim(_claim(rule="appraisal")) == DEFAULTS["rule"]


def test_a_line_through_the_log_odds_keeps_the_order_and_never_leaves_the_scale() -> None:
    curve = Curve(slope=0.9, offset=-0.2)
    told = [curve(chance) for chance in (0.0, 0.2, 0.5, 0.9, 1.0)]
    assert told == sorted(told)
    assert told[0] > 0
    assert told[-1] < 1
    assert Curve()(0.3) == pytest.approx(0.3)


def test_steps_are_drawn_through_and_held_at_their_ends() -> None:
    curve = Curve(steps=((0.2, 0.1), (0.6, 0.5), (0.8, 0.9)))
    assert [curve(chance) for chance in (0.0, 0.2, 0.4, 0.7, 0.95)] == pytest.approx([0.1, 0.1, 0.3, 0.7, 0.9])


def test_the_scale_of_the_package_knows_every_rule_and_tie() -> None:
    scale = shipped()
    figures = [scale.figure(f"rule {rule}") for rule in RULES]
    figures += [scale.figure(f"tie {how.value}") for how in How if how is not How.EDITOR]
    assert all(0.3 < figure <= 1 for figure in figures)
    assert 0.5 < scale.likely < scale.sure < 0.95


def test_a_scale_is_read_as_training_writes_it() -> None:
    data = {"curve": {"steps": [[0.1, 0.2], [0.9, 0.8]]}, "figures": {"tie": 0.5}, "sure": 0.7, "likely": 0.6}
    assert from_data(data).curve(0.1) == 0.2
