"""Files made to hang or fill a reader: each ends within a time and a memory that an ordinary long article may take."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from operator import itemgetter
from pathlib import Path

import pytest

from evidence.opening.file_formats import open_text
from evidence.reading.documents import LONGEST, TooLongError
from tests.drawing import some_of_each

ROOT = Path(__file__).parents[3]
MEMORY = 2_000_000_000
SECONDS = 240
"""Of CPU time for all cases, some ten times of what is needed; a reader whose time grows with the square of the length
would need hours."""

RUN = f"""
import json, resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
from evidence.opening.file_formats import open_text
from evidence.reading.unreadable import UnreadableDocumentError
for made, form in json.load(sys.stdin):
    print("reading", made, flush=True)
    try:
        document = open_text(eval(made), form)
    except UnreadableDocumentError:
        continue
    text = document.text
    assert all(text[one.start : one.end] == one.text for one in document.sentences)
print("all done")
"""

HOSTILE = [
    ("'word ' * 100_000", "text"),
    ("'It works. ' * 50_000", "text"),
    ("'a' * 500_000", "auto"),
    ("'> ' * 50_000 + 'It works.'", "markdown"),
    ("('  ' * 300 + '- It works.\\n') * 1000", "markdown"),
    ("'- ' * 50_000 + 'It works.'", "markdown"),
    ("'(' * 50_000 + 'It works.' + ')' * 50_000", "markdown"),
    ("'[' * 50_000 + 'It works.' + ']' * 50_000", "markdown"),
    ("'![' * 50_000", "markdown"),
    ("'[a](' * 50_000", "markdown"),
    ("'*' * 50_000 + 'a'", "markdown"),
    ("'`' * 50_000", "markdown"),
    ("'\\n' * 50_000", "markdown"),
    ("'|' * 50_000 + '\\n' + '|-' * 50_000", "markdown"),
    ("'1. a 2. b ' * 25_000", "text"),
    ("'• a ' * 50_000", "text"),
    ("'. ' * 50_000", "text"),
    ("'“' * 50_000 + '”' * 50_000", "text"),
    ("'\\x00\\x0c\\r\\udc80 It works. ' * 10_000", "auto"),
    ("'<div>' * 50_000 + 'It works.'", "html"),
    ("'<b><p>' * 40_000 + 'It works.'", "html"),
    ("'<p><table>' * 25_000 + 'It works.'", "html"),
    ("'<ul><li>' * 40_000 + 'It works.'", "html"),
    ("'<blockquote>' * 50_000 + 'It works.'", "html"),
    ("'<a ' * 50_000", "html"),
    ("'<a href=\"' * 50_000", "html"),
    ("'<a b=\"c\\'' * 50_000", "html"),
    ("'<' * 250_000", "html"),
    ("'<!--' * 50_000", "html"),
    ("'<![CDATA[' * 50_000", "html"),
    ("'<script>' * 50_000", "html"),
    ("'<title>' * 50_000 + '</titl' * 50_000", "html"),
    ("'<a ' + 'b=c ' * 50_000 + '>It works.'", "html"),
    ("'&amp' * 50_000", "html"),
    ("'</p>' * 50_000", "html"),
    ("'<sup><a href=#a>1</a></sup><li id=a>' * 10_000", "html"),
    ("'<h2>References</h2><ol><li>' * 15_000", "html"),
    ("'<i></i>' * 250_000", "html"),
]


@pytest.mark.drawn(1)
def test_each_ends_in_bounded_time_and_memory() -> None:
    todays = some_of_each(HOSTILE, 5, kind=itemgetter(1))
    run = subprocess.run(
        [sys.executable, "-c", RUN],
        input=json.dumps(todays),
        capture_output=True,
        text=True,
        timeout=10 * SECONDS,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert run.returncode == 0, run.stdout[-200:] + run.stderr[-2000:]
    assert run.stdout.endswith("all done\n")


def test_a_text_longer_than_any_article_is_refused_at_once() -> None:
    with pytest.raises(TooLongError, match="Cut it into parts"):
        open_text("a" * (LONGEST + 1))


INLINE = ("em", "strong", "b", "i", "u", "span", "sup", "sub", "a", "a href='https://a.example/b'", "q", "code", "font")


@pytest.mark.drawn(3)
@pytest.mark.parametrize("element", INLINE)
@pytest.mark.parametrize("levels", [120, 300, 3000])
def test_elements_in_elements_leave_their_words(element, levels):
    nested = f"<{element}>" * levels + "Honey eases coughs in children." + f"</{element.split()[0]}>" * levels
    document = open_text(f"<html><body><p>Zinc shortens colds in adults. {nested}</p></body></html>", "html")
    assert "Honey eases coughs in children" in document.text
    assert document.sentences[0].text.startswith("Zinc shortens colds in adults.")
