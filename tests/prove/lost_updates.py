"""Editors who write at one article together, as people and browsers do: they keep, save, are asked, choose, log in
again, close the tab and come back. Each keeps at it until the newsroom says that the words are saved."""

from __future__ import annotations

import html
import json
import random
import re
import threading
import time
import uuid
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from articles.models import Article
from tests.prove.editors import TOLD, _Form, ask

HELD = re.compile(r'<textarea hidden name="([^"]+)">\n?(.*?)</textarea>', re.S)
CHOICE = re.compile(r'name="choice-([0-9a-f-]+)" value="(\w+)"')
MOST = 40
"""Tries of one editor to get one sentence saved."""


@dataclass
class Tally:
    """What happened. A sentence is known by its sign."""

    said_saved: dict[str, str] = field(default_factory=dict)
    asked: int = 0
    put_together: int = 0
    logged_in_again: int = 0
    brought_back: int = 0
    unanswered: int = 0
    statuses: dict[int, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def errors(self) -> int:
        return sum(number for status, number in self.statuses.items() if status >= 500)


class Writer:
    """Somebody with a browser."""

    def __init__(self, user: User, port: int, tally: Tally) -> None:
        self.user, self.port, self.tally, self.number = user, port, tally, 0
        self.log_in()

    def log_in(self) -> None:
        client = Client()
        client.force_login(self.user)
        self.cookie = client.cookies["sessionid"].value

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        status, page = ask(self.port, method, path, self.cookie, body)
        with self.tally.lock:
            self.tally.statuses[status] = self.tally.statuses.get(status, 0) + 1
            self.tally.unanswered += status == 0
        return status, page

    def write(self, article: int, chance: random.Random, meet: threading.Barrier) -> None:
        """One sentence, by the way that chance chooses, until it is saved."""
        self.number += 1
        sign = f"Sign {self.user.username} {self.number}."
        path = f"/admin/articles/article/{article}/change/"
        way = chance.choice(("plain", "plain", "session ends", "tab closed", "tab closed"))
        fields = self.open(path)
        meet.wait(60)
        if fields is None or sign in dict(fields).get("body", ""):
            fields = self.open(path) or []
        fields = _with(fields, sign, at_end=chance.random() < 0.5)
        tab = f"page-{uuid.uuid4()}"[:40]
        if way == "tab closed" and self.keep(path, tab, fields):
            fields = self.come_back(path, sign) or fields
        if way == "session ends":
            Session.objects.filter(session_key=self.cookie).delete()
        connection.close()
        self.save(path, sign, [*fields, ("working_tab", tab), ("working_serial", str(int(time.time() * 1000)))])

    def open(self, path: str) -> list[tuple[str, str]] | None:
        for _ in range(MOST):
            status, page = self.ask("GET", path)
            if status == 200 and 'id="article_form"' in page:
                form = _Form()
                form.feed(page)
                return form.fields
            if status in (302, 403):
                self.log_in()
            time.sleep(0.2)
        return None

    def keep(self, path: str, tab: str, fields: list[tuple[str, str]]) -> bool:
        """Autosave, and the tab is closed."""
        form: dict[str, list[str]] = {}
        for name, value in fields:
            form.setdefault(name, []).append(value)
        version = int(dict(fields).get("expected_version") or 0)
        message = {"tab": tab, "serial": int(time.time() * 1000), "version": version, "form": form, "left": True}
        status, page = self.ask("POST", path.replace("/change/", "/keep/"), json.dumps(message))
        return status == 200 and json.loads(page)["kept"]

    def come_back(self, path: str, sign: str) -> list[tuple[str, str]] | None:
        """Opens the article anew; what was kept is in the form, or it is lost."""
        fields = self.open(path)
        if fields is None:
            return None
        with self.tally.lock:
            self.tally.brought_back += 1
            if sign not in dict(fields).get("body", ""):
                self.tally.faults.append(f"{sign} was kept and did not come back")
        return fields

    def save(self, path: str, sign: str, fields: list[tuple[str, str]]) -> None:
        for _ in range(MOST):
            status, page = self.ask("POST", path, urlencode(fields))
            if status == 302:
                self.tally.said_saved[sign] = dict(fields).get("body", "")
                return
            if status == 200 and TOLD in page:
                fields = self.choose(page)
            elif status == 403:
                with self.tally.lock:
                    self.tally.logged_in_again += 1
                self.log_in()
                connection.close()
                fields = _held(page) or fields
            elif status == 0:
                # It may be saved or not: look, as a person would, and go on from what stands.
                fields = self.open(path) or fields
                if sign in dict(fields)["body"]:
                    again, _ = self.ask("POST", path, urlencode(fields))
                    if again == 302:
                        self.tally.said_saved[sign] = ""
                        return
                else:
                    fields = _with(fields, sign, at_end=True)
            else:
                words = re.sub(r"<[^>]+>|\s+", " ", page)[:300]
                self.tally.faults.append(f"{sign} was refused with {status}: {words}")
                return
        self.tally.faults.append(f"{sign} was not saved in {MOST} tries")

    def choose(self, page: str) -> list[tuple[str, str]]:
        """Where both wrote, both stay."""
        with self.tally.lock:
            self.tally.asked += 1
        offered: dict[str, set[str]] = {}
        for name, value in CHOICE.findall(page):
            offered.setdefault(name, set()).add(value)
        choices = [(f"choice-{name}", "both" if "both" in values else "theirs") for name, values in offered.items()]
        return [*_held(page), *choices]


def _held(page: str) -> list[tuple[str, str]]:
    found = [(html.unescape(name), html.unescape(value)) for name, value in HELD.findall(page)]
    # A browser reads every line end of a page as one sign, and sends it as two.
    return [(name, value.replace("\r\n", "\n").replace("\n", "\r\n")) for name, value in found]


def _with(fields: list[tuple[str, str]], sign: str, *, at_end: bool) -> list[tuple[str, str]]:
    def put(body: str) -> str:
        return f"{body}\r\n\r\n{sign}" if at_end else f"{sign} {body}"

    return [(name, put(value) if name == "body" else value) for name, value in fields]


def play(writers: list[Writer], articles: list[Article], rounds: int, seed: int, strike: object = None) -> None:
    """In each round two to five write at one article at the same moment. `strike` is called in one of ten."""
    for turn in range(rounds):
        chance = random.Random(f"{seed} {turn}")
        some = writers[: 2 + turn % 4]
        meet = threading.Barrier(len(some))
        article = articles[turn % len(articles)].pk
        threads = [
            threading.Thread(target=writer.write, args=(article, random.Random(chance.random()), meet))
            for writer in some
        ]
        for thread in threads:
            thread.start()
        if callable(strike) and turn % 10 == 5:
            time.sleep(chance.random() / 2)
            strike()
        for thread in threads:
            thread.join()


def lost(tally: Tally, articles: list[Article]) -> list[str]:
    """Sentences of which somebody was told that they are saved, and which are nowhere."""
    text = "\n".join(Article.objects.filter(pk__in=[one.pk for one in articles]).values_list("body", flat=True))
    return sorted(sign for sign in tally.said_saved if sign not in text)
