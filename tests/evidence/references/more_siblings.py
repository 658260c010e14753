"""More strings for kinds of faults that came out wrong when they were first tried; `siblings` says how to read them.

Nobody's list stands here: names, titles and journals are invented.
"""

from __future__ import annotations

from itertools import product
from typing import Any

Case = tuple[Any, Any]

_WORK = "Copper for warts in sailors"
_PLACE = "J Owl Med. 2012;9(4):40-48."
RETRACTED_TITLES = (
    f"Holt P. {_WORK} – RETRACTED. {_PLACE}",
    f"Holt P. {_WORK} — WITHDRAWN. {_PLACE}",
    f"Holt P. {_WORK} (Retraction of vol 9, pg 40, 2012). J Owl Med. 2015;12(1):5.",
)
VISITED = tuple(
    f"Holt P. {_WORK}. J Owl Med [Internet]. 2004 [{seen}];9(4):40-8."
    for seen in (
        "citované 2024 Dec 31",
        "citováno 31. 12. 2024",
        "acceso 31 dic 2024",
        "dostęp 31 grudnia 2024",
        "hämtad 31 december 2024",
        "hentet 31. desember 2024",
        "viitattu 31.12.2024",
    )
)
OTHERS = ("и соавт.", "та ін.", "ym.", "mfl", "dkk", "ve ark.", "외")
"""What stands for the authors that are left out."""
MARKERS: tuple[tuple[str, tuple[int, ...]], ...] = (
    *((f"[1{sign}3]", (1, 2, 3)) for sign in ("…", "..", "~", " through ", " bis ")),
    *((f"[1 {word} 3]", (1, 3)) for word in ("und", "et", "y")),
    *((f"[{lead} 3]", (3,)) for lead in ("see", "cf.", "See also")),
    *((f"[3, {where}]", (3,)) for where in ("Table 2", "Figure 4", "page 12")),
    ("<sup>(3)</sup>", (3,)),
    ("[[1](#r1)–[3](#r3)]", (1, 2, 3)),
    ("⟦3⟧", (3,)),
    ("❲1, 3❳", (1, 3)),
)
"""A mark and the numbers of the works that it leads to."""
KEY_FORMS = ("[@doi.org/{}]", "@{{doi:{}}}", "[@doi: {}]", "(@doi:{})")
DOIS = ("10.1000/owl(2)5", "10.1016/j.owl.2011.01.002")
KEYS = tuple((doi, form.format(doi)) for doi, form in product(DOIS, KEY_FORMS))
FIELD_DOIS = (
    (r"10.1000/owl\textless5\textgreater6", "10.1000/owl<5>6"),
    (r"10.1000/owl\textless{}5\textgreater{}6", "10.1000/owl<5>6"),
    (r"10.1000/owl\#5", "10.1000/owl#5"),
    (r"10.1000/owl{\#}5", "10.1000/owl#5"),
    ("10.1000/owl&lt;5&gt;6", "10.1000/owl<5>6"),
    ("10.1000/owl%3C5%3E6", "10.1000/owl<5>6"),
    ("10.1000/\n   owl5", "10.1000/owl5"),
    ("https://doi.org/10.1000/OWL#5", "10.1000/owl#5"),
)
IN_PRESS = ("Under review.", "Publication pending.", "Em impressão.", "Publicación en curso.", "W druku.")
ARXIV = (
    "ArXiv. 2021;abs/2103.01234.",
    "ArXiv abs/2103.01234 (2021).",
    "CoRR abs/2103.01234 (2021).",
    "arXiv pre-print 2103.01234, 2021.",
    "arXiv e-print (2103.01234), 2021.",
)
SENTENCES = (
    ("See Appx. C for doses.", 1),
    ("See ibid. 45 there.", 1),
    ("See op. cit. 45 there.", 1),
    ("Use tbsp. 2 of it.", 1),
    ("He read the Appx. Then he slept.", 2),
    ("He is 6 ft. Then he grew.", 2),
)
