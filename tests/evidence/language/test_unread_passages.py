"""Which passages of a document are not read, and what in them is all the same."""

from __future__ import annotations

import pytest

from evidence.language.unread_passages import Unread, unread
from evidence.reading import documents

GERMAN = "In der Studie nahm die Hälfte zwölf Wochen lang die Kapsel. Die andere Hälfte nahm nichts."
FRENCH = "Le café ne fait pas monter la tension de tout le monde, et les effets sont de courte durée."
ENGLISH = "Ginger reduces nausea in many people. It is safe for most of them, and a review found no harm."


def of(*paragraphs: str) -> Unread:
    return unread(documents.read("\n\n".join(paragraphs), "markdown"))


# --- Refusals --------------------------------------------------------------------------------------------


def test_it_leaves_english_alone() -> None:
    assert of(ENGLISH, ENGLISH) == Unread()


def test_it_says_nothing_of_an_empty_page() -> None:
    assert of("") == Unread()


def test_it_says_nothing_of_passages_under_eight_words() -> None:
    assert of(ENGLISH, "Guten Appetit und bis zum nächsten Mal!") == Unread()


def test_it_leaves_titles_in_a_list_of_books_alone() -> None:
    books = "- Die Heilkraft des Ingwers und wie man sie im Alltag nutzt\n- Le grand livre des plantes qui soignent"
    assert of(ENGLISH, books) == Unread()


def test_it_leaves_references_in_any_language_alone() -> None:
    works = (
        "Müller A, Schmidt B. Die Wirkung von Ingwer auf die Übelkeit bei Schwangeren. Dtsch Arztebl. 2015;112:33-9.",
        "Dupont C (2019). Les effets du gingembre sur les nausées de la femme enceinte. Paris: Masson.",
        "Rossi L. Lo zenzero e la nausea nelle donne in gravidanza. doi:10.1000/xyz123",
    )
    for work in works:
        assert of(ENGLISH, work) == Unread(), work
        assert of(work) == Unread(), work


def test_it_leaves_a_reference_list_alone() -> None:
    listed = (
        "## References\n\n1. Schmidt B. Die Wirkung von Ingwer auf die Übelkeit bei Schwangeren. Bern: Huber; 2015."
    )
    assert of(ENGLISH + " [1]", listed) == Unread()


def test_it_leaves_code_and_tables_alone() -> None:
    code = "```\nfür die und der das ist nicht mit dem von der Frau und dem Kind\n```"
    table = "| Wirkung | die Dosis ist von der Art |\n|---|---|\n| und | nicht für die Frau und das Kind |"
    assert of(ENGLISH, code, table) == Unread()


def test_it_leaves_a_quotation_in_an_english_paragraph_alone() -> None:
    assert of(ENGLISH, "My aunt, who was right, said “wer nicht hören will, muss fühlen” and drank up.") == Unread()


# --- Passages --------------------------------------------------------------------------------------------


def test_it_finds_each_passage_at_its_first_sentence() -> None:
    assert of(ENGLISH, GERMAN, ENGLISH, FRENCH, ENGLISH) == Unread("", {2: "de", 6: "fr"}, frozenset({2, 3, 6}))


def test_an_english_sentence_in_such_a_passage_is_read() -> None:
    left = of(ENGLISH, ENGLISH, ENGLISH, GERMAN + " Ginger tea cures the nausea of all women.")
    assert left.sentences == {6, 7}
    assert left.passages == {6: "de"}


def test_a_passage_that_begins_in_english_is_found_where_it_changes() -> None:
    left = of(ENGLISH, ENGLISH, ENGLISH, "Ginger cures it all. " + GERMAN)
    assert left.passages == {7: "de"}


# --- The page --------------------------------------------------------------------------------------------


def test_the_page_is_in_the_language_of_most_of_its_prose() -> None:
    left = of(GERMAN, ENGLISH, GERMAN)
    assert left.page == "de"
    assert left.sentences == {0, 1, 4, 5}


def test_half_of_the_prose_is_not_most_of_it() -> None:
    assert len(GERMAN.split()) == 16
    same = "Ginger reduces nausea in many of them, and a review of the trials found no harm."
    assert of(GERMAN, same).page == ""


def test_a_heading_that_makes_a_claim_is_read_on_such_a_page() -> None:
    assert of("## Ginkgo cures dementia", GERMAN, GERMAN).sentences == {1, 2, 3, 4}


def test_short_lines_on_such_a_page_are_not_read_either() -> None:
    left = of(GERMAN, GERMAN, "Ingwer wirkt.", "Ginger works for me and for you.")
    assert left.sentences == {0, 1, 2, 3, 4}


def test_a_page_of_short_lines_is_told_by_all_of_them() -> None:
    left = of("Ingwer hilft.", "Zink hilft auch.", "Das ist gut für dich.", "Trinken Sie viel Wasser.")
    assert left.page == "de"
    assert len(left.sentences) == 4


def test_a_page_of_one_line_without_an_end_is_told() -> None:
    assert of("姜茶能让很多人的胃舒服一些大多数感冒会好起来").page == "zh"


@pytest.mark.parametrize(
    "claim",
    [
        "Melatonin cures jet lag.",
        "Garlic kills cancer.",
        "Probiotics treat eczema.",
        "Our capsules treat anxiety.",
    ],
)
def test_no_claim_without_small_words_hides_among_another_language(claim: str) -> None:
    german = "Warme Milch hilft vielen Menschen beim Einschlafen, und sie ist auch für Kinder sehr gut geeignet."
    for text in (f"{german}\n\n{claim}\n\n{german}", f"{german} {claim} {german}"):
        document = documents.read(text, "markdown")
        place = next(one.index for one in document.sentences if one.text == claim)
        assert place not in unread(document).sentences
