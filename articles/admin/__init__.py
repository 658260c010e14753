"""The newsroom's lists and forms in the Django admin."""

from __future__ import annotations

from articles.admin.articles import ArticleAdmin
from articles.admin.flags import FlagAdmin
from articles.admin.people import ContributorAdmin, NewsroomGroupAdmin, NewsroomUserAdmin, TopicAdmin
from articles.admin.records import LogEntryAdmin, RevisionAdmin
from articles.admin.works import UsedFilter

__all__ = [
    "ArticleAdmin",
    "ContributorAdmin",
    "FlagAdmin",
    "LogEntryAdmin",
    "NewsroomGroupAdmin",
    "NewsroomUserAdmin",
    "RevisionAdmin",
    "TopicAdmin",
    "UsedFilter",
]
