"""What must be right before the demo starts anything; each refusal is one sentence that says what to do."""

from __future__ import annotations

import errno
import fcntl
import socket
from pathlib import Path
from typing import TextIO

LARGEST_ARTICLE_KB = 1024

LOCAL = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
"""What "localhost" leads browsers to, IPv6 first: another program there would be taken for ours."""
NO_IPV6 = frozenset((errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL, errno.EPROTONOSUPPORT))


class CannotStart(Exception):
    """The sentence to end with."""


def hold(var: Path) -> TextIO:
    """Takes var/ for this process alone; keep the answer. Raises CannotStart where it cannot be written or is taken."""
    try:
        var.mkdir(parents=True, exist_ok=True)
        var.chmod(var.stat().st_mode | 0o700)
        lock = (var / "demo.lock").open("a+")
    except OSError as error:
        raise CannotStart(
            f"The folder {var} cannot be written ({error.strerror}). Make it yours, or set CITEWELL_VAR."
        ) from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise CannotStart("Citewell already runs from this folder. Stop it there with Ctrl-C first.") from None
    return lock


def free_port(text: str) -> int:
    """The port, when it is a number that can be listened on. Raises CannotStart."""
    if not (text.isascii() and text.isdecimal()) or not 0 < int(text) < 65_536:
        raise CannotStart(f"PORT must be a number from 1 to 65535, not {text!r}.")
    for family, host in LOCAL:
        try:
            with socket.socket(family) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((host, int(text)))
        except PermissionError:
            raise CannotStart(f"Port {text} may be used by root only. Choose another: make demo PORT=8080") from None
        except OSError as error:
            if error.errno in NO_IPV6:
                continue  # there is no IPv6 on this machine, so nobody is reached by it
            other = int(text) + 1 if int(text) < 65_535 else 8080
            raise CannotStart(
                f"Port {text} is in use. Stop what uses it, or choose another: make demo PORT={other}"
            ) from None
    return int(text)


def article_file(text: str) -> Path | None:
    """The post to import besides the examples, checked as far as a look at the file goes. Raises CannotStart."""
    if not text:
        return None
    path = Path(text).expanduser().resolve()
    if not path.exists():
        raise CannotStart(f"There is no file {path}. ARTICLE names a text or Markdown file.")
    if not path.is_file() or path.suffix.lower() not in (".txt", ".md", ".markdown"):
        raise CannotStart(f"{path} is not a text or Markdown file (.txt, .md).")
    if path.stat().st_size > LARGEST_ARTICLE_KB * 1024:
        raise CannotStart(f"{path} is larger than {LARGEST_ARTICLE_KB} kB.")
    try:
        path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotStart(f"{path} cannot be read as UTF-8 text ({error}).") from None
    return path
