"""A draft is mended, cited, approved and published by keyboard alone.

tests/prove/prove_a_day_by_keyboard.py has the whole day: it begins with a pasted post, and a question, a schedule and a
correction are in it.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User

from articles import services
from articles.models import ChecklistQuestion
from tests.articles import factories
from tests.browser import day_by_keyboard as day
from tests.browser.day_by_keyboard import no_broker, sit_down  # noqa: F401 - fixtures

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("no_broker")]


def test_a_draft_becomes_a_page_without_a_mouse(
    sit_down: Any,  # noqa: F811
    author: User,
    editor: User,
) -> None:
    factories.make_citation(title="Walking for sore knees", families=["Lindholm"], year=2015)
    ChecklistQuestion.objects.create(text="Does every number stand in its source?")
    article = factories.make_article(by=author, title="Walking for sore knees", body=day.POST.split("\n\n", 1)[1])
    services.assess_article(article_id=article.pk)
    writer, second = sit_down(author), sit_down(editor)
    writer.open("a", "Walking for sore knees")
    writer.page.wait_for_selector(".desk[data-typed=read]")
    day.mend_and_cite(writer, article)
    day.submit(writer, "Is the number right?")
    day.approve(second)
    day.publish(second, article)
    assert "[@" not in second.page.inner_text("main")
    assert "under 40 was not studied" in second.page.inner_text("main")
