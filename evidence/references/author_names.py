"""Lists of authors as reference styles write them, into CSL names."""

from __future__ import annotations

import re

_ET_AL = re.compile(r"[,;]?\s*\b(?:et\s+al\b\.?|and\s+others\b\.?|and\s+colleagues\b)", re.IGNORECASE)
_ELLIPSIS = re.compile(r"\s*(?:\.\s?\.\s?\.|…)\s*")
_AND = re.compile(r",?\s+(?:&|and|und|et|y)\s+|\s*&\s*")
_INITIALS = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]\.?[\s-]?){1,5}(?:,?\s(?:Jr|Sr|II|III|IV)\.?)?$")
_PACKED = re.compile(
    r"^(?P<family>[^,\d]{2,50}?)\s(?P<given>[A-ZÀ-ÖØ-Þ](?:\.?-?[A-ZÀ-ÖØ-Þ]){0,4})(?:\s(?:Jr|Sr|II|III|[23]rd|[23]nd))?\.?$"
)
_PARTICLE = re.compile(
    r"(?:van|von|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|den|der|ten|ter|st\.?)$", re.IGNORECASE
)
_BEHALF = re.compile(r"[,;]?\s+(?:for|on behalf of)\s+(?:the\s+)?(?P<body>[A-Z].{3,150})$")
_JUNIOR = re.compile(r",\s*(?:Jr|Sr|II|III|IV)\b\.?(?=,|$)")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*$")
_GROUP = re.compile(
    r"\b(?:group|collaborat\w+|consortium|organi[sz]ation|institutes?|association|society|academy|committee|"
    r"centers?|centres?|department|agency|college|council|network|foundation|service|university|ministry|board|"
    r"clinic|hospital|staff|publishing|library|editors|team|administration|initiative|task ?force|programme|program)\b",
    re.IGNORECASE,
)
_BEHALF = re.compile(r"[,;]?\s+(?:for|on behalf of)\s+(?:the\s+)?(?P<body>[A-Z].{3,150})$")
_JUNIOR = re.compile(r",\s*(?:Jr|Sr|II|III|IV)\b\.?(?=,|$)")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*$")


def is_body(text: str) -> bool:
    """Whether a name is that of an organisation."""
    return bool(_GROUP.search(text))


def parse_names(text: str) -> list[dict[str, str]]:
    """CSL names of an author list, in order; [] where the text is not one. A body is one {"literal": name}."""
    text = _JUNIOR.sub("", _ELLIPSIS.sub(" , ", _ET_AL.sub("", text))).strip(" ,;.")
    if not text or len(text) > 3000 or any(char in text for char in '?!:“”"'):
        return []
    if (behalf := _BEHALF.search(text)) and _INITIALS.search(text[: behalf.start()].split(" ")[-1]):
        return [*parse_names(text[: behalf.start()]), {"literal": behalf["body"].strip()}]
    if _GROUP.search(text) and not _INITIALS.search(text.split(",")[-1].strip()):
        return [{"literal": text}] if len(text.split()) <= 14 else []
    listed = _listed(text) if ";" in text else []
    parts = [part.strip(" ,") for part in re.split(r"\s*[;,]\s*", _AND.sub(", ", text))]
    parts = [part for part in parts if part]
    names = listed or _packed(parts) or _pairs(parts) or _spelled_out(parts)
    for name in names:
        if re.search(r"\.\s?-?[A-Z]$", name.get("given", "")) or (
            "." in text and re.search(r"(?:^|\s)[A-Z]$", name.get("given", ""))
        ):
            name["given"] += "."  # the full stop of the last initial was cut with the list's own
    return names


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


def _is_family(text: str) -> bool:
    words = text.split()
    return bool(
        1 <= len(words) <= 5
        and all(_WORD.match(word) and not re.fullmatch(r"[A-Z]\.", word) for word in words)
        and words[-1][0].isupper()
        and len(words[-1].rstrip(".")) > 1
        and all(word[0].isupper() or _PARTICLE.match(word) for word in words)
    )


def _titled(text: str) -> bool:
    return all(word[0].isupper() or _PARTICLE.match(word) for word in text.split()) and not re.search(r"\d", text)
