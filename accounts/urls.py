"""The addresses of accounts, under /admin/. Signing up and changing one's address are not among them."""

from __future__ import annotations

from allauth.account import views
from django.urls import include, path, re_path

from accounts.views import closed, log_in, signed_in

urlpatterns = [
    path("login/", log_in, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("password_change/", views.password_change),
    path("account/signed-in/", signed_in, name="signed_in"),
    path("account/closed/", closed, name="account_signup"),
    path("account/inactive/", views.account_inactive, name="account_inactive"),
    path("account/reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("account/password/", views.password_change, name="account_change_password"),
    path("account/password/set/", views.password_set, name="account_set_password"),
    path("account/password/reset/", views.password_reset, name="account_reset_password"),
    path("account/password/reset/sent/", views.password_reset_done, name="account_reset_password_done"),
    path(
        "account/password/reset/done/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^account/password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("account/second-factor/", include("allauth.mfa.urls")),
    path("account/sessions/", include("allauth.usersessions.urls")),
]
