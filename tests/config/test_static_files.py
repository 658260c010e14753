"""Styles and scripts lose what only their authors need, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings as own
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from config.static_files import Storage, minified


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
    text = (Path(own.BASE_DIR) / "static" / name).read_text()
    small = minified(text, name.rpartition(".")[2])
    assert len(small) < len(text)
    assert small.count("{") == small.count("}")


def test_what_readers_get_under_a_hashed_name_is_the_whole_file_made_small(tmp_path: Path) -> None:
    """As collectstatic does it: hashed files are made of the sources, not of what was collected."""
    source = FileSystemStorage(location=tmp_path / "source")
    storage = Storage(location=str(tmp_path / "collected"), base_url="/static/")
    texts = {
        "css/site.css": 'a {\n  top: 0;\n  background: url("../fonts/serif.woff2");\n}\n',
        "js/article.js": "// said\nrun();\n",
        "fonts/serif.woff2": "letters",
    }
    for name, text in texts.items():
        source.save(name, ContentFile(text.encode()))
        storage.save(name, ContentFile(text.encode()))
    hashed = {old: new for old, new, _ in storage.post_process({name: (source, name) for name in texts})}
    said = {name: (tmp_path / "collected" / hashed[name]).read_text() for name in texts}
    assert said["js/article.js"] == "run();\n"
    assert said["css/site.css"] == f'a{{top:0;background:url("../{hashed["fonts/serif.woff2"]}")}}'
