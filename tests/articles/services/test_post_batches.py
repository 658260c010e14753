"""Posts that are brought in together."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import assessments
from articles.exports.posts import Post, Unread
from articles.models import Article, LogEntry, OldAddress, PostBatch, PostInBatch, Topic
from articles.services import NotAllowed, assess_article, assessing, post_batches, post_in_batch
from articles.services.log_verification import verify
from articles.services.post_batches import BatchRefused
from tests.articles.exports import samples

pytestmark = pytest.mark.django_db
GOOD = b"# Zinc and colds\n\nBy Ann Poe\n\nZinc shortened colds in one trial of 80 adults. Zinc cures colds.\n"


def post(name: str = "zinc.md", data: bytes = GOOD, **meta: Any) -> Post:
    return Post(name, data, meta)


def begun(by: User, *posts: Post | Unread, **kw: Any) -> PostBatch:
    return post_batches.start(title="posts", posts=posts, by=by, lanes=0, **kw)


def worked(by: User, *posts: Post | Unread, **kw: Any) -> list[PostInBatch]:
    batch = begun(by, *posts, **kw)
    post_batches.work_off(batch_id=batch.pk)
    return list(batch.posts.order_by("number"))


def test_who_may_not_write_brings_nothing_in(reviewer: User) -> None:
    with pytest.raises(NotAllowed):
        begun(reviewer, post())


@pytest.mark.parametrize("pattern", ["/blog/", "/{slug}/{when}/", "/{slug/", "/{slug}/{0}"])
def test_a_pattern_that_makes_no_address_is_refused(pattern: str, author: User) -> None:
    with pytest.raises(BatchRefused):
        begun(author, post(), old_addresses=pattern)


def test_nothing_is_refused(author: User) -> None:
    with pytest.raises(BatchRefused, match="No posts"):
        begun(author)
    assert PostBatch.objects.count() == 0


def test_what_cannot_be_read_is_named_and_the_others_come_in(author: User) -> None:
    rows = worked(
        author,
        Unread("old.doc", "Save it as .docx."),
        post("empty.md", b" \n"),
        post("untitled.md", b"Zinc shortened colds in one trial of 80 adults."),
        post("broken.md", b"---\ntitle: [\n---\nZinc helps."),
        post("no-word.docx", b"PK\x03\x04 nothing"),
        post("large.md", b"# Large\n\n" + b"Zinc helps. " * 120_000),
        post(),
    )
    assert [row.state for row in rows] == ["refused"] * 6 + ["draft"]
    assert all(row.reason for row in rows[:6])
    assert "No title was found" in rows[2].reason
    assert rows[4].reason.startswith("This is no Word document")
    assert "Front matter" in rows[3].reason
    assert [bool(row.data) for row in rows] == [False, *[True] * 5, False]
    assert Article.objects.get().title == "Zinc and colds"


def test_each_post_becomes_a_draft_that_the_engine_has_read(author: User) -> None:
    (row,) = worked(author, post(published="2019-05-04"))
    article = Article.objects.get()
    assert row.article == article
    assert article.is_assessed
    assert article.flags.exists()
    assert article.created_by == author
    assert row.told["author"] == "Ann Poe"
    assert row.told["published"] == "2019-05-04"
    assert row.batch.__class__.objects.get(pk=row.batch_id).state == "done"


def test_the_same_post_comes_in_once(author: User) -> None:
    first, second = worked(author, post(), post("copy.md"))
    (again,) = worked(author, post("again.md"))
    other = worked(
        author, post("b.md", GOOD.replace(b"80", b"90"), permalink="/z/"), post("c.md", GOOD + b"x", url="/z")
    )
    assert [row.state for row in (first, second, again)] == ["draft", "there", "there"]
    assert again.article == first.article
    assert [row.state for row in other] == ["draft", "there"]
    assert "left alone" in other[1].reason


def test_a_name_is_a_title_only_where_somebody_says_so(author: User) -> None:
    data = b"Zinc shortened colds in one trial of 80 adults."
    (row,) = worked(author, post("posts/zinc-and-colds/index.md", data), names_are_titles=True)
    assert row.article is not None
    assert row.article.title == "Zinc and colds"


def test_old_addresses_are_kept_by_the_pattern(author: User) -> None:
    worked(author, post("2019-05-04-zinc.md", b"---\ntitle: Zinc\n---\nZinc helps."), old_addresses="b/{year}/{slug}/")
    worked(author, post(), old_addresses="/b/{year}/{slug}/")  # no day is known: no address is guessed
    assert list(OldAddress.objects.values_list("old", flat=True)) == ["/b/2019/zinc"]


def test_an_export_of_wordpress_comes_in_whole(author: User) -> None:
    from articles.exports.files import posts_in

    (row,) = worked(author, *posts_in("blog.xml", samples.wordpress(samples.item())))
    assert row.article is not None
    assert row.article.title == "Zinc & colds"
    assert row.shown_name == "blog.xml: Zinc & colds"
    assert sorted(OldAddress.objects.values_list("old", flat=True)) == ["/2019/05/zinc", "/?p=12"]


# --- Workers that end, and batches that are left lying -------------------------------------------------------------


def test_a_killed_worker_loses_nothing_and_doubles_nothing(author: User, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = begun(author, *(post(f"{n}.md", GOOD + f"{n} people took part.".encode()) for n in range(4)))
    bring_in, seen = post_in_batch.bring_in, []
    monkeypatch.setattr(post_batches, "CHUNK", 2)

    def killed(rows: list[PostInBatch], opened: Any) -> list[PostInBatch]:
        again = bring_in(rows, opened)
        seen.append(rows)
        if len(seen) == 2:
            raise KeyboardInterrupt  # after the drafts were made, before their transaction ends
        return again

    monkeypatch.setattr(post_batches, "bring_in", killed)
    with pytest.raises(KeyboardInterrupt):
        post_batches.work_off(batch_id=batch.pk)
    assert (Article.objects.count(), batch.counts()["waiting"]) == (2, 2)
    monkeypatch.setattr(post_batches, "bring_in", bring_in)
    post_batches.work_off(batch_id=batch.pk)
    assert batch.counts()["waiting"] == 2  # another worker may be at it
    batch.posts.update(taken_at=timezone.now() - post_batches.LEASE - timedelta(seconds=1))
    post_batches.work_off(batch_id=batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.counts()["draft"], Article.objects.count()) == ("done", 4, 4)


def test_a_post_that_ends_its_worker_each_time_is_given_up(author: User) -> None:
    batch = begun(author, post())
    batch.posts.update(attempts=post_batches.MOST_ATTEMPTS)
    post_batches.work_off(batch_id=batch.pk)
    row = batch.posts.get()
    assert row.state == "refused"
    assert "ended 5 times" in row.reason


def test_a_fault_of_ours_refuses_one_post_and_a_database_that_is_away_none(
    author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = begun(author, post(), post("b.md", GOOD + b"b"))
    faults = iter([ZeroDivisionError("both"), ZeroDivisionError("the first"), OperationalError("away")])

    def failing(*_: Any) -> None:
        raise next(faults)

    monkeypatch.setattr(post_batches, "bring_in", failing)
    with pytest.raises(OperationalError):
        post_batches.work_off(batch_id=batch.pk)
    assert [row.state for row in batch.posts.order_by("number")] == ["refused", "waiting"]


def test_what_is_left_lying_is_sent_again(author: User, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[tuple[int, int]] = []
    monkeypatch.setattr(post_batches, "_send", lambda pk, lanes: sent.append((pk, lanes)))
    batch = begun(author, post())
    sent.clear()
    now = timezone.now()
    assert post_batches.sweep(now=now) == 0
    assert post_batches.sweep(now=now + post_batches.LEASE + timedelta(seconds=5)) == 1
    assert sent == [(batch.pk, post_batches.LANES)]


def test_a_long_batch_hands_on(author: User, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []
    monkeypatch.setattr(post_batches, "_send", lambda pk, lanes: sent.append(lanes))
    monkeypatch.setattr(post_batches, "CHUNK", 1)
    batch = begun(author, post(), post("b.md", GOOD + b"b"))
    times = iter([0.0, 100.0])
    post_batches.work_off(batch_id=batch.pk, clock=lambda: next(times))
    assert sent == [0, 1]
    assert batch.counts()["waiting"] == 1


def test_only_who_began_it_stops_it_and_drafts_stay(author: User, editor: User) -> None:
    batch = begun(author, post(), post("b.md", GOOD + b"b"))
    with pytest.raises(PermissionDenied):
        post_batches.cancel(batch=batch, by=editor)
    assert post_batches.cancel(batch=batch, by=author)
    assert not post_batches.cancel(batch=batch, by=author)
    post_batches.work_off(batch_id=batch.pk)
    assert (batch.counts()["refused"], Article.objects.count()) == (2, 0)


# --- Once more -----------------------------------------------------------------------------------------------------


def test_only_who_began_it_tries_again_and_only_what_is_still_held(author: User, editor: User) -> None:
    rows = worked(author, Unread("old.doc", "Save it as .docx."), post())
    with pytest.raises(PermissionDenied):
        post_batches.try_again(batch=rows[0].batch, by=editor)
    with pytest.raises(BatchRefused, match="Mend the file"):
        post_batches.try_again(batch=rows[0].batch, by=author)
    rows[0].batch.refresh_from_db()
    assert rows[0].batch.state == "done"


def test_what_was_refused_is_tried_again_alone_or_all_together(author: User) -> None:
    data = b"Zinc shortened colds in one trial of 80 adults."
    rows = worked(author, post("zinc-and-colds.md", data), post("broken.md", b"---\ntitle: [\n---\nZinc helps."))
    batch = rows[0].batch
    assert post_batches.try_again(batch=batch, by=author, post=2, lanes=0) == 1
    post_batches.work_off(batch_id=batch.pk)
    assert [row.state for row in batch.posts.order_by("number")] == ["refused", "refused"]
    assert post_batches.try_again(batch=batch, by=author, names_are_titles=True, lanes=0) == 2
    post_batches.work_off(batch_id=batch.pk)
    first, second = batch.posts.order_by("number")
    assert (first.state, first.article.title) == ("draft", "Zinc and colds")
    assert "Front matter" in second.reason
    batch.refresh_from_db()
    assert batch.state == "done"


def test_what_was_cancelled_goes_on(author: User) -> None:
    batch = begun(author, post())
    post_batches.cancel(batch=batch, by=author)
    post_batches.try_again(batch=batch, by=author, lanes=0)
    post_batches.work_off(batch_id=batch.pk)
    assert batch.posts.get().state == "draft"


def test_a_post_is_read_once_and_asks_a_few_questions_whatever_it_cites(author: User) -> None:
    text = Path("examples/beat-winter-colds.md").read_text(encoding="utf-8")
    worked(author, post("first.md", text.encode()))  # its works and people are on record from here on
    batch = begun(author, post("again.md", text.replace("title: ", "title: More ", 1).encode()))
    with CaptureQueriesContext(connection) as asked:
        post_batches.work_off(batch_id=batch.pk)
    assert batch.posts.get().state == "draft"
    said = [query["sql"] for query in asked if "SAVEPOINT" not in query["sql"]]
    assert len(said) <= 45, "\n".join(statement[:120] for statement in said)


def test_ten_posts_ask_hardly_more_than_one(author: User) -> None:
    examples = sorted(Path("examples").glob("*-*.md"))
    worked(author, *(post(path.name, path.read_bytes()) for path in examples))
    more = [path.read_bytes().replace(b'title: "', b'title: "More ', 1) for path in examples]
    batch = begun(author, *(post(f"{number}.md", data) for number, data in enumerate(more)))
    with CaptureQueriesContext(connection) as asked:
        post_batches.work_off(batch_id=batch.pk)
    assert not [row.reason for row in batch.posts.all() if row.state != "draft"]
    said = [query["sql"] for query in asked if "SAVEPOINT" not in query["sql"]]
    assert len(said) <= 75, "\n".join(statement[:120] for statement in said)


def test_others_write_and_bring_in_people_while_posts_are_read(author: User, monkeypatch: pytest.MonkeyPatch) -> None:
    free: list[tuple[bool, ...]] = []
    person = "pg_try_advisory_xact_lock(hashtextextended(%s, 1))"

    def look() -> None:
        with connection.cursor() as cursor:  # of this thread: the connection of somebody else
            log = "pg_try_advisory_xact_lock(hashtext('articles_logentry'))"
            cursor.execute(f"SELECT {log}, {person}, {person}", ["person BO COE", "person ANN POE"])
            free.append(cursor.fetchone())
        connection.close()

    def reading(*args: Any, **kw: Any) -> Any:
        somebody = threading.Thread(target=look)
        somebody.start()
        somebody.join()
        return assess(*args, **kw)

    assess = assessments.assess
    monkeypatch.setattr(assessments, "assess", reading)
    rows = worked(author, post("a.md", GOOD + b"a"), post("b.md", GOOD + b"b"))
    assert [row.state for row in rows] == ["draft", "draft"]
    assert free == [(True, True, False)] * 2
    assert LogEntry.objects.filter(action="imported").count() == 2


@pytest.mark.django_db(transaction=True)
def test_others_have_a_new_topic_at_once_while_its_posts_are_read(
    author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []

    def look() -> None:
        seen.append(list(Topic.objects.values_list("name", flat=True)))
        connection.close()

    def reading(*args: Any, **kw: Any) -> Any:
        somebody = threading.Thread(target=look)
        somebody.start()
        somebody.join()
        return assess(*args, **kw)

    assess = assessments.assess
    monkeypatch.setattr(assessments, "assess", reading)
    said = b"---\ntopics: [Sleep, sleep, Zinc]\n---\n\n"
    rows = worked(author, post("a.md", said + GOOD), post("b.md", GOOD))
    assert [row.state for row in rows] == ["draft", "draft"]
    assert seen == [["Sleep", "Zinc"]] * 2


def test_one_that_cannot_be_kept_does_not_take_its_neighbours_down(author: User) -> None:
    bad = b"---\ntitle: Zinc\nmarket: XX\n---\nZinc helps."
    rows = worked(author, post("a.md", GOOD + b"a"), post("bad.md", bad), post("b.md", GOOD + b"b"))
    assert [row.state for row in rows] == ["draft", "refused", "draft"]
    assert "Market" in rows[1].reason
    assert LogEntry.objects.filter(action="imported").count() == Article.objects.count() == 2
    assert not verify().faults


def test_drafts_whose_reading_fails_together_are_read_one_by_one(author: User, monkeypatch: pytest.MonkeyPatch) -> None:
    read = assessing.assessments.assess

    def failing(article: Article, **given: Any) -> Any:
        if "fails" in article.body:
            raise ZeroDivisionError("broken")
        return read(article, **given)

    monkeypatch.setattr("articles.assessments.assess", failing)
    rows = worked(author, post("a.md", GOOD + b"a"), post("bad.md", GOOD + b"It fails."), post("b.md", GOOD + b"b"))
    assert [row.state for row in rows] == ["draft"] * 3
    said = dict(Article.objects.values_list("pk", "assessment_error"))
    assert ["ZeroDivisionError" in said[row.article_id or 0] for row in rows] == [False, True, False]
    assert [row.attempts for row in rows] == [1, 1, 1]


def test_a_post_that_is_large_or_was_begun_before_comes_alone() -> None:
    small = [(number, 0, 10) for number in range(1, 4)]
    groups = post_batches._groups([*small, (4, 1, 10), (5, 0, post_batches.TOGETHER + 1), (6, 0, 10)])
    assert sorted(groups) == [[1, 2, 3, 6], [4], [5]]


def test_towards_the_end_a_worker_takes_fewer_posts(author: User, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = begun(author, *(post(f"{n}.md", b"# Tea") for n in range(13)))
    monkeypatch.setattr(post_batches, "FEW", 1)
    assert [len(post_batches._take(batch.pk)) for _ in range(6)] == [3, 2, 1, 1, 1, 1]
    monkeypatch.setattr(post_batches, "FEW", 3)
    assert [len(post_batches._take(batch.pk)) for _ in range(2)] == [3, 1]


def test_drafts_read_as_they_are_made_are_found_as_any_others_are(author: User) -> None:
    names = ("eating-window-and-heart", "head-lice-comb-or-lotion", "vitamins-and-hip-fractures")
    rows = worked(author, *(post(f"{name}.md", Path(f"examples/{name}.md").read_bytes()) for name in names))
    assert [row.state for row in rows] == ["draft"] * 3
    for row in rows:
        _is_found_the_same_again(Article.objects.get(pk=row.article_id))


def test_a_draft_read_as_it_is_made_is_found_as_any_other_is(author: User) -> None:
    text = Path("examples/beat-winter-colds.md").read_text(encoding="utf-8")
    (row,) = worked(author, post("first.md", text.encode()))
    _is_found_the_same_again(Article.objects.get(pk=row.article_id))


def _is_found_the_same_again(article: Article) -> None:
    read = (article.assessed_basis, article.assessment_seal, article.assessment_failures, _found(article))
    assess_article(article_id=article.pk, insist=True)
    article.refresh_from_db()
    assert read == (article.assessed_basis, article.assessment_seal, article.assessment_failures, _found(article))
    assert _found(article)[0]


def _found(article: Article) -> tuple[list[Any], ...]:
    claims = article.claims.order_by("index").values_list("pk", "fingerprint", "index", "text", "level", "current")
    flags = article.flags.order_by("pk").values_list("pk", "fingerprint", "state", "place")
    links = article.claims.order_by("index", "links__mention").values_list("index", "links__mention", "links__how")
    return list(claims), list(flags), list(links)


def test_a_reading_that_fails_leaves_the_draft_and_says_so(author: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError("broken")

    monkeypatch.setattr("articles.assessments.assess", fail)
    (row,) = worked(author, post())
    article = Article.objects.get(pk=row.article_id)
    assert (row.state, article.assessed_version) == ("draft", None)
    assert "ZeroDivisionError" in article.assessment_error
    assert article.assessment_failures == 1
