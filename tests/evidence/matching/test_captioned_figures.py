"""What is read off a figure whose caption names its source (standards.md A3.2)."""

from __future__ import annotations

import pytest

from tests.evidence.judging import judge

LIST = "\n\n## References\n\n1. Lee A, Okoro B. Ginger tea for nausea. J Herbs. 2020;12(1):1-9.\n"
FIGURE = "![Nausea by dose](a.png)\n*Figure 1. Nausea by dose [1]*"


def _tied(text: str) -> bool:
    rows = [row for row in judge(text + LIST, None).sentences if row.claim.claim]  # type: ignore[arg-type]
    assert rows
    return bool(rows[-1].links)


@pytest.mark.parametrize(
    "text",
    [
        f"{FIGURE}\n\nGarlic cures cancer.",
        f"{FIGURE}\n\nDon't worry, garlic cures cancer.",
        f"{FIGURE}\n\nTea is nice.\n\nAs the figure shows, ginger tea reduces nausea.",
        "![Nausea by dose](a.png)\n*Figure 1. Nausea by dose*\n\nAs the figure shows, ginger tea reduces nausea.",
        "As the figure shows, ginger tea reduces nausea.",
        f"{FIGURE}\n\nIt figures that ginger tea reduces nausea.",
        f"{FIGURE}\n\nThe figure of speech that garlic cures cancer is old.",
    ],
)
def test_what_is_not_read_off_a_figure_with_a_source_stands_on_nothing(text: str) -> None:
    assert not _tied(text)


@pytest.mark.parametrize(
    "said",
    [
        "As the figure shows, ginger tea reduces nausea.",
        "From the chart you can see that ginger tea reduces nausea.",
        "The graph shows that ginger tea reduces nausea.",
        "This chart also suggests that ginger tea reduces nausea.",
        "As you can see in the plot, ginger tea reduces nausea.",
        "The figure above illustrates how ginger tea reduces nausea in adults.",
        "In the graph, ginger tea reduces nausea in adults.",
        "From this plot, ginger tea reduces nausea by 30%.",
    ],
)
@pytest.mark.parametrize("figure", [FIGURE, "![Nausea by dose](a.png)\n\n**Figure 2:** Nausea by dose [1]."])
def test_what_is_read_off_a_figure_stands_on_the_source_in_its_caption(said: str, figure: str) -> None:
    assert _tied(f"{figure}\n\n{said}")
