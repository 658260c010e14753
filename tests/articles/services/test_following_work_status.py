"""When a work is retracted or comes under concern, every article that uses it is told once, whoever changed it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from articles import services
from articles.models import Article, LogEntry, StatusNotice
from articles.services.work_status_mail import send_waiting
from citations.models import Citation, Notice
from tests.articles.factories import (
    edit,
    make_approved_article,
    make_article,
    make_citation,
    make_contributor,
    make_published_article,
    make_user,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
NOTHING = (0, 0, 0)


@pytest.fixture
def work() -> Citation:
    return make_citation(doi="10.5555/fell")


@pytest.fixture(autouse=True)
def desk(db: None) -> Any:
    return make_user("Editors", email="desk@example.org")


def stands(work: Citation, status: str) -> None:
    """As an editor, a service or a sweep leaves it: this bypasses every signal."""
    Citation.objects.filter(pk=work.pk).update(status=status, status_checked=TODAY, status_sources="Retraction Watch")


def followed() -> tuple[int, int, int]:
    """Works that changed, articles told, mails sent."""
    done = services.watch(today=TODAY)
    return done.works, len(done.told), done.mails


def actions(article: Article) -> list[str]:
    return list(LogEntry.objects.filter(article_id=article.pk).order_by("pk").values_list("action", flat=True))


# --- What is left alone ------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["not-checked", "none-found", "corrected"])
def test_an_article_is_not_told_of_works_without_a_notice(work: Citation, status: str) -> None:
    article = make_article(citations={"doe2019": work})
    stands(work, status)
    assert followed() == NOTHING
    assert "source-standing" not in actions(article)
    assert mail.outbox == []


def test_an_article_that_does_not_use_the_work_is_not_told(work: Citation) -> None:
    other = make_published_article()
    stands(work, "retracted")
    assert followed() == NOTHING
    other.refresh_from_db()
    assert other.status == "published"


def test_a_page_approved_with_the_retraction_on_it_is_left_as_it_is(work: Citation) -> None:
    stands(work, "retracted")
    article = make_published_article(citations={"doe2019": work})
    assert followed()[2] == 0
    article.refresh_from_db()
    assert article.status == "published"
    assert "needs-update" not in actions(article)


# --- What follows ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["retracted", "concern"])
def test_a_published_article_is_marked_read_again_logged_and_mailed(work: Citation, status: str) -> None:
    article = make_published_article(citations={"doe2019": work})
    stands(work, status)
    assert followed() == (0, 1, 1)
    article.refresh_from_db()
    assert (article.status, article.assessed_version) == ("needs-update", None)
    assert article.live_revision is not None
    assert actions(article)[-2:] == ["source-standing", "needs-update"]
    entry = LogEntry.objects.get(action="source-standing")
    assert entry.data["works"][0]["standing"] == status
    [sent] = mail.outbox
    assert sent.to == ["desk@example.org"]
    assert article.get_absolute_url() in sent.body
    assert f"/admin/articles/article/{article.pk}/change/" in sent.body
    assert "10.5555/fell" in sent.body


def test_nobody_is_told_twice(work: Citation) -> None:
    article = make_published_article(citations={"doe2019": work})
    stands(work, "retracted")
    followed()
    before = actions(article)
    assert followed() == NOTHING
    assert actions(article) == before
    assert len(mail.outbox) == 1


def test_a_sweep_does_all_of_it_for_a_new_notice(work: Citation) -> None:
    make_published_article(citations={"doe2019": work})
    Notice.objects.create(kind="retraction", doi="10.5555/fell", source="retraction-watch", record="1")
    assert followed() == (1, 1, 1)


def test_a_draft_is_read_again_and_its_approval_ends(work: Citation) -> None:
    article = make_approved_article(citations={"doe2019": work})
    stands(work, "retracted")
    followed()
    article.refresh_from_db()
    assert (article.status, article.assessed_version) == ("approved", None)
    with pytest.raises(services.PublicationRefused, match=r"work \[@doe2019\].*retracted"):
        services.publish(article=article, by=make_user("Editors"))
    article.refresh_from_db()
    assert (article.status, article.review_revision) == ("draft", None)
    assert LogEntry.objects.get(action="approval-ended").data["changed"] == ["the work [@doe2019]"]


def test_a_work_that_only_the_live_page_still_uses_counts(work: Citation) -> None:
    article = make_published_article(citations={"doe2019": work})
    edit(article, body="Nothing is cited any more.")
    article.article_citations.all().delete()
    stands(work, "retracted")
    assert followed()[1] == 1


def test_a_work_only_the_next_version_uses_does_not_shake_the_live_page(work: Citation) -> None:
    article = make_published_article()
    article.article_citations.create(citation=work, key="new2020", order=2)
    stands(work, "retracted")
    assert followed()[1] == 1
    article.refresh_from_db()
    assert article.status == "published"


def test_one_mail_lists_all_works_of_an_article(work: Citation) -> None:
    other = make_citation(doi="10.5555/doubt", title="A trial in doubt")
    make_article(citations={"doe2019": work, "doe2020": other})
    stands(work, "retracted")
    stands(other, "concern")
    followed()
    [sent] = mail.outbox
    assert "10.5555/fell" in sent.body
    assert "A trial in doubt" in sent.body
    assert sent.subject.startswith("Source retracted: ")


def test_a_retraction_taken_back_is_told_too_and_a_second_one_again(work: Citation) -> None:
    make_article(citations={"doe2019": work})
    for status in ("retracted", "corrected", "retracted"):
        stands(work, status)
        followed()
    assert len(mail.outbox) == 3
    assert mail.outbox[1].subject.startswith("Source no longer retracted")
    assert StatusNotice.objects.get().state == "retracted"


# --- Mail --------------------------------------------------------------------------------------------------


def test_mail_goes_to_editors_and_the_people_on_the_article_but_to_nobody_else(work: Citation) -> None:
    own = make_user("Authors", email="own@example.org")
    make_user("Authors", email="other@example.org")
    make_user("Editors", email="gone@example.org", is_active=False)
    make_article(citations={"doe2019": work}, authors=[make_contributor(user=own)])
    stands(work, "retracted")
    followed()
    assert mail.outbox[0].to == ["desk@example.org", "own@example.org"]


def test_nobody_is_mailed_of_a_draft_that_they_may_not_read(work: Citation) -> None:
    named = make_contributor(user=make_user(email="named@example.org"))
    make_article(citations={"doe2019": work}, authors=[named])
    stands(work, "retracted")
    followed()
    assert mail.outbox[0].to == ["desk@example.org"]


def test_a_mail_that_fails_is_sent_by_the_next_run(work: Citation, monkeypatch: pytest.MonkeyPatch) -> None:
    article = make_article(citations={"doe2019": work})
    stands(work, "retracted")

    def refuse(*_: Any) -> int:
        raise ConnectionRefusedError("no mail server")

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", refuse)
        assert followed()[2] == 0
    assert "source-standing" in actions(article)
    assert followed() == (0, 0, 1)
    assert send_waiting() == 0


def test_a_title_with_a_line_break_cannot_break_the_mail(work: Citation) -> None:
    make_article(citations={"doe2019": work}, title="One\nBcc: all@example.org")
    stands(work, "retracted")
    followed()
    assert mail.outbox[0].subject == "Source retracted: One Bcc: all@example.org"
