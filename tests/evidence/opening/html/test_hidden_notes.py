from __future__ import annotations

from datetime import date

import pytest

from evidence import assess, open_document

WORK = "Miller A. Zinc and colds in adults. J Zinc. 2015;3(2):11-19."


def rows(body):
    page = f"<html><body><article><h1>Zinc</h1><p>Zinc shortens colds{body} Tea is warm.</p></article></body></html>"
    document = open_document("a.html", page.encode()).document
    assessed = assess(document, today=date(2026, 11, 1))
    return {row.sentence.text.partition("[")[0]: [link.key for link in row.links] for row in assessed.sentences}


@pytest.mark.parametrize(
    "body",
    [
        '. <span class="note">Honey is sweet and warm.</span>',
        '. <span class="footnote-link">Honey is sweet and warm.</span>',
        '.<sup>2</sup> <span class="keynote-text">Honey is sweet and warm.</span>',
        '. <span class="side-note-free">Honey is sweet and warm.</span>',
        '. <a title="Honey is sweet and warm, says the cook of the house.">Honey is sweet and warm.</a>',
        '. <span class="sidenote">Honey is sweet and warm.</span>',
        '. <div class="tooltip"><p>Tea.</p><span class="tooltiptext">Honey is sweet and warm.</span></div>',
        f'. <span title="{WORK}">Honey is sweet and warm.</span>',
        f'. <abbr title="{WORK}">Honey is sweet and warm.</abbr>',
        '.<sup>3</sup><aside class="pull-quote">Honey is sweet and warm.</aside>',
        '.<button title="Honey is sweet and warm, as sold in 1999.">1</button> <span>Honey is sweet and warm.</span>',
    ],
)
def test_other_words_stay_prose(body):
    assert any(text.strip().startswith("Honey is sweet") for text in rows(body))


@pytest.mark.parametrize(
    "body",
    [
        '.<sup class="modern-footnotes-footnote" data-mfn="1"><a>1</a></sup>'
        f'<span class="modern-footnotes-footnote__note" data-mfn="1">{WORK}</span>',
        '<sup class="modern-footnotes-footnote " data-mfn="1"><a href="javascript:void(0)" role="button">1</a></sup>'
        f'<span class="modern-footnotes-footnote__note" role="tooltip" data-mfn="1" tabindex="0">{WORK}</span>.',
        '.<sup class="modern-footnotes-footnote" data-mfn="7"><a>1</a></sup> '
        f'<span class="modern-footnotes-footnote__note" style="display:none" data-mfn="7">{WORK}</span>',
        '.<sup class="modern-footnotes-footnote" data-mfn="1"><a>1</a></sup>'
        f'<span class="modern-footnotes-footnote__note" aria-hidden="true" data-mfn="1">{WORK}</span>',
        f'.<sup class="footnote-ref">1</sup><span class="footnote-text">{WORK}</span>',
        f'.<sup>1</sup><span class="footnote__content">{WORK}</span>',
        f'.<a class="fn">*</a><small class="footnote-tooltip">{WORK}</small>',
        '.<label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-1">'
        f'<span class="sidenote">{WORK}</span>',
        f'.<label for="mn-1">⊕</label><sup>1</sup><span class="marginnote">{WORK}</span>',
        f'.<sup><a href="#" title="{WORK}">1</a></sup>',
        f'.<sup title="{WORK}">1</sup>',
        f'.<sup><a href="#" data-tooltip="{WORK}">1</a></sup>',
        f'.<sup class="footnote-ref" data-footnote="&lt;p&gt;{WORK}&lt;/p&gt;">1</sup>',
        f'.<abbr title="{WORK}"><sup>1</sup></abbr>',
        f'.<span class="footnote-mark" title="{WORK}">1</span>',
        f'.<sup class="footnote">1<span class="footnote-inner">{WORK}</span></sup>',
        f'.<button class="footnote-button">1</button><span class="footnote-popover">{WORK}</span>',
        '.<sup class="mfn" data-mfn="4">4</sup>'
        f'<span class="modern-footnotes-footnote__note" data-mfn="4">{WORK}</span>',
        f'.<label for="mn-1">⊕</label><input type="checkbox" id="mn-1"><span class="marginnote">{WORK}</span>',
        f'.<sup class="sidenote-ref">1</sup><aside class="sidenote">{WORK}</aside>',
        f'.<sup class="modern-footnotes-footnote" data-mfn="1" title="{WORK}"><a>1</a></sup>',
        f'.<label for="mn-1" class="margin-toggle">&#8853;</label><span class="marginnote">{WORK}</span>',
        f'.<abbr title="{WORK}">[1]</abbr>',
        f'.<span class="tooltip">[1]<span class="tooltiptext">{WORK}</span></span>',
        f'.<sup class="cite" data-tippy-content="{WORK}">1</sup>',
        f'.<sup data-tippy-content="&lt;p&gt;{WORK}&lt;/p&gt;">1</sup>',
        f'.<a href="#" data-bs-toggle="tooltip" data-bs-title="{WORK}"><sup>1</sup></a>',
        f'.<span class="fn" data-footnote="{WORK}">1</span>',
    ],
)
def test_a_note_behind_its_mark_is_a_note(body):
    found = rows(body)
    assert found.pop(next(text for text in found if text.startswith("Zinc shortens"))) == ["miller2015"]
    assert [text for text in found if not text.startswith("Tea is warm")] == [
        text for text in found if not text.strip(" .")
    ]


def test_each_note_belongs_to_its_own_mark():
    one = '<sup class="modern-footnotes-footnote" data-mfn="{n}"><a>{n}</a></sup>'
    note = '<span class="modern-footnotes-footnote__note" data-mfn="{n}">{work}</span>'
    first = (one + note).format(n=1, work=WORK)
    second = (one + note).format(n=2, work="Brown B. Honey and cough. J Honey. 2017;4(1):1-9.")
    found = rows(f".{first} Honey eases cough.{second}")
    assert found["Zinc shortens colds."] == ["miller2015"]
    assert found["Honey eases cough."] == ["brown2017"]


def test_a_promise_in_a_tooltip_is_told_to_readers_and_blocks():
    note = '.<span class="tooltip">[1]<span class="tooltiptext">Garlic tea cures cancer within weeks.</span></span>'
    page = f"<html><body><article><h1>Zinc</h1><p>Zinc shortens colds{note}</p></article></body></html>"
    told = assess(open_document("a.html", page.encode()).document, today=date(2026, 11, 1)).sentences
    garlic = [row for row in told if "cures cancer" in row.sentence.text]
    assert any(flag.severity.value == "blocker" for row in garlic for flag in row.flags)


def test_marks_in_one_raised_element_have_a_note_each():
    found = rows(f'.<sup><a title="{WORK}">1</a>,<a title="Brown B. Honey. J Honey. 2017;4(1):1-9.">2</a></sup>')
    assert found["Zinc shortens colds."] == ["miller2015", "brown2017"]


def test_of_two_marks_in_a_paragraph_neither_takes_the_block_behind_it():
    found = rows(f'<sup>1</sup> and coughs<sup>2</sup>.</p><aside class="sidenote">{WORK}</aside><p>')
    assert [keys for text, keys in found.items() if text.startswith("Zinc shortens") and keys] == []


def test_a_promise_in_a_note_behind_its_mark_still_needs_a_source():
    page = (
        "<html><body><article><h1>Zinc</h1><p>Zinc is a metal<sup>1</sup>.</p>"
        '<aside class="sidenote">Honey cures cancer in all people.</aside></article></body></html>'
    )
    assessed = assess(open_document("a.html", page.encode()).document, today=date(2026, 11, 1))
    assert "missing-citation" in [flag.code for flag in assessed.flags if flag.severity.name == "BLOCKER"]
