"""Works out of the list as a file: BibTeX, RIS, CSL-JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone

from citations import formats
from citations.models import Citation
from citations.services import exporting

Action = Callable[[Any, HttpRequest, QuerySet[Citation]], StreamingHttpResponse]


def _action(ending: str) -> Action:
    def export(modeladmin: Any, request: HttpRequest, queryset: QuerySet[Citation]) -> StreamingHttpResponse:
        works = queryset.order_by("pk").iterator(chunk_size=500)
        response = StreamingHttpResponse(exporting.export(works, ending), content_type=formats.MEDIA_TYPES[ending])
        name = f"works-{timezone.localdate()}.{ending}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    return export


class ExportAdmin:
    """Offers the exports beside whatever other actions a list has."""

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)  # type: ignore[misc]
        for ending, label in exporting.NAMES.items():
            name = f"export_{ending}"
            actions[name] = (_action(ending), name, f"Save as {label} (.{ending})")
        return actions
