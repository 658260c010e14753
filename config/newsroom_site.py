"""The admin's site as the newsroom frames each of its pages: what no page shows is not made for each of them."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from unfold.sites import UnfoldAdminSite


class NewsroomSite(UnfoldAdminSite):  # type: ignore[misc]
    """Unfold's site. Its list of all models is made where a page shows it, and the menu is taken as it comes."""

    index_title = "Newsroom"

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> Any:
        make = super().get_app_list
        return SimpleLazyObject(lambda: make(request, app_label))

    def get_sidebar_list(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Groups of the menu, each item with its link, whether it is where we are, and whether it may be seen.

        The same as Unfold makes of them by copying each and asking through a lazy object.
        """
        groups = self._get_value(self._get_config("SIDEBAR", request).get("navigation"), request)
        return [{**group, "items": [_asked(item, request) for item in group["items"]]} for group in groups]


def _asked(item: dict[str, Any], request: HttpRequest) -> dict[str, Any]:
    return {**item, "has_permission": item["permission"](request)}


class NewsroomAdmin(AdminConfig):
    """django.contrib.admin with the newsroom's site."""

    default_site = "config.newsroom_site.NewsroomSite"
