"""Grouping by first letter changes the speed of a pattern and not what it finds."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from itertools import count
from types import ModuleType
from typing import Any

import pytest

import evidence
from evidence.claims import cues
from evidence.deadline import Deadline, TooIntricateError, within
from evidence.language.patterns import Cue, Cues, any_of, grouped, in_stretches, lazily


@pytest.mark.parametrize("alternation", ["cat|car|dog", r"a(?:b|c)d|ax|[x|y]z|\|", r"s?it|sun|sum", "a|ab|abc|abcd"])
def test_it_finds_the_same_words(alternation: str) -> None:
    plain, fast = re.compile(f"(?:{alternation})$"), re.compile(f"(?:{grouped(alternation)})$")
    for word in (
        "cat",
        "car",
        "dog",
        "cow",
        "abd",
        "acd",
        "ax",
        "|z",
        "xz",
        "|",
        "it",
        "sit",
        "sun",
        "sum",
        "a",
        "abcd",
    ):
        assert bool(plain.match(word)) is bool(fast.match(word)), word


def test_it_matches_whole_words_in_any_case() -> None:
    assert any_of("cure", "heal").search("It CURES and heals; a cure") is not None
    assert any_of("cure", "heal").search("secure health") is None


@pytest.mark.parametrize("word", ["east", "allow", "caution", "curious", "cataract"])
def test_words_that_only_begin_like_an_effect_are_none(word: str) -> None:
    assert cues.EFFECT.search(word) is None


def test_every_cue_of_the_engine_compiles() -> None:
    import evidence.pipeline  # noqa: F401 (brings all cues in)

    gc.unfreeze()  # conftest.py froze what stood after collection, and the collector does not name that
    cues = [found for found in gc.get_objects() if isinstance(found, Cue)]
    gc.freeze()
    assert len(cues) > 40
    for cue in cues:
        assert cue.flags


def test_only_the_cues_that_a_sentence_matches_are_named_in_their_order() -> None:
    cues = Cues(
        {
            "b": any_of("fever", "pain"),
            "none": any_of("vaccine"),
            "a": any_of(r"\d+\s*mg"),
            "plain": re.compile("oes"),
        }
    )
    text = "It does ease pain at 20 mg."
    for found in (cues.found(text), cues.found(text + " " * 6000), cues.found(text)):
        assert found == ["b", "a", "plain"]
    assert [name for name, _ in cues.likely("A fever and no more.")] == ["b", "plain"]


@pytest.mark.parametrize(("text", "name"), [("Milk eases a fever.", "ease"), ("A fever and milk.", "ill"), ("No.", "")])
def test_the_first_cue_that_matches_is_named_alone(text: str, name: str) -> None:
    assert Cues({"ease": any_of("eases?"), "ill": any_of("fever")}).first(text) == name


def test_a_cue_made_after_a_text_was_looked_at_is_found_in_it_all_the_same() -> None:
    text = "Nobody looked for whortleberries."
    assert Cues({"nobody": any_of("nobody")}).found(text) == ["nobody"]
    assert Cues({"late": any_of("whortleberr(?:y|ies)")}).found(text) == ["late"]


def test_matches_that_follow_each_other_are_found_as_the_pattern_alone_finds_them() -> None:
    cue = Cue(r"\b(?:a|the)\s+cold\b|\bcold\b", re.IGNORECASE)
    text = "Cold as it was, the cold of a cold day."
    places = [found.span() for found in cue.finditer(text)]
    assert places == [found.span() for found in re.finditer(cue.pattern, text, re.IGNORECASE)]
    assert len(places) == 3


@pytest.mark.parametrize("text", ["", "No tea.", "Warm milk, warm MILK and warmth.", "warm milk " * 600])
def test_what_a_cue_replaces_is_what_its_pattern_alone_replaces(text: str) -> None:
    cue = any_of(r"warm\s+milk", "honey")
    assert cue.sub(r"<\g<0>>", text) == re.sub(cue.pattern, r"<\g<0>>", text, flags=re.IGNORECASE)


@pytest.mark.parametrize("place", [0, 17_990, 17_999, 19_990, 19_999, 20_000, 35_990, 60_000])
def test_a_wording_is_found_wherever_it_stands_in_a_long_text(place: int) -> None:
    cue = any_of(r"seldom\s+told(?!\s+by)")
    text = "-" * place + " seldom told by us, seldom  told it is" + "-" * (70_000 - place)
    found, plain = cue.search(text), re.search(cue.pattern, text, re.IGNORECASE)
    assert plain is not None
    assert found is not None
    assert found.span() == plain.span()


def test_a_search_through_a_long_text_ends_with_its_time() -> None:
    looks = count()
    with pytest.raises(TooIntricateError), within(Deadline.after(5, lambda: next(looks))):
        any_of("seldom").search("- " * 200_000)


@pytest.mark.parametrize("unit", ["ab ", "<sup>1</sup> milk ", "a" * 3_000 + " ", "(12) ", "x"])
def test_a_long_text_searched_piece_by_piece_gives_what_is_found_at_once(unit: str) -> None:
    pattern, text = re.compile(r"\ba+\b|<sup>\d</sup>(?!x)|\(\d+\)(?=\s)|\bb\b"), unit * (90_000 // len(unit))
    found = [match.span() for match in in_stretches(pattern, text, 5, len(text) - 7)]
    assert found == [match.span() for match in pattern.finditer(text, 5, len(text) - 7)]


@pytest.mark.parametrize("pattern", ["^a+b", "^(?:a|b)", r"^a\|", "^[|]a", "^b|a", "a|^b", "(?:^|,)a", "a"])
@pytest.mark.parametrize("flags", [0, re.MULTILINE, re.IGNORECASE])
def test_what_is_compiled_late_finds_the_same_wherever_it_is_looked_for(pattern: str, flags: int) -> None:
    late, plain = lazily(pattern, flags), re.compile(pattern, flags)
    for text in ("", "aab", "b aab", "x\naab", ",a", "a|b", "|a", "x", "B"):
        for place in range(len(text) + 1):
            found, expected = late.search(text, place), plain.search(text, place)
            assert (found and found.span()) == (expected and expected.span()), (text, place)


_PARSER, _SIGNS = (importlib.import_module(f"re.{name}") for name in ("_parser", "_constants"))


def _modules() -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages(evidence.__path__, "evidence."):
        if not module.name.endswith("__main__"):
            yield importlib.import_module(module.name)


def _patterns(value: object) -> Iterator[str]:
    if isinstance(value, tuple | list):
        for part in value:
            yield from _patterns(part)
    elif isinstance(value, dict):
        yield from _patterns(list(value.values()))
    elif hasattr(value, "search") and isinstance(pattern := getattr(value, "pattern", None), str):
        yield pattern


def _kept_inside(items: Iterable[tuple[Any, Any]], *, captured: bool = False) -> bool:
    """Whether a group that is captured holds a longer part that is never given back: "((?:ab|c)*+)"."""
    for kind, value in items:
        inside = captured or (kind is _SIGNS.SUBPATTERN and value[0] is not None)
        if kind is _SIGNS.POSSESSIVE_REPEAT and captured and any(sign is _SIGNS.BRANCH for sign, _ in value[2]):
            return True
        parts = {_SIGNS.BRANCH: lambda: value[1], _SIGNS.SUBPATTERN: lambda: [value[3]]}  # noqa: B023
        repeats = (_SIGNS.MAX_REPEAT, _SIGNS.MIN_REPEAT, _SIGNS.POSSESSIVE_REPEAT)
        found = parts[kind]() if kind in parts else [value[2]] if kind in repeats else ()
        if any(_kept_inside(part, captured=inside) for part in found):
            return True
    return False


@pytest.mark.parametrize(
    ("pattern", "kept"), [(r"x((?:a|bc)*+)", True), (r"x(?>((?:a|bc)*))", False), (r"(\w*+)", False)]
)
def test_what_older_pythons_fail_on_is_known(pattern: str, kept: bool) -> None:
    assert _kept_inside(_PARSER.parse(pattern)) is kept


def test_no_pattern_is_one_that_python_3_11_2_fails_on() -> None:
    """Debian 12 has that Python: "SystemError: The span of capturing group is wrong" (CPython issue 101955)."""
    written = {pattern for module in _modules() for value in vars(module).values() for pattern in _patterns(value)}
    assert len(written) > 1000
    kept = [pattern for pattern in sorted(written) if re.search(r"\)(?:[*+?]|\{[\d,]+\})\+", pattern)]
    assert [pattern for pattern in kept if _kept_inside(_PARSER.parse(pattern))] == []
