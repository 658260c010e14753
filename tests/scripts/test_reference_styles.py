from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

from benchmark import reference_styles

RECORDS = """
PMID- 1
DP  - 2004 Mar
TI  - Zinc for colds in nurses. A trial of two wards.
AU  - Bell AB
AU  - Coe D
FAU - Bell, Ada Beth
FAU - Coe, Dan
TA  - J Sleep
JT  - Journal of sleep
VI  - 12
IP  - 3
PG  - 155-60
AID - 10.1000/abc [doi]

PMID- 2
DP  - 2004
TI  - A record without pages.
FAU - Bell, Ada
TA  - J Sleep
JT  - Journal of sleep
VI  - 12
"""

TITLE = "Zinc for colds in nurses. A trial of two wards"
SET = {
    "APA": f"Bell, A. B., & Coe, D. (2004). {TITLE}. Journal of sleep, 12(3), 155–160. https://doi.org/10.1000/abc",
    "AMA": f"Bell AB, Coe D. {TITLE}. J Sleep. 2004;12(3):155-160. doi:10.1000/abc",
    "NLM": f"Bell AB, Coe D. {TITLE}. J Sleep. 2004 Mar;12(3):155-60. PMID: 1.",
    "Chicago": f"Bell, A. B., and D. Coe. 2004. “{TITLE}.” Journal of sleep 12 (3): 155–160. https://doi.org/10.1000/abc",
    "Harvard": f"Bell, A.B. and Coe, D. (2004) ‘{TITLE}’, Journal of sleep, 12(3), pp. 155–160.",
    "MLA": f"Bell, A. B., and D. Coe. “{TITLE}.” Journal of sleep, vol. 12, no. 3, Mar. 2004, pp. 155–160.",
    "IEEE": f"A. B. Bell and D. Coe, “{TITLE},” J Sleep, vol. 12, no. 3, pp. 155–160, Mar. 2004.",
    "Nature": f"Bell, A. B. & Coe, D. {TITLE}. J Sleep 12, 155–160 (2004).",
}


@pytest.fixture
def articles(tmp_path):
    path = tmp_path / "records.nbib"
    path.write_text(RECORDS, encoding="utf-8")
    return list(reference_styles.records(path))


def test_a_record_without_pages_is_left_out(articles):
    assert [article.pmid for article in articles] == ["1"]


@pytest.mark.parametrize("name", SET)
def test_a_record_is_set_as_its_style_does_it(articles, name):
    assert reference_styles.STYLES[name](articles[0]) == SET[name]


def test_every_style_is_tried():
    assert SET.keys() == reference_styles.STYLES.keys()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("NLM", {"container": "J Sleep", "page": "155-60", "issue": "3"}),
        ("APA", {"container": "Journal of sleep", "page": "155–160", "issue": "3"}),
        ("Nature", {"container": "J Sleep", "page": "155–160", "issue": ""}),
    ],
)
def test_only_what_is_printed_is_wanted(articles, name, told):
    want = reference_styles.wanted(articles[0], SET[name])
    assert {field: want[field] for field in told} == told
    assert (want["author"], want["year"], want["volume"], want["title"]) == ("Bell", "2004", "12", TITLE)
