"""Where tags are shown as they are written, as readers of the newsroom see them, none of them hides a word."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import Severity, assess, read

TYPED = {
    "a remark of Jinja": "{# Garlic cures cancer. #}",
    "a remark of Hugo": "{{/* Garlic cures cancer. */}}",
    "a tag of Liquid": "{% Garlic cures cancer. %}",
    "a comment of Liquid": "{% comment %}Garlic cures cancer.{% endcomment %}",
    "a shortcode of Hugo": "{{< garlic cures cancer in adults >}}",
    "a value of a template": "{{ garlic cures cancer in adults }}",
    "a component": '<Garlic cures="cancer in all adults" />',
    "a component with words": "<Garlic cures cancer in adults>",
    "a shortcode of WordPress": "[su_note garlic cures cancer in adults]",
    "attributes of Kramdown": "{: garlic cures cancer in adults }",
    "classes of Pandoc": "{ .garlic cures cancer in adults }",
    "a fenced div": "::: garlic cures cancer in adults",
    "a comment of Obsidian": "%% Garlic cures cancer. %%",
    "a comment of MDX": "{/* Garlic cures cancer. */}",
    "a comment of HTML": "<!-- Garlic cures cancer. -->",
    "a tag of a paragraph": "<p Garlic cures cancer in adults>",
    "a title in a tag": "<span title='Garlic cures cancer'>x</span>",
    "the name of a block": "^garlic-cures-cancer",
    "a rule of Typst": "#let garlic cures cancer in adults",
    "a module": "export const garlic cures cancer in adults",
}


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
@pytest.mark.parametrize(
    "around",
    ["Zinc is grey.\n\n{}\n\nIt melts.", "Zinc is grey. {} It melts.", "Zinc is grey.\n{}\nIt melts."],
    ids=["apart", "between sentences", "on a line"],
)
def test_a_promise_typed_as_a_tag_stops_publication(typed: str, around: str) -> None:
    text = f"# Ginger\n\n{around.format(typed)}\n"
    assessment = assess(read(text, "markdown", html=False), today=date(2026, 1, 1))
    stopped = [flag for flag in assessment.flags if flag.code == "missing-citation"]
    assert any(flag.severity is Severity.BLOCKER for flag in stopped)


@pytest.mark.parametrize(
    "tag",
    ["{: .note}", "{: .wide #tea title='x'}", "{:target='_blank'}", "{ .wide .tall }", "{{< toc >}}", "{# todo #}"],
)
def test_where_tags_are_followed_they_stay_machinery(tag: str) -> None:
    document = read(f"# Ginger\n\nZinc is grey. {tag}\n\nIt melts.", "markdown")
    assert [one.text for one in document.sentences] == ["Zinc is grey.", "It melts."]


def test_tags_without_words_part_no_sentence_from_its_end() -> None:
    document = read("# Ginger\n\nZinc is grey.<br> It melts.", "markdown", html=False)
    assert [one.text for one in document.sentences] == ["Zinc is grey.", "It melts."]
