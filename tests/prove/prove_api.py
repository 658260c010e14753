"""Schemathesis asks every address of the API long enough to come by what a short run does not."""

from __future__ import annotations

import pytest

from tests.articles.reader.api.test_api import walked

EXAMPLES = 400


@pytest.mark.django_db
def test_the_api_answers_as_its_document_promises_for_hundreds_of_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    walked(monkeypatch, examples=EXAMPLES)
