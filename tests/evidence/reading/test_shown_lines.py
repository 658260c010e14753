"""A list, a definition or a mark that readers never see vouches for nothing."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import assess, read

CLAIM = "# Ginger\n\nGinger cures nausea in pregnant women [1]. Others drink tea at night.\n\n"
WORKS = "1. Smith J. Ginger for nausea. J Herbs. 2015;3(2):1-9.\n2. Doe A. Garlic for colds. J Herbs. 2016;3(2):1-9.\n"
LIST = f"## References\n\n{WORKS}"
COMMENTS = {
    "a comment of HTML": f"<!--\n{LIST}-->\n",
    "one that opens on the line": f"<!-- {LIST} -->\n",
    "a comment of Liquid": f"{{% comment %}}\n{LIST}{{% endcomment %}}\n",
    "a comment of Hugo": f"{{{{/*\n{LIST}*/}}}}\n",
    "a shortcode for comments": f"{{{{< comment >}}}}\n{LIST}{{{{< /comment >}}}}\n",
    "a comment of Obsidian": f"%%\n{LIST}%%\n",
    "a comment of MDX": f"{{/*\n{LIST}*/}}\n",
    "a remark of Jinja": f"{{#\n{LIST}#}}\n",
    "a remark of Handlebars": f"{{{{!--\n{LIST}--}}}}\n",
    "the items alone": f"## References\n\n<!--\n{WORKS}-->\n",
    "each item for itself": "## References\n\n<!-- 1. Smith J. Ginger for nausea. J Herbs. 2015;3(2):1-9. -->\n",
    "each item as a remark": "## References\n\n{# 1. Smith J. Ginger for nausea. J Herbs. 2015;3(2):1-9. #}\n",
    "a list without a heading": f"<!--\n{WORKS}-->\n",
    "the definition of a note": "<!--\n[^1]: Smith J. Ginger for nausea. J Herbs. 2015;3(2):1-9.\n-->\n",
    "the definition of a link": "<!--\n[1]: https://pubmed.ncbi.nlm.nih.gov/12345678/\n-->\n",
    "a definition in Liquid": "{% comment %}\n[1]: https://pubmed.ncbi.nlm.nih.gov/12345678/\n{% endcomment %}\n",
}


def _is_stopped(text: str) -> bool:
    assessment = assess(read(text, "markdown"), today=date(2026, 1, 1))
    return any(flag.code in ("missing-citation", "unresolved-mention") for flag in assessment.flags)


@pytest.mark.parametrize("hidden", COMMENTS.values(), ids=COMMENTS)
def test_a_list_in_a_comment_bears_no_claim(hidden: str) -> None:
    assert read(CLAIM + hidden, "markdown").references == ()
    assert _is_stopped(CLAIM + hidden)


SHOWN = {
    "a comment of editors before each item": LIST.replace("2. Doe", "<!-- wp:list-item -->\n2. Doe"),
    "a comment behind": f"{LIST}<!-- the end -->\n",
    "an element that opens": f"<details>\n<summary>References</summary>\n\n{WORKS}\n</details>\n",
    "a hidden element": f'<div style="display:none">\n\n{LIST}\n</div>\n',
    "a comment never closed": f"{LIST}\n{{% comment %}}\n",
    "a remark never closed": f"{LIST}\n{{# to do\n",
}


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_a_list_beside_a_comment_is_read_whole(shown: str) -> None:
    document = read(CLAIM + shown, "markdown")
    assert [one.raw for one in document.references] == [line[3:] for line in WORKS.splitlines()]
    assert not _is_stopped(CLAIM + shown)


def test_where_tags_are_shown_a_list_between_them_is_one() -> None:
    assert len(read(CLAIM + f"{{% comment %}}\n{LIST}{{% endcomment %}}\n", "markdown", html=False).references) == 2


@pytest.mark.parametrize(
    "closing",
    [
        "</details>", "</section>", "</Accordion>", ":::", "{: .refs}", "[/su_spoiler]", "{{< /details >}}",
        "{% endcollapse %}", "</aside>", "</div>\n\n</div>",
    ],
)  # fmt: skip
def test_what_closes_the_box_is_no_part_of_the_last_work(closing: str) -> None:
    works = read(f"{CLAIM}{LIST}\n{closing}\n", "markdown").references
    assert works[-1].raw == "Doe A. Garlic for colds. J Herbs. 2016;3(2):1-9."


REMARKS = [
    "{# [1] #}", "{{/* [1] */}}", "{{- /* [1] */ -}}", "{{!-- [1] --}}", "{% comment %}[1]{% endcomment %}",
    "{# https://pubmed.ncbi.nlm.nih.gov/12345678/ #}", "{# (Doe, 2016) #}", "<!-- [1] -->", "{/* [1] */}", "%% [1] %%",
]  # fmt: skip


@pytest.mark.parametrize("remark", REMARKS)
@pytest.mark.parametrize(
    "around", ["Mint cures cancer {}.", "Mint cures cancer. {} Tea is hot.", "Mint cures cancer.\n{}"]
)
def test_a_mark_in_a_remark_leads_nowhere(remark: str, around: str) -> None:
    assert _is_stopped(f"# Mint\n\nTea is hot.\n\n{around.format(remark)}\n\n{LIST}")


@pytest.mark.parametrize("shown", ["`{# [1] #}`", "{# [1]", "{{/* [1]", "{#id} [1]"])
def test_what_is_no_remark_is_read(shown: str) -> None:
    assert read(f"# Mint\n\nMint cures cancer {shown}.\n\n{LIST}", "markdown").sentences[0].text.count("[1]") == 1
