"""The examples that are meant to pass do so in the newsroom too, with their people, products and disclosures."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command

from articles.models import Article, Flag
from tests.articles.factories import make_user

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["walking-and-low-back-pain", "head-lice-comb-or-lotion", "cranberry-and-bladder-infections"]
)
def test_an_example_without_a_blocker_is_published(name: str) -> None:
    make_user("Authors", username="author")
    make_user("Editors", username="editor")
    call_command("load_examples", EXAMPLES / f"{name}.md", author="author", editor="editor", verbosity=0)
    assert [flag.message for flag in Flag.objects.filter(severity="blocker", state="open")] == []
    assert Article.objects.published().exists()


@pytest.mark.django_db
def test_naming_a_product_where_it_is_to_be_named_is_no_promotion() -> None:
    make_user("Authors", username="author")
    make_user("Editors", username="editor")
    file = EXAMPLES / "cranberry-and-bladder-infections.md"
    call_command("load_examples", file, author="author", editor="editor", verbosity=0)
    messages = [flag.message for flag in Flag.objects.filter(state="open")]
    named = (
        "In the advertisement",
        "In the disclosure",
        "In the authors' tie",
        "In the interests",
        "In the seller",
        "In the maker",
        "In the name",
    )
    assert [message for message in messages if message.startswith(named)] == []
