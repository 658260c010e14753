"""The own texts and the project's examples, on the site."""

from __future__ import annotations

from pathlib import Path

from articles.models import Topic
from evidence.reading.documents import read
from tests.articles.finding.texts import TEXTS
from tests.articles.published import claim, publish, snapshot

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def fill() -> None:
    for number, (slug, topic, title, standfirst, texts) in enumerate(TEXTS):
        key = topic.lower()
        Topic.objects.get_or_create(slug=key, defaults={"name": topic})
        claims = [claim(index, text) for index, text in enumerate(texts)]
        content = snapshot(
            " ".join(texts), claims, title=title, standfirst=standfirst, topics=[{"name": topic, "slug": key}]
        )
        publish(content, slug=slug, after_days=number)
    for number, path in enumerate(sorted(EXAMPLES.glob("*-*.md"))):
        post = read(path.read_text(), "markdown")
        sentences = [sentence.text for sentence in post.sentences]
        claims = [claim(index, text) for index, text in enumerate(sentences)]
        content = snapshot(post.text, claims, title=post.title, standfirst="", topics=[])
        publish(content, slug=path.stem, after_days=100 + number)
