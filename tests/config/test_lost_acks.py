from __future__ import annotations

from typing import Any
from unittest.mock import MagicMock, patch

import pytest
from kombu.transport import redis, virtual

import config.celery
from config.lost_acks import PatientQoS


def taken(kind: Any) -> Any:
    """The one place of a worker, taken by a message."""
    places = kind(MagicMock(), prefetch_count=1)
    virtual.QoS.append(places, MagicMock(), "tag")
    assert not places.can_consume()
    return places


@pytest.mark.parametrize("end", ["ack", "reject"])
def test_a_place_is_free_again_though_the_broker_did_not_answer(end: str) -> None:
    places = taken(PatientQoS)
    with (
        patch.object(places, "_remove_from_indices", side_effect=TimeoutError),
        pytest.raises(TimeoutError),
    ):
        getattr(places, end)("tag")
    assert places.can_consume()


def test_a_place_is_free_again_after_an_answer() -> None:
    places = taken(PatientQoS)
    places.ack("tag")
    assert places.can_consume()


def test_it_stands_in_the_application() -> None:
    assert config.celery.app
    assert redis.Channel.QoS is PatientQoS
