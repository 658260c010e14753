"""Readings above letters part no word, and no promise hides in one."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import Document, assess, open_document, read

PARTED = [
    "Mint <ruby>cu<rt>x</rt>res<rt>y</rt></ruby> gout.",
    "Mint <ruby>cures<rp>(</rp><rt>kyua</rt><rp>)</rp></ruby> gout.",
    "Mint cures <ruby><rb>go</rb><rt>a</rt><rb>ut</rb><rt>b</rt></ruby>.",
    "<ruby>Mint<rt>minto</rt></ruby> <ruby>cu<rt>a</rt></ruby>res gout.",
]
SAID = [
    "Mint <ruby>ab<rt>cures</rt></ruby> gout.",
    "Mint <ruby>tea<rt>garlic cures cancer</rt></ruby> is hot.",
]


def _is_stopped(document: Document) -> bool:
    assert all(document.text[one.start : one.end] == one.text for one in document.sentences)
    return any(flag.code == "missing-citation" for flag in assess(document, today=date(2026, 1, 1)).flags)


@pytest.mark.parametrize("text", [*PARTED, *SAID])
def test_a_promise_with_readings_stops_publication_in_markdown(text: str) -> None:
    assert _is_stopped(read(f"# Tea\n\nTea is hot.\n\n{text}\n", "markdown"))


@pytest.mark.parametrize("text", [*PARTED, *SAID])
def test_a_promise_with_readings_stops_publication_on_a_page(text: str) -> None:
    page = f"<html><body><h1>Tea</h1><p>Tea is hot.</p><p>{text}</p></body></html>"
    assert _is_stopped(open_document("tea.html", page.encode()).document)


def test_letters_under_readings_are_one_word() -> None:
    page = f"<html><body><h1>Tea</h1><p>{PARTED[0]}</p></body></html>"
    assert "Mint cures gout." in open_document("tea.html", page.encode()).document.text
