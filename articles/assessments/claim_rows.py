"""The rows of an article's sentences: which goes on as which (`following`), and what becomes of ties made by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.db.models.fields import CharField
from django.db.models.functions import Cast, Concat

from articles.assessments.following import Known, Named, follow
from articles.models import Article, Claim, ClaimLink, Flag, Thread
from evidence import How


@dataclass(frozen=True, slots=True)
class Followed:
    """The sentences of now, and what was: the names of all rows, and the rows that only hold a tie made by hand for
    words that may come back (`rename`), from which no sentence goes on."""

    named: list[Named]
    was: Mapping[int, tuple[str, int]]
    holders: frozenset[int]

    @property
    def renamed(self) -> dict[int, Named]:
        """What goes on under another name, by row."""
        return {name.pk: name for name in self.named if name.pk is not None and self.was[name.pk] != _of(name)}


def followed(article: Article, texts: Sequence[str]) -> Followed:
    """Row and name of each sentence of the draft as it stands now, in one query."""
    by_hand = Exists(ClaimLink.objects.filter(claim=OuterRef("pk"), how=How.EDITOR.value))
    used = Exists(Flag.objects.filter(claim=OuterRef("pk"))) | Exists(Thread.objects.filter(claim=OuterRef("pk")))
    holds = Q(current=False) & Q(by_hand) & ~Q(used)
    rows = Claim.objects.filter(article=article).annotate(holds=Case(When(holds, then=True), default=False))
    columns = ("pk", "fingerprint", "occurrence", "text", "current", "holds")
    found = list(rows.order_by("index", "pk").values_list(*columns))
    before = [Known(pk, name, number, text) for pk, name, number, text, current, _ in found if current]
    gone = [Known(pk, name, number, text) for pk, name, number, text, current, holds in found if not current | holds]
    was = {pk: (name, number) for pk, name, number, *_ in found}
    return Followed(follow(before, texts, gone), was, frozenset(row[0] for row in found if row[5]))


def rename(article: Article, rows: Followed) -> None:
    """Gives rows the names that their sentences have now, before these are saved.

    A tie made by hand is about the words it was made for. Where they changed it stays with them, on a row that is not
    current; where they came back it is with the sentence again.
    """
    renamed = rows.renamed
    changed = list(Claim.objects.filter(pk__in=renamed)) if renamed else []
    tied = _ties([row.pk for row in changed]) if changed else {}
    owners = [row for row in changed if row.pk in tied and row.fingerprint != renamed[row.pk].fingerprint]
    held = [Claim(**_fields(row), current=False) for row in owners]
    if changed:
        # No two rows have one name, not even on the way from one to the other.
        mine = Claim.objects.filter(pk__in=[row.pk for row in changed])
        mine.update(fingerprint=Concat(Value("~"), Cast("pk", CharField())))
    if rows.holders:
        _give_back(rows)
    for row in changed:
        row.fingerprint, row.occurrence = _of(renamed[row.pk])
    if changed:
        Claim.objects.bulk_update(changed, ["fingerprint", "occurrence"])
    if held:
        _hold(article, held, [tied[row.pk] for row in owners])


def _of(name: Named) -> tuple[str, int]:
    return name.fingerprint, name.occurrence


def _ties(claims: Sequence[int]) -> dict[int, list[int]]:
    """The ties made by hand, by claim."""
    found = defaultdict(list)
    for pk, claim in ClaimLink.objects.filter(claim__in=claims, how=How.EDITOR.value).values_list("pk", "claim"):
        found[claim].append(pk)
    return found


def _fields(row: Claim) -> dict[str, object]:
    left_out = ("id", "current")
    return {
        field.attname: getattr(row, field.attname)
        for field in Claim._meta.concrete_fields
        if field.name not in left_out
    }


def _hold(article: Article, held: Sequence[Claim], ties: Sequence[Sequence[int]]) -> None:
    taken = set(Claim.objects.filter(article=article).values_list("fingerprint", "occurrence"))
    for row in held:
        while (row.fingerprint, row.occurrence) in taken:
            row.occurrence += 1
        taken.add((row.fingerprint, row.occurrence))
    for row, links in zip(Claim.objects.bulk_create(held), ties, strict=True):
        ClaimLink.objects.filter(pk__in=links).update(claim=row)


def _give_back(rows: Followed) -> None:
    """A row that held a tie for these words gives it to the sentence that has them again, and its name."""
    by_name = {_of(name): name.pk for name in rows.named}
    for holder in Claim.objects.filter(pk__in=rows.holders):
        # A sentence without a row takes this one over when it is saved, with its name.
        if goes_on := by_name.get((holder.fingerprint, holder.occurrence)):
            ClaimLink.objects.filter(claim=holder, how=How.EDITOR.value).update(claim=goes_on)
            holder.delete()
