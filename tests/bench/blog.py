"""A blog to be brought in: as many posts as are asked for, made out of the examples, no two alike.

Each has a title, an address and a day of its own, and figures of its own in its prose. Half of its works are new to the
library, the others are those of the posts before. Of five posts three are Markdown with keys, one has a printed list
with numbers, one is a web page. What is said of the new works is made up, and of no use but to be counted.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt

from citations import styles
from evidence.reading.front_matter import split_front_matter

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*-*.md"))
_FIGURE = re.compile(r"(?<![\w@/.\-\[])([1-9]\d{1,2})(?=(?: percent|%| people| adults| men| women| days| weeks))")
_MARK = re.compile(r"\[@([^\]]+)\]")


def blog(count: int) -> Iterator[tuple[str, bytes]]:
    """Names of files, and what they hold."""
    for number in range(count):
        name, text = _varied(number)
        if number % 5 < 3:
            yield f"{name}.md", text.encode()
        elif number % 5 == 3:
            yield f"{name}.md", _printed(text).encode()
        else:
            yield f"{name}.html", _page(text).encode()


def _varied(number: int) -> tuple[str, str]:
    """The example of this number as another post."""
    text, pick = EXAMPLES[number // 5 % len(EXAMPLES)].read_text(encoding="utf-8"), random.Random(number)
    meta, begin = split_front_matter(text)
    meta = dict(meta) | {"title": f"{meta['title']} ({number})", "slug": f"post-{number}-{meta['slug']}"}
    meta["published"] = f"20{10 + number % 15}-{number % 12 + 1:02}-{number % 27 + 1:02}"
    for place, work in enumerate(meta.get("references") or ()):
        if place % 2:
            work["title"] = f"{work['title']}: a look at region {number}"
            if "DOI" in work:
                work["DOI"] += f".{number}"
            work.pop("PMID", None)
            work.pop("PMCID", None)
    body = _FIGURE.sub(lambda figure: str(int(figure[1]) + pick.randrange(1, 9)), text[begin:])
    front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=100_000)
    return f"{number:05}-{meta['slug'][:60]}", f"---\n{front}---\n{body}\nThis is post number {number}.\n"


def _printed(text: str) -> str:
    """With a printed list, and numbers that lead to it."""
    meta, begin = split_front_matter(text)
    works: list[Mapping[str, Any]] = list(meta.get("references") or ())
    numbers = {str(work["id"]): number for number, work in enumerate(works, 1)}
    body = re.sub(r"(?m)^\[\^([^\]]+)\]: *\[@([^\];]+)\].*\n", "", text[begin:])
    notes = dict(re.findall(r"(?m)^\[\^([^\]]+)\]: *\[@([^\];]+)\]", text))
    body = re.sub(r"\[\^([^\]]+)\]", lambda note: f"[@{notes[note[1]]}]" if note[1] in notes else note[0], body)
    body = _MARK.sub(lambda mark: _numbered(mark[1], numbers) or mark[0], body)
    listed = [re.sub(r"<[^>]+>", "", styles.reference(_csl(work), "nlm", links=False)) for work in works]
    lines = "".join(f"{number}. {line}\n" for number, line in enumerate(listed, 1))
    front = yaml.safe_dump({name: value for name, value in meta.items() if name != "references"}, allow_unicode=True)
    return f"---\n{front}---\n{body}\n## References\n\n{lines}" if works else f"---\n{front}---\n{body}"


def _csl(work: Mapping[str, Any]) -> dict[str, Any]:
    return dict(work) | ({"issued": {"date-parts": [[work["year"]]]}} if work.get("year") else {})


def _numbered(keys: str, numbers: Mapping[str, int]) -> str:
    found = [numbers.get(key.strip().lstrip("@")) for key in keys.split(";")]
    return f"[{', '.join(map(str, found))}]" if all(found) else ""


def _page(text: str) -> str:
    printed = _printed(text)
    meta, begin = split_front_matter(printed)
    author = meta.get("author")
    name = author.get("name", "") if isinstance(author, Mapping) else str(author or "")
    byline = f'<p class="byline">By <span rel="author">{name}</span></p>' if name else ""
    body = MarkdownIt("commonmark").enable("table").render(printed[begin:])
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{meta["title"]}</title>'
        f'<meta property="article:published_time" content="{meta["published"]}">'
        f'<link rel="canonical" href="https://old.example/blog/{meta["slug"]}/"></head>'
        f"<body><article><h1>{meta['title']}</h1>{byline}{body}</article></body></html>"
    )
