"""Products on record and products recognised by how selling is worded."""

from __future__ import annotations

import pytest

from evidence.reading import documents
from evidence.selling import weighed
from evidence.selling.discovery import mentions
from evidence.selling.offers import is_commercial
from tests.evidence.judging import TEA


@pytest.mark.parametrize(
    "text",
    [
        "Vitamin D Supplements help with rickets.",
        "The World Health Organization supports vaccination.",
        "PubMed is a database.",
        "Our bodies need oils and vitamins.",
        "Our understanding of the immune system is young.",
        "Honey is a natural supplement.",
    ],
)
def test_it_finds_no_product_in_plain_prose(text: str) -> None:
    assert mentions(documents.read(text, "text")) == ()


def test_it_finds_maker_and_name_in_an_apposition() -> None:
    text = "Night Owl, Hill Farm Women’s Health Magnesium Supplement promotes sleep. Our combination calms nerves."
    [mention] = mentions(documents.read(text, "text"))
    assert (mention.name, mention.seller, mention.sentences, mention.own) == ("Night Owl", "Hill Farm", (0, 1), True)


def test_a_recorded_product_is_found_by_every_name_it_has() -> None:
    [mention] = mentions(documents.read("I like CALM TEA. It is warm.", "text"), [TEA])
    assert (mention.key, mention.seller, mention.sentences, mention.own) == ("calm-tea", "Hill Farm", (0, 1), True)


def test_a_part_of_a_longer_word_is_no_name() -> None:
    assert mentions(documents.read("Calm Teapots are sold here.", "text"), [TEA]) == ()


def test_a_new_paragraph_ends_the_talk_of_a_product() -> None:
    [mention] = mentions(documents.read("Calm Tea is warm.\n\nIt rained.", "text"), [TEA])
    assert mention.sentences == (0,)


def test_addresses_of_shops_are_told_from_others() -> None:
    assert is_commercial("https://example.com/products/tea")
    assert not is_commercial("https://example.org/health/tea")


# --- What the page gives away --------------------------------------------------------------------------------

SHOP = """# Marrowfen

Marrowfen is what our shop is known for. It keeps joints supple.

{sentence}

[Buy Marrowfen now](https://shop.example/products/marrowfen)
"""


def found_on(text: str) -> dict[str, tuple[int, ...]]:
    return {mention.name: mention.sentences for mention in mentions(documents.read(text, "markdown"))}


def test_a_plain_name_is_no_product_where_nothing_is_sold() -> None:
    assert found_on("# Marrowfen\n\nMarrowfen is a village in the hills. It helps to bring boots.") == {}


@pytest.mark.parametrize(
    "sentence", ["It rained all week.", "Arthritis affects millions.", "It is true that joints ache."]
)
def test_a_sentence_on_something_else_is_not_of_the_product(sentence: str) -> None:
    assert 2 not in found_on(SHOP.format(sentence=sentence))["Marrowfen"]


@pytest.mark.parametrize(
    "sentence",
    [
        "It puts an end to gout.",
        "The capsules ease stiff knees.",
        "Our capsules ease stiff knees.",
        "- Treats asthma.",
        "Say goodbye to gout.",
        '"My gout is history." – Harold, 71',
    ],
)
def test_a_plain_name_is_found_with_what_goes_on_about_it(sentence: str) -> None:
    assert 2 in found_on(SHOP.format(sentence=sentence))["Marrowfen"]


def test_it_means_the_disease_once_the_talk_is_of_that() -> None:
    text = SHOP.format(sentence="Marrowfen is new. Arthritis is a common disease. It causes pain in the joints.")
    assert found_on(text)["Marrowfen"] == (0, 1, 2, 5)


@pytest.mark.parametrize("sentence", ["Two weeks, and the rash on his elbows was gone.", "Asthma cured in a month."])
def test_on_the_page_of_one_product_a_claim_without_its_name_is_of_it(sentence: str) -> None:
    assert 2 in found_on(SHOP.format(sentence=sentence))["Marrowfen"]


def test_where_two_products_are_sold_a_claim_without_a_name_is_of_neither() -> None:
    page = SHOP.format(sentence="Two weeks, and the rash on his elbows was gone.")
    text = f"{page}\nBuy Oatberra now: it costs $12.\n"
    assert all(2 not in places for places in found_on(text).values())


def test_a_word_of_the_name_alone_speaks_of_what_the_product_is_made_of() -> None:
    text = SHOP.format(sentence="Silk relieves eczema.").replace("Marrowfen", "Marrowfen Silk")
    assert all(2 not in places for places in found_on(text).values())


def test_a_name_that_leads_a_list_is_a_product() -> None:
    assert found_on("Brandol:\n\n- Treats asthma.\n- Cures arthritis.\n") == {"Brandol": (0, 1, 2)}


def test_a_price_beside_a_name_makes_a_product() -> None:
    assert "Oatberra" in found_on("Oatberra costs $21 a box. The bars are baked in Oregon.")


def test_our_capsules_beside_a_product_on_record_are_that_product() -> None:
    text = "Calm Tea is new.\n\nMany people asked. Nobody knew.\n\nOur capsules hold ginger."
    [mention] = mentions(documents.read(text, "text"), [TEA])
    assert (mention.key, mention.sentences) == ("calm-tea", (0, 3))


def test_every_sentence_of_an_advertisement_is_of_its_product() -> None:
    document = documents.read(
        "## No more gout\n\nSleep well.\n\n| Gout | gone |\n|---|---|\n", "markdown", advertisement=True
    )
    [mention] = mentions(document, [TEA], "calm-tea")
    assert len(mention.sentences) == len(document.sentences) > 1


def test_products_set_against_each_other_are_found_though_one_is_an_ordinary_word() -> None:
    text = (
        "# Acorn vs Garden Row: Which Probiotic Is Better?\n\nAcorn contains 24 strains. Acorn ships each month. "
        "Garden Row is cheaper. Acorn vs Garden Row on price: use code HOME for 10% off.\n"
    )
    assert {"Acorn", "Garden Row"} <= {mention.name for mention in mentions(documents.read(text, "markdown"))}


def test_a_technology_inside_the_goods_is_no_product() -> None:
    text = "ViaCap delivery is new. ViaCap helps the capsule last. Our capsules cost $5."
    assert "ViaCap" not in {mention.name for mention in mentions(documents.read(text, "text"))}


def test_a_call_right_before_the_name_belongs_to_the_product() -> None:
    [mention] = mentions(documents.read("No more thrush! Calm Tea is here.", "text"), [TEA])
    assert mention.sentences == (0, 1)
    [mention] = mentions(documents.read("Thrush is common. Calm Tea is here.", "text"), [TEA])
    assert mention.sentences == (1,)


@pytest.mark.parametrize(
    "text",
    [
        "The Gamedrome One X costs $500. It is the most powerful console ever. The One X weighs eight pounds.",
        "The Skoderan costs $20,000. Our family loves the Skoderan. The Skoderan has four doors.",
    ],
)
def test_goods_that_have_nothing_to_do_with_health_are_none_of_ours(text: str) -> None:
    assert found_on(text) == {}


def test_a_maker_is_found_though_nobody_wrote_the_name_with_capitals() -> None:
    text = "We like the zuvi organics protein powder for its taste. The nature labs powder is not it. [Shop](https://a.example/shop)"
    assert list(found_on(text)) == ["zuvi organics"]


@pytest.mark.parametrize(
    "text",
    [
        "Buy now at our shop. She explains it in her book, [The Long Winter Bowl](https://www.amazon.com/dp/1).",
        "Free shipping! I host the podcast [Quiet Kidneys](https://www.amazon.com/dp/3) on Mondays.",
        "Order now. [Bread and Bones](https://www.amazon.com/dp/2) by Ada Plum is a cookbook.",
    ],
)
def test_what_is_read_or_heard_is_none_of_the_goods(text: str) -> None:
    assert not [row.name for row in mentions(documents.read(text, "markdown")) if row.name.istitle()]


def test_a_book_that_is_sold_for_what_it_does_is_one_of_them() -> None:
    text = (
        "Gutfree Reset is our book. Gutfree Reset cures colitis. Gutfree Reset heals ulcers.\n\n"
        "[Buy Gutfree Reset now](https://shop.example/products/gutfree-reset)"
    )
    assert "Gutfree Reset" in [row.name for row in mentions(documents.read(text, "markdown"))]


_SIGNS = (
    "Buy Marrowfen now.",
    "Our Marrowfen sits on the shelf.",
    "Marrowfen costs $ 20.",
    "Marrowfen vs Corvallo, side by side.",
    "Marrowfen:",
    "- Treats asthma.",
    "Marrowfen capsules ease colds.",
    "I took Marrowfen in May.",
    "A bottle of Marrowfen.",
    "Marrowfen soothes throats.",
    "# Marrowfen",
    "[Marrowfen](https://a.example/item/marrowfen)",
    "The bus takes 5 euros.",
)
"""Lines that speak for a name in one way each."""


@pytest.mark.parametrize("sign", _SIGNS)
def test_a_page_passed_over_for_want_of_a_telling_sign_has_no_product(sign: str) -> None:
    for other in _SIGNS:
        document = documents.read(f"{sign}\n\n{other}", "markdown")
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(weighed, "_tells", lambda _: True)
            looked_through = weighed.weighed(document, sold=False)
        assert weighed.weighed(document, sold=False) == looked_through, other


BUY = "\n\n[Buy Marrowfen now](https://s.example/products/marrowfen)\n"


def test_each_item_below_words_that_announce_what_goods_do_is_theirs() -> None:
    page = "Marrowfen gives you:\n\n- Glowing skin\n- A flat belly\n- Deep sleep\n"
    [mention] = mentions(documents.read(page + BUY))
    assert len(mention.sentences) >= 4


def test_a_list_beside_goods_is_not_all_theirs() -> None:
    page = "- A machine like [Marrowfen](https://s.example/products/marrowfen) is cheap\n- Deep sleep\n- Lean muscles\n"
    other = "\n[Buy Corvallo now](https://s.example/products/corvallo)\n"
    assert found_on(page + BUY + other)["Marrowfen"] == (0, 3)


def test_a_heading_of_a_page_that_sells_names_the_goods_before_what_they_are_for() -> None:
    page = "### Fenwick Portable Leg Massager for Circulation & Pain Relief\n\nIt is blue.\n\nCheck price at $30.\n"
    names = [one.name for one in mentions(documents.read(page))]
    assert names == ["Fenwick Portable Leg Massager"]


@pytest.mark.parametrize(
    "heading", ["Best Leg Massager for Circulation", "Overall, Tamer Blend", "Oils+For+Pain Relief"]
)
def test_a_heading_that_names_a_kind_or_an_address_names_no_goods(heading: str) -> None:
    page = f"### {heading}\n\nIt has three modes.\n\nCheck price at $30.\n"
    assert not mentions(documents.read(page))
