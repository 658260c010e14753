from __future__ import annotations

from datetime import date

import pytest

from evidence import assess
from evidence.reading.documents import read
from evidence.values import How

LIST = """

## References

1. Miller A. Zinc and colds. J Zinc. 2015;3(2):11-19. doi:10.1016/S1045-926X(05)80012-6
2. Brown B. Honey and cough. J Honey. 2017;4(1):1-9. PMID: 1234567
3. White C. Sleep and memory. J Sleep. 2018;5(3):21-30. PMCID: PMC123456
4. Green D. The Honey Book. London: Press; 2001. ISBN 978-0-306-40615-7
5. Grey E. Walks and mood. arXiv:2001.01234. 2020.
6. Tea Board. Tea and stress. 2019. https://example.org/tea/stress
"""


def tied(text):
    assessed = assess(read(text + LIST, "markdown"), today=date(2026, 11, 1))
    return [link.key for link in assessed.sentences[0].links]


@pytest.mark.parametrize(
    "text",
    [
        "Write to ada@doi.org today.",
        "Follow us @doi for news.",
        "The sign @ stands for at.",
        "Zinc helps `[@doi:10.1000/abc1]` here.",
        "Post to @https and wait.",
        "They met @10.30 at the mill.",
        "They met @10.1/2 miles off.",
    ],
)
def test_no_key_is_read_from(text):
    assert read(text, "markdown").markers == ()


def test_an_identifier_that_is_not_on_the_list_ties_no_listed_work():
    assert not {"miller2015", "brown2017"} & set(tied("Zinc shortens colds [@doi:10.1016/S1045-926X(05)80013-8]."))


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("[@doi:10.1016/S1045-926X(05)80012-6]", "miller2015"),
        ("[@DOI:10.1016/s1045-926x(05)80012-6]", "miller2015"),
        ("[see @doi:10.1016/S1045-926X(05)80012-6, p. 4]", "miller2015"),
        ("[@https://doi.org/10.1016/S1045-926X(05)80012-6]", "miller2015"),
        ("@doi:10.1016/S1045-926X(05)80012-6", "miller2015"),
        ("(@doi:10.1016/S1045-926X(05)80012-6)", "miller2015"),
        ("[@{doi:10.1016/S1045-926X(05)80012-6}]", "miller2015"),
        ("[@10.1016/S1045-926X(05)80012-6]", "miller2015"),
        ("@10.1016/S1045-926X(05)80012-6", "miller2015"),
        ("@{10.1016/S1045-926X(05)80012-6}", "miller2015"),
        ("[@PMC123456]", "white2018"),
        ("@PMC123456", "white2018"),
        ("[@pmid:1234567]", "brown2017"),
        ("@pmid:1234567", "brown2017"),
        ("[@pubmed:1234567]", "brown2017"),
        ("[@dx.doi.org/10.1016/S1045-926X(05)80012-6]", "miller2015"),
        ("[@https://pubmed.ncbi.nlm.nih.gov/1234567/]", "brown2017"),
        ("[@pmc:PMC123456]", "white2018"),
        ("[@pmcid:PMC123456]", "white2018"),
        ("[@isbn:978-0-306-40615-7]", "green2001"),
        ("[@isbn:9780306406157]", "green2001"),
        ("[@arxiv:2001.01234]", "grey2020"),
        ("[@arxiv:2001.01234v2]", "grey2020"),
        ("[@url:https://example.org/tea/stress]", "board2019"),
    ],
)
def test_an_identifier_as_key_leads_to_the_work_on_the_list(written, key):
    found = tied(f"Zinc shortens colds {written}.")
    assert len(found) == 1
    assert found[0][-4:] == key[-4:]


def test_several_identifiers_stand_between_one_pair_of_brackets():
    assert tied("Zinc shortens colds [@pmid:1234567; @pmc:PMC123456].") == ["brown2017", "white2018"]


def test_an_identifier_names_its_work_as_a_link_does():
    marker = read("Zinc shortens colds [@doi:10.1000/abc1].").markers[0]
    assert (marker.how, marker.keys) == (How.LINK, ("doi:10.1000/abc1",))


def test_a_key_that_looks_like_an_identifier_leads_to_the_work_of_that_key():
    works = "---\nreferences:\n- id: PMC7654321\n  title: Figs\n- id: 10.1000/key\n  title: Oats\n---\n\n"
    text = "Figs ease colic [@PMC7654321]. Oats ease gout [@10.1000/key]."
    assessed = assess(read(works + text, "markdown"), today=date(2026, 11, 1))
    assert [[link.key for link in row.links] for row in assessed.sentences] == [["PMC7654321"], ["10.1000/key"]]
