"""The whole ceremony of a passkey, with an authenticator that Chromium plays (WebAuthn level 3, section 11)."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core.cache import cache

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def log_in(page: Any, name: str) -> None:
    page.goto("/admin/login/")
    page.fill("[name=login]", name)
    page.fill("[name=password]", "password")
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/admin/")


def test_a_passkey_is_made_and_then_opens_the_newsroom_alone(browser_page: Any, settings: Any, editor: User) -> None:
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # as DEBUG does: the server of the tests has no TLS
    settings.SECOND_FACTOR_REQUIRED = False
    cache.clear()
    page = browser_page
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    key = devices.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})["authenticatorId"]
    log_in(page, editor.username)

    page.goto("/admin/account/second-factor/webauthn/add/")
    page.fill("[name=password]", "password")  # a session alone adds no key
    page.press("[name=password]", "Enter")
    page.fill("[name=name]", "My laptop")
    page.check("[name=passwordless]")
    devices.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": False})
    page.click("#mfa_webauthn_add")  # the finger is not known
    page.wait_for_selector("#passkey_problem:not([hidden])")
    assert "No passkey was used" in page.inner_text("#passkey_problem")
    assert not Authenticator.objects.exists()

    devices.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": True})
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/recovery-codes/")
    page.goto("/admin/account/second-factor/webauthn/")
    assert "My laptop" in page.inner_text("main")
    kept = Authenticator.objects.get(user=editor, type=Authenticator.Type.WEBAUTHN)
    assert kept.wrap().is_passwordless
    (credential,) = devices.send("WebAuthn.getCredentials", {"authenticatorId": key})["credentials"]
    assert (credential["rpId"], credential["isResidentCredential"]) == ("localhost", True)

    page.context.clear_cookies()
    page.goto("/admin/login/?next=/admin/articles/article/")
    page.click("#passkey_login")
    page.wait_for_url(lambda url: "/login/" not in url)  # whose address names the page that is asked for, too

    page.context.clear_cookies()
    devices.send("WebAuthn.removeCredential", {"authenticatorId": key, "credentialId": credential["credentialId"]})
    page.goto("/admin/login/")
    page.click("#passkey_login")
    page.wait_for_selector("#passkey_problem:not([hidden])")
    assert page.goto("/admin/articles/article/").url.split("?")[0].endswith("/admin/login/")
