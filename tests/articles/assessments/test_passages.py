"""Words that are being typed: read whole where the text is short, around the change where it is long."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from articles import services
from articles.assessments import deadlines, passages
from articles.assessments.passages import assess_words
from articles.models import Article
from evidence import Assessment
from evidence.deadline import TooIntricateError
from tests.articles import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)
EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def read_around(article: Article, text: str, words: str) -> tuple[Assessment, int, int]:
    at = text.index(words)
    return assess_words(article, text, today=TODAY, deadline=deadlines.for_assessment(), changed=(at, at + len(words)))


def judged(found: Assessment, begin: int = 0, end: int = 10**9) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [
        (row.sentence.text, tuple(flag.code for flag in row.flags), tuple(link.key for link in row.links))
        for row in found.sentences
        if begin <= row.sentence.start < end
    ]


def test_a_text_that_takes_too_long_is_refused(settings: object) -> None:
    article = factories.make_article()
    settings.PREVIEW_SECONDS = 0  # type: ignore[attr-defined]
    with pytest.raises(TooIntricateError):
        assess_words(article, "Zinc cures colds.", today=TODAY, deadline=deadlines.for_preview())


def test_nothing_of_it_is_saved() -> None:
    article = factories.make_article()
    assess_words(article, "Zinc cures colds.", today=TODAY, deadline=deadlines.for_preview())
    article.refresh_from_db()
    assert article.body == factories.BODY
    assert not article.claims.exists()


def test_a_short_text_is_read_whole_whatever_changed() -> None:
    article = factories.make_article()
    text = "Zinc cures colds.\n\nWalking cures knee pain [@doe2019]."
    found, begin, end = read_around(article, text, "Zinc")
    assert (begin, end) == (0, len(text))
    assert [row.sentence.text for row in found.sentences] == text.split("\n\n")
    assert [link.key for link in found.sentences[1].links] == ["doe2019"]


def test_a_tie_by_hand_holds_for_words_that_were_not_changed() -> None:
    article = factories.make_article(body="Walking eases sore knees in adults.\n\nZinc cures colds.")
    services.assess_article(article_id=article.pk)
    claim = article.claims.get(index=0)
    services.link_claim(
        claim=claim, article_citation=article.article_citations.get(), by=factories.make_user("Editors")
    )
    found, _, _ = read_around(article, f"{article.body} Really.", "Zinc")
    assert [link.how.value for link in found.sentences[0].links] == ["editor"]


def test_a_long_text_is_judged_around_the_change_as_it_is_judged_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """All paragraphs of one of our examples, one after the other."""
    text = (EXAMPLES / "walking-and-low-back-pain.md").read_text(encoding="utf-8")
    article = services.import_article(text=text, by=factories.make_user("Authors"), filename="walking.md")
    whole, *_ = assess_words(article, article.body, today=TODAY, deadline=deadlines.for_assessment())
    monkeypatch.setattr(passages, "WHOLE", 10)
    for row in whole.sentences[::3]:
        found, begin, end = read_around(article, article.body, row.sentence.text)
        assert begin <= row.sentence.start < row.sentence.end <= end
        assert judged(found) == judged(whole, begin, end)


def test_a_note_that_is_defined_at_the_end_is_known_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "WHOLE", 10)
    monkeypatch.setattr(passages, "AROUND", 10)
    article = factories.make_article()
    filler = "The weather was fine. " * 20
    note = "[^1]: Doe J. A trial of walling. J Test 2019. doi:10.5555/12345678"
    text = f"{filler}\n\nWalking cures knee pain[^1].\n\n{filler}\n\n{note}"
    found, *_ = read_around(article, text, "Walking")
    (row,) = found.sentences
    assert row.sentence.text == "Walking cures knee pain[^1]."
    assert text[row.sentence.start : row.sentence.end] == row.sentence.text
    assert [link.how.value for link in row.links] == ["note"]


def test_a_reference_list_at_the_end_is_known_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "WHOLE", 10)
    monkeypatch.setattr(passages, "AROUND", 10)
    article = factories.make_article(citations={})
    filler = "The weather was fine. " * 20
    listed = "## References\n\n1. Doe J. A trial of walking. J Test. 2019;1:1-9. doi:10.5555/12345678\n"
    text = f"{filler}\n\nWalking cures knee pain [1].\n\n{filler}\n\n{listed}"
    found, *_ = read_around(article, text, "Walking cures")
    (row,) = found.sentences
    assert [link.how.value for link in row.links] == ["marker"]
