"""Citations by key as site generators, editors of formulas and typesetters write them."""

from __future__ import annotations

import pytest

from evidence.language.visible_text import visible
from evidence.opening.file_formats import open_text
from evidence.reading.documents import read

CLAIM = "Mint oil eases cramps in adults"


def keys_in(written: str) -> list[tuple[str, ...]]:
    return [marker.keys for marker in read(f"Tea is warm and cheap.\n\n{CLAIM} {written}.\n").markers]


@pytest.mark.parametrize(
    "written",
    [
        "{% include figure.html key='bell2012' %}",
        "{% comment %}bell2012{% endcomment %}",
        "{% cite %}",
        "{{< ref bell2012 >}}",
        "{{< figure src='bell2012.png' >}}",
        "{{ page.cite }}",
        "<cite id='bell2012'>The Lancet</cite>",
        "<d-cite></d-cite>",
        "\\textit{bell2012}",
        "{sub}`bell2012`",
        "`{% cite bell2012 %}`",
        "the site: bell2012",
        "#cite(page)",
        "excite:bell2012",
    ],
)
def test_what_cites_nothing_is_no_marker(written: str) -> None:
    assert keys_in(written) == []


@pytest.mark.parametrize(
    "written",
    [
        "{% cite bell2012 %}",
        "{%- cite 'bell2012' --locator 33 -%}",
        "{% citet bell2012 --prefix see %}",
        '{% include citation.html key="bell2012" %}',
        "{{< cite bell2012 >}}",
        '{{% cite "bell2012" %}}',
        '{{ cite(key="bell2012") }}',
        "{{ bib.cite('bell2012') }}",
        '<d-cite key="bell2012"></d-cite>',
        "<Cite id='bell2012' />",
        '<Citation keys={["bell2012"]}>1</Citation>',
        '<cite data-key="bell2012">[1]</cite>',
        "<sup>{% cite bell2012 %}</sup>",
        "{cite}`bell2012`",
        "{cite:p}`bell2012`",
        ":cite:`bell2012`",
        "\\cite{bell2012}",
        "\\citep[see][p.~3]{bell2012}",
        "\\parencite*{bell2012}",
        "#cite(<bell2012>)",
        "cite:[bell2012(33)]",
        "citenp:[bell2012]",
        "cite:bell2012",
    ],
)
def test_a_key_is_read_from(written: str) -> None:
    assert keys_in(written) == [("bell2012",)]


@pytest.mark.parametrize(
    "written",
    [
        "{% cite bell2012 coe2014 %}",
        '{{< cite "bell2012" "coe2014" >}}',
        '<d-cite bibtex-key="bell2012, coe2014"/>',
        "{cite:p}`bell2012,coe2014`",
        "\\citep{bell2012, coe2014}",
        "cite:[bell2012(3), coe2014]",
        "cite:bell2012,coe2014",
    ],
)
def test_several_keys_are_read_from(written: str) -> None:
    assert keys_in(written) == [("bell2012", "coe2014")]


@pytest.mark.parametrize(
    "written", ["{% cite bell2012 %}", "{{< cite bell2012 >}}", "\\cite{bell2012}", ":cite:`bell2012`"]
)
def test_readers_do_not_see_the_key(written: str) -> None:
    seen = visible(read(f"Tea is warm and cheap.\n\n{CLAIM} {written}.\n"))
    assert [sentence.text for sentence in seen][-1] == f"{CLAIM}."


def test_a_mark_behind_the_stop_belongs_to_the_sentence_before_it() -> None:
    document = read(f"{CLAIM}. {{% cite bell2012 %}}\n\nTea is warm.\n")
    assert [marker.sentence for marker in document.markers] == [0]


def test_a_saved_page_cites_by_keys_too() -> None:
    mark = '<d-cite key="bell2012,coe2014"></d-cite>'
    page = f"<html><body><h1>Mint</h1><p>{CLAIM} {mark}.</p><p>Tea is warm.</p></body></html>"
    assert [marker.keys for marker in open_text(page).markers] == [("bell2012", "coe2014")]


@pytest.mark.parametrize(
    "written", ['{{< cite "https://doi.org/10.1000/abc1" >}}', "{% cite https://doi.org/10.1000/abc1 %}"]
)
def test_an_address_for_a_key_is_a_link(written: str) -> None:
    assert keys_in(written) == [("doi:10.1000/abc1",)]
