"""Child processes, run for real."""

from __future__ import annotations

import os
import pwd
from pathlib import Path

import pytest

from config.children import spawn


@pytest.mark.skipif(os.geteuid() != 0, reason="Only root starts processes as somebody else.")
def test_a_child_run_as_another_account_has_that_accounts_group_and_no_other(tmp_path: Path) -> None:
    account = pwd.getpwnam("nobody")
    log = tmp_path / "log"
    assert spawn(["id"], log, user="nobody").wait(10) == 0
    assert f"uid={account.pw_uid}(nobody) gid={account.pw_gid}(" in log.read_text()
    assert log.read_text().count("(") == 3  # user, group and that group once more among all groups
