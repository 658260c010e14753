from __future__ import annotations

import time
from datetime import date

import pytest

from evidence import assess, open_document

WORK = "Bell, A. (2015). Walking and blood pressure. Heart Journal, 72, 34-43."
CLAIM = "Brisk walking lowers blood pressure in adults with hypertension."


def found(text, name="post.md"):
    document = open_document(name, text.encode()).document
    return assess(document, today=date(2026, 11, 1)).sentences


def tied(sentences, start="Brisk walking"):
    return [link.key for row in sentences if row.sentence.text.startswith(start) for link in row.links]


@pytest.mark.parametrize(
    "behind",
    [
        "[note]Ask your nurse before you start.[/note]",
        '{{< sidenote "a" >}}It is a fine way to see the town.{{< /sidenote >}}',
        '{{< figure src="walk.jpg" caption="Walkers by the river in 2015, as many were." >}}',
        "{% footnote %}It costs nothing at all.{% endfootnote %}",
        "<Footnote>It costs nothing at all.</Footnote>",
        '<Tooltip content="what the upper number says">1</Tooltip>',
        '<Cite id="bell" />',
        "^[It costs nothing at all.]",
    ],
)
def test_a_tag_without_a_work_ties_nothing(behind):
    assert tied(found(f"# Walking\n\n{CLAIM}{behind}\n\nIt is a sport.\n")) == []


@pytest.mark.parametrize(
    "note",
    [
        "^[{}]",
        "<ref>{}</ref>",
        "[mfn]{}[/mfn]",
        "[footnote]{}[/footnote]",
        '{{{{< sidenote "a" >}}}}{}{{{{< /sidenote >}}}}',
        "{{{{% footnote %}}}}{}{{{{% /footnote %}}}}",
        "{{% footnote %}}{}{{% endfootnote %}}",
        "<Footnote>{}</Footnote>",
    ],
)
def test_a_promise_in_a_note_is_told_to_readers_and_blocks(note):
    promise = "Garlic tea cures cancer within weeks."
    rows = found(f"# Walking\n\n{CLAIM}{note.format(promise)} It is a sport.\n")
    told = [row for row in rows if promise in row.sentence.text]
    assert any(flag.severity.value == "blocker" for row in told for flag in row.flags)


@pytest.mark.parametrize(
    "note",
    [
        f'{{{{< footnote "1" >}}}}{WORK}{{{{< /footnote >}}}}',
        f"{{% footnote %}}{WORK}{{% endfootnote %}}",
        f'<Footnote id="1">{WORK}</Footnote>',
        f"[footnote]{WORK}[/footnote]",
    ],
)
def test_a_note_in_a_paragraph_of_its_own_belongs_to_a_mark_elsewhere(note):
    rows = found(f"# Walking\n\n{CLAIM}\n\nSleeping little raises the risk of diabetes.\n\n{note}\n")
    assert [row.links for row in rows] == [(), ()]


FORMS = (
    f"^[{WORK}]",
    f"<ref>{WORK}</ref>",
    f"[mfn]{WORK}[/mfn]",
    f"[modern_footnote]{WORK}[/modern_footnote]",
    f"[efn_note]{WORK}[/efn_note]",
    f"[ref]{WORK}[/ref]",
    f" [footnote]{WORK}[/footnote]",
    f'{{{{< sidenote "walk" >}}}}{WORK}{{{{< /sidenote >}}}}',
    f"{{{{% footnote %}}}}{WORK}{{{{% /footnote %}}}}",
    f"{{{{< marginnote >}}}}{WORK}{{{{< /marginnote >}}}}",
    f'{{{{< footnote "{WORK}" >}}}}',
    f'{{{{< footnote "1" "{WORK}" >}}}}',
    f'{{{{< cite 1 "{WORK}" >}}}}',
    f"{{% sidenote 'walk' '{WORK}' %}}",
    f'{{% marginnote "walk" "{WORK}" %}}',
    f"{{% footnote %}}{WORK}{{% endfootnote %}}",
    f"<Footnote>{WORK}</Footnote>",
    f'<Sidenote id="a">{WORK}</Sidenote>',
    f'<Cite id="a" text="{WORK}" />',
    f'<Tooltip content="{WORK}"><sup>1</sup></Tooltip>',
)


@pytest.mark.parametrize("note", FORMS)
def test_a_work_in_a_note_is_the_source_of_the_words_before_it(note):
    rows = found(f"# Walking\n\n{CLAIM}{note}\n\nSleeping little raises the risk of diabetes.\n")
    assert tied(rows) == ["bell2015"]
    assert tied(rows, "Sleeping") == []


@pytest.mark.parametrize("note", FORMS)
def test_a_note_within_a_sentence_leaves_it_whole(note):
    rows = found(f"# Walking\n\n{CLAIM[:-1]}{note.strip()}, and it is free.\n")
    assert [row.sentence.text.startswith("Brisk") for row in rows] == [True]
    assert tied(rows) == ["bell2015"]


AROUND = (
    '<Cite id="walks" tooltip="{work}">{claim}</Cite>',
    '<Ref cite="{work}">{claim}</Ref>',
    "<Tooltip content='{work}'>{claim}</Tooltip>",
    '<Source title="{work}">{claim}</Source>',
)


@pytest.mark.parametrize("around", AROUND)
def test_a_component_with_a_work_bears_out_the_words_that_it_stands_around(around):
    told = around.format(work=WORK, claim=CLAIM)
    rows = found(f"# Walking\n\nTea cures asthma in children. {told} Sleeping little harms the heart.\n")
    assert tied(rows) == ["bell2015"]
    assert tied(rows, "Tea") == []
    assert tied(rows, "Sleeping") == []


@pytest.mark.parametrize("around", AROUND)
def test_it_bears_out_its_item_of_a_list_and_no_other(around):
    told = around.format(work=WORK, claim=CLAIM)
    rows = found(f"# Walking\n\n- Tea cures asthma in children\n- {told}\n- Garlic cures cancer\n")
    assert [tied(rows, word) for word in ("Tea", "Brisk", "Garlic")] == [[], ["bell2015"], []]


def test_a_component_that_tells_no_work_bears_out_nothing():
    assert tied(found(f'# Walking\n\n<Tooltip content="As I wrote in 2015 to my aunt">{CLAIM}</Tooltip>\n')) == []


def test_a_note_on_the_next_line_belongs_to_the_sentence_above():
    assert tied(found(f"# Walking\n\n{CLAIM}\n<Footnote>{WORK}</Footnote>\n\nIt is free.\n")) == ["bell2015"]


def test_wordpress_shortcodes_are_read_in_a_web_page_too():
    page = f"<html><body><article><h1>Walking</h1><p>{CLAIM}[mfn]{WORK}[/mfn]</p></article></body></html>"
    assert tied(found(page, "post.html")) == ["bell2015"]


@pytest.mark.parametrize("piece", ["[mfn]a", '{{< cite "a ', "{% fn 'a 2015 ", '<Cite text="2015 ', "<Footnote>a "])
def test_what_is_never_closed_takes_linear_time(piece):
    start = time.process_time()
    found("# Walking\n\n" + f"Tea{piece}" * 2000 + "\n")
    assert time.process_time() - start < 10
