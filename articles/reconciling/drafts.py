"""Two edits of one draft: its words, its choices, its topics and the rows beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from articles.reconciling.texts import parts, tokens

TEXTS = ("standfirst", "body")
"""What is put together sentence by sentence; every other value is taken whole."""
NATURAL = MappingProxyType(
    {"credits": ("contributor", "role"), "article_citations": ("citation",), "disclosures": ("product",)}
)
"""What a row is about, by kind: two rows about the same are one row."""
GONE = ""
"""How a row that was taken off is written where it is one side of a conflict."""


@dataclass(frozen=True, slots=True)
class Row:
    """A person, a citation or a disclosure: its number in the database, "" for a new one, and its values as text."""

    pk: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class State:
    """A draft as its form has it. Values are text; `rows` by kind, in the order of the form."""

    fields: Mapping[str, str]
    topics: frozenset[str] = frozenset()
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One place that both changed. `name` stays the same while base, mine and theirs do.

    `kind` is "" for a field of the article, else the kind of the row; `row` is the row it is about, as it stands or
    stood. `field` is "" where a whole row was taken off by one and changed by the other. `before` is what leads to it.
    """

    name: str
    kind: str
    field: str
    base: str
    mine: str
    theirs: str
    row: Row | None = None
    before: str = ""

    @property
    def is_text(self) -> bool:
        return not self.kind and self.field in TEXTS


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One draft of two. Where `conflicts` is not empty nobody has chosen yet, and `state` holds mine there.

    `taken_off` are rows that somebody else took off the article and that were left off, by kind.
    `brought_in` names the fields and kinds of rows in which something of theirs came in.
    """

    state: State
    conflicts: tuple[Conflict, ...]
    taken_off: tuple[tuple[str, Row], ...]
    brought_in: tuple[str, ...]


@dataclass(slots=True)
class _Work:
    chosen: Mapping[str, str]
    own: Mapping[str, str]
    conflicts: list[Conflict] = field(default_factory=list)
    taken_off: list[tuple[str, Row]] = field(default_factory=list)
    brought_in: dict[str, None] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)

    def choose(self, kind: str, name: str, base: str | None, mine: str, theirs: str, **more: object) -> str | None:
        """What was chosen ("mine", "theirs", "both", "own"); None, and kept as a conflict, where nothing was."""
        row = more.get("row")
        key = _name(kind, row.pk if isinstance(row, Row) else "", name, base, mine, theirs)
        number = self.seen[key] = self.seen.get(key, 0) + 1
        key = key if number == 1 else f"{key}-{number}"
        if self.chosen.get(key) in ("mine", "theirs", "both", "own"):
            return f"{self.chosen[key]}:{key}"
        self.conflicts.append(Conflict(key, kind, name, base or "", mine, theirs, **more))  # type: ignore[arg-type]
        return None


def _name(*parts_of_it: str | None) -> str:
    text = "\x1f".join("\x00" if part is None else part for part in parts_of_it)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def reconcile(
    base: State | None,
    mine: State,
    theirs: State,
    *,
    chosen: Mapping[str, str] | None = None,
    own: Mapping[str, str] | None = None,
) -> Reconciled:
    """Puts what I sent and what stands together, by what both began with.

    `chosen` says for conflicts, by name, whose words hold: mine, theirs, both (theirs, then mine; texts alone) or own,
    which are then in `own`. Without a `base` everything that differs is a conflict, and no row of theirs is dropped.
    """
    work = _Work(chosen or {}, own or {})
    fields = {
        name: _text(work, name, base, mine, theirs) if name in TEXTS else _field(work, name, base, mine, theirs)
        for name in theirs.fields
    }
    rows = {kind: _rows(work, kind, base, mine, theirs) for kind in theirs.rows}
    state = State(fields, _topics(work, base, mine, theirs), rows)
    return Reconciled(state, tuple(work.conflicts), tuple(work.taken_off), tuple(work.brought_in))


# --- Fields ------------------------------------------------------------------------------------------------


def _field(work: _Work, name: str, base: State | None, mine: State, theirs: State) -> str:
    was = base.fields.get(name) if base else None
    return _value(work, "", name, was, mine.fields.get(name, was), theirs.fields[name])


def _value(
    work: _Work, kind: str, name: str, was: str | None, mine: str | None, theirs: str, row: Row | None = None
) -> str:
    if mine is None or mine == was:
        if theirs != was:
            work.brought_in[kind or name] = None
        return theirs
    if theirs in (was, mine):
        return mine
    choice = work.choose(kind, name, was, mine, theirs, row=row)
    if choice and choice.startswith("own:"):
        return work.own.get(choice.partition(":")[2], mine)
    return theirs if choice and choice.startswith("theirs:") else mine


def _text(work: _Work, name: str, base: State | None, mine: State, theirs: State) -> str:
    was = base.fields.get(name, "") if base else _common(mine.fields.get(name, ""), theirs.fields[name])
    ours = mine.fields.get(name, was)
    out = ""
    for part in parts(was, ours, theirs.fields[name]):
        if part.touched:
            out += _of_both(work, name, part.base, part.mine, part.theirs, out[-120:])
        else:
            out += part.text
    if out != ours:
        work.brought_in[name] = None
    return out


def _common(mine: str, theirs: str) -> str:
    """Without a base, what both have: everything else then differs, and is chosen."""
    kept = set(tokens(theirs))
    return "".join(token for token in tokens(mine) if token.isspace() or token in kept)


def _of_both(work: _Work, name: str, base: str, mine: str, theirs: str, before: str) -> str:
    choice = work.choose("", name, base, mine, theirs, before=before)
    verdict, _, key = (choice or "mine:").partition(":")
    if verdict == "theirs":
        return theirs
    if verdict == "own":
        return work.own.get(key, mine)
    if verdict == "both":
        gap = "" if not theirs or theirs[-1].isspace() or mine[:1].isspace() else " "
        return f"{theirs}{gap}{mine}"
    return mine


def _topics(work: _Work, base: State | None, mine: State, theirs: State) -> frozenset[str]:
    """Sets never touch: what either put in is in, what either took out is out."""
    was = base.topics if base else mine.topics & theirs.topics
    both = (theirs.topics - (was - mine.topics)) | (mine.topics - was)
    if both != mine.topics:
        work.brought_in["topics"] = None
    return both


# --- Rows --------------------------------------------------------------------------------------------------


def _rows(work: _Work, kind: str, base: State | None, mine: State, theirs: State) -> tuple[Row, ...]:
    was = {row.pk: row for row in base.rows.get(kind, ())} if base else {}
    ours = {row.pk: row for row in mine.rows.get(kind, ()) if row.pk}
    new = [row for row in mine.rows.get(kind, ()) if not row.pk]
    kept: list[Row] = []
    for row in theirs.rows[kind]:
        twin = next((one for one in new if _about(kind, one) == _about(kind, row)), None)
        if row.pk in ours:
            kept.append(_both_have(work, kind, was.get(row.pk), ours[row.pk], row))
        elif row.pk in was:
            kept += _i_took_off(work, kind, was[row.pk], row)
        elif twin is not None:
            new.remove(twin)
            kept.append(_both_added(work, kind, twin, row))
        else:
            work.brought_in[kind] = None
            kept.append(row)
    standing = {row.pk for row in theirs.rows[kind]}
    for pk, row in ours.items():
        if pk not in standing:
            kept += _they_took_off(work, kind, was.get(pk), row)
    return (*kept, *new)


def _about(kind: str, row: Row) -> tuple[str, ...]:
    return tuple(row.values.get(name, "") for name in NATURAL[kind])


def _both_have(work: _Work, kind: str, was: Row | None, mine: Row, theirs: Row) -> Row:
    before = was.values if was else {}
    values = {
        name: _value(work, kind, name, before.get(name), mine.values.get(name), value, theirs)
        for name, value in theirs.values.items()
    }
    return Row(theirs.pk, values)


def _both_added(work: _Work, kind: str, mine: Row, theirs: Row) -> Row:
    """The same person, work or product, put in by both: one row. What I left empty is theirs."""
    given = {name: value for name, value in mine.values.items() if value not in ("", "0")}
    return _both_have(work, kind, None, Row("", given), theirs)


def _i_took_off(work: _Work, kind: str, was: Row, theirs: Row) -> list[Row]:
    if dict(was.values) == dict(theirs.values):
        return []
    choice = work.choose(kind, "", "there", GONE, "changed" + repr(sorted(theirs.values.items())), row=theirs)
    return [theirs] if choice is None or choice.startswith("theirs") else []


def _they_took_off(work: _Work, kind: str, was: Row | None, mine: Row) -> list[Row]:
    """Gone where I had not touched it; where I had, it is chosen whether mine comes back."""
    if was is None or dict(was.values) == dict(mine.values):
        work.taken_off.append((kind, mine))
        return []
    choice = work.choose(kind, "", "there", "changed" + repr(sorted(mine.values.items())), GONE, row=mine)
    if choice and choice.startswith("mine"):
        return [Row("", mine.values)]
    if choice:
        work.taken_off.append((kind, mine))
    return []
