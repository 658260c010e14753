from __future__ import annotations

import pytest

from evidence.reading.documents import read
from evidence.values import How

LIST = "\n\n## References\n\n" + "\n".join(
    f"{number}. Bell A, Coe B. Work number {number} on sleep. J Sleep. 20{10 + number};{number}(2):3-9."
    for number in range(1, 9)
)


def keys(text):
    return [marker.keys for marker in read(text).markers]


@pytest.mark.parametrize(
    "text",
    [
        "It was made in 2012 and sold since.",
        "The trial (2012) was small.",
        "In May (2012) it ended.",
        "Take 5 (five) drops.",
        "The dose (5 mg) was low.",
        "They studied [60]-fullerene in oil.",
        "She was 1.7 m² tall, or 25 kg/m² in weight.",
        "About 10⁹ cells were counted.",
        "The sign read “[1]” in red.",
        "The code `[1]` stands here.",
        "The area was 4 m<sup>2</sup> in all.",
        "Write to ada@example.org today.",
        "A number (12) stands here.",
        "It is [sic] written so.",
        "The cell x[[2]] is empty.",
        "See [[Vitamin D]] for more.",
        "The list [[]] is empty.",
        "@Audacity17 - I do not know much of it.",
        "@Kelly – Fish oil is good for that.",
        "> @Marcin — The issue is fat.",
    ],
)
def test_it_takes_no_marker_from(text):
    assert read(text).markers == ()


def test_a_bare_number_is_no_marker_beyond_the_list():
    assert keys("It helps sleep (9)." + LIST) == []
    assert keys("It helps sleep (8)." + LIST) == [("8",)]


@pytest.mark.parametrize(
    "text",
    [
        "Omega3 oils and vitamin12 shots help type2 patients, as the list of page4 says.",
        "It helps sleep1 and mood2.",
        "It helps sleep5 and mood3, energy2 and memory1.",
        "It helps sleep1 and mood2, energy3 and memory4 [5].",
        "It helps sleep1 and mood2, energy33 and memory44.",
    ],
)
def test_numbers_that_belong_to_words_are_no_markers(text):
    assert [marker.text for marker in read(text + LIST).markers if marker.text[0].isdigit()] == []


def test_raised_numbers_that_lost_their_place_are_markers():
    text = "It helps sleep1 a lot. Only 16%2 woke at night, and mood3,4 was better. It lasted5 long."
    assert keys(text + LIST) == [("1",), ("2",), ("3", "4"), ("5",)]


@pytest.mark.parametrize(
    ("url", "works"),
    [
        ("https://www.bmj.com/content/316/7126/201", 1),
        ("https://www.sciencedirect.com/science/article/pii/S1526590015006823", 1),
        ("http://www.ajpmonline.org/article/S0749-3797(11)00042-0/abstract", 1),
        ("https://jamanetwork.com/journals/jama/fullarticle/195197", 1),
        ("https://news.example/content/2026/sleep-news", 0),
        ("https://www.sciencedirect.com/search?qs=sleep", 0),
        ("https://news.example/article/dea-feds", 0),
    ],
)
def test_the_page_of_an_article_in_a_journal_is_a_work(url, works):
    assert len(read(f"A [study]({url}) looked at sleep.").markers) == works


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It helps [@bell2012].", [("bell2012",)]),
        ("It helps [@bell2012; @coe-2013, p. 4].", [("bell2012", "coe-2013")]),
        ("It helps [see @bell2012, pp. 3-4].", [("bell2012",)]),
        ("It helps, as @bell2012 found.", [("bell2012",)]),
        ("It helps [Bell2012].", [("Bell2012",)]),
        ("It helps.[1]", [("1",)]),
        ("It helps [1-3, 7].", [("1", "2", "3", "7")]),
        ("It helps [1–3].", [("1", "2", "3")]),
        ("It helps.[1][2]", [("1",), ("2",)]),
        ("It helps [[2]].", [("2",)]),
        ("It helps.[[2]]", [("2",)]),
        ("It helps [[1, 2]] and [[4]].", [("1", "2"), ("4",)]),
        ("It helps [[1-3]].", [("1", "2", "3")]),
        ("It helps [[2]](#r2).", [("2",)]),
        ("It helps.<sup>1,2</sup>", [("1", "2")]),
        ('It helps.<sup><a href="#r1">1</a></sup>', [("1",)]),
        ("It helps.¹²", [("12",)]),
        ("It helps.¹,²", [("1", "2")]),
        ("It helps.^1^", [("1",)]),
        ("It helps.[^a]", [("note:a",)]),
        ("It helps (Bell, 2012).", [("author:bell:2012",)]),
        ("It helps (Bell et al., 2012; Coe & Day 2015a).", [("author:bell:2012", "author:coe:2015a")]),
        ("It helps (see Bell and Coe, 2012, p. 4).", [("author:bell:2012",)]),
        ("It helps (Bell 2012, 2014).", [("author:bell:2012", "author:bell:2014")]),
        ("It helps (Storrø et al., 2012).", [("author:storro:2012",)]),
        ("It helps (van der Berg, 2012).", [("author:vanderberg:2012",)]),
        ("Bell (2012) found it.", [("author:bell:2012",)]),
        ("Bell et al. (2012) found it.", [("author:bell:2012",)]),
        ("Bell and Coe (2012) found it.", [("author:bell:2012",)]),
        ("Bell’s (2012) trial found it.", [("author:bell:2012",)]),
        ("A [trial](https://doi.org/10.1000/Xy.1) found it.", [("doi:10.1000/xy.1",)]),
        ("A [trial](https://pubmed.ncbi.nlm.nih.gov/123456/) found it.", [("pmid:123456",)]),
        ("A [trial](https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/) found it.", [("pmcid:PMC123456",)]),
        ("A trial found it (https://doi.org/10.1000/xy.1).", [("doi:10.1000/xy.1",)]),
        ("A trial found it (doi: 10.1016/S0140-6736(97)11096-0).", [("doi:10.1016/s0140-6736(97)11096-0",)]),
        ('A <a href="https://doi.org/10.1000/xy.1">trial</a> found it.', [("doi:10.1000/xy.1",)]),
    ],
)
def test_it_reads_the_marker_in(text, wanted):
    assert keys(text) == wanted


def test_a_marker_after_the_stop_belongs_to_the_sentence_before():
    document = read("It helps sleep.[1] Another did not. [2] The third did.")
    assert [(marker.text, marker.sentence) for marker in document.markers] == [("[1]", 0), ("[2]", 1)]


def test_markers_and_links_stand_where_they_say():
    document = read("Bell (2012) and [a shop](https://shop.example/x) and [2] and https://news.example/y.")
    for found in (*document.markers, *document.links):
        assert document.text[found.start : found.end].startswith(("Bell", "[a shop]", "[2]", "https://news"))
    assert [link.url for link in document.links] == ["https://shop.example/x", "https://news.example/y"]


def test_it_says_how_a_marker_leads_to_its_source():
    document = read("One.[^a] Two [@b2012]. Three https://doi.org/10.1000/x1.\n\n[^a]: A remark.")
    assert [marker.how for marker in document.markers] == [How.NOTE, How.MARKER, How.LINK]


def test_it_keeps_the_rel_of_a_raw_link():
    link = read('Buy <a rel="sponsored nofollow" href="https://shop.example/x"><b>this</b></a> now.').links[0]
    assert (link.url, link.rel, link.text, link.sentence) == ("https://shop.example/x", "sponsored nofollow", "this", 0)


def test_an_image_is_no_link():
    assert read("Look ![here](https://shop.example/x.png) now.").links == ()


def test_a_superscript_that_lost_its_form_counts_only_within_a_numbered_list():
    assert keys("It helps sleep.3 Another did not.") == []
    assert keys("It helps sleep.3 Another did not." + LIST) == [("3",)]
