"""What makes the desk light leaves the words of people as they are."""

from __future__ import annotations

from django.http import HttpResponse

from articles.newsroom.page_weight import tighten

PAGE = """<body
          class="a">
    <main>
      <p>Two
         lines</p>
      <textarea>
  Kept

    as it is
</textarea>
    </main>
    <style>
        a { b: c }
    </style>
</body>"""


def test_only_the_indentation_goes() -> None:
    response = HttpResponse(PAGE)
    tighten(response)
    assert response.content.decode() == (
        '<body\nclass="a">\n<main>\n<p>Two\n         lines</p>\n'
        "<textarea>\n  Kept\n\n    as it is\n</textarea>\n    </main>\n<style>\na { b: c }\n</style>\n</body>"
    )


def test_a_page_without_a_main_part_stays_a_page() -> None:
    response = HttpResponse("<p>a</p>\n   <p>b</p>")
    tighten(response)
    assert response.content == b"<p>a</p>\n<p>b</p>"
