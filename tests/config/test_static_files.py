"""Styles and scripts lose what only their authors need, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from config.static_files import minified


def test_words_in_quotes_and_blanks_that_mean_something_stay() -> None:
    css = '/* x */\na :is(b, c),\nd { content: " ;  : "; width: calc(1rem + 2px); }\n'
    css += "@media (min-width: 2rem) { e { top: 0; } }\n"
    assert minified(css, "css") == (
        'a :is(b,c),d{content:" ;  : ";width:calc(1rem + 2px)}@media (min-width:2rem){e{top:0}}'
    )


def test_a_script_keeps_its_lines_and_the_addresses_in_it() -> None:
    assert minified('// a\n  const a = "https://b";\n\n  // c\n  d();\n', "js") == 'const a = "https://b";\nd();\n'


@pytest.mark.parametrize("name", ["css/site.css", "js/article.js"])
def test_our_own_files_become_smaller_and_keep_their_braces(name: str) -> None:
    text = (Path(settings.BASE_DIR) / "static" / name).read_text()
    small = minified(text, name.rpartition(".")[2])
    assert len(small) < len(text)
    assert small.count("{") == small.count("}")
