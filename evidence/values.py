"""The values that pass between the steps of the engine. All frozen, all built from text and facts alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from evidence.context import Source


class Severity(StrEnum):
    """What a flag does: a blocker stops publication, a warning is shown to readers, a note to editors only."""

    BLOCKER = "blocker"
    WARNING = "warning"
    NOTE = "note"


class Band(StrEnum):
    """How sure a judgement is: as a whole, `sure` is right in 9 of 10, `likely` in 7 of 10, `query` less often."""

    SURE = "sure"
    LIKELY = "likely"
    QUERY = "query"


class Level(StrEnum):
    """How far the evidence behind a claim or source reaches; `points` is its place on the 0-4 scale."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    VERY_WEAK = "very-weak"
    NONE = "none"

    @property
    def points(self) -> int:
        return _POINTS[self]

    @classmethod
    def of(cls, points: int) -> Level:
        """The level of a number of points; numbers beyond the scale count as its ends."""
        return _LEVELS[max(0, min(4, points))]


_LEVELS = (Level.NONE, Level.VERY_WEAK, Level.WEAK, Level.MODERATE, Level.STRONG)
_POINTS = {level: points for points, level in enumerate(_LEVELS)}


class Wording(StrEnum):
    """How strongly a sentence asserts an effect."""

    NONE = "none"
    ASSOCIATION = "association"
    HEDGED = "hedged"
    CAUSAL = "causal"


class Kind(StrEnum):
    """What a sentence is. Those of `CLAIM_KINDS` need a source; the others never do (Redi and others 2019)."""

    NUMERIC = "numeric"
    CAUSAL = "causal"
    EFFICACY = "efficacy"
    SAFETY = "safety"
    MANAGEMENT = "clinical-management"
    MECHANISM = "mechanism"
    COMPARATIVE = "comparative"
    DESCRIPTIVE = "descriptive"
    APPRAISAL = "appraisal"
    STATE_OF_EVIDENCE = "state-of-evidence"
    STUDY_RESULT = "study-result"
    STUDY_MENTION = "study-mention"
    PRODUCT = "product"
    DEFINITION = "definition"
    FRAMING = "framing"
    QUESTION = "question"
    OPINION = "opinion"
    RESEARCH_NEED = "research-need"
    ANECDOTE = "anecdote"


MAY_BLOCK = frozenset({Kind.EFFICACY, Kind.SAFETY, Kind.MANAGEMENT})
"""Claims of benefit, safety and advice: without a source they stop publication (standards.md A3.5)."""

CLAIM_KINDS = frozenset(
    {
        Kind.NUMERIC,
        Kind.CAUSAL,
        Kind.EFFICACY,
        Kind.SAFETY,
        Kind.MANAGEMENT,
        Kind.MECHANISM,
        Kind.COMPARATIVE,
        Kind.DESCRIPTIVE,
        Kind.APPRAISAL,
        Kind.STATE_OF_EVIDENCE,
        Kind.STUDY_RESULT,
        Kind.STUDY_MENTION,
        Kind.PRODUCT,
    }
)


ADVERTISED = "advertised"
"""The place of a sentence beside the prose (a heading, a row, a caption) that is read for what it says of a product."""


class How(StrEnum):
    """How a source came to stand behind a sentence."""

    MARKER = "marker"
    NAMED = "named"
    INHERITED = "inherited"
    COVERED = "covered"
    LINK = "link"
    NOTE = "note"
    EDITOR = "editor"


# --- What is read -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of prose. `start`/`end` are code points of the document's text; text[start:end] == text.

    `place` is "" for prose. Outside of it only what makes a claim is a sentence, and `place` is the kind of block it
    stands in ("heading", "table", ...), "standfirst" or ADVERTISED; `paragraph` is the number of the next paragraph.
    """

    index: int
    start: int
    end: int
    text: str
    paragraph: int
    place: str = ""


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation marker in the text: `[@key]`, `[1-3]`, `(Author, 2012)`, a footnote, a link to a work.

    `keys` holds what the marker names, as written but expanded: "rautava2012", "1", "2", "3",
    "author:rautava:2012", "doi:10.1000/x", "pmid:123", "note:a". `sentence` is the sentence it belongs to.
    """

    start: int
    end: int
    text: str
    how: How
    keys: tuple[str, ...]
    sentence: int


@dataclass(frozen=True, slots=True)
class Reference:
    """One item of a document's reference list. `csl` is CSL-JSON; a field that was not recognised is absent.

    `doubtful` names the fields that were read with little certainty: offered for checking, not asserted.
    """

    key: str
    raw: str
    start: int
    end: int
    csl: Mapping[str, Any]
    number: int
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch that is not prose; of a note only its mark is none where its words tell something.

    `kind` is one of: title, heading, tag-line, byline, nav, thumbnail, reference-list, code, table, notice,
    caption, front-matter, note, hidden.
    """

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of a web page or Word document that was not read: what it is, its line from 1 or 0, its words."""

    kind: str
    line: int
    words: int


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link in the text that is no citation (those are markers). `rel` is empty where none was written."""

    start: int
    end: int
    text: str
    url: str
    rel: str
    sentence: int | None


@dataclass(frozen=True, slots=True)
class Document:
    """A text after reading. Offsets everywhere are code points of `text`.

    `meta` is the front matter where there is one (title, topics, products, ...), otherwise empty. Where `text` was
    made from a web page, `places` are places in it with the line and column of the page each comes from, in order.

    Where the text looks otherwise than it is written (invisible signs, look-alike letters, emphasis inside a word),
    `as_seen` is the same document as it looks, part by part, with offsets of its own: that is what is judged. `hidden`
    are the words that hold what readers cannot see, each with the names of these characters. `remarks` are the notes of
    a numbered list that name no work, each by its number, `left_out` the parts of a file that are not in `text`.
    """

    text: str
    format: str
    title: str
    byline: str
    sentences: tuple[Sentence, ...]
    markers: tuple[Marker, ...] = ()
    references: tuple[Reference, ...] = ()
    not_prose: tuple[Block, ...] = ()
    links: tuple[Hyperlink, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)
    places: tuple[tuple[int, int, int], ...] = ()
    as_seen: Document | None = None
    hidden: tuple[tuple[str, str], ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    left_out: tuple[LeftOut, ...] = ()


Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, eq=False)
class Held(Generic[Value]):
    """A value by its identity, so that what is made of it is made once: to compare two would take longer."""

    value: Value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and other.value is self.value


# --- What is found ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence is taken to be. `claim` says whether a careful medical editor would want a source.

    `boosters` are the words found that promise too much ("we know", "proven", a bare "will", "all
    participants"); `vague` is the unnamed attribution found ("researchers think"); `mention` the words
    that describe or name one specific study ("One study followed three groups of women"). `certainty` is the learned
    chance that it is a claim, as the weights give it; None where rules alone decide, and `rule` then names the one that
    did ("" where a claim was told without rules of the decision, as in tests).
    """

    sentence: int
    claim: bool
    kinds: tuple[Kind, ...]
    wording: Wording
    boosters: tuple[str, ...] = ()
    vague: str = ""
    mention: str = ""
    certainty: float | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Certainty:
    """How often judgements like this one are right (0 to 1), and the band that this makes (standards.md A3.5a)."""

    chance: float
    band: Band


CERTAIN = Certainty(1.0, Band.SURE)
"""What is certain by form: a marker that leads nowhere, a retracted work, an unanswered disclosure."""


@dataclass(frozen=True, slots=True)
class Link:
    """A sentence stands on a source. `mention` is the marker or name that says so."""

    sentence: int
    key: str
    how: How
    mention: str = ""


@dataclass(frozen=True, slots=True)
class ProductMention:
    """Where the text names or promotes a product. `key` is empty for a product that nobody has recorded.

    `own` says that the text calls it "our", `sold` that the page shows signs of selling it; `names` are other names
    that it goes by in the text.
    """

    name: str
    key: str
    sentences: tuple[int, ...]
    seller: str = ""
    own: bool = False
    sold: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """A level with the reasons for it, in words a reader understands, in the order they were applied."""

    level: Level
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """One fault found. Exactly one of `sentence`, `reference` is set, or neither for the whole page.

    `message` tells the author what to do, `reader` is what the page shows ("" shows nothing), `standard`
    names the rule behind it, `facts` are what fired it. `severity` is already that of its `certainty`: only what is
    sure stops publication.
    """

    code: str
    severity: Severity
    message: str
    reader: str
    standard: str
    sentence: int | None = None
    reference: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    certainty: Certainty = CERTAIN


@dataclass(frozen=True, slots=True)
class Assessed:
    """Everything about one sentence: the claim, what it stands on, how well, and what is wrong.

    `read` is False where nothing was judged, because the sentence is in a language that the engine does not read.
    `chance` is the calibrated chance that it is a claim, None where nothing tells; `band` how sure that is, None where
    it is no claim.
    """

    sentence: Sentence
    claim: Claim
    links: tuple[Link, ...] = ()
    suggested: tuple[str, ...] = ()
    grade: Grade = Grade(Level.NONE, ())
    flags: tuple[Flag, ...] = ()
    read: bool = True
    chance: float | None = None
    band: Band | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """The engine's answer for one document."""

    version: str
    document: Document
    sources: tuple[Source, ...]
    sentences: tuple[Assessed, ...]
    products: tuple[ProductMention, ...] = ()
    source_flags: tuple[Flag, ...] = ()
    page_flags: tuple[Flag, ...] = ()

    @property
    def flags(self) -> tuple[Flag, ...]:
        """All flags, those of sentences first, then sources, then the page."""
        of_sentences = tuple(flag for row in self.sentences for flag in row.flags)
        return of_sentences + self.source_flags + self.page_flags
