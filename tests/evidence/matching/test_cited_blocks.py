"""Quotations stand as a whole on the source right above, right below or behind a dash beside them."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import assess
from evidence.reading.documents import read

LIST = (
    "\n\n## References\n\n1. Miller et al., 2015. *Zinc and colds in adults*. https://doi.org/10.1000/abc1\n"
    "2. Miller, N. *Zinc at home*. https://doi.org/10.1000/abc2\n"
)
CDC = "[CDC](https://www.cdc.gov/zinc/a.html)"
LINK = '<a href="https://doi.org/10.1000/abc1">Effects of zinc on common colds</a>'
CLAIMS = ("Zinc lowers pain.", "Zinc shortens colds.")


def tied(text: str) -> dict[str, bool]:
    assessed = assess(read(f"# Zinc\n\n{text}\n", "markdown"), today=date(2026, 11, 1))
    return {claim: any(claim in row.sentence.text and row.links for row in assessed.sentences) for claim in CLAIMS}


@pytest.mark.parametrize(
    "text",
    [
        f"The {CDC} says:\n\n> Honey eases cough.\n\nZinc shortens colds.",
        f"My aunt, who read the {CDC}, says:\n\n> Honey eases cough. Zinc shortens colds.",
        f"One seller disagrees with the {CDC}:\n\n> Honey eases cough. Zinc shortens colds.",
        f"The {CDC} does not say this:\n\n> Honey eases cough. Zinc shortens colds.",
        f"Contrary to the {CDC}, we hold:\n> Honey eases cough. Zinc shortens colds.",
        f"1. The {CDC} says:\n\n> Honey eases cough in up to 40 of all the children who drink it at home each night. "
        "Honey helps (many) children up to 9 years.\n\n1. Zinc shortens colds.",
        f"<blockquote>Honey eases cough.\n\n<cite>{LINK}</cite>\n\n</blockquote>\n\nZinc shortens colds.",
        f"<blockquote>Zinc shortens colds.\n\nRead {LINK} at home.\n\n</blockquote>",
        "Zinc shortens colds. “Honey eases cough.” — Miller et al., 2015" + LIST,
        "“Honey eases cough.” Zinc shortens colds. — Miller et al., 2015" + LIST,
        "“Zinc shortens colds.” — Miller, my neighbour in 2015" + LIST.replace("Miller", "Moor"),
    ],
)
def test_a_source_beside_a_quotation_vouches_for_nothing_else(text: str) -> None:
    assert not tied(text)["Zinc shortens colds."]


@pytest.mark.parametrize(
    "text",
    [
        f"The {CDC} says:\n> Zinc lowers pain. Zinc shortens colds.",
        f"The {CDC} says:\n\n> Zinc lowers pain. Zinc shortens colds.",
        f"The {CDC} says:\n\n> Zinc lowers pain.\n>\n> Zinc shortens colds.",
        f"According to the {CDC}:\n> Zinc lowers pain.\n> Zinc shortens colds.",
        f"**From the {CDC}:**\n\n> Zinc lowers pain. Zinc shortens colds.",
        "[Miller et al. 2015](https://doi.org/10.1000/abc1) found:\n\n> Zinc lowers pain. Zinc shortens colds.",
        "In the words of Miller et al. (2015):\n\n> Zinc lowers pain. Zinc shortens colds." + LIST,
        f"<blockquote>Zinc lowers pain. Zinc shortens colds.\n\n<cite>{LINK}</cite>\n\n</blockquote>",
        f"<blockquote>\n\nZinc lowers pain.\n\nZinc shortens colds.\n\n<cite>- {LINK}</cite>\n</blockquote>",
        f"<blockquote>\nZinc lowers pain. Zinc shortens colds.\n\n<footer>— {LINK}</footer>\n</blockquote>",
        "“Zinc lowers pain. Zinc shortens colds.” — Miller et al., 2015" + LIST,
        'Research note: "Zinc lowers pain. Zinc shortens colds." — Miller et al., 2015' + LIST,
        '"Zinc lowers pain. Zinc shortens colds." – *Miller et al. (2015)*' + LIST,
        "> Zinc lowers pain. Zinc shortens colds.\n> — Miller et al., 2015" + LIST,
    ],
)
def test_a_quotation_stands_as_a_whole_on_its_source(text: str) -> None:
    assert tied(text) == {"Zinc lowers pain.": True, "Zinc shortens colds.": True}
