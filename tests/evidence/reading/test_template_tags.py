"""Tags of templates: none is a sentence, words behind one are, and what a tag shows is told apart."""

from __future__ import annotations

import pytest

from evidence import read

BEFORE, BEHIND = "Mint eases colic.", "Honey calms a cough."


def _prose(text: str) -> list[str]:
    return [" ".join(one.text.split()) for one in read(text, "markdown").sentences if not one.place]


def _captions(text: str) -> list[str]:
    return [block.text for block in read(text, "markdown").not_prose if block.kind == "caption"]


@pytest.mark.parametrize(
    "shown",
    [
        "{% if page.long %}Honey calms a cough.{% endif %}",
        "{{< box >}}Honey calms a cough.{{< /box >}}",
        "{{% box %}}Honey calms a cough.{{% /box %}}",
        '{% box "tip" %}Honey calms a cough.{% endbox %}',
        '<Box kind="tip">Honey calms a cough.</Box>',
        "<Box>Honey calms a cough.</Box>",
        "[one_half]Honey calms a cough.[/one_half]",
        "{% raw %}Honey calms a cough.{% endraw %}",
        "{% capture note %}\nHoney calms a cough.\n{% endcapture %}",
    ],
)
def test_words_between_two_tags_are_never_lost(shown: str) -> None:
    assert _prose(f"{BEFORE}\n\n{shown}\n") == [BEFORE, BEHIND]


@pytest.mark.parametrize(
    "sentence", ["Drink {{ cups }} cups a day.", "Mint {% x %} eases colic.", "Use {braces} well."]
)
def test_a_tag_within_a_sentence_leaves_it_whole(sentence: str) -> None:
    assert _prose(f"{sentence}\n") == [sentence]


@pytest.mark.parametrize("text", ["{% include x.html", "{{< figure src='x'", "{% comment %}", "<Box title='a b c'"])
def test_a_tag_never_closed_hides_nothing(text: str) -> None:
    assert BEHIND in " ".join(_prose(f"{BEFORE}\n\n{text}\n{BEHIND}\n"))


@pytest.mark.parametrize(
    "tag",
    [
        '{% include fig.html src="a.png" alt="A jar" %}',
        "{{< youtube abc >}}",
        "{{/* a word of the author */}}",
        "{{ content }}",
        "{% include toc.html\n   title='Here'\n   class='side' %}",
        "{{< figure\n  src='/a.png'\n  width='20'\n>}}",
        "{% highlight python %}\nx = 1\n{% endhighlight %}",
        "{{< highlight go >}}\nx := 1\n{{< /highlight >}}",
        "{% comment %}\nOld words of the page.\n{% endcomment %}",
        "<Chart\n  data={[{ name: 'EPA', value: 3 }]}\n  wide\n/>",
        "<img\n  src='a.png'\n  width='3'\n/>",
        "import {\n  Box,\n  Chart,\n} from '../ui'",
        "export const meta = {\n  kind: 'x',\n  parts: ['a', 'b'],\n}",
        "[gallery ids='1,2,3']",
        "[contact-form-7 id='12']",
        "[TOC]",
        "[[toc]]",
    ],
)
def test_a_tag_is_no_sentence(tag: str) -> None:
    assert _prose(f"{BEFORE}\n\n{tag}\n\n{BEHIND}\n") == [BEFORE, BEHIND]


@pytest.mark.parametrize(
    "tag",
    [
        "{% include a.html %}",
        '{{< figure src="a.png" alt="A jar of honey" >}}',
        '{% image "a.png", "A jar of honey on a sill" %}',
        "![A jar of honey](a.png)",
        "[![A jar of honey](a.png)](b.html)",
        "![[jar.png]]",
        '<img src="a.png" alt="A jar of honey">',
        '<Figure src="a.png" alt="A jar of honey" />',
    ],
)
def test_what_stands_between_sentences_glues_none(tag: str) -> None:
    assert _prose(f"{BEFORE} {tag} {BEHIND}\n") == [BEFORE, BEHIND]
    assert _prose(f"{tag} {BEHIND}\n") == [BEHIND]
    assert _prose(f"{BEFORE} {tag}\n") == [BEFORE]


@pytest.mark.parametrize(
    "tag",
    [
        '{% include figure.html src="a.png" caption="A jar of honey" %}',
        '{{< figure src="a.png" title="A jar of honey" >}}',
        '{{< figure\n  src="a.png"\n  caption="A jar of honey"\n>}}',
        '{% image "./a.png", "A jar of honey", "(min-width: 30em) 50vw" %}',
        '<Figure\n  src="a.png"\n  caption="A jar of honey"\n/>',
    ],
)
def test_the_words_below_a_picture_are_its_caption(tag: str) -> None:
    assert _captions(f"{BEFORE}\n\n{tag}\n\n{BEHIND}\n") == ["A jar of honey"]


@pytest.mark.parametrize(
    "shown",
    [
        "{% capture a %}{{ 12 | divided_by: page.size }}{% endcapture %}",
        "<div class='a'>{{ note | markdownify }}</div>",
        "<p>![A leaf](a.png)</p>",
        "<center><img src='a.png' alt='A jar of honey'></center>",
    ],
)
def test_tags_around_what_is_no_sentence_make_it_none(shown: str) -> None:
    assert _prose(f"{BEFORE}\n\n{shown}\n\n{BEHIND}\n") == [BEFORE, BEHIND]


def test_a_source_behind_a_picture_stays_with_its_sentence() -> None:
    document = read(
        "Mint eases colic. ![A leaf](a.png) Honey calms a cough.[^1]\n\n[^1]: Lee A. Honey. J Food. 2019;3:1.\n"
    )
    assert [marker.sentence for marker in document.markers] == [1]
