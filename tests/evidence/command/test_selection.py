from __future__ import annotations

import json
from pathlib import Path

import pytest

from evidence.command.cli import main
from evidence.command.selection import UnknownNameError, codes_of
from evidence.flags.catalogue import FLAGS, GROUPS

POST = "Zinc lozenges\n\nZinc lozenges cure the common cold. Experts say that zinc shortens a cold.\n"


@pytest.fixture(autouse=True)
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article with faults of several groups, in the working folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "zinc.md"
    path.write_text(POST, encoding="utf-8")
    return path


def codes(capsys: pytest.CaptureFixture[str], *arguments: str) -> set[str]:
    assert main(["check", "zinc.md", "--today=2026-11-22", "--format=json", *arguments]) in {0, 1}
    (file,) = json.loads(capsys.readouterr().out)["files"]
    found = {flag["code"] for row in file["sentences"] for flag in row["flags"]}
    found |= {flag["code"] for flag in file["page_flags"]}
    assert set(file["summary"]["flags"]) == found
    return found


# --- Refusals --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing-citaton", "there is no flag or group missing-citaton; did you mean missing-citation?"),
        ("Prodct", "there is no flag or group Prodct; did you mean product?"),
        ("zzz", "there is no flag or group zzz; `citewell explain --all` lists the flags."),
    ],
)
def test_it_refuses_an_unknown_name_and_offers_the_nearest(
    capsys: pytest.CaptureFixture[str], option: str, name: str, message: str
) -> None:
    assert main(["check", "zinc.md", f"{option}=weak-evidence,{name}"]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"citewell: {option}: {message}\n")


@pytest.mark.parametrize("names", ["", ",", " , "])
def test_it_refuses_to_select_nothing(capsys: pytest.CaptureFixture[str], names: str) -> None:
    assert main(["check", "zinc.md", "--select", names]) == 2
    assert "--select names no flag; name flags or groups" in capsys.readouterr().err


def test_codes_of_refuses_an_unknown_name() -> None:
    with pytest.raises(UnknownNameError, match="did you mean evidence"):
        codes_of(["evidnce"])


# --- Selecting and ignoring ------------------------------------------------------------------------------


def test_it_raises_every_flag_unless_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert codes(capsys) >= {"missing-citation", "vague-attribution", "missing-date"}


def test_it_raises_the_selected_flags_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert codes(capsys, "--select", "missing-citation, missing-date") == {"missing-citation", "missing-date"}
    assert codes(capsys, "--select=missing-citation", "--select=missing-date") == {"missing-citation", "missing-date"}


def test_it_leaves_out_the_ignored_flags_alone(capsys: pytest.CaptureFixture[str]) -> None:
    everything = codes(capsys)
    assert codes(capsys, "--ignore=missing-date") == everything - {"missing-date"}


def test_a_group_stands_for_all_its_flags(capsys: pytest.CaptureFixture[str]) -> None:
    everything = codes(capsys)
    page = {code for code in everything if FLAGS[code].group == "page"}
    assert len(page) > 1
    assert codes(capsys, "--select=page") == page
    assert codes(capsys, "--ignore=page") == everything - page


def test_an_ignored_flag_wins_over_its_selected_group() -> None:
    assert codes_of(["product"], ["missing-disclaimer"]) == codes_of(["product"]) - {"missing-disclaimer"}


def test_a_flag_selected_by_its_code_wins_over_its_ignored_group() -> None:
    assert codes_of(["page", "missing-disclaimer"], ["product"]) == codes_of(["page"]) | {"missing-disclaimer"}
    assert codes_of(["missing-disclaimer"], ["missing-disclaimer"]) == frozenset()


def test_all_groups_together_are_all_flags() -> None:
    assert codes_of(GROUPS) == codes_of(None) == frozenset(FLAGS)


def test_the_exit_code_follows_what_is_raised() -> None:
    assert main(["check", "zinc.md"]) == 1
    assert main(["check", "zinc.md", "--select=missing-date"]) == 0
    assert main(["check", "zinc.md", "--select=missing-date", "--fail-on=warning"]) == 1


def test_claims_and_counts_stay_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    counts = []
    for arguments in ([], ["--select=missing-date"]):
        main(["check", "zinc.md", "--format=json", *arguments])
        (file,) = json.loads(capsys.readouterr().out)["files"]
        counts.append([file["summary"][name] for name in ("sentences", "claims", "supported")])
    assert counts[0] == counts[1]


def test_flags_of_references_are_selected_like_all_others(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post.write_text(f"{POST}\n## References\n\n1. Ash B. Zinc for colds. J Tea. 2004.\n", encoding="utf-8")
    found = []
    for select in ("citation", "uncited-reference", "page"):
        main(["check", "zinc.md", "--format=json", f"--select={select}"])
        ((reference,),) = (file["references"] for file in json.loads(capsys.readouterr().out)["files"])
        found.append({flag["code"] for flag in reference["flags"]})
    assert found == [{"uncited-reference", "incomplete-reference"}, {"uncited-reference"}, set()]
