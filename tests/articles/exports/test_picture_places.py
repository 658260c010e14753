"""Which picture of an archive a post means."""

from __future__ import annotations

import pytest

from articles.exports.picture_places import Places, embeds_as_pictures

FILES = (
    "content/posts/zinc/dish.png",
    "content/posts/dish.png",
    "static/images/2019/Zinc Lozenge.JPG",
    "wp-content/uploads/2019/05/zinc.jpg",
    "wp-content/uploads/2020/01/zinc.jpg",
    "attachments/Pasted image 20230101.png",
)
NONE = (
    *("gone.png", "../../../etc/passwd", "data:image/png;base64,x", "file:///etc/passwd", "javascript:x.png", "//"),
    *("/zinc.jpg", "https://elsewhere.example/dish.png", "http://[", "", "#top", "https://old.example/"),
)


@pytest.mark.parametrize("address", NONE)
def test_an_address_that_means_no_file_or_two_of_them_means_none(address: str) -> None:
    assert Places(FILES).find(address, post="content/posts/zinc/index.md") is None


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("dish.png", 0),
        ("./dish.png", 0),
        ("../dish.png", 1),
        ("/images/2019/zinc%20lozenge.jpg?w=3#a", 2),
        ("https://old.example/wp-content/uploads/2019/05/zinc.jpg", 3),
        ("/2020/01/zinc.jpg", 4),
        ("/Pasted%20image%2020230101.png", 5),
    ],
)
def test_the_file_is_found_as_other_systems_serve_it(address: str, file: int) -> None:
    assert Places(FILES).find(address, post="content/posts/zinc/index.md") == FILES[file]


def test_pictures_of_obsidian_become_those_of_markdown() -> None:
    text = "![[Pasted image 1.png]] ![[a/z.jpg|Zinc in a dish]] ![[z.png|300x200]] ![[note]] ![x](<my z.png>) [[z.png]]"
    assert embeds_as_pictures(text) == (
        "![](/Pasted%20image%201.png) ![Zinc in a dish](/a/z.jpg) ![](/z.png) ![[note]] ![x](my%20z.png) [[z.png]]"
    )
