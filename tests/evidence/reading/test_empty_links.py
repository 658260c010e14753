"""A link without words bears nothing out: readers see nothing of it. Pictures, signs and marks are seen."""

from __future__ import annotations

import pytest

from evidence import read
from evidence.values import Severity
from tests.evidence.judging import flags_of

WORK = "https://pubmed.ncbi.nlm.nih.gov/12345678/"
PAGE = (
    "# Garlic\n\nColds are caused by viruses. Garlic cures asthma in children {}\n\nTea is hot.\n\n[w]: " + WORK + "\n"
)

EMPTY = [
    f"[]({WORK})",
    f"[ ]({WORK})",
    f"[&nbsp;]({WORK})",
    f"[&#8203;]({WORK})",
    f"[\u200b]({WORK})",
    f"[\u2060\u00ad]({WORK})",
    f"[\u3164]({WORK})",
    f"[**]({WORK})",
    f"[<!-- trial -->]({WORK})",
    f"<a href='{WORK}'></a>",
    f"<a href='{WORK}'> </a>",
    f"<a href='{WORK}'><sup></sup></a>",
    f"<a href='{WORK}'><span></span></a>",
    "[ ][w]",
    f"<sup>[]({WORK})</sup>",
]
SEEN = [
    f"[1]({WORK})",
    f"[.]({WORK})",
    f"[🔗]({WORK})",
    f"[↗]({WORK})",
    f"[![](a.png)]({WORK})",
    f"<a href='{WORK}'>trial</a>",
    f"<a href='{WORK}'><img src='a.png' alt=''></a>",
    f"<a href='{WORK}'><i class='icon-link'></i></a>",
    f"<a href='{WORK}' aria-label='Trial'><svg/></a>",
    "[trial][w]",
    "[](doi:10.1000/abc)",
    f"(<{WORK}>)",
]


@pytest.mark.parametrize("link", EMPTY)
def test_a_promise_before_a_link_that_nobody_sees_stops_publication(link: str) -> None:
    text = PAGE.format(link)
    assert not read(text, "markdown").markers
    assert Severity.BLOCKER in [flag.severity for flag in flags_of("missing-citation", text)]


@pytest.mark.parametrize("link", SEEN)
def test_a_link_that_shows_something_is_the_source(link: str) -> None:
    text = PAGE.format(link)
    (marker,) = read(text, "markdown").markers
    assert marker.sentence == 1
    assert Severity.BLOCKER not in [flag.severity for flag in flags_of("missing-citation", text)]
