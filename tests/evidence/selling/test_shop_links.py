"""Whether a page sells, by its links: what is paid, its own or called to buy does; a plain link and a book do not."""

from __future__ import annotations

import pytest

from evidence.reading import documents
from evidence.selling.discovery import mentions
from evidence.selling.shop_links import is_of_book, links_to_goods, sells


def _page(link: str, text: str = "this chair") -> str:
    return f"Sitting all day hurt my back.\n\nSince 2009 I sit on [{text}]({link}) and my back pain is gone.\n"


@pytest.mark.parametrize(
    "link",
    [
        "https://www.amazon.com/Ergo-Chair/dp/B00025HK24",
        "https://www.amazon.co.uk/gp/product/B000FNFL4W",
        "https://www.chairmaker.example/products/seating/chair",
        "https://www.chairmaker.example/shop/charge3",
        "https://www.amazon.com/Back-Pain-Book/dp/0553380524",
        "https://www.amazon.com/Back-Pain-Book/dp/0446675156?tag=blog-20",
        "https://labels.example/products/pi/Backaway_PI.pdf",
        "https://www.amazon.com/Back-Pain-ebook/dp/B07NJPR4TN?tag=blog-20",
    ],
)
def test_a_plain_link_to_a_shop_and_a_book_make_no_page_that_sells(link: str) -> None:
    assert not sells(documents.read(_page(link), "markdown"))


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ("https://www.amazon.com/Ergo-Chair/dp/B00025HK24?tag=blog-20", "this chair"),
        ("https://amzn.to/3oLQ8JV", "this chair"),
        ("/products/ergo-chair", "this chair"),
        ("https://www.chairmaker.example/products/chair", "Buy the chair"),
        ("https://www.chairmaker.example/shop/chair", "Order it here"),
    ],
)
def test_a_paid_link_a_shop_of_its_own_and_a_call_to_buy_sell(link: str, text: str) -> None:
    assert sells(documents.read(_page(link, text), "markdown"))


def test_a_plain_link_still_shows_goods_and_a_book_none() -> None:
    assert links_to_goods(documents.read(_page("https://www.amazon.com/Ergo-Chair/dp/B00025HK24"), "markdown"))
    assert not links_to_goods(documents.read(_page("https://www.amazon.com/Back/dp/0553380524"), "markdown"))


def test_a_number_is_a_books_only_where_its_last_digit_checks_the_others() -> None:
    assert is_of_book("https://www.amazon.com/dp/0553380524")
    assert not is_of_book("https://www.amazon.com/dp/0553380525")
    assert not is_of_book("https://www.amazon.com/dp/B07NJPR4TN")


_BOOK = "https://www.amazon.com/gp/product/1451624433/ref=as_li_tl?tag=blog-20"
_PAID = "https://www.amazon.com/dp/B00025HK24?tag=blog-20"


@pytest.mark.parametrize(
    "text",
    [
        f'Read "[The Big Fat Surprise by Nina Tarholz]({_BOOK})". Nina Tarholz says that fat prevents heart disease.',
        "Since I've been using a chair, my pain is gone. After I've sat on it, I've no pain.",
        f"The article was written by Drs. Willett and Ludwig. With Drs on its side, [it]({_PAID}) reduces pain.",
        f"Take hormones such as GnRH for pain. GnRH lowers pain, and with GnRH [it]({_PAID}) ends.",
        f"Costco has cheap monitors for blood pressure. At Costco, or from Costco, take [one]({_PAID}).",
        f"Take Unscented for your skin. [Unscented, Water-Resistant]({_PAID}) Unscented protects the skin.",
        "We support our Digital Exemplar vision for patients. The Digital Exemplar improves care. It costs $3 million.",
        "This sleep clinic is part of our Celiac Disease Program. Tickets for the gala cost $30.",
        "ThisQi is like a shield against germs. ThisQi protects the body.",
        "The oil causes pain. I could be selective in how I buy it, but that hurts.",
        "5 Reasons Vegetable Oil is worse than sugar: it causes inflammation.",
        "Ozempic lowers blood sugar. Ozempic helps people lose weight. Ozempic costs $900 a month.",
        "My HbA1c test was high. Since then my HbA1c test is lower, without medicine.",
        "I take [Zoladon](https://www.amazon.com/gp/product/B000FNFL4W) for my headache. It relieves pain.",
        "Lupron [lowers hormones](https://labels.example/products/pi/Lupron_PI.pdf). Lupron causes bone loss in women.",
    ],
)
def test_no_product_is_made_of_a_book_a_title_a_shop_a_programme_or_a_purchase(text: str) -> None:
    assert mentions(documents.read(f"# Health and pain\n\n{text}\n", "markdown")) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"I take [Marrowfen]({_PAID}) for pain. Marrowfen cures arthritis, and Marrowfen tastes good.", "Marrowfen"),
        ("Marrowfen cures arthritis. Take Marrowfen daily. [Buy Marrowfen now](/products/marrowfen).", "Marrowfen"),
        ("You can buy it in our shop. It relieves pain.", "an unnamed product"),
        ("Buy it here. It relieves pain.", "an unnamed product"),
        ("Our Marrowfen capsules relieve joint pain. Marrowfen costs $34 a jar.", "Marrowfen"),
    ],
)
def test_goods_for_sale_are_found_as_before(text: str, name: str) -> None:
    found = mentions(documents.read(f"# Health and pain\n\n{text}\n", "markdown"))
    assert name in [row.name for row in found]
