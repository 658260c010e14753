"""Every fault at every service of works; `tests/citations/services/test_faults_of_services.py` tries them in turn."""

from __future__ import annotations

import pytest

from citations.lookups.session import Session
from tests.citations.conftest import clock, services  # noqa: F401 - fixtures
from tests.citations.services.test_faults_of_services import (  # noqa: F401 - asking is a fixture
    FAULTS,
    SERVICES,
    asking,
    leaves_the_work_true,
)
from tests.citations.services_server import Services

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", SERVICES)
def test_a_fault_leaves_the_work_true_and_the_question_open(
    name: str,
    fault: str,
    services: Services,  # noqa: F811
    asking: Session,  # noqa: F811
) -> None:
    leaves_the_work_true(name, fault, services, asking)
