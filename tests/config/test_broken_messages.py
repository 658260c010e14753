from __future__ import annotations

import json
from typing import Any

import pytest
from kombu.utils.json import loads

from config.broken_messages import DROPPED, looking, what_is_wrong
from tests.worker.test_broken_messages import BROKEN, message

SOUND = (
    message(),
    message([[], {"article_id": 1}, None]),
    message(headers=None),
    message([[1], {}, {"callbacks": None}]),
    message({"hostname": "worker@here", "type": "worker-heartbeat"}, headers={"hostname": "worker@here"}),
    message({"method": "ping", "arguments": {}}, headers={"clock": 1}),
)
look = looking(loads)


@pytest.mark.parametrize("content", [content for content in BROKEN if isinstance(content, bytes)])
def test_what_is_no_message_becomes_one_that_is_dropped(content: bytes) -> None:
    stand_in = look(content)
    assert stand_in["headers"]["task"] == DROPPED
    assert what_is_wrong(stand_in) == ""


@pytest.mark.parametrize("sent", SOUND)
def test_what_celery_sends_passes_as_it_is(sent: dict[str, Any]) -> None:
    assert look(json.dumps(sent)) == sent
    assert look(json.dumps([sent, "", "celery"])) == [sent, "", "celery"]
