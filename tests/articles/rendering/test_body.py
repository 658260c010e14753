"""The body of an article becomes safe HTML."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from articles.rendering.body import Mark, labels_of, preview_article, preview_html, render_body, support_of
from articles.rendering.markdown import safe_link, to_html
from evidence.flags.catalogue import FLAGS

NUMBERS = {"abbasi2012": 1, "mah2021": 2, "note:x": 3}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "file:///etc/passwd",
        "ftp://example.org",
        "https://",
        "https://a b",
        'https://x"onload=1',
    ],
)
def test_it_refuses_addresses_that_are_no_plain_links(address: str) -> None:
    assert safe_link(address) == ""
    assert "href" not in render_body(f"[x](<{address}>)") or "%22" in render_body(f"[x](<{address}>)")


@pytest.mark.parametrize(
    "html", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b style=x>a</b>", "<!-- x -->"]
)
def test_it_shows_raw_html_as_the_text_it_is(html: str) -> None:
    shown = render_body(f"Before {html} after")
    assert shown == "<p>Before " + html.replace("<", "&lt;").replace(">", "&gt;") + " after</p>\n"


def test_it_refuses_images_from_elsewhere_and_keeps_their_words() -> None:
    assert "<img" not in render_body("![A chart](http://example.org/a.png)")
    assert "<img" not in render_body("![A chart](/admin/logout/)")
    assert "<img" not in render_body("![A chart](/media/../admin/)")
    assert "A chart" in render_body("![A chart](http://example.org/a.png)")


@pytest.mark.parametrize(
    "address",
    [
        *("https://example.org/a.png", "http://pictures.example/a.png", "//pictures.example/a.png"),
        *(
            "https://pictures.example.evil.org/a.png",
            "https://evil.org/pictures.example",
            "https://pictures.example@evil.org/",
        ),
        *(
            "https://pictures.example:8443/a.png",
            "https://pictures.example./a.png",
            "https://sub.pictures.example/a.png",
        ),
        *("https:///pictures.example/a.png", "https:pictures.example/a.png", "/media/%2e%2e/admin/logout/"),
        *("/media/%2E./admin/", "data:image/png;base64,AA", "https://xn--pctures-example/a.png"),
    ],
)
def test_it_shows_no_image_of_a_host_that_is_not_allowed(settings: Any, address: str) -> None:
    settings.IMAGE_HOSTS = ["pictures.example"]
    shown = render_body(f"![A chart]({address}) here")
    assert "<img" not in shown
    assert "A chart" in shown
    assert "not shown" in render_body(f"![A chart]({address}) here", preview=True)


def test_it_shows_our_own_images_and_those_of_hosts_that_are_allowed(settings: Any) -> None:
    settings.IMAGE_HOSTS = ["pictures.example", "cdn.example:8443"]
    assert 'src="/media/a.png" alt="A chart"' in render_body("![A chart](/media/a.png)")
    assert 'src="https://pictures.example/a.png"' in render_body("![A chart](https://pictures.example/a.png)")
    assert 'src="HTTPS://Pictures.Example/a.png"' in render_body("![A chart](HTTPS://Pictures.Example/a.png)")
    assert 'src="https://cdn.example:8443/a.png"' in render_body("![A chart](https://cdn.example:8443/a.png)")


def test_it_leaves_brackets_alone_that_cite_nothing_on_the_list() -> None:
    assert render_body("See [7] and [95% CI 1-2].", (), NUMBERS) == "<p>See [7] and [95% CI 1-2].</p>\n"


@pytest.mark.parametrize(
    ("marker", "numbers"),
    [
        ("[@abbasi2012]", [1]),
        ("[@abbasi2012; @mah2021, p. 3]", [1, 2]),
        ("[1]", [1]),
        ("[1-3]", [1, 2, 3]),
        ("[1, 3]", [1, 3]),
        ("[^x]", [3]),
        ("@mah2021", [2]),
    ],
)
def test_it_links_every_kind_of_marker_to_the_reference_list(marker: str, numbers: list[int]) -> None:
    shown = render_body(f"It helps {marker}.", (), NUMBERS)
    ends = re.findall(r'href="#ref-\d+" aria-label="References? (\d+)(?: to (\d+))?"', shown)
    assert [number for first, last in ends for number in range(int(first), int(last or first) + 1)] == numbers
    assert marker not in shown


def test_it_points_out_a_key_that_is_not_on_the_list_to_authors_only() -> None:
    assert "not on the list: nobody1999" in render_body("It helps [@nobody1999].", (), NUMBERS, preview=True)
    assert "nobody1999" not in render_body("It helps [@nobody1999].", (), NUMBERS)


def test_it_keeps_the_title_the_only_heading_of_the_first_level() -> None:
    shown = render_body("# One\n\n## Two\n\ntext")
    assert re.findall(r"<h\d", shown) == ["<h2", "<h3"]


def test_it_gives_footnotes_letters_so_that_they_are_not_taken_for_references() -> None:
    shown = render_body("A word[^1].\n\n[^1]: A remark.", (), {})
    assert '<a href="#fn1" id="fnref1" aria-label="Note a">a</a>' in shown
    assert "A remark." in shown


def test_it_marks_paid_links_as_sponsored() -> None:
    shown = render_body("[a](https://www.shop.example/x) [b](https://else.example)", commercial=["shop.example"])
    assert 'href="https://www.shop.example/x" rel="sponsored nofollow noopener"' in shown
    assert 'href="https://else.example" rel="noopener"' in shown


def test_it_lets_chemists_write_indices() -> None:
    assert render_body("H<sub>2</sub>O") == "<p>H<sub>2</sub>O</p>\n"
    assert render_body("H<sub>2 is open") == "<p>H<sub>2 is open</sub></p>\n"


# --- Marks -------------------------------------------------------------------------------------------------


def marked(body: str, sentence: str, *labels: str, support: str = "weak") -> str:
    start = body.index(sentence)
    return render_body(body, [Mark(7, start, start + len(sentence), support, labels)], NUMBERS)


def without_button(html: str) -> str:
    return re.sub(r"<button.*?</button>", "BUTTON", html, flags=re.DOTALL)


def test_a_mark_holds_its_sentence_and_a_button_that_stays_with_the_last_word() -> None:
    shown = without_button(marked("It may help. Nobody knows.", "It may help.", "One study"))
    assert shown == (
        '<p><mark class="claim claim-weak" id="claim-7">It may </mark><span class="keep"><mark class="claim '
        'claim-weak">help.</mark>BUTTON</span> Nobody knows.</p>\n'
    )


def test_only_the_end_of_a_long_last_word_is_held_to_the_button() -> None:
    shown = without_button(marked("It is incomprehensible.", "It is incomprehensible.", "One study"))
    assert 'incomprehen</mark><span class="keep"><mark class="claim claim-weak">sible.</mark>BUTTON</span>' in shown


def test_a_character_reference_is_not_cut_in_two() -> None:
    assert "AT&amp;T" in marked("It is AT&T", "It is AT&T", "One study")


def test_a_mark_says_its_label_in_words_and_how_many_more_there_are() -> None:
    shown = marked("It may help.", "It may help.", "One study", "Preprint", support="none")
    assert 'popovertarget="claim-7-why"' in shown
    assert ">One study +1</button>" in shown


def test_a_mark_that_begins_inside_emphasis_is_closed_and_reopened_at_its_border() -> None:
    body = "*One. Two is* here. Three."
    shown = without_button(marked(body, "Two is* here."))
    assert '<em>One. <mark class="claim claim-weak" id="claim-7">Two is</mark></em>' in shown
    assert '<mark class="claim claim-weak"> here.' not in shown  # no underline under a blank at its start
    assert "Three.</p>" in shown


def test_a_mark_leaves_the_list_marker_outside() -> None:
    shown = marked("- First item.\n- Second.", "- First item.")
    assert '<li><mark class="claim claim-weak" id="claim-7">First ' in shown


@pytest.mark.parametrize(
    "body",
    [
        "`One sentence.`",
        "    One sentence.",
        "| a |\n|---|\n| One sentence. |",
        "# One sentence.",
        "[x](https://e.org/One%20sentence.)",
    ],
)
def test_no_mark_is_made_where_there_is_no_prose(body: str) -> None:
    sentence = "One sentence." if "One sentence." in body else "One%20sentence."
    shown = marked(body, sentence)
    assert re.sub(r'<ul class="beside".*?</ul>', "", shown) == render_body(body, (), NUMBERS)
    assert "<mark" not in shown


def test_a_mark_that_would_change_the_text_is_given_up_and_the_text_is_kept() -> None:
    body = "**bold**text"
    cut = Mark(1, 3, 7, "weak")  # between the asterisks and the letter
    assert re.sub(r"<[^>]*>|[✓◐✕]|Weakly supported|\u2060", "", render_body(body, [cut])).strip() == "boldtext"


def test_marks_with_places_that_make_no_sense_are_left_out() -> None:
    senseless = [Mark(0, 5, 2, "weak"), Mark(1, -3, 4, "weak"), Mark(2, 0, 999, "weak"), Mark(3, 0, 0, "weak")]
    assert render_body("Some text.", senseless) == "<p>Some text.</p>\n"


def test_sentinels_in_the_text_itself_do_no_harm() -> None:
    assert render_body("a\U00012470\U00012473\U00012474b", [Mark(1, 0, 3, "weak")]) == "<p>ab</p>\n"


def test_a_work_that_is_named_gets_its_number_and_one_that_is_linked_gets_no_second() -> None:
    body = "Rautava and others found it. It helps [@abbasi2012]."
    marks = [Mark(0, 0, 28, "weak", (), False, (2,)), Mark(1, 29, len(body), "weak", (), False, (1, 2))]
    shown = render_body(body, marks, NUMBERS)
    assert re.findall(r"#ref-(\d)", shown) == ["2", "1", "2"]
    assert "#ref-" not in render_body("It [helps.](https://e.org)", [Mark(0, 0, 10, "weak", (), False, (1,))])


# --- Words -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "flags", "support"),
    [
        ("none", [], "none"),
        ("none", [("missing-citation", "blocker", "accepted")], "none"),
        ("moderate", [("retracted-source", "blocker", "open")], "none"),
        ("very-weak", [], "weak"),
        ("moderate", [("single-study-generalisation", "warning", "open")], "weak"),
        ("moderate", [("single-study-generalisation", "warning", "accepted")], "supported"),
        ("moderate", [("numeric-unverified", "note", "open")], "supported"),
        ("strong", [("missing-citation", "blocker", "void")], "supported"),
    ],
)
def test_support_follows_level_and_unsettled_flags(level: str, flags: list[tuple[str, str, str]], support: str) -> None:
    assert support_of(level, flags) == support


def test_a_source_of_unknown_strength_is_still_a_source() -> None:
    assert support_of("none", [], sourced=True) == "weak"
    assert labels_of([], level="none", support="weak") == ("Strength not known",)
    assert support_of("none", [("retracted-source", "blocker", "accepted")], sourced=True) == "none"
    assert labels_of([], level="weak", support="weak") == ()


def test_labels_come_worst_first_and_once() -> None:
    flags = [
        ("preprint-source", "warning", "open"),
        ("missing-citation", "blocker", "open"),
        ("missing-citation", "warning", "open"),
        ("numeric-unverified", "note", "open"),
        ("retracted-source", "blocker", "fixed"),
    ]
    assert labels_of(flags) == ("No source given", "Preprint")


# --- Preview -----------------------------------------------------------------------------------------------


def test_the_preview_names_the_fault_beside_the_sentence() -> None:
    shown = preview_html("Probiotics prevent eczema in babies.")
    assert '<mark class="claim claim-none"' in shown
    assert f"Blocker: {FLAGS['missing-citation'].title}." in shown
    assert "popovertarget" not in shown


def test_the_preview_survives_front_matter_that_cannot_be_read() -> None:
    shown = preview_html("---\ntitle: [open\n---\n\nText.")
    assert "Text." in shown


def test_the_preview_uses_the_numbers_it_is_given() -> None:
    shown = preview_article("It helped in one trial [@doe2019].", (), (), {"doe2019": 4}, date(2026, 1, 1))
    assert 'href="#ref-4"' in shown


def test_plain_html_of_a_long_text_is_made_in_time_that_grows_with_its_length() -> None:
    assert to_html("[" * 20_000, {}) is not None
    assert to_html("*a_" * 5_000, {}) is not None


@pytest.mark.parametrize(
    ("body", "tags"),
    [
        ("# Title\n\n## One\n\n## Two\n\n### Three", ["h2", "h2", "h2", "h3"]),
        ("## One\n\n## Two\n\n### Three", ["h2", "h2", "h3"]),
        ("## One\n\n#### Deep\n\n## Two", ["h2", "h3", "h2"]),
        ("# One\n\n# Two\n\n## Three", ["h2", "h2", "h3"]),
        ("### Small\n\n## Large", ["h2", "h2"]),
    ],
)
def test_headings_skip_no_level_and_a_lone_title_hides_no_other(body: str, tags: list[str]) -> None:
    assert re.findall(r"<(h\d)", render_body(body)) == tags


def test_a_paragraph_in_arabic_is_set_from_the_right_and_no_other() -> None:
    html = render_body("الزنك مفيد.\n\nZinc is a metal.")
    assert html.count('dir="auto"') == 1
    assert '<p dir="auto">الزنك' in html


# --- Numbers, notes and claims beside the prose ------------------------------------------------------------


@pytest.mark.parametrize("text", ["It took 3[@abbasi2012].5 weeks.", "And so on [@abbasi2012]...", "[@abbasi2012]."])
def test_no_stop_is_moved_that_ends_no_clause(text: str) -> None:
    assert "</sup>." in render_body(text, (), NUMBERS)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It helps [@abbasi2012].", "It helps.<sup"),
        ("It helps [@abbasi2012], mostly.", "It helps,<sup"),
        ("She said “it helps [@abbasi2012].”", "it helps.”<sup"),
        ("It **helps [@abbasi2012]**.", "helps<sup"),
        ("It helps [@abbasi2012]; mostly.", "It helps<sup"),
    ],
)
def test_a_number_stands_behind_a_stop_or_comma_and_before_a_semicolon(text: str, words: str) -> None:
    assert words in re.sub(r"</?strong>", "", render_body(text, (), NUMBERS))


def test_two_numbers_stay_two_and_three_in_a_row_are_a_run() -> None:
    assert ">1</a>, <a" in render_body("It helps [@abbasi2012; @mah2021].", (), NUMBERS)
    assert ">1–3</a></sup>" in render_body("It helps [@abbasi2012][@mah2021] [^x].", (), NUMBERS)


def test_a_note_with_words_stays_a_note_and_one_that_only_cites_becomes_the_number() -> None:
    shown = render_body("One[^1]. Two[^2].\n\n[^1]: [@abbasi2012]\n\n[^2]: A remark [@mah2021].\n", (), NUMBERS)
    assert 'One.<sup class="cite"><a href="#ref-1"' in shown
    assert "Two" in shown
    assert 'aria-label="Note a">a</a>' in shown
    assert shown.count('class="footnote-item"') == 1
    assert "footnotes" not in render_body("One[^1].\n\n[^1]: [@abbasi2012]\n", (), NUMBERS)


def test_a_note_that_cites_more_works_than_a_range_may_stays_a_note() -> None:
    numbers = {f"a{number}": number for number in range(1, 62)}
    cited = [f"[@a{number}]" for number in numbers.values()]
    assert "footnotes" not in render_body(f"One[^1].\n\n[^1]: {' '.join(cited[:60])}\n", (), numbers)
    assert "footnotes" in render_body(f"One[^1].\n\n[^1]: {' '.join(cited)}\n", (), numbers)


def test_notes_that_cite_are_left_out_from_among_those_that_stay() -> None:
    notes = "".join(f"[^{number}]: {'[@mah2021]' if number % 2 else f'Remark {number}.'}\n\n" for number in range(1, 6))
    shown = render_body("One[^1]. Two[^2]. Three[^3]. Four[^4]. Five[^5].\n\n" + notes, (), NUMBERS)
    assert re.findall(r"Remark \d", shown) == ["Remark 2", "Remark 4"]
    assert re.findall(r'aria-label="Note (\w)"', shown) == ["a", "b"]
    assert shown.count('href="#ref-2"') == 3


def test_a_bracket_within_the_mark_of_a_note_is_no_mark() -> None:
    shown = render_body("One[^a] and [^a [^a].\n\n[^a]: A remark.\n", (), {})
    assert shown.count('class="footnote-ref"') == 2
    assert "[^a " in shown


@pytest.mark.parametrize(
    ("body", "sentence", "where"),
    [
        ("| Herb | Use |\n|---|---|\n| Garlic | cures colds [@mah2021] |", "Garlic | cures colds [@mah2021]", "table"),
        ("## Garlic, cures colds", "Garlic, cures colds", "heading"),
        ("```\nGarlic, cures colds\n```", "Garlic, cures colds", "code"),
    ],
)
def test_a_claim_that_cannot_be_marked_has_its_button_below_its_block(body: str, sentence: str, where: str) -> None:
    shown = marked(f"Words.\n\n{body}\n\nMore.", sentence, "No source given", support="none")
    assert f'aria-label="Claims in this {where}"' in shown
    assert '<li id="claim-7"><span class="claim claim-none">Garlic, cures colds</span><button' in shown


def test_no_invisible_sign_is_left_in_words_that_are_copied() -> None:
    assert "\u2060" not in marked("It helps [@abbasi2012]. Or [^9] not.", "It helps [@abbasi2012].")


def test_tables_are_told_apart_by_their_heads_and_wide_code_can_be_scrolled_by_keyboard() -> None:
    shown = render_body("| Herb | *Use* |\n|---|---|\n| a | b |\n\n    code")
    assert 'aria-label="Table: Herb, Use"' in shown
    assert '<th scope="col">' in shown
    assert '<pre tabindex="0" role="region"' in shown
