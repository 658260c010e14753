"""Why an act was refused, in a sentence for the person who tried it."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied


class ServiceError(Exception):
    """An act was refused and nothing was changed; the message says why and what to do."""


class NotAllowed(ServiceError, PermissionDenied):
    """This person may not do this."""


class WrongStatus(ServiceError):
    """The act does not fit where the article stands on its way."""


class ReasonMissing(ServiceError):
    """The act needs a reason and none, or too short a one, was given."""


def require(by: User, permission: str, act: str) -> None:
    """Raises NotAllowed unless `by` has `permission` of this app; `act` completes "You may not …"."""
    if not by.has_perm(f"articles.{permission}"):
        raise NotAllowed(f"You may not {act}. Ask an editor, or whoever looks after the accounts.")


def require_reason(reason: str, *, at_least: int = 1) -> str:
    """The reason without surrounding space; raises ReasonMissing where it is shorter than `at_least` characters."""
    reason = reason.strip()
    if len(reason) < at_least:
        raise ReasonMissing("Give a reason." if at_least == 1 else f"Give a reason of at least {at_least} characters.")
    return reason
