from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.reading.marker_forms import FIND, forms_in

_PIECES = (
    *(
        "[1]",
        "[^a]",
        "^[so]",
        "(1)",
        "(2012)",
        "(Lee 2012)",
        "[Lee2012]",
        "[@lee2012]",
        "@lee2012",
        "［1］",
        "\\[1\\]",
        "^1^",
    ),
    *(
        "¹",
        "²,³",
        "<sup>1</sup>",
        '<a href="#r1">1</a>',
        '<ref name="a"/>',
        "`code`",
        "![a](b.png)",
        "[a](b)",
        "[[a]](b)",
    ),
    *("http://a.b/c", "www.a.bc", "doi:10.1000/x", "DOI: 10.1000/x", "PMID: 1234", "PMCID PMC123", "@doi:10.1000/x"),
    *(
        "see note 3",
        "Refs. 1-3",
        "cf. ref 4",
        "Citation 5",
        "note 6",
        "milk.12",
        "“so”3",
        "cells4",
        "20%5",
        "\n7\n",
        "8",
    ),
    *("\\[1\\]", "[[a]](b)", "8", " ", ".", ",", "a", "abc", "\n", "(", "[", "<", "h", "w", "in 2012.9"),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=6), st.integers(0, 4))
def test_every_form_is_found_where_the_whole_expression_finds_it(pieces: list[str], begin: int) -> None:
    text = "".join(pieces)
    found = [(match.span(), match.lastgroup) for match in forms_in(text, begin, len(text))]
    assert found == [(match.span(), match.lastgroup) for match in FIND.finditer(text, begin, len(text))]
