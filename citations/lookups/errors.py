"""Why a service gave no answer. Only NotFound says something about the work; the others say nothing about it."""

from __future__ import annotations


class NotFound(Exception):
    """The service answered, and does not know the work."""


class NoAnswer(Exception):
    """The service did not answer. `wait` is how many seconds it, or our own restraint, asks us to stay away."""

    def __init__(self, message: str, *, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


class Unreachable(NoAnswer):
    """No connection, no answer in time, a server error, or too many of these lately."""


class RateLimited(NoAnswer):
    """We are asked to come back later, or our own limit leaves no room now."""


class Refused(NoAnswer):
    """The service turned the question down (a wrong key, a forbidden client): somebody has to look at the settings."""


class Malformed(NoAnswer):
    """An answer came that is not in the documented form: a web page, broken JSON or XML, one too large to be true."""
