"""Entries of the log as sentences: "Editor sent “The eight-hour …” back: “Two blockers …”"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from string import Formatter
from typing import Any, ClassVar

from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.timezone import localtime

from articles.models import LogEntry
from articles.models.claim import Verdict
from articles.services.gate import title_of

Data = Mapping[str, Any]
Say = Callable[[str, Data], str]

STOPPED = (".”", "?”", "!”", "…”")
"""Ends of a sentence that closes with what somebody wrote: a second stop behind it would be one too many."""
QUOTED = 160
"""Characters of a reason in a sentence; the entry's own page has all of it."""


def sentence(entry: LogEntry, title: str) -> str:
    """What happened, who did it, and why. `title` is the article's, or "" where none is named."""
    say = SENTENCES.get(entry.action)
    what = f"“{Truncator(' '.join(title.split())).chars(60)}”" if title else _unnamed(entry)
    data = {**(entry.data or {}), "what": what}
    if say is None:
        said = f"{entry.action.replace('-', ' ')}: {what}"
    else:
        said = _WORDS.vformat(say, (), data) if isinstance(say, str) else say(what, data)
    stop = "" if said.endswith(STOPPED) else "."
    return f"{entry.actor_name} {said}{stop}"


def _unnamed(entry: LogEntry) -> str:
    return f"article {entry.article_id}" if entry.article_id else "no article"


def _quoted(words: object, before: str = ": ") -> str:
    text = " ".join(str(words or "").split())
    return f"{before}“{Truncator(text).chars(QUOTED)}”" if text else ""


def _list(words: object) -> str:
    return ", ".join(str(word) for word in words) if isinstance(words, list) else str(words or "")


def _day(text: object) -> str:
    day = parse_date(str(text or ""))
    return date_format(day, "DATE_FORMAT") if day else "an unknown day"


def _time(text: object) -> str:
    at = parse_datetime(str(text or ""))
    return date_format(localtime(at), "DATETIME_FORMAT") if at else "an unknown time"


def _number(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"


class _Words(Formatter):
    """Fills in what an entry holds; how it is written stands behind the colon."""

    WRITTEN: ClassVar[Mapping[str, Callable[[Any], str]]] = {
        "": str,
        "quoted": _quoted,
        "sentences": lambda rows: _quoted(" ".join(map(str, rows)) if isinstance(rows, list) else rows),
        "all": lambda rows: _quoted("; ".join(map(str, rows)) if isinstance(rows, list) else rows),
        "list": _list,
        "day": _day,
        "time": _time,
    }

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        return kwargs.get(str(key))

    def format_field(self, value: Any, format_spec: str) -> str:
        return self.WRITTEN[format_spec](value)


_WORDS = _Words()


def _decided(what: str, data: Data) -> str:
    try:
        verdict = Verdict(str(data.get("verdict"))).label.lower()
    except ValueError:
        verdict = str(data.get("verdict"))
    return f"decided “{title_of(str(data.get('code')))}” in {what} ({verdict}){_quoted(data.get('reason'))}"


def _closed(what: str, data: Data) -> str:
    ends = [(name, len(data.get(name) or [])) for name in ("mended", "fixed", "void")]
    told = ", ".join(f"{number} {name}" for name, number in ends if number)
    return f"read {what}; flags that went: {told or 'none'}"


def _account(what: str, data: Data) -> str:
    name = data.get("name")
    return f"took the account off {name}" if data.get("after") is None else f"linked {name} to account {data['after']}"


def _rights(what: str, data: Data) -> str:
    kind, before, after = data.get("kind"), data.get("before") or {}, data.get("after") or {}
    named = f"the {kind} {data.get('name')}"
    if not after and before and not data.get("password_set"):
        return f"deleted {named}"
    told = [f"{name.replace('_', ' ')}: {_held(before.get(name))} → {_held(value)}" for name, value in after.items()]
    if not before:
        told = [f"{name.replace('_', ' ')}: {_held(value)}" for name, value in after.items() if value]
    told += ["a new password"] if data.get("password_set") else []
    return f"{'changed' if before or data.get('password_set') else 'made'} {named}{_quoted('; '.join(told))}"


def _held(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _list(value) or "none"


def _works(what: str, data: Data) -> str:
    works = data.get("works") or []
    told = "; ".join(f"{row.get('title')} is {row.get('standing')}" for row in works if isinstance(row, dict))
    return f"told {what} how its works stand{_quoted(told)}"


def _said(what: str, data: Data) -> str:
    verbs = {
        "question": "asked about",
        "answer": "answered about",
        "remark": "took in a reader's report on",
        "resolved": "resolved a thread of",
        "reopened": "opened a thread again of",
    }
    return f"{verbs.get(str(data.get('kind')), 'wrote about')} {what}"


def _shared(name: str) -> Say:
    def say(what: str, data: Data) -> str:
        named = data.get("name") or data.get("title") or ""
        return f"changed {name} {named}, on which {what} stands{_quoted(data.get('reason'))}"

    return say


def _due(what: str, data: Data) -> str:
    if data.get("after"):
        return f"set {_day(data['after'])} as the day for an answer about {what}"
    return f"took the day for an answer about {what} away"


SENTENCES: Mapping[str, str | Say] = {
    "created": "began {what}",
    "imported": "imported {what}",
    "draft-saved": "saved {what} as version {version}",
    "draft-deleted": lambda what, data: f"deleted the draft {data.get('title') or what}",
    "ended-by-saving": "ended the way of {what} to readers by saving other words",
    "taken-back": "took {what} back from review",
    "restored": lambda what, data: (
        f"put {_list(data.get('parts') or ['words'])} of revision {data.get('number')} back into {what}"
    ),
    "citations-added": "added works to {what}: {keys:list}",
    "claim-linked": "tied a sentence of {what} to [@{key}]{text:quoted}",
    "claim-unlinked": "untied a sentence of {what} from [@{key}]{text:quoted}",
    "submitted": "submitted {what} for review{note:quoted}",
    "changes-requested": "sent {what} back{reason:quoted}",
    "approved": "approved {what} as revision {number}",
    "approval-ended": "ended the approval of {what}{reason:quoted}",
    "medically-reviewed": "recorded a medical review of {what} on {reviewed_on:day}",
    "review-recorded": "recorded a medical review of {what} on {reviewed_on:day}",
    "review-forgotten": "took the day of the medical review out of {what}",
    "published": "published revision {number} of {what}",
    "scheduled": "scheduled {what} for {at:time}",
    "unscheduled": "took {what} off the schedule",
    "schedule-refused": "did not publish {what} at its time{reasons:sentences}",
    "amended": "told readers of {what}{right:quoted}",
    "withdrawn": "withdrew {what}{reason:quoted}",
    "needs-update": "marked {what} as out of date{reason:quoted}",
    "page-blocked": "found that the page of {what} would not pass today{blockers:all}",
    "source-standing": _works,
    "flag-decided": _decided,
    "flags-closed": _closed,
    "decisions-void": lambda what, data: (
        f"found {_number(len(data.get('flags') or []), 'decision')} about {what} void, since words or sources changed"
    ),
    "address-changed": "moved {what} from {before} to {now}",
    "old-address": "led an old address to {what}",
    "old-address-forgotten": "took an old address of {what} away",
    "account-linked": _account,
    "rights-changed": _rights,
    "person-changed": _shared("the person"),
    "topic-changed": _shared("the topic"),
    "work-changed": _shared("the work"),
    "product-changed": _shared("the product"),
    "works-merged": "merged two records of one work that {what} stands on",
    "merge-undone": "took a merging of works that {what} stands on back",
    "said": _said,
    "ask-done": "settled a question about {what}",
    "due-changed": _due,
    "reader-forgotten": "took out who reported on {what}",
    "policy-written": "wrote version {number} of the page {page}{said:quoted}",
    "checklist-changed": lambda what, data: (
        f"changed the reviewer's checklist{_quoted((data.get('after') or {}).get('question'))}"
    ),
}
"""For each act what was done: words with places for what the entry holds, or a function where it takes more."""

GROUPS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "writing": (
        "Writing",
        (
            *("created", "imported", "draft-saved", "draft-deleted", "restored", "citations-added"),
            *("claim-linked", "claim-unlinked"),
        ),
    ),
    "review": (
        "Review",
        (
            *("submitted", "changes-requested", "approved", "approval-ended", "ended-by-saving", "taken-back"),
            *("medically-reviewed", "review-recorded", "review-forgotten", "checklist-changed"),
        ),
    ),
    "publication": (
        "Publication",
        (
            *("published", "scheduled", "unscheduled", "schedule-refused", "withdrawn", "amended", "needs-update"),
            *("page-blocked", "policy-written"),
        ),
    ),
    "flags": ("Flags", ("flag-decided", "flags-closed", "decisions-void")),
    "sources": (
        "Sources, people, products",
        (
            *("source-standing", "work-changed", "works-merged", "merge-undone", "person-changed", "topic-changed"),
            *("product-changed", "account-linked", "address-changed", "old-address", "old-address-forgotten"),
        ),
    ),
    "accounts": ("Accounts and rights", ("rights-changed",)),
    "talk": ("Conversation", ("said", "ask-done", "due-changed", "reader-forgotten")),
}
"""Kinds of acts by which the log is filtered."""
