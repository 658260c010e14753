"""Sources: NLM, Citing Medicine, chapter 22; AMA 11; wordings of our own."""

from __future__ import annotations

import pytest

from evidence.references.parsing import parse
from evidence.references.visits import without_visit


def year(csl):
    return csl.get("issued", {"date-parts": [[None]]})["date-parts"][0][0]


@pytest.mark.parametrize(
    "text",
    [
        "Miller A. Access to care and the internet in 2003. J Foo. 2015;8(1):1-7.",
        "Miller A. Most cited articles in 2003. J Foo. 2015;8(1):1-7.",
        "Miller A. Zinc in print. J Foo. 2015;8(1):1-7.",
        "Miller A. Published trials of zinc before 2003. J Foo. 2015;8(1):1-7.",
        "Miller A. Reviewed work on zinc. J Foo. 2015;8(1):1-7.",
        "Miller, A. (in press). Zinc and colds in adults. Journal of Foo.",
        "Miller A. [Rules of 2 January 2025]. J Foo. 2015;8(1):1-7.",
        "Miller A. Vitamin B12 [a report of 2 January 2020]. J Foo. 2015;8(1):1-7.",
        "Miller A. Zinc until 2012 [told by Ann Poe]. J Foo. 2015;8(1):1-7.",
        "Miller A. Zinc after 2012 [a view from 2020]. J Foo. 2021;8(1):1-7.",
        "Miller A. Zinc after 2012 (a view from 7 May 2020). J Foo. 2021;8(1):1-7.",
        "Miller A. No date. J Foo. 2015;8(1):1-7.",
        "Miller A. Undated Letters of a Miller. J Foo. 2015;8(1):1-7.",
        "Miller N. D. Zinc and colds in adults. J Foo. 2015;8(1):1-7.",
    ],
)
def test_it_takes_nothing_out_of(text):
    assert without_visit(text) == (text, None)


JOURNALS = [
    "J Bar [Internet]. 2003 [cited 2025 Jan 2];2(5):1-3.",
    "J Bar [Internet]. 2003 Sep 5 [updated 2011; cited 2025 Jan 2];2(5):1-3.",
    "J Bar [Internet]. 2003 [cited 2025 Jan 2];2(5):1-3. Available from: https://a.example/x",
    "J Bar [Internet]. 2003 [cited 2 January 2025];2(5):1-3.",
    "J Bar [Internet] 2003 [cited 2025 Jan 2]; 2(5): 1-3.",
    "J Bar [Internet]. 2003;2(5):1-3 [cited 2025 Jan 2].",
    "J Bar. 2003 [cited 2025 Jan 2];2(5):1-3.",
    "J Bar [Online]. 2003;2(5):1-3. Accessed January 2, 2025.",
    "J Bar [serial online]. 2003 [accessed 2025 Jan 2];2(5):1-3.",
    "J Bar [serial on the Internet]. 2003 Sep [cited 2025 Jan 2];2(5):1-3.",
    "J Bar. 2003;2(5):1-3. Retrieved 2 January 2025.",
    "J Bar. 2003;2(5):1-3 (accessed 02/01/2025).",
    "J Bar [en ligne]. 2003 [consulté le 2 janvier 2025];2(5):1-3. Disponible sur: https://a.example/x",
    "J Bar [en línea]. 2003 [consultado 2 Ene 2025];2(5):1-3. Disponible en: https://a.example/x",
    "J Bar [Internet]. 2003 [citado 2025 Ene 2];2(5):1-3.",
    "J Bar [Internet]. 2003 [zitiert am 2. Januar 2025];2(5):1-3. Verfügbar unter: https://a.example/x",
    "J Bar. 2003;2(5):1-3. Abgerufen am 2. Januar 2025.",
    "J Bar [online]. 2003 [consultato il 2 gennaio 2025];2(5):1-3.",
    "J Bar [Internet]. 2003 [date of access: 2025 Jan 2];2(5):1-3.",
    "J Bar [Internet]. 2003 Sep [last checked 2025 Jan 2];2(5):1-3.",
    "J Bar [Internet]. 2003 [přístup 2. ledna 2025];2(5):1-3.",
    "J Bar [Internet]. 2003 [read 2025 Jan 2];2(5):1-3.",
    "J Bar [Internet]. 2003 Sep-Oct [read 2025 Jan 2];2(5):1-3.",
    "J Bar [Internet]. 2003 (read 2 Jan 2025);2(5):1-3.",
    "J Bar [Internet]. 2003 Sep 5 [last looked at 2 Jan 2025];2(5):1-3.",
    "J Bar [Internet]. 2003 [просмотрено 2 янв 2025];2(5):1-3.",
]


@pytest.mark.parametrize("place", JOURNALS)
def test_the_day_of_a_visit_is_no_year_and_the_medium_no_journal_in(place):
    csl = parse(f"Lee D. Zinc for colds: a systematic review. {place}")
    assert (csl["title"], csl["container-title"]) == ("Zinc for colds: a systematic review", "J Bar")
    assert (year(csl), csl["volume"], csl["issue"], csl["page"]) == (2003, "2", "5", "1-3")


PAGES = [
    ("Mayo Clinic. Zinc and you [Internet]. No date [cited 2026 Aug 30]. Available from: https://a.example/x", None),
    ("Mayo Clinic. Zinc and you [Internet]. n.d. [cited 2026 Aug 30].", None),
    ("Mayo Clinic. Zinc and you [Internet]. s.a. [cited 2026 Aug 30]. Available from: https://a.example/x", None),
    ("Mayo Clinic. Zinc and you, n.d. https://a.example/x", None),
    ("Mayo Clinic. Zinc and you [Internet]. [no date] [cited 2026 Aug 30].", None),
    ("Mayo Clinic. Zinc and you. n.d. Accessed August 30, 2026. https://a.example/x", None),
    ("Mayo Clinic. Zinc and you [Internet]. [checked on 2026 Aug 30]. Available from: https://a.example/x", None),
    ("Mayo Clinic. Zinc and you [Internet]. [place unknown]: [publisher unknown]; [date unknown].", None),
    ("Mayo Clinic. Zinc and you [Internet]. [cited 2026 Aug 30]. Available from: https://a.example/x", None),
    ("Natural Health. Zinc and you [Internet]. [cited 2026 Aug 30]. Available from: https://a.example/x", None),
    ("Mayo Clinic. Zinc and you [homepage on the Internet]. [cited 2026 Aug 30].", None),
    ("Mayo Clinic. Zinc and you. Accessed August 30, 2026. https://a.example/x", None),
    ("Mayo Clinic. Zinc and you. https://a.example/x. Accessed 30 Aug 2026.", None),
    ("Mayo Clinic. Zinc and you. Retrieved August 30, 2026, from https://a.example/x", None),
    ("Mayo Clinic. Zinc and you. Retrieved 30 August 2026.", None),
    ("Mayo Clinic. Zinc and you (accessed 30 August 2026).", None),
    ("Mayo Clinic. Zinc and you. Last accessed: 30/08/2026. https://a.example/x", None),
    ("Mayo Clinic. Zinc and you [online]. Viewed 30 August 2026. Available at: https://a.example/x", None),
    ("Mayo Clinic. Zinc and you. Consulté le 30 août 2026. https://a.example/x", None),
    ("Mayo Clinic. Zinc and you. Zugriff am 30.08.2026. https://a.example/x", None),
    ("Mayo Clinic. Zinc and you [Internet]. 2003 [cited 2026 Aug 30]. Available from: https://a.example/x", 2003),
    ("Mayo Clinic. Zinc and you [Internet]. [updated 2011 Sep 15; cited 2026 Aug 30].", 2011),
    ("Mayo Clinic. Zinc and you. Updated March 3, 2019. Accessed May 2, 2026. https://a.example/x", 2019),
    ("Mayo Clinic. Zinc and you. Last reviewed: 3 March 2019. https://a.example/x", 2019),
    ("Mayo Clinic. Zinc and you. Published March 3, 2019. Updated May 1, 2020. https://a.example/x", 2019),
]


@pytest.mark.parametrize(("raw", "wanted"), PAGES)
def test_a_page_has_the_year_that_it_names_itself(raw, wanted):
    csl = parse(raw)
    assert (csl["title"], year(csl)) == ("Zinc and you", wanted)
    assert "container-title" not in csl


def test_a_question_before_the_name_of_a_site_has_no_year():
    csl = parse(
        "How much zinc is safe? · NLM Support Center [Internet]. [cited 2026 Aug 11]. Available from: https://a.ex"
    )
    assert (csl["title"], year(csl)) == ("How much zinc is safe?", None)


def test_a_book_keeps_its_own_year():
    csl = parse("Lee D. A handbook of zinc [Internet]. Geneva: Press; 2003 [updated 2011 Sep 15; cited 2020 Jan 2].")
    assert (csl["title"], csl["publisher"], year(csl)) == ("A handbook of zinc", "Press", 2003)


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("J Bar. In press.", None),
        ("J Bar, in press.", None),
        ("J Bar (in press).", None),
        ("J Bar. [In press].", None),
        ("J Bar. In press 2021.", 2021),
        ("J Bar. Forthcoming.", None),
        ("J Bar. Forthcoming 2021.", 2021),
        ("J Bar. Article in press.", None),
        ("J Bar. Accepted for publication.", None),
        ("J Bar. Im Druck.", None),
        ("J Bar. En prensa.", None),
        ("J Bar. Sous presse.", None),
        ("J Bar. 2021. Epub ahead of print.", 2021),
        ("J Bar. 2021 Mar 5. [Epub ahead of print]", 2021),
        ("J Bar. Published online September 5, 2021. doi:10.1000/x1", 2021),
        ("J Bar. Published online ahead of print September 5, 2021.", 2021),
        ("J Bar. Epub 2021 Dec 5.", 2021),
    ],
)
def test_what_is_to_appear_has_its_journal(place, wanted):
    csl = parse(f"Meyer G. Garlic and colds in adults. {place}")
    assert (csl["title"], csl["container-title"]) == ("Garlic and colds in adults", "J Bar")
    assert (year(csl), csl.get("volume")) == (wanted, None)
