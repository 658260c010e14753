"""Fields and rows of the desk are drawn once, as a template would, and what is wrong stands beside its field."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.contrib.admin.helpers import AdminForm, InlineAdminForm
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.newsroom.desk_fields import draw
from tests.articles import factories

FIELDS = [(None, {"fields": ("name", "agreed", "token", "theirs")})]


class Sheet(forms.Form):
    name = forms.CharField(label="<b>name</b>", help_text='See <a href="/help/">help</a>.', min_length=3)
    agreed = forms.BooleanField(label="agreed", required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)
    theirs = forms.CharField(label="the authors' answer", required=False)


def drawn(**sent: str) -> str:
    form = Sheet(sent) if sent else Sheet(initial={"name": '"><script>'})
    return "".join(draw(fieldset) for fieldset in AdminForm(form, FIELDS, {}))  # type: ignore[arg-type]


def test_words_that_people_wrote_are_escaped_and_help_is_markup_of_ours() -> None:
    page = drawn()
    assert "<script>" not in page
    assert "<b>name" not in page
    assert ">The authors&#x27; answer</label>" in page, "escaped once"
    assert '<p class="field-help" id="id_name_helptext">See <a href="/help/">help</a>.</p>' in page
    assert "errorlist" not in page


def test_what_is_wrong_stands_beside_its_field() -> None:
    page = drawn(name="ab", token="t")
    assert page.count("errorlist") == 1
    assert 'class="field field-name field-wrong"' in page
    assert "at least 3 characters" in page


def test_a_box_stands_before_its_label_and_a_hidden_field_alone() -> None:
    page = drawn()
    assert page.index('type="checkbox"') < page.index('for="id_agreed"')
    assert '<input type="hidden" name="token" id="id_token"><div class="field field-theirs">' in page


@pytest.mark.django_db
def test_a_row_is_made_once_and_bears_what_is_wrong_in_it(
    client: Client, superuser: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = factories.make_article(by=superuser)
    client.force_login(superuser)
    made: list[str] = []
    before = InlineAdminForm.__init__

    def counted(self: Any, formset: Any, form: Any, *args: Any, **kwargs: Any) -> None:
        made.append(form.prefix)
        before(self, formset, form, *args, **kwargs)

    monkeypatch.setattr(InlineAdminForm, "__init__", counted)
    address = reverse("admin:articles_article_change", args=[article.pk])
    page = client.get(address, {"rows": "open"})
    assert "article_citations-0" in made
    assert len(made) == len(set(made))
    sent = {name: value for name, value in _fields(page) if value is not None}
    sent["article_citations-0-key"] = "no key, with blanks"
    again = client.post(address, sent).content.decode()
    assert 'field-key field-wrong"' in again
    assert "1 to put right" in again


def _fields(page: Any) -> list[tuple[str, Any]]:
    form, inlines = page.context["adminform"].form, page.context["inline_admin_formsets"]
    rows = [row for inline in inlines for row in (inline.formset.management_form, *inline.formset.forms)]
    return [(bound.html_name, bound.value()) for one in (form, *rows) for bound in one]
