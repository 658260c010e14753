"""Nothing that is typed anywhere comes to life on a page, checked in a real browser and with the policy taken off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from django.shortcuts import render
from django.test import Client, RequestFactory

from articles.models import Contributor, Topic
from articles.reader.views import article_context
from articles.rendering.body import preview_html
from tests.articles.published import PERSON, claim, flag, publish, snapshot, take_off, work
from tests.browser.payloads import HTML, MARKDOWN
from tests.browser.serving import ADDRESS, Serving
from tests.drawing import some

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

ALL = (*HTML, *MARKDOWN)

WATCH = """
window.__xss = [];
for (const name of ["alert", "confirm", "prompt", "print"]) {
    window[name] = (...args) => window.__xss.push([name, ...args]);
}
"""

LIVING = """() => {
    const found = [...window.__xss.map((call) => "called: " + call)];
    const schemes = new Set(["http:", "https:", "mailto:"]);
    const refused = "iframe, frame, object, embed, applet, base, form:not(.finder), style, math, template, "
        + "noscript:not(head > noscript), xmp, video, audio, source, marquee, textarea, "
        + "select:not(.finder select), details:not([class]), "
        + "input:not([name=marks], #only-problems, .finder input), meta[http-equiv], svg:not(.logo):not(.bar), "
        + "link:not([rel=stylesheet], [rel=icon], [rel=alternate], [rel=canonical], "
        + "[rel=preload][as=font][href^='/static/fonts/'], [rel=apple-touch-icon][href^='/static/img/'])";
    for (const one of document.querySelectorAll(refused)) found.push("element: " + one.outerHTML.slice(0, 200));
    for (const one of document.querySelectorAll("head > noscript")) {
        const own = one.textContent === `<link rel="stylesheet" href="${one.textContent.split('"')[3]}">`
            && one.textContent.includes('href="/static/css/');
        if (!own) found.push("element: " + one.outerHTML.slice(0, 200));
    }
    for (const one of document.querySelectorAll("script")) {
        const own = one.getAttribute("src")?.startsWith("/static/js/") || one.type === "application/ld+json";
        if (!own) found.push("script: " + one.outerHTML.slice(0, 200));
    }
    for (const one of document.querySelectorAll("*")) {
        for (const { name, value } of one.attributes) {
            if (name.startsWith("on") || name === "style" || name === "srcdoc" || name === "formaction") {
                found.push(`attribute: ${name}=${value}`);
            }
            if (!["href", "src", "action", "data", "poster", "xlink:href"].includes(name)) continue;
            const address = URL.canParse(value, location.href) ? new URL(value, location.href) : null;
            if (!address || !schemes.has(address.protocol)) found.push(`address: ${name}=${value}`);
        }
        for (const kind of ["mouseover", "focus", "click", "toggle", "animationstart"]) {
            if (!one.closest("a, label, button")) one.dispatchEvent(new Event(kind, { bubbles: false }));
        }
    }
    const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
    for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) found.push("id twice: " + id);
    return [...found, ...window.__xss.map((call) => "called: " + call)];
}"""


@pytest.fixture
def serving(db: None) -> Serving:
    return Serving(Client(), policy=False)


@pytest.fixture
def living(chromium: Any, serving: Serving) -> Iterator[Callable[[str], list[str]]]:
    """Opens a path and lists everything on the page that lives and should not."""
    context = chromium.new_context()
    context.add_init_script(WATCH)
    serving.attach(context)
    page = context.new_page()
    page.set_default_timeout(30_000)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))

    def opened(path: str) -> list[str]:
        response = page.goto(ADDRESS + path, wait_until="load")
        found = page.evaluate(LIVING)
        if response.status >= 500:
            found.append(f"failed with {response.status}")
        elsewhere, serving.elsewhere[:] = list(serving.elsewhere), []
        if not page.url.startswith(ADDRESS):
            found.append(f"went to {page.url}")
        return [*found, *dialogs, *elsewhere]

    yield opened
    context.close()


def stored(payload: str) -> str:
    """PostgreSQL refuses NUL, and one line is what these fields hold."""
    return payload.replace("\x00", "")


def hostile_snapshot(body: str, **fields: Any) -> dict[str, Any]:
    """A snapshot with a payload in every field that people fill in."""
    works, people, topics, sold, claims, page_flags = [], [], [], [], [], []
    for number, payload in enumerate(map(stored, HTML), 1):
        text = dict.fromkeys(
            (
                "title",
                "byline",
                "year",
                "container",
                "volume",
                "issue",
                "pages",
                "publisher",
                "doi",
                "pmid",
                "pmcid",
                "url",
            ),
            payload,
        )
        facts = dict.fromkeys(("design", "design_label", "population", "funding", "status_sources"), payload)
        bad = flag("single-study-generalisation", reader=payload, standard=payload, title=payload)
        works.append(work(number, **text, **facts, authors=[payload], used_in=[number], flags=[bad]))
        keys = ("name", "slug", "credentials", "field", "employer", "interests", "photo")
        people.append({"role": ("author", "reviewer")[number % 2], **dict.fromkeys(keys, payload)})
        topics.append({"name": payload, "slug": payload})
        keys = ("product", "seller", "maker", "statement", "advertisement", "url")
        sold.append({**dict.fromkeys(keys, payload), "tie": "own", "disclaimer": True})
        decision = dict.fromkeys(("person", "role", "reason", "date"), payload)
        accepted = {**bad, "state": "accepted", "reader": f"{payload} again", "decision": decision}
        claims.append(
            claim(
                number,
                payload,
                payload,
                [bad, accepted],
                reasons=[payload],
                sources=[{"number": number, "how": payload}],
            )
        )
        page_flags.append({**bad, "sentence": None, "reference": None})
    made = snapshot(body, claims, citations=works, contributors=people, topics=topics, disclosures=sold, **fields)
    return {**made, "flags": page_flags}


def body_of(payloads: tuple[str, ...]) -> str:
    return "\n\n".join(f"Before {payload} after.\n\n{payload}" for payload in payloads)


def test_there_are_at_least_sixty_payloads() -> None:
    assert len(set(HTML)) >= 60


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<iframe srcdoc=x></iframe>",
        "<link rel=stylesheet href=https://evil.example/x.css>",
    ],
)
def test_the_watch_sees_what_lives(living: Callable[[str], list[str]], serving: Serving, html: str) -> None:
    serving.extra["/living/"] = lambda: f"<!doctype html><body>{html}"
    assert living("/living/")


def test_nothing_in_an_article_comes_to_life(living: Callable[[str], list[str]]) -> None:
    publish(hostile_snapshot(body_of(ALL)))
    shown = Client().get("/articles/magnesium/").content.decode()
    assert shown.count("&lt;script&gt;alert(1)&lt;/script&gt;") > 100  # it is all there, as words
    assert living("/articles/magnesium/") == []


@pytest.mark.drawn(1)
def test_nothing_in_a_title_or_standfirst_comes_to_life(living: Callable[[str], list[str]], settings: Any) -> None:
    settings.ARTICLES_PER_PAGE = 200
    titles = [""]
    for payload in map(stored, ALL):
        if len(titles[-1]) + len(payload) > 240:
            titles.append("")
        titles[-1] += f" {payload}"
    for number, payload in enumerate(ALL):
        publish(snapshot(title=stored(payload), standfirst=stored(payload)), slug=f"one-{number}")
    for number, title in enumerate(titles):
        publish(snapshot(title=title, standfirst=title), slug=f"many-{number}")
    assert living("/") == []
    for number in some(range(len(titles)), 3):
        assert living(f"/articles/many-{number}/") == []


def test_nothing_in_lists_of_a_topic_or_person_comes_to_life(living: Callable[[str], list[str]]) -> None:
    every = "\n".join(map(stored, HTML))
    Topic.objects.create(name="Topic <script>alert(1)</script>", slug="sleep", description=every)
    Contributor.objects.create(
        name="<img src=x onerror=alert(1)>",
        slug="ada-lind",
        credentials='"><script>alert(1)</script>',
        field="' onfocus='alert(1)' autofocus='",
        employer="</title><script>alert(1)</script>",
        interests="declared",
        interests_text=every,
        bio=every,
    )
    made = hostile_snapshot("")
    publish(
        {
            **made,
            "topics": [*made["topics"], {"name": "Sleep", "slug": "sleep"}],
            "contributors": [*made["contributors"], PERSON],
        }
    )
    for path in ("/topics/sleep/", "/people/ada-lind/", "/"):
        assert living(path) == []


@pytest.mark.drawn(1)
def test_nothing_in_an_address_comes_to_life(living: Callable[[str], list[str]]) -> None:
    article = publish(snapshot(title="<script>alert(1)</script>"))
    take_off(article)
    assert living("/articles/magnesium/") == []
    for payload in some(HTML[:20], 4):
        assert living(f"/{quote(payload)}") == []
        assert living(f"/?after={quote(payload)}") == []


def test_nothing_in_a_preview_comes_to_life(
    living: Callable[[str], list[str]], serving: Serving, rf: RequestFactory
) -> None:
    context = article_context(hostile_snapshot(body_of(ALL), title=" ".join(ALL), standfirst=" ".join(ALL)))
    serving.extra["/page/"] = lambda: render(rf.get("/page/"), "articles/article.html", context).content.decode()
    serving.extra["/preview/"] = lambda: f"<!doctype html><body>{preview_html(body_of(ALL))}"
    serving.extra["/each/"] = lambda: "<!doctype html><body>" + "".join(preview_html(one) for one in MARKDOWN)
    assert living("/page/") == []
    assert living("/preview/") == []
    assert [line for line in living("/each/") if not line.startswith("id twice")] == []
