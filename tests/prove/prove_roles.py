"""docs/roles.md says what every role gets at every address with GET and with POST, and the site does it."""

from __future__ import annotations

import pytest

from tests.roles.test_roles import differing, walked
from tests.roles.walking import ROLES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_what_the_document_says(role: str) -> None:
    assert differing(role, walked(role)) == {}
