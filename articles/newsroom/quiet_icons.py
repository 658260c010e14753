"""Unfold writes its icons as words in a font ("dock_to_right"), which screen readers would read out."""

from __future__ import annotations

import re

from django.template.base import Origin
from django.template.loaders.app_directories import Loader as AppDirectories

_ICON = re.compile(r"<(?:span|div)(?= [^<>]*material-symbols-outlined)(?! [^<>]*aria-hidden)")


class Loader(AppDirectories):
    """Templates of applications as they are, their icons hidden from readers. Those that do something stand in
    templates of our own, as buttons with a name."""

    def get_contents(self, origin: Origin) -> str:
        return quiet(super().get_contents(origin))


def quiet(template: str) -> str:
    """The template with every icon marked as not to be read out."""
    return _ICON.sub(lambda found: f'{found[0]} aria-hidden="true"', template)
