"""The statements that mark pages, as the database plans them: a session keeps the plan of its first, small change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from articles.models import StoredPage
from articles.stored import triggers
from articles.stored.watched import WATCHED
from citations.models import Citation

pytestmark = pytest.mark.django_db


@contextmanager
def plans() -> Iterator[list[str]]:
    """The plans of all statements that run meanwhile, those inside functions too."""
    said: list[str] = []
    note: Callable[[Any], None] = lambda message: said.append(str(message.message_primary))  # noqa: E731
    with connection.cursor() as cursor:
        cursor.execute("LOAD 'auto_explain'")
        cursor.execute("SET LOCAL auto_explain.log_min_duration = 0")
        cursor.execute("SET LOCAL auto_explain.log_nested_statements = on")
        cursor.execute("SET LOCAL client_min_messages = log")
    connection.connection.add_notice_handler(note)
    try:
        yield said
    finally:
        connection.connection.remove_notice_handler(note)
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL auto_explain.log_min_duration = -1")
            cursor.execute("SET LOCAL client_min_messages = notice")


def works(number: int) -> None:
    Citation.objects.bulk_create(
        [Citation(title=f"Part {n}", doi=f"10.1000/{n}", fingerprint=f"{n}") for n in range(number)]
    )


def page(address: str, *depends: str) -> StoredPage:
    now = timezone.now()
    return StoredPage(address=address, kind="article", headers="[]", body=b"", changed=now, epoch=0, until=now,
                      depends=list(depends))  # fmt: skip


def test_rows_before_and_after_are_not_compared_pair_by_pair_once_many_change() -> None:
    works(400)
    Citation.objects.filter(doi="10.1000/1").update(year=2001)
    with plans() as found:
        Citation.objects.update(year=2002)
    (compared,) = [plan for plan in found if "old_rows AS o JOIN new_rows AS n" in plan.partition("plan")[0] + plan]
    assert "(n.id = o.id)" in compared or "(o.id = n.id)" in compared
    filters = [line for line in compared.splitlines() if "Join Filter" in line]
    assert not any("n.id = o.id" in line or "o.id = n.id" in line for line in filters)


def test_pages_are_found_by_what_they_depend_on_though_there_were_none_at_first() -> None:
    works(3)
    for year in range(2001, 2008):  # PostgreSQL settles on a plan after five
        Citation.objects.filter(doi="10.1000/1").update(year=year)
    StoredPage.objects.bulk_create([page(f"/{n}/", f"doi:10.1000/{n % 7}", "lists") for n in range(400)])
    with plans() as found:
        Citation.objects.filter(doi="10.1000/2").update(year=2001)
    looks = [plan for plan in found if "articles_storedpage AS q" in plan]
    assert looks
    assert all("storedpage_depends" in plan and "Seq Scan on articles_storedpage" not in plan for plan in looks)
    stale = set(StoredPage.objects.filter(stale=True).values_list("address", flat=True))
    assert stale == {f"/{n}/" for n in range(400) if n % 7 == 2}


def test_what_is_watched_no_more_loses_its_trigger() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TRIGGER articles_pages_insert AFTER INSERT ON articles_article_topics "
            "FOR EACH STATEMENT EXECUTE FUNCTION articles_pages_of_articles_topic()"
        )
        triggers.install()
        cursor.execute(
            "SELECT count(*) FROM pg_trigger WHERE tgrelid = 'articles_article_topics'::regclass AND NOT tgisinternal"
        )
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'articles\\_pages\\_%'")
        assert cursor.fetchone() == (3 * len(WATCHED),)


def test_a_change_of_thousands_of_works_marks_the_pages_that_name_them() -> None:
    works(1500)
    StoredPage.objects.bulk_create([page("/a/", "doi:10.1000/1499"), page("/b/", "doi:10.1000/1500"), page("/c/")])
    Citation.objects.update(year=2002)
    assert list(StoredPage.objects.filter(stale=True).values_list("address", flat=True)) == ["/a/"]
