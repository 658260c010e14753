"""Turns a recognised post into a draft with its people, topics, works and products."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.text import slugify

from articles.models import Article, ArticleCitation, ArticleContributor, Contributor, Role, Topic
from articles.services import log, origins, people
from articles.services.errors import ServiceError, require
from articles.services.recognising import Person, Recognised, RecognisedProduct, recognise, with_alt_texts
from citations.services import Work, add_works, corrections
from products.models import Product, ProductDisclosure
from products.services import record_product


class ImportRefused(ServiceError):
    """The post cannot become a draft; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What the person at the import screen answered. None keeps what was recognised.

    `references` and `products` are the keys and names to keep; `sold` answers "do we sell it?" by name, `ties` and
    `author_ties` what we and the authors gain. `author_interests` is "", "none" or what the first author declares.
    `alts` are texts for pictures that have none, by address.
    """

    title: str | None = None
    slug: str | None = None
    standfirst: str | None = None
    author_name: str | None = None
    author_credentials: str | None = None
    references: Sequence[str] | None = None
    products: Sequence[str] | None = None
    sold: Mapping[str, bool | None] = field(default_factory=dict)
    ties: Mapping[str, str] = field(default_factory=dict)
    author_ties: Mapping[str, str] = field(default_factory=dict)
    author_interests: str = ""
    alts: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def import_article(
    *,
    text: str,
    by: User,
    filename: str = "",
    choices: ImportChoices | None = None,
    today: date | None = None,
    addresses: Sequence[str] = (),
) -> Article:
    """Makes a draft of a post. Raises NotAllowed, ImportRefused, or UnreadablePost where nothing can be read.

    Where it stood before leads to the draft once that is on the site: `addresses`, and those that the post names.
    """
    require(by, "add_article", "add articles")
    found = recognise(text, filename, today=today or timezone.localdate(), whole=False)
    return make_draft(
        found=found, text=text, by=by, filename=filename, choices=choices or ImportChoices(), addresses=addresses
    )


@transaction.atomic
def make_draft(
    *, found: Recognised, text: str, by: User, filename: str, choices: ImportChoices, addresses: Sequence[str] = ()
) -> Article:
    """The same for a post that was recognised already. Raises NotAllowed and ImportRefused."""
    require(by, "add_article", "add articles")
    try:
        article = _imported(text, filename, found, choices, by)
    except ValidationError as error:  # of a person, a work or a product that the post gives
        raise ImportRefused(f"Something that the post gives cannot be kept. {' '.join(error.messages)}") from error
    origins.record(article=article, found=found, text=text, filename=filename, addresses=addresses, by=by)
    return article


def _imported(text: str, filename: str, found: Recognised, choices: ImportChoices, by: User) -> Article:
    article = _article(found, choices, by)
    _credit(article, found, choices, by)
    article.topics.add(*_topics(found.topics))
    cited = _cite(article, found, choices, by)
    _disclose(article, found, choices, by)
    log.record(
        action="imported",
        by=by,
        article=article,
        data={
            "file": filename,
            "sha256": origins.sha256(text),
            "references": cited,
            "sentences": found.sentences,
            # Whoever imports a post vouches for no review by doing so: the reviewer named records it here.
            "stated_review": str(_day(found.meta.get("reviewed_on")) or ""),
            "stated_publication": f"{found.published.date()}" if found.published else "",
        },
    )
    return article


def _article(found: Recognised, choices: ImportChoices, by: User) -> Article:
    title = (choices.title if choices.title is not None else found.title).strip()
    if not title:
        raise ImportRefused("The post has no title. Give it one.")
    meta = found.meta
    notices = meta.get("advice_notice") is not False
    article = Article(
        title=title,
        slug=_free_slug(choices.slug or found.slug or slugify(title)),
        standfirst=choices.standfirst if choices.standfirst is not None else found.standfirst,
        body=with_alt_texts(found.body, choices.alts),
        market=str(meta.get("market") or "US").upper(),
        advice_notice=notices,
        harms_covered=meta.get("harms_covered") if isinstance(meta.get("harms_covered"), bool) else None,
        evidence_to=_day(meta.get("evidence_to")),
        next_review=_day(meta.get("next_review")),
        created_by=by,
        modified_by=by,
    )
    # A text field checks its length in forms alone, and a draft that no form takes could not be saved again.
    if len(article.standfirst) > (longest := Article._meta.get_field("standfirst").max_length or 0):
        raise ImportRefused(
            f"Standfirst: it has {len(article.standfirst)} characters; at most {longest} fit. Shorten it."
        )
    try:
        # Who makes it is there: an account that asks for each row again costs as much as the rest of the check.
        article.full_clean(exclude=["live_revision", "review_revision", "created_by", "modified_by"])
    except ValidationError as error:
        raise ImportRefused(_by_field(article, error)) from error
    article.save()
    return article


def says_enough(slug: str, title: str) -> bool:
    """Whether an address made of a title holds at least half of its letters: of one in Chinese, nothing is left."""
    letters = sum(map(str.isalnum, title))
    return 2 * sum(map(str.isalnum, slug)) >= min(letters, 2 * 60)


def _by_field(article: Article, error: ValidationError) -> str:
    """What is wrong, each with the name of its field as the screen has it."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    names = {field.name: str(field.verbose_name).capitalize() for field in Article._meta.fields}
    return " ".join(
        f"{names.get(name, name)}: {message}" for name, rows in error.message_dict.items() for message in rows
    )


def _free_slug(wanted: str) -> str:
    wanted = slugify(wanted)[:110].strip("-_") or "article"
    _in_turn(f"address {wanted}")
    taken = set(Article.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    slug, number = wanted, 2
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return slug


def _in_turn(what: str) -> None:
    """Those who make the same take turns until the end of their transactions: the next one sees what is there then."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))", [what])


def _day(value: Any) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def _credit(article: Article, found: Recognised, choices: ImportChoices, by: User) -> None:
    authors = [found.author, *found.coauthors] if found.author else []
    if choices.author_name is not None:
        name = choices.author_name.strip()
        said = choices.author_interests.strip() or (authors[0].interests if authors else "")
        first = Person(name=name, credentials=(choices.author_credentials or "").strip(), interests=said)
        authors = [first, *found.coauthors] if name else []
    rows: list[ArticleContributor] = []
    for role, named in ((Role.AUTHOR, authors), (Role.REVIEWER, [found.reviewer] if found.reviewer else [])):
        credited = dict.fromkeys(_contributor(person, by) for person in named)
        rows += [
            ArticleContributor(article=article, contributor=contributor, role=role, order=order)
            for order, contributor in enumerate(credited)
        ]
    ArticleContributor.objects.bulk_create(rows)


def _contributor(person: Person, by: User) -> Contributor:
    """The contributor of that name, made where there is none; what is recorded of a known one stays."""
    declared = person.interests.strip()
    known = Contributor.objects.filter(name__iexact=person.name).first()
    if known is not None:
        if declared and not known.interests and by.has_perm("articles.change_contributor"):
            _answer_for(known, declared, by)
        return known
    _in_turn("people")
    if known := Contributor.objects.filter(name__iexact=person.name).first():
        return known
    slug = base = slugify(person.name)[:110] or "contributor"
    number = 2
    while Contributor.objects.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    contributor = Contributor(
        name=person.name[:120],
        slug=slug,
        credentials=person.credentials[:120],
        field=person.field[:120],
        employer=person.employer[:200],
        bio=person.bio,
        **_interests(declared),
    )
    contributor.full_clean()
    contributor.save()
    return contributor


def _interests(declared: str) -> dict[str, Any]:
    none = declared.lower().startswith("none")
    return {
        "interests": "" if not declared else "none" if none else "declared",
        "interests_text": "" if none else declared,
        "interests_on": timezone.localdate() if declared else None,
    }


def _answer_for(person: Contributor, declared: str, by: User) -> None:
    """Records what somebody known declares, where the question was open and this user may answer it."""
    if people.may_change(person, by):
        said = _interests(declared)
        for name, value in said.items():
            setattr(person, name, value)
        people.save_record(record=person, by=by, changed=list(said))


def _topics(names: Sequence[str]) -> list[Topic]:
    return list(dict.fromkeys(_topic(name.strip()[:80]) for name in names if name.strip()))


def _topic(name: str) -> Topic:
    """The topic of that name or address, made where there is none."""
    slug = slugify(name)[:80]
    known = Topic.objects.filter(name__iexact=name).first() or Topic.objects.filter(slug=slug).first()
    if known is not None:
        return known
    base = slug = slug or "topic"  # of a name in other letters
    number = 2
    while Topic.objects.filter(slug=slug).exists():
        slug, number = f"{base[:76]}-{number}", number + 1
    return Topic.objects.create(name=name, slug=slug)


def _cite(article: Article, found: Recognised, choices: ImportChoices, by: User) -> int:
    """Puts the works on the list; how many."""
    kept = [
        reference for reference in found.references if choices.references is None or reference.key in choices.references
    ]
    works = [Work(reference.csl, reference.source, "the imported post") for reference in kept]
    added = add_works(works=works, trusted=corrections.may_correct(by))
    used: set[int] = set()
    rows = []
    for reference, (citation, _) in zip(kept, added, strict=True):
        if citation.pk not in used:
            used.add(citation.pk)
            rows.append(ArticleCitation(article=article, citation=citation, key=reference.key, order=reference.number))
    ArticleCitation.objects.bulk_create(rows)
    return len(rows)


def _disclose(article: Article, found: Recognised, choices: ImportChoices, by: User) -> None:
    for recognised in found.products:
        if choices.products is not None and recognised.name not in choices.products:
            continue
        fill = by.has_perm("products.change_product")
        given = choices.ties.get(recognised.name, "")
        sold = choices.sold.get(recognised.name, given == "own" if given else None)
        product = _product(recognised, sold, fill=fill)
        answers = recognised.facts.get("disclosure")
        answers = answers if isinstance(answers, Mapping) else {}
        tie = str(answers.get("tie") or ("own" if answers.get("wording") and product.sold_by_publisher else ""))
        tie = given or tie
        of_authors = choices.author_ties.get(recognised.name, "").strip() or str(answers.get("author_tie") or "")
        disclosure = ProductDisclosure(
            article=article,
            product=product,
            tie=tie,
            author_tie=(of_authors or (_stated_interests(found) if tie else ""))[:300],
            wording=str(answers.get("wording") or ""),
            market=article.market,
            disclaimer=answers.get("disclaimer") is not False,
            advertisement=str(answers.get("advertisement") or ""),
            answered_by=by if tie else None,
            answered_at=timezone.now() if tie else None,
        )
        disclosure.full_clean()
        disclosure.save()


def _stated_interests(found: Recognised) -> str:
    """What the author's own declaration says of the product: "None" only where the declaration says none."""
    declared = found.author.interests if found.author else ""
    return "None" if declared.lower().startswith("none") else declared


def _product(recognised: RecognisedProduct, sold: bool | None, *, fill: bool) -> Product:
    facts = recognised.facts
    stated = facts.get("sold_by_publisher")
    return record_product(
        name=recognised.name[:200],
        names=_texts(facts.get("names")),
        classes=_texts(facts.get("classes")),
        maker=str(facts.get("maker") or "")[:200],
        seller=str(facts.get("seller") or recognised.seller)[:200],
        sold_by_publisher=sold if sold is not None else stated if isinstance(stated, bool) else None,
        supplement=facts.get("supplement") is not False,
        licensed=facts.get("licensed") is True,
        trials=_texts(facts.get("trials")),
        url=str(facts.get("url") or ""),
        fill=fill,
    )[0]


def _texts(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list | tuple) else []
