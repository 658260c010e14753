"""People and topics of imported posts: each is on record once, whoever comes first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import Article, ArticleContributor, Contributor, Role, Topic
from articles.services import people
from articles.services.import_choices import Finished
from articles.services.in_turn import in_turn
from articles.services.recognising import Person
from articles.services.slugs import slug_of

Made = Sequence[tuple[Article, Finished]]
"""Drafts, with the posts they were made of."""


def credit(made: Made, by: User) -> None:
    """Names authors and reviewers on their drafts. Raises ValidationError for one that cannot be kept."""
    named = [(article, role, person) for article, post in made for role, person in _named(post)]
    known = _known_people(person.name for *_, person in named)
    if missing := {person.name for *_, person in named if person.name.upper() not in known}:
        # By their names and all at once: whoever brings in other people does not wait, and nobody waits in a circle.
        in_turn(f"person {name.upper()}" for name in missing)
        known |= _known_people(missing)
    rows: dict[tuple[int, str, int], ArticleContributor] = {}
    for article, role, person in named:
        contributor = _contributor(person, known, by)
        order = sum(key[:2] == (article.pk, role) for key in rows)
        row = ArticleContributor(article=article, contributor=contributor, role=role, order=order)
        rows.setdefault((article.pk, role, contributor.pk), row)
    ArticleContributor.objects.bulk_create(rows.values())


def _named(post: Finished) -> list[tuple[Role, Person]]:
    found, choices = post.found, post.choices
    authors = [found.author, *found.coauthors] if found.author else []
    if choices.author_name is not None:
        name = choices.author_name.strip()
        said = choices.author_interests.strip() or (authors[0].interests if authors else "")
        first = Person(name=name, credentials=(choices.author_credentials or "").strip(), interests=said)
        authors = [first, *found.coauthors] if name else []
    reviewers = [found.reviewer] if found.reviewer else []
    return [*((Role.AUTHOR, person) for person in authors), *((Role.REVIEWER, person) for person in reviewers)]


def _known_people(names: Iterable[str]) -> dict[str, Contributor]:
    """Those on record by their names in capitals, in one query; the first of two of one name."""
    wanted = Q(pk__in=[])
    for name in set(names):
        wanted |= Q(name__iexact=name)
    rows = Contributor.objects.filter(wanted).order_by("-name", "-pk")
    return {row.name.upper(): row for row in rows}


def _contributor(person: Person, known: dict[str, Contributor], by: User) -> Contributor:
    """The contributor of that name, made where there is none; what is recorded of a known one stays. The caller has
    waited for whoever makes the same one.
    """
    there = known.get(person.name.upper()) or Contributor.objects.filter(name__iexact=person.name).first()
    if (
        there is not None
        and (declared := person.interests.strip())
        and not there.interests
        and by.has_perm("articles.change_contributor")
    ):
        _answer_for(there, declared, by)
    known[person.name.upper()] = there = there or _new(person)
    return there


def _new(person: Person) -> Contributor:
    slug = base = slug_of(person.name)[:110] or "contributor"
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
        **_interests(person.interests.strip()),
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


def know_topics(posts: Iterable[Finished]) -> None:
    """Makes the topics of posts that nobody made yet, in a transaction of its own where the caller is in none.

    Two who bring in the same new topic then wait for this moment, not for all else that the other brings in.
    """
    names = list(dict.fromkeys(name for post in posts for name in _names(post.found.topics)))
    known = _known_topics(names) if names else {}
    if missing := [name for name in names if not _there(name, known)]:
        with transaction.atomic():
            in_turn(f"topic {slug_of(name)[:80] or name.upper()}" for name in missing)
            known = _known_topics(missing)
            for name in missing:
                _topic(name, known)


def put_under_topics(made: Made) -> None:
    """Puts drafts under their topics, which are made where there are none."""
    named = [(article, _names(post.found.topics)) for article, post in made]
    known = _known_topics({name for _, names in named for name in names})
    under = Article.topics.through
    pairs = {(article.pk, _topic(name, known).pk): None for article, names in named for name in names}
    under.objects.bulk_create(under(article_id=article, topic_id=topic) for article, topic in pairs)


def _names(topics: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(name.strip()[:80] for name in topics if name.strip()))


def _known_topics(names: Iterable[str]) -> dict[str, Topic]:
    """Topics by their names in capitals and by their addresses, in one query."""
    wanted = Q(slug__in=[slug_of(name)[:80] for name in names])
    for name in names:
        wanted |= Q(name__iexact=name)
    rows = list(Topic.objects.filter(wanted).order_by("-name"))
    return {row.slug: row for row in rows} | {row.name.upper(): row for row in rows}


def _there(name: str, known: dict[str, Topic]) -> Topic | None:
    return known.get(name.upper()) or known.get(slug_of(name)[:80])


def _topic(name: str, known: dict[str, Topic]) -> Topic:
    """The topic of that name or address, made where there is none."""
    if there := _there(name, known):
        return there
    base = slug = slug_of(name)[:80] or "topic"  # of a name in other letters
    number = 2
    while Topic.objects.filter(slug=slug).exists():
        slug, number = f"{base[:76]}-{number}", number + 1
    known[name.upper()] = known[slug] = topic = Topic.objects.create(name=name, slug=slug)
    return topic
