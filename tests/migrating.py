"""Migrates the tests' database without making anew what no migration looks at.

For each operation Django renders the changed model and every model that it is tied to; ours are all tied together, so
nine tenths of the time go there. A statement on a table needs the model of that table alone, and what runs Python gets
models that are rendered from the whole state. tests/prove/prove_migrations.py shows that both ways lead to the same
database; the demo's test migrates one as everybody does.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest


@contextmanager
def one_model_at_a_time() -> Iterator[None]:
    """As long as it lasts, a change to a model renders this model alone."""
    from django.db.migrations.state import ProjectState

    def reload_model(self: Any, app_label: str, model_name: str, delay: bool = False) -> None:
        if "apps" in self.__dict__:
            self.is_delayed = True  # RunPython then renders all of it, as the state has it by then
            self._reload({(app_label, model_name)})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ProjectState, "reload_model", reload_model)
        yield
