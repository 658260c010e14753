"""Log-in as people and attackers try it, over HTTP."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

pytestmark = pytest.mark.django_db
LOGIN = "/admin/login/"


def try_to_log_in(client: Client, name: str, password: str, **headers: Any) -> Any:
    return client.post(LOGIN, {"login": name, "password": password}, **headers)


def is_logged_in(client: Client) -> bool:
    return client.get("/admin/").status_code == 200


def totp_code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def confirm(client: Client, address: str) -> Any:
    """The page, behind the question for the password that stands before it."""
    page = client.get(address)
    if page.status_code == 302 and page["Location"].startswith("/admin/account/reauthenticate/"):
        assert client.post(page["Location"], {"password": "wrong"}).status_code == 200
        assert client.post(page["Location"], {"password": "password"})["Location"] == address
        page = client.get(address)
    assert page.status_code == 200
    return page


def set_up_totp(client: Client) -> str:
    """Walks through the pages as a person does; the secret."""
    page = confirm(client, "/admin/account/second-factor/totp/activate/")
    secret = page.context["form"].secret
    done = client.post("/admin/account/second-factor/totp/activate/", {"code": totp_code(secret)})
    assert done.status_code == 302, done.context["form"].errors
    return str(secret)


def test_a_wrong_password_is_refused_without_saying_what_was_wrong(client: Client, author: User) -> None:
    known = try_to_log_in(client, "author", "wrong").context["form"].errors
    unknown = try_to_log_in(client, "nobody-of-that-name", "wrong").context["form"].errors
    assert known == unknown
    assert not is_logged_in(client)


def test_thirty_wrong_passwords_from_thirty_addresses_close_an_account_for_a_while(author: User) -> None:
    answers = [
        try_to_log_in(Client(), "author", f"wrong{number}", REMOTE_ADDR=f"192.0.2.{number}").content
        for number in range(7)
    ]
    assert b"Too many failed" not in answers[4]
    assert b"Too many failed" in answers[5]
    right = Client()
    assert b"Too many failed" in try_to_log_in(right, "author", "password", REMOTE_ADDR="198.51.100.7").content
    assert not is_logged_in(right)


def test_one_address_that_tries_many_accounts_is_stopped_and_others_are_not(author: User, editor: User) -> None:
    for number in range(10):
        try_to_log_in(Client(), f"name{number}", "wrong", REMOTE_ADDR="192.0.2.1")
    stopped, other = Client(), Client()
    assert b"Too many failed" in try_to_log_in(stopped, "author", "password", REMOTE_ADDR="192.0.2.1").content
    try_to_log_in(other, "editor", "password", REMOTE_ADDR="192.0.2.2")
    assert is_logged_in(other)


def test_a_forwarded_address_that_a_client_makes_up_does_not_help(author: User) -> None:
    for number in range(10):
        try_to_log_in(
            Client(), f"n{number}", "wrong", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": f"10.0.0.{number}"}
        )
    last = try_to_log_in(
        Client(), "author", "password", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": "10.9.9.9"}
    )
    assert b"Too many failed" in last.content


def test_nobody_signs_up(client: Client) -> None:
    assert client.get("/admin/account/closed/").status_code == 404
    assert client.post("/admin/account/closed/", {"username": "a", "password1": "b"}).status_code == 404
    assert not User.objects.exists()


def test_who_has_no_part_in_the_newsroom_is_told_and_not_led_in_circles(client: Client, stranger: User) -> None:
    response = client.post(LOGIN, {"login": "stranger", "password": "password"}, follow=True)
    assert response.status_code == 403
    assert "no part in the newsroom" in response.content.decode()


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_a_log_in_leads_to_no_other_site(client: Client, author: User, target: str) -> None:
    response = client.post(LOGIN, {"login": "author", "password": "password", "next": target})
    assert response["Location"] == "/admin/"


def test_a_name_and_a_password_lead_to_where_somebody_wanted(client: Client, author: User) -> None:
    response = client.post(LOGIN, {"login": "author", "password": "password", "next": "/admin/articles/article/"})
    assert response["Location"] == "/admin/articles/article/"
    assert is_logged_in(client)


# --- Second factors ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["editor", "superuser"])
@pytest.mark.parametrize("address", ["/admin/", "/admin/articles/article/", "/admin/articles/article/import/"])
def test_who_may_publish_gets_nowhere_without_a_second_factor(
    client: Client, settings: Any, request: pytest.FixtureRequest, who: str, address: str
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    client.force_login(request.getfixturevalue(who))
    for response in (client.get(address), client.post(address)):
        assert (response.status_code, response["Location"]) == (302, "/admin/account/second-factor/")
    assert client.get("/admin/account/second-factor/").status_code == 200


def test_a_recovery_code_alone_is_no_second_factor(client: Client, settings: Any, editor: User) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    Authenticator.objects.create(user=editor, type=Authenticator.Type.RECOVERY_CODES, data={})
    client.force_login(editor)
    assert client.get("/admin/").status_code == 302


def test_authors_go_on_without_one(client: Client, settings: Any, author: User) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    client.force_login(author)
    assert client.get("/admin/").status_code == 200


def test_with_an_authenticator_app_the_password_alone_is_not_enough(settings: Any, editor: User) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    first = Client()
    try_to_log_in(first, "editor", "password")
    secret = set_up_totp(first)
    assert is_logged_in(first)
    assert secret not in str(Authenticator.objects.get(user=editor, type="totp").data), "secrets are kept encrypted"
    again = Client()
    assert try_to_log_in(again, "editor", "password")["Location"].startswith(
        "/admin/account/second-factor/authenticate/"
    )
    assert not is_logged_in(again)
    wrong = again.post("/admin/account/second-factor/authenticate/", {"code": "000000"})
    assert wrong.status_code == 200
    assert not is_logged_in(again)


def test_a_recovery_code_opens_once(settings: Any, editor: User) -> None:
    first = Client()
    try_to_log_in(first, "editor", "password")
    set_up_totp(first)
    page = confirm(first, "/admin/account/second-factor/recovery-codes/").content.decode()
    code = re.findall(r"\b\d{8}\b", page)[0]
    for number, opens in ((1, True), (2, False)):
        again = Client()
        try_to_log_in(again, "editor", "password")
        again.post("/admin/account/second-factor/authenticate/", {"code": code})
        assert is_logged_in(again) is opens, number


def test_codes_are_not_guessed_without_end(settings: Any, editor: User) -> None:
    first = Client()
    try_to_log_in(first, "editor", "password")
    set_up_totp(first)
    again = Client()
    try_to_log_in(again, "editor", "password")
    answers = [
        again.post("/admin/account/second-factor/authenticate/", {"code": f"{number:06}"}) for number in range(12)
    ]
    assert "Too many" in answers[-1].content.decode()


def test_a_passkey_can_be_begun_at_the_log_in_and_in_the_account(client: Client, author: User) -> None:
    begun = client.get("/admin/account/second-factor/webauthn/login/", headers={"accept": "application/json"})
    assert begun.json()["request_options"]["publicKey"]["challenge"]
    try_to_log_in(client, "author", "password")
    page = confirm(client, "/admin/account/second-factor/webauthn/add/")
    assert "Common Ground Health" in page.content.decode()


def test_an_administrator_takes_a_lost_second_factor_away_and_nobody_else(superuser: User, editor: User) -> None:
    lost = Authenticator.objects.create(user=editor, type=Authenticator.Type.TOTP, data={})
    address = f"/admin/mfa/authenticator/{lost.pk}/delete/"
    other, admin = Client(), Client()
    other.force_login(editor)
    assert other.post(address, {"post": "yes"}).status_code == 403
    admin.force_login(superuser)
    assert admin.get("/admin/mfa/authenticator/").status_code == 200
    assert admin.post(address, {"post": "yes"}).status_code == 302
    assert not Authenticator.objects.exists()


# --- Passwords and sessions --------------------------------------------------------------------------------


def test_a_forgotten_password_is_set_anew_by_mail_once(client: Client, author: User, mailoutbox: Any) -> None:
    unknown = client.post("/admin/account/password/reset/", {"email": "nobody@example.org"})
    assert (unknown.status_code, len(mailoutbox)) == (302, 0)
    known = client.post("/admin/account/password/reset/", {"email": author.email})
    assert known["Location"] == unknown["Location"], "whether an account exists is told to nobody"
    (mail,) = mailoutbox
    assert mail.subject.startswith("Common Ground Health: ")
    link = re.search(r"https?://[^/]+(/\S+)", mail.body)
    assert link is not None
    page = client.get(link[1], follow=True)
    form = page.redirect_chain[-1][0]
    new = {"password1": "a-Long-enough-one-7", "password2": "a-Long-enough-one-7"}
    assert client.post(form, {"password1": "short", "password2": "short"}).status_code == 200
    assert client.post(form, new).status_code == 302
    author.refresh_from_db()
    assert author.check_password("a-Long-enough-one-7")
    assert "invalid" in Client().get(link[1], follow=True).content.decode()


def test_a_new_password_ends_the_other_sessions(author: User) -> None:
    here, there = Client(), Client()
    try_to_log_in(here, "author", "password")
    try_to_log_in(there, "author", "password")
    new = {"oldpassword": "password", "password1": "a-Long-enough-one-7", "password2": "a-Long-enough-one-7"}
    assert here.post("/admin/account/password/", new).status_code == 302
    assert is_logged_in(here)
    assert not is_logged_in(there)


def test_sessions_are_listed_and_ended(author: User) -> None:
    here, there = Client(headers={"User-Agent": "This browser"}), Client(headers={"User-Agent": "Lost telephone"})
    try_to_log_in(here, "author", "password")
    try_to_log_in(there, "author", "password")
    listed = here.get("/admin/account/sessions/").content.decode()
    assert "This browser" in listed
    assert "Lost telephone" in listed
    here.post("/admin/account/sessions/")
    assert is_logged_in(here)
    assert not is_logged_in(there)


def test_an_administrator_ends_the_session_of_another(superuser: User, author: User) -> None:
    other, admin = Client(), Client()
    try_to_log_in(other, "author", "password")
    session = author.usersession_set.get()
    admin.force_login(superuser)
    assert admin.post(f"/admin/usersessions/usersession/{session.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not is_logged_in(other)


@pytest.mark.parametrize(("hours", "ends"), [(1, False), (3, True)])
def test_a_session_that_lies_idle_ends(
    client: Client, author: User, monkeypatch: pytest.MonkeyPatch, hours: int, ends: bool
) -> None:
    try_to_log_in(client, "author", "password")
    assert is_logged_in(client)
    now = time.time()
    monkeypatch.setattr("accounts.idle_sessions.time.time", lambda: now + hours * 3600)
    assert is_logged_in(client) is not ends


def test_a_session_in_use_ends_after_a_working_day(
    client: Client, author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    try_to_log_in(client, "author", "password")
    now = time.time()
    lasted = 0
    for hour in range(24):
        monkeypatch.setattr("accounts.idle_sessions.time.time", lambda hour=hour: now + hour * 3600)
        if not is_logged_in(client):
            break
        lasted = hour
    assert lasted == 11, "the twelfth hour has begun before the clock was read"


def test_pages_for_readers_look_at_no_session(client: Client, author: User) -> None:
    client.force_login(author)
    assert "Cookie" not in client.get("/").get("Vary", "")


def test_a_clock_set_back_by_a_day_ends_no_session(
    client: Client, author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    try_to_log_in(client, "author", "password")
    assert is_logged_in(client)
    now = time.time()
    monkeypatch.setattr("accounts.idle_sessions.time.time", lambda: now - 86_400)
    assert is_logged_in(client)
    assert timezone.now().timestamp() == pytest.approx(now, abs=60)
