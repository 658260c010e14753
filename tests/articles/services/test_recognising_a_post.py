"""A pasted post is taken apart before anything is saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from articles.services.recognising import UnreadablePost, recognise

TODAY = date(2026, 11, 22)

POST = """# Walking and sore knees

By Dr. Amina Roe, MD, PhD

Walking eased knee pain in one trial (Müller et al., 2019). Rest made no difference.

A second paragraph of plain prose about shoes.

## References

Müller, A., & Okafor, C. (2019). A trial of walking for sore knees. Journal of Walking, 4(1), 1-9. https://doi.org/10.5555/walk.2019.1

Back to blog
"""


@pytest.mark.parametrize("text", ["", "  \n\t ", "PK\x00\x01"])
def test_it_refuses_what_is_no_text(text: str) -> None:
    with pytest.raises(UnreadablePost):
        recognise(text, today=TODAY)


def test_the_name_of_a_file_is_no_title() -> None:
    found = recognise("Walking eased knee pain in one trial of 80 people.", "sore-knees.txt", today=TODAY)
    assert (found.title, found.slug) == ("", "")


def test_it_finds_title_byline_and_reference() -> None:
    found = recognise(POST, today=TODAY)
    assert found.title == "Walking and sore knees"
    assert found.author is not None
    assert (found.author.name, found.author.credentials) == ("Amina Roe", "MD, PhD")
    [reference] = found.references
    assert (reference.key, reference.source.year, reference.source.doi) == (
        "muller2019",
        2019,
        "10.5555/walk.2019.1",
    )


def test_the_body_holds_the_prose_and_nothing_that_the_page_shows_itself() -> None:
    body = recognise(POST, today=TODAY).body
    assert body.startswith("Walking eased knee pain")
    assert "about shoes" in body
    for gone in ("# Walking", "Amina", "Okafor", "Back to blog"):
        assert gone not in body


def test_a_note_that_only_cites_becomes_a_citation_by_key() -> None:
    text = (
        "Walking eased knee pain.[^a] Rest did not.\n\n"
        "[^a]: Müller, A. (2019). A trial of walking for sore knees. Journal of Walking, 4(1), 1-9.\n"
    )
    found = recognise(text, "x.md", today=TODAY)
    assert "[@muller2019]" in found.body
    assert "[^a]" not in found.body


def test_it_counts_what_the_engine_found() -> None:
    found = recognise(POST, today=TODAY)
    assert found.claims >= 1
    assert sum(found.flag_counts.values()) == len(found.assessment.flags)


def test_goods_without_a_name_are_flagged_and_not_put_on_record() -> None:
    text = "# Calm\n\nOur herbal capsules relieve anxiety and restore sleep. Buy our capsules in our shop today.\n"
    found = recognise(text, "calm.md", today=TODAY)
    assert found.products == ()
    assert any(flag.code == "undisclosed-product" for flag in found.assessment.flags)


@pytest.mark.parametrize("example", sorted(Path("examples").glob("*-*.md")), ids=lambda path: path.stem)
def test_works_and_products_are_the_same_without_a_judgement(example: Path) -> None:
    """What an import needs is read in a part of the time, and is what the whole engine says."""
    text = example.read_text(encoding="utf-8")
    whole, part = (recognise(text, example.name, today=TODAY, whole=way) for way in (True, False))
    assert part.assessment is None
    assert (part.references, part.products, part.body) == (whole.references, whole.products, whole.body)


def test_pages_that_no_claim_stands_on_are_no_works_either_way() -> None:
    text = (
        "Zinc shortened colds by a day [in one trial](https://www.example.org/zinc-trial).\n\n"
        "We met at [the fair](https://www.example.com/fair) and had a good time there.\n"
    )
    whole, part = (recognise(text, "a.md", today=TODAY, whole=way) for way in (True, False))
    assert part.references == whole.references
