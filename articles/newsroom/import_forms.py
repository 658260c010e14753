"""The two forms of the import: the post, and what was recognised in it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse_lazy
from unfold.widgets import (
    UnfoldAdminFileFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from articles.exports.posts import PictureFile
from articles.models.article import Interests
from articles.newsroom.post_files import ACCEPTED, TEXTS, open_chosen, tidy
from articles.services import ImportChoices
from articles.services.importing import says_enough
from articles.services.recognising import Recognised, RecognisedProduct
from articles.services.slugs import slug_of
from products.models import Tie

PICTURES = 20
"""Times the size of a post that a page, Word document or archive may have: it may carry pictures."""

OTHER_LETTERS = (
    "Addresses are made of the letters A to Z, and hardly any of the title's are. Write an address that says what the "
    "article is about, such as sleep-and-health."
)

TOO_LONG = "at most %(limit_value)d characters fit, and this has %(show_value)d. Shorten it."

TIES = (("", "Not answered yet"), *Tie.choices)
INTERESTS = (("", "Not answered yet"), *((value, label) for value, label in Interests.choices if value))
MOST_PICTURES = 100
"""Pictures that the screen asks about [house]; further ones are seen to in the draft."""


class PostForm(forms.Form):
    """A post, pasted or chosen as a file. `document` holds the bytes of a Word document, for its pictures; `beside` are
    pictures that came with a post in an archive."""

    document = b""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.beside: list[PictureFile] = []

    text = forms.CharField(
        required=False,
        strip=False,
        label="Paste the post",
        widget=UnfoldAdminTextareaWidget(
            {
                "rows": 14,
                "placeholder": "The whole post, reference list included",
                "data-rich-text": reverse_lazy("newsroom:rich-text"),
            }
        ),
        help_text="Text from Word, Google Docs or a web page keeps its headings, lists, links, tables and footnotes.",
    )
    file = forms.FileField(
        required=False,
        label="Or choose a file",
        widget=UnfoldAdminFileFieldWidget({"accept": ",".join(ACCEPTED)}),
        help_text="A .txt or .md file saved as UTF-8, a saved web page (.html), a Word document (.docx) with its "
        "pictures, or a document of Google Docs as it is downloaded (.zip).",
        error_messages={"empty": "The file is empty. Choose another, or paste the post."},
    )
    filename = forms.CharField(required=False, max_length=250, widget=forms.HiddenInput)

    def clean_text(self) -> str:
        text = tidy(str(self.cleaned_data["text"]))
        if len(text.encode()) > settings.IMPORT_MAX_KB * 1024:
            raise forms.ValidationError(self._too_large())
        return text

    def clean_file(self) -> UploadedFile[Any] | None:
        file = self.cleaned_data.get("file")
        if file is None:
            return None
        plain = file.name.lower().endswith(TEXTS)
        if file.size > settings.IMPORT_MAX_KB * 1024 * (1 if plain else PICTURES):
            raise forms.ValidationError(self._too_large())
        opened = open_chosen(file.name, file.read())
        if len(opened.text.encode()) > settings.IMPORT_MAX_KB * 1024:
            raise forms.ValidationError(self._too_large())
        self.cleaned_data["decoded"] = opened.text
        self.cleaned_data["chosen"] = opened.name[-250:]
        self.document, self.beside = opened.document, opened.beside
        return file  # type: ignore[no-any-return]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not self.errors and not self.post.strip():
            self.add_error(None, "Paste the post, or choose a file that holds it.")
        return cleaned

    @property
    def post(self) -> str:
        return str(self.cleaned_data.get("decoded") or self.cleaned_data.get("text") or "")

    @property
    def name(self) -> str:
        return str(self.cleaned_data.get("chosen") or self.cleaned_data.get("filename") or "")

    @staticmethod
    def _too_large() -> str:
        return f"The post is larger than {settings.IMPORT_MAX_KB} KB. Split it, or leave out what is not the article."


class ChoicesForm(forms.Form):
    """What the person at the screen corrects before the draft is made."""

    title = forms.CharField(
        max_length=250,
        widget=UnfoldAdminTextInputWidget,
        error_messages={"required": "The post has no title. Give it one."},
    )
    slug = forms.SlugField(
        max_length=110,
        required=False,
        label="Address",
        widget=UnfoldAdminTextInputWidget,
        help_text="The last part of the article's address. Left empty, it is made from the title.",
        error_messages={"invalid": "Use letters, digits and hyphens only."},
    )
    standfirst = forms.CharField(
        max_length=600,
        required=False,
        widget=UnfoldAdminTextareaWidget({"rows": 2}),
        help_text="One or two sentences under the title.",
    )
    author_name = forms.CharField(max_length=120, required=False, label="Author", widget=UnfoldAdminTextInputWidget)
    author_credentials = forms.CharField(
        max_length=120, required=False, label="Credentials", widget=UnfoldAdminTextInputWidget
    )
    author_interests = forms.ChoiceField(
        choices=INTERESTS,
        required=False,
        label="The author's competing interests",
        widget=UnfoldAdminSelectWidget(choices=INTERESTS),
        help_text="Readers are told. Unanswered, the question stops publication later.",
    )
    author_interests_text = forms.CharField(
        max_length=500,
        required=False,
        label="Which interests",
        widget=UnfoldAdminTextInputWidget,
        help_text="Where there are any: who pays or gains.",
    )
    references = forms.MultipleChoiceField(required=False)
    products = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, recognised: Recognised, **kwargs: Any) -> None:
        author = recognised.author
        kwargs["initial"] = {
            "title": recognised.title,
            "slug": recognised.slug,
            "standfirst": recognised.standfirst,
            "author_name": author.name if author else "",
            "author_credentials": author.credentials if author else "",
            "author_interests": _declared(author.interests if author else ""),
            "author_interests_text": _declared_words(author.interests if author else ""),
            "references": [reference.key for reference in recognised.references],
            "products": [product.name for product in recognised.products],
        }
        super().__init__(*args, **kwargs)
        self.names = [product.name for product in recognised.products]
        self.fields["references"].choices = [(row.key, row.key) for row in recognised.references]  # type: ignore[attr-defined]
        self.fields["products"].choices = [(name, name) for name in self.names]  # type: ignore[attr-defined]
        for index, product in enumerate(recognised.products):
            self._ask_about(index, product)
        self.pictures = [picture for picture in recognised.pictures if not picture.alt][:MOST_PICTURES]
        for index, picture in enumerate(self.pictures):
            self.fields[f"alt-{index}"] = forms.CharField(
                max_length=300,
                required=False,
                label=f"What {picture.address[-80:]} shows",
                widget=UnfoldAdminTextInputWidget,
            )
        for name, field in self.fields.items():
            label = str(field.label or name.replace("_", " ").capitalize()).rstrip("?")
            field.error_messages["max_length"] = f"{label.replace('%', '%%')}: {TOO_LONG}"

    def _ask_about(self, index: int, product: RecognisedProduct) -> None:
        """What we and the authors gain by a product, asked once and for all."""
        said = product.facts.get("disclosure")
        answers = said if isinstance(said, dict) else {}
        own = product.facts.get("sold_by_publisher") is True
        self.fields[f"tie-{index}"] = forms.ChoiceField(
            choices=TIES,
            required=False,
            label=f"What do we gain by {product.name}?",
            initial=answers.get("tie") or ("own" if own else ""),
            widget=UnfoldAdminSelectWidget(choices=TIES),
        )
        self.fields[f"author-tie-{index}"] = forms.CharField(
            max_length=300,
            required=False,
            label="And its authors?",
            initial=str(answers.get("author_tie") or ""),
            widget=UnfoldAdminTextInputWidget(attrs={"placeholder": "None, or what it is, per author"}),
        )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        title = self.cleaned_data.get("title", "")
        asked = title and "slug" not in self.errors and not self.cleaned_data.get("slug")
        if asked and not says_enough(slug_of(title), title):
            self.add_error("slug", OTHER_LETTERS)
        said = self.cleaned_data
        if said.get("author_interests") == Interests.DECLARED and not said.get("author_interests_text"):
            self.add_error("author_interests_text", "Say which interests, or choose “None to declare”.")
        return cleaned

    def choices(self) -> ImportChoices:
        """The answers as `import_article` takes them. Only after is_valid()."""
        said = self.cleaned_data
        return ImportChoices(
            title=said["title"],
            slug=said["slug"] or slug_of(said["title"]) or None,
            standfirst=said["standfirst"],
            author_name=said["author_name"],
            author_credentials=said["author_credentials"],
            references=said["references"],
            products=said["products"],
            ties={name: said[f"tie-{index}"] for index, name in enumerate(self.names)},
            author_ties={name: said[f"author-tie-{index}"] for index, name in enumerate(self.names)},
            author_interests=_answer(said["author_interests"], said["author_interests_text"]),
            alts={picture.address: said[f"alt-{index}"] for index, picture in enumerate(self.pictures)},
        )


def _answer(choice: str, words: str) -> str:
    return words if choice == Interests.DECLARED else str(choice)


def _declared(interests: str) -> str:
    declared = interests.strip().lower()
    return "" if not declared else "none" if declared.startswith("none") else "declared"


def _declared_words(interests: str) -> str:
    return interests.strip()[:500] if _declared(interests) == "declared" else ""
