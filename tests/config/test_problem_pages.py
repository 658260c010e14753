from __future__ import annotations

import errno
import json
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import DataError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from psycopg import Error as PostgresError
from psycopg.errors import DiskFull, lookup

from config.problem_pages import ProblemPages, server_error
from config.request_size import RequestSize

ANSWERED = HttpResponse("a page")


def around(view: Callable[[], HttpResponse], rf: RequestFactory, address: str = "/") -> HttpResponse | None:
    """What a view that raises is answered with."""
    pages = ProblemPages(lambda request: ANSWERED)
    try:
        view()
    except (OSError, ValueError, DataError, OperationalError) as error:
        return pages.process_exception(rf.get(address), error)
    return ANSWERED


def raising(error: Exception) -> Callable[[], HttpResponse]:
    def view() -> HttpResponse:
        raise error

    return view


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_in_words(rf: RequestFactory, number: int) -> None:
    response = around(raising(OSError(number, "full")), rf)
    assert response is not None
    assert response.status_code == 507
    assert "no room left on the server" in response.content.decode()


def test_a_full_disk_of_the_database_is_told_in_words(rf: RequestFactory) -> None:
    error = OperationalError("could not extend file")
    error.__cause__ = DiskFull()
    response = around(raising(error), rf)
    assert response is not None
    assert response.status_code == 507


def test_a_disk_that_fills_while_a_form_is_read_is_told_in_words(rf: RequestFactory) -> None:
    def read(request: HttpRequest) -> HttpResponse:
        raise OSError(errno.ENOSPC, "full")

    assert ProblemPages(read)(rf.post("/")).status_code == 507


def test_other_faults_stay_faults(rf: RequestFactory) -> None:
    assert around(raising(OSError(errno.EIO, "broken")), rf) is None
    assert around(raising(ValueError("of our own making")), rf) is None
    with pytest.raises(OSError, match="broken"):
        ProblemPages(lambda request: raising(OSError(errno.EIO, "broken"))())(rf.get("/"))


@pytest.mark.parametrize("value", ["a\0b", "\ud800"], ids=["NUL", "half a sign"])
@pytest.mark.django_db
def test_what_no_database_keeps_is_refused_in_words(rf: RequestFactory, value: str) -> None:
    def ask() -> HttpResponse:
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s::text", [value])
        return ANSWERED

    response = around(ask, rf)
    assert response is not None
    assert response.status_code == 400


def test_a_number_beyond_every_range_is_refused_in_words(rf: RequestFactory) -> None:
    response = around(raising(DataError("integer out of range")), rf)
    assert response is not None
    assert response.status_code == 400


def test_an_address_that_holds_a_nul_is_refused_before_anything_is_asked(client: Client) -> None:
    response = client.get("/articles/%00/")
    assert response.status_code == 400
    assert "cannot be read" in response.content.decode()


def test_a_body_larger_than_any_form_is_refused_before_it_is_read(rf: RequestFactory) -> None:
    guard = RequestSize(lambda request: ANSWERED)
    response = guard(rf.post("/admin/login/", b"x", content_type="text/plain", CONTENT_LENGTH="300000000"))
    assert response.status_code == 413
    assert "at most 4 MB" in response.content.decode()  # type: ignore[attr-defined]
    assert guard(rf.post("/", {"a": "b"})) is ANSWERED


def _away(code: str | None) -> OperationalError:
    error = OperationalError("no answer")
    error.__cause__ = PostgresError()
    if code:
        error.__cause__ = lookup(code)()
    return error


@pytest.mark.parametrize("code", ["57014", "40P01", "55P03", "42501"])
def test_an_answer_that_refuses_is_no_database_that_is_away(rf: RequestFactory, code: str) -> None:
    assert around(raising(_away(code)), rf) is None


@pytest.mark.parametrize("code", [None, "57P01", "57P03", "08006", "53300"])
def test_a_database_that_is_away_is_told_with_when_to_try_again(rf: RequestFactory, code: str | None) -> None:
    response = around(raising(_away(code)), rf)
    assert response is not None
    assert response.status_code == 503
    assert response["Retry-After"]
    assert "Please try again in a minute" in response.content.decode()


def test_a_form_sent_to_a_database_that_is_away_is_not_said_to_be_unsaved(rf: RequestFactory) -> None:
    response = ProblemPages(lambda request: ANSWERED).process_exception(rf.post("/"), _away("57P01"))
    assert response is not None
    assert "cannot be told whether this was saved" in response.content.decode()


@pytest.mark.django_db
def test_a_session_that_cannot_be_read_is_told_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(self: object) -> None:
        raise _away("57P01")

    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("chief"))
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", lost)
    assert client.get("/admin/").status_code == 503


# --- Programs that ask ---------------------------------------------------------------------------------------

ASKED_BY = {
    "the interface for machines": ("/api/v1/articles/", {}),
    "it, with a browser's wish": ("/api/v1/articles/", {"accept": "text/html,*/*;q=0.8"}),
    "a script of the newsroom": ("/admin/articles/article/1/keep/", {"accept": "application/json"}),
    "one that takes anything as well": ("/admin/", {"accept": "application/json, */*;q=0.1"}),
}


@pytest.mark.parametrize(("address", "headers"), ASKED_BY.values(), ids=ASKED_BY)
def test_a_program_gets_the_words_as_json(rf: RequestFactory, address: str, headers: dict[str, str]) -> None:
    pages = ProblemPages(lambda request: ANSWERED)
    for error, status in ((_away("57P01"), 503), (OSError(errno.ENOSPC, "full"), 507), (DataError("too large"), 400)):
        response = pages.process_exception(rf.post(address, headers=headers), error)
        assert response is not None
        assert (response.status_code, response["Content-Type"]) == (status, "application/json")
        told = json.loads(response.content)
        assert told["error"] == told["detail"]
        assert told["error"].endswith(".")
        assert response["Cache-Control"] == "no-store"
        assert response.get("Access-Control-Allow-Origin") == ("*" if address.startswith("/api/") else None)
        assert (status == 503) is ("Retry-After" in response)


@pytest.mark.parametrize("accept", ["", "*/*", "text/html", "text/html,application/json;q=0.9", "image/png"])
def test_a_person_gets_a_page(rf: RequestFactory, accept: str) -> None:
    pages = ProblemPages(lambda request: ANSWERED)
    response = pages.process_exception(rf.get("/admin/", headers={"accept": accept} if accept else {}), _away(None))
    assert response is not None
    assert response["Content-Type"].startswith("text/html")


def test_a_fault_of_ours_is_told_to_programs_in_words_too(rf: RequestFactory) -> None:
    response = server_error(rf.get("/api/v1/articles/"))
    assert response.status_code == 500
    assert "on the log" in json.loads(response.content)["detail"]
    assert server_error(rf.get("/"))["Content-Type"].startswith("text/html")
