"""Thirty strings of our own for each kind of fault that references had, with what is right for each.

A case is (what is given, what should come out); `got` tells what comes out for a kind. Nobody's list stands here: names,
titles and journals are invented.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import product
from typing import Any

from citations import formats
from evidence import assess, open_document
from evidence.language import sentences
from evidence.reading import documents
from evidence.references.parsing import parse
from evidence.references.status_marks import CONCERN, RETRACTED
from tests.evidence.references import more_siblings as more

Case = tuple[Any, Any]

WORKS = (
    "Varga L. Zinc lozenges for colds in teachers. J Night Med. 2011;14(2):100-109.",
    "Ostrow B, Quill D. Honey and cough in toddlers. Acta Mellis. 2014;4(1):1-9.",
    "Pereira C. Sleep and memory of bakers. Sleep Crafts. 2018;5(3):21-30.",
)
KEYS = ("varga2011", "ostrow2014", "pereira2018")
PROSE = "Zinc shortens colds [1]. Honey eases cough [2]. Sleep improves memory [3]."
LISTED = "\n\n## References\n\n" + "\n".join(f"{number}. {work}" for number, work in enumerate(WORKS, 1))


def _links(document: Any) -> tuple[tuple[str, ...], ...]:
    assessed = assess(document, today=date(2026, 11, 1))
    return tuple(tuple(link.key for link in row.links) for row in assessed.sentences)


# --- A2: numbers in a block of their own -----------------------------------------------------------------

_LISTS = (
    ("<div class='csl-bib-body'>{}</div>", "<div class='csl-entry'><div class='csl-left-margin'>{n}</div><div class='csl-right-inline'>{w}</div></div>"),
    ("<table>{}</table>", "<tr><td>{n}</td><td>{w}</td></tr>"),
    ("<table><tbody>{}</tbody></table>", "<tr><th>{n}</th><td>{w}</td></tr>"),
    ("<dl>{}</dl>", "<dt>{n}</dt><dd>{w}</dd>"),
    ("<section>{}</section>", "<p>{n}</p><p>{w}</p>"),
    ("<ul>{}</ul>", "<li><span>{n}</span> <span>{w}</span></li>"),
    ("<div>{}</div>", "<div><span class='label'>{n}</span><cite>{w}</cite></div>"),
    ("<div>{}</div>", "<p><strong>{n}</strong> {w}</p>"),
)  # fmt: skip
_NUMBERS = ("{}", "{}.", "[{}]", "({})")


def _numbered_lists() -> list[Case]:
    cases = []
    for (whole, item), number in product(_LISTS, _NUMBERS):
        items = "".join(item.format(n=number.format(place), w=work) for place, work in enumerate(WORKS, 1))
        cases.append((f"<p>{PROSE}</p><h2>References</h2>{whole.format(items)}", tuple((key,) for key in KEYS)))
    return cases


def _of_page(body: str) -> Any:
    page = f"<html><body><article><h1>Colds</h1>{body}</article></body></html>"
    return _links(open_document("a.html", page.encode()).document)


# --- A3: retraction marks --------------------------------------------------------------------------------

_PLACE = "J Night Med. 2011;14(2):100-9."
_STANDING: list[Case] = [
    (f"Varga L. Zinc for colds in teachers. {_PLACE} Retraction in: J Night Med. 2013;16:3.", RETRACTED),
    (f"Varga L. Zinc for colds in teachers. {_PLACE} Retracted in: J Night Med. 2013;16(1):3-4.", RETRACTED),
    (f"Varga L. Zinc for colds in teachers. {_PLACE} (Retraction published 2013, J Night Med, 16, 3)", RETRACTED),
    (f"Varga L. Zinc for colds in teachers. {_PLACE} Retraction: J Night Med. 2013;16:3.", RETRACTED),
    (f"Varga L. Zinc for colds in teachers. {_PLACE} [Retracted].", RETRACTED),
    (f"Varga L. Zinc for colds in teachers. {_PLACE} RETRACTED.", RETRACTED),
    (f"Varga L. Zinc for colds in teachers. {_PLACE} This article has been retracted.", RETRACTED),
    (f"Varga L. Zinc for colds in teachers. {_PLACE} Note: this paper was later retracted by the journal.", RETRACTED),
    (f"Varga L. Zinc for colds in teachers (Retracted article. See vol. 16, pg. 3, 2013). {_PLACE}", RETRACTED),
    (f"Varga L. Zinc for colds in teachers (Retracted). {_PLACE}", RETRACTED),
    (f"Varga L. Zinc for colds in teachers [retracted in: J Night Med. 2013;16:3]. {_PLACE}", RETRACTED),
    (f"Varga L. Zinc for colds in teachers [RETRACTED ARTICLE]. {_PLACE}", RETRACTED),
    (f"Varga L. RETRACTED: Zinc for colds in teachers. {_PLACE}", RETRACTED),
    (f"Varga L. Retracted article: Zinc for colds in teachers. {_PLACE}", RETRACTED),
    (f"Varga L. WITHDRAWN: Zinc for colds in teachers. {_PLACE}", RETRACTED),
    (f"**RETRACTED** Varga L. Zinc for colds in teachers. {_PLACE}", RETRACTED),
    (f"[RETRACTED] Varga L. Zinc for colds in teachers. {_PLACE}", RETRACTED),
    (f"RETRACTED. Varga L. Zinc for colds in teachers. {_PLACE}", RETRACTED),
    (f"Varga L. Retraction: Zinc for colds in teachers. {_PLACE}", RETRACTED),
    (f"Retraction notice to “Zinc for colds in teachers”. {_PLACE}", RETRACTED),
    (f"Notice of retraction: Zinc for colds in teachers. {_PLACE}", RETRACTED),
    ("Varga, L. (2011). Zinc for colds in teachers. Journal of Night Medicine, 14(2), 100-109. (Retraction published 2013)", RETRACTED),
    ("Varga, L. (2011). Zinc for colds in teachers (Retracted). Journal of Night Medicine, 14(2), 100-109.", RETRACTED),
    (f"Varga L. Zinc for colds in teachers. {_PLACE} (Expression of concern in: J Night Med. 2013;16:3.)", CONCERN),
    (f"Varga L. Zinc for colds in teachers. {_PLACE} Expression of concern in: J Night Med. 2013;16:3.", CONCERN),
    (f"Varga L. Expression of concern: Zinc for colds in teachers. {_PLACE}", CONCERN),
    (f"Varga L. Zinc for colds in teachers [Expression of Concern]. {_PLACE}", CONCERN),
    (f"Varga L. Retraction of the gum in bakers. {_PLACE}", ""),
    (f"Varga L. Eyelid retraction after surgery: a cohort. {_PLACE}", ""),
    (f"Varga L. Why papers are retracted: a survey of bakers. {_PLACE}", ""),
    (f"Varga L. Patients withdrawn from zinc: a cohort. {_PLACE}", ""),
    (f"Varga L. Expressions of concern among mothers of toddlers. {_PLACE}", ""),
]  # fmt: skip

# --- A4: the day of the visit ----------------------------------------------------------------------------

_VISITS = (
    "[cited 2025 Jan 2]", "[cited 2 January 2025]", "[cited 2025]", "[cited 2025-01-02]", "[accessed 2025 Jan 2]",
    "[updated 2019; cited 2025 Jan 2]", "[retrieved 2025 Jan 2]", "[citado 2 ene 2025]", "[consultado 2025 Feb 1]",
    "[citato 2 gen 2025]", "[zitiert 2. Januar 2025]", "[cité le 2 janv 2025]",
)  # fmt: skip
_ONLINE: list[Case] = [
    *(
        (f"Varga L. Zinc for colds: a review. J Night Med [Internet]. 2003 {visit};14(2):100-9.", (2003, "J Night Med", "14"))
        for visit in _VISITS
    ),
    *(
        (f"Varga L. Zinc for colds: a review. J Night Med [Internet]. 2003 Sep 5 {visit};14(2):100-9.", (2003, "J Night Med", "14"))
        for visit in _VISITS[:6]
    ),
    *(
        (f"Varga L. Zinc for colds: a review. J Night Med {medium}. 2003 [cited 2025 Jan 2];14(2):100-9.", (2003, "J Night Med", "14"))
        for medium in ("[serial on the Internet]", "[online]", "[serial online]", "[homepage on the Internet]", "[en línea]", "[en ligne]")
    ),
    *(
        (f"Varga, L. (2003). Zinc for colds: a review. Journal of Night Medicine, 14(2), 100-109. {seen}", (2003, "Journal of Night Medicine", "14"))
        for seen in (
            "Retrieved January 2, 2025, from https://a.example/x", "Accessed 2 January 2025.", "(accessed 2 Jan 2025)",
            "Available at: https://a.example/x (Accessed: 2 January 2025).", "[Accessed 2 January 2025]", "Viewed 2 January 2025.",
        )
    ),
]  # fmt: skip


def _placed(raw: str) -> tuple[Any, ...]:
    csl = parse(raw)
    return _year(csl), csl.get("container-title"), csl.get("volume")


def _year(csl: Mapping[str, Any]) -> int | None:
    rows = (csl.get("issued") or {}).get("date-parts") or [[None]]
    return int(rows[0][0]) if rows[0][0] else None


# --- A5: words behind the pages --------------------------------------------------------------------------

_BEHIND = (
    "Review. PubMed PMID: 11089980.", "Review.", "↩", "↩︎", "↑", "^", "Return to text", "Back to article", "Free PMC article.",
    "Free full text.", "Erratum in: J Night Med. 2012;15:3.", "Comment in: J Night Med. 2012;15(1):3-4.", "(English abstract)",
    "[Article in German]", "Open access", "Open Access.", "– the key trial", "– a large cohort", "🔓", "PubMed", "[PubMed]", "CrossRef",
    "Google Scholar", "[CrossRef] [PubMed]", "View article", "Full text", "(in French)", "doi: 10.1000/x. Epub 2011 Jan 3.",
    "Epub 2011 Jan 3.", "PMID: 1234567; PMCID: PMC123456.", "Corrected and republished in: J Night Med. 2012;15(2):200-9.",
)  # fmt: skip
_WORDS_BEHIND: list[Case] = [
    (f"Varga L, Quill D. Zinc for colds in teachers. J Night Med. 2011;14(2):100-9. {words}", (2011, "14", "100-9", "J Night Med"))
    for words in _BEHIND
]  # fmt: skip


def _article(raw: str) -> tuple[Any, ...]:
    csl = parse(raw)
    return _year(csl), csl.get("volume"), csl.get("page"), csl.get("container-title")


# --- B6 and B7: markers ----------------------------------------------------------------------------------

_ALL = KEYS
_MARKERS: list[Case] = [
    *((f"[1{sign}3]", _ALL) for sign in "‑−—‐–-"),
    ("[ 1 ]", KEYS[:1]), ("[\u00a01]", KEYS[:1]), ("[1 ]", KEYS[:1]), ("[1, 3]", (KEYS[0], KEYS[2])),
    ("[1 and 3]", (KEYS[0], KEYS[2])), ("[1 & 3]", (KEYS[0], KEYS[2])), ("[1 to 3]", _ALL), ("[1, 2 and 3]", _ALL), ("[1; 3]", (KEYS[0], KEYS[2])),
    ("<sup>[3](#ref-3)</sup>", KEYS[2:]), ("[<sup>3</sup>](#ref-3)", KEYS[2:]), ("<sup>3,</sup><sup>1</sup>", (KEYS[2], KEYS[0])),
    ("<sup>1</sup><sup>,</sup><sup>3</sup>", (KEYS[0], KEYS[2])), ("<sup>1–3</sup>", _ALL), ("<sup>[2]</sup>", KEYS[1:2]),
    ("[1]–[3]", _ALL), ("[1]-[3]", _ALL), ("[1], [3]", (KEYS[0], KEYS[2])), ("[1][3]", (KEYS[0], KEYS[2])),
    ("［1］", KEYS[:1]), ("【1】", KEYS[:1]), ("〔1〕", KEYS[:1]), ("¹", KEYS[:1]), ("¹⁻³", _ALL), ("¹,³", (KEYS[0], KEYS[2])),
    ("(Varga, 2011.)", KEYS[:1]), ("(Varga 2011)", KEYS[:1]),
]  # fmt: skip
_DOIS = (
    "10.1016/S1045-926X(05)80012-6", "10.1000/abc1", "10.1002/(SICI)1097-0258(19980815)17:15", "10.1000/x_y.z-1", "10.1136/bmj.n71",
    "10.1001/jama.2011.1",
)  # fmt: skip
_PANDOC: list[Case] = [
    ((doi, form.format(doi)), KEYS[:1])
    for doi, form in product(
        _DOIS, ("[@doi:{}]", "[@https://doi.org/{}]", "@doi:{}", "[see @doi:{}, p. 4]", "[-@doi:{}]")
    )
]  # fmt: skip


def _of_marker(marker: str) -> tuple[str, ...]:
    space = "" if marker[0] in "<¹" else " "
    return _links(documents.read(f"# Colds\n\nZinc shortens colds{space}{marker}.{LISTED}", "markdown"))[0]


def _of_key(given: tuple[str, str]) -> tuple[str, ...]:
    doi, key = given
    listed = f"\n\n## References\n\n- {WORKS[0]} doi:{doi}\n- {WORKS[1]}\n"
    return _links(documents.read(f"# Colds\n\nZinc shortens colds {key}.{listed}", "markdown"))[0]


# --- C1: author lists ------------------------------------------------------------------------------------

_TITLE = "Zinc for colds in teachers. J Night Med. 2011;14(2):100-9."
_VARGA, _QUILL, _OSTROW = "Varga|L", "Quill|DM", "Ostrow|B"
_PEOPLE: list[Case] = [
    (f"Varga L, Night Study Group. {_TITLE}", (_VARGA, "Night Study Group")),
    (f"Varga L, Quill DM; Night Study Group. {_TITLE}", (_VARGA, _QUILL, "Night Study Group")),
    (f"Varga L, Quill DM, for the Night Study Group. {_TITLE}", (_VARGA, _QUILL, "Night Study Group")),
    (f"Varga L, Quill DM; on behalf of the Zinc Consortium. {_TITLE}", (_VARGA, _QUILL, "Zinc Consortium")),
    (f"Varga L, Quill DM, and the Zinc Trialists. {_TITLE}", (_VARGA, _QUILL, "Zinc Trialists")),
    (f"Zinc Trialists, Varga L. {_TITLE}", ("Zinc Trialists", _VARGA)),
    (f"Night Study Group. {_TITLE}", ("Night Study Group",)),
    (f"L Varga, DM Quill. {_TITLE}", (_VARGA, _QUILL)),
    (f"DM Quill, L Varga, B Ostrow. {_TITLE}", (_QUILL, _VARGA, _OSTROW)),
    *((f"Varga L, Quill DM, {others}. {_TITLE}", (_VARGA, _QUILL)) for others in (
        "etal", "et. al", "et al", "[et al.]", "(et al)", "et alii", "et coll", "et collab", "等", "и др", "u.a", "y cols", "e col", "and others",
    )),
    (f"Varga L, et coll. {_TITLE}", (_VARGA,)),
    (f"Varga L Jr, Quill DM. {_TITLE}", ("Varga|L|Jr", _QUILL)),
    (f"Varga L, Quill DM 3rd. {_TITLE}", (_VARGA, "Quill|DM|3rd")),
    (f"Varga L Sr, Quill DM 2nd. {_TITLE}", ("Varga|L|Sr", "Quill|DM|2nd")),
    ("Varga, L., Jr., & Quill, D. M. (2011). Zinc for colds in teachers. Journal of Night Medicine, 14(2), 100-109.", ("Varga|L.|Jr", "Quill|D. M.")),
    ("L.Varga, D.M.Quill and B.Ostrow. Zinc for colds in teachers. J Night Med. 2011;14(2):100-9.", ("Varga|L.", "Quill|D.M.", "Ostrow|B.")),
    (f"van der Varga L, de Quill DM. {_TITLE}", ("van der Varga|L", "de Quill|DM")),
    (f"Varga-Smith L, O'Quill DM. {_TITLE}", ("Varga-Smith|L", "O'Quill|DM")),
]  # fmt: skip


def _authors(csl: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(
        one.get("literal")
        or "|".join(
            filter(
                None,
                (
                    (one.get("non-dropping-particle", "") and f"{one['non-dropping-particle']} {one['family']}")
                    or one["family"],
                    one.get("given"),
                    one.get("suffix", "").rstrip("."),
                ),
            )
        )
        for one in csl.get("author", ())
    )


def _of_list(raw: str) -> tuple[str, ...]:
    return _authors(parse(raw))


# --- C2 and C3: .bib -------------------------------------------------------------------------------------

_LETTERS = (
    (r"\O{}ystein Lie", "Øystein"), (r"\L{}ukasz Lie", "Łukasz"), (r"\'Etienne Lie", "Étienne"), (r"\AA{}ge Lie", "Åge"), (r"{\L}ukasz Lie", "Łukasz"),
    (r"\O ystein Lie", "Øystein"), (r"{\'E}tienne Lie", "Étienne"), (r"\'{E}tienne Lie", "Étienne"), (r"\v{S}imon Lie", "Šimon"), (r"{\v S}imon Lie", "Šimon"),
    (r"\c{S}ule Lie", "Şule"), (r"\.{I}lker Lie", "İlker"), (r"\^Elise Lie", "Êlise"), (r'\"Ozlem Lie', "Özlem"), (r"\`Eve Lie", "Ève"),
    (r"\~Nora Lie", "Ñora"), (r"\AE{}gir Lie", "Ægir"), (r"\OE{}none Lie", "Œnone"), (r"\H{O}rs Lie", "Őrs"), (r"\r{A}sa Lie", "Åsa"),
)  # fmt: skip
_BIB: list[Case] = [
    *((f"Berg, A and {written}", ("Berg|A", f"Lie|{given}")) for written, given in _LETTERS),
    *((f"{written} and Berg, A", (f"Lie|{given}", "Berg|A")) for written, given in _LETTERS[:10]),
]
_EXTENDED: list[Case] = [
    ("author={family=Jong, given=K., prefix=de, useprefix=true and Alben, M.}", ("de Jong|K.", "Alben|M.")),
    ("author={given=Karel, family=Jong and Alben, M.}", ("Jong|Karel", "Alben|M.")),
    ("author={family=Varga, given=Lea}", ("Varga|Lea",)),
    ("author={family=Varga, given=Lea, suffix=Jr}", ("Varga|Lea|Jr",)),
    ("author={family={Varga Quill}, given=Lea}", ("Varga Quill|Lea",)),
    ("author={Alben, M. and family=Varga, given=Lea, given-i=L}", ("Alben|M.", "Varga|Lea")),
    *(
        (f"doi={{{written}}}", doi)
        for written, doi in (
            (r"10.1000/a{\_}b-1", "10.1000/a_b-1"), (r"10.1000/a\_b", "10.1000/a_b"), (r"10.1000/a{\&}b", "10.1000/a&b"), (r"10.1000/a\&b", "10.1000/a&b"),
            (
                r"10.1002/(SICI)1097-0142(19990301)85:5{\textless}1023::AID-CNCR3{\textgreater}3.0.CO;2-6",
                "10.1002/(sici)1097-0142(19990301)85:5<1023::aid-cncr3>3.0.co;2-6",
            ),
            (
                r"10.1002/(SICI)1097-0142(19990301)85:5$<$1023::AID-CNCR3$>$3.0.CO;2-6",
                "10.1002/(sici)1097-0142(19990301)85:5<1023::aid-cncr3>3.0.co;2-6",
            ),
            (r"\href{https://doi.org/10.1000/abc}{10.1000/abc}", "10.1000/abc"), (r"\url{https://doi.org/10.1000/abc}", "10.1000/abc"),
            (r"https://doi.org/10.1000/abc", "10.1000/abc"), (r"http://dx.doi.org/10.1000/abc", "10.1000/abc"), (r"doi:10.1000/abc", "10.1000/abc"),
            (r"DOI 10.1000/abc", "10.1000/abc"), (r"{10.1000/abc}", "10.1000/abc"), (r"10.1000/ABC.", "10.1000/abc"), (r"10.1000/a\%2Fb", "10.1000/a/b"),
            (r" 10.1000/abc ", "10.1000/abc"), (r"<10.1000/abc>", "10.1000/abc"), (r"10.1000/a{-}b", "10.1000/a-b"),
            (r"10.1000/(a)b{\_}c", "10.1000/(a)b_c"), (r"10.1000/a{\textunderscore}b", "10.1000/a_b"), (r"10.1000/a{\textunderscore}{\textunderscore}b", "10.1000/a__b"),
            (r"10.1000/a--b", "10.1000/a--b"), (r"10.1000/a$\_$b", "10.1000/a_b"), (r"doi: 10.1000/abc", "10.1000/abc"), (r"\doi{10.1000/abc}", "10.1000/abc"),
        )
    ),
]  # fmt: skip


def _of_bib(author: str) -> Any:
    return _authors(_record("a.bib", f"@article{{k, title={{Zinc}}, year=2011, author={{{author}}}}}"))


def _of_field(field: str) -> Any:
    csl = _record("a.bib", f"@article{{k, title={{Zinc}}, year=2011, {field}}}")
    return csl.get("DOI") if field.startswith("doi") else _authors(csl)


def _record(name: str, text: str) -> Mapping[str, Any]:
    found = [one for one in formats.read(name, io.BytesIO(text.encode())) if isinstance(one, formats.Record)]
    return found[0].csl if found else {}


# --- C4: .ris --------------------------------------------------------------------------------------------

_RIS: list[Case] = [
    *(((f"{tag}  - x\nTI  - Zinc for colds\nTY  - JOUR\nAU  - Doe, J\nER  - "), ("Zinc for colds", ("Doe|J",))) for tag in ("DB", "DP", "ID", "N1", "Y2", "LA")),
    *(((f"TI  - Zinc for colds\n{tag}  - x\nTY  - JOUR\nAU  - Doe, J\nER  - "), ("Zinc for colds", ("Doe|J",))) for tag in ("DB", "DP", "ID", "N1")),
    *(
        (f"TY  - JOUR\nTI  - Zinc\nAU  - {written}\nER  - ", ("Zinc", names))
        for written, names in (
            ("Roy SK", ("Roy|SK",)), ("Roy, S; Lim, K; Doe, J", ("Roy|S", "Lim|K", "Doe|J")), ("Roy, S and Lim, K", ("Roy|S", "Lim|K")),
            ("['Roy, S', 'Lim, K']", ("Roy|S", "Lim|K")), ('["Roy, S", "Lim, K"]', ("Roy|S", "Lim|K")), ("Roy, S & Lim, K", ("Roy|S", "Lim|K")),
            ("Roy, S., Jr.", ("Roy|S.|Jr",)), ("Roy,S", ("Roy|S",)), ("Roy, Sara Kim", ("Roy|Sara Kim",)), ("Roy SK; Lim KD", ("Roy|SK", "Lim|KD")),
            ("Sara Roy", ("Sara Roy",)), ("de Roy, S", ("de Roy|S",)), ("World Health Organization", ("World Health Organization",)),
            ("Roy, S;", ("Roy|S",)), ("Roy, S,", ("Roy|S",)), ("Roy, S.; Lim, K.; Doe, J.", ("Roy|S.", "Lim|K.", "Doe|J.")),
        )
    ),
    *((f"TY  - JOUR\nTI  - {written}\nER  - ", (title, ())) for written, title in (
        ("H<sub>2</sub>O for colds", "H<sub>2</sub>O for colds"), ("<i>Zea</i> for colds", "<i>Zea</i> for colds"), ("<b>Zinc</b> for colds", "<b>Zinc</b> for colds"),
        ("Zinc &amp; colds", "Zinc & colds"),
    )),
]  # fmt: skip


def _of_ris(text: str) -> Any:
    csl = _record("a.ris", text)
    return csl.get("title"), _authors(csl)


# --- C5: other fields ------------------------------------------------------------------------------------

_FIELDS: list[Case] = [
    *((f"Varga L. Zinc for colds in teachers. J Night Med. {word}", {"container-title": "J Night Med", "title": "Zinc for colds in teachers"})
      for word in ("In press.", "Forthcoming.", "(in press).", "Ahead of print.", "Epub ahead of print.", "Article in press.", "Im Druck.", "Sous presse.", "En prensa.", "In stampa.", "To appear.")),
    *((f"Varga L. Zinc for colds in teachers. J Night Med. {seen} doi:10.1000/abc", {"container-title": "J Night Med", "year": 2003})
      for seen in ("Published online September 5, 2003.", "Published online 5 September 2003.", "Epub 2003 Sep 5.", "Published online 2003 Sep 5.", "Published online first 5 Sep 2003.")),
    ("Varga L. The sleep of owls. In: Quill D, Ostrow B, eds. Handbook of Owls. 2nd ed. Cham: Hill Press; 2016:1-18.", {"page": "1-18", "year": 2016}),
    ("Varga L. The sleep of owls. In: Quill D, Ostrow B, editors. Handbook of Owls. Cham: Hill Press; 2016. p. 1-18.", {"page": "1-18", "year": 2016}),
    ("Varga L. The sleep of owls. In: Quill D, ed. Handbook of Owls. Hill Press; 2016:101-118.", {"page": "101-118", "year": 2016}),
    ("Varga L. Schlaf der Eulen. In: Quill D, Hrsg. Handbuch der Eulen. Berlin: Hill; 2016. S. 1-18.", {"page": "1-18", "year": 2016}),
    ("Varga L. Il sonno dei gufi. In: Quill D, a cura di. Manuale dei gufi. Milano: Hill; 2016. p. 1-18.", {"page": "1-18", "year": 2016}),
    ("Varga L. El sueño de los búhos. En: Quill D, editor. Manual de búhos. Madrid: Hill; 2016. p. 1-18.", {"page": "1-18", "year": 2016}),
    ("Varga L. Le sommeil des hiboux. Dans: Quill D, éditeur. Manuel des hiboux. Paris: Hill; 2016. p. 1-18.", {"page": "1-18", "year": 2016}),
    ("Night Foundation. Owls and you. Updated March 3, 2019. Accessed May 1, 2025. https://a.example/x", {"title": "Owls and you", "year": 2019}),
    ("Night Foundation. Owls and you. Reviewed March 3, 2019. Accessed May 1, 2025. https://a.example/x", {"title": "Owls and you", "year": 2019}),
    ("Night Foundation. Owls and you. Last updated March 3, 2019. https://a.example/x", {"title": "Owls and you", "year": 2019}),
    ("Varga L. Zinc for colds in teachers. Nutr Owls. 2010;2(5):Article 45.", {"year": 2010, "volume": "2", "issue": "5", "page": "45"}),
    ("Varga L. Zinc for colds in teachers. Nutr Owls. 2010;2(5):e45.", {"year": 2010, "volume": "2", "issue": "5", "page": "e45"}),
    ("Varga, L. (2010). Zinc for colds in teachers. Nutrition of Owls, 2(5), Article 45.", {"year": 2010, "volume": "2", "issue": "5", "page": "45"}),
    ("Varga L. Zinc for colds in teachers. Nutr Owls. 2010;2(5):Art. No. 45.", {"year": 2010, "volume": "2", "page": "45"}),
    ("Varga L, Quill D. Zinc and owls in adults. bioRxiv 2020.03.22.002386; doi: https://doi.org/10.1101/2020.03.22.002386", {"year": 2020}),
    ("Varga L, Quill D. Zinc and owls in adults. medRxiv 2021.03.22.21002386; doi: 10.1101/2021.03.22.21002386", {"year": 2021}),
]  # fmt: skip


def _of_fields(raw: str) -> Any:
    csl = parse(raw)
    return {**csl, "year": _year(csl)}


# --- C6: arXiv -------------------------------------------------------------------------------------------

_ARXIV_FORMS = (
    "arXiv:2003.01234 [q-bio.PE]. 2020.", "arXiv preprint arXiv:2003.01234. 2020.", "arXiv:2003.01234. 2020.", "arXiv 2003.01234 (2020).",
    "arXiv:2003.01234v2 [q-bio.PE]. 2020.", "arXiv:2003.01234v3. 2020.", "Preprint, arXiv:2003.01234. 2020.", "arXiv preprint. 2020. arXiv:2003.01234.",
    "2020. arXiv:2003.01234.", "https://arxiv.org/abs/2003.01234. 2020.", "Available from: https://arxiv.org/abs/2003.01234", "arXiv e-prints, arXiv:2003.01234 (2020).",
    "arXiv:q-bio/0703123. 2007.", "arXiv preprint q-bio/0703123. 2007.", "arXiv [Preprint]. 2020. arXiv:2003.01234.",
)  # fmt: skip
_ARXIV: list[Case] = [
    *((f"Varga L. Zinc and owls in adults. {form}", "preprint") for form in _ARXIV_FORMS),
    *((f"Varga, L., & Quill, D. (2020). Zinc and owls in adults. {form}", "preprint") for form in _ARXIV_FORMS[:12]),
    ("Varga L. Zinc and owls in adults. J Night Med. 2011;14(2):100-9. arXiv:1103.01234", None),
    ("Varga L. Zinc and owls in adults. J Night Med. 2011;14(2):100-9.", None),
    ("Varga L. A survey of arXiv readers in hospitals. J Night Med. 2011;14(2):100-9.", None),
]  # fmt: skip

# --- C10: notes hidden behind their marks ----------------------------------------------------------------

_NOTE_FORMS = (
    '<sup class="modern-footnotes-footnote" data-mfn="{n}"><a>{n}</a></sup><span class="modern-footnotes-footnote__note" data-mfn="{n}">{w}</span>',
    '<sup class="modern-footnotes-footnote " data-mfn="{n}" data-mfn-post-scope="0001"><a href="javascript:void(0)" role="button">{n}</a></sup>'
    '<span id="mfn-{n}" role="tooltip" class="modern-footnotes-footnote__note" tabindex="0" data-mfn="{n}">{w}</span>',
    '<sup class="modern-footnotes-footnote" data-mfn="{n}">{n}</sup><span class="modern-footnotes-footnote__note" data-mfn="{n}"><em>{w}</em></span>',
)  # fmt: skip
_NOTES: list[Case] = [
    (f"<p>{before}{form.format(n=1, w=work)}{after}</p>", (key,))
    for form, (work, key), (before, after) in product(
        _NOTE_FORMS,
        zip(WORKS, KEYS, strict=True),
        (
            ("Zinc shortens colds in adults.", ""), ("Zinc shortens colds in adults", "."), ("Zinc shortens colds in adults,", " says one trial."),
            ("Zinc shortens colds in adults.", " Tea is warm."),
        ),
    )
]  # fmt: skip


def _of_notes(body: str) -> Any:
    page = f"<html><body><article><h1>Colds</h1>{body}</article></body></html>"
    document = open_document("a.html", page.encode()).document
    told = " ".join(sentence.text for sentence in document.sentences)
    return _links(document)[0] if not any(work[:25] in told for work in WORKS) else "the note is read as prose"


# --- D1: abbreviations -----------------------------------------------------------------------------------

_SENTENCES: list[Case] = [
    ("See Suppl. Fig. 3 for the doses.", 1), ("See Suppl. Table 2 there.", 1), ("See Ch. IV of the book.", 1), ("See Ch. 4 of the book.", 1),
    ("See Sect. III of the guide.", 1), ("It lasts max. 12 weeks in all.", 1), ("It lasts min. 12 weeks in all.", 1), ("On Mon. Jan. 3 it began.", 1),
    ("On Fri. Dec. 12 it ended.", 1), ("It began on Tues. Sept. 5 at noon.", 1), ("See Vol. II of the atlas.", 1), ("See Eq. 4 and Fig. 2 there.", 1),
    ("See Nos. 4 and 5 of the list.", 1), ("Take approx. 20 mg a day.", 1), ("It weighs ca. 3 kg in all.", 1), ("Dr. Varga and Prof. Quill agree.", 1),
    ("Zinc vs. Honey was tried.", 1), ("St. John's wort was tried.", 1), ("E. coli and S. aureus grew.", 1), ("See pp. 4-9 of it.", 1),
    ("The U.S. Food and Drug Administration agreed.", 1), ("See App. B for the doses.", 1), ("See Ref. 4 for the doses.", 1), ("Give it at 2 p.m. or later.", 1),
    ("The abbreviation is e.g. Continue with the next sentence.", 2), ("It takes approx. Two weeks pass.", 2), ("He took the max. Then he slept.", 2),
    ("She came on Mon. Then she left.", 2), ("They live in the U.S. Their diet is poor.", 2), ("It began at 2 p.m. They left soon.", 2),
    ("He read the Suppl. Then he slept.", 2), ("Add zinc, honey, etc. Then stir.", 2),
]  # fmt: skip


def _count(text: str) -> int:
    return len(sentences.split(text))


# --- What came out wrong when more was tried ----------------------------------------------------------------

_STANDING += [(raw, RETRACTED) for raw in more.RETRACTED_TITLES]
_ONLINE += [(raw, (2004, "J Owl Med", "9")) for raw in more.VISITED]
_PEOPLE += [
    (f"Varga L, Quill DM, {others} {_TITLE}", (_VARGA, _QUILL)) for others in more.OTHERS if others.endswith(".")
]
_PEOPLE += [(f"Varga L, Quill DM, {others}. {_TITLE}", (_VARGA, _QUILL)) for others in more.OTHERS]
_MARKERS += [(mark, tuple(KEYS[number - 1] for number in numbers)) for mark, numbers in more.MARKERS]
_MARKERS += [("(Varga,2011)", KEYS[:1])]
_PANDOC += [(given, KEYS[:1]) for given in more.KEYS]
_EXTENDED += [(f"doi={{{written}}}", doi) for written, doi in more.FIELD_DOIS]
_FIELDS += [
    (f"Varga L. Zinc for colds in teachers. J Night Med. {word}", {"container-title": "J Night Med"})
    for word in more.IN_PRESS
]
_FIELDS += [
    ("Varga L. Zinc for colds in teachers. Nutr Owls. 2010;2(5):Paper 45.", {"year": 2010, "volume": "2", "issue": "5"})
]
_ARXIV += [(f"Varga L. Zinc and owls in adults. {form}", "preprint") for form in more.ARXIV]
_SENTENCES += more.SENTENCES
_RIS += [("TY  - JOUR\nTI  - Zinc\nAU  - {'Roy, S', 'Lim, K'}\nER  - ", ("Zinc", ("Roy|S", "Lim|K")))]

KINDS: Mapping[str, tuple[Sequence[Case], Callable[[Any], Any]]] = {
    "A2 numbers in a block of their own": (_numbered_lists(), _of_page),
    "A3 marks of retraction": (_STANDING, lambda raw: parse(raw).get("status", "")),
    "A4 days of visits": (_ONLINE, _placed),
    "A5 words behind the pages": (_WORDS_BEHIND, _article),
    "B6 number markers": (_MARKERS, _of_marker),
    "B7 pandoc keys": (_PANDOC, _of_key),
    "C1 author lists": (_PEOPLE, _of_list),
    "C2 letters of .bib": (_BIB, _of_bib),
    "C3 names and DOIs of .bib": (_EXTENDED, _of_field),
    "C4 .ris": (_RIS, _of_ris),
    "C5 other fields": (_FIELDS, _of_fields),
    "C6 arXiv": (_ARXIV, lambda raw: parse(raw).get("genre")),
    "C10 notes behind their marks": (_NOTES, _of_notes),
    "D1 abbreviations": (_SENTENCES, _count),
}


def failures(cases: Sequence[Case], got: Callable[[Any], Any]) -> list[tuple[Any, Any, Any]]:
    """What was given, what was wanted and what came, where the two differ; of a mapping only what is wanted counts."""
    wrong = []
    for given, wanted in cases:
        found = got(given)
        if isinstance(wanted, Mapping):
            found = {name: found.get(name) for name in wanted}
        if found != wanted:
            wrong.append((given, wanted, found))
    return wrong
