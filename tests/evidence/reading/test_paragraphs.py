"""What parts sentences though it is spelt, and what stands among them for a site's machinery alone."""

from __future__ import annotations

import pytest

from evidence.language.visible_text import visible
from evidence.reading.documents import read

OPENS = "# Tea\n\nTea is warm.\n\n"


def said(written: str) -> list[str]:
    return [sentence.text for sentence in read(f"{OPENS}{written}\n").sentences][1:]


@pytest.mark.parametrize(
    "written",
    [
        'Mint eases cramps {% note "Mint cures cancer in men" %} in adults.',
        "Mint eases cramps in adults &amp; teens.",
        "Mint &nbsp;eases cramps.",
        "Mint: {its oil} eases cramps.",
    ],
)
def test_what_readers_see_stays_in_the_sentence(written: str) -> None:
    assert said(written) == [written]


def test_words_in_a_tag_that_readers_may_see_stay_a_sentence() -> None:
    assert said('Mint eases cramps. {% note "Mint cures cancer in men" %}')[1:] == ["Mint cures cancer in men"]


@pytest.mark.parametrize("space", ["&nbsp;", "&nbsp; ", " &nbsp;", "&#160;", "&#xA0;", "&ensp;", "&thinsp;&emsp;"])
def test_a_space_that_is_spelt_parts_sentences(space: str) -> None:
    assert said(f"Mint eases cramps.{space}Zinc shortens colds.") == ["Mint eases cramps.", "Zinc shortens colds."]


@pytest.mark.parametrize("tag", ["{% include cta.html %}", "{{< cta >}}", "{: .note .warning}", "{:target='_blank'}"])
@pytest.mark.parametrize("form", ["{tag}\nMint eases cramps.", "Mint eases cramps. {tag}", "Mint eases cramps.\n{tag}"])
def test_tags_of_templates_and_attributes_are_no_sentences(form: str, tag: str) -> None:
    assert said(form.format(tag=tag)) == ["Mint eases cramps."]


def test_readers_do_not_see_the_attributes_of_a_link() -> None:
    document = read(
        f"{OPENS}Mint eases cramps, as [a trial](https://doi.org/10.1000/mint){{:target='_blank'}} found.\n"
    )
    assert visible(document)[-1].text == "Mint eases cramps, as a trial found."
