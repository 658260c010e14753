"""A book in a list is a work though a shop has its address; an advertisement stays one."""

from __future__ import annotations

import pytest

from evidence.reading.sold_items import sells

SHOP = "https://www.amazon.com/dp/B07"


@pytest.mark.parametrize(
    "item",
    [
        f"Moor, 2018. *Calm Nights: How to Find Balance and Heal*. [{SHOP}]({SHOP})",
        f"Moor & Lane, 2018. “Calm nights help your heart”. {SHOP}",
        f"Moor (2018). *How tea relieves colds*. {SHOP}",
    ],
)
def test_a_book_with_its_author_and_year_sells_nothing(item: str) -> None:
    assert not sells(item)


@pytest.mark.parametrize(
    "item",
    [
        f"GarlicPlus, 2024. *GarlicPlus cures cancer*. {SHOP}",
        f"GarlicPlus, 2024. *Heal your gut for $19*. {SHOP}",
        f"GarlicPlus, 2024. *Heal your gut*. Buy it at {SHOP}",
        f"GarlicPlus. *GarlicPlus cures cancer*. {SHOP}",
        f"GarlicPlus, 2024. It heals your gut. {SHOP}",
    ],
)
def test_an_offer_behind_a_name_and_a_year_sells(item: str) -> None:
    assert sells(item)
