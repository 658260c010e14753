"""Works printed as reference lists print them, with the noise that people and programs add, and with what writing tools
get wrong."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from citations.styles import reference

Csl = Mapping[str, Any]


def year_of(csl: Csl) -> int:
    return int(csl["issued"]["date-parts"][0][0])


def with_year(csl: Csl, year: int) -> Csl:
    return {**csl, "issued": {"date-parts": [[year]]}}


def _people(csl: Csl, name: Callable[[str, str], str], last: str, most: int = 6) -> str:
    rows = [(str(one.get("family")), str(one.get("given", ""))) for one in csl["author"] if one.get("family")]
    written = [name(*row) for row in rows[:most]]
    if len(rows) > most:
        return f"{', '.join(written)}, et al."
    return written[0] if len(written) == 1 else f"{', '.join(written[:-1])}{last}{written[-1]}"


def _mla(csl: Csl) -> str:
    first = csl["author"][0]
    others = ", et al" if len(csl["author"]) > 1 else ""
    doi = f", https://doi.org/{csl['DOI']}" if csl.get("DOI") else ""
    return (
        f"{first.get('family')}, {first.get('given')}{others}. “{csl['title']}.” {csl['container-title']}, "
        f"vol. {csl['volume']}, no. {csl.get('issue', 1)}, {year_of(csl)}, pp. {csl['page']}{doi}."
    )


def _ieee(csl: Csl) -> str:
    people = _people(csl, lambda family, given: f"{'. '.join(given.split())}. {family}", " and ")
    doi = f", doi: {csl['DOI']}" if csl.get("DOI") else ""
    return (
        f"{people}, “{csl['title']},” {csl['container-title-short']}, vol. {csl['volume']}, "
        f"no. {csl.get('issue', 1)}, pp. {csl['page']}, {year_of(csl)}{doi}."
    )


def _harvard(csl: Csl) -> str:
    people = _people(csl, lambda family, given: f"{family}, {'.'.join(given.split())}.", " and ")
    doi = f" doi:{csl['DOI']}" if csl.get("DOI") else ""
    return (
        f"{people} ({year_of(csl)}) ‘{csl['title']}’, {csl['container-title']}, {csl['volume']}"
        f"({csl.get('issue', 1)}), pp. {csl['page']}.{doi}"
    )


def _lancet(csl: Csl) -> str:
    people = _people(csl, lambda family, given: f"{family} {given.replace(' ', '')}", ", ", 3)
    doi = f" https://doi.org/{csl['DOI']}" if csl.get("DOI") else ""
    return (
        f"{people} {csl['title']}. {csl['container-title-short']} {year_of(csl)}; {csl['volume']}: {csl['page']}.{doi}"
    )


def _styled(style: str) -> Callable[[Csl], str]:
    return lambda csl: html.unescape(re.sub(r"<[^>]+>", "", reference(csl, style, links=False)))


STYLES: Mapping[str, Callable[[Csl], str]] = {
    **{style: _styled(style) for style in ("apa", "ama", "nlm", "chicago")},
    "mla": _mla,
    "ieee": _ieee,
    "harvard": _harvard,
    "lancet": _lancet,
}


def _swapped(word: str, rng: random.Random) -> str:
    place = rng.randrange(1, len(word) - 2)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _slip_in_title(csl: Csl, rng: random.Random) -> Csl:
    words = str(csl["title"]).split()
    places = [place for place, word in enumerate(words) if len(word) > 6 and word.isalpha()]
    if places:
        place = rng.choice(places)
        words[place] = _swapped(words[place], rng)
    return {**csl, "title": " ".join(words)}


def _slip_in_author(csl: Csl, rng: random.Random) -> Csl:
    first, *others = csl["author"]
    family = str(first["family"])
    return {**csl, "author": [{**first, "family": _swapped(family, rng) if len(family) > 5 else family}, *others]}


def _accents(csl: Csl, rng: random.Random) -> Csl:
    letters = str.maketrans({"e": "é", "o": "ö", "u": "ü", "n": "ñ"})
    people = [{**one, "family": str(one["family"]).translate(letters)} for one in csl["author"] if one.get("family")]
    return {**csl, "author": people}


def _short_pages(csl: Csl, rng: random.Random) -> Csl:
    first, _, last = str(csl["page"]).partition("-")
    same = len([1 for a, b in zip(first, last, strict=False) if a == b]) if len(first) == len(last) else 0
    return {**csl, "page": f"{first}-{last[min(same, len(last) - 1) :]}"} if last else csl


NOISE: Mapping[str, Callable[[Csl, random.Random], Csl]] = {
    "as it is": lambda csl, rng: csl,
    "title in capitals": lambda csl, rng: {**csl, "title": str(csl["title"]).upper()},
    "every word capital": lambda csl, rng: {**csl, "title": str(csl["title"]).title()},
    "accents": _accents,
    "journal abbreviated": lambda csl, rng: {**csl, "container-title": csl["container-title-short"]},
    "slip in the title": _slip_in_title,
    "slip in the first author": _slip_in_author,
    "pages shortened": _short_pages,
    "no identifier": lambda csl, rng: {name: value for name, value in csl.items() if name not in ("DOI", "PMID")},
}


@dataclass(frozen=True, slots=True)
class Changed:
    """A reference that says something untrue, the verdict that is right, and the field or identifier to be named."""

    kind: str
    text: str
    verdict: str
    field: str = ""
    proposal: str = ""


def usable(rows: Sequence[Csl]) -> list[Csl]:
    """Records that every style can set."""
    wanted = ("volume", "page", "container-title", "container-title-short", "issued", "title", "PMID")
    return [
        row
        for row in rows
        if all(row.get(name) for name in wanted)
        and row.get("author")
        and all(one.get("family") for one in row["author"])
        and len(str(row["title"]).split()) > 4
    ]


INVENTED_PEOPLE = [{"family": "Quillfeather", "given": "P T"}, {"family": "Vandermolen", "given": "R"}]


def changed(rows: Sequence[Csl], number: int, rng: random.Random) -> list[Changed]:
    """Seven kinds of untruth in turn, over works that have a DOI, each in one of the eight styles."""
    held = [row for row in usable(rows) if row.get("DOI")]
    chosen = rng.sample(held, min(number, len(held)))
    kinds = ("another DOI", "another title", "invented authors", "year off by 1", "year off by 5", "another journal")
    found = []
    for place, row in enumerate(chosen * (1 + number // max(1, len(chosen)))):
        if len(found) == number:
            break
        kind, style = kinds[place % len(kinds)], list(STYLES)[(place // len(kinds)) % 8]
        if style in ("nlm", "lancet") and kind == "another DOI":
            style = "ama"
        other = rng.choice([one for one in held if one["container-title"] != row["container-title"]])
        found.append(_change(kind, style, {**row, "PMID": ""}, other, rng))
    return found


def _change(kind: str, style: str, row: Csl, other: Csl, rng: random.Random) -> Changed:
    def made(verdict: str, field: str = "", proposal: str = "", **fields: Any) -> Changed:
        return Changed(kind, STYLES[style]({**row, **fields}), verdict, field, proposal)

    if kind == "another DOI":
        return made("other-work", proposal=f"doi:{row['DOI']}", DOI=other["DOI"])
    if kind == "another title":
        return made("other-work", "title", title=other["title"])
    if kind == "invented authors":
        return made("differs", "first author", author=INVENTED_PEOPLE)
    if kind == "another journal":
        names = {name: other[name] for name in ("container-title", "container-title-short")}
        return made("differs", "journal", **names)
    years = rng.choice((-1, 1)) * (1 if kind == "year off by 1" else 5)
    return made("differs", "year", issued={"date-parts": [[year_of(row) + years]]})


_FAMILIES = (
    "Aldermore",
    "Brisket",
    "Castellano",
    "Dovermeer",
    "Ekström",
    "Fairweather",
    "Gallowglass",
    "Hirano",
    "Ibsen",
)
_TOPICS = (
    *("vitamin D supplementation", "probiotic yoghurt", "intermittent fasting", "forest bathing", "blue light filters"),
    *("magnesium glycinate", "cold showers", "chamomile extract", "standing desks", "fermented vegetables"),
)
_ENDS = (
    *("frailty in older adults", "seasonal allergies", "sleep quality", "migraine frequency", "eczema in infants"),
    *("blood pressure variability", "knee pain", "postnatal mood", "gut permeability", "attention in schoolchildren"),
)
_DESIGNS = ("a randomised controlled trial", "a prospective cohort study", "a systematic review and meta-analysis")


def invented(journals: Sequence[tuple[str, str]], number: int, rng: random.Random) -> list[str]:
    """References in the manner of writing tools: plausible people, a real journal, a year, a DOI of the right form."""
    found = []
    for place in range(number):
        whole, short = rng.choice(journals)
        people = [
            {"family": rng.choice(_FAMILIES), "given": rng.choice("ABCDEKLMPRS")} for _ in range(rng.randint(2, 5))
        ]
        first = rng.randint(100, 3000)
        csl = {
            "type": "article-journal",
            "author": people,
            "title": f"Effects of {rng.choice(_TOPICS)} on {rng.choice(_ENDS)}: {rng.choice(_DESIGNS)}",
            "container-title": whole,
            "container-title-short": short,
            "issued": {"date-parts": [[rng.randint(2004, 2024)]]},
            "volume": str(rng.randint(5, 120)),
            "issue": str(rng.randint(1, 12)),
            "page": f"{first}-{first + rng.randint(4, 14)}",
        }
        if place % 2:
            csl["DOI"] = f"10.{rng.randint(1000, 1199)}/j.{short.split()[0].lower()}.{rng.randint(2004, 2024)}.{first}"
        found.append(list(STYLES.values())[place % 8](csl))
    return found


SELDOM_INDEXED = (
    "Fernwick L. The kitchen garden as medicine chest. 2nd ed. Bristol: Harrow Lane Press; 2011.",
    "Odell, R. M. (1998). Sleeping well without pills. New York, NY: Tallow & Sons.",
    "Marsh T, Obi K. Feeding the newborn. In: Lindqvist A, editor. Handbook of midwifery. Oslo: Fjordtrykk; 2006.",
    "Petrov, I. (2014). Iron status of adolescent runners (Doctoral dissertation, University of Wexcombe).",
    "Health Board of Northshire. Vaccination coverage report 2019. Northshire: Health Board; 2020.",
    "National Institute for Walking. Guideline on footwear for older adults. 2017.",
    "Allergy Trust. Eczema and diet [Internet]. 2021 [cited 2022 Mar 3]. Available from: https://allergytrust.example/eczema",
    "Keller H. Der Schlaf des Säuglings in den ersten Monaten. Zeitschrift für Säuglingskunde. 2009;14(2):77-84.",
    "Dubois M, Lefort A. L’alimentation des nourrissons à la campagne. Revue de la nutrition rurale. 2003;8(1):12-20.",
    "García P, Ruiz L. El sueño de los escolares en las ciudades del norte. Boletín de salud escolar. 2012;5(3):44-51.",
    "Bianchi S. L’uso dei probiotici nei bambini delle scuole. Giornale di pediatria pratica. 2008;3(4):201-9.",
    "Nowak A. Wpływ snu na odporność dzieci w wieku szkolnym. Przegląd zdrowia dziecka. 2010;2(1):5-11.",
    "Иванова А. Влияние сна на иммунитет школьников. Вестник школьной медицины. 2011;4(2):15-22.",
    "Thornbury W. Observations on the whooping cough of infants. Northshire Med J. 1893;2:14-19.",
    "Hargreaves E, Pell J. The feeding of premature infants with breast milk. J Wexcombe Hosp. 1937;5(2):88-95.",
    "Obi K. Iron and tiredness in runners. Bulletin of the Wexcombe Running Club. 2015;3:4-6.",
    "Lind A. Letter to the editor about footwear. The Northshire Gazette. 2018 May 4:12.",
    "Marsh T. Breathing for singers. Unpublished manuscript; 2020.",
    "Fernwick L, Odell R. Herbs for sleep: what parents ask. Proceedings of the Garden Meeting; 2013; Bristol.",
    "Ekpo N. Salt and blood pressure in fishing villages. J Coastal Health. 2026. In press.",
)
"""Works of kinds, languages and years that services lack. All are made up, and no register of the tests holds them."""


def seldom_indexed(number: int) -> list[str]:
    """The works above, again with other years until there are enough."""
    texts = list(SELDOM_INDEXED)
    while len(texts) < number:
        text = texts[len(texts) - len(SELDOM_INDEXED)]
        texts.append(re.sub(r"\b(19|20)(\d)(\d)\b", lambda year: f"{year[1]}{year[2]}{(int(year[3]) + 1) % 10}", text))
    return texts[:number]


def of_preprints(rows: Sequence[Csl]) -> list[Changed]:
    """Published articles cited with the DOI of their preprint; rows come in pairs, the preprint first."""
    found = []
    for place in range(0, len(rows), 2):
        early, late = rows[place], rows[place + 1]
        text = list(STYLES.values())[(place // 2) % 8]({**late, "DOI": early["DOI"]})
        if early["DOI"] in text:
            found.append(Changed("preprint", text, "differs", "published as", f"doi:{late['DOI']}"))
    return found
