"""A message whose end the broker did not hear of gives its place free.

A worker takes as many messages as it has places. Where the broker is frozen at the moment a task ends, the library
writes a line to the log and keeps the place taken for good: a worker with one place is deaf from then on, though the
broker is back. The message stays with the broker and comes again later; tasks may run twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kombu.transport import redis, virtual


class PatientQoS(redis.QoS):
    """The places of a worker at Redis or Valkey."""

    def ack(self, delivery_tag: str) -> None:
        self._or_free(delivery_tag, super().ack)

    def reject(self, delivery_tag: str, requeue: bool = False) -> None:
        self._or_free(delivery_tag, lambda tag: super(PatientQoS, self).reject(tag, requeue))  # type: ignore[no-untyped-call]

    def _or_free(self, delivery_tag: str, end: Callable[[str], Any]) -> None:
        try:
            end(delivery_tag)
        except Exception:
            virtual.QoS.ack(self, delivery_tag)  # type: ignore[no-untyped-call]
            raise


def install() -> None:
    redis.Channel.QoS = PatientQoS
