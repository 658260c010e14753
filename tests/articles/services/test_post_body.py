"""What of a finished post becomes the text of a draft."""

from __future__ import annotations

from articles.services.post_body import body_of
from evidence import open_text

WORK = "1. Doe J, Roe R. Zinc and the common cold. J Colds. 2019;3:1-9. doi:10.5555/zinc"
REMARK = "Most people in that trial said that the lozenges tasted of metal, which may have told them their group."
OTHER = "3. Smith A. Metal tastes. Food Qual. 2018;1:2-5."


def body(prose: str, *listed: str) -> str:
    return body_of(open_text("\n".join((prose, "", "## Notes", "", *listed, "")), "markdown"))


def test_a_remark_among_the_references_stays_as_a_note_where_the_text_points_to_it() -> None:
    made = body("Zinc shortens colds [1]. It tastes bad [2].", WORK, f"2. {REMARK}", OTHER)
    assert made == f"Zinc shortens colds [1]. It tastes bad [^remark-2].\n\n[^remark-2]: {REMARK}\n"


def test_a_marker_of_a_work_and_a_remark_is_parted() -> None:
    made = body("Zinc shortens colds [1, 2]. It tastes bad [3].", WORK, f"2. {REMARK}", OTHER)
    assert made.startswith("Zinc shortens colds [1][^remark-2]. It tastes bad [3].\n")


def test_a_remark_that_nothing_points_to_stays_as_a_paragraph() -> None:
    made = body("Zinc shortens colds [1].", WORK, f"2. {REMARK}", OTHER)
    assert made == f"Zinc shortens colds [1].\n\n{REMARK}\n"


def test_a_list_of_works_alone_leaves_the_text() -> None:
    assert body("Zinc shortens colds [1].", WORK, OTHER) == "Zinc shortens colds [1].\n"
