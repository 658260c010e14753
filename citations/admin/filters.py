"""What the list of works can be narrowed to. All filters hold together, and with the search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import SEARCH_VAR
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from unfold.contrib.filters.admin import DropdownFilter
from unfold.contrib.filters.forms import CheckboxForm
from unfold.views import ChangeList

from citations.models import Citation, Design, Lookup, Species, Status, Verification
from citations.models.verifications import ACCUSED
from citations.services.record_matching import UNTITLED
from citations.services.retraction_watch import watched_on

NOT_RECORDED = ("none", "Not recorded")
WAITS = timedelta(days=7)
"""After which a work that a service has not answered about counts as long not completed [house]."""


class WorkFilter(DropdownFilter):
    """A choice among named conditions; other values are refused, so that no list says it is filtered and is not."""

    def offered(self) -> Mapping[str, str]:
        """What may be chosen, each with its words."""
        raise NotImplementedError

    def narrowed(self, works: QuerySet[Citation], value: str) -> QuerySet[Citation]:
        raise NotImplementedError

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any) -> None:
        self.request = request
        super().__init__(request, params, model, model_admin)

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(self.offered().items())

    def asked(self) -> list[str]:
        """The values chosen."""
        return [value] if (value := self.value()) else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Citation]) -> QuerySet[Citation]:
        for value in self.asked():
            if value not in self.offered():
                messages.error(request, f"Works cannot be listed by {self.title} as asked for. All works are shown.")
                raise IncorrectLookupParameters
            queryset = self.narrowed(queryset, value)
        return queryset

    def choices(self, changelist: Any) -> Iterator[Any]:
        """The field, under its own name."""
        yield {
            "form": self.form_class(
                label=str(self.title).capitalize(),
                name=self.parameter_name,
                choices=[*([self.all_option] if self.all_option else []), *self.lookup_choices],
                data={self.parameter_name: self.value()},
            )
        }


class WorkList(ChangeList):
    """The list of works, with what it is narrowed to in words."""

    def get_filters(self, request: HttpRequest) -> Any:
        """A field of the form left at "All" is no filter."""
        specs, has_filters, rest, duplicates, _ = super().get_filters(request)
        return specs, has_filters, rest, duplicates, any(spec.asked() for spec in specs)

    def get_results(self, request: HttpRequest) -> None:
        """The form of filters keeps the number of the page one was on, which the narrower list may not have."""
        try:
            super().get_results(request)
        except IncorrectLookupParameters:
            self.page_num = 1
            super().get_results(request)

    @property
    def narrowed_to(self) -> list[dict[str, str]]:
        """`{words, without}` for each value chosen: what it says, and the address of the list without it."""
        told = []
        for spec in self.filter_specs:
            values, words = spec.asked(), dict(spec.lookup_choices)
            for value in values:
                others = [other for other in values if other != value]
                link = self.get_query_string({spec.parameter_name: others or None})
                told.append({"words": f"{str(spec.title).capitalize()}: {words[value].lower()}", "without": link})
        return told

    @property
    def without_search(self) -> str:
        return str(self.get_query_string(remove=[SEARCH_VAR]))


class DesignFilter(WorkFilter):
    title = "study design"
    parameter_name = "design"

    def offered(self) -> Mapping[str, str]:
        return dict([*Design.choices, NOT_RECORDED])

    def narrowed(self, works: QuerySet[Citation], value: str) -> QuerySet[Citation]:
        return works.filter(design="" if value == "none" else value)


class StatusFilter(WorkFilter):
    """As people are told it, like the column."""

    title = "status"
    parameter_name = "status"

    def offered(self) -> Mapping[str, str]:
        return dict(Status.choices)

    def narrowed(self, works: Any, value: str) -> QuerySet[Citation]:
        narrowed: QuerySet[Citation] = works.told_as(value, watched=watched_on())
        return narrowed


class AgeFilter(WorkFilter):
    """By the year in which the work appeared."""

    title = "age of the work"
    parameter_name = "age"

    def offered(self) -> Mapping[str, str]:
        year = timezone.localdate().year
        return {
            "2": f"Up to 2 years (since {year - 2})",
            "5": f"3 to 5 years ({year - 5} to {year - 3})",
            "10": f"6 to 10 years ({year - 10} to {year - 6})",
            "older": f"More than 10 years (before {year - 10})",
            "unknown": "Year not known",
        }

    def narrowed(self, works: QuerySet[Citation], value: str) -> QuerySet[Citation]:
        year = timezone.localdate().year
        conditions = {
            "2": Q(year__gte=year - 2),
            "5": Q(year__range=(year - 5, year - 3)),
            "10": Q(year__range=(year - 10, year - 6)),
            "older": Q(year__lt=year - 10),
            "unknown": Q(year=None),
        }
        return works.filter(conditions[value])


class AddedFilter(WorkFilter):
    """By the day on which the work came into the library."""

    title = "added"
    parameter_name = "added"

    def offered(self) -> Mapping[str, str]:
        return {"7": "In the last 7 days", "30": "In the last 30 days", "older": "More than a year ago"}

    def narrowed(self, works: QuerySet[Citation], value: str) -> QuerySet[Citation]:
        now = timezone.now()
        if value == "older":
            return works.filter(created_at__lt=now - timedelta(days=365))
        return works.filter(created_at__gte=now - timedelta(days=int(value)))


class CompletionFilter(WorkFilter):
    """By what came of asking the services. "Not completed" are works that some service has never answered about."""

    title = "completion"
    parameter_name = "completion"

    def offered(self) -> Mapping[str, str]:
        return {
            "asking": "Services are being asked",
            "long": f"Not completed for {WAITS.days} days or more",
            "given-up": "Given up: a service never answered",
            "unknown": "Asked, but no service knows it",
            "unasked": "No service was asked",
        }

    def narrowed(self, works: QuerySet[Citation], value: str) -> QuerySet[Citation]:
        lookups = Lookup.objects.filter(citation=OuterRef("pk"))
        waiting = lookups.filter(state__in=(Lookup.State.WAITING, Lookup.State.FAILED))
        if value == "asking":
            return works.filter(Exists(waiting.filter(next_at__isnull=False)))
        if value == "long":
            return works.filter(Exists(waiting.filter(answered_at=None)), created_at__lt=timezone.now() - WAITS)
        if value == "given-up":
            return works.filter(Exists(waiting.filter(next_at=None, answered_at=None)))
        if value == "unknown":
            others = lookups.exclude(state=Lookup.State.NOT_FOUND)
            return works.filter(Exists(lookups.filter(state=Lookup.State.NOT_FOUND)), ~Exists(others))
        return works.filter(~Exists(lookups))


class MissingFilter(WorkFilter):
    """Facts that are not known. Several may be ticked: the works that lack all of them."""

    title = "missing"
    parameter_name = "missing"
    form_class = CheckboxForm
    all_option = None
    conditions: Mapping[str, tuple[str, Q]] = {
        "abstract": ("Abstract", Q(abstract="")),
        "design": ("Study design", Q(design="")),
        "size": ("Number studied", Q(sample_size=None)),
        "funding": ("Funding statement", Q(funding="")),
        "year": ("Year", Q(year=None)),
        "authors": ("Authors", Q(families=[])),
        "title": ("Title", Q(title__endswith=UNTITLED)),
        "identifier": ("Any identifier", Q(doi=None, pmid=None, pmcid=None, isbn=None, arxiv=None, nct="")),
        "check": ("A check of its status", Q()),  # as people are told it: see below
        "address": ("An address that answers", Q(link_dead=True)),
    }

    def offered(self) -> Mapping[str, str]:
        return {value: words for value, (words, _) in self.conditions.items()}

    def asked(self) -> list[str]:
        return self.request.GET.getlist("missing")

    def value(self) -> Any:
        return self.asked()

    def narrowed(self, works: Any, value: str) -> QuerySet[Citation]:
        if value == "check":
            works = works.told_as(Status.NOT_CHECKED.value, watched=watched_on())
        return works.filter(self.conditions[value][1])  # type: ignore[no-any-return]


class VerdictFilter(WorkFilter):
    """By what services say of the work as written."""

    title = "existence"
    parameter_name = "verdict"

    def offered(self) -> Mapping[str, str]:
        return {"look": "To be looked into", **dict(Verification.Verdict.choices), "none": "Never asked about"}

    def narrowed(self, works: QuerySet[Citation], value: str) -> QuerySet[Citation]:
        if value == "none":
            return works.filter(verification=None)
        if value == "look":
            return works.filter(verification__verdict__in=ACCUSED)
        return works.filter(verification__verdict=value)


class SpeciesFilter(WorkFilter):
    title = "studied in"
    parameter_name = "species"

    def offered(self) -> Mapping[str, str]:
        return dict([*Species.choices, NOT_RECORDED])

    def narrowed(self, works: QuerySet[Citation], value: str) -> QuerySet[Citation]:
        return works.filter(species="" if value == "none" else value)


class _YesNo(WorkFilter):
    """By a field that is yes or no."""

    def offered(self) -> Mapping[str, str]:
        return {"yes": "Yes", "no": "No"}

    def narrowed(self, works: QuerySet[Citation], value: str) -> QuerySet[Citation]:
        return works.filter(**{str(self.parameter_name): value == "yes"})


class PreprintFilter(_YesNo):
    title = "preprint"
    parameter_name = "preprint"


class SellerFilter(_YesNo):
    title = "paid for or written by a seller"
    parameter_name = "seller_funded"


FILTERS: list[type[WorkFilter]] = [
    DesignFilter,
    StatusFilter,
    AgeFilter,
    MissingFilter,
    AddedFilter,
    CompletionFilter,
    VerdictFilter,
    SpeciesFilter,
    PreprintFilter,
    SellerFilter,
]
"""In the order of the list. Apps that stand on the library put in their own (`offer`)."""


def offer(further: type[WorkFilter], *, before: type[WorkFilter]) -> None:
    """Puts a filter of another app into the list of works; once, however often it is offered."""
    if further not in FILTERS:
        FILTERS.insert(FILTERS.index(before), further)
