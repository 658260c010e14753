"""The newsroom's sidebar and its first page."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse

from articles.newsroom.home import home

USES = ("citations.view_citation", "articles.view_article")
"""What somebody may see who may see where works are used."""
MERGES = ("citations.change_citation", "citations.delete_citation")
"""What somebody may do who may merge works."""


def icon(request: HttpRequest) -> str:
    """The address of the sign that browsers show beside the title: the public pages' own."""
    return static("img/mark.svg")


def frame_style(request: HttpRequest) -> str:
    """What the frame of every page looks like."""
    return static("newsroom/frame.css")


def labels_script(request: HttpRequest) -> str:
    """Names for the controls that unfold leaves without one."""
    return static("newsroom/labels.js")


def dusk_script(request: HttpRequest) -> str:
    """Lets an open page follow the system into dark and back."""
    return static("newsroom/dusk.js")


def sidebar(request: HttpRequest) -> list[dict[str, Any]]:
    """Unfold's sidebar, in the order of a working day; what a person may not see is left out."""
    # These addresses lie under that of their list; only one of them is where we are.
    own = tuple(reverse(name) for name in ("newsroom:import", "newsroom:cited", "admin:citations_citation_add_works"))
    item = partial(_item, request, own)
    return [
        {
            "title": "Writing",
            "items": [
                item("Articles", "article", "admin:articles_article_changelist", "articles.view_article"),
                item("Import an article", "upload_file", "newsroom:import", "articles.add_article"),
                item("Import many posts", "drive_folder_upload", "newsroom:import-many", "articles.add_article"),
                item("People", "badge", "admin:articles_contributor_changelist", "articles.view_contributor"),
                item("Old addresses", "moving", "admin:articles_oldaddress_changelist", "articles.view_oldaddress"),
                item("Topics", "sell", "admin:articles_topic_changelist", "articles.view_topic"),
            ],
        },
        {
            "title": "Reviewing",
            "separator": True,
            "items": [
                item("Review desk", "flag", "admin:articles_flag_changelist", "articles.view_flag"),
                item("Works", "menu_book", "admin:citations_citation_changelist", "citations.view_citation"),
                item("Add works", "library_add", "admin:citations_citation_add_works", "citations.add_citation"),
                item(
                    "Imports and bulk work",
                    "pending_actions",
                    "admin:citations_batch_changelist",
                    "citations.view_citation",
                ),
                item("Duplicates", "difference", "newsroom:duplicates", *MERGES),
                item("Cited by our articles", "format_quote", "newsroom:cited", *USES),
                item("Products", "shopping_bag", "admin:products_product_changelist", "products.view_product"),
            ],
        },
        {
            "title": "Records",
            "separator": True,
            "items": [
                item("Revisions", "history", "admin:articles_revision_changelist", "articles.view_revision"),
                item(
                    "Checklist",
                    "checklist",
                    "admin:articles_checklistquestion_changelist",
                    "articles.view_checklistquestion",
                ),
                item("Public record", "history_edu", "admin:articles_amendment_changelist", "articles.view_amendment"),
                item("How we work", "policy", "admin:articles_policy_changelist", "articles.view_policy"),
                item("Log", "receipt_long", "admin:articles_logentry_changelist", "articles.view_logentry"),
                item("Accounts", "person", "admin:auth_user_changelist", "auth.view_user"),
                item("Groups", "group", "admin:auth_group_changelist", "auth.view_group"),
                item("Sessions", "devices", "admin:usersessions_usersession_changelist", "auth.change_user"),
                item("Second factors", "key", "admin:mfa_authenticator_changelist", "auth.change_user"),
            ],
        },
    ]


def account(request: HttpRequest) -> list[dict[str, Any]]:
    """The menu behind one's own name."""
    own = (
        ("Second factor", "mfa_index"),
        ("Password", "account_change_password"),
        ("Sessions", "usersessions_list"),
    )
    return [{"title": title, "link": reverse(view)} for title, view in own]


def _item(
    request: HttpRequest, own: tuple[str, ...], title: str, icon: str, view: str, *permissions: str
) -> dict[str, Any]:
    allowed = request.user.has_perms(permissions)
    link = reverse(view)
    below = request.path.startswith(own)
    active = request.path.startswith(link) and (not below or link in own)
    return {"title": title, "icon": icon, "link": link, "active": active, "permission": lambda _request: allowed}


def dashboard(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """What waits on this person, and what happens around it (`home`)."""
    user = request.user
    context["may_add"] = user.has_perm("articles.add_article")
    if user.has_perm("articles.view_article"):
        context |= home(user)
    return context
