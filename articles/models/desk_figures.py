"""The figures of the review desk, counted from time to time where there are so many flags that counting takes long."""

from __future__ import annotations

from django.db import models


class DeskFigures(models.Model):
    """One row, written anew by each count. `services.desk_figures` writes it and says what `figures` holds."""

    counted_at = models.DateTimeField()
    figures = models.JSONField(default=dict)

    class Meta:
        verbose_name, verbose_name_plural = "figures of the review desk", "figures of the review desk"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="desk_figures_are_one_row")]

    def __str__(self) -> str:
        return f"Counted at {self.counted_at:%Y-%m-%d %H:%M}"
