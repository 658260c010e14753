"""What an editor says of a work's address: that it is dead or is not, or that the work has moved for good."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from citations.models import Citation, LinkCheck, RecordedFact
from citations.services import corrections, link_checks
from citations.services.editor_facts import Refusal, note_editor


@transaction.atomic
def say(*, citation: Citation, dead: bool, reason: str, by: User) -> Citation:
    """An editor's own word, which counts until it is taken back or the address is changed. Raises Refusal."""
    corrections.require(by)
    reason = " ".join(reason.split())
    if not reason:
        raise Refusal("Say why, in a few words: what do you see at the address?")
    if len(reason) > 500:
        raise Refusal("The reason is longer than 500 characters.")
    locked = Citation.objects.select_for_update().get(pk=citation.pk)
    if not locked.url:
        raise Refusal("The work has no address.")
    note_editor(locked, {link_checks.WORD: dead}, by=by, reason=reason)
    before = locked.link_dead
    link_checks.set_dead(locked, dead)
    corrections.tell(locked, by=by, changes={"link_dead": [before, dead]}, reason=reason)
    return locked


@transaction.atomic
def unsay(*, citation: Citation, by: User) -> Citation:
    """Takes a person's word back: what the looks found counts again. Raises Refusal where nobody has said anything."""
    corrections.require(by)
    locked = Citation.objects.select_for_update().get(pk=citation.pk)
    check = LinkCheck.objects.filter(citation=locked).first()
    if link_checks.by_person(locked, check) is None:
        raise Refusal("Nobody has said by hand whether the address answers.")
    RecordedFact.objects.filter(citation=locked, name=link_checks.WORD).delete()
    before = locked.link_dead
    link_checks.set_dead(locked, bool(check and check.dead_since))
    corrections.tell(locked, by=by, changes={"link_dead": [before, locked.link_dead]})
    return locked


@transaction.atomic
def take_over(*, citation: Citation, by: User) -> Citation:
    """Gives the work the address to which its old one leads for good. Raises Refusal where none is known."""
    corrections.require(by)
    locked = Citation.objects.select_for_update().get(pk=citation.pk)
    check = LinkCheck.objects.filter(citation=locked).first()
    target = check.moved_to if check and check.url == locked.url else ""
    if not target:
        raise Refusal("As far as is known, the address has not moved for good. Check it first.")
    old = locked.url
    try:
        locked.url = Citation._meta.get_field("url").clean(target, locked)
    except ValidationError:
        raise Refusal("The new address is not one that can be kept here.") from None
    if "URL" in (locked.csl or {}):
        locked.csl = {**locked.csl, "URL": target}
    reason = f"The address led here for good on {timezone.localdate().isoformat()}: {old}"
    note_editor(locked, {"url": target}, by=by, reason=reason[:500])
    locked.save()
    corrections.tell(locked, by=by, changes={"url": [old, target]}, reason=reason)
    link_checks.start_anew(citation_id=locked.pk, now=timezone.now())
    if settings.LINK_CHECKS:
        link_checks.send_now(locked)
    return locked
