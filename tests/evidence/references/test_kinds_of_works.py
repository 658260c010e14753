"""What kind of work a printed reference is."""

from __future__ import annotations

import pytest

from evidence.references.parsing import parse


@pytest.mark.parametrize(
    "line",
    [
        "Wilson, J., & Lowery, R. (2017). *The Fasting Guide: A Handbook of Rest*. Simon and Schuster.",
        "Steingold, Fred S. _Legal Guide for Running a Small Firm._ 15th Edition. NOLO, 2017. Chapter 12: Insuring It",
        "Moor A. Sleep and rest. 3rd edition. Harbour House; 2015. Chapter 4.",
        "Puig, Pere. “Signals and Metabolites.” Basic Principles and Practice, ELSEVIER, 2017, pp. 68–78.",
        "“Protein.” Human Biochemistry, by Gerald Moor, Elsevier/Academic Press, 2018, pp. 63–94.",
        "Smith J (2014). The Gut. Oxford University Press.",
        "Walker M. Why We Rest. 2nd ed. Penguin, 2018.",
        "Bell, K. (2004). *The Quiet Mind: A Guide to Rest*. New Harbinger.",
    ],
)
def test_a_book_is_one_though_no_word_says_so(line: str) -> None:
    assert parse(line)["type"] == "book"


@pytest.mark.parametrize(
    "line",
    [
        "Petersen, Kate S. This one habit could change your brain. Inverse, 9 December 2020, "
        "https://www.inverse.com/mind-body/exercise-changes-the-brain. Accessed 15 March 2021.",
        '"Protein." The Nutrition Source. October 19, 2020. '
        "https://www.hsph.harvard.edu/nutritionsource/what-should-you-eat/protein/",
        "Maier, Scott. Physical Activity Dropped Worldwide. University of California San Francisco, 1 July 2020, "
        "https://www.ucsf.edu/news/2020/07/417951/activity-dropped.",
        "Exercise is a treatment. Harvard Health Publishing, July 2013, "
        "https://www.health.harvard.edu/mind-and-mood/exercise-is-a-treatment. Accessed 15 March 2021.",
        "Moor A. Rest for runners. Trailnotes, 2019. https://www.trailnotes.com/rest-for-runners",
    ],
)
def test_a_page_of_a_site_is_one(line: str) -> None:
    assert parse(line)["type"] == "webpage"


def test_an_entry_of_an_encyclopaedia_is_one() -> None:
    assert parse('"Vitamin C." Encyclopaedia Britannica, 2019.')["type"] == "entry-encyclopedia"


@pytest.mark.parametrize(
    "line",
    [
        "Lee A, Okoro B. Ginger tea for nausea: a randomised trial. Food J. 2020;12(3):1-9.",
        "Lee, A. (2020). Ginger tea for nausea. Pediatrics, 12(3), 1-9. https://pediatrics.aappublications.org/content/12/3/1",
        "Lee, A. (2020). Ginger tea for nausea. Blood, 12, 1-9. https://www.blood.org/ginger-tea",
        "Lee A. Ginger tea: the 2nd edition of a trial. Food J. 2020;12(3):1-9.",
        "Lee A. Ginger tea. Encyclopedia of Food Research Journal. 2020;12(3):1-9. doi:10.1000/x123",
        "Lee, A. Ginger tea for nausea. Food Journal, 2012, https://foodjournal.org/articles/123/ginger",
    ],
)
def test_an_article_in_a_journal_stays_one(line: str) -> None:
    assert parse(line)["type"] == "article-journal"


@pytest.mark.parametrize(
    "line",
    [
        "Osei B. The thesis as a form: a survey of sailors. Ann Harbor Med. 2014;6(2):55-61.",
        "Osei B. How to write a dissertation at sea. Oslo: Quay Press; 2014.",
        "Osei B. Sleep of sailors [letter]. Ann Harbor Med. 2014;6(2):55-61.",
    ],
)
def test_a_work_about_theses_is_none(line: str) -> None:
    assert parse(line)["type"] != "thesis"


@pytest.mark.parametrize(
    "line",
    [
        "Osei B. Sleep of sailors [master's thesis]. Oslo: Quay University; 2014.",
        "Osei B. Sleep of sailors [dissertation]. Oslo: Quay University; 2014.",
        "Osei B. Sleep of sailors [PhD thesis]. Oslo: Quay University; 2014.",
        "Osei, B. (2014). *Sleep of sailors* [Doctoral dissertation, Quay University]. ProQuest.",
        "Osei, B. (2014). Sleep of sailors [Unpublished master’s thesis, Quay University].",
    ],
)
def test_a_thesis_is_one_and_has_a_clean_title(line: str) -> None:
    csl = parse(line)
    assert (csl["type"], csl["title"], csl["publisher"]) == ("thesis", "Sleep of sailors", "Quay University")
