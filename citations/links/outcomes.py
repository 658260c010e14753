"""What was seen at an address, and what it says of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PERMANENT = (301, 308)
"""Redirects that say "for good" (RFC 9110, 15.4.2 and 15.4.9)."""


class Trouble(StrEnum):
    """Why no answer came."""

    FORBIDDEN = "forbidden"
    """It is, or leads to, no public address. Nobody was asked there."""
    NO_HOST = "no-host"
    NO_CONNECTION = "no-connection"
    TOO_SLOW = "too-slow"
    BROKEN = "broken"
    """What came is no HTTP."""
    UNSAFE = "unsafe"
    """The certificate is not to be trusted, or encryption failed."""
    ASTRAY = "astray"
    """One redirect after the other."""
    OURS = "ours"
    """Our own network or name servers are the matter."""


class Outcome(StrEnum):
    """What a look says. Only the first two say something about the address."""

    ANSWERS = "answers"
    FAILS = "fails"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Hop:
    """An address on the way and the redirect it answered with."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Seen:
    """The way from the address `asked` to where it ends, `url`: a status there, or a trouble.

    `wait` is what a Retry-After asked for, in seconds.
    """

    asked: str
    url: str
    hops: tuple[Hop, ...] = ()
    status: int | None = None
    trouble: Trouble | None = None
    reason: str = ""
    wait: float | None = None
    walled: bool = False
    """Whether the answer is a check for robots, as its headers say."""

    @property
    def outcome(self) -> Outcome:
        """Nothing is called dead that may be alive: a site that turns programs away says nothing of its pages.

        404 and 410, server faults, silence and hosts that are gone are failures, of which one alone decides nothing.
        """
        if self.trouble is not None:
            failing = (Trouble.NO_HOST, Trouble.NO_CONNECTION, Trouble.TOO_SLOW, Trouble.BROKEN)
            return Outcome.FAILS if self.trouble in failing else Outcome.UNCLEAR
        status = self.status or 0
        if 200 <= status < 400:
            return Outcome.ANSWERS
        # 503 with a time to come back is no fault but a request, and the form that some checks for robots take.
        if self.walled or (status == 503 and self.wait is not None):
            return Outcome.UNCLEAR
        return Outcome.FAILS if status in (404, 410) or 500 <= status < 600 else Outcome.UNCLEAR

    @property
    def without_contact(self) -> bool:
        """Whether the failure is one that a fault of our own network looks like too."""
        return self.trouble in (Trouble.NO_HOST, Trouble.NO_CONNECTION, Trouble.TOO_SLOW)

    @property
    def message(self) -> str:
        """The answer in words for editors."""
        if self.trouble is not None:
            return self.reason or _TROUBLE[self.trouble]
        status = self.status or 0
        if self.walled:
            return f"The site checks for robots and turned us away ({status}); readers may get in."
        words = _STATUS.get(status) or next(text for least, text in _RANGES if status >= least)
        return f"{words} ({status})."


_TROUBLE = {
    Trouble.FORBIDDEN: "It leads to an address that is not asked.",
    Trouble.NO_HOST: "The name of the host does not exist any more.",
    Trouble.NO_CONNECTION: "The host takes no connection.",
    Trouble.TOO_SLOW: "The host did not answer in time.",
    Trouble.BROKEN: "What the host sent is no answer that a browser could read.",
    Trouble.UNSAFE: "The encryption of the site could not be trusted; browsers may warn readers.",
    Trouble.ASTRAY: "It leads from one address to the next without end, at least for visitors without cookies.",
    Trouble.OURS: "Our own network gave no answer, so nothing is known about the address.",
}
_STATUS = {
    401: "The site wants a log-in",
    402: "The site wants to be paid",
    403: "The site turns programs like this one away, or wants a log-in; readers may get in",
    404: "There is nothing at this address",
    410: "What was here has been taken away for good",
    429: "The site asks us to come back later",
    451: "The site may not show it here, for legal reasons",
    503: "The site is not available at the moment",
}
_RANGES = (
    (600, "The site answered in a way that means nothing to browsers"),
    (500, "The site has a fault of its own"),
    (400, "The site did not take the question; readers may get in"),
    (200, "The address answers"),
    (0, "The site answered in a way that means nothing to browsers"),
)
