from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.reading import marker_forms

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
        "(See note 3)",
        "(footnote 3)",
        "(Source 3)",
        "(see endnotes 1, 2)",
        "See ref 2",
        "footnote 3",
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
def test_no_form_begins_elsewhere_than_where_it_is_looked_for(pieces: list[str], begin: int) -> None:
    text = "".join(pieces)
    found, place = [], begin
    for start in range(begin, len(text)):
        match = marker_forms._forms_at(text[start]).match(text, start) if start >= place else None
        if match:
            found.append((match.span(), match.lastgroup))
            place = match.end()
    assert [(match.span(), match.lastgroup) for match in marker_forms.forms_in(text, begin, len(text))] == found
