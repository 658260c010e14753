"""Ways past the gate as requests: each is tried by every role. Places as in `sql_ways`; `{r}` is a revision."""

from __future__ import annotations

ARTICLE, ADMIN = "/admin/articles/article/{a}", "/admin"
PAST = {"reason": "There is no need to wait.", "version": "{v}", "at": "2099-01-01T10:00", "read": "on"}
FORGED = {
    "article": "{a}",
    "number": "9",
    "title": "x",
    "engine_version": "1",
    "content_hash": "x",
    "approved_by": "{e}",
}
LIVE = {"status": "published", "live_revision": "{r}", "published_at_0": "2026-01-01", "published_at_1": "10:00"}

WAYS: dict[str, tuple[str, dict[str, str]]] = {
    **{f"the button {verb}": (f"{ARTICLE}/{verb}/", PAST) for verb in ("submit", "approve", "publish", "schedule")},
    "approved as another version": (f"{ARTICLE}/approve/", {**PAST, "version": "1"}),
    "reviewed and approved": (f"{ARTICLE}/review-medically/", PAST),
    "the columns of a page in the form": (f"{ARTICLE}/change/", {**LIVE, "title": "x", "slug": "x", "body": "x"}),
    "the day of a review in the form": (f"{ARTICLE}/change/", {"title": "x", "slug": "x", "reviewed_on": "2026-01-01"}),
    "an article that begins published": (f"{ADMIN}/articles/article/add/", {**LIVE, "title": "x", "slug": "new-one"}),
    "a revision put in": (f"{ADMIN}/articles/revision/add/", FORGED),
    "a revision changed": (f"{ADMIN}/articles/revision/{{r}}/change/", FORGED),
    "a flag changed": (f"{ADMIN}/articles/flag/{{f}}/change/", {"state": "accepted", "severity": "note"}),
    "a flag deleted": (f"{ADMIN}/articles/flag/{{f}}/delete/", {"post": "yes"}),
    "a flag put in": (f"{ADMIN}/articles/flag/add/", {"article": "{a}", "state": "accepted"}),
    "a blocker accepted in two words": (f"{ADMIN}/articles/flag/{{f}}/decide/", {"verdict": "accept", "reason": "No."}),
    "a blocker with a verdict nobody knows": (
        f"{ADMIN}/articles/flag/{{f}}/decide/",
        {"verdict": "fixed", "reason": "It is well known to everybody."},
    ),
    "an entry of the log put in": (f"{ADMIN}/articles/logentry/add/", {"action": "approved", "article_id": "{a}"}),
    "a decision put in": (f"{ADMIN}/articles/decision/add/", {"flag": "{f}", "verdict": "accept", "reason": "x" * 20}),
    "the article deleted": (f"{ARTICLE}/delete/", {"post": "yes"}),
    "the page changed": ("/admin/articles/article/{p}/change/", {**LIVE, "title": "x", "slug": "x"}),
    "the page published anew": ("/admin/articles/article/{p}/publish/", PAST),
    "the page approved anew": ("/admin/articles/article/{p}/approve/", PAST),
    "all articles by an action": (
        f"{ADMIN}/articles/article/",
        {"action": "delete_selected", "_selected_action": "{a}"},
    ),
    "flags by an action": (f"{ADMIN}/articles/flag/", {"action": "delete_selected", "_selected_action": "{f}"}),
}
