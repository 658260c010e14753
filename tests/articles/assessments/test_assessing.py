"""The bridge to the engine: rows in, claims, links and flags out and saved."""

from __future__ import annotations

from datetime import date
from io import StringIO
from typing import Any
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from articles import assessments, services, tasks
from articles.assessments import deadlines, engine_version
from articles.models import Article, Claim, ClaimLink, Flag
from articles.services.groups import EDITORS
from evidence import values
from tests.articles.factories import (
    assess_as,
    assessed,
    edit,
    flag,
    make_approved_article,
    make_article,
    make_citation,
    make_contributor,
    make_disclosure,
    make_product,
    make_user,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)
BARE = "Magnesium supplements improve sleep in older adults."
TIED = "Walking reduced knee pain in a randomised trial of 180 adults [@doe2019]."


def given_to_the_engine(article: Article) -> dict[str, Any]:
    """What the bridge hands to the engine for this article."""
    seen: dict[str, Any] = {}

    def spy(document: values.Document, **kw: Any) -> values.Assessment:
        seen.setdefault("document", document)
        seen.update({name: value for name, value in kw.items() if name not in seen})
        return assessed("")

    with patch("evidence.pipeline.assess", spy):
        assessments.assess(article, today=TODAY, deadline=deadlines.for_assessment())
    return seen


# --- What the engine is given ------------------------------------------------------------------------------


def test_works_come_with_their_facts_and_numbers_in_order() -> None:
    trial = make_citation(status="retracted", status_checked=TODAY, outcome="surrogate", abstract="We studied 80.")
    article = make_article(citations={"doe2019": trial, "roe2020": make_citation(design="", species="")})
    first, second = given_to_the_engine(article)["sources"]
    assert (first.key, first.number, first.design, first.species) == ("doe2019", 1, "rct", "human")
    assert (first.status, first.status_checked, first.outcome) == ("retracted", TODAY, "surrogate")
    assert (first.families, first.volume, first.abstract, first.doi) == (("Doe",), "1", "We studied 80.", trial.doi)
    assert (second.number, second.design, second.species) == (2, None, None)


def test_works_of_a_list_in_the_body_count_too_and_only_once() -> None:
    listed = (
        "It helps [1].\n\n## References\n\n"
        "1. Doe A. A trial of walking for sore knees. Journal of Tests 2019;1:1-9. doi:10.5555/in.body\n"
        "2. Park C. Swimming and sore knees. Journal of Tests 2020;2:11-19.\n"
    )
    article = make_article(body=listed, citations={"own": make_citation(doi="10.5555/in.body")})
    sources = given_to_the_engine(article)["sources"]
    assert [source.number for source in sources] == [1, 2]
    assert sources[0].key == "own"
    assert sources[1].families[0] == "Park"


def test_products_are_those_disclosed_named_or_of_a_class_that_we_sell() -> None:
    body = "Take SuperMag daily, or any probiotic.\n\nHe said so."
    disclosed = make_product(name="Disclosed", trials=["10.5555/TRIAL"])
    for name, kw in {
        "Named": {"names": ["SuperMag"], "sold_by_publisher": None},
        "Ours by class": {"classes": ["probiotic"]},
        "Theirs by class": {"classes": ["probiotic"], "sold_by_publisher": False},
        "He": {"names": ["Dai"]},
    }.items():
        make_product(name=name, **kw)
    article = make_article(body=body, citations={"doe2019": make_citation(doi="10.5555/trial")})
    make_disclosure(article=article, product=disclosed)
    found = {product.name: product for product in given_to_the_engine(article)["products"]}
    assert set(found) == {"Disclosed", "Named", "Ours by class", "He"}
    assert found["Disclosed"].trials == ("doe2019",)
    assert found["Named"].sold_by_publisher is None


def test_the_page_is_what_ours_will_say() -> None:
    article = make_article(
        reviewer=make_contributor(),
        by=make_user(EDITORS),
        harms_covered=True,
        market="UK",
        advice_notice=False,
    )
    article.reviewed_on = date(2026, 10, 1)
    page = given_to_the_engine(article)["page"]
    assert (page.credentials, page.reviewer, page.dated, page.interests_answered) == (True, True, True, True)
    assert (page.advice_notice, page.harms_covered, page.market) == (False, True, "UK")


def test_a_name_alone_is_no_review() -> None:
    assert given_to_the_engine(make_article(reviewer=make_contributor()))["page"].reviewer is False
    alone = make_article(by=make_user(EDITORS))
    alone.reviewed_on = date(2026, 10, 1)
    assert given_to_the_engine(alone)["page"].reviewer is False


def test_what_nobody_answered_is_not_answered() -> None:
    article = make_article(authors=[make_contributor(credentials="", interests="")])
    make_disclosure(article=article, tie="")
    ended = make_disclosure(article=article, valid_until=date(2026, 11, 22))
    page = given_to_the_engine(article)["page"]
    assert (page.credentials, page.reviewer, page.interests_answered) == (False, False, False)
    assert page.has_form
    assert [(answer.answered, answer.placed_before) for answer in page.disclosures] == [(False, False)] * 2
    assert page.disclosures[1].product == str(ended.product_id)


def test_ties_made_by_hand_are_confirmed_wherever_the_sentence_stands_now(editor, author) -> None:
    article = assess_as(make_article(by=author, body="First one.\n\nSecond one."))
    services.link_claim(claim=article.claims.get(index=1), article_citation=article.article_citations.get(), by=editor)
    edit(article, by=author, body="A new beginning.\n\nFirst one.\n\nSecond\none.")
    assert given_to_the_engine(article)["confirmed"] == {2: ("doe2019",)}


def test_a_tie_whose_sentence_was_edited_is_suggested_and_not_made(editor, author) -> None:
    article = assess_as(make_article(by=author, body="Walking eased the pain of most knees.\n\nSecond one."))
    services.link_claim(claim=article.claims.get(index=0), article_citation=article.article_citations.get(), by=editor)
    edit(article, by=author, body="Second one.\n\nWalking eased the pain of many knees.\n\nSomething else entirely.")
    assert given_to_the_engine(article)["confirmed"] == {}
    assess_as(article)
    assert [claim.suggested for claim in article.claims.filter(current=True)] == [[], ["doe2019"], []]
    assert not ClaimLink.objects.filter(claim__current=True).exists()


def test_title_standfirst_and_advertisement_are_judged_as_product_texts() -> None:
    product = make_product(name="Kneewell")
    article = make_article(
        title="Kneewell stops infections",
        body="Knees carry us.",
        standfirst="What nobody tells you. Kneewell prevents infection.",
    )
    make_disclosure(article=article, product=product, advertisement="Kneewell fights infection. Walk more.")
    services.assess_article(article_id=article.pk)
    found = article.flags.filter(code="disease-claim-for-supplement", severity="blocker", claim=None)
    assert {row.message.split(":")[0] for row in found} == {
        "In the title",
        "In the standfirst",
        "In the advertisement for Kneewell",
    }
    assert {row.facts["sentence"] for row in found} == {
        "Kneewell stops infections",
        "Kneewell prevents infection.",
        "Kneewell fights infection.",
    }


def test_every_line_of_an_advertisement_speaks_of_its_product() -> None:
    article = make_article(body="Knees carry us.")
    table = "| Asthma | gone in a week |\n|---|---|\n"
    text = f"## No more gout\n\n- Treats arthritis.\n- Comes in a box of thirty.\n\n{table}"
    make_disclosure(article=article, product=make_product(name="Kneewell"), advertisement=text)
    services.assess_article(article_id=article.pk)
    found = article.flags.filter(code="disease-claim-for-supplement", claim=None)
    assert {row.facts["sentence"] for row in found} == {"No more gout", "Treats arthritis.", "Asthma | gone in a week"}


def test_a_licensed_medicine_may_name_its_disease() -> None:
    product = make_product(name="Kneewell", licensed=True)
    article = make_article(title="Kneewell stops infections", body="Knees carry us.")
    make_disclosure(article=article, product=product)
    services.assess_article(article_id=article.pk)
    assert not article.flags.filter(code="disease-claim-for-supplement").exists()


# --- What is saved -----------------------------------------------------------------------------------------


def test_the_real_engine_ties_a_marker_to_its_work_and_finds_what_has_none() -> None:
    article = make_article(body=f"{TIED}\n\n{BARE}")
    services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    assert (article.is_assessed, article.assessed_engine, article.assessment_error) == (True, engine_version(), "")
    tied, bare = article.claims.order_by("index")
    assert article.body[tied.start : tied.end] == tied.text
    assert tied.suffix.startswith("\n\nMagnesium")
    link = ClaimLink.objects.get()
    assert (link.claim, link.article_citation.key, link.how) == (tied, "doe2019", "marker")
    assert tied.level == "moderate"
    assert tied.reasons
    missing = article.flags.get(code="missing-citation")
    assert (missing.claim, missing.severity, missing.state) == (bare, "blocker", "open")


def test_doing_it_twice_changes_nothing() -> None:
    article = make_article(body=f"{BARE}\n\n{BARE}")

    def rows() -> list[Any]:
        services.assess_article(article_id=article.pk)
        claims = list(Claim.objects.order_by("pk").values())
        return claims + list(Flag.objects.order_by("pk").values())

    first = rows()
    assert [row["occurrence"] for row in first[:2]] == [0, 1]
    assert rows() == first


def test_a_flag_that_is_raised_again_as_it_was_is_not_written_anew() -> None:
    article = make_article(body=f"{BARE} {TIED}\n")
    services.assess_article(article_id=article.pk)
    before = places_of_flags()
    assert len(before) > 1
    Flag.objects.filter(pk=min(before)).update(message="Altered.")
    services.assess_article(article_id=article.pk)
    after = places_of_flags()
    assert {pk for pk in before if before[pk] != after[pk]} == {min(before)}
    assert not Flag.objects.filter(message="Altered.").exists()


def places_of_flags() -> dict[int, str]:
    """Where the row of each lies: one that is written anew lies elsewhere."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, ctid::text FROM articles_flag")
        return dict(cursor.fetchall())


def test_a_sentence_that_leaves_is_kept_and_comes_back_as_itself(author) -> None:
    article = assess_as(make_article(by=author, body="One.\n\nTwo."))
    two = article.claims.get(text="Two.")
    edit(article, by=author, body="One.")
    assess_as(article)
    two.refresh_from_db()
    assert not two.current
    edit(article, by=author, body="Two.\n\nOne.")
    assess_as(article)
    two.refresh_from_db()
    assert (two.current, two.index) == (True, 0)


def test_two_flags_of_one_code_in_one_sentence_stay_two() -> None:
    article = make_article(body="Two numbers.")
    for _ in range(2):
        assess_as(article, flags={0: [flag("numeric-mismatch", message="40"), flag("numeric-mismatch", message="50")]})
    assert sorted(article.flags.values_list("message", "state")) == [("40", "open"), ("50", "open")]


def test_the_number_of_queries_does_not_grow_with_the_text() -> None:
    counts = []
    for size in (2, 100):
        body = "\n\n".join(f"Sentence number {number}." for number in range(size))
        works = {f"k{number}": make_citation() for number in range(size // 2)}
        article = make_article(body=body, citations=works)
        answer = assessed(
            body,
            flags={number: [flag(), flag("vague-attribution", "warning")] for number in range(size)},
            links={number: [f"k{number // 2}"] for number in range(size)},
            source_flags=[flag("uncited-reference", "warning", reference=key) for key in works],
        )
        for _ in range(2):
            with CaptureQueriesContext(connection) as queries:
                assessments.save(article, answer, closing=print)
            counts.append(len(queries))
        assert article.flags.count() == 2 * size + len(works)
        assert ClaimLink.objects.filter(claim__article=article).count() == size
    first, again = counts[::2], counts[1::2]
    assert len(set(first)) == len(set(again)) == 1
    assert first < again  # what was never read has nothing to go on from
    assert counts[0] <= 13


def test_a_failure_is_kept_stops_publication_and_goes_with_the_next_success(editor) -> None:
    article = assess_as(make_article())
    with patch("evidence.pipeline.assess", side_effect=RuntimeError("no such rule")):
        services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.assessment_error == "RuntimeError: no such rule"
    assert article.claims.exists()
    assert Article.objects.needing_assessment(engine_version(), today=TODAY).get() == article
    assert "assessment-failed" in {obstacle.code for obstacle in services.obstacles(article)}
    services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.assessment_error == ""


def test_a_version_is_given_up_after_three_failures_until_the_draft_changes(editor) -> None:
    article = make_article(by=editor)
    with patch("evidence.pipeline.assess", side_effect=RuntimeError("no such rule")) as engine:
        for expected in (1, 1, 1, 0, 0):
            assert tasks.assess_stale() == expected
        tasks.assess_article(article.pk)  # a message that comes late
        assert engine.call_count == 3
        article.refresh_from_db()
        assert article.is_given_up
        assert article.assessment_error.startswith("RuntimeError: no such rule Tried 3 times")
        obstacle = next(one for one in services.obstacles(article) if one.code == "assessment-failed")
        assert "tried several times. Change the text" in obstacle.text
        edit(article, by=editor, body="Other words.")
        assert not article.is_given_up
        assert tasks.assess_stale() == 1
    assert tasks.assess_stale() == 1
    article.refresh_from_db()
    assert (article.assessment_failures, article.assessment_error) == (0, "")


def test_an_operator_may_insist_on_a_version_that_was_given_up() -> None:
    article = make_article(slug="stuck")
    with patch("evidence.pipeline.assess", side_effect=RuntimeError("no such rule")):
        for _ in range(3):
            services.assess_article(article_id=article.pk)
    call_command("assess_articles", "stuck", stdout=StringIO())
    article.refresh_from_db()
    assert article.is_assessed
    assert not article.is_given_up


def test_readings_that_were_killed_count_and_are_told() -> None:
    article = make_article()
    with patch.object(assessments, "assess", side_effect=SystemExit):  # as the kernel ends a worker
        for _ in range(3):
            with pytest.raises(SystemExit):
                tasks.assess_article(article.pk)
        tasks.assess_article(article.pk)
    article.refresh_from_db()
    assert article.assessment_error.startswith("Reading this text was cut off each time")
    assert tasks.assess_stale() == 0


def test_a_text_that_takes_too_long_is_told_to_be_too_intricate_and_nothing_of_it_is_kept(settings: Any) -> None:
    settings.ASSESSMENT_SECONDS = 0
    article = make_article()
    services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.assessment_error.startswith("This text is too intricate to read within 0 seconds. Cut it into parts")
    assert not article.is_assessed
    assert not article.claims.exists()


def test_a_database_that_is_away_is_no_failure_of_the_draft() -> None:
    article = make_article()
    with patch.object(assessments, "assess", side_effect=OperationalError("server closed the connection")):
        for _ in range(5):
            with pytest.raises(OperationalError):
                services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.assessment_failures == 0


def test_an_article_deleted_meanwhile_is_passed_over() -> None:
    services.assess_article(article_id=99_999)


# --- Tasks and the command ---------------------------------------------------------------------------------


def test_the_task_takes_arguments_of_a_newer_release() -> None:
    article = make_article()
    tasks.assess_article(article.pk, priority="high")
    article.refresh_from_db()
    assert article.is_assessed


def test_the_sweep_finds_what_nobody_enqueued_and_nothing_else(author) -> None:
    fresh, changed, other_engine = make_article(), make_article(by=author), make_article()
    for article in (fresh, changed, other_engine):
        services.assess_article(article_id=article.pk)
    edit(changed, by=author, body="Other words.")
    Article.objects.filter(pk=other_engine.pk).update(assessed_engine="0.0.1")
    assert tasks.assess_stale() == 2
    assert tasks.assess_stale() == 0


def test_a_work_changed_since_the_check_asks_for_another_and_stops_publication_until_then() -> None:
    article = make_approved_article()
    Article.objects.update(assessed_engine=engine_version())
    work = article.article_citations.get().citation
    work.status, work.status_checked = "retracted", TODAY
    work.save()
    assert {obstacle.code for obstacle in services.obstacles(article)} == {"not-assessed", "changed-since-approval"}
    assert tasks.assess_stale() == 1
    article.refresh_from_db()
    assert "retracted-source" in {obstacle.code for obstacle in services.obstacles(article)}
    assert tasks.assess_stale() == 0


def test_the_sweep_goes_on_after_an_article_that_cannot_be_saved() -> None:
    broken, sound = make_article(body="Broken."), make_article(body="Sound.")
    save = assessments.save

    def fail_once(article: Article, found: values.Assessment, **kw: Any) -> Any:
        if article == broken:
            Article.objects.filter(pk=article.pk).update(title="x" * 300)  # a fault of the database's own
        return save(article, found, **kw)

    with patch.object(assessments, "save", fail_once):
        assert tasks.assess_stale() == 2
    broken.refresh_from_db()
    sound.refresh_from_db()
    assert broken.assessment_error.startswith("DataError")
    assert sound.is_assessed


def test_a_database_that_is_away_is_the_callers_matter() -> None:
    article = make_article()
    with (
        patch.object(assessments, "assess", side_effect=OperationalError("server closed the connection")),
        pytest.raises(OperationalError),
    ):
        services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.assessment_error == ""


def test_the_command_refuses_unknown_slugs_and_assesses_nothing() -> None:
    article = make_article(slug="known")
    with pytest.raises(CommandError, match="There is no article unknown"):
        call_command("assess_articles", "known", "unknown")
    article.refresh_from_db()
    assert not article.is_assessed


def test_the_command_says_what_it_found_and_ends_with_an_error_where_one_failed() -> None:
    make_article(slug="knees", body=BARE)
    out = StringIO()
    call_command("assess_articles", "knees", stdout=out)
    assert "[1/1] knees: 1 claims" in out.getvalue()
    with (
        patch("evidence.pipeline.assess", side_effect=RuntimeError("no such rule")),
        pytest.raises(CommandError, match="1 of 1"),
    ):
        call_command("assess_articles", stdout=out, stderr=out)
    assert "no such rule" in out.getvalue()


# --- Nothing hides from it ---------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["im\u00adprove", "imp\u200brove", "imprоve", "impr&#111;ve", "**im**prove"])
def test_no_disguise_of_a_word_takes_its_claim_and_blocker_away(verb: str) -> None:
    article = make_article(body=BARE.replace("improve", verb), citations={})
    services.assess_article(article_id=article.pk)
    claim = Claim.objects.get(article=article)
    assert (claim.is_claim, claim.text) == (True, BARE.replace("improve", verb))
    assert Flag.objects.get(article=article, code="missing-citation").severity == "blocker"


@pytest.mark.parametrize("hiding", ["<div hidden>", "<style>", "<script>", '<p style="display:none">'])
def test_no_tag_hides_a_claim_that_the_page_would_show(hiding: str) -> None:
    closing = f"</{hiding[1:].split()[0].strip('<>')}>"
    article = make_article(body=f"{hiding}\n{BARE}\n{closing}\n", citations={})
    services.assess_article(article_id=article.pk)
    assert Flag.objects.filter(article=article, code="missing-citation", severity="blocker").exists()
