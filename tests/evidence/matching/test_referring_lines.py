"""Which claims stand on the work that the next sentence refers to (standards.md A3.2, forward)."""

from __future__ import annotations

import pytest

from evidence.values import How
from tests.evidence.judging import judge

CLAIM = "Oat porridge lowers blood pressure in adults."
WORK = "https://doi.org/10.1000/oats1"
PAGE = "https://bakers.example.org/oats-and-blood"


def _tie(text: str) -> str:
    row = judge(text, None).sentences[0]  # type: ignore[arg-type]
    assert row.claim.claim
    return row.links[0].how.value if row.links else ""


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM} See also [this review]({WORK}) on sleep.",
        f"{CLAIM} Read more in [this review]({WORK}).",
        f"{CLAIM} For further information see [this review]({WORK}).",
        f"{CLAIM}\n\nSee [this review]({WORK}).",
        f"{CLAIM} Snow fell. See [this review]({WORK}).",
        f"{CLAIM} See [my kitchen]({PAGE}).",
        f"{CLAIM} See this review of my mill: [the best flour]({PAGE}).",
        f"{CLAIM} See this recipe: [oats in milk]({WORK}).",
        f"{CLAIM} [The mill]({PAGE}) has a fine overview of rye.",
        f"{CLAIM} [The bakers]({PAGE}) sell oat porridge.",
        f"{CLAIM} You can read the report [here]({PAGE}).",
        f"{CLAIM} You can read our story [here]({WORK}).",
        f"{CLAIM} You can also read the study on rye [here]({WORK}).",
        f"{CLAIM} Read the study before you buy [our oats]({WORK}).",
        f"{CLAIM} These oats come from [the north]({PAGE}).",
        f"{CLAIM} That is what [my aunt]({PAGE}) says.",
        f"{CLAIM} Rye does, too, as was shown in [another trial]({WORK}).",
    ],
)
def test_a_claim_does_not_stand_on_what_leads_on_or_tells_of_other_things(text: str) -> None:
    assert not _tie(text)


@pytest.mark.parametrize(
    "behind",
    [
        f"See [this review]({WORK}).",
        f"(See [Miller et al., 2019]({WORK}).)",
        f"Please see the [trial of 2018]({WORK}) for numbers.",
        f"Cf. [the Turku study]({WORK}).",
        f"Here is [the study]({WORK}).",
        f"See this review for a good summary: [Oats and the heart]({WORK}).",
        "See this review for a good summary: [Oats and the heart](https://www.nature.com/articles/s43587-020-00013-3).",
        f"See e.g. the following meta-analysis of trials [Oats and the heart]({WORK}).",
        f"This is from [a review of 12 trials]({WORK}).",
        f"The [Bakers of the North]({PAGE}) have a helpful overview of oat porridge and blood pressure.",
        f"[The heart page]({PAGE}) explains how oat porridge acts on blood pressure.",
        f"[One paper]({WORK}) discusses this effect of porridge at length.",
        f"You can read the study [here]({WORK}).",
        f"The finding comes from [a trial of 90 nurses]({WORK}).",
        f"These results were published in [Heart]({WORK}).",
        f"This was shown in a [large cohort]({WORK}).",
        f"That is what [researchers from Turku]({WORK}) found.",
        f"That’s what a team in Leeds [found]({WORK}).",
        f"You can find the full paper [online]({WORK}).",
        f"Read the whole trial [at this address]({WORK}).",
    ],
)
def test_a_claim_stands_on_the_work_that_the_next_sentence_refers_to(behind: str) -> None:
    assert _tie(f"{CLAIM} {behind}") == How.COVERED.value
