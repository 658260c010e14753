"""What the machinery of a site reads is no prose; what its readers see is."""

from __future__ import annotations

import pytest

from evidence import read

SAID = "Mint eases colic in one of three infants."


def _read(text: str) -> list[str]:
    return [sentence.text for sentence in read(text, "markdown").sentences if not sentence.place]


@pytest.mark.parametrize(
    "line",
    [
        ":::", "::: {.callout-note}", '{{< callout type="info" >}}', "{{< /callout >}}", "{% endhint %}",
        "{% hint style='info' %}",
        "{# a remark #}", "[//]: # (a remark)", "[//]: <> (BO-intro)", "[comment]: # 'x y'",
        "!!! note", "??? tip", "[!NOTE]",
        "import Box from './box'", "import './style.css';",
        "export const meta = { title: 'Mint' }", "#set text(size: 11pt)", "#show heading: it => it.body",
    ],
)  # fmt: skip
def test_a_line_of_machinery_is_no_sentence(line: str) -> None:
    assert _read(f"{line}\n{SAID}\n") == [SAID]
    assert _read(f"{SAID}\n{line}\n") == [SAID]


@pytest.mark.parametrize(
    "line", ['{% include note.html content="Mint eases colic in infants." %}', '{{< note "Mint eases colic too" >}}']
)
def test_words_that_stand_in_a_shortcode_are_read(line: str) -> None:
    assert _read(f"{line}\n") == [line.split('"')[1]]


@pytest.mark.parametrize(
    "before",
    [
        "<Tab title='A'>\n",
        "<my-card>\n\n",
        "<x.Box>\n\n",
        "!!! note\n",
        '??? tip "A tip"\n\n',
        "<div>\n",
        "<section class='a'>\n",
    ],
)
def test_prose_set_in_within_an_element_is_read(before: str) -> None:
    assert SAID in _read(f"{before}    {SAID}\n")


@pytest.mark.parametrize("before", ["", "<div>\n\n", "<pre>\n", "<my-card>\n</my-card>\n\nWords.\n\n"])
def test_other_lines_that_are_set_in_are_code(before: str) -> None:
    assert SAID not in _read(f"{before}    {SAID}\n")
