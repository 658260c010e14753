"""What stands below the linked title of a work, and what no longer does."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import pipeline
from evidence.reading.documents import read

TODAY = date(2026, 11, 30)
OPENS = (
    "Vibration plates are said to help muscles, bones and balance. I read the trials for this page.\n\n"
    "Falls break the hips of many old people each year. Weak ankles raise the risk of a fall.\n\n"
)
TITLE = "[Vibration training and balance in athletes with weak ankles](https://pubmed.ncbi.nlm.nih.gov/29569943/)"
CLAIM = "Vibration lowers the risk of falls by 20 % in adults with weak ankles"


def key_of(written: str) -> str:
    """The source on which the claim stands, "" for none."""
    assessment = pipeline.assess(read(f"{OPENS}{written}\n\n{OPENS}"), today=TODAY)
    rows = [row for row in assessment.sentences if row.sentence.text.startswith(CLAIM)]
    return rows[0].links[0].key if rows[0].links else ""


@pytest.mark.parametrize(
    "written",
    [
        f"{TITLE}\n\nWhat I make of it:\n\n- {CLAIM}.",
        f"{TITLE}\n\n{CLAIM}.",
        f"[Our best plates of the year, tested at home](https://plates.example/best)\n- {CLAIM}.",
        f"[Plates](https://pubmed.ncbi.nlm.nih.gov/29569943/)\n- {CLAIM}.",
        f"- {TITLE}\n- {CLAIM}.",
        f"{TITLE}\n- 41 athletes\n\nSo much for ankles.\n\n- {CLAIM}.",
        f"{TITLE}\n- 41 athletes\n\n## Other gains\n\n- {CLAIM}.",
        f"{TITLE}\n\nWhat I make of it, after all these years of trying plates at home:\n\n- {CLAIM}.",
        TITLE
        + "\n"
        + "\n".join(f"- Muscles of the leg grow by {n} % in athletes." for n in range(2, 40))
        + f"\n- {CLAIM}.",
    ],
)
def test_no_title_covers(written: str) -> None:
    assert key_of(written) == ""


@pytest.mark.parametrize(
    "written",
    [
        f"{TITLE}\n- {CLAIM}.",
        f"{TITLE}\n\n- 41 athletes\n- {CLAIM}.",
        f"{TITLE}\n\n* 41 athletes. They stood on plates.\n\n* {CLAIM}.",
        f"{TITLE}\n1. Twenty [hertz](https://en.wikipedia.org/wiki/Hertz)\n2. {CLAIM}.",
        f"**{TITLE}**\n\n- {CLAIM}.",
        f"{TITLE}\n\n* Gains of plates:\n  - {CLAIM}.",
        f"{TITLE}\n\n* **What was found:**\n  - {CLAIM}.",
        TITLE
        + "\n"
        + "\n".join(f"- Muscles of the leg grow by {n} % in athletes." for n in range(2, 20))
        + f"\n- {CLAIM}.",
    ],
)
def test_the_items_right_below_a_title_stand_on_its_work(written: str) -> None:
    assert key_of(written) == "pmid:29569943"


def test_each_title_has_the_items_below_it() -> None:
    other = TITLE.replace("29569943", "31475941")
    assert key_of(f"{TITLE}\n- 41 athletes\n\n{other}\n- {CLAIM}.") == "pmid:31475941"
