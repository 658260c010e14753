"""Measures of mentions: which reference an author's name in the text means."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any

from benchmark.figures import (
    REPORTED_BUCKETS,
    Counts,
    Figure,
    bucket,
    figure,
    precision,
    recall,
)
from evidence.context import Source
from evidence.language import sentences, vocabulary
from evidence.matching import linking
from evidence.matching.family_names import forms
from evidence.reading import markers
from evidence.values import Claim, Document, How, Link, Sentence, Wording


def mention_linking(data: Path) -> list[Figure]:
    """Whether "Lee and colleagues" is tied to the reference that its authors meant, by the shipped matching.

    First in its article, as far as the data holds it, as the command and the website read one; then in its passage
    alone, which tells nothing of how the article cites.
    """
    alone = [_counted(article, [linked_keys(mention, sources) for mention in article["mentions"]], sources)
             for article, sources in _with_sources(data)]  # fmt: skip
    whole = [
        _counted(article, linked_in_article(article, sources), sources) for article, sources in _with_sources(data)
    ]
    return _figures("Mention linked", whole) + _figures("Mention linked in its passage alone", alone)


def _with_sources(data: Path) -> Iterator[tuple[dict[str, Any], list[Source]]]:
    for article in articles(data):
        yield article, [source_of(reference) for reference in article["references"]]


def _figures(measure: str, pairs: list[tuple[Counts, Counts]]) -> list[Figure]:
    clusters, decidable = [whole for whole, _ in pairs], [named for _, named in pairs]
    floors = (("precision", precision, "0.95", "0.87 surname rules"), ("recall", recall, "0.90", "0.81 surname rules"))
    count = sum(int(counts["asked"]) for counts in clusters)
    return [
        figure(
            f"{measure}, {name}", f"{count:,} mentions of {len(clusters)} articles", clusters, score,
            floor=floor, baseline=plain,
        )
        for name, score, floor, plain in floors
    ] + [
        figure(
            f"{measure}, recall where the name is one of the authors of the work meant",
            f"{sum(int(counts['asked']) for counts in decidable):,} mentions of {len(decidable)} articles",
            decidable, recall,
        )
    ]  # fmt: skip


def articles(data: Path, buckets: frozenset[int] = REPORTED_BUCKETS) -> Iterator[dict[str, Any]]:
    """The articles with their reference lists and mentions that fall in the buckets."""
    path = data / "mention-linking" / "articles.jsonl.gz"
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                if bucket(article["pmcid"]) in buckets:
                    yield article


def _counted(article: dict[str, Any], linked: list[list[str]], sources: list[Source]) -> tuple[Counts, Counts]:
    """The counts of all mentions of an article, and of those that name an author of the work that is meant.

    Others are pairs that the data took for names ("Mexico and Nicaragua", "MEK1 and MEK2"), works whose authors it does
    not hold, and slips. `linked` are the keys that each mention is tied to.
    """
    every: Counter[Hashable] = Counter()
    named: Counter[Hashable] = Counter()
    for mention, keys in zip(article["mentions"], linked, strict=True):
        meant = [source for source in sources if source.key in mention["gold"]]
        correct = bool(set(keys) & set(mention["gold"]))
        for counts in (every, named) if _names_an_author(mention, meant) else (every,):
            counts["asked"] += 1
            counts["hit"] += correct
            counts["false"] += bool(keys) and not correct
            counts["miss"] += not correct
    return every, named


def _names_an_author(mention: dict[str, Any], works: list[Source]) -> bool:
    written = {vocabulary.folded(word) for word in _WORD.findall(mention["mention"])}
    authors = {part for work in works for family in work.families for form in forms(family) for part in form.split()}
    return not written.isdisjoint(authors)


_WORD = re.compile(r"[\w’'-]{2,}")


def source_of(reference: dict[str, Any]) -> Source:
    year = re.search(r"\d{4}", reference["year"] or "")
    return Source(
        key=reference["id"],
        families=tuple(reference["surnames"]),
        year=int(year.group()) if year else None,
        title=reference["title"] or "",
        container=reference["container"] or "",
    )


def linked_keys(mention: dict[str, Any], sources: list[Source]) -> list[str]:
    """The keys that the engine ties to a mention, in the passage where it stands."""
    place = len(mention["before"]) - len(mention["mention"])
    return _linked(mention["before"] + mention["after"], [(mention, place)], sources)[0]


def linked_in_article(article: dict[str, Any], sources: list[Source]) -> list[list[str]]:
    """The keys that the engine ties to each mention of an article, which it reads as a whole."""
    text, ends = stitched(article)
    asked = [(mention, end - len(mention["mention"])) for mention, end in zip(article["mentions"], ends, strict=True)]
    return _linked(text, asked, sources)


def _linked(text: str, asked: list[tuple[dict[str, Any], int]], sources: list[Source]) -> list[list[str]]:
    """The keys tied to each mention by the place where it begins in a text."""
    spans = sentences.split(text)
    made = tuple(Sentence(index, start, end, text[start:end], 0) for index, (start, end) in enumerate(spans))
    found_markers, _ = markers.find(text, [(0, len(text))], made)
    document = Document(text, "text", "", "", made, found_markers)
    claims = [Claim(sentence.index, False, (), Wording.NONE) for sentence in made]
    links = linking.match(document, claims, tuple(sources))
    found = []
    for mention, place in asked:
        name = _first_name(mention["mention"]).split()[-1]  # the data cut some mentions within a word before the name
        here = max((sentence.index for sentence in made if sentence.start <= place), default=0)
        found.append([link.key for link in links if link.sentence == here and _is_of(link, mention, name, sources)])
    return found


_SEEN = 60
"""Letters by which the beginning of a passage is looked for in those before it."""


def stitched(article: dict[str, Any]) -> tuple[str, list[int]]:
    """The passages of an article put together where they overlap, and where in that text each mention ends.

    The data holds 400 letters before and 300 behind each mention, as far as its paragraph goes. What lies between is
    missing; a passage that overlaps with none begins a paragraph.
    """
    text, begun, ends = "", 0, []
    for mention in article["mentions"]:
        before, after = mention["before"], mention["after"]
        start = _overlap(text, begun, before, after)
        if start is None:
            text += "\n\n" * bool(text)
            start = len(text)
        text += before[len(text) - start :]
        end = start + len(before)
        text += after[len(text) - end :]
        ends.append(end)
        begun = start
    return text, ends


def _overlap(text: str, begun: int, before: str, after: str) -> int | None:
    """Where a passage begins in a text that ends within it, looked for from where the one before began."""
    whole = before + after
    start = text.find(whole[:_SEEN], begun)
    while start >= 0:
        if whole.startswith(text[start:]) or text.startswith(whole, start):
            return start
        start = text.find(whole[:_SEEN], start + 1)
    return None


def _is_of(link: Link, mention: dict[str, Any], name: str, sources: list[Source]) -> bool:
    """Whether a link was made for the mention: by its name, or by the part of an author-year marker that it begins.

    Of the works of a marker ("(Egger et al., 2002; Lee et al., 1997)") it is that by this name, of the year behind it.
    """
    if link.how is How.INHERITED:
        return False
    if name in _first_name(link.mention):
        return True
    if link.how is not How.MARKER or name not in link.mention:
        return False
    source = next(source for source in sources if source.key == link.key)
    year = re.match(r"\W{0,4}((?:19|20)\d\d)", mention["after"])
    of_year = year is None or source.year in (int(year[1]), None)
    return of_year and vocabulary.folded(name) in [form for family in source.families[:1] for form in forms(family)]


def _first_name(mention: str) -> str:
    """A mention up to what says that there are others: "Lee", "van Loon", "Lee and Okoro"."""
    return re.split(r"\s*,?\s+(?:et\b|and\s+[a-z]|&\s+[a-z])|['’]s\b|\s*[\[(]", mention.strip())[0]
