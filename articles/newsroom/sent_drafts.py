"""The article's form as it was sent, as a state that can be compared; and a state as a form that can be saved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import formats

from articles.reconciling import Row, State
from articles.services.draft_states import FIELDS, ROWS, written

DATES = ("evidence_to", "next_review", "valid_from", "valid_until")
SWITCHES = ("advice_notice", "disclaimer")
"""Boxes to tick: a browser sends nothing for those that are not ticked."""
_DATE = forms.DateField(required=False)
_MAYBE = {"true": "true", "True": "true", "2": "true", "false": "false", "False": "false", "3": "false"}
"""What Django's own field for yes, no and unknown takes."""


def read(data: QueryDict, began: State) -> State:
    """The state that was sent. What the form does not hold, a whole list of rows too, is as it began."""
    fields = {name: _sent(name, data, name, began.fields[name]) for name in FIELDS}
    # A list in which nothing is chosen is not sent; that the form has one shows by its text.
    topics = frozenset(data.getlist("topics")) if "topics" in data or "body" in data else began.topics
    return State(fields, topics, {kind: tuple(_rows(data, kind, began.rows[kind])) for kind in ROWS})


def _sent(name: str, data: QueryDict, key: str, otherwise: str) -> str:
    if name in SWITCHES:
        return "true" if data.get(key) not in (None, "", "false", "False") else "false"
    if key not in data:
        return otherwise
    value = written(data[key])
    if name == "body":
        return value
    value = value.strip()
    if name == "harms_covered":
        return _MAYBE.get(value, "")
    if name == "order":
        return value or "0"
    return _day(value) if name in DATES else value


def _day(value: str) -> str:
    """As ISO 8601 has it; what is no date stays as it was typed, for the form to say so."""
    try:
        return written(_DATE.clean(value))
    except forms.ValidationError:
        return value


def _numbers(data: Mapping[str, Any], kind: str) -> list[int]:
    found = {int(match[1]) for key in data if (match := re.match(rf"{kind}-(\d{{1,4}})-", key))}
    return sorted(found)


def _rows(data: QueryDict, kind: str, began: tuple[Row, ...]) -> Iterator[Row]:
    """A row that is not there any more was marked so; one that was left out of the form was not touched."""
    sent = {data.get(f"{kind}-{number}-id", "") for number in _numbers(data, kind)}
    yield from (row for row in began if row.pk not in sent)
    for number in _numbers(data, kind):
        prefix = f"{kind}-{number}"
        if data.get(f"{prefix}-DELETE"):
            continue
        pk = data.get(f"{prefix}-id", "")
        values = {name: _sent(name, data, f"{prefix}-{name}", "") for name in ROWS[kind]}
        if pk or not is_blank(values):
            yield Row(pk, values)


def is_blank(values: Mapping[str, str]) -> bool:
    """A row that was added and not filled in: what it is about is empty, and all else as the form gave it."""
    given = {"role", "order", "market", "disclaimer"}
    return not any(value for name, value in values.items() if name not in given)


def lacks_rows(data: QueryDict) -> bool:
    """Whether the form came without a list of rows, or with rows that were fetched later than the rest of it."""
    fetched = data.get("rows_began_with") not in (None, "", data.get("began_with"))
    return fetched or any(f"{kind}-TOTAL_FORMS" not in data for kind in ROWS)


def as_form(
    data: QueryDict, state: State, standing: State, *, version: int, digest: str, rows_digest: str = ""
) -> QueryDict:
    """`data` with the values of `state`: rows that stand and are not in it are marked to be taken off.

    `digest` is of what it begins with from now on, `rows_digest` of what its rows do, where that is something else.
    """
    form = data.copy()
    for key in list(form):
        if key.split("-")[0] in ROWS or key in FIELDS or key == "topics":
            del form[key]
    for name, value in state.fields.items():
        _put(form, name, name, value)
    form.setlist("topics", sorted(state.topics))
    for kind in ROWS:
        _put_rows(form, kind, state.rows[kind], standing.rows[kind])
    form["expected_version"], form["began_with"], form["rows_began_with"] = str(version), digest, rows_digest
    return form


def _put(form: QueryDict, name: str, key: str, value: str) -> None:
    if name in SWITCHES:
        if value == "true":
            form[key] = "on"
    elif name in DATES:
        form[key] = _shown(value)
    else:
        form[key] = value


def _shown(value: str) -> str:
    """A date as the form writes it."""
    try:
        day = _DATE.clean(value)
    except forms.ValidationError:
        return value
    return str(formats.localize_input(day)) if day else ""


def _put_rows(form: QueryDict, kind: str, rows: tuple[Row, ...], standing: tuple[Row, ...]) -> None:
    kept = {row.pk for row in rows}
    gone = [row for row in standing if row.pk not in kept]
    old = [row for row in rows if row.pk]
    for number, row in enumerate([*old, *gone, *(row for row in rows if not row.pk)]):
        prefix = f"{kind}-{number}"
        form[f"{prefix}-id"] = row.pk
        for name, value in row.values.items():
            _put(form, name, f"{prefix}-{name}", value)
        if row in gone:
            form[f"{prefix}-DELETE"] = "on"
    form[f"{kind}-TOTAL_FORMS"] = str(len(rows) + len(gone))
    form[f"{kind}-INITIAL_FORMS"] = str(len(old) + len(gone))
    form.setdefault(f"{kind}-MIN_NUM_FORMS", "0")
    form.setdefault(f"{kind}-MAX_NUM_FORMS", "1000")
