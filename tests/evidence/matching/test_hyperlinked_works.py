"""Works that a text cites by their link alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evidence.command.cli import main

_POST = "# Zinc\n\nZinc lozenges [shorten the common cold](https://doi.org/10.1093/cid/cix1010) in adults.\n"


def test_the_command_takes_a_linked_work_as_the_source_of_its_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    post = tmp_path / "zinc.md"
    post.write_text(_POST, encoding="utf-8")
    main(["check", str(post), "--format=json"])
    (row,) = json.loads(capsys.readouterr().out)["files"][0]["sentences"]
    assert [(source["how"], source["key"]) for source in row["sources"]] == [("link", "doi:10.1093/cid/cix1010")]
    assert not {"missing-citation", "unresolved-mention"} & {flag["code"] for flag in row["flags"]}
