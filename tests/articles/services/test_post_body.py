"""What of a finished post becomes the text of a draft."""

from __future__ import annotations

from articles.services.post_body import body_of
from evidence import open_text, read

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


def test_marks_that_kept_the_address_of_another_page_become_numbers_of_the_list() -> None:
    page, wiki = "https://journal.example/zinc/full", "https://en.wikipedia.org/wiki/Zinc"
    for written, kept in (
        (f"Zinc shortens colds ([1]({page}#B1), [3]({page}#B3)).", "Zinc shortens colds ([1], [3])."),
        (f"Zinc shortens colds.[[3]]({wiki}#cite_note-3)", "Zinc shortens colds.[3]"),
        (f"Zinc shortens colds.<sup>[1]({page}#B1)</sup>", "Zinc shortens colds.<sup>[1]</sup>"),
        (f'Zinc shortens colds.<sup><a href="{page}#B1">1</a></sup>', "Zinc shortens colds.[1]"),
        ('Zinc shortens colds.<sup>[1](#fn:1){: .footnote rel="footnote"}</sup>', "Zinc shortens colds.[1]"),
    ):
        made = body(written, WORK, "2. Roe R. Colds. J Colds. 2017;1:1-9.", OTHER)
        assert made == f"{kept}\n"
        assert read(made, "markdown", html=False).markers, made


def test_links_that_are_no_marks_keep_their_address() -> None:
    text = "Zinc shortens colds ([4](https://journal.example/zinc/full#B4), see [1](#dose))."
    assert body(text, WORK, OTHER) == f"{text}\n"


def test_marks_that_say_source_become_numbers_of_the_list() -> None:
    for written, kept in (
        ("Zinc shortens colds [Source #1, #3].", "Zinc shortens colds [1, 3]."),
        ("Zinc shortens colds (Sources 1 and 3).", "Zinc shortens colds [1, 3]."),
        ("Zinc shortens colds [Ref. 3].", "Zinc shortens colds [3]."),
    ):
        made = body(written, WORK, "2. Roe R. Colds. J Colds. 2017;1:1-9.", OTHER)
        assert made == f"{kept}\n"
        assert read(made, "markdown", html=False).markers, made


def test_words_for_a_source_that_lead_to_no_work_of_the_list_stay() -> None:
    text = "Zinc shortens colds [Source #9], as my sources say (sources of zinc)."
    assert body(text, WORK, OTHER) == f"{text}\n"
