"""From which chance on flags are sure or likely on this site: the engine's cuts, or those of the settings."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured

from evidence.claims import certainty
from evidence.claims.certainty import Scale


def scale() -> Scale:
    """The engine's scale with the cuts of CERTAINTY_SURE and CERTAINTY_LIKELY, where these are set.

    Raises ImproperlyConfigured where they stand out of order.
    """
    sure, likely = (None if cut is None else cut / 100 for cut in cuts())
    try:
        return certainty.shipped().with_cuts(sure, likely)
    except ValueError:
        own = certainty.shipped()
        raise ImproperlyConfigured(
            "CERTAINTY_LIKELY must not be above CERTAINTY_SURE. Unset, they are "
            f"{100 * own.likely:.0f} and {100 * own.sure:.0f}."
        ) from None


def cuts() -> tuple[int | None, int | None]:
    """Both settings as they stand: whole percent, None for the engine's own."""
    return settings.CERTAINTY_SURE, settings.CERTAINTY_LIKELY


@checks.register()
def cuts_are_in_order(**_: Any) -> list[checks.CheckMessage]:
    try:
        scale()
    except ImproperlyConfigured as problem:
        return [checks.Error(str(problem), id="articles.E001")]
    return []
