"""The records: drafts, people, claims, flags, decisions, revisions, the log. QuerySets stand beside their models.

In: nothing but the frozen choices of `citations` and `products`. Out: rows and questions asked of many of them.
May not import: any other room of the articles.
"""

from __future__ import annotations

from articles.models.amendment import Amendment
from articles.models.article import (
    Article,
    ArticleCitation,
    ArticleContributor,
    Contributor,
    Role,
    Topic,
)
from articles.models.checklist import ChecklistQuestion
from articles.models.claim import Claim, ClaimLink, Decision, Flag, FlagEnding
from articles.models.desk_figures import DeskFigures
from articles.models.found import FoundArticle, FoundClaim, FoundWord, Listed
from articles.models.imports import ArticleOrigin, PictureInBatch, PostBatch, PostInBatch, PostInHand
from articles.models.log import LogEntry, LogHead
from articles.models.old_addresses import OldAddress
from articles.models.policy import Policy
from articles.models.revision import Revision
from articles.models.status_notice import LinkNotice, StatusNotice
from articles.models.stored_page import PageEpoch, StoredPage
from articles.models.thread import Ask, MailPreference, Notice, Reminder, Thread, ThreadEntry
from articles.models.working_copy import ShownDraft, WorkingCopy

__all__ = [
    "Amendment",
    "Article",
    "ArticleCitation",
    "ArticleContributor",
    "ArticleOrigin",
    "Ask",
    "ChecklistQuestion",
    "Claim",
    "ClaimLink",
    "Contributor",
    "Decision",
    "DeskFigures",
    "Flag",
    "FlagEnding",
    "FoundArticle",
    "FoundClaim",
    "FoundWord",
    "LinkNotice",
    "Listed",
    "LogEntry",
    "LogHead",
    "MailPreference",
    "Notice",
    "OldAddress",
    "PageEpoch",
    "PictureInBatch",
    "Policy",
    "PostBatch",
    "PostInBatch",
    "PostInHand",
    "Reminder",
    "Revision",
    "Role",
    "ShownDraft",
    "StatusNotice",
    "StoredPage",
    "Thread",
    "ThreadEntry",
    "Topic",
    "WorkingCopy",
]
