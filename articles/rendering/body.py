"""The one renderer: words, places and numbers in, HTML out, for readers and for the preview alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from html import escape

from articles.rendering.claim_marks import render_marked
from articles.rendering.markdown import to_html
from articles.rendering.sentinels import Mark, strip_sentinels
from evidence import Assessed, Assessment, Flag, Product, Source
from evidence.deadline import Deadline, TooIntricateError, within
from evidence.flags.catalogue import FLAGS

__all__ = [
    "COUNTED",
    "ICONS",
    "UNKNOWN",
    "WORDS",
    "Mark",
    "labels_of",
    "preview_article",
    "preview_assessed",
    "preview_html",
    "render_body",
    "support_of",
]

WORDS: Mapping[str, str] = {"supported": "Supported", "weak": "Weakly supported", "none": "Not supported"}
"""What readers call the three kinds of support."""

COUNTED: Mapping[str, str] = WORDS
"""The same after a number: 3 supported, 4 not supported. Whether a source is missing or does not hold is told apart."""

ICONS: Mapping[str, str] = {"supported": "✓", "weak": "◐", "none": "✕"}
"""The shape that stands before the word, so that colour never carries the meaning alone."""

LEVEL_WORDS: Mapping[str, str] = {
    "strong": "Strong evidence",
    "moderate": "Moderate evidence",
    "weak": "Weak evidence",
    "very-weak": "Very weak evidence",
    "none": "No evidence",
}

_LEAVES_NOTHING = frozenset(
    {
        *("missing-citation", "unresolved-mention", "retracted-source", "contradicted-by-source"),
        *("product-claim-unsupported", "safety-claim-unsupported", "disease-claim-for-supplement"),
    }
)
_ORDER = {"blocker": 0, "warning": 1, "note": 2}


UNKNOWN = "Strength not known"
"""What readers see where a source is given whose strength nobody has recorded."""


def support_of(level: str, flags: Iterable[tuple[str, str, str]], *, sourced: bool = False) -> str:
    """ "supported", "weak" or "none", from the level of a claim and its flags (code, severity, state).

    Flags that are fixed or void count for nothing; an accepted flag no longer makes a claim weak, but no
    decision of an editor turns a claim without a source into one with a source. `sourced` says that a work is
    tied to the claim: where its strength is not known, the claim is weakly supported, not without a source.
    """
    unsettled = [(code, severity, state) for code, severity, state in flags if state in ("open", "accepted")]
    still_open = [(code, severity) for code, severity, state in unsettled if state == "open"]
    if any(code in _LEAVES_NOTHING for code, _ in still_open):
        return "none"
    if level == "none":
        return "weak" if sourced and not any(code in _LEAVES_NOTHING for code, _, _ in unsettled) else "none"
    if level in ("weak", "very-weak") or any(severity in ("blocker", "warning") for _, severity in still_open):
        return "weak"
    return "supported"


def said_of(support: str, level: str, fault: str = "") -> tuple[str, str]:
    """The words of a claim's mark, those of its worst `fault` if it has one, and of its level.

    Of a claim without a level nothing is said in the second: its mark says why, and "no evidence" beside a source that
    nobody has graded, or that was retracted, would contradict it.
    """
    unknown = level == "none" and support == "weak"
    words = fault or (UNKNOWN if unknown else WORDS.get(support, WORDS["none"]))
    return words, "" if level == "none" else LEVEL_WORDS.get(level, "")


def labels_of(flags: Iterable[tuple[str, str, str]], *, level: str = "", support: str = "") -> tuple[str, ...]:
    """The words that readers see for flags (code, severity, state), worst first, each once.

    With the level and the support of the claim, a source whose strength is not known is said to be one.
    """
    unsettled = [flag for flag in flags if flag[2] in ("open", "accepted")]
    worst_first = sorted(unsettled, key=lambda flag: _ORDER.get(flag[1], 3))
    labels = (FLAGS[code].reader for code, _, _ in worst_first if code in FLAGS)
    unknown = (UNKNOWN,) if level == "none" and support == "weak" else ()
    return tuple(dict.fromkeys(label for label in (*labels, *unknown) if label))


def render_body(
    body: str,
    marks: Sequence[Mark] = (),
    numbers: Mapping[str, int] | None = None,
    *,
    commercial: Collection[str] = (),
    preview: bool = False,
) -> str:
    """Sanitised HTML of a Markdown body with its sentences marked.

    `marks` are places in `body` (code points). `numbers` maps citation keys to numbers of the reference list:
    `[@key]` and `[1]` become links to `#ref-1`. `commercial` are hosts or addresses whose links are paid for.
    A mark opens the card `claim-<index>-why`; with `preview` its labels stand beside the sentence instead.
    """
    if strip_sentinels(body) != body:
        body, marks = strip_sentinels(body), ()  # the places no longer hold; the text goes before its marks

    def render(text: str) -> str:
        return to_html(text, numbers or {}, commercial, name_unknown=preview)

    return render_marked(body, marks, render, _beside if preview else _button, listing=not preview)


def _button(mark: Mark) -> str:
    """What opens the card: words, and how many more there are. The shape before them is set by the style sheet.

    Heard is "Claim, weakly supported: one study; button"; of a supported claim the tick alone is seen.
    """
    classes = f"tag tag-{escape(mark.support)}" + (
        " tag-problem" if mark.problem and mark.support == "supported" else ""
    )
    level = WORDS.get(mark.support, WORDS["none"])
    words = level if mark.support != "supported" else ""
    if mark.labels:
        words = mark.labels[0] + (f" +{len(mark.labels) - 1}" if len(mark.labels) > 1 else "")
    heard = f"Claim, {level.lower()}" + (f": {words}" if mark.labels else "")
    return (
        f'<button class="{classes}" popovertarget="claim-{mark.index}-why" aria-label="{escape(heard)}">'
        f"{escape(words)}</button>"
    )


def _beside(mark: Mark) -> str:
    words = mark.labels or (WORDS.get(mark.support, WORDS["none"]),)
    lines = "".join(f'<span class="preview-flag">{escape(line)}</span>' for line in words)
    shape = f'<span aria-hidden="true" class="shape">{ICONS.get(mark.support, ICONS["none"])}</span>'
    return f'<small class="preview-flags tag-{escape(mark.support)}">{shape}{lines}</small>'


# --- The preview -------------------------------------------------------------------------------------------


def preview_html(content: str, deadline: Deadline | None = None) -> str:
    """What the editor's preview shows of a text alone: the sources are those of its own reference list."""
    try:
        with within(deadline):
            return preview_article(content, None, (), {}, datetime.now(UTC).date())
    except TooIntricateError as problem:
        return unread(content, problem)


def unread(content: str, problem: Exception) -> str:
    """A draft that is not read in time: why, and its words as they are written."""
    return f'<p class="preview-error" role="alert">{escape(str(problem))}</p><pre>{escape(content)}</pre>'


def preview_article(
    content: str,
    sources: Sequence[Source] | None,
    products: Sequence[Product],
    numbers: Mapping[str, int],
    today: date,
) -> str:
    """The draft with its claims underlined and what is wrong with each in words beside it.

    `content` is Markdown; `sources` None takes the works from the reference list in the text. A text that the
    engine cannot read is shown without marks and with the reason above it. Raises TooIntricateError where a deadline
    holds and is over.
    """
    # The engine is loaded when it is first needed: rendering a published page does without it.
    from evidence import assess, read

    content = content.replace("\r\n", "\n").replace("\r", "\n")
    content = strip_sentinels(content)
    try:
        document = read(content, "markdown", html=False)
        assessment = assess(document, sources, tuple(products), today=today)
    except TooIntricateError:
        raise
    except ValueError as error:
        return f'<p class="preview-error">{escape(str(error))}</p>' + render_body(content, preview=True)
    return preview_assessed(content, assessment, numbers)


def preview_assessed(content: str, assessment: Assessment, numbers: Mapping[str, int]) -> str:
    """The draft `content` with what an assessment of it found, as `preview_article` shows it."""
    if assessment.document.text != content:
        return render_body(content, (), numbers, preview=True) + _page_flags(assessment)
    marks = [mark for mark in map(_preview_mark, assessment.sentences) if mark]
    known = numbers or {source.key: source.number for source in assessment.sources if source.number}
    html = render_body(content, marks, known, preview=True)
    return html + _page_flags(assessment, _unmarked(assessment.sentences, html))


def _preview_mark(row: Assessed) -> Mark | None:
    if not row.claim.claim and not row.flags:
        return None
    facts = [(flag.code, str(flag.severity), "open") for flag in row.flags]
    lines = tuple(
        f"{_weight(flag)}: {FLAGS[flag.code].title}. {flag.message}"
        for flag in sorted(row.flags, key=lambda flag: _ORDER[flag.severity])
    )
    support = support_of(str(row.grade.level), facts, sourced=bool(row.links))
    if not lines and row.grade.level == "none" and support == "weak":
        lines = (UNKNOWN,)
    elif not lines and support != "none":
        lines = (f"{str(row.grade.level).replace('-', ' ').capitalize()} evidence",)
    return Mark(row.sentence.index, row.sentence.start, row.sentence.end, support, lines, bool(row.flags))


def _weight(flag: Flag) -> str:
    """The severity of a flag with its band where that is not sure: "Warning (likely)"."""
    band = str(flag.certainty.band)
    return str(flag.severity).capitalize() + ("" if band == "sure" else f" ({band})")


def _unmarked(rows: Iterable[Assessed], html: str) -> list[Flag]:
    """The flags of headings, tables and the like, in which no mark can stand, with the words that they are about."""
    return [
        replace(flag, message=f"“{row.sentence.text}”: {flag.message}")
        for row in rows
        if row.sentence.place and f'id="claim-{row.sentence.index}"' not in html
        for flag in row.flags
    ]


def _page_flags(assessment: Assessment, unmarked: Sequence[Flag] = ()) -> str:
    flags = [*unmarked, *assessment.source_flags, *assessment.page_flags]
    if not flags:
        return ""
    rows = "".join(
        f"<li><strong>{escape(_weight(flag))}:</strong> {escape(FLAGS[flag.code].title)}"
        f"{f' ({escape(flag.reference)})' if flag.reference else ''}. {escape(flag.message)}</li>"
        for flag in sorted(flags, key=lambda flag: _ORDER[flag.severity])
    )
    return f'<aside class="preview-page"><h2>About the page and its sources</h2><ul>{rows}</ul></aside>'
