"""Brackets that name a journal with the year, and headings that name a trial, lead to the one work there is of it."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import assess
from evidence.reading.documents import read

LIST = """

## References

1. New England Journal of Medicine (2021) – [Zinc in adults with colds](https://www.nejm.org/doi/full/10.1056/NEJMoa2039999)
2. Moor A, Lane B. Tea and coughs in adults. JAMA. 2019;321(2):101-109.
3. Teal C, Reed D. Honey for cough in children. Lancet. 2020;395:11-19.
4. Wood E. Ginger and nausea. Nature Medicine. 2022;28:12-19.
5. COMET-6 Trial – [Garlic at night](https://www.nejm.org/doi/full/10.1056/NEJMoa1609999)
6. Sand F. Mint and colic. BMJ Open. 2018;8:e1234.
7. Hill G. Oats and gout. Annals of Internal Medicine. 2017;166:1-9.
8. Reed H. Salt and sleep. BMJ Open. 2015;8:e1234.
9. Fern I. Sage and sleep. BMJ Open. 2015;9:e1235.
"""


def keys(text: str) -> list[tuple[str, ...]]:
    rows = assess(read(f"{text}{LIST}", "markdown"), today=date(2026, 11, 1)).sentences
    return [tuple(link.key for link in row.links) for row in rows]


@pytest.mark.parametrize(
    "journal",
    [
        "(*JAMA*, 2018)",
        "(Nature, 2022)",
        "(BMJ Open, 2015)",
        "(The Lancet, 2019)",
        "(in the UK, 2021)",
        "(*zinc*, 2021)",
    ],
)
def test_a_journal_without_one_work_of_that_year_leads_nowhere(journal: str) -> None:
    assert keys(f"Zinc shortens colds in adults by 15% {journal}.") == [()]


@pytest.mark.parametrize(
    ("journal", "key"),
    [
        ("(*NEJM, 2021*)", "england2021"),
        ("(*NEJM*, 2021)", "england2021"),
        ("(*New England Journal of Medicine*, 2021)", "england2021"),
        ("(*JAMA* 2019)", "moor2019"),
        ("(source: JAMA, 2019)", "moor2019"),
        ("(Lancet, 2020)", "teal2020"),
        ("(*The Lancet* 2020)", "teal2020"),
        ("(Nature Medicine, 2022)", "wood2022"),
        ("(_Nature Medicine_, 2022)", "wood2022"),
        ("(BMJ Open, 2018)", "sand2018"),
        ("(Annals of Internal Medicine, 2017)", "hill2017"),
    ],
)
def test_a_journal_with_the_year_of_one_work_leads_to_it(journal: str, key: str) -> None:
    assert keys(f"Zinc shortens colds in adults by 15% {journal}.") == [(key,)]


@pytest.mark.parametrize("heading", ["### COMET-6 Trial", "### COMET-6 Trial (adults)", "### The COMET-6 trial"])
def test_a_section_stands_on_the_trial_that_its_heading_names(heading: str) -> None:
    text = f"{heading}\n\n- Improved pain and mood\n- **Fewer colds** by 15% in adults\n- Take garlic to heal your gut"
    assert [bool(found) for found in keys(text)] == [True, True, False]


@pytest.mark.parametrize("heading", ["### COMET-9 Trial", "### Trial", "### Our Trial"])
def test_a_section_under_another_trial_stands_on_nothing(heading: str) -> None:
    assert not any(keys(f"{heading}\n\n- Improved pain and mood\n- Reduced colds in children"))
