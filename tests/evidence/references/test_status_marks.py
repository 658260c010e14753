"""Sources: NISO RP-45-2024, PubMed's notes, Web of Science, APA 7 section 10; wordings of our own."""

from __future__ import annotations

import pytest

from evidence.references.parsing import parse
from evidence.references.status_marks import CONCERN, RETRACTED, status_of_title, without_status

END = "J Foo. 2015;8(1):1-7."


@pytest.mark.parametrize(
    "raw",
    [
        f"Miller A. Retraction of the eyelid in adults. {END}",
        f"Miller A. Scientific retraction: a synthesis. {END}",
        f"Miller A. Retraction: the view of surgeons. {END}",
        f"Miller A. Gingival retraction: A review. {END}",
        f"Miller A. Retraction in children with croup: a cohort. {END}",
        f"Miller A. Retraction of Third Molars. {END}",
        f"Miller A. Retraction rates in medicine. {END}",
        f"Miller A. Retracted articles: how often are they cited? {END}",
        f"Miller A. The retracted tongue in infants. {END}",
        f"Miller A. Why articles are retracted. {END}",
        f"Miller A. Citing of retracted trials after the 2016 retraction in science. {END}",
        f"Miller A. Surgery with the lip (retracted) or at rest. {END}",
        f"Miller A. Alcohol withdrawal: a review. {END}",
        f"Miller A. Withdrawal of Care in the ICU. {END}",
        f"Miller A. Withdrawn children at school. {END}",
        f"Miller A. Rofecoxib (withdrawn from the market) and harm. {END}",
        f"Miller A. Expression of concern among parents about vaccines. {END}",
        f"Miller A. Sources of concern in trials of zinc. {END}",
        f"Miller A. Zinc and colds in adults. {END} Erratum in: J Foo. 2016;9:3.",
        f"Miller A. Zinc and colds in adults. {END} Retracted and republished from: J Foo. 2014;7:3.",
        f"Miller A. Zinc and colds in adults. {END} Not retracted.",
        f"Miller A. Zinc and colds in adults. {END} The journal has not retracted it.",
        f"Miller A. Zinc and colds in adults. {END} The authors cite two retracted papers.",
        f"Miller A. Zinc and colds in adults. {END} The authors withdrew from the debate.",
        f"Miller A. Zinc and colds in adults. {END} On concerns of mothers, see p. 4.",
        f"Miller A. WITHDRAWAL: A STUDY OF TEA. {END}",
        f"Miller A. Zinc and colds in adults. {END} Letters about it were withdrawn.",
        f"Miller A. Zinc and colds in adults. {END} Two letters on this paper were retracted.",
        f"Miller A. HOW THE TROOPS WERE WITHDRAWN. {END}",
        f"Miller A. «Retracted» papers and their readers. {END}",
        f"Miller A. ‹Retracted› papers and their readers. {END}",
        f"Miller A. {{Retracted gums}} and the dentist. {END}",
        f"Miller A. Life after 〈withdrawn children〉. {END}",
        f"Miller A. The word `retracted` in trials. {END}",
        f"Miller A. Zinc ‹tablets› for retracted gums. {END}",
        "Miller, A. (2015). Retraction in Children With Croup. Journal of Foo, 8(1), 1-7.",
        "Retraction Watch. A zinc trial under scrutiny. 2016. https://a.example/x",
    ],
)
def test_it_sees_no_mark_in(raw):
    assert without_status(raw) == (raw, "")
    assert "status" not in parse(raw)


AT_THE_TITLE = [
    f"Miller A. ‹Retracted› Zinc and colds in adults. {END}",
    f"Miller A. 〈Retracted〉 Zinc and colds in adults. {END}",
    f"Miller A. 《Retracted article》 Zinc and colds in adults. {END}",
    f"Miller A. {{RETRACTED}} Zinc and colds in adults. {END}",
    f"Miller A. 〔Withdrawn〕 Zinc and colds in adults. {END}",
    f"Miller A. 【RETRACTED】 Zinc and colds in adults. {END}",
    f"Miller A. `RETRACTED` Zinc and colds in adults. {END}",
    f"Miller A. Zinc and colds in adults ‹retracted›. {END}",
    f"Miller A. Zinc and colds in adults {{retracted 2016}}. {END}",
    f"Miller A. «Retracted» Zinc and colds in adults. {END}",
    f"Miller A. Zinc and colds in adults*RETRACTED*. {END}",
    f"Miller A. Zinc and colds in adults RETRACTED. {END}",
    f"Miller A. RETRACTED: Zinc and colds in adults. {END}",
    f"Miller A. RETRACTED ARTICLE: Zinc and colds in adults. {END}",
    f"Miller A. Retracted paper: Zinc and colds in adults. {END}",
    f"Miller A. RETRACTED - Zinc and colds in adults. {END}",
    f"Miller A. [Retracted] Zinc and colds in adults. {END}",
    f"Miller A. Zinc and colds in adults (retracted). {END}",
    f"Miller A. Zinc and colds in adults [Retracted article]. {END}",
    f"Miller A. Zinc and colds in adults (Retracted article. See vol. 9, pg. 3, 2016). {END}",
    f"Miller A. Zinc and colds in adults (Retracted Article. See vol 9, pg 3, 2016). {END}",
    f"Miller A. Zinc and colds in adults (Retraction, vol 9, pg 3, 2016). {END}",
    f"Miller A. Retraction: Zinc and colds in adults. {END}",
    f"Miller A. Retraction—Zinc and colds in adults. {END}",
    f"Miller A. WITHDRAWN: Zinc and colds in adults. {END}",
    f"Miller A. WITHDRAWAL: Zinc and colds in adults. {END}",
    f"Miller A. «RETRACTED» Zinc and colds in adults. {END}",
    f"Miller A. Withdrawn: Zinc and colds in adults. {END}",
    f"Miller A. Zinc and colds in adults [withdrawn]. {END}",
    f"Miller A. [RETRACTED: Zinc and colds in adults](https://a.example/x). {END}",
    f"Miller A. Zinc and colds in adults [Artículo retractado]. {END}",
    "Miller A. “RETRACTED: Zinc and colds in adults.” J Foo 8, no. 1 (2015): 1-7.",
    "Miller, A. (2015). RETRACTED: Zinc and colds in adults. J Foo, 8(1), 1-7.",
    "Miller, A. (2015). Zinc and colds in adults [Retracted]. J Foo, 8(1), 1-7.",
]
BEFORE_THE_AUTHORS = [
    f"**RETRACTED** Miller A. Zinc and colds in adults. {END}",
    f"**Retracted:** Miller A. Zinc and colds in adults. {END}",
    f"*Retracted* Miller A. Zinc and colds in adults. {END}",
    f"1. [RETRACTED] Miller A. Zinc and colds in adults. {END}",
    f"(Retracted) Miller A. Zinc and colds in adults. {END}",
    f"RETRACTED. Miller A. Zinc and colds in adults. {END}",
    f"<strong>RETRACTED</strong> Miller A. Zinc and colds in adults. {END}",
    f"⚠ RETRACTED: Miller A. Zinc and colds in adults. {END}",
    f"WITHDRAWN Miller A. Zinc and colds in adults. {END}",
]
BEHIND_THE_PLACE = [
    f"Miller A. Zinc and colds in adults. {END} Now retracted (see notice).",
    f"Miller A. Zinc and colds in adults. {END} Retraction in: J Foo. 2016;9:3.",
    f"Miller A. Zinc and colds in adults. {END} Retraction in: J Foo. 2016 Mar;9:3. doi: 10.1000/b2. PMID: 12345",
    f"Miller A. Zinc and colds in adults. {END} Retracted in: Bar M, J Foo. 2016;9:3.",
    f"Miller A. Zinc and colds in adults. {END} Retracted and republished in: J Foo. 2016;9:3.",
    f"Miller A. Zinc and colds in adults. {END} *Retraction in:* J Foo. 2016;9:3.",
    f"Miller A. Zinc and colds in adults. {END} [Retraction in: J Foo. 2016;9:3]",
    f"Miller A. Zinc and colds in adults. {END} Retraction in J Foo. 2016;9:3.",
    f"Miller A. Zinc and colds in adults. {END} Erratum in: J Foo. 2015;8:9. Retraction in: J Foo. 2016;9:3.",
    f"Miller A. Zinc and colds in adults. {END} This article has been retracted.",
    f"Miller A. Zinc and colds in adults. {END} (now retracted)",
    f"Miller A. Zinc and colds in adults. {END} (Retraction published 2016, *J Foo*, *9*(2), 3)",
    f"Miller A. Zinc and colds in adults. {END} Retracted by: J Foo. 2016;9:3.",
    f"Miller A. Zinc and colds in adults. {END} Retraction: doi:10.5555/notice.",
    f"Miller A. Zinc and colds in adults. {END} The journal retracted this paper in 2016.",
    f"Miller A. Zinc and colds in adults. {END} In 2016 its authors withdrew it.",
    f"Miller A. Zinc and colds in adults. {END} Rétracté en 2016.",
    "Miller, A. (2015, retracted 2016). Zinc and colds in adults. J Foo, 8(1), 1-7.",
    f"Miller A. Zinc and colds in adults. {END} ⚠️ Retracted",
    f"Miller A. Zinc and colds in adults. {END} *Note: retracted in 2016.*",
    f"Miller A. Zinc and colds in adults. {END} See retraction notice J Foo 2016;9:3",
    f"Miller A. Zinc and colds in adults. {END} Retracted.",
    f"Miller A. Zinc and colds in adults. {END} **Retracted 2016.**",
    "Miller A. Zinc and colds in adults. J Foo. 2015;8(1):1-7 – retracted.",
    "Miller, A. (2015). Zinc and colds in adults. J Foo, 8(1), 1-7. (Retraction published 2016, J Foo, 9, 3)",
    "Miller, A. (2015). Zinc and colds in adults. *J Foo*, *8*(1), 1-7. (Retraction published 2016, *J Foo*, *9*, 3)",
    "Miller, A. “Zinc and colds in adults.” J Foo 8, no. 1 (2015): 1-7. Retracted November 2016.",
    "Miller, A. “Zinc and colds in adults.” J Foo 8, no. 1 (2015): 1-7 (retracted 2016).",
]


@pytest.mark.parametrize("raw", [*AT_THE_TITLE, *BEFORE_THE_AUTHORS, *BEHIND_THE_PLACE])
def test_it_sees_a_retraction_and_reads_every_field_without_it_in(raw):
    csl = parse(raw)
    assert csl["status"] == RETRACTED
    assert (csl["title"], csl["container-title"]) == ("Zinc and colds in adults", "J Foo")
    assert (csl["issued"], csl["volume"], csl["page"]) == ({"date-parts": [[2015]]}, "8", "1-7")
    assert [name["family"] for name in csl["author"]] == ["Miller"]


@pytest.mark.parametrize(
    "raw",
    [
        "Retraction notice to “Zinc and colds in adults”. J Foo. 2016;9(1):3.",
        'Retraction notice to "Zinc and colds in adults" [J Foo 8 (2015) 1-7]. J Foo. 2016;9(1):3.',
        "Retraction Note: Zinc and colds in adults. J Foo. 2016;9(1):3.",
        "Retraction note to: Zinc and colds in adults. J Foo. 2016;9(1):3.",
        "Retraction of “Zinc and colds in adults”. J Foo. 2016;9(1):3.",
        "Editorial retraction notice: Zinc and colds in adults. J Foo. 2016;9(1):3.",
        "Miller A. Notice of retraction: Zinc and colds in adults. J Foo. 2016;9(1):3.",
        "Miller A. Notice of Retraction and Replacement. Zinc and colds in adults. J Foo. 2016;9(1):3.",
        "Miller A. Statement of Retraction: Zinc and colds in adults. J Foo. 2016;9(1):3.",
        "Miller A. Retraction of: Zinc and colds in adults. J Foo. 2016;9(1):3.",
        "Miller, A. (2016). Retraction notice to “Zinc and colds in adults.” Journal of Foo, 9(1), 3.",
    ],
)
def test_a_notice_is_no_evidence_and_keeps_its_title_and_place(raw):
    csl = parse(raw)
    assert csl["status"] == RETRACTED
    assert csl["title"].lower().startswith(("retraction", "notice of retraction", "statement of", "editorial"))
    assert (csl["issued"], csl["volume"], csl["page"]) == ({"date-parts": [[2016]]}, "9", "3")


@pytest.mark.parametrize(
    "raw",
    [
        f"Miller A. Zinc and colds in adults. {END} (Expression of concern in: J Foo. 2016;9:3.)",
        f"Miller A. Zinc and colds in adults. {END} Expression of concern in: J Foo. 2016;9:3. PMID: 12345",
        f"Miller A. Zinc and colds in adults. {END} [Expression of concern in: J Foo. 2016;9:3]",
        f"Miller A. Zinc and colds in adults. {END} An expression of concern was published in 2016.",
        f"Miller A. Zinc and colds in adults. {END} (Expression of concern published 2016, J Foo, 9, 3)",
        f"Miller A. Zinc and colds in adults. {END} Partial retraction in: J Foo. 2016;9:3.",
        f"Miller A. Zinc and colds in adults (Publication with Expression of Concern). {END}",
        f"Miller A. Zinc and colds in adults. {END} ⚠ Expression of concern, 2016.",
        f"Miller A. Zinc and colds in adults. {END} Note: doubts were raised; expression of concern issued 2016.",
        f"Miller A. Zinc and colds in adults [Expression of Concern]. {END}",
        f"Miller A. Expression of concern: Zinc and colds in adults. {END}",
        f"Miller A. EXPRESSION OF CONCERN: Zinc and colds in adults. {END}",
        f"Miller A. Editorial expression of concern: Zinc and colds in adults. {END}",
        "Miller, A. (2015). Zinc and colds in adults. J Foo, 8(1), 1-7. (Expression of concern published 2016)",
    ],
)
def test_it_sees_a_concern_and_reads_every_field_without_it_in(raw):
    csl = parse(raw)
    assert csl["status"] == CONCERN
    assert (csl["title"], csl["container-title"]) == ("Zinc and colds in adults", "J Foo")
    assert (csl["issued"], csl["volume"], csl["page"]) == ({"date-parts": [[2015]]}, "8", "1-7")


def test_a_notice_that_names_the_authors_is_no_evidence():
    csl = parse(f"Retraction for Miller et al., Zinc and colds in adults. {END}")
    assert (csl["status"], csl["title"]) == (RETRACTED, "Zinc and colds in adults")


def test_a_retraction_goes_before_a_concern():
    title = "Zinc and colds (Retracted article. See vol 9, pg 3, 2016) (Publication with Expression of Concern)"
    assert without_status(f"Miller A. {title}. {END}") == (f"Miller A. Zinc and colds. {END}", RETRACTED)
    assert status_of_title(title) == RETRACTED


def test_the_identifiers_of_the_notice_are_not_those_of_the_work():
    csl = parse(f"Miller A. Zinc and colds. {END} Retraction in: J Foo. 2016;9:3. doi: 10.1000/b2. PMID: 12345")
    assert "DOI" not in csl
    assert csl["PMID"] == "12345"
