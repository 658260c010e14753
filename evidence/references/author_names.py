"""Lists of authors as reference styles write them, into CSL names."""

from __future__ import annotations

import re

from evidence.language.patterns import lazily
from evidence.references.beside_names import names_alone

_ET_AL = lazily(
    r"[,;]?\s*\b(?:et\s+al\b\.?|(?:and\s+)?others\b\.?(?=\s*$)|and\s+(?:others|colleagues|co-?workers)\b\.?)",
    re.IGNORECASE,
)
_OTHERS = lazily(
    r"[,;]?\s+(?:[\[(]\s?et\.?\s?al(?:ii|ia|i)?|(?:[\[(]\s?)?(?:etal|et\.\s?al|et\sal(?:ii|ia|i)"
    r"|et\s(?:coll(?:ab|aborateurs)?|col|autres)|[ye]\scol(?:l|s|aboradores|legh[ie])?|y\sotros|"
    r"e\s(?:outros|altri)|u\.\s?a|u\.\s?Mitarb|und\s(?:andere|Mitarbeiter|Kollegen)|&\sal(?!\.?\s\(?[Ee]d)|m\.?\s?fl|i\swsp|i\sin|и\s(?:др|соавт)|та\sін|(?-i:ym|dkk)|ve\sark|és\smtsai|(?:(?<=(?-i:[A-ZÀ-Þ]),\s)|(?<=(?-i:[A-ZÀ-Þ])\.,\s))(?:and|&|\+|plus)\s\d{1,3}\s(?:others?|more|co-?authors)|等|他|ほか|외|등))\.?"
    r"(?:\s?[\])])?(?=[.,;:]|\s?\((?:1[6-9]|20)\d\d|\s?$|(?<=\.)\s)",
    re.IGNORECASE,
)
"""What stands for the authors that are left out, in the spellings and languages of reference lists."""
_ELLIPSIS = lazily(r"\s*(?:\.\s?\.\s?\.|…)\s*")
_OTHERS_LONGEST = 24
_BETWEEN = lazily(r"[,;]\s|\s(?:and|&|et|und|y|e)\s")
_MOST_CUTS = 12
_AND = lazily(r",?\s+(?:&|and|AND|und|et|y)\s+|\s*&\s*")
_E = lazily(r"\s+(?:e|ed|i|en|og|och)\s+(?=[A-ZÀ-Þ])")
"""“And” where a name may hold the same word: it parts names only where nothing else makes a list of them."""
_INITIALS = lazily(r"(?:[A-ZÀ-ÖØ-Þ]\.?[\s-]?){1,5}(?:,?\s(?:Jr|Sr|II|III|IV)\.?)?$")
_REVERSED = lazily(r"(?P<given>[A-ZÀ-ÖØ-Þ]{1,3}(?:\s[A-ZÀ-ÖØ-Þ](?=\s)){0,2})\s(?P<family>[^,\d]{2,50})$")
"""Initials in front, without stops: "FS McDougal"."""
_NO_STOP = r"(?:[^,;.]|\.(?=\S))"
_COLLECTIVE_WORD = lazily(
    r"\b(?:groups?|investigators|collaborat(?:ors|ion|ive)|consortium|trialists|researchers|committee|team|network|initiative"
    r"|task ?force|panel"
    r"|program(?:me)?|society|association|alliance|members|study|trial|gruppe|arbeitsgruppe|gruppo|grupo|groupe|equipe|équipe)\b",
    re.IGNORECASE,
)
_COLLECTIVE = lazily(rf"^{_NO_STOP}{{1,160}}$")
_BEFORE_BODY = lazily(r"^(?:(?:and|for|on behalf of)\s)?(?:the\s)?")
_PACKED = lazily(
    r"^(?P<family>[^,\d]{2,50}?)\s(?P<given>[A-ZÀ-ÖØ-Þ](?:\.?-?[A-ZÀ-ÖØ-Þ]){0,4})(?:\s(?:Jr|Sr|II|III|[23]rd|[23]nd))?\.?$"
)
_PARTICLE = lazily(r"(?:van|von|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|den|der|ten|ter|st\.?)$", re.IGNORECASE)
_BEHALF = lazily(
    r"[,;]?\s+(?:(?:and|&)\s+)?\(?(?:for|with(?=\sthe\s)|on behalf of|pour|für(?: die)?|im namen der|per(?: il)?"
    r"|en nombre del?|por el)\s+"
    r"(?:(?:the|le|la|das|el)\s+)?(?P<body>[A-Z](?:[^.]|\.(?=\S)){3,150}?)\)?$"
)
_SUFFIX = r"(?:Jr|Sr|II|III|IV|2nd|3rd|4th|2d|3d)"
_RANKS = ("Jr", "Sr", "II", "IV", "2nd", "3rd", "4th", "2d", "3d")
_RANK = lazily(rf",?\s+(?P<suffix>{_SUFFIX})\b\.?(?=\s*(?:[,;&]|and\b|$))")
_RANK_INSIDE = lazily(
    rf"(?P<comma>,?)\s+(?P<suffix>{_SUFFIX})\.?(?P<given>,?\s+(?:[A-ZÀ-ÖØ-Þ]\.?[\s-]?){{1,4}})(?=[,;&]|\s(?:and|et|und|y|e)\b|$)"
)
"""The rank of a name between its halves: "McKay Jr JW", "McKay, Jr., J. W."."""
_TWO_FAMILIES = lazily(r"(?P<one>[A-ZÀ-ÖØ-Þ][\w'’-]{2,40})\s(?:&|and)\s(?P<other>[A-ZÀ-ÖØ-Þ][\w'’-]{2,40})")
"""Two families without initials: "Moor & Lane"."""
_TWO_INVERTED = lazily(
    r"(?P<one>[A-ZÀ-Þ][\w'’-]{1,40}),\s(?P<first>[A-ZÀ-Þ][a-zß-ÿ'’-]{1,30})\s(?:and|&|und|et|y)\s"
    r"(?P<other>[A-ZÀ-Þ][\w'’-]{1,40}),\s(?P<second>[A-ZÀ-Þ][a-zß-ÿ'’-]{1,30})"
)
"""Two full names turned round: "Haas, Rolf and Ito, Mari"."""
_IDEOGRAMS = lazily(r"[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af]{2,6}")
_WORD = lazily(r"[^\W\d_][\w'’.-]*$")
_GROUP = lazily(
    r"\b(?:group|collaborat\w+|consortium|organi[sz]ation|institutes?|association|society|academy|committee|"
    r"centers?|centres?|department|agency|college|council|network|foundation|service|university|ministry|board|"
    r"clinic|hospital|investigators|trialists|staff|publishing|library|editors|team|administration|"
    r"initiative|task ?force|programme|program)\b",
    re.IGNORECASE,
)


def is_body(text: str) -> bool:
    """Whether a name is that of an organisation."""
    return bool(_GROUP.search(text))


def with_plain_et_al(text: str) -> str:
    """The text with what stands for more authors written as "et al" at its first place ("[et al.]", "et coll.")."""
    found = _OTHERS.search(text[:2000])
    if not found or not parse_names(text[: found.start()]):
        return text
    rest = text[found.end() :]
    return f"{text[: found.start()]}, et al{'.' if rest.startswith(' ') else ''}{rest}"


def parse_names(text: str) -> list[dict[str, str]]:
    """CSL names of an author list, in order; [] where the text is not one. A body is one {"literal": name}."""
    if _OTHERS.search(text[-_OTHERS_LONGEST:]):
        text = _OTHERS.sub("", text)
    text = names_alone(text)
    ranked = any(rank in text for rank in _RANKS)
    text = _ET_AL.sub("", text)
    text = _RANK_INSIDE.sub(r"\g<comma>\g<given> \g<suffix>", text) if ranked else text
    text = _ELLIPSIS.sub(" , ", text).strip(" ,;.")
    if not text or len(text) > 3000 or any(char in text for char in '?!:“”"'):
        return []
    ranks = list(_RANK.finditer(text))[:20] if ranked else []
    names = _names(_RANK.sub("", text).strip(" ,;.") if ranked else text)
    if names and ranks:
        names = [dict(name) for name in names]
        for rank in ranks:
            place = len(_names(_RANK.sub("", text[: rank.start()]).strip(" ,;."))) - 1
            if 0 <= place < len(names):
                names[place]["suffix"] = rank["suffix"]
    return names


def alone_with_others(text: str) -> str:
    """The family name in "Moor et al", which says that others are left out and gives no initials; "" elsewhere."""
    family = _ET_AL.sub("", text).strip(" ,;.")
    return family if family != text.strip(" ,;.") and len(family.split()) <= 3 and _is_family(family) else ""


def first_names(text: str) -> list[dict[str, str]]:
    """The names of the longest beginning of a list that can be read, where the whole cannot; [] if none can."""
    cuts = [match.start() for match in _BETWEEN.finditer(text[:400])]
    for cut in reversed(cuts[:_MOST_CUTS]):
        if names := parse_names(text[:cut]):
            return names
    return []


def _names(text: str) -> list[dict[str, str]]:
    if (two := _TWO_FAMILIES.fullmatch(text)) and not _GROUP.search(text):
        return [{"family": two["one"]}, {"family": two["other"]}]
    if (two := _TWO_INVERTED.fullmatch(text)) and not _GROUP.search(text):
        pairs = (("one", "first"), ("other", "second"))
        return [{"family": two[family], "given": two[given]} for family, given in pairs]
    if (behalf := _BEHALF.search(text)) and _INITIALS.search(text[: behalf.start()].split(" ")[-1]):
        return [*parse_names(text[: behalf.start()]), {"literal": behalf["body"].strip()}]
    if _COLLECTIVE_WORD.search(text) and (mixed := _people_and_groups(text)):
        return mixed
    if _GROUP.search(text) and not _INITIALS.search(text.split(",")[-1].strip()):
        short = len(text.split()) <= 14 and not re.search(r"[a-z]{3}\.\s[A-Z]", text)
        return [{"literal": text}] if short else []
    listed = _listed(text) if ";" in text else []
    plain = _AND.sub(", ", text)
    names = listed or _unlisted(plain)
    if not names and _E.search(plain):
        names = _unlisted(_E.sub(", ", plain))
    for name in names:
        if re.search(r"\.\s?-?[A-Z]$", name.get("given", "")) or (
            "." in text and re.search(r"(?:^|\s)[A-Z]$", name.get("given", ""))
        ):
            name["given"] += "."  # the full stop of the last initial was cut with the list's own
    return names


def _unlisted(text: str) -> list[dict[str, str]]:
    parts = [part.strip(" ,") for part in re.split(r"\s*[;,，、；]\s*", text)]
    parts = [part for part in parts if part]
    if parts and all(_IDEOGRAMS.fullmatch(part) for part in parts):
        return [{"literal": part} for part in parts]
    return _packed(parts) or _pairs(parts) or _reversed(parts) or _spelled_out(parts)


def _people_and_groups(text: str) -> list[dict[str, str]]:
    """ "Polder FP, ABC Investigators": groups among people with initials; [] for anything else."""
    parts = re.split(r"\s*[;,]\s*(?:(?:and|&|und|et|y|e)\s+)?|\s+(?:and|&|und|et)\s+(?:the\s+)?(?=[^,;]{2,100}$)", text)
    groups = [
        bool(_COLLECTIVE_WORD.search(part) and _COLLECTIVE.match(part)) and not _PACKED.match(part) for part in parts
    ]
    if len(parts) > 200 or not any(groups) or all(groups):
        return []
    names: list[dict[str, str]] = []
    people: list[str] = []
    for part, is_group in zip([*parts, ""], [*groups, True], strict=True):
        if not is_group:
            people.append(part)
            continue
        found = _with_initials(", ".join(people)) if people else []
        if people and not found:
            return []
        names += found + ([{"literal": _BEFORE_BODY.sub("", part)}] if part else [])
        people = []
    return names


def _with_initials(text: str) -> list[dict[str, str]]:
    parts = [part.strip() for part in _AND.sub(", ", text).split(",") if part.strip()]
    found = _packed(parts) or _pairs(parts) or _reversed(parts)
    return found if all("given" in name for name in found) else []


def _reversed(parts: list[str]) -> list[dict[str, str]]:
    """ "FS McDougal, O Akinola": two names at least, for one alone may be a body ("UK Biobank")."""
    found = [_REVERSED.match(part) for part in parts]
    if len(parts) < 2 or not all(match and _is_family(match["family"]) for match in found):
        return []
    return [{"family": match["family"], "given": match["given"]} for match in found if match]


def _listed(text: str) -> list[dict[str, str]]:
    """ "Bell, Ada; Coe, Dan": every name inverted, semicolons between them."""
    pairs = [part.strip(" ,") for part in text.split(";") if part.strip(" ,")]
    halves = [[half.strip() for half in pair.split(",")] for pair in pairs]
    if not all(len(half) == 2 and _is_family(half[0]) and _titled(half[1]) and half[1] for half in halves):
        return []
    return [{"family": family, "given": given} for family, given in halves]


def _packed(parts: list[str]) -> list[dict[str, str]]:
    """Vancouver: "Hall KD, Guyenet SJ"."""
    names = []
    for part in parts:
        match = _PACKED.match(part)
        if match and _is_family(match["family"]):
            names.append({"family": match["family"], "given": match["given"]})
        elif _GROUP.search(part):
            names.append({"literal": part})
        else:
            return []
    return names


def _pairs(parts: list[str]) -> list[dict[str, str]]:
    """APA: "Amir, L. H., Griffin, L."; later names may come round the other way ("and W. E. Howard")."""
    names: list[dict[str, str]] = []
    place = 0
    while place < len(parts):
        part = parts[place]
        after = parts[place + 1] if place + 1 < len(parts) else ""
        if _is_family(part) and _INITIALS.match(after):
            names.append({"family": part, "given": after})
            place += 2
        elif (first := re.match(r"((?:[A-ZÀ-ÖØ-Þ]\.\s?-?){1,4})\s*(\D{2,40})$", part)) and _is_family(first[2]):
            names.append({"family": first[2].strip(), "given": first[1].strip()})
            place += 1
        elif names and (match := _PACKED.match(part)):
            names.append({"family": match["family"], "given": match["given"]})
            place += 1
        else:
            return []
    return names


def _spelled_out(parts: list[str]) -> list[dict[str, str]]:
    """ "Hunt, Katherine M., James A. Foster" and "Katherine Hunt, James Foster"."""
    if inverted := _all_inverted(parts):
        return inverted
    names: list[dict[str, str]] = []
    if (
        len(parts) >= 2
        and _is_family(parts[0])
        and len(parts[0].split()) <= 2
        and len(parts[1].split()) <= 3
        and _titled(parts[1])
    ):
        names.append({"family": parts[0], "given": parts[1]})
        parts = parts[2:]
    for part in parts:
        words = part.split()
        if not 2 <= len(words) <= 5 or not _titled(part):
            return []
        cut = len(words) - 1
        while cut > 1 and _PARTICLE.match(words[cut - 1]):
            cut -= 1
        if len(words[-1].rstrip(".")) < 2:
            return []  # an initial at the end: the name was cut in the middle
        names.append({"family": " ".join(words[cut:]), "given": " ".join(words[:cut])})
    return names


def _all_inverted(parts: list[str]) -> list[dict[str, str]]:
    """ "Hunt, Katherine M., Foster, James, Coe, Ann": of each pair one given name at least has an initial behind it."""
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    if len(parts) < 4 or len(parts) % 2 or not any(re.search(r"\s[A-ZÀ-Þ]\.?$", given) for _, given in pairs):
        return []
    alone = all(_is_family(family) and (" " not in family or _PARTICLE.match(family.split()[0])) for family, _ in pairs)
    if not alone or not all(_titled(given) and len(given.split()) <= 3 for _, given in pairs):
        return []
    return [{"family": family, "given": given} for family, given in pairs]


def _is_family(text: str) -> bool:
    words = text.split()
    return bool(
        1 <= len(words) <= 5
        and all(_WORD.match(word) and not re.fullmatch(r"(?:[A-Z]\.){1,4}[A-Z]?\.?", word) for word in words)
        and words[-1][0].isupper()
        and len(words[-1].rstrip(".")) > 1
        and all(word[0].isupper() or _PARTICLE.match(word) for word in words)
    )


def _titled(text: str) -> bool:
    return all(word[0].isupper() or _PARTICLE.match(word) for word in text.split()) and not re.search(r"\d", text)
