from __future__ import annotations

import pytest

from evidence.reading.documents import read


def said(block):
    document = read(f"# Zinc\n\nSleep is good.\n\n{block}\n\nLast words stand here.\n", "markdown")
    assert all(document.text[one.start : one.end] == one.text for one in document.sentences)
    assert document.sentences[-1].text == "Last words stand here."
    return [(sentence.text, sentence.place) for sentence in document.sentences[1:-1]]


@pytest.mark.parametrize(
    ("block", "prose"),
    [
        ("<style>p { color: red }</style> Honey prevents cancer.", "Honey prevents cancer."),
        ("<div hidden>Tea.</div> Honey prevents cancer.", "Honey prevents cancer."),
        ('<div class="hidden-gem">Honey prevents cancer.</div>', "cancer."),
        ('<div data-hidden="1">Honey prevents cancer.</div>', "cancer."),
        ("<script>\nHoney prevents cancer.", "Honey prevents cancer."),
        ("<div hidden>\nHoney prevents cancer.", "Honey prevents cancer."),
        ("<div>\nHoney prevents cancer.\n</div>", "Honey prevents cancer."),
        ("%% Honey prevents cancer.", "%% Honey prevents cancer."),
        ("Prices rose 5 %% in May.", "Prices rose 5 %% in May."),
        ("%% Tea. %% Honey prevents cancer.", "%% Tea. %% Honey prevents cancer."),
        ("{/* Honey prevents cancer.", "{/* Honey prevents cancer."),
        ("{/*\nTea.\n*/} Honey prevents cancer.", "Honey prevents cancer."),
        ('<p title="a hidden gem">Honey prevents cancer.</p>', "cancer."),
        ("<div data-a='x hidden y'>Honey prevents cancer.</div>", "cancer."),
        ("<p title=\" style='display:none' \">Honey prevents cancer.</p>", "cancer."),
        ('<p style="max-display: none">Honey prevents cancer.</p>', "cancer."),
        ('<p style="display: none; display: block">Honey prevents cancer.</p>', "cancer."),
        ('<div hidden style="display: flex">Honey prevents cancer.</div>', "cancer."),
        ('<img alt="a" hidden> Honey prevents cancer.', "cancer."),
        ("<br hidden>\nHoney prevents cancer.", "cancer."),
        ("<dialog open>Honey prevents cancer.</dialog>", "cancer."),
        ("<dialog>\nHoney prevents cancer.", "Honey prevents cancer."),
        ("<svg>\nHoney prevents cancer.", "Honey prevents cancer."),
        ("<!-- Tea.\n\nHoney prevents cancer.", "Honey prevents cancer."),
        ("<!-->\nHoney prevents cancer.\n-->", "Honey prevents cancer."),
        ("<!--->\nHoney prevents cancer.\n-->", "Honey prevents cancer."),
        ("<!-- Tea. --!>\nHoney prevents cancer.\n-->", "Honey prevents cancer."),
        ("<!--\nTea.\n--!>\nHoney prevents cancer.\n-->", "Honey prevents cancer."),
        ("<!--\nTea.\n--> Honey prevents cancer.", "Honey prevents cancer."),
        ("<!--\nTea.\n--> Honey prevents cancer. <!-- -->", "Honey prevents cancer."),
    ],
)
def test_words_that_readers_see_stay_prose(block, prose):
    found = said(block)
    assert all(place == "" for _, place in found)
    assert prose.split()[-1] in " ".join(text for text, _ in found)


@pytest.mark.parametrize(
    "block",
    [
        '<style>p::after { content: "Honey prevents cancer." }</style>',
        '<style type="text/css">\n/* Honey prevents cancer. */\n\np { color: red }\n</style>',
        "<template>Honey prevents cancer.</template>",
        "<svg><title>Honey prevents cancer.</title><path d='M0 0'/></svg>",
        '<svg viewBox="0 0 9 9">\n<title>Honey prevents cancer.</title>\n\n<text>Milk.</text>\n</svg>',
        "<template id='a'>\n<p>Honey prevents cancer.</p>\n\n</template>",
        "<STYLE>\n.a { color: red }\n</STYLE>",
        '<script>\nconst said = "Honey prevents cancer.";\n</script>',
        '<script type="application/ld+json">\n{"text": "Honey prevents cancer."}\n</script>',
        '<script src="a.js"></script>',
        "<div hidden>Honey prevents cancer.</div>",
        "<div hidden>\n\nHoney prevents cancer.\n\n</div>",
        '<div class="a" hidden="hidden">\n<div>Tea.</div>\nHoney prevents cancer.\n</div>',
        '<div style="display: none">\nHoney prevents cancer.\n</div>',
        "<p hidden>Honey prevents cancer.</p>",
        "<main hidden>\nHoney prevents cancer.\n</main>",
        "<h2 hidden>Honey prevents cancer.</h2>",
        '<footer style="display :  none">Honey prevents cancer.</footer>',
        "<figure hidden><figcaption>Honey prevents cancer.</figcaption></figure>",
        "<my-note hidden>Honey prevents cancer.</my-note>",
        '<dialog title="not open yet">Honey prevents cancer.</dialog>',
        "<dialog>Honey prevents cancer.</dialog>",
        '<dialog class="open" id="a">\n\nHoney prevents cancer.\n\n</dialog>',
        '<section style="color:red;visibility:hidden">\nHoney prevents cancer.\n</section>',
        '```python title="Honey prevents cancer."\nx = 1\n```',
        "~~~ Honey prevents cancer.\nx = 1\n~~~",
    ],
)
def test_nothing_is_read_from(block):
    assert said(block) == []


@pytest.mark.parametrize(
    "block",
    [
        "~~~~ {.text}\nHoney prevents cancer.\n~~~~",
        "```text\nHoney prevents cancer.\n```",
        "```{r, echo=FALSE}\nHoney prevents cancer.\n```",
        '``` {.markdown title="A note"}\nHoney prevents cancer.\n```',
        "```{python}\n#| echo: false\n#| label: fig-a\nHoney prevents cancer.\n```",
        "```{ojs}\n//| echo: false\nHoney prevents cancer.\n```",
        "%% Honey prevents cancer. %%",
        "%%Honey prevents cancer.%%",
        "{/* Honey prevents cancer. */}",
        "{/*Honey prevents cancer.*/}",
        "{/*\nHoney prevents cancer.\n*/}",
        "{/*\n\nTea.\n\nHoney prevents cancer.\n\n*/}",
        "%%\nHoney prevents cancer.\n%%",
        "%%\n\nTea.\n\nHoney prevents cancer.\n\n%%",
        "<!-- Honey prevents cancer. -->",
        "<!--- Honey prevents cancer. --->",
        "<!--\nHoney prevents cancer.\n-->",
        "<!--\n\nTea.\n\nHoney prevents cancer.\n\n-->",
    ],
)
def test_a_claim_in_code_or_a_comment_is_read_without_its_marks(block):
    assert said(block) == [("Honey prevents cancer.", "code")]


def test_words_among_the_options_of_a_block_of_code_are_read():
    ((words, place),) = said("```{r}\n#| note: Honey prevents cancer.\nx\n```")
    assert ("Honey prevents cancer" in words, place) == (True, "code")
