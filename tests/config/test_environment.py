from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import env_bool, env_choice, env_hosts, env_int, env_list, env_path, env_percent, env_str


@pytest.fixture
def variable(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.delenv("CW_TEST", raising=False)
    return monkeypatch


def test_it_refuses_a_variable_that_is_missing(variable: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImproperlyConfigured, match="CW_TEST must be set"):
        env_str("CW_TEST")
    variable.setenv("CW_TEST", "")
    with pytest.raises(ImproperlyConfigured, match="CW_TEST must be set"):
        env_str("CW_TEST")


def test_it_refuses_what_is_neither_true_nor_false(variable: pytest.MonkeyPatch) -> None:
    variable.setenv("CW_TEST", "maybe")
    with pytest.raises(ImproperlyConfigured, match="CW_TEST must be true or false, not 'maybe'"):
        env_bool("CW_TEST", False)


@pytest.mark.parametrize("text", ["many", "1.5"])
def test_it_refuses_what_is_no_whole_number(variable: pytest.MonkeyPatch, text: str) -> None:
    variable.setenv("CW_TEST", text)
    with pytest.raises(ImproperlyConfigured, match="CW_TEST must be a whole number"):
        env_int("CW_TEST", 1)


@pytest.mark.parametrize("text", ["0", "100", "0.8", "-5", "most", "\u0665\u0660"])
def test_it_refuses_what_is_no_share_in_whole_percent(variable: pytest.MonkeyPatch, text: str) -> None:
    variable.setenv("CW_TEST", text)
    with pytest.raises(ImproperlyConfigured, match="CW_TEST must be a whole number from 1 to 99"):
        env_percent("CW_TEST")


@pytest.mark.parametrize(("text", "share"), [("", None), (" ", None), ("80", 80), (" 80 % ", 80)])
def test_it_reads_a_share_in_percent(variable: pytest.MonkeyPatch, text: str, share: int | None) -> None:
    variable.setenv("CW_TEST", text)
    assert env_percent("CW_TEST") == share


def test_it_refuses_a_number_that_is_too_small(variable: pytest.MonkeyPatch) -> None:
    variable.setenv("CW_TEST", "0")
    with pytest.raises(ImproperlyConfigured, match="CW_TEST must be at least 1, not 0"):
        env_int("CW_TEST", 5, at_least=1)


def test_it_refuses_what_is_not_among_the_choices(variable: pytest.MonkeyPatch) -> None:
    variable.setenv("CW_TEST", "FR")
    with pytest.raises(ImproperlyConfigured, match="CW_TEST must be one of US, UK, not 'FR'"):
        env_choice("CW_TEST", "US", ("US", "UK"))


@pytest.mark.parametrize(
    ("text", "value"), [("1", True), ("Yes", True), (" on ", True), ("0", False), ("FALSE", False), ("", False)]
)
def test_it_reads_true_and_false(variable: pytest.MonkeyPatch, text: str, value: bool) -> None:
    variable.setenv("CW_TEST", text)
    assert env_bool("CW_TEST", not value) is value


def test_it_reads_lists_and_paths(variable: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert env_list("CW_TEST", ["a"]) == ["a"]
    assert env_path("CW_TEST", tmp_path) == tmp_path
    variable.setenv("CW_TEST", " a, ,b,")
    assert env_list("CW_TEST", []) == ["a", "b"]
    variable.setenv("CW_TEST", str(tmp_path / "x" / ".."))
    assert env_path("CW_TEST", Path("/")) == tmp_path


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example",
        "*",
        "*.example.org",
        "a.example/x",
        "a.example; script-src *",
        "a b.example",
        "böse.example",
        "'self'",
        "localhost",
        "https:",
    ],
)
def test_it_refuses_what_is_no_name_of_a_host(variable: pytest.MonkeyPatch, text: str) -> None:
    variable.setenv("CW_TEST", text)
    with pytest.raises(ImproperlyConfigured, match="CW_TEST must hold names of hosts"):
        env_hosts("CW_TEST")


def test_it_reads_names_of_hosts(variable: pytest.MonkeyPatch) -> None:
    assert env_hosts("CW_TEST") == []
    variable.setenv("CW_TEST", "Images.Example.org, cdn.example:8443")
    assert env_hosts("CW_TEST") == ["images.example.org", "cdn.example:8443"]
