"""Makes two records of one work into one, and undoes it.

Everything that points at the record that goes is moved, in whatever table it stands, by what Django knows of foreign
keys: so this module need not know who else uses works. A row whose place is taken (the same service asked about both)
goes with the record. All of it is kept in `Merge`, as rows were, so that the merge can be undone years later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, cast

from django.apps import apps
from django.contrib.auth.models import User
from django.core import serializers
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from citations.models import Citation, DuplicatePair, Merge, Status
from citations.services import facts
from citations.services.duplicates import require_merging

IDENTIFIERS = ("doi", "pmid", "pmcid", "isbn", "arxiv")
TELL_APART = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "arxiv": "arXiv number"}
"""A work has one of each. A book has an ISBN for each binding."""
BESIDE = ("raw", "nct", "url", "archived_url", "published_as_id")
GRAVER = (Status.NOT_CHECKED, Status.NONE_FOUND, Status.CORRECTED, Status.CONCERN, Status.RETRACTED)
STATUS_FIELDS = ("status", "status_checked", "status_sources")
_LEFT = {"updated_at", "compared"} | {field.name for field in Citation._meta.concrete_fields if field.generated}
"""Fields that say nothing of the work itself."""


class CannotMerge(Exception):
    """Nothing was changed; the message says why and what to do."""


def lock_two(*, kept: Citation, gone: Citation, by: User) -> tuple[Citation, Citation]:
    """Both records as they stand, held for this transaction. Raises PermissionDenied and CannotMerge."""
    require_merging(by)
    if kept.pk == gone.pk:
        raise CannotMerge("This is one record. Choose two.")
    rows = Citation.objects.select_for_update().order_by("pk").in_bulk([kept.pk, gone.pk])
    if len(rows) < 2:
        raise CannotMerge("One of the two is no longer in the library. Look at the list again.")
    if hindrance := why_apart(rows[kept.pk], rows[gone.pk]):
        raise CannotMerge(hindrance)
    return rows[kept.pk], rows[gone.pk]


def why_apart(one: Citation, other: Citation) -> str:
    """Why the two cannot be one work, in words that say what to do; "" where nothing speaks against it."""
    if one.published_as_id == other.pk or other.published_as_id == one.pk:
        return "One is the preprint of the other: these are two works, and tied to each other already."
    for name, label in TELL_APART.items():
        left, right = getattr(one, name), getattr(other, name)
        if left and right and left != right:
            return (
                f"They have two different {label}s, {left} and {right}, so they are two works. If one of these is "
                "wrong, take it out of its record first."
            )
    return ""


@transaction.atomic
def merge(*, kept: Citation, gone: Citation, by: User, texts: Sequence[Mapping[str, Any]] = ()) -> Merge:
    """Moves all that points at `gone` to `kept`, gives `kept` what it lacked, and deletes `gone`.

    `kept` keeps what it has; the graver status of the two counts. `texts` is what the caller changed in drafts, kept
    for `undo`. Raises PermissionDenied and CannotMerge.
    """
    kept, gone = lock_two(kept=kept, gone=gone, by=by)
    was, record = _as_fields(kept), _as_fields(gone)
    apart = serialized(_decided_pairs(gone))
    moved = _move(gone, kept)
    lost = apart + [row for relation in _relations() for row in serialized(_pointing(relation, gone))]
    _decide_as_before(kept, gone)
    gone_id = gone.pk
    try:
        gone.delete()
    except models.ProtectedError as error:
        raise CannotMerge("An article was changed at the same moment. Nothing was done; try again.") from error
    _gain(kept, gone)
    kept.save()
    now = _as_fields(kept)
    changed = [name for name in was if was[name] != now[name]]
    return Merge.objects.create(
        kept=kept,
        gone_id=gone_id,
        gone=record,
        before={name: was[name] for name in changed},
        after={name: now[name] for name in changed},
        moved=moved,
        lost=lost,
        texts=list(texts),
        by=by,
        at=timezone.now(),
    )


@transaction.atomic
def undo(*, merged: Merge, by: User) -> Citation:
    """Brings the record that went back under its old number, with all that pointed at it and still points at the other.

    What was changed in the work since the merge stays as it is. Raises PermissionDenied and CannotMerge.
    """
    require_merging(by)
    locked = Merge.objects.select_for_update().get(pk=merged.pk)
    if locked.undone_at:
        raise CannotMerge("This merge was undone already.")
    if (later := _moved_on(locked)) is not None:
        raise CannotMerge(f"The work kept has gone into another one since. Undo that first: {later}.")
    kept = Citation.objects.select_for_update().get(pk=locked.kept_id)
    if Citation.objects.filter(pk=locked.gone_id).exists():
        raise CannotMerge("A record with the old number stands in the library. Nothing can be put in its place.")
    _give_back(kept, locked)
    gone = _bring_back(kept, locked)
    for label, ids in locked.moved.items():
        model, _, field = label.rpartition(".")
        rows = apps.get_model(model)._base_manager.filter(**{"pk__in": ids, field: kept.pk})
        rows.update(**{field: gone.pk})
    restore(locked.lost)
    facts.fill(kept)
    kept.save()
    first, second = sorted((kept.pk, gone.pk))
    DuplicatePair.objects.update_or_create(
        first_id=first,
        second_id=second,
        defaults={"similarity": 1, "state": DuplicatePair.State.APART, "decided_by": by, "decided_at": timezone.now()},
    )
    Merge.objects.filter(pk=locked.pk).update(undone_at=timezone.now(), undone_by=by)
    return gone


def _moved_on(merged: Merge) -> Merge | None:
    """The merge by which the work kept went into another one; this merge has moved with it."""
    of_merges = f"{Merge._meta.label_lower}.kept_id"
    return Merge.objects.filter(undone_at=None, moved__contains={of_merges: [merged.pk]}).order_by("-pk").first()


def held_as(ids: Collection[int]) -> dict[int, int]:
    """For numbers of records that went, the number of the record that each went into. One query."""
    return dict(Merge.objects.filter(gone_id__in=ids, undone_at=None).values_list("gone_id", "kept_id"))


def followed(ids: Collection[int], works: models.QuerySet[Citation]) -> dict[int, Citation]:
    """Those of the works that have these numbers now, or had them before they went into another record.

    One query, and two more where a record is no longer there.
    """
    found = works.in_bulk(list(ids))
    into = held_as(missing) if (missing := set(ids) - set(found)) else {}
    later = works.in_bulk(list(into.values())) if into else {}
    return {**found, **{gone: later[kept] for gone, kept in into.items() if kept in later}}


# --- What points at a record -------------------------------------------------------------------------------


def _relations() -> list[Any]:
    """Every foreign key to works, of any app, except pairs: those are about the two records themselves."""
    return [
        relation
        for relation in Citation._meta.related_objects
        if (relation.one_to_many or relation.one_to_one) and relation.related_model is not DuplicatePair
    ]


def _pointing(relation: Any, work: Citation) -> models.QuerySet[Any]:
    rows: models.QuerySet[Any] = relation.related_model._base_manager.filter(**{relation.field.attname: work.pk})
    return rows.order_by("pk")


def _move(gone: Citation, kept: Citation) -> dict[str, list[Any]]:
    """The numbers of the rows that were moved, by table and column; a row whose place is taken stays where it is."""
    moved = {}
    for relation in _relations():
        rows, name = _pointing(relation, gone), relation.field.attname
        ids = list(rows.values_list("pk", flat=True))
        if done := _moved(rows, name, kept, ids):
            moved[f"{relation.related_model._meta.label_lower}.{name}"] = done
    return moved


def _moved(rows: models.QuerySet[Any], name: str, kept: Citation, ids: list[Any]) -> list[Any]:
    """Moves all at once, and one by one only where the place of one is taken."""
    if not ids:
        return []
    try:
        with transaction.atomic():
            rows.filter(pk__in=ids).order_by().update(**{name: kept.pk})
            return ids
    except IntegrityError:
        if len(ids) == 1:
            return []
        return [pk for one in ids for pk in _moved(rows, name, kept, [one])]


def _decide_as_before(kept: Citation, gone: Citation) -> None:
    """What a person said of the record that goes and a third one holds for the work kept as well."""
    pairs = []
    for pair in _decided_pairs(gone):
        other = pair.second_id if pair.first_id == gone.pk else pair.first_id
        if other != kept.pk:
            pair.pk, (pair.first_id, pair.second_id) = None, sorted((kept.pk, other))
            pairs.append(pair)
    DuplicatePair.objects.bulk_create(pairs, ignore_conflicts=True)


def _decided_pairs(gone: Citation) -> models.QuerySet[DuplicatePair]:
    pairs = DuplicatePair.objects.filter(state=DuplicatePair.State.APART)
    return pairs.filter(first=gone) | pairs.filter(second=gone)


def serialized(rows: Iterable[models.Model]) -> list[dict[str, Any]]:
    """Rows for `restore`. Times are text already: the encoder of JSON fields would cut them to milliseconds."""
    return [
        {**row, "fields": {name: _plain(value) for name, value in row["fields"].items()}}
        for row in serializers.serialize("python", rows)
    ]


def restore(lost: Iterable[Mapping[str, Any]]) -> None:
    """Brings back rows that went with a record, where their place is free and what they point at is there still."""
    for one in serializers.deserialize("python", lost, ignorenonexistent=True):
        if type(one.object)._base_manager.filter(pk=one.object.pk).exists():
            continue
        try:
            with transaction.atomic():
                one.save()
                connection.check_constraints()
        except IntegrityError:
            continue


# --- What the work kept gains ------------------------------------------------------------------------------


def _gain(kept: Citation, gone: Citation) -> None:
    """Gives the work what it lacked. Saves nothing."""
    labels = dict(gone.facts_from or {})
    for name in (*IDENTIFIERS, *BESIDE, *facts.GRADING, "year", "container", "kind", "families"):
        if not _is_empty(name, getattr(kept, name)) or _is_empty(name, getattr(gone, name)):
            continue
        setattr(kept, name, getattr(gone, name))
        if labels.get(name):
            kept.facts_from = {**(kept.facts_from or {}), name: labels[name]}
    kept.csl = {**(gone.csl or {}), **{name: value for name, value in (kept.csl or {}).items() if value}}
    if GRAVER.index(Status(gone.status)) > GRAVER.index(Status(kept.status)):
        for name in STATUS_FIELDS:
            setattr(kept, name, getattr(gone, name))
    kept.compared = ""
    facts.fill(kept)


def _is_empty(name: str, value: Any) -> bool:
    return value in (None, "", []) or (name in facts.BEGIN_AS_NO and not value)


def _as_fields(work: Citation) -> dict[str, Any]:
    (row,) = serialized([work])
    return {name: value for name, value in row["fields"].items() if name not in _LEFT}


def _give_back(kept: Citation, merged: Merge) -> None:
    """Takes from the work what it gained, where nobody has changed that since. Identifiers go in any case, since the
    record that comes back has them."""
    now = _as_fields(kept)
    before = {
        name: value
        for name, value in merged.before.items()
        if name in now and (name in IDENTIFIERS or now[name] == merged.after[name])
    }
    record = {"model": Citation._meta.label_lower, "pk": kept.pk, "fields": before}
    (one,) = serializers.deserialize("python", [record], ignorenonexistent=True)
    for name in before:
        attribute = "published_as_id" if name == "published_as" else name
        setattr(kept, attribute, getattr(one.object, attribute))
    kept.compared = ""
    kept.save()


def _plain(value: Any) -> Any:
    """As JSON keeps it: days as text."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def _bring_back(kept: Citation, merged: Merge) -> Citation:
    known = Citation.objects.filter(pk=merged.gone.get("published_as")).exists()
    fields = {**merged.gone, "published_as": merged.gone.get("published_as") if known else None}
    record = {"model": Citation._meta.label_lower, "pk": merged.gone_id, "fields": fields}
    (one,) = serializers.deserialize("python", [record], ignorenonexistent=True)
    work = cast(Citation, one.object)
    work.updated_at = timezone.now()
    try:
        with transaction.atomic():
            one.save()
    except IntegrityError as error:
        raise CannotMerge(
            "An identifier of the record that went is now that of another work. Take it away there first."
        ) from error
    work.refresh_from_db()
    return work
