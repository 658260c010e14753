"""The newsroom's lists and forms in the Django admin.

In: requests of signed-in staff. Out: pages of the Django admin; each act is one call of a service.
May not import: `signals` or `management`.
"""

from __future__ import annotations

from articles.admin.articles import ArticleAdmin
from articles.admin.checklist import ChecklistQuestionAdmin
from articles.admin.flags import FlagAdmin
from articles.admin.old_addresses import OldAddressAdmin
from articles.admin.people import ContributorAdmin, NewsroomGroupAdmin, NewsroomUserAdmin, TopicAdmin
from articles.admin.policies import PolicyAdmin
from articles.admin.records import AmendmentAdmin, LogEntryAdmin
from articles.admin.revisions import RevisionAdmin
from articles.admin.works import UsedFilter

__all__ = [
    "AmendmentAdmin",
    "ArticleAdmin",
    "ChecklistQuestionAdmin",
    "ContributorAdmin",
    "FlagAdmin",
    "LogEntryAdmin",
    "NewsroomGroupAdmin",
    "NewsroomUserAdmin",
    "OldAddressAdmin",
    "PolicyAdmin",
    "RevisionAdmin",
    "TopicAdmin",
    "UsedFilter",
]
