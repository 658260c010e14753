"""The page of a revision says in words what was approved."""

from __future__ import annotations

import pytest
from django.contrib.admin import site
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from articles.admin.revisions import RevisionAdmin
from articles.models import Revision
from articles.services import record_amendment
from tests.articles import factories

pytestmark = pytest.mark.django_db


def test_it_cannot_be_seen_by_strangers_nor_changed_by_anybody(client: Client, stranger: User, superuser: User) -> None:
    revision = factories.make_published_article().revisions.get()
    address = reverse("admin:articles_revision_change", args=[revision.pk])
    client.force_login(stranger)
    assert client.get(address).status_code in (302, 403)
    client.force_login(superuser)
    assert client.post(address, {"title": "Other"}).status_code == 403


def test_it_says_in_words_what_was_approved(client: Client, superuser: User, author: User) -> None:
    article = factories.make_article(by=author, evidence_to="2026-03-01")
    product = factories.make_product(name="Kneewell", maker="Rose Labs", seller="")
    factories.make_disclosure(
        article=article, product=product, tie="none", author_tie="None", wording="We gain nothing."
    )
    factories.approve_as_it_stands(article, by=author)
    revision = article.revisions.get()
    client.force_login(superuser)
    page = client.get(reverse("admin:articles_revision_change", args=[revision.pk])).content.decode()
    for words in ("Revision 1 of", "1. Doe", "Evidence searched to 1 March 2026"):
        assert words in page
    assert ": Author</li>" in page
    told = revision.disclosures[0]["statement"]
    assert told
    assert escape(f"Kneewell: {told}") in page
    assert reverse("newsroom:compare", args=[article.pk]) + "?before=1" in page


def test_people_stand_there_by_their_names(client: Client, superuser: User, author: User) -> None:
    User.objects.filter(pk=author.pk).update(first_name="Ada", last_name="Lind")
    author.refresh_from_db()
    live = factories.make_published_article(by=author)
    record_amendment(article=live, by=superuser, kind="correction", wrong="We wrote 80.", right="It was 800.")
    User.objects.filter(pk=superuser.pk).update(first_name="Dana", last_name="Weiss")
    client.force_login(superuser)
    assert ">Ada Lind<" in client.get(reverse("admin:articles_revision_changelist")).content.decode()
    assert ">Dana Weiss<" in client.get(reverse("admin:articles_amendment_changelist")).content.decode()


def test_answers_of_the_reviewer_are_sentences_and_no_markup() -> None:
    asked = {"question": "Are <b>harms</b> named?", "answer": "yes", "note": "In the third part."}
    shown = RevisionAdmin(Revision, site)
    assert shown.answers(Revision(checklist=[])) == "None"
    said = shown.answers(Revision(checklist=[asked]))
    assert said == "<ul><li>Are &lt;b&gt;harms&lt;/b&gt; named? Yes. In the third part.</li></ul>"
