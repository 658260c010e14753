"""A formula on lines of its own is no prose; words between its marks are."""

from __future__ import annotations

import pytest

from evidence.reading.documents import read


def said(written: str) -> list[str]:
    document = read(f"# Tea\n\nTea is warm.\n\n{written}\n\nMint is green.\n", "markdown")
    return [" ".join(sentence.text.split()) for sentence in document.sentences][1:-1]


@pytest.mark.parametrize(
    "written",
    [
        "$$ garlic cures cancer $$",
        "$$ \\text{take five grams of zinc a day} $$",
        "$$ a = b",
        "$$ a\n\n= b $$",
        "$$5 is cheap for tea.",
    ],
)
def test_words_between_the_marks_and_open_marks_stay_prose(written: str) -> None:
    assert said(written)


@pytest.mark.parametrize(
    "written",
    [
        "$$ v(t) = v_{max} e^{-a t} $$",
        "$$\n\\frac{a + b}{c} = \\beta\n$$",
        "$$ y \\sim Normal(\\mu, \\sigma)\n+ \\log x $$",
    ],
)
def test_a_formula_is_no_prose(written: str) -> None:
    assert not said(written)


@pytest.mark.parametrize("name", ["equation", "align*", "gather", "eqnarray", "multline"])
def test_a_formula_in_an_environment_of_latex_is_no_prose(name: str) -> None:
    formula = f"\\begin{{{name}}}\n\\tau \\sim \\text{{U}}(0, 10) \\\\\n(\\#eq:bayes)\n\\end{{{name}}}"
    document = read(f"# Tea\n\nThis is written as\n{formula}\nwhere tea is hot.\n", "markdown")
    assert [one.text for one in document.sentences] == ["This is written as", "where tea is hot."]


@pytest.mark.parametrize(
    "formula",
    [
        "\\begin{equation}\n\\text{Garlic cures cancer in adults}\n\\end{equation}",
        "\\begin{quote}\nGarlic cures cancer.\n\\end{quote}",
        "\\begin{gather}\nGarlic cures cancer in adults.",
    ],
)
def test_words_in_or_behind_such_an_environment_are_prose(formula: str) -> None:
    document = read(f"# Tea\n\n{formula}\n\nTea is hot.\n", "markdown")
    assert any("Garlic cures cancer" in one.text for one in document.sentences)
