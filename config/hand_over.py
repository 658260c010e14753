"""Messages to the broker, sent beside the work and never in its way.

In: a task and its arguments, after the row that asks for it was committed. Out: a message, sooner or later. That row is
what counts: a draft not read in its version, a lookup or an address that is due, a batch that is open. Where the broker
is frozen or away the message is dropped with a line in the log, and the sweep over these rows sends it again.
"""

from __future__ import annotations

import atexit
import logging
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress

logger = logging.getLogger(__name__)

MOST = 10_000
"""Messages that wait at a time; beyond it the oldest is dropped [house]."""
AT_THE_END_SECONDS = 3.0
"""What a program that ends gives to messages that are not yet sent [house]."""
QUIET_SECONDS = 30.0
"""Between two lines in the log about a broker that does not take messages [house]."""

Send = Callable[[], object]


class HandOver:
    """One thread for each process that sends what was put down for it. Safe from any thread, and after a fork."""

    def __init__(self) -> None:
        self._begin()
        os.register_at_fork(after_in_child=self._begin)
        atexit.register(self.finish, AT_THE_END_SECONDS)

    def _begin(self) -> None:
        self._waiting: OrderedDict[object, Send] = OrderedDict()
        self._change = threading.Condition()
        self._thread: threading.Thread | None = None
        self._sending = False
        self._told = float("-inf")

    def put(self, what: object, send: Send) -> None:
        """Takes a message and returns at once. `what` names it: the same one is not put down twice."""
        with self._change:
            self._waiting.pop(what, None)
            self._waiting[what] = send
            if len(self._waiting) > MOST:
                self._waiting.popitem(last=False)
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="hand-over", daemon=True)
                with suppress(RuntimeError):  # the program is ending
                    self._thread.start()
            self._change.notify_all()

    def finish(self, seconds: float) -> bool:
        """Waits until all is sent, at most so long; whether it is."""
        with self._change:
            return self._change.wait_for(lambda: not self._waiting and not self._sending, seconds)

    def _run(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: bool(self._waiting))
                _, send = self._waiting.popitem(last=False)
                self._sending = True
            try:
                send()
            except Exception as error:  # noqa: BLE001  whatever the broker does, the next message is tried
                self._tell(error)
            finally:
                with self._change:
                    self._sending = False
                    self._change.notify_all()

    def _tell(self, error: Exception) -> None:
        if time.monotonic() - self._told > QUIET_SECONDS:
            self._told = time.monotonic()
            logger.warning("The broker took no message (%s); the sweeps will find what is due.", error)
