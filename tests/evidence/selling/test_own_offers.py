"""What a page offers of its own without a shop: goods by "our …", clinics, coaches, courses."""

from __future__ import annotations

import pytest

from evidence.reading import documents
from evidence.selling import own_offers
from evidence.selling.discovery import mentions
from evidence.selling.offers import has_price
from tests.evidence.judging import flags_of

DISEASE = "disease-claim-for-supplement"


def found(text: str) -> list[str]:
    return [mention.name for mention in mentions(documents.read(text, "markdown"))]


@pytest.mark.parametrize(
    "text",
    [
        "The clinic treats asthma.",
        "Our doctor treats arthritis.",
        "Our body fights infections. Our immune system kills germs.",
        "Boston Hospital treats asthma. Boston Hospital prevents infections.",
        "Dr Smith treats asthma. Dr Smith also prevents relapses.",
        "Metformin lowers blood sugar. Metformin prevents complications.",
        "Turmeric eases arthritis. Turmeric reduces pain.",
        "Vaccines prevent measles. Vaccines protect children.",
        "Meet Anna. She had gout.",
        "My therapist helped me.",
        "Our team treats asthma as a chronic disease.",
        "We treat pneumonia with antibiotics in hospital.",
        "Ashwagandha eases stress. Ashwagandha reduces worry.",
        "Try Pilates for back pain.",
        "Book your appointment with your GP. We treat asthma as an illness of the airways.",
    ],
)
def test_no_product_is_made_of(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("goods", ["device", "app", "tea", "lamp", "oil", "tracker", "honey", "drops"])
def test_goods_are_known_by_our_before_their_name(goods: str) -> None:
    text = f"Our Corvallo {goods} cures gout. It is small."
    assert found(text) == ["Corvallo"]
    assert flags_of(DISEASE, text)


@pytest.mark.parametrize(
    "text",
    [
        "Corvallo cures gout. Corvallo also prevents stroke.",
        "Corvallo treats gout. Many like it.\n\nCorvallo prevents flares.",
        "[Have a look](https://www.example.com/products/corvallo).\n\nCorvallo eases arthritis.",
        "![Corvallo capsules](a.jpg)\n\nThese capsules ease arthritis. Order now.",
        "Meet Corvallo™. It ends back pain.",
        "Try Corvallo™ for back pain today.",
        "Try Corvallo for arthritis.",
        "Meet Corvallo, the tea that ends gout.",
        "Introducing Corvallo: arthritis relief in a bottle.",
        "Our Corvallo headband ends migraine.",
        "Say hello to Corvallo®. Your gout is over.",
    ],
)
def test_a_name_is_found_by_what_it_does_its_address_its_picture_or_a_call(text: str) -> None:
    assert found(text) == ["Corvallo"]
    assert flags_of(DISEASE, text)


@pytest.mark.parametrize(
    "text",
    [
        "Our clinic cures back pain with needles.",
        "Our coaching reverses diabetes. Book a call.",
        "My sessions end migraine. Book a free call.",
        "The Lindfield Clinic treats arthritis with ozone. Book your appointment online.",
        "At Harbour Physio we cure back pain. Book now.",
        "We treat diabetes with diet at our practice.",
        "Our acupuncturists relieve hay fever. Prices from £40.",
        "Green Door Wellness heals eczema with salt rooms. Book online.",
    ],
)
def test_a_service_is_sold_like_goods_and_asked_for_no_statement(text: str) -> None:
    assert found(text)
    assert flags_of(DISEASE, text)
    assert not flags_of("missing-disclaimer", text)


def test_the_statement_is_not_asked_for_where_a_service_claims_a_function() -> None:
    text = "Our clinic helps you sleep better and move more freely. Book now."
    assert flags_of("product-claim-unsupported", text)
    assert not flags_of("missing-disclaimer", text)


@pytest.mark.parametrize("text", ["I read the book.", "The first session hurt.", "Visits from £ to €.", "5 pence."])
def test_words_of_bookings_and_money_alone_tell_of_neither(text: str) -> None:
    assert not own_offers.books(text)
    assert not has_price(text)


@pytest.mark.parametrize(
    "text", ["BOOK NOW", "Your Initial consultation is free.", "Sessions at €40.", "Prices from 4."]
)
def test_each_way_of_taking_bookings_is_known(text: str) -> None:
    assert own_offers.books(f"We are open. {text}")


@pytest.mark.parametrize(
    "text", ["$ 5", "Only £7.", "20 Dollars", "4 euro", "9 POUNDS", "6 pound\u017f", "8 USD", "8 gbp"]
)
def test_each_way_of_naming_a_price_is_known(text: str) -> None:
    assert has_price(f"We are open. {text}")
