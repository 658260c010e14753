"""The newsroom's own addresses under /admin/, before those of the Django admin. Signed-in staff only."""

from __future__ import annotations

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, register_converter

from articles.newsroom import (
    add_references,
    approving,
    as_typed,
    calling,
    chain,
    citing,
    comparing,
    conversation,
    duplicates,
    findings,
    hindrances,
    importing,
    many_posts,
    markdown_editor,
    most_cited,
    moving,
    pasting,
    reader_preview,
    review_desk,
    review_figures,
    where_used,
    workflow,
    working_copies,
)

app_name = "newsroom"


class VerbConverter:
    """The editorial verbs, and nothing else."""

    regex = "|".join(workflow.ACTS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(VerbConverter, "verb")
staff = admin.site.admin_view


def no_history(request: HttpRequest, **_: str) -> HttpResponse:
    """The newsroom keeps its own log; Django's pages would tell whoever is staff which rows there are."""
    raise Http404


urlpatterns = [
    path("<slug:app>/<slug:model>/<str:pk>/history/", staff(no_history), name="no-history"),
    # These answer scripts: they refuse with a status and words where the others lead to the login page.
    path("markdown/preview/", markdown_editor.preview, name="preview"),
    path("markdown/upload/", markdown_editor.upload, name="upload"),
    path("markdown/rich-text/", pasting.rich_text, name="rich-text"),
    path("articles/article/<int:pk>/as-typed/", as_typed.as_typed, name="as-typed"),
    path("articles/article/<int:pk>/keep/", working_copies.keep, name="keep"),
    path("articles/article/keep/", working_copies.keep, name="keep-new"),
    path("session/", working_copies.session, name="session"),
    path("people/", calling.people, name="people"),
    path("articles/copy/<int:pk>/discard/", staff(working_copies.discard), name="discard-copy"),
    path("articles/article/<int:pk>/assessment/", findings.assessment_status, name="assessment-status"),
    path("articles/article/<int:pk>/cite-work/", citing.cite_work, name="cite-work"),
    path("citations/citation/search/", citing.search_works, name="search-works"),
    path("articles/article/import/", staff(importing.import_post), name="import"),
    path("articles/article/import/<int:pk>/", staff(importing.recognised_post), name="import-read"),
    path("articles/postbatch/new/", staff(many_posts.begin), name="import-many"),
    path("articles/postbatch/<int:pk>/", staff(many_posts.progress), name="batch-of-posts"),
    path("articles/postbatch/<int:pk>/state/", staff(many_posts.state), name="batch-of-posts-state"),
    path("articles/postbatch/<int:pk>/report/", staff(many_posts.report), name="batch-of-posts-report"),
    path("articles/postbatch/<int:pk>/cancel/", staff(many_posts.cancel), name="batch-of-posts-cancel"),
    path("articles/postbatch/<int:pk>/again/", staff(many_posts.again), name="batch-of-posts-again"),
    path("articles/article/<int:pk>/citations/", staff(add_references.cite), name="cite"),
    path("articles/article/<int:pk>/address/", staff(moving.move), name="move"),
    path("articles/article/<int:pk>/reading/", staff(reader_preview.as_readers_see_it), name="reading"),
    path("articles/article/<int:pk>/approval/", staff(approving.approving), name="approving"),
    path("articles/article/<int:pk>/before-publication/", staff(hindrances.in_the_way), name="hindrances"),
    path("articles/article/<int:pk>/compare/", staff(comparing.comparing), name="compare"),
    path("articles/article/<int:pk>/restore/", staff(comparing.restoring), name="restore"),
    path("articles/article/<int:pk>/chain/", staff(chain.chain), name="chain"),
    path("articles/article/<int:pk>/talk/", staff(conversation.talk), name="talk"),
    path("articles/thread/<int:pk>/resolve/", staff(conversation.thread_act), {"act": "resolve"}, name="resolve"),
    path("articles/thread/<int:pk>/reopen/", staff(conversation.thread_act), {"act": "reopen"}, name="reopen"),
    path(
        "articles/thread/<int:pk>/forget-reader/",
        staff(conversation.thread_act),
        {"act": "forget-reader"},
        name="forget-reader",
    ),
    path("articles/ask/<int:pk>/settle/", staff(conversation.settle), name="settle"),
    path("articles/ask/<int:pk>/due/", staff(conversation.due), name="due"),
    path("letters/", staff(conversation.letters), name="letters"),
    path("articles/article/<int:pk>/<verb:verb>/", staff(workflow.act), name="act"),
    path("citations/duplicates/", staff(duplicates.duplicates), name="duplicates"),
    path("citations/duplicates/compare/", staff(duplicates.compare), name="compare"),
    path("citations/duplicates/merge/", staff(duplicates.merge), name="merge"),
    path("citations/duplicates/<int:pk>/apart/", staff(duplicates.apart), name="apart"),
    path("citations/merges/<int:pk>/undo/", staff(duplicates.undo), name="undo"),
    path("articles/flag/<int:pk>/decide/", staff(review_desk.decide), name="decide"),
    path("articles/flag/<int:pk>/panel/", staff(review_desk.panel), name="flag-panel"),
    path("articles/flag/figures/", staff(review_figures.figures), name="flag-figures"),
    path("articles/flag/decide/", staff(review_desk.decide_many), name="decide-many"),
    path("citations/citation/cited/", staff(most_cited.cited), name="cited"),
    path("citations/citation/<int:pk>/used/", staff(where_used.where_used), name="where-used"),
    path("articles/flag/<int:pk>/link/", staff(review_desk.link), name="link"),
]
