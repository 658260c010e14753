"""What administrators may do for somebody who lost a second factor, or whose session must end: take it away."""

from __future__ import annotations

from copy import copy
from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from unfold.admin import ModelAdmin
from unfold.decorators import display

admin.site.unregister(EmailAddress)  # the address of an account stands in the account
admin.site.unregister(Authenticator)
admin.site.unregister(UserSession)


class TakenAwayOnly(ModelAdmin):
    """Seen and taken away, never made or changed, by whoever may change accounts."""

    called: ClassVar[tuple[str, str]]
    """What the newsroom calls one of them, and several: its menu, lists and messages say the same."""

    list_select_related = ("user",)
    search_fields = ("user__username", "user__email")

    def __init__(self, model: Any, admin_site: admin.AdminSite) -> None:
        super().__init__(model, admin_site)
        self.opts = copy(model._meta)
        self.opts.verbose_name, self.opts.verbose_name_plural = self.called

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        found = super().get_changelist_instance(request)
        found.opts = self.opts
        return found

    @display(description="account", ordering="user__username")
    def account(self, row: Any) -> str:
        return str(row.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("auth.change_user")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("auth.change_user")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("auth.change_user")


@admin.register(Authenticator)
class AuthenticatorAdmin(TakenAwayOnly):
    called = ("second factor", "second factors")
    list_display = ("account", "type", "created_at", "last_used_at")
    list_filter = ("type",)
    fields = list_display


@admin.register(UserSession)
class UserSessionAdmin(TakenAwayOnly):
    called = ("session", "sessions")
    list_display = ("account", "created_at", "last_seen_at", "ip", "user_agent")
    fields = list_display

    def delete_model(self, request: HttpRequest, obj: UserSession) -> None:
        obj.end()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for session in queryset:
            session.end()
