"""What was decided about a sentence and what became of it: decisions and endings of all its flags, in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q
from django.utils import timezone
from django.utils.formats import date_format

from articles.models import Decision, Flag, FlagEnding
from articles.models.claim import State
from articles.newsroom.findings import title_of


@dataclass(frozen=True, slots=True)
class Event:
    """A decision of a person, or an ending at a reading. `void` says since when and why a decision covers nothing."""

    at: datetime
    title: str
    kind: str
    who: str = ""
    said: str = ""
    void: str = ""
    before: str = ""
    after: str = ""
    other_flag: str = ""


def history_of(flag: Flag) -> list[Event]:
    """Of this flag, of others on the same sentence, and of those that became this sentence by an edit; oldest first."""
    same = Q(pk=flag.pk)
    if flag.claim_id:
        became = FlagEnding.objects.filter(flag__article=flag.article_id, after=flag.words).exclude(after="")
        same |= Q(claim=flag.claim_id) | Q(pk__in=became.values("flag"))
    rows = Flag.objects.filter(same, article=flag.article_id).prefetch_related(
        Prefetch("decisions", Decision.objects.select_related("person")), "endings"
    )
    events = [event for row in rows for event in _of(row, flag)]
    return sorted(events, key=lambda event: event.at)


def _of(row: Flag, shown: Flag) -> Iterable[Event]:
    other = "" if row.pk == shown.pk else title_of(row.code)
    endings = list(row.endings.all())
    decisions = list(row.decisions.all())
    for decision in decisions:
        ended = next((ending for ending in endings if ending.ended_at >= decision.decided_at), None)
        person = decision.person.get_full_name() or decision.person.get_username()
        yield Event(
            decision.decided_at,
            decision.get_verdict_display(),
            "decision",
            who=f"{person} ({decision.role})" if decision.role else person,
            said=decision.reason,
            void=_void(ended),
            other_flag=other,
        )
    for ending in endings:
        if decisions or ending.state == State.MENDED or row.pk == shown.pk:
            yield _ending(ending, other)


def _void(ending: FlagEnding | None) -> str:
    if ending is None:
        return ""
    day = date_format(timezone.localtime(ending.ended_at), "j F Y, H:i")
    return f"Void since {day}: {ending.why}"


def _ending(ending: FlagEnding, other: str) -> Event:
    moved = ending.before != ending.after
    return Event(
        ending.ended_at,
        ending.get_state_display(),
        ending.state,
        said=ending.why,
        before=ending.before if moved else "",
        after=ending.after if moved else "",
        other_flag=other,
    )
