"""Messages that are none: dropped with a line in the log, where the library would end the worker.

Anything may lie in a broker: what another program wrote there, what was cut off, what an old release sent.
"""

from __future__ import annotations

import base64
import binascii
import json
import logging
from collections.abc import Callable
from importlib import import_module
from typing import Any
from uuid import uuid4

logger = logging.getLogger(__name__)

DROPPED = "config.broken_message"
"""A task that nobody has: the worker drops messages for it, as for every task it does not know."""


def install() -> None:
    """Puts the look at each message in front of the library's own reading of what comes from Redis and Valkey."""
    redis: Any = import_module("kombu.transport.redis")
    if not getattr(redis.loads, "looks", False):
        redis.loads = looking(redis.loads)


def looking(loads: Callable[..., Any]) -> Callable[..., Any]:
    def look(text: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            message = loads(text, *args, **kwargs)
            problem = what_is_wrong(message)
        except Exception as error:  # noqa: BLE001  the library raises whatever its decoders do
            problem = f"{type(error).__name__}: {error}"
        if not problem:
            return message
        logger.error("A broken message was dropped (%s): %.200r", problem, text)
        return _stand_in()

    look.looks = True  # type: ignore[attr-defined]
    return look


def what_is_wrong(message: Any) -> str:
    """Why the library could not deliver this, or ""."""
    if isinstance(message, list):  # one that was taken and not yet dealt with: (message, exchange, key)
        return "" if message and not what_is_wrong(message[0]) else "no message in it"
    if not isinstance(message, dict) or not isinstance(message.get("properties"), dict):
        return "it has no properties"
    properties = message["properties"]
    if not isinstance(properties.get("delivery_info"), dict) or not properties.get("delivery_tag"):
        return "it does not say where it is to be delivered"
    headers = message.get("headers") or {}
    if not isinstance(headers, dict):
        return "its headers are none"
    return _wrong_body(message.get("body"), properties.get("body_encoding"), names_task="task" in headers)


def _wrong_body(body: Any, encoding: Any, *, names_task: bool) -> str:
    """The body is a list of arguments, named arguments and what Celery adds (its protocol, version 2).

    What workers tell each other (that they live, that one should stop) names no task and is a record.
    """
    if not isinstance(body, str):
        return "it has no body"
    try:
        content = json.loads(base64.b64decode(body, validate=True) if encoding == "base64" else body)
    except (binascii.Error, ValueError, RecursionError):
        return "its body cannot be read"
    if not names_task and isinstance(content, dict):
        return "it is a task of an old protocol" if "task" in content else ""
    sound = isinstance(content, list) and len(content) == 3
    if not (sound and isinstance(content[0], list) and isinstance(content[1], dict)):
        return "its body holds no arguments"
    return "" if content[2] is None or isinstance(content[2], dict) else "its body holds no arguments"


def _stand_in() -> dict[str, Any]:
    number = str(uuid4())
    return {
        "body": base64.b64encode(json.dumps([[], {}, {}]).encode()).decode(),
        "content-type": "application/json",
        "content-encoding": "utf-8",
        "headers": {"task": DROPPED, "id": number, "root_id": number, "lang": "py", "argsrepr": "", "kwargsrepr": ""},
        "properties": {
            "correlation_id": number,
            "delivery_tag": number,
            "delivery_info": {"exchange": "", "routing_key": ""},
            "body_encoding": "base64",
        },
    }
