"""Adds works by anything: what is pasted is shown before it is saved; a file likewise, unless it is too long."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminTextareaWidget

import apart
from citations.formats.rows import decoded
from citations.models import Citation, WorksInHand
from citations.services import adding, file_import, foreseen_verdicts, metadata_completion, works_in_hand
from citations.services.adding import Entry, Fault
from citations.services.facts import PASTED
from evidence.deadline import TooIntricateError

SHOWN = 100
LONGEST = 300
"""Letters of a line that was not understood that are told [house]."""
LINES_MAX = 1000
FILE_AT_ONCE = 1024 * 1024
"""Bytes of a file that is read within the request, in a second or less: some 350 PubMed records with abstracts."""


class AnythingForm(forms.Form):
    """Identifiers, addresses or references, pasted; or a file of a reference manager."""

    text = forms.CharField(
        required=False,
        strip=False,
        label="Paste anything that names works",
        widget=UnfoldAdminTextareaWidget(
            {
                "rows": 9,
                "placeholder": "10.5555/12345678\nPMID 12345678\nDoe J, Roe R. Walking. 2019;4(2):101-9.",
            }
        ),
        help_text="DOIs, PMIDs, PMCIDs, ISBNs, arXiv or trial numbers, addresses or whole references, each on a line.",
    )
    file = forms.FileField(
        required=False,
        label="Or choose a file",
        widget=UnfoldAdminFileFieldWidget({"accept": ",".join(adding.FORMATS)}),
        help_text="BibTeX (.bib), RIS (.ris), PubMed (.nbib) or CSL-JSON (.json). A file of more than 1 MB is too long "
        "to be looked through: it comes in by itself while you watch, and what came in is listed.",
    )

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\r\n", "\n").replace("\r", "\n")
        if len(text.encode()) > settings.IMPORT_MAX_KB * 1024:
            raise forms.ValidationError(
                f"This is more than {settings.IMPORT_MAX_KB} KB. Paste it in parts, or as a file."
            )
        if text.count("\n") > LINES_MAX:
            raise forms.ValidationError(f"This is more than {LINES_MAX} lines. Paste it in parts, or choose a file.")
        return text

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > settings.IMPORT_FILE_MAX_MB * 1024 * 1024:
            raise forms.ValidationError(
                f"The file is larger than {settings.IMPORT_FILE_MAX_MB} MB. Export it in parts."
            )
        if file and not file.name.lower().endswith(adding.FORMATS):
            raise forms.ValidationError("Files are read that end in .bib, .ris, .nbib or .json.")
        return file

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not self.errors and not data.get("file") and not data.get("text", "").strip():
            raise forms.ValidationError("Paste something, or choose a file.")
        return data


@never_cache
@require_http_methods(["GET", "POST"])
def add_works_view(request: HttpRequest) -> HttpResponse:
    """First the form, then what was recognised, then what came in: each at an address that can be loaded again."""
    if not request.user.has_perm("citations.add_citation"):
        raise PermissionDenied
    if request.method == "GET":
        return _standing(request)
    row = works_in_hand.held(number=request.POST.get("hand", ""), by=request.user)  # type: ignore[arg-type]
    if row is None and request.POST.get("hand"):
        return _gone(request)
    if row is None:
        form = AnythingForm(request.POST, request.FILES)
        if not form.is_valid():
            return redirect(_refused(request, form))
        file = form.cleaned_data["file"]
        if file and file.size > FILE_AT_ONCE:
            batch = file_import.start(name=file.name, chunks=file.chunks(file_import.PART), by=request.user)  # type: ignore[arg-type]
            return redirect("admin:citations_batch_progress", batch.pk)
        text, name = ("".join(decoded(file)), file.name) if file else (form.cleaned_data["text"], "")
        row = works_in_hand.take(text=text, name=name, by=request.user)  # type: ignore[arg-type]
    if "save" in request.POST and not row.added:
        _save(request, row)
    return redirect(_address(row))


def _address(row: WorksInHand) -> str:
    return f"{reverse('admin:citations_citation_add_works')}?hand={row.pk}"


def _refused(request: HttpRequest, form: AnythingForm) -> str:
    """The address at which the form stands again, with what was typed and why. No browser gives a file back."""
    said = {name: [str(text) for text in texts] for name, texts in form.errors.items()}
    text, file = request.POST.get("text", ""), request.FILES.get("file")
    row = works_in_hand.take(text=text, name=str(file.name) if file else "", by=request.user, said=said)  # type: ignore[arg-type]
    return _address(row)


def _standing(request: HttpRequest) -> HttpResponse:
    """The form, or how far what is in hand has come."""
    number = request.GET.get("hand", "")
    if not number:
        return _ask(request, AnythingForm())
    row = works_in_hand.held(number=number, by=request.user)  # type: ignore[arg-type]
    if row is None:
        return _gone(request)
    if row.added:
        return _told(request, row.added)
    form = AnythingForm({"text": row.text})
    said = row.said
    if not said:
        try:
            entries, faults = _read(row)
        except (TooIntricateError, apart.Busy) as problem:
            said = {"__all__": [str(problem)]}
        else:
            if entries or faults:
                return _show(request, row, entries, faults)
            said = {"__all__": ["Nothing was recognised. Paste a DOI, a PMID or a whole reference."]}
    form.errors.clear()  # the reasons of then are what counts: a file is not here to be looked at
    for name, texts in said.items():
        form.add_error(None if name == "__all__" else name, texts)
    return _ask(request, form, file=row.name)


def _gone(request: HttpRequest) -> HttpResponse:
    messages.info(request, "What was pasted there is kept no longer. Paste it once more.")
    return redirect("admin:citations_citation_add_works")


def _read(row: WorksInHand) -> tuple[list[Entry], list[Fault]]:
    read = apart.SENT.run(adding.read_given, seconds=settings.IMPORT_SECONDS, wait=settings.IMPORT_SECONDS)
    entries, faults = read(row.text, row.name)
    return list(entries), list(faults)


@never_cache
@require_GET
def progress_view(request: HttpRequest) -> HttpResponse:
    """How far the works named by `id` are completed, as a fragment for scripts."""
    if not request.user.has_perm("citations.view_citation"):
        return JsonResponse({"error": "You may not see works."}, status=403)
    ids = [int(pk) for pk in request.GET.getlist("id")[:SHOWN] if pk.isdecimal() and len(pk) < 19]
    rows = _rows(ids)
    html = render_to_string("newsroom/works_rows.html", {"rows": rows}, request=request)
    return JsonResponse({"busy": any(row["busy"] for row in rows), "html": html})


def _ask(request: HttpRequest, form: AnythingForm, *, file: str = "") -> HttpResponse:
    context = {**admin.site.each_context(request), "title": "Add works", "form": form, "file": file}
    return render(request, "newsroom/works_add.html", context)


def _show(request: HttpRequest, row: WorksInHand, entries: list[Entry], faults: list[Fault]) -> HttpResponse:
    keys = foreseen_verdicts.ask((entry.csl, entry.raw, ()) for entry in entries)
    rows = [
        {"place": place, "entry": entry, "source": entry.work("").source, "known": known, "key": key}
        for place, (entry, known, key) in enumerate(zip(entries, adding.known(entries), keys, strict=True))
    ]
    context = {
        **admin.site.each_context(request),
        "title": "Add works: what was recognised",
        "hand": row.pk,
        "rows": rows,
        "faults": faults[:SHOWN],
        "fault_count": len(faults),
    }
    return render(request, "newsroom/works_recognised.html", context)


def _save(request: HttpRequest, row: WorksInHand) -> None:
    """Adds what was ticked, and keeps for the next screen what is new, what was there and what was not understood.

    What can no longer be read says so on the screen that follows: nothing was added.
    """
    try:
        entries, faults = _read(row)
    except (TooIntricateError, apart.Busy):
        return
    if not entries and not faults:
        return
    wanted = {int(place) for place in request.POST.getlist("entries") if place.isdecimal()}
    kept = [entry for place, entry in enumerate(entries) if place in wanted]
    new: list[int] = []
    there: dict[int, None] = {}
    for added in adding.add(entries=kept, by=request.user, origin=row.name[-40:] or PASTED):  # type: ignore[arg-type]
        if isinstance(added, Fault):
            faults.append(added)
        elif added.new:
            new.append(added.citation.pk)
        else:
            there[added.citation.pk] = None
    told = {
        "new": new[:SHOWN],
        "new_count": len(new),
        "there": list(there)[:SHOWN],
        "there_count": len(there),
        "faults": [
            {"line": one.line, "text": _kept(one.text)[:LONGEST], "reason": _kept(one.reason)} for one in faults[:SHOWN]
        ],
        "fault_count": len(faults),
    }
    works_in_hand.came_in(row=row, told=told)


def _kept(words: str) -> str:
    """Words as PostgreSQL keeps them: a file may hold half a character, which is no text."""
    return words.encode("utf-8", "replace").decode().replace("\0", "")


def _told(request: HttpRequest, told: dict[str, Any]) -> HttpResponse:
    rows, there = _rows(told["new"]), Citation.objects.in_bulk(told["there"])
    context = {
        **admin.site.each_context(request),
        "title": "Works added",
        **told,
        "there": [there[pk] for pk in told["there"] if pk in there],
        "rows": rows,
        "busy": any(row["busy"] for row in rows),
        "progress_url": _progress_url(row["work"].pk for row in rows),
    }
    return render(request, "newsroom/works_added.html", context)


def _progress_url(ids: Iterable[int]) -> str:
    query = "&".join(f"id={pk}" for pk in ids)
    return f"{reverse('admin:citations_citation_progress')}?{query}"


def _rows(ids: list[int]) -> list[dict[str, Any]]:
    works = Citation.objects.prefetch_related("lookups").in_bulk(ids)
    return [{"work": works[pk], **metadata_completion.progress(works[pk])} for pk in ids if pk in works]


def again(request: HttpRequest, citation: Citation) -> None:
    """Puts the work on the list of those that services are asked about, and says so."""
    number = metadata_completion.ask_again(citation=citation)
    if number:
        messages.success(request, f"{number} service{'' if number == 1 else 's'} will be asked again now.")
    elif not settings.LOOKUPS:
        messages.warning(request, "Look-ups are turned off on this site (LOOKUPS).")
    else:
        messages.warning(request, "No service can be asked: record a DOI, a PMID, or title, author and year first.")
