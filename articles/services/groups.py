"""The groups of people who work in the newsroom, and what each may do. docs/roles.md shows it address by address."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

AUTHORS = "Authors"
EDITORS = "Editors"
REVIEWERS = "Medical reviewers"
PUBLISHERS = "Publishers"
ADMINISTRATORS = "Administrators"
AUDITORS = "Auditors"

_SEEN_BY_ALL = (
    *("articles.article", "articles.articlecitation", "articles.articlecontributor", "articles.contributor"),
    *("articles.topic", "articles.claim", "articles.claimlink", "articles.flag", "articles.decision"),
    *("articles.revision", "articles.logentry", "articles.amendment", "articles.thread", "articles.threadentry"),
    *("articles.policy", "articles.oldaddress", "citations.citation", "products.product", "products.productdisclosure"),
)
_WRITTEN_BY_AUTHORS = ("articles.article", "articles.contributor", "articles.topic", "citations.citation")
_INSIDE_ARTICLES = ("articles.articlecitation", "articles.articlecontributor", "products.productdisclosure")


def _each(actions: Iterable[str], models: Iterable[str]) -> set[str]:
    return {f"{app}.{action}_{model}" for app, model in (name.split(".") for name in models) for action in actions}


_AUTHOR = (
    _each(["view"], _SEEN_BY_ALL)
    | _each(["add", "change"], _WRITTEN_BY_AUTHORS)
    | _each(["add", "change", "delete"], _INSIDE_ARTICLES)
    | {"articles.submit_article", "articles.add_threadentry"}
)

PERMISSIONS: dict[str, set[str]] = {
    AUTHORS: _AUTHOR,
    EDITORS: _AUTHOR
    | _each(["add", "change"], ["products.product"])
    | _each(["delete"], ["articles.topic", "articles.contributor", "citations.citation", "products.product"])
    | {
        *("articles.review_article", "articles.approve_article", "articles.publish_article"),
        *("articles.decide_flag", "articles.override_blocker"),
        *("articles.view_checklistquestion", "articles.add_checklistquestion", "articles.change_checklistquestion"),
        "citations.correct_citation",
        *("citations.view_batch", "citations.change_batch"),  # those of others too
        "citations.view_questionablejournal",
        *_each(["add", "change", "delete"], ["articles.oldaddress"]),
        "articles.view_postbatch",  # those of others too
        "articles.change_policy",
    },
    REVIEWERS: _each(["view"], _SEEN_BY_ALL)
    | {"articles.review_article", "articles.approve_article", "articles.decide_flag", "articles.review_medically"}
    | {"citations.view_questionablejournal", "articles.add_threadentry"},
    # Puts live, schedules and withdraws what others wrote and approved, and changes no word of it; says who owns us.
    PUBLISHERS: _each(["view"], _SEEN_BY_ALL)
    | {"articles.publish_article", "articles.add_threadentry", "articles.change_policy"},
    # Accounts and who they are; nothing of what is written.
    ADMINISTRATORS: _each(["view"], _SEEN_BY_ALL)
    | {"auth.view_user", "auth.add_user", "auth.change_user", "auth.view_group", "articles.link_account"}
    | {"articles.change_contributor"},
    # Reads all of it and changes nothing.
    AUDITORS: _each(["view"], _SEEN_BY_ALL)
    | _each(["view"], ["auth.user", "auth.group", "citations.batch", "citations.questionablejournal"])
    | {"articles.view_postbatch"},
}
"""What each group may do. Articles, revisions, flags and decisions are deleted by nobody."""


def make_groups(using: str = "default", **_: Any) -> None:
    """Makes the groups after a migration and gives them what they lack; what an operator added stays."""
    from django.contrib.auth.models import Group, Permission

    held = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.using(using)
        .filter(content_type__app_label__in=["articles", "auth", "citations", "products"])
        .select_related("content_type")
    }
    for name, wanted in PERMISSIONS.items():
        group, _made = Group.objects.using(using).get_or_create(name=name)
        # Not every model exists while the database is only partly migrated; the next run adds the rest.
        group.permissions.add(*(held[label] for label in sorted(wanted) if label in held))
