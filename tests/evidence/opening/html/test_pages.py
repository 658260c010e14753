"""Saved web pages: what readers see of the article becomes text, and nothing of what stands around it does."""

from __future__ import annotations

from datetime import date

import pytest

from evidence.opening.file_formats import open_text
from evidence.opening.html import tree
from evidence.opening.html.pages import is_page, read_page
from evidence.opening.html.tree import TooManyElementsError

PROSE = "<p>Warm milk helps babies sleep through the night, as many parents say to each other.</p>" * 3


def text_of(body: str) -> str:
    return read_page(f"<!DOCTYPE html><html><head><title>T</title></head><body>{body}</body></html>").text


def kept(part: str) -> bool:
    """Whether "UNWANTED" stands in the text of a page that holds this part beside prose."""
    return "UNWANTED" in text_of(f"<main><h1>Milk</h1>{PROSE}{part}</main>")


@pytest.mark.parametrize(
    "part",
    [
        "<script>UNWANTED</script>",
        "<style>.a:before{content:'UNWANTED'}</style>",
        "<!-- UNWANTED -->",
        "<!-- <p>UNWANTED</p> --><![CDATA[ UNWANTED ]]>",
        "<template><p>UNWANTED</p></template>",
        "<noscript>UNWANTED</noscript>",
        "<nav><ul><li>UNWANTED</li></ul></nav>",
        "<div role='navigation'>UNWANTED</div>",
        "<button>UNWANTED</button>",
        "<form><label>UNWANTED</label><input value='UNWANTED'><select><option>UNWANTED</select></form>",
        "<div class='cookie-consent'><p>UNWANTED cookies cure nothing.</p></div>",
        "<div id='gdprBanner'><p>UNWANTED</p></div>",
        "<div class='share-buttons'><a href='https://x.example'>UNWANTED</a></div>",
        "<section id='comments'><article class='comment'><p>UNWANTED: it cured me.</p></article></section>",
        "<div class='related-posts'><h3>UNWANTED</h3></div>",
        "<aside class='newsletter'><p>UNWANTED</p></aside>",
        "<p hidden>UNWANTED</p>",
        "<p aria-hidden='true'>UNWANTED</p>",
        "<p style='color: red; display : none'>UNWANTED</p>",
        "<ul><li><a href='/a'>UNWANTED</a></li><li><a href='/b'>Sleep</a></li><li><a href='/c'>Diet</a></li></ul>",
        "<footer><a href='https://a.example'>UNWANTED</a></footer>",
        "<blockquote><p>Milk.</p></blockquote><footer><a href='https://a.example'>UNWANTED</a></footer>",
        "<h3>Related posts</h3><ul><li><a href='/a'>UNWANTED</a></li><li><a href='/b'>Sleep</a></li></ul>",
        "<h2>On this page</h2><ul><li><a href='#a'>UNWANTED</a></li><li><a href='#b'>Sleep</a></li></ul>",
        "<iframe src='x'>UNWANTED</iframe><textarea>UNWANTED</textarea><svg><text>UNWANTED</text></svg>",
    ],
)
def test_it_leaves_out(part: str) -> None:
    assert not kept(part)


@pytest.mark.parametrize(
    "part",
    [
        "<p>UNWANTED &amp; so on</p>",
        "<div class='content has-sidebar'><p>UNWANTED</p></div>",
        "<div class='research'><p>UNWANTED</p></div>",
        "<div class='elementor-widget elementor-widget-text-editor'><p>UNWANTED</p></div>",
        "<form><p>UNWANTED</p>" + PROSE * 3 + "</form>",
        "<aside><p>UNWANTED: a box of the article itself.</p></aside>",
        "<h2>Sources</h2><ul><li><a href='https://a.example/x'>UNWANTED</a></li><li><a href='/y'>More</a></li></ul>",
        "<ul><li><a href='https://doi.org/10.1/x'>UNWANTED</a></li><li><a href='https://doi.org/10.1/y'>B</a></li></ul>",
        "<footer><h2>References</h2><ol><li>UNWANTED A. On milk. J Milk. 2012;1:2-3.</li></ol></footer>",
        "<blockquote><p>Milk calms.</p><footer><cite><a href='https://a.example'>UNWANTED</a></cite></footer></blockquote>",
        "<figure><p>Milk</p><footer><a href='https://a.example'>UNWANTED</a></footer></figure>",
        "<h2>Where to get help</h2><ul><li><a href='https://a.example'>UNWANTED</a><li><a href='/b'>Line</a></ul>",
        "<p>1 < 2 UNWANTED</p>",
        "<p>UNWANTED <a href='",
    ],
)
def test_it_keeps(part: str) -> None:
    assert kept(part)


ENTRY = "<p>UNWANTED, A., &amp; Bell, B. (2012). On milk at night. J Milk, 1(2), 2-3.</p>"


@pytest.mark.parametrize(
    "footer",
    [
        ENTRY,
        f"<h4>Our shop</h4>{ENTRY}",
        f"<h4>References available on request</h4>{ENTRY}",
        f"<h4>Sources</h4><h4>Our shop</h4>{ENTRY}",
        "<h4>References</h4><p>UNWANTED: our practice is open from 9 to 5 in 2026.</p>",
        "<h4>References</h4><p>UNWANTED cures cancer.</p>",
        "<h4>Sources</h4><p><a href='/a'>UNWANTED</a> <a href='/b'>Diet</a></p>",
        "<p>UNWANTED © 2012 Bell A</p>",
    ],
)
def test_a_footer_without_a_list_of_works_is_left_out(footer: str) -> None:
    page = f"<main><h1>Milk</h1>{PROSE}</main><footer>{footer}</footer>"
    assert "UNWANTED" not in text_of(page)


@pytest.mark.parametrize("heading", ["<h4>References</h4>", "<h2>Sources</h2>", "<p><strong>References</strong></p>"])
def test_a_list_of_paragraphs_in_a_footer_is_kept_without_what_stands_around_it(heading: str) -> None:
    other = "<p>Coe, C. (2011). On tea at night. J Tea, 3(1), 4-6.</p>"
    page = text_of(
        f"<main><h1>Milk</h1>{PROSE}</main>"
        f"<footer><p>© 2020 Ada</p><div>{heading}{other}{ENTRY}<p>Our shop cures all.</p></div></footer>"
    )
    assert "Coe, C. (2011). On tea at night." in page
    assert "UNWANTED, A., & Bell, B. (2012)." in page
    assert "Our shop" not in page
    assert "© 2020" not in page


@pytest.mark.parametrize("head", ["<head><title>T</title>", "<head>\n<meta charset=utf-8><script>let a</script>\n"])
@pytest.mark.parametrize("body", ["<body>", "", "<!-- begins -->\n<div>", "Milk and honey."])
def test_the_page_of_a_head_that_is_not_closed_is_read(head: str, body: str) -> None:
    assert "Warm milk helps" in read_page(f"<!DOCTYPE html><html>{head}{body}<h1>Milk</h1>{PROSE}").text


def test_what_a_head_holds_is_left_out_although_a_later_end_tag_closes_it() -> None:
    page = "<html><head><title>UNWANTED</title><noscript><img alt=''>UNWANTED</noscript><style>UNWANTED</style><body>"
    read = read_page(f"{page}<h1>Milk</h1>{PROSE}</head></body></html>").text
    assert "UNWANTED" not in read
    assert "Warm milk helps" in read


def test_it_keeps_nothing_from_around_the_article_but_its_list_and_its_notices() -> None:
    page = text_of(
        "<header><a href='/'>Shop</a><p>Buy our cures.</p></header>"
        f"<article><h1>Milk</h1>{PROSE}</article>"
        "<div><p>Cures of the week.</p><h2>References</h2><ol><li>Bell A. On milk. J Milk. 2012;1:2-3.</li></ol></div>"
        "<footer><p>© 2024 Shop</p><p>This site is not a substitute for medical advice.</p></footer>"
    )
    assert "cures" not in page.lower()
    assert "© 2024 Shop" not in page
    assert "1. Bell A. On milk. J Milk. 2012;1:2-3." in page
    assert "not a substitute for medical advice" in page


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h2>Sleep <em>well</em></h2>", "## Sleep well"),
        ("<p>A&nbsp;b\n  c &#233;&eacute;<br>d</p>", "A b c éé\nd"),
        ("<p>one<p>two", "one\n\ntwo"),
        ("one<br><br>two", "one\n\ntwo"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "- a\n- b\n  - c"),
        ("<ol start=3><li>a</li><li><p>b</p><p>c</p></li></ol>", "3. a\n4. b\n\n   c"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n\n> b"),
        ("<table><tr><th>a<th>b<tr><td>1|2<td>3</table>", "| a | b |\n|---|---|\n| 1/2 | 3 |"),
        ("<table><tr><td><h2>Laid out</h2><p>by a table</p></td></tr></table>", "## Laid out\n\nby a table"),
        ("<dl><dt>Zinc<dd>A metal.</dl>", "**Zinc**\n\nA metal."),
        ("<figure><img src='a.png' alt='A cup'><figcaption>Milk [1]</figcaption></figure>", "![Milk 1](a.png)"),
        ("<p class='image-caption'>A cup of tea in a kitchen.</p>", "![A cup of tea in a kitchen.](image)"),
        ("<div class='wp-caption'><p>A cup.</p></div>", "A cup."),
        ("<p class='caption'>Children should not take aspirin.</p>", "Children should not take aspirin."),
        ("<div class='chart-val'>500 mg</div>", "500 mg"),
        (f"<p class='caption'>{'Tea is warm. ' * 60}</p>", ("Tea is warm. " * 60).strip()),
        ("<div class='rc-chart-label'>Falls <b>14 years</b></div>", "![Falls 14 years](image)"),
        ("<div class='rc-chart-foot'>Only in men.</div>", "Only in men."),
        ("<div class='org-charts-page'>Falls</div>", "Falls"),
        ("<p><img src='https://a.example/b.png' alt='A cup'></p>", "![A cup](https://a.example/b.png)"),
        ("<p>so <strong>very </strong>good, <b>L</b>ike</p>", "so **very** good, Like"),
        ("<pre><code>a\n &gt;b</code></pre>", "```\na\n >b\n```"),
        ("<p>if <code>x</code> &lt;b&gt; p &lt; .05</p>", "if `x` &lt;b> p < .05"),
        ("<p>a <a href='https://a.example/x_(y)'>b</a></p>", "a [b](https://a.example/x_%28y%29)"),
        ("<p><a href='javascript:alert(1)'>a</a> <a href='mailto:b@c.d'>b</a></p>", "a b"),
        (
            "<p><a href='https://shop.example/' rel='sponsored nofollow' onclick='x'>a</a></p>",
            '<a href="https://shop.example/" rel="sponsored nofollow">a</a>',
        ),
        ("<p>10<sup>6</sup> m<sup>2</sup> CO<sub>2</sub> 5<sup>th</sup> well<sup>1,2</sup></p>",
         "10⁶ m<sup>2</sup> CO2 5th well<sup>1,2</sup>"),
        ("<p>soft&shy;hy&#173;phen</p>", "softhyphen"),
        ("<p>cu<span style='left:-9999px'>x</span>res <i style='font-size:0'>cures</i></p>", "cures cures"),
        ("<p>a<div>b</div>c</p>", "a\n\nb\n\nc"),
        ("<p><b>a<p>b</b>c", "a\n\nbc"),
    ],
)  # fmt: skip
def test_it_writes_as_markdown(html: str, text: str) -> None:
    assert text_of(html).rstrip("\n").replace("**a**", "a").replace("**b**", "b") == text


LIST = (
    "<h2>References</h2><ol><li id='r1'>Bell A. Sleep in babies. J Sleep. 2012;3(4):5-9. <a href='#c1'>↑</a></li>"
    "<li id='r2'>Coe B. Milk and calm. J Milk. 2013;1(2):3-4.</li>"
    "<li><a id='r3'></a>Day C. Calm at night. J Calm. 2014;2(1):7-9.</li></ol>"
)


@pytest.mark.parametrize(
    ("cited", "keys"),
    [
        ("<sup><a href='#r2'>2</a></sup>", ["2"]),
        ("<sup><a href='#r1'>1</a>,<a href='#r3'>3</a></sup>", ["1", "3"]),
        ("<sup><a href='#r1'>1–3</a></sup>", ["1", "2", "3"]),
        ("<sup><a href='#r1'>1</a>–<a href='#r3'>3</a></sup>", ["1", "2", "3"]),
        (" <a href='#r3'>[3]</a>", ["3"]),
        (" [<a href='#r1'>1</a>, <a href='#r2'>2</a>]", ["1", "2"]),
        (" (<a href='#r1'>1</a>)", ["1"]),
        ("<sup>1,2</sup>", ["1", "2"]),
        ("<a href='#r2'><sup>[2]</sup></a>", ["2"]),
        ("<sup class='reference'><a href='#r2'><span>[</span>2<span>]</span></a></sup>", ["2"]),
    ],
)
def test_a_mark_leads_to_the_item_of_the_list(cited: str, keys: list[str]) -> None:
    document = open_text(f"<html><body><h1>Sleep</h1>{PROSE}<p>Milk helps{cited}.</p>{LIST}</body></html>")
    assert [key for marker in document.markers for key in marker.keys] == keys
    assert [reference.key for reference in document.references] == ["bell2012", "coe2013", "day2014"]
    assert "↑" not in document.text


def test_a_list_without_a_known_heading_is_tied_by_footnotes() -> None:
    document = open_text(
        f"<html><body><h1>Sleep</h1>{PROSE}<p>Milk helps<sup><a href='#fn1'>1</a></sup> and calms"
        "<sup><a href='#fn2'>2</a></sup>.</p><div class='end'><h3>What we read</h3>"
        "<p id='fn1'>1. Bell A. Sleep in babies. J Sleep. 2012;3(4):5-9. <a href='#b1'>↩</a></p>"
        "<p id='fn2'>2. We asked at home.</p></div></body></html>"
    )
    assert [marker.keys for marker in document.markers] == [("note:fn1",), ("note:fn2",)]
    assert [(one.key, one.csl["note-id"]) for one in document.references] == [("bell2012", "fn1")]


def test_ref_elements_are_footnotes_where_they_stand() -> None:
    document = open_text(
        f"<html><body>{PROSE}<p>It helps.<ref name='a'>Bell A. Sleep. J Sleep. 2012;3(4):5-9.</ref> "
        "It calms.<ref name='a' /></p></body></html>"
    )
    assert [marker.keys for marker in document.markers] == [("note:ref-a",), ("note:ref-a",)]
    assert [reference.key for reference in document.references] == ["bell2012"]


def test_items_of_the_list_keep_the_addresses_of_works_alone() -> None:
    text = text_of(
        "<h2>References</h2><ol><li>1. Bell A. <i>Sleep</i>. J Sleep. 2012;3:5. "
        "<a href='https://doi.org/10.1000/x'>CrossRef</a> "
        "<a href='https://scholar.google.com/q'>Google Scholar</a></li></ol>"
    )
    assert text.endswith("1. Bell A. Sleep. J Sleep. 2012;3:5. https://doi.org/10.1000/x\n")


def test_it_reads_what_the_page_says_of_itself() -> None:
    page = read_page(
        "<html><head><title>Milk | The Daily Cup</title><meta name='author' content='Ada Bell, RD'>"
        "<meta property='article:published_time' content='2024-03-04T05:06:07Z'>"
        '<script type="application/ld+json">{"@graph": [{"@type": "MedicalWebPage", "reviewedBy": {"@type": "Person",'
        ' "name": "Ben Coe", "honorificSuffix": "MD"}, "lastReviewed": "2024-05-06"}, {"@type": "NewsArticle",'
        ' "author": [{"@type": "Person", "name": "Ada Bell"}], "dateModified": "2024-06-07"}]}</script></head>'
        f"<body>{PROSE}</body></html>"
    )
    assert page.meta == {
        "title": "Milk",
        "author": "Ada Bell, RD",
        "published": date(2024, 3, 4),
        "updated": date(2024, 6, 7),
        "reviewer": "Ben Coe, MD",
        "reviewed_on": date(2024, 5, 6),
    }


@pytest.mark.parametrize(
    "said",
    [
        '<script type="application/ld+json">{"@type": "Article", "author": [[]], "datePublished": 7}</script>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        "<meta name='author' content='https://a.example/ada'>",
        "<meta name='date' content='2024-13-45'>",
    ],
)
def test_what_it_says_wrongly_is_not_said(said: str) -> None:
    meta = read_page(f"<html><head>{said}</head><body><h1>Milk</h1>{PROSE}</body></html>").meta
    assert meta == {"title": "Milk"}


def test_places_lead_back_into_the_page() -> None:
    page = f"<html>\n<body>\n<h1>Milk</h1>\n{PROSE}\n<p>\n  Milk\n  helps. It is <b>free</b>.</p></body></html>"
    document = open_text(page)
    places = {document.text[offset : offset + 4]: (line, column) for offset, line, column in document.places}
    assert places["Milk"] == (6, 3)
    assert places["help"] == (7, 3)
    assert places["free"] == (7, 19)
    assert [place[0] for place in document.places] == sorted(place[0] for place in document.places)


def test_offsets_count_in_the_text_of_the_document() -> None:
    document = open_text(f"<!doctype html><body><h1>Milk</h1>{PROSE}<p>It &amp; that.</p>{LIST}")
    assert document.format == "html"
    assert document.title == "Milk"
    for found in (*document.sentences, *document.markers, *document.not_prose):
        assert document.text[found.start : found.end] == found.text


@pytest.mark.parametrize("text", ["<html lang=en>", "\ufeff <!DOCTYPE html>", '<?xml version="1.0"?>\n<html>'])
def test_a_page_is_known_by_its_beginning(text: str) -> None:
    assert is_page(text)


@pytest.mark.parametrize("text", ["<p>Milk helps.</p>", "# Milk\n\n<div>x</div>", "Write <html> first.", ""])
def test_prose_with_some_markup_is_no_page(text: str) -> None:
    assert not is_page(text)


def test_it_refuses_a_page_of_too_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST", 2000)
    with pytest.raises(TooManyElementsError, match="Save the article alone"):
        open_text("<html>" + "<i></i>" * 2001, "html")


@pytest.mark.parametrize("part", ["<button>{}</button>", "<p><label>{}</label></p>"])
def test_what_is_pressed_is_read_where_it_promises_something(part: str) -> None:
    page = f"<main><h1>Milk</h1>{PROSE}{{}}</main>"
    assert "Thyme cures asthma" in text_of(page.format(part.format("Thyme cures asthma")))
    assert "Buy thyme" not in text_of(page.format(part.format("Buy thyme")))


@pytest.mark.parametrize(
    "shown", ["style='display:none;display:block'", "hidden style='display:flex'", "style='max-display:none'"]
)
def test_what_a_rule_of_its_own_shows_is_read(shown: str) -> None:
    assert "Honey cures cancer." in text_of(f"<article>{PROSE}<p {shown}>Honey cures cancer.</p></article>")
