"""What people of the newsroom say to each other about an article, whom they ask, and how each of them is told.

In: who says what of which article, sentence or report, and the acts of the workflow that carry words. Out: entries that
never change, questions that wait on somebody, and notices that a worker sends as mails.
May not import: the services of the workflow, of drafts and of flags, which all call this room.
"""

from __future__ import annotations

from articles.services.conversation.asking import NotTheirs, set_due, settle
from articles.services.conversation.letters import choose_letters, send_daily, send_left_behind, send_to
from articles.services.conversation.mentions import NobodyOfThatName, people_to_ask
from articles.services.conversation.notices import left
from articles.services.conversation.remarks import forget_reader, report
from articles.services.conversation.reminders import remind
from articles.services.conversation.saying import TooLong, reopen, resolve, say
from articles.services.conversation.waiting import asked_of, open_questions

__all__ = [
    "NobodyOfThatName",
    "NotTheirs",
    "TooLong",
    "asked_of",
    "choose_letters",
    "forget_reader",
    "left",
    "open_questions",
    "people_to_ask",
    "remind",
    "reopen",
    "report",
    "resolve",
    "say",
    "send_daily",
    "send_left_behind",
    "send_to",
    "set_due",
    "settle",
]
