"""A whole day in the newsroom by keyboard alone: from a pasted post to a correction that readers see.

tests/browser/test_a_day_by_keyboard.py has a short day.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.models import ChecklistQuestion
from tests.articles import factories
from tests.browser import day_by_keyboard as day
from tests.browser.day_by_keyboard import no_broker, sit_down  # noqa: F401 - fixtures

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("no_broker")]


def test_a_post_becomes_a_corrected_page_without_a_mouse(
    sit_down: Any,  # noqa: F811
    author: User,
    reviewer: User,
    editor: User,
) -> None:
    factories.make_citation(title="Walking for sore knees", families=["Lindholm"], year=2015)
    ChecklistQuestion.objects.create(text="Does every number stand in its source?")
    writer, second, desk = sit_down(author), sit_down(reviewer), sit_down(editor)
    article = day.import_a_post(writer)
    day.mend_and_cite(writer, article)
    day.submit(writer, "Is the number right?")
    day.send_back(second)
    day.answer_and_submit(writer, article)
    day.approve(second)
    day.schedule_and_publish(desk, article)
    day.correct(writer, article)
    day.approve(second, changed="180")
    day.publish(desk, article)
    assert "was one of 80 adults" in desk.page.inner_text("main")
