"""People, topics and accounts."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.http import HttpRequest
from unfold.admin import ModelAdmin
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from articles.models import Article, Contributor, Topic
from articles.newsroom.forms import ContributorForm

admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(Contributor)
class ContributorAdmin(ModelAdmin):
    form = ContributorForm
    list_display = ("name", "credentials", "field", "employer", "interests", "user")
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
            {"fields": ("user",), "description": "Who signs in as this person. Nobody approves own work."},
        ),
    )

    def has_change_permission(self, request: HttpRequest, obj: Contributor | None = None) -> bool:
        """Readers see a person's page as it stands here, so only editors change somebody who is already shown."""
        allowed: bool = super().has_change_permission(request, obj)
        if not allowed or obj is None or request.user.has_perm("articles.review_article"):
            return allowed
        named = Article.objects.published().filter(live_revision__contributors__contains=[{"slug": obj.slug}])
        return not named.exists()


@admin.register(Topic)
class TopicAdmin(ModelAdmin):
    list_display = ("name", "slug")
    search_fields = ("name",)
    prepopulated_fields = {"slug": ("name",)}


@admin.register(User)
class NewsroomUserAdmin(UserAdmin, ModelAdmin):  # type: ignore[type-arg]
    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm


@admin.register(Group)
class NewsroomGroupAdmin(GroupAdmin, ModelAdmin):
    pass
