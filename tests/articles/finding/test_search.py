"""What a question leads to: only what is on the site, in a fixed order, with words that people really type."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from articles.finding import asking, lists, search
from articles.finding.asking import distance, folded, terms_of
from articles.finding.places import NoPlace, Place
from articles.finding.search import Filters
from articles.models import Article, FoundArticle, FoundClaim, Listed
from tests.articles.published import WHEN, claim, publish, snapshot, take_off, work

pytestmark = pytest.mark.django_db


def put(slug: str, title: str, *texts: str, days: int = 0, **fields: Any) -> Article:
    levels = fields.pop("levels", ["moderate"] * len(texts))
    claims = [claim(n, text, level) for n, (text, level) in enumerate(zip(texts, levels, strict=True))]
    return publish(snapshot(" ".join(texts), claims, title=title, standfirst="", **fields), slug=slug, after_days=days)


def slugs(question: str, **narrowed: Any) -> list[str]:
    found = search.articles(question, Filters(**narrowed)).numbers
    held = dict(Article.objects.values_list("pk", "slug"))
    return [held[number] for number in found]


def sentences(question: str, **narrowed: Any) -> list[str]:
    held = dict(FoundClaim.objects.values_list("pk", "text"))
    return [held[number] for number in search.claims(question, Filters(**narrowed)).numbers]


# --- What is not found -------------------------------------------------------------------------------------


def test_drafts_and_what_was_withdrawn_are_not_found() -> None:
    Article.objects.create(title="Zinc in a draft", slug="draft", body="Zinc.")
    gone = put("gone", "Zinc that was withdrawn", "Zinc shortens colds.")
    assert slugs("zinc") == ["gone"]
    take_off(gone)
    assert slugs("zinc") == []
    assert sentences("zinc") == []
    assert not Listed.objects.exists()


def test_nothing_of_the_working_draft_is_found() -> None:
    article = put("zinc", "Zinc", "Zinc shortens colds.")
    Article.objects.filter(pk=article.pk).update(title="Secret", body="Secret words", standfirst="Secret")
    assert slugs("secret") == []


@pytest.mark.parametrize(
    "question", ["", "   ", "&|!()", "'", "\\", '"', "\0", "(((", "a & b | !c", ":*", "%", "<script>", "x" * 5000, "🙂"]
)
def test_no_question_is_an_error(question: str) -> None:
    put("zinc", "Zinc", "Zinc shortens colds.")
    assert isinstance(slugs(question), list)
    assert isinstance(sentences(question), list)


@pytest.mark.parametrize("after", ["e.x", "e.1-", "q.1-1", "e.b" + "z" * 30, "e.bÿ", "e.zzzzzzzzzzzz-1", "..", "b"])
def test_a_place_that_is_none_is_refused_or_empty(after: str) -> None:
    put("zinc", "Zinc", "Zinc shortens colds.")
    with suppress(NoPlace):
        assert search.articles("zinc", after=after).numbers in ([], search.articles("zinc").numbers)


def test_the_sites_own_account_cannot_write_what_is_found(as_application: None) -> None:
    put("zinc", "Zinc", "Zinc shortens colds.")
    assert slugs("zinc") == ["zinc"]
    for statement in (
        "UPDATE articles_foundclaim SET text = 'Buy our pills'",
        "DELETE FROM articles_foundarticle",
        "INSERT INTO articles_foundword (word, stem) VALUES ('pills', 'pill')",
        "UPDATE articles_listed SET name = 'x'",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


# --- What is found -----------------------------------------------------------------------------------------


def test_words_of_the_title_come_before_those_of_the_text() -> None:
    put("other", "Colds in winter", "Zinc is in some lozenges.", days=5)
    put("zinc", "Zinc and colds", "Lozenges shorten them.")
    assert slugs("zinc") == ["zinc", "other"]


@pytest.mark.parametrize(
    "question",
    [
        "vitamin D",
        "Does vitamin D prevent broken bones?",
        "vitamin d3 fracture",
        "VITAMIN-D",
        "cholecalciferol",
        "frakture",
    ],
)
def test_it_is_found_in_other_words_and_with_slips(question: str) -> None:
    put("vitamin-d", "Vitamin D and fractures", "Vitamin D did not lower the risk of fractures.")
    put("zinc", "Zinc", "Zinc shortens colds.")
    assert slugs(question)[:1] == ["vitamin-d"]


def test_no_word_is_corrected_into_another_that_was_asked_for() -> None:
    put("pills", "Medication for anxiety", "Medication helps with anxiety.")
    assert search.articles("meditation").corrected == [("meditation", "medication")]
    found = search.articles("meditation versus medication")
    assert not found.corrected
    assert found.numbers


def test_a_word_that_is_not_finished_is_finished_and_one_misspelt_is_told() -> None:
    put("magnesium", "Magnesium", "Magnesium helps.")
    assert slugs("magnes") == ["magnesium"]
    assert not search.articles("magnes").corrected
    assert search.articles("magneisum").corrected == [("magneisum", "magnesium")]


def test_accents_and_hyphens_make_no_difference() -> None:
    put("one", "Ménière's disease and omega-3", "Omega-3 did not help.")
    assert slugs("meniere") == slugs("Ménière") == slugs("omega 3") == ["one"]


def test_a_text_that_comes_back_to_the_word_stands_before_a_newer_one_that_only_names_it() -> None:
    put("about", "Ginger when you feel sick", "It was tried often.", "Ginger reduced nausea.")
    put("names", "Honey, ginger and lemon", "Honey reduced cough.", days=5)
    assert slugs("ginger") == ["about", "names"]


def test_a_text_under_the_topic_that_speaks_of_a_thing_stands_before_a_newer_one_that_only_its_title_names() -> None:
    put("husks", "Seeds for the gut", "Psyllium eases constipation.", topics=[{"name": "Psyllium", "slug": "psyllium"}])
    put("named", "Psyllium and other husks", "Husks of seeds are eaten.", days=2)
    assert slugs("psyllium") == ["husks", "named"]


def test_on_a_small_site_a_word_of_one_text_outweighs_three_that_half_of_the_texts_have() -> None:
    for number in range(6):
        put(f"days-{number}", f"Low dose each day {number}", "A low dose each day.", days=number + 1)
    put("aspirin", "Aspirin when you are well", "Aspirin thins the blood.")
    assert slugs("low dose aspirin day")[0] == "aspirin"


def test_a_figure_joined_to_its_word_finds_the_two_apart_and_what_means_the_same() -> None:
    put("oil", "Fish oil and the heart", "Fish oil was tried.")
    assert slugs("omega3") == ["oil"]


def test_with_no_text_that_has_all_words_those_with_most_come_first() -> None:
    put("two", "Zinc and colds", "Zinc shortens colds.")
    put("one", "Zinc", "Zinc is a metal.", days=5)
    found = search.articles("zinc colds melatonin")
    assert not found.every
    assert slugs("zinc colds melatonin") == ["two", "one"]


def test_claims_are_found_across_articles_and_by_the_title_they_stand_under() -> None:
    put("eczema", "Probiotics against eczema", "They lowered it by a fifth.", "Probiotics reduced eczema in infants.")
    put("colic", "Colic", "Probiotics reduced crying.", days=3)
    assert sentences("probiotics eczema") == ["Probiotics reduced eczema in infants.", "They lowered it by a fifth."]
    assert "Probiotics reduced crying." in sentences("probiotics")


def test_filters_narrow_both() -> None:
    sleep, heart = [{"name": "Sleep", "slug": "sleep"}], [{"name": "Heart", "slug": "heart"}]
    put("one", "Fish oil and sleep", "Fish oil helps.", "Fish oil calms.", levels=["strong", "weak"], topics=sleep)
    put("two", "Fish oil and the heart", "Fish oil does not help.", levels=["weak"], topics=heart, days=40)
    assert slugs("fish oil", topic="sleep") == ["one"]
    assert slugs("fish oil", level="strong") == ["one"]
    assert sorted(slugs("fish oil", person="ada-lind")) == ["one", "two"]
    assert slugs("fish oil", person="nobody") == []
    assert slugs("fish oil", since=WHEN + timedelta(days=1)) == ["two"]
    assert slugs("fish oil", until=WHEN + timedelta(days=1)) == ["one"]
    assert sentences("fish oil", level="strong") == ["Fish oil helps."]
    assert sentences("fish oil", topic="heart") == ["Fish oil does not help."]


def test_pages_of_a_search_hold_each_result_once_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "BLOCK", 7)
    for number in range(25):
        put(f"zinc-{number}", "Zinc" if number % 5 else "Zinc zinc", "Zinc helps.", days=number % 6)
    whole, after = [], ""
    for _ in range(20):
        found = search.articles("zinc", after=after, length=4)
        whole += found.numbers
        after = found.older
        if not after:
            break
    assert len(whole) == len(set(whole)) == 25
    assert after == ""


# --- Words, places and lists -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        *[("cbt", "talking"), ("sun cream", "sun"), ("hrt", "hormones"), ("lice", "heads")],
        *[("utis", "bladder"), ("kidney stone", "stones"), ("sun creams", "sun")],
    ],
)
def test_abbreviations_and_what_people_say_lead_to_what_is_written(question: str, slug: str) -> None:
    put("talking", "Talking", "Cognitive behavioural therapy helps people to sleep.")
    put("sun", "Light", "Sunscreen prevents burns.")
    put("hormones", "Change", "Hormone replacement therapy eases hot flushes.")
    put("heads", "Combs", "Combing removes nits.")
    put("bladder", "Water", "Cystitis passes by itself.")
    put("stones", "Drinking", "Drinking prevents nephrolithiasis.")
    assert slugs(question) == [slug]


def test_phrases_stay_together_and_question_words_fall_away() -> None:
    assert [term.asked for term in terms_of("Does a heart attack cause shortness of breath?")] == [
        "heart attack",
        "shortness of breath",
    ]
    assert [term.asked for term in terms_of("what is it")] == ["what", "is", "it"]
    assert folded("Crème–brûlée’s") == "creme brulee's"


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [("", "ab", 2), ("zinc", "zinc", 0), ("zinc", "znic", 1), ("zinc", "zink", 1), ("ab", "ba", 1)],
)
def test_the_distance_of_two_words(one: str, other: str, far: int) -> None:
    assert distance(one, other) == distance(other, one) == far


def test_a_place_says_the_same_read_again() -> None:
    for at in (datetime(1970, 1, 1, tzinfo=UTC), datetime(2026, 11, 29, 10, 0, 0, 123456, tzinfo=UTC)):
        assert Place.read(str(Place(at, 42))) == Place(at, 42)


def test_lists_by_topic_go_on_where_they_stopped() -> None:
    for number in range(7):
        put(f"zinc-{number}", f"Zinc {number}", "Zinc helps.", days=number // 2)
    first = lists.with_key("topic", ["sleep"], length=3)
    second = lists.with_key("topic", ["sleep"], length=3, after=first.older)
    back = lists.with_key("topic", ["sleep"], length=3, before=second.newer)
    assert [row.slug for row in first.rows] == ["zinc-6", "zinc-5", "zinc-4"]
    assert [row.slug for row in second.rows] == ["zinc-3", "zinc-2", "zinc-1"]
    assert [row.slug for row in back.rows] == [row.slug for row in first.rows]
    assert back.begun
    assert (lists.counted("topic")[0].number, lists.months()) == (7, [(2026, [(3, 7)])])


def test_what_was_published_before_is_found_once_the_tables_are_filled_anew() -> None:
    from articles.stored import triggers

    put("zinc", "Zinc", "Zinc helps.", citations=[work(1, used_in=[0], work=7)])
    FoundArticle.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("COMMENT ON FUNCTION articles_find(bigint, bigint, timestamptz) IS 'of before'")
    triggers.install()
    assert slugs("zinc") == ["zinc"]
    assert list(Listed.objects.filter(kind="work").values_list("key", flat=True)) == ["7"]
    assert asking.mended(terms_of("zinc")) == terms_of("zinc")
