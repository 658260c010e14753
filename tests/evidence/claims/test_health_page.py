from __future__ import annotations

from evidence.claims.detection import detect
from evidence.context import Source
from evidence.reading.documents import read
from tests.evidence.judging import judge

_BODY = "A fine comb got 30 of 43 heads clean [1]. The notes from school keep coming.\n"
_LIST = "\n## References\n\n1. {}\n"


def _claims(work: str) -> list[bool]:
    return [claim.claim for claim in detect(read(_BODY + _LIST.format(work), "markdown"))]


def test_a_page_whose_works_are_not_on_health_makes_no_health_claim():
    assert _claims("Reed A, Hall B. Combs of the Bronze Age. J Archaeol. 2007;2(1):11-19.") == [False, False]


def test_a_page_in_plain_words_is_on_health_where_its_works_are():
    work = "Reed A, Hall B. Treatment of infestation in patients: a randomised trial. J Nurs. 2007;2(1):11-19."
    assert _claims(work)[0] is True


def test_works_count_the_same_where_they_are_given_apart_from_the_text():
    work = Source(key="reed2007", number=1, title="Treatment of infestation in patients: a randomised trial")
    told, untold = (judge(_BODY, sources).sentences[0].claim.claim for sources in ([work], []))
    assert (told, untold) == (True, False)
