"""People, topics and accounts."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.http import HttpRequest
from unfold.admin import ModelAdmin
from unfold.decorators import display
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from articles.models import Contributor, Topic
from articles.models.article import Interests
from articles.newsroom.forms import ContributorForm
from articles.services import NotAllowed, accounts, people
from editing.opened_forms import OpenedAdmin, OpenedForm

admin.site.unregister(User)
admin.site.unregister(Group)


class SharedAdmin(OpenedAdmin, ModelAdmin):
    """What several articles name and readers see as it stands here: by whom it is changed, the service says."""

    actions = None  # deleting many at once would ask nobody whether readers see them

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed: bool = super().has_change_permission(request, obj)
        return allowed and (obj is None or people.may_change(obj, request.user))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed: bool = super().has_delete_permission(request, obj)
        return allowed and (obj is None or people.may_delete(obj))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Readers know what they see by its address."""
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj is not None and "slug" in form.base_fields and people.on_live_pages(obj):
            form.base_fields["slug"].disabled = True
            form.base_fields["slug"].help_text = "Readers know it by this address, so it stays as it is."
        return form

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        chosen = obj.user if "user" in form.changed_data else None
        fields = [name for name in form.changed_data if name != "user"]
        people.save_record(record=obj, by=request.user, changed=fields)  # type: ignore[arg-type]
        if "user" not in form.changed_data:
            return
        try:
            people.link_account(contributor=obj, user=chosen, by=request.user)  # type: ignore[arg-type]
        except NotAllowed as refusal:
            messages.error(request, f"The account was not changed. {refusal}")


@admin.register(Contributor)
class ContributorAdmin(SharedAdmin):
    form = ContributorForm
    list_display = ("name", "credentials", "field", "employer", "stated_interests", "user")
    list_filter = ("interests",)
    list_select_related = ("user",)
    search_fields = ("name", "employer", "field")
    autocomplete_fields = ("user",)
    prepopulated_fields = {"slug": ("name",)}
    fieldsets = (
        (None, {"fields": ("name", "slug", "credentials", "field", "employer", "bio", "photo")}),
        (
            "Competing interests",
            {
                "fields": ("interests", "interests_text", "interests_on"),
                "description": "“None to declare” is an answer; an empty answer is an open question. "
                "Readers see the answer and its date.",
            },
        ),
        (
            "Account",
            {
                "fields": ("user",),
                "description": "Who signs in as this person. An administrator says so, once the person is saved: "
                "nobody approves own work, and a medical review is recorded by the reviewer's own account.",
            },
        ),
    )

    @display(description="competing interests", ordering="interests")
    def stated_interests(self, person: Contributor) -> str:
        """In a list nothing stands below."""
        return "Declared" if person.interests == Interests.DECLARED else person.get_interests_display()

    def get_readonly_fields(self, request: HttpRequest, obj: Contributor | None = None) -> tuple[str, ...]:
        """Whose account a person has is said by administrators: whoever could, could judge their own work."""
        return () if obj is not None and people.may_link(request.user) else ("user",)


@admin.register(Topic)
class TopicAdmin(SharedAdmin):
    list_display = ("name", "slug")
    search_fields = ("name",)
    prepopulated_fields = {"slug": ("name",)}


class RightsAdmin(OpenedAdmin, ModelAdmin):
    """What an account or a group may do is on the log, with who changed it."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        form.rights_before = accounts.rights_of(obj)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Groups and single rights are saved last."""
        super().save_related(request, form, formsets, change)
        accounts.record_rights(account=form.instance, before=form.rights_before, by=request.user)  # type: ignore[arg-type]

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        accounts.delete_accounts(accounts=[obj], by=request.user)  # type: ignore[arg-type]

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        accounts.delete_accounts(accounts=list(queryset), by=request.user)  # type: ignore[arg-type]


class AccountForm(OpenedForm, UserChangeForm):
    """What somebody may do is not given back by whoever had the page open when it was taken."""


@admin.register(User)
class NewsroomUserAdmin(UserAdmin, RightsAdmin):  # type: ignore[type-arg]
    form = AccountForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm

    def __init__(self, model: Any, admin_site: admin.AdminSite) -> None:
        """Its pages and messages call it what the menu does."""
        super().__init__(model, admin_site)
        self.opts = copy(model._meta)
        self.opts.verbose_name, self.opts.verbose_name_plural = "account", "accounts"

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        found = super().get_changelist_instance(request)
        found.opts = self.opts
        return found

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        """Nobody gives themselves rights, and single rights or all of them are given by who has all of them."""
        fixed = () if request.user.is_superuser else ("is_superuser", "user_permissions")
        return (*fixed, "groups") if obj is not None and obj.pk == request.user.pk and fixed else fixed

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Who has not all rights takes no account over that has them, not even by a new password."""
        allowed: bool = super().has_change_permission(request, obj)
        return allowed and (request.user.is_superuser or obj is None or not obj.is_superuser)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """A password that somebody sets for another is put down here: its page saves without the form above."""
        fields = [
            name for part in message if isinstance(part, dict) for name in part.get("changed", {}).get("fields", ())
        ]
        if "password" in fields:
            before = accounts.rights_of(obj)
            accounts.record_rights(account=obj, before=before, by=request.user, password_set=True)  # type: ignore[arg-type]
        return super().log_change(request, obj, message)


@admin.register(Group)
class NewsroomGroupAdmin(GroupAdmin, RightsAdmin):
    pass
