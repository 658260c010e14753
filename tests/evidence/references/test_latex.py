"""LaTeX out of addresses and identifiers."""

from __future__ import annotations

import pytest

from evidence.references.bibtex import csl_of
from evidence.references.latex import address, with_letters

SICI = "10.1002/(sici)1096-9861(19960205)365:1<113::aid-cne9>3.0.co;2-6"


@pytest.mark.parametrize("written", ["in press", r"\url{}", "{}", "10.", r"\href{a}{b}"])
def test_what_holds_no_doi_becomes_none(written: str) -> None:
    assert not csl_of("k", "article", {"doi": written})["DOI"].startswith("10.1")


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        (r"10.1007/978-3-319-20794-0{\_}129-1", "10.1007/978-3-319-20794-0_129-1"),
        (r"10.1007/978-3-319-20794-0\_129-1", "10.1007/978-3-319-20794-0_129-1"),
        (r"10.1000/a\textunderscore b", "10.1000/a_b"),
        (r"10.1000/a$_$b", "10.1000/a_b"),
        (r"10.1002/(SICI)1096-9861(19960205)365:1{\textless}113::AID-CNE9{\textgreater}3.0.CO;2-6", SICI),
        (r"10.1002/(SICI)1096-9861(19960205)365:1\textless113::AID-CNE9\textgreater3.0.CO;2-6", SICI),
        (r"10.1002/(SICI)1096-9861(19960205)365:1$<$113::AID-CNE9$>$3.0.CO;2-6", SICI),
        (r"10.1002/(SICI)1096-9861(19960205)365:1&lt;113::AID-CNE9&gt;3.0.CO;2-6", SICI),
        (r"10.1000/a{\&}b", "10.1000/a&b"),
        (r"10.1000/a\&b", "10.1000/a&b"),
        (r"\href{https://doi.org/10.1000/abc}{10.1000/abc}", "10.1000/abc"),
        (r"\href{https://doi.org/10.1000/a\_bc}{Link}", "10.1000/a_bc"),
        (r"\url{https://doi.org/10.1000/abc}", "10.1000/abc"),
        (r"\url{10.1000/abc}", "10.1000/abc"),
        (r"https://doi.org/10.1000/ABC", "10.1000/abc"),
        (r"http://dx.doi.org/10.1016/S0140-6736{\%}2802{\%}2907808-6", "10.1016/s0140-6736(02)07808-6"),
        (r"doi: 10.1000/abc", "10.1000/abc"),
        (r"10.1641/0006-3568(2001)051{[}0933:TEOTWA{]}2.0.CO;2", "10.1641/0006-3568(2001)051[0933:teotwa]2.0.co;2"),
        ("10.1000/a.b-c(1)", "10.1000/a.b-c(1)"),
    ],
)
def test_a_doi_loses_its_latex_and_its_address(written: str, doi: str) -> None:
    assert csl_of("k", "article", {"doi": written})["DOI"] == doi


@pytest.mark.parametrize(
    ("written", "url"),
    [
        (r"\url{https://a.example/x\_y}", "https://a.example/x_y"),
        (r"https://a.example/x{\_}y{\&}z\%20", "https://a.example/x_y&z%20"),
        (r"\href{https://a.example/x}{A page}", "https://a.example/x"),
        (r"https://a.example/{\textasciitilde}me", "https://a.example/~me"),
        (r"https://a.example/\~{}me", "https://a.example/~me"),
        ("https://a.example/?x=1&y=2--3#z", "https://a.example/?x=1&y=2--3#z"),
    ],
)
def test_an_address_loses_its_latex_alone(written: str, url: str) -> None:
    assert address(written) == url
    assert csl_of("k", "misc", {"howpublished": written})["URL"] == url


@pytest.mark.parametrize("text", [r"\beta \omega \theta", r"\textit{in vitro}", r"\left( \in \url{x}", "a {b} c"])
def test_other_commands_are_no_letters(text: str) -> None:
    assert with_letters(text) == text
