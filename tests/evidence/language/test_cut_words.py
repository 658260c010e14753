"""What cuts a word in two or turns it round is found, with the tags at its edges that belong to it, nothing else."""

from __future__ import annotations

import pytest

from evidence.language.cut_words import marks_in_words, turned_words


def seen(text: str) -> str:
    for start, end in sorted(marks_in_words(text), reverse=True):
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize(
    "text",
    [
        "a <b>whole</b> word",
        "colds<sup>a</sup> and colds<sup>1</sup>",
        'colds<a href="#1">1</a>',
        "2<b>3</b>4",
        "one **two** three",
        "x ~~out~~ y",
        "a <span>b</span> c",
        '<span style="opacity:0">Zinc cures colds.</span>',
        "see `npm` and `pip` here",
        "a [word]{.underline} here",
        'zinc<img src="p.png" alt="Zinc cures colds">works',
        "**Note!**![](p.png) here",
        "colds{% footnote %}It costs nothing.{% endfootnote %}",
        "colds{{< cite bell >}}and more",
        "colds {{ price }} more",
    ],
)
def test_marks_around_words_stay(text: str) -> None:
    assert seen(text) == text


@pytest.mark.parametrize(
    "written",
    [
        "cu{{< shy >}}res",
        "cu{{ '' }}res",
        "cu{% raw %}{% endraw %}res",
        "cu<% %>res",
        "cu{!! '' !!}res",
        "cu${''}res",
        "cu[shy]res",
        *("**cu**res", "cu**re**s", "~~cu~~res", "cu==re==s", "<b>cu</b>res", "cu<kbd>re</kbd>s", "cu<sup>r</sup>es"),
        *("cu<span></span>res", 'cu<a id="x"></a>res', "cu<wbr>res", "cu</wbr>res", "cu<?x ?>res", "cu<!-- x -->res"),
        *("<span><b>cu</b></span>res", "cu<i><b>res</b></i>", "cu[](x)res", "cu<nobr></nobr>res"),
        *("".join(f"<{tag}>{letter}</{tag}>" for letter in "cures") for tag in ("span", "b", "i")),
        *(f'cu<span style="{style}">x</span>res' for style in ("opacity:0", "font-size: 0px", "left:-9999px")),
        'cu<span class="sr-only">x</span>res',
        *("cu![](p.png)res", 'cu<img src="p.gif" width=1 alt="">res', "cu`re`s", "`cu`res", "cu~re~s", "[cu]{.x}res"),
        "cu[re]{.smallcaps}s",
    ],
)
def test_a_word_that_is_cut_is_whole_again(written: str) -> None:
    assert seen(f"Zinc {written} colds.") == "Zinc cures colds."


def test_a_tag_that_holds_more_than_the_word_stays_outside_of_it() -> None:
    assert seen("<b>Zinc cu</b>res colds.") == "<b>Zinc cures colds."


@pytest.mark.parametrize("text", ["\u202eseruc\u202c", '<bdo dir="rtl">seruc</bdo>'])
def test_what_is_turned_round_is_read_as_it_shows(text: str) -> None:
    assert list(turned_words(f"Zinc {text}.")) == [(5, 5 + len(text), "cures")]


def test_hebrew_runs_the_other_way_by_itself() -> None:
    assert list(turned_words("\u202eשלום\u202c")) == []
