"""Talk of "the study" across headings, on a page that has brought in one work of research so far."""

from __future__ import annotations

import pytest

from evidence import pipeline
from evidence.reading import documents
from evidence.values import How
from tests.evidence.judging import TODAY

STUDY = "https://pubmed.ncbi.nlm.nih.gov/11502313/"
OPENING = f"""# Cherries and sleep

A [trial of cherry juice]({STUDY}) found that nurses slept 39 minutes longer.

## What I think of it

"""
CLOSING = (
    "\n\n## What else\n\n[A review](https://pubmed.ncbi.nlm.nih.gov/11502315/) found that rice helps 1 in 9 adults."
)


def _links(text: str) -> list[How]:
    assessment = pipeline.assess(documents.read(OPENING + text + CLOSING, "markdown"), today=TODAY)
    return [link.how for link in assessment.sentences[-2].links]


@pytest.mark.parametrize(
    "text",
    [
        "Another trial found that kiwis help. The trial lowered blood pressure by 4 points.",
        "One study gave nurses kiwis. This study found that kiwis cut night waking by a third.",
        "[A review](https://pubmed.ncbi.nlm.nih.gov/11502314/) came first.\n\n## B\n\nThe study says kiwis help sleep.",
        "The study of kiwis by another team found that they cut night waking by a third.",
        "Magnesium cuts night waking by a third in adults.",
        "Other studies found that kiwis cut night waking by a third.",
        "I planned this study of my own sleep, and cherries helped me by an hour.",
        "Smith et al. found that kiwis cut night waking by a third.",
    ],
)
def test_what_may_be_another_study_is_not_tied(text: str) -> None:
    assert not _links(text)


@pytest.mark.parametrize(
    "text",
    [
        "The paper did not control for vitamin D, which raises bone density.",
        "The nurses in this study ate 5% more fibre than the others.",
        "The trial lowered blood pressure by 4%.\n\n## More\n\nThe same study found that snoring fell by a third.",
    ],
)
def test_the_one_study_of_the_page_is_still_meant(text: str) -> None:
    assert How.INHERITED in _links(text)


def test_a_book_is_no_study() -> None:
    book = "In her book, [The Big Fat Tale of Sleep](https://www.example.com/b), Ann Poe tells of butter."
    page = f"# Fat\n\n{book}\n\n## WHO\n\n"
    text = f"{page}There were many flaws in the study, and butter raises cholesterol by 10 points."
    assessment = pipeline.assess(documents.read(text, "markdown"), today=TODAY)
    assert not assessment.sentences[-1].links
