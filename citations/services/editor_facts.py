"""An editor's own answers to facts of a work: set with a reason, taken back, and never overwritten by a service."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from citations.models import Citation, RecordedFact
from citations.services import corrections
from citations.services.facts import EDITOR, GRADING, LISTS, SETTABLE, fill
from evidence.references.identifiers import recognise


class Refusal(Exception):
    """A fact was not set. The message says why, in words for whoever tried."""


@transaction.atomic
def set_fact(*, citation: Citation, name: str, value: Any, reason: str, by: User) -> Citation:
    """An editor's answer to one fact. Raises PermissionDenied, and Refusal where value or reason will not do."""
    corrections.require(by)
    reason = _checked(name, reason)
    locked = Citation.objects.select_for_update().get(pk=citation.pk)
    before = getattr(locked, name)
    if name == "published_as":
        locked.published_as = _journal_version(locked, str(value or ""))
        cleaned: Any = _identifiers(locked.published_as)
    else:
        cleaned = _cleaned(locked, name, value)
        setattr(locked, name, cleaned)
    note_editor(locked, {name: cleaned}, by=by, reason=reason)
    locked.facts_from = {**(locked.facts_from or {}), name: by.get_username()}
    fill(locked)
    locked.save()
    corrections.tell(locked, by=by, changes={name: [before, getattr(locked, name)]}, reason=reason)
    return locked


@transaction.atomic
def drop_fact(*, citation: Citation, name: str, by: User) -> Citation:
    """Takes an editor's answer back: what the services say counts again, and nothing where they are silent."""
    corrections.require(by)
    locked = Citation.objects.select_for_update().get(pk=citation.pk)
    before = getattr(locked, name, None)
    gone, _ = RecordedFact.objects.filter(citation=locked, name=name, origin=EDITOR).delete()
    if not gone:
        raise Refusal("No editor has set this fact.")
    if name in GRADING:
        setattr(locked, name, getattr(Citation(), name))
        locked.facts_from = {key: label for key, label in (locked.facts_from or {}).items() if key != name}
    elif name == "published_as":
        locked.published_as = None
    fill(locked)
    locked.save()
    reason = "The answer given by hand was taken back."
    corrections.tell(locked, by=by, changes={name: [before, getattr(locked, name, None)]}, reason=reason)
    return locked


def note_editor(citation: Citation, values: Mapping[str, Any], *, by: User, reason: str = "") -> None:
    """Records values as the editor's own, so that no service takes their place."""
    now = timezone.now()
    for name, value in values.items():
        RecordedFact.objects.update_or_create(
            citation=citation,
            name=name,
            origin=EDITOR,
            defaults={"value": value, "evidence": "", "reason": reason[:500], "by": by, "recorded_at": now},
        )


def check(*, name: str, value: Any, reason: str) -> None:
    """Raises Refusal where a fact could be set so for no work whatever."""
    _checked(name, reason)
    if name != "published_as":
        _cleaned(Citation(), name, value)


def _checked(name: str, reason: str) -> str:
    """The reason in one line."""
    if name not in SETTABLE:
        raise Refusal("This is not a fact that can be set here.")
    reason = " ".join(reason.split())
    if not reason:
        raise Refusal("Say why, in a few words: where does it stand in the work?")
    if len(reason) > 500:
        raise Refusal("The reason is longer than 500 characters.")
    return reason


def may_edit(by: User) -> None:
    """Raises PermissionDenied."""
    if not by.has_perm("citations.change_citation"):
        raise PermissionDenied("You may not change works of the library.")


def _journal_version(preprint: Citation, text: str) -> Citation | None:
    """The work of the library that an editor names by an identifier; None for an empty text."""
    if not text.strip():
        return None
    found = recognise(text, number_is_pmid=True)
    if found is None or found.kind not in ("doi", "pmid", "pmcid"):
        raise Refusal("Name the journal version by its DOI or PMID.")
    work = Citation.objects.filter(**{found.kind: found.value}).exclude(pk=preprint.pk).first()
    if work is None:
        raise Refusal("The journal version is not in the library yet. Add it first, then name it here.")
    return work


def _identifiers(work: Citation | None) -> dict[str, str]:
    known = {name: getattr(work, name) for name in ("doi", "pmid", "pmcid")} if work else {}
    return {name: value for name, value in known.items() if value}


def _cleaned(citation: Citation, name: str, value: Any) -> Any:
    field = Citation._meta.get_field(name)
    if name in LISTS and isinstance(value, str):
        value = [line.strip() for line in value.splitlines() if line.strip()]
    if isinstance(value, str):
        value = value.strip()
        if value == "" and getattr(field, "null", False):
            return None
    try:
        return field.clean(value, citation)  # type: ignore[union-attr]
    except ValidationError as error:
        raise Refusal(" ".join(error.messages)) from None
