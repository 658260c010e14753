from __future__ import annotations

import random
from pathlib import Path

import pytest

from evidence.reading import front_matter
from evidence.reading.front_matter import LIMIT, FrontMatterError, split_front_matter


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("title: a\nauthor: {name: b", 3, "Correct this line"),
        ("title: a\nother: &x 1", 3, "anchors"),
        ("title: a\nother: *x", 3, "aliases"),
        ("title: !!python/object/apply:os.system [x]", 2, "Correct this line"),
        ("title: " + "[" * 30 + "]" * 30, 2, "nested"),
        ("title: a\n1: b", 2, "must be a word"),
        ("title: 2012-99-99", 2, "cannot be read"),
        ("title: a\x00b", 2, "characters"),
    ],
)
def test_it_refuses_and_names_the_line(source, line, words):
    with pytest.raises(FrontMatterError, match=words) as caught:
        split_front_matter(f"---\n{source}\n---\nIt works.")
    assert caught.value.line == line
    assert isinstance(caught.value, ValueError)


def test_it_refuses_what_is_never_closed():
    with pytest.raises(FrontMatterError, match="closing line"):
        split_front_matter("---\ntitle: a\n\nIt works.")


def test_it_refuses_what_is_too_long():
    with pytest.raises(FrontMatterError, match="longer"):
        split_front_matter("---\ntitle: " + "a" * LIMIT + "\n---\n")


@pytest.mark.parametrize(
    "text", ["", "It works.", "---\n\nIt works.\n\n---\n", "--- \nIt works.\n---", " ---\ntitle: a\n---\n"]
)
def test_it_sees_none_in(text):
    assert split_front_matter(text) == ({}, 0)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_the_offset_is_where_the_article_begins(start, ending):
    text = f"{start}---\ntitle: Sleep\ntopics: [a, b]\n---\nIt works.".replace("\n", ending)
    meta, offset = split_front_matter(text)
    assert meta == {"title": "Sleep", "topics": ["a", "b"]}
    assert text[offset:] == "It works."


def test_comments_and_nothing_else_mean_nothing():
    assert split_front_matter("---\n# only a remark\n---\nIt works.")[0] == {}


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("title = Zinc", 2, "Correct this line"),
        ('title = "Zinc"\ndate = 2024-99-01', 3, "Correct this line"),
        ('title = "Zinc"\ntitle = "Iron"', 3, "Correct this line"),
        ('title = "Zinc', 2, "Correct this line"),
        ("x = " + "[" * 2000 + "]" * 2000, 2, "cannot be read"),
        ("x = " + "9" * 5000, 2, "cannot be read"),
    ],
)
def test_it_refuses_toml_and_names_the_line(source, line, words):
    with pytest.raises(FrontMatterError, match=words) as caught:
        split_front_matter(f"+++\n{source}\n+++\nIt works.")
    assert caught.value.line == line


def test_it_refuses_toml_that_is_never_closed():
    with pytest.raises(FrontMatterError, match="three plus signs"):
        split_front_matter('+++\ntitle = "Zinc"\n\nIt works.')


@pytest.mark.parametrize(
    "text", ["+++\n\nIt works.\n\n+++\n", "++\ntitle = 1\n++\n", "+++\nIt works.\n+++", " +++\na = 1\n+++\n"]
)
def test_it_sees_no_toml_in(text):
    assert split_front_matter(text) == ({}, 0)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("source", "title"),
    [
        ('title = "Zinc"', "Zinc"),
        ("title = 'Zinc'\ndraft = false", "Zinc"),
        ('# a remark\n\n"title" = "Zinc"', "Zinc"),
        ('date = 2024-05-01T10:00:00Z\ntitle="Zinc"\n[params]\nx = 1', "Zinc"),
        ('[author]\nname = "Ann Poe"', None),
    ],
)
def test_toml_is_read_up_to_where_the_article_begins(source, title, ending):
    text = f"+++\n{source}\n+++\nIt works.".replace("\n", ending)
    meta, offset = split_front_matter(text)
    assert meta.get("title") == title
    assert text[offset:] == "It works."


def test_both_loaders_read_the_same_or_refuse_in_the_same_words(monkeypatch):
    chance, signs = random.Random(3), "abc :-#\"'[]{},&*!|>%@`\n\t\\é\u2028\x07?~0"
    sources = [
        path.read_text(encoding="utf-8")[4:].partition("\n---")[0] for path in sorted(Path("examples").glob("*-*.md"))
    ]
    for _ in range(150):
        text = list(chance.choice(sources)[: chance.randint(40, 400)])
        for _ in range(chance.randint(0, 4)):
            text.insert(chance.randrange(len(text)), chance.choice(signs))
        found = []
        for loader in (front_matter._QUICK, "no such loader"):
            monkeypatch.setattr(front_matter, "_QUICK", loader)
            try:
                found.append(front_matter._load("".join(text)))
            except FrontMatterError as error:
                found.append(str(error))
        monkeypatch.undo()
        assert found[0] == found[1], "".join(text)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{\n "title": "a",\n "date": 2012-06-17\n}\nIt works.', 3, "Correct this line"),
        ('{\n "title": "a"\n\nIt works.', 4, "Correct this line"),
        ('{"title": NaN}\nIt works.', 1, "cannot be read"),
        ('{"title": ' + "[" * 30 + "]" * 30 + "}\nIt works.", 1, "nested"),
        ('{"title": ' + "[" * 100_000 + "\nIt works.", 1, "cannot be read"),
        ('{"title": "' + "a" * LIMIT + '"}\nIt works.', 1, "longer"),
        ('{"title": "a\\u0000"}\nIt works.', 2, "NUL"),
        ('---json\n{"title": "a"}\nIt works.', 2, "closing line"),
    ],
)
def test_it_refuses_braces_that_cannot_be_read(text, line, words):
    with pytest.raises(FrontMatterError, match=words) as caught:
        split_front_matter(text)
    assert caught.value.line == line


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "text", ['{\n "title": "a",\n "tags": ["b"]\n}\nIt works.', '\ufeff---json\n{"title": "a"}\n---\nIt works.']
)
def test_it_reads_braces_as_hugo_and_eleventy_have_them(text, ending):
    text = text.replace("\n", ending)
    meta, start = split_front_matter(text)
    assert meta["title"] == "a"
    assert text[start:] == "It works."


@pytest.mark.parametrize(
    "text", ["{{< figure >}}\nIt works.", '{"title": "a"} is how a file begins.', "{a}: b", "{% raw %}\nIt works."]
)
def test_braces_of_prose_and_of_shortcodes_are_none(text):
    assert split_front_matter(text) == ({}, 0)
