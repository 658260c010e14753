"""Pages and passages in a language that the engine does not read."""

from __future__ import annotations

from evidence.context import Page
from tests.evidence.judging import TEA, TRIAL, check_clean, check_flags, flags_of, judge

CODE = "unsupported-language"
GERMAN = "Ingwer hilft gegen Übelkeit in der Schwangerschaft, und er ist sicher für Mutter und Kind [@lee2020]."
ENGLISH = "Ginger reduces nausea. It is safe for most people, and a review of many trials found no harm."


def test_it_leaves_english_with_latin_and_chemical_names_alone() -> None:
    check_clean(
        CODE,
        "Lactobacillus rhamnosus, Bifidobacterium animalis subsp. lactis and Saccharomyces boulardii were compared.\n\n"
        "Eicosapentaenoic acid, docosahexaenoic acid, alpha-linolenic acid, tocopherol, retinyl palmitate.\n\n"
        "Coq au vin, crème brûlée and pain au chocolat: none of them is what the doctor ordered.",
    )


def test_it_leaves_a_german_title_in_the_reference_list_alone() -> None:
    check_clean(
        CODE,
        "Ginger reduces nausea [1].\n\n## References\n\n"
        "1. Müller A. Die Wirkung von Ingwer auf die Übelkeit bei Schwangeren. Dtsch Arztebl. 2015;112:33-9.\n",
    )


def test_it_leaves_code_tables_and_very_short_texts_alone() -> None:
    check_clean(CODE, "```\nder die das und nicht mit von für auf ist\n```\n")
    check_clean(CODE, "| der | die | das |\n|---|---|---|\n| und | nicht | mit der von für auf ist |\n")
    check_clean(CODE, "Guten Tag.")


def test_it_is_raised_once_for_a_page() -> None:
    answer = judge(f"{GERMAN}\n\n{GERMAN}\n\nGinger tea is lovely.", [TRIAL])
    (flag,) = [flag for flag in answer.flags if flag.code == CODE]
    assert flag in answer.page_flags
    assert flag.facts == (("language", "German"),)


def test_it_is_raised_where_each_passage_begins() -> None:
    found = flags_of(CODE, f"{ENGLISH}\n\n{GERMAN}\n\n{ENGLISH}\n\n{ENGLISH}\n\n{GERMAN}", [TRIAL])
    assert [flag.sentence for flag in found] == [2, 7]


def test_nothing_else_is_said_of_a_page_that_is_not_read() -> None:
    answer = judge(f"{GERMAN}\n\nUnser Tee hilft gegen Infekte, und es ist für Kinder sicher.", [TRIAL], products=[TEA])
    assert [flag.code for flag in answer.flags] == [CODE]
    assert not any(row.claim.claim or row.read for row in answer.sentences)
    assert answer.products == ()


def test_no_sentence_of_such_a_passage_is_judged() -> None:
    loaded = f"{ENGLISH}\n\n{ENGLISH}\n\n{GERMAN} Studien zeigen: 90 % der Frauen geht es besser (Meier, 2012)."
    rows = judge(loaded, [TRIAL]).sentences[4:]
    assert [[flag.code for flag in row.flags] for row in rows] == [[CODE], []]
    assert not any(row.claim.claim or row.claim.kinds for row in rows)


def test_the_facts_of_a_source_are_told_all_the_same() -> None:
    retracted = [flag for flag in judge(GERMAN, [TRIAL]).source_flags if flag.code == "uncited-reference"]
    assert retracted == []


def test_an_english_claim_is_judged_wherever_it_stands() -> None:
    text = f"{GERMAN}\n\n{GERMAN} Ginger tea cures the nausea of all women."
    assert check_flags("missing-citation", text).sentence == 2
    check_flags("conflict-undisclosed", text, page=Page(has_form=True))
    check_clean("missing-harms", text)
    check_clean("missing-date", text)


def test_hidden_characters_are_told_in_any_language() -> None:
    check_flags("hidden-characters", GERMAN.replace("sicher", "si\u200bcher"))
    check_flags(CODE, GERMAN.replace("sicher", "si\u200bcher"))


def test_a_product_on_record_is_to_be_disclosed_in_any_language() -> None:
    german = "Der Calm Tea hilft vielen Menschen beim Einschlafen, und er ist auch für Kinder sehr gut geeignet."
    check_flags("undisclosed-product", f"{german}\n\n{german}", products=[TEA])
