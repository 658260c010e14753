"""Texts that would take more than linear time, were a pattern or a loop of the engine or the renderer careless.

A shape is a head, a unit said over and over, and a tail. `{i}` in a unit is a number that counts up, `{l}` a word of
letters that counts up. Most come from what has brought Markdown parsers, HTML parsers and expressions down elsewhere
(cmark's pathological tests, commonmark.js, reports on ReDoS); the others from what this engine looks for.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

LIST = "\n\n## References\n\n"


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of text; `text(size)` is about so many characters long."""

    name: str
    unit: str
    head: str = ""
    tail: str = ""

    def text(self, size: int) -> str:
        if "{i}" not in self.unit and "{l}" not in self.unit:
            return self.head + self.unit * max(1, size // len(self.unit)) + self.tail
        parts, length = [self.head], 0
        for number in count(1):
            part = self.unit.replace("{i}", str(number)).replace("{l}", _letters(number))
            parts.append(part)
            length += len(part)
            if length >= size:
                return "".join([*parts, self.tail])
        raise AssertionError


def _letters(number: int) -> str:
    word = ""
    while number:
        number, rest = divmod(number, 26)
        word += chr(97 + rest)
    return word.capitalize()


@dataclass(frozen=True, slots=True)
class Nest(Shape):
    """Openings, something within, and as many closings: `unit` opens, `tail` closes, `head` is within."""

    def text(self, size: int) -> str:
        times = max(1, size // (len(self.unit) + len(self.tail)))
        return self.unit * times + self.head + self.tail * times


@dataclass(frozen=True, slots=True)
class Listed(Shape):
    """A text of `unit`, half as long, and below it a list of works of `tail`, the other half."""

    def text(self, size: int) -> str:
        return Shape("", self.unit, self.head, LIST).text(size // 2) + Shape("", self.tail).text(size // 2)


def _nest(name: str, opening: str, within: str, closing: str) -> Shape:
    return Nest(name, opening, within, closing)


BRACKETS = (
    Shape("open brackets", "["),
    Shape("open images", "!["),
    Shape("open brackets with words", "[a "),
    Shape("bracket and number", "[1"),
    Shape("one bracket and endless numbers", "1-", head="["),
    Shape("one bracket and endless numbers with commas", "1,", head="["),
    Shape("one bracket and endless keys", "@a;", head="["),
    Shape("closed number markers", "[1]"),
    Shape("closed number markers with spaces", "Milk helps [1] [2-5] "),
    Shape("ranges far apart", "[1-999]"),
    Shape("open links", "[a]("),
    Shape("open links with angle", "[a](<b"),
    Shape("open references", "[a]["),
    Shape("open notes", "[^"),
    Shape("notes without a text", "[^{i}] "),
    Shape("notes with a text", "Milk helps.[^{i}]\n\n[^{i}]: Bell A. Milk. 2012.\n\n"),
    Shape("inline notes", "^[a "),
    Shape("keys", "[@a{i}; @b{i}] "),
    Shape("keys all alike", "[@a; @b] "),
    Shape("keys and words", "Milk helps [@a{i}; @b{i}]. "),
    Shape("keys with locators", "[see @a{i}, p. {i}; also @b{i}, ch. 2] "),
    Shape("keys in one bracket", "@a{i}; ", head="[", tail="@b]"),
    Shape("bare keys", "@key{i} "),
    Shape("bare keys with locators", "@key{i} [p. {i}] "),
    Shape("bare keys with stops", "@key.:", head="Milk "),
    Shape("keys and open brackets", "[@a{i} "),
    Shape("notes that only cite", "[^{i}]\n\n[^{i}]: [@a{i}]\n\n"),
    Shape("notes that only cite, with words", "Milk helps.[^{i}]\n\n[^{i}]: [@a{i}]. [@b{i}].\n\n"),
    Shape("one note under many marks", "Milk helps.[^a] ", tail="\n\n[^a]: Bell A. Milk. 2012.\n"),
    Shape("one citing note under many marks", "Milk helps.[^a] ", tail="\n\n[^a]: [@a; @b]\n"),
    Shape("notes in notes", "[^{i}]: Milk helps.[^{i}] More.[^1{i}]\n\n", head="Milk.[^1]\n\n"),
    Shape("open notes under a note", "[^", head="Milk.[^a]\n\n[^a]: Bell A. Milk. 2012.\n\n"),
    Shape("open notes with words under a note", "[^b", head="[^a]: Bell A. Milk. 2012.\n\n"),
    Shape("notes without a text under a note", "[^{i}] ", head="Milk.[^a]\n\n[^a]: Bell A. Milk. 2012.\n\n"),
    Shape("texts of notes without a mark", "[^{i}]: Bell A. Milk. 2012.\n\n"),
    Shape("texts of notes, line by line", "[^{i}]: Bell A. Milk. 2012.\n", head="Milk.[^1]\n\n"),
    Shape("link definitions", "[a{i}]: http://a.example/{i}\n"),
    Shape("link definitions all alike", "[a]: u\n"),
    Shape("link definitions with titles", '[a{i}]: http://a.example/{i} "Milk {i}"\n'),
    Shape("link definitions with open titles", '[a{i}]: u "b\n'),
    Shape("link definitions with open labels", "[a\n"),
    Shape("link definitions over lines", "[a{i}]:\nu\n"),
    Shape("link definitions with angles", "[a{i}]: <u\n"),
    Shape("link definitions in quotations", "> [a{i}]: u\n"),
    Shape("link definitions and their uses", "[Milk][a{i}] [a{i}]\n\n[a{i}]: u\n\n"),
    Shape("uses of link definitions", "[a][b] ", tail="\n\n[b]: http://a.example\n"),
    Shape("closing brackets", "]"),
    Shape("closing brackets and parentheses", "]("),
    Shape("parentheses", "("),
    Shape("author parentheses", "(Bell et al., "),
    Shape("author years", "(Bell & Coe, 2012; "),
    Shape("author years, many families", "{l} (2012) found milk. "),
    _nest("nested brackets", "[", "a", "]"),
    _nest("nested links", "[", "a", "](u)"),
    _nest("nested images", "![", "a", "](u)"),
    _nest("nested parentheses", "(", "a", ")"),
    _nest("nested parentheses in a link", "(", "a", ")"),
)
EMPHASIS = (
    Shape("stars", "*"),
    Shape("stars and words", "*a "),
    Shape("double stars and words", "**a "),
    Shape("stars and low lines", "*a_ "),
    Shape("low lines", "_"),
    Shape("low lines and words", "_a "),
    Shape("closing stars", "a* "),
    Shape("mixed runs", "a**b"),
    Shape("three and two", "***a** "),
    Shape("alternating", "*a **a "),
    _nest("nested strong", "*a **a ", "b", "** a* "),
    Shape("tildes", "~a "),
    Shape("carets", "^a "),
    Shape("backticks", "`"),
    Shape("backticks of many lengths", "`a``b```c"),
    Shape("backticks and words", "`a "),
    Shape("back strokes", "\\"),
    Shape("escaped brackets", "\\["),
    Shape("quotation marks", '"'),
    Shape("curly quotation marks", "\u201ca "),
    Shape("closing curly quotation marks", "a\u201d "),
    Shape("apostrophes", "'a "),
)
BLOCKS = (
    Shape("equal headings", "## Sleep\n\n"),
    Shape("headings that count up", "## Sleep {i}\n\n"),
    Shape("headings under words", "Sleep\n---\n"),
    Shape("headings and one sentence", "## Sleep\n\nMilk helps babies sleep.\n\n"),
    Shape("quotation marks of blocks", ">"),
    Shape("quoted lines", "> a\n"),
    Shape("ever deeper quotations", "> > > > a\n"),
    Shape("list items", "- a\n"),
    Shape("list items with space", "- a\n\n"),
    Shape("empty list items", "-\n"),
    Shape("one line of dashes and spaces", "- "),
    Shape("numbered items", "{i}. Milk helps babies sleep.\n"),
    Shape("deeper and deeper items", "  - a\n"),
    Shape("one line of numbers", "1. "),
    Shape("table rows", "| a | b |\n", head="| a | b |\n|---|---|\n"),
    Shape("one table row", "|a", head="|a|b|\n|---|---|\n"),
    Shape("many tables", "| a | b |\n|---|---|\n| a | b |\n\n"),
    Shape("wide tables", "|-", head="|a\n"),
    Shape("fences", "```\n"),
    Shape("fences of many lengths", "````a\n```\n"),
    Shape("divs of Pandoc", "::: a\n"),
    Shape("rules", "---\n"),
    Shape("front matter without an end", "a{i}: b\n", head="---\n"),
    Shape("front matter with a list", "- a\n", head="---\na:\n", tail="---\nMilk helps.\n"),
    Shape("blank lines", "\n"),
    Shape("spaces", " "),
    Shape("tabs", "\t"),
    Shape("spaces and lines", "a \n \n"),
    Shape("shortcodes", "{{< a "),
    Shape("braces", "{"),
    Shape("double percent signs", "%%"),
    Shape("open comments of Obsidian", "%% a\n\n"),
    Shape("comments of Obsidian", "Milk helps. %% Milk helps. %% "),
    Shape("open comments of MDX", "{/* a\n\n"),
    Shape("open comments of MDX, closed within a line", "{/* a\n\n", tail="*/} Milk helps."),
    Shape("comments of MDX", "Milk helps. {/* Milk helps. */} "),
    Shape("open drawings", "<svg>\n\n"),
    Shape("comments in one line", "Milk helps. <!-- Milk helps. --> "),
    Shape("drawings within sentences", "Milk <svg>a</svg> helps. "),
    Shape("drawings within sentences, closed far away", "Milk <svg> helps. ", tail="</svg>"),
    Shape("hidden words opened twice", "Milk <b hidden><b hidden>a</b> helps. "),
    Shape("comments within sentences", "Milk {/* a */} helps "),
    Shape("attributes", "{.a "),
    Shape("formulas", "$a "),
    Shape("formula blocks", "$$\n"),
)
MARKUP = (
    Shape("open divs", "<div>"),
    Shape("open divs with text", "<div>a "),
    Shape("closing divs", "</div>"),
    _nest("nested divs", "<div>", "Milk helps babies sleep.", "</div>"),
    _nest("nested spans", "<span>", "Milk helps babies sleep.", "</span>"),
    Shape("open paragraphs", "<p>a"),
    Shape("open list items", "<ul><li>a"),
    Shape("open tables", "<table><tr><td>a"),
    Shape("open cells", "<td>a", head="<table><tr>"),
    Shape("open emphasis", "<b><i>a"),
    Shape("open links in HTML", '<a href="#r{i}">a'),
    Shape("links to anchors", '<a href="#r{i}">{i}</a> ', tail='<ol><li id="r1">Bell A. Milk. 2012.</li></ol>'),
    Shape("anchors", '<li id="r{i}">Bell A. Milk. 2012.</li>', head="<ol>", tail="</ol>"),
    Shape("raised numbers", "Milk helps babies sleep.<sup>{i}</sup> "),
    Shape("open raised numbers", "<sup>1"),
    Shape("less-than signs", "<"),
    Shape("less-than signs and letters", "<a"),
    Shape("tag without an end", " a=b", head="<a"),
    Shape("attribute without an end", "a", head='<a b="'),
    Shape("open comments", "<!--"),
    Shape("open comments with dashes", "<!-- a -- "),
    Shape("instructions", "<?"),
    Shape("sections of characters", "<![CDATA["),
    Shape("declarations", "<!A "),
    Shape("ampersands", "&"),
    Shape("ampersands and letters", "&a"),
    Shape("number references", "&#"),
    Shape("entities", "&amp;"),
    Shape("open scripts", "<script>"),
    Shape("open styles", "<style>a"),
    Shape("tags of an unknown name", "<a{i}>"),
    Shape("one tag of many attributes", ' a{i}="b"', head="<p", tail=">Milk helps.</p>"),
)
WORDS = (
    Shape(
        "statements of the law and claims",
        "Sleepwell supports sleep. **These statements have not been evaluated by the Food and Drug Administration. "
        "This product is not intended to diagnose, treat, cure, or prevent any disease.** ",
        head="# Sleepwell\n\nOrder Sleepwell now. ",
    ),
    Shape("signs of illness", "thirst and pee and loo and breathless swollen sneezing ", head="Order Sleepwell now. "),
    Shape(
        "turns of phrase", "Sleepwell is back on hand at face value with no bitter fishy ", head="Order Sleepwell now. "
    ),
    Shape("what is ours", "our our our clinic app Sleepwell ", head="Order Sleepwell now. "),
    Shape("goods among works", "\n- Sleepwell{i} cures gout, $29 https://shop.example/products/x{i}", head=LIST),
    Shape("names that heal", "Sleepwell{i} cures gout. Sleepwell{i} ends it. "),
    Shape("advice of doctors", "doctors and dr Smith at the clinic recommend and "),
    Shape("one endless word", "a"),
    Shape("one endless word of capitals", "A"),
    Shape("one endless number", "1"),
    Shape("full stops", "."),
    Shape("full stops and spaces", ". "),
    Shape("initials", "A. "),
    Shape("abbreviations", "e.g. "),
    Shape("hyphens between words", "a-"),
    Shape("hyphens and digits", "1-"),
    Shape("commas", "a, "),
    Shape("colons", "a: "),
    Shape("strokes", "a/"),
    Shape("addresses", "https://a.example/{i} "),
    Shape("one endless address", "a/", head="https://a.example/"),
    Shape("open addresses", "http://"),
    Shape("mail signs", "a@"),
    Shape("mail addresses", "a.b@c."),
    Shape("identifiers", "10.1000/x{i} "),
    Shape("open identifiers", "10."),
    Shape("endless identifier", "a.", head="10.1000/"),
    Shape("capitals and spaces", "Bell Coe "),
    Shape("words with capitals that differ", "{l} "),
    Shape("names with and", "Bell and "),
    Shape("et al.", "et al. "),
    Shape("percent signs", "12% of 40, "),
    Shape("confidence intervals", "95% CI 1 to "),
    Shape("numbers and spaces", "1 "),
    Shape("numbers with points", "1.2."),
    Shape("sentences all alike", "Zinc lozenges shorten colds by a third. "),
    Shape("lines all alike", "Zinc lozenges shorten colds by a third\n"),
    Shape("one sentence of claims", "zinc lozenges shorten colds, "),
    Shape("one sentence of studies", "a 2015 trial of 241 women found that "),
    Shape("questions", "Does zinc help? "),
    Shape("quotations", '"Zinc helps," said Bell. '),
    Shape("products", "Buy SleepWell Plus {i} now. "),
    Shape("trade marks", "SleepWell\u00ae "),
    Shape("product names by capitals", "SleepWell Bell Plus "),
    Shape("soft hyphens", "a\u00ad"),
    Shape("joined letters", "a\u200d"),
    Shape("marks on one letter", "\u0301", head="a"),
    Shape("letters that look alike", "\u0430a "),
    Shape("marks of direction", "\u202ea"),
    Shape("letters of many scripts", "\u4e2d\u0431a "),
    Shape("words of another language", "der Schlaf ist gut und "),
    Shape("surrogates", "\U0001f600"),
    Shape("unseen ends of lines", "a\u2028"),
)
LISTED = (
    Shape("authors in one reference", "A. ", head=f"Milk helps.{LIST}1. ", tail="Milk. J Milk. 2012;1:2.\n"),
    Shape("authors with families in one reference", "Bell A, ", head=f"Milk helps.{LIST}1. ", tail="Milk. 2012.\n"),
    Shape("authors with ands in one reference", "Bell, A., & ", head=f"Milk helps.{LIST}1. ", tail="(2012). Milk.\n"),
    Shape("works", "{i}. Bell A, Coe B. Milk and sleep. J Milk. 2012;1(2):3-9.\n", head=f"Milk helps [1].{LIST}"),
    Shape(
        "remarks among works", "{i}. Bell A. Milk. J Milk. 2012;1:2.\n{i}. See the next section.\n", head=f"Milk.{LIST}"
    ),
    Shape("remarks of a list of notes", "{i}. We do not know why that is so.\n", head="Milk [1].\n\n## Notes\n\n"),
    Shape("notes of elements", '<p id="fn{i}">{i}. We do not know why that is so.</p>\n', head="Milk.<sup>1</sup>\n\n"),
    Shape("works that are all the same", "1. Bell A. Milk. J Milk. 2012;1(2):3-9.\n", head=f"Milk helps.{LIST}"),
    Shape("works by families", "- {l} A. Milk. J Milk. 2012.\n", head=f"{{l}} (2012) found milk.{LIST}"),
    Shape("years in one reference", "(2012) ", head=f"Milk helps.{LIST}1. Bell A. "),
    Shape("pages in one reference", "12-13, ", head=f"Milk helps.{LIST}1. Bell A. Milk. "),
    Shape("titles in one reference", "Milk. ", head=f"Milk helps.{LIST}1. Bell A. "),
    Shape("quotation marks in one reference", "\u201cMilk, ", head=f"Milk helps.{LIST}1. Bell A. "),
    Shape("brackets in one reference", "[Milk ", head=f"Milk helps.{LIST}1. Bell A. "),
    Shape("visits in one reference", "accessed 12 May 2012 ", head=f"Milk helps.{LIST}1. Bell A. "),
    Shape("addresses in one reference", "https://a.example/ ", head=f"Milk helps.{LIST}1. Bell A. "),
    Shape("reference headings", "## References\n\n1. Bell A. Milk. 2012.\n\n"),
    Shape("entries of BibTeX", "@article{a{i}, title={Milk}, author={Bell, A.}}\n"),
    Shape("open braces in BibTeX", "{", head="@article{a, title="),
    Shape("classes of a styled list", '<div class="csl-entry">Bell A. Milk. 2012.</div>\n', head='<div id="refs">'),
)
_WORK = "{i}. {l} A. Milk {i} and sleep. J Milk. 2012;{i}:1-9.\n"
BOTH = (
    Listed("numbers and works", "Milk {i} helps babies sleep [{i}]. ", tail=_WORK),
    Listed("one number and works", "Milk helps babies sleep [1]. ", tail=_WORK),
    Listed("families and works", "{l} (2012) found that milk helps. ", tail=_WORK),
    Listed("families spelt otherwise and works", "{l}mann (2012) found that milk helps. ", tail=_WORK),
    Listed(
        "long families spelt otherwise and works",
        "Qwertz{l}mann (2012) found milk. ",
        tail="{i}. Qwertz{l}munn A. Milk {i} and sleep. J Milk. 2012;{i}:1-9.\n",
    ),
    Listed("families without a year and works", "Dr {l}manning found that milk helps. ", tail=_WORK),
    Listed(
        "one family and its works",
        "Bell (2012) found that milk helps. ",
        tail="{i}. Bell A. Milk {i} and sleep. J Milk. 2012;{i}:1-9.\n",
    ),
    Listed(
        "one family and its works of other years",
        "Bell and colleagues found that milk helps. ",
        tail="{i}. Bell A, Coe B. Milk {i}. J Milk. 20{i};{i}:1-9.\n",
    ),
    Listed("titles and works", "Milk {i} and sleep shows that milk helps. ", tail=_WORK),
    Listed("studies and works", "A 2012 trial in J Milk found that milk helps. ", tail=_WORK),
    Listed("studies without a mark and works", "The trial found that milk helps. ", tail=_WORK),
    Listed("paragraphs of studies and works", "A trial found that milk helps.\n\nIt also found more.\n\n", tail=_WORK),
    Listed("claims and works", "Milk {i} shortens colds by a third. ", tail=_WORK),
    Listed("keys and works", "Milk helps babies sleep [@a{i}]. ", tail="[@a{i}]: {l} A. Milk {i}. J Milk. 2012.\n\n"),
    Listed("sentences in emphasis and works", "*Milk helps babies sleep [{i}]*. ", tail=_WORK),
    Listed("sentences that end in links and works", "Milk helps babies [sleep](https://a.example/{i}). ", tail=_WORK),
    Listed("headings that claim and works", "## Milk cures colds [{i}]\n\n", tail=_WORK),
    Listed("tables that claim and works", "| Milk | cures colds [{i}] |\n|---|---|\n| a | b |\n\n", tail=_WORK),
    Listed("keys and works of as many keys", "[@a{i}; @b{i}] ", tail="[@a{i}]: {l} A. Milk {i}. J Milk. 2012.\n\n"),
    Listed("notes and works", "Milk helps babies sleep.[^{i}] ", tail="[^{i}]: {l} A. Milk {i}. J Milk. 2012.\n\n"),
    Listed(
        "addresses and works",
        "Milk helps, [they say](https://a.example/{i}). ",
        tail="{i}. {l} A. Milk {i}. J Milk. 2012. https://a.example/{i}\n",
    ),
    Listed(
        "identifiers and works",
        "Milk helps (doi:10.1000/x{i}). ",
        tail="{i}. {l} A. Milk {i}. J Milk. 2012. doi:10.1000/x{i}\n",
    ),
    Listed("quotations and works", "> Milk helps babies sleep.\n\n{l}, 2012\n\n", tail=_WORK),
    Listed(
        "agencies and works",
        "The World Health Organization says that milk helps. ",
        tail="{i}. World Health Organization. Milk {i}. Geneva: WHO; 2012.\n",
    ),
    Listed("all works at once", "Milk helps babies sleep [1-60]. ", tail=_WORK),
    Listed("products and works", "SleepWell{i} Plus Powder helps babies sleep. Buy now. ", tail=_WORK),
    Listed("headings and works", "## Sleep {i}\n\nMilk helps babies sleep [{i}].\n\n", tail=_WORK),
    Listed("numbers that are missing", "Milk helps babies sleep [9{i}]. ", tail="1. Bell A. Milk. 2012.\n"),
)
SHAPES: tuple[Shape, ...] = (*BRACKETS, *EMPHASIS, *BLOCKS, *MARKUP, *WORDS, *LISTED, *BOTH)
