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
from citations.models import Citation
from citations.services import adding, file_import, foreseen_verdicts, metadata_completion
from citations.services.adding import Added, Entry, Fault
from citations.services.facts import PASTED
from evidence.deadline import TooIntricateError

SHOWN = 100
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
        label="or choose a file",
        widget=UnfoldAdminFileFieldWidget({"accept": ",".join(adding.FORMATS)}),
        help_text="BibTeX (.bib), RIS (.ris), PubMed (.nbib) or CSL-JSON (.json). A file of more than 1 MB is too long "
        "to be looked through: it comes in by itself while you watch, and what came in is listed.",
    )
    filename = forms.CharField(required=False, max_length=250, widget=forms.HiddenInput)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\r\n", "\n").replace("\r", "\n")
        if len(text.encode()) > settings.IMPORT_MAX_KB * 1024:
            raise forms.ValidationError(
                f"This is more than {settings.IMPORT_MAX_KB} KB. Paste it in parts, or as a file."
            )
        if text.count("\n") > LINES_MAX and not self.data.get("filename"):
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
    """First the form, then what was recognised, then what came in."""
    if not request.user.has_perm("citations.add_citation"):
        raise PermissionDenied
    if request.method == "GET":
        return _ask(request, AnythingForm())
    form = AnythingForm(request.POST, request.FILES)
    if not form.is_valid():
        return _ask(request, form, status=400)
    file = form.cleaned_data["file"]
    if file and file.size > FILE_AT_ONCE:
        batch = file_import.start(name=file.name, chunks=file.chunks(file_import.PART), by=request.user)  # type: ignore[arg-type]
        return redirect("admin:citations_batch_progress", batch.pk)
    text, name = form.cleaned_data["text"], form.cleaned_data["filename"]
    if file:
        text, name = "".join(decoded(file)), file.name[-250:]
    read = apart.SENT.run(adding.read_given, seconds=settings.IMPORT_SECONDS, wait=settings.IMPORT_SECONDS)
    try:
        entries, faults = read(text, name)
    except (TooIntricateError, apart.Busy) as problem:
        form.add_error(None, str(problem))
        return _ask(request, form, status=400)
    if not entries and not faults:
        form.add_error(None, "Nothing was recognised. Paste a DOI, a PMID or a whole reference.")
        return _ask(request, form, status=400)
    if "save" not in request.POST:
        return _show(request, form, entries, faults, text=text, name=name)
    wanted = {int(place) for place in request.POST.getlist("entries") if place.isdecimal()}
    kept = [entry for place, entry in enumerate(entries) if place in wanted]
    return _save(request, [*kept, *faults], origin=name[-40:] or PASTED)


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


def _ask(request: HttpRequest, form: AnythingForm, *, status: int = 200) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": "Add works", "form": form}
    return render(request, "newsroom/works_add.html", context, status=status)


def _show(
    request: HttpRequest, form: AnythingForm, entries: list[Entry], faults: list[Fault], *, text: str, name: str
) -> HttpResponse:
    keys = foreseen_verdicts.ask((entry.csl, entry.raw, ()) for entry in entries)
    rows = [
        {"place": place, "entry": entry, "source": entry.work("").source, "known": known, "key": key}
        for place, (entry, known, key) in enumerate(zip(entries, adding.known(entries), keys, strict=True))
    ]
    context = {
        **admin.site.each_context(request),
        "title": "Add works: what was recognised",
        "form": form,
        "text": text,
        "filename": name,
        "rows": rows,
        "faults": faults[:SHOWN],
        "fault_count": len(faults),
    }
    return render(request, "newsroom/works_recognised.html", context)


def _save(request: HttpRequest, read: Iterable[Entry | Fault], *, origin: str) -> HttpResponse:
    """Adds what was read, and shows what is new, what was there and what was not understood."""
    faults: list[Fault] = []

    def entries() -> Iterable[Entry]:
        for row in read:
            if isinstance(row, Fault):
                faults.append(row)
            else:
                yield row

    new: list[Added] = []
    there: dict[int, Added] = {}
    new_count = 0
    for row in adding.add(entries=entries(), by=request.user, origin=origin):  # type: ignore[arg-type]
        if isinstance(row, Fault):
            faults.append(row)
        elif row.new:
            new_count += 1
            new += [row] if len(new) < SHOWN else []
        else:
            there[row.citation.pk] = row
    rows = _rows([row.citation.pk for row in new])
    context = {
        **admin.site.each_context(request),
        "title": "Works added",
        "new_count": new_count,
        "there": list(there.values())[:SHOWN],
        "there_count": len(there),
        "faults": faults[:SHOWN],
        "fault_count": len(faults),
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
