from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
from pathlib import Path

import pytest

from config.demo import Stopped, _stop_asked
from config.demo_checks import CannotStart, article_file, free_port, hold


def test_it_refuses_a_port_in_use_and_names_another() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CannotStart, match=rf"Port {port} is in use.*make demo PORT=\d+"):
            free_port(str(port))


@pytest.mark.parametrize("host", ["::1", "::"])
def test_it_refuses_a_port_that_another_program_holds_on_ipv6_alone(host: str) -> None:
    with socket.socket(socket.AF_INET6) as taken:
        taken.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        try:
            taken.bind((host, 0))
        except OSError:
            pytest.skip("no IPv6 on this machine")
        taken.listen()
        with pytest.raises(CannotStart, match="is in use"):
            free_port(str(taken.getsockname()[1]))


@pytest.mark.parametrize("text", ["web", "0", "-1", "65536", "80.5", "٣"])
def test_it_refuses_what_is_no_port(text: str) -> None:
    with pytest.raises(CannotStart, match="PORT must be a number"):
        free_port(text)


def test_it_takes_a_free_port() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert free_port(str(port)) == port


def test_it_refuses_an_article_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match=r"There is no file .*missing\.md"):
        article_file(str(tmp_path / "missing.md"))


@pytest.mark.parametrize("name", ["post.docx", "post.pdf", "post"])
def test_it_refuses_an_article_of_another_kind(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Sleep well.")
    with pytest.raises(CannotStart, match="not a text or Markdown file"):
        article_file(str(tmp_path / name))


def test_it_refuses_a_folder_as_article(tmp_path: Path) -> None:
    (tmp_path / "posts.md").mkdir()
    with pytest.raises(CannotStart, match="not a text or Markdown file"):
        article_file(str(tmp_path / "posts.md"))


def test_it_refuses_an_article_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_bytes("Schlaf für alle".encode("utf-16"))
    with pytest.raises(CannotStart, match="cannot be read as UTF-8"):
        article_file(str(tmp_path / "post.txt"))


def test_it_refuses_a_huge_article(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_bytes(b"a" * (1024 * 1024 + 1))
    with pytest.raises(CannotStart, match="larger than 1024 kB"):
        article_file(str(tmp_path / "post.txt"))


def test_it_needs_no_article() -> None:
    assert article_file("") is None


def test_it_takes_an_article(tmp_path: Path) -> None:
    (tmp_path / "post.TXT").write_text("Sleep well.")
    assert article_file(str(tmp_path / "post.TXT")) == tmp_path / "post.TXT"


def test_it_refuses_to_run_twice_from_one_folder(tmp_path: Path) -> None:
    held = hold(tmp_path)
    with pytest.raises(CannotStart, match="already runs"):
        hold(tmp_path)
    held.close()
    hold(tmp_path).close()


def test_it_refuses_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotStart, match=re.escape(str(tmp_path / "file"))):
        hold(tmp_path / "file" / "var")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_it_refuses_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    folder.mkdir(mode=0o700)
    (folder / "demo.lock").touch(mode=0o400)
    with pytest.raises(CannotStart, match="cannot be written"):
        hold(folder)


def test_a_wish_to_end_is_no_fault_of_what_is_read_meanwhile() -> None:
    """Services go on with the next article where one fails."""
    with pytest.raises(Stopped), contextlib.suppress(Exception):
        _stop_asked(signal.SIGINT, None)
