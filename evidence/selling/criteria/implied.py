"""(iv) The disease is implied: by the product's name, a title that is cited, or words that stand for a disease.

Pictures and the like reach this through their words (the alt text is read as a sentence of the advertisement).
"""

from __future__ import annotations

import re

from evidence.language.patterns import any_of, lazily
from evidence.selling.lexicon import ILL, of_kind, stems
from evidence.selling.ordinary import is_ordinary
from evidence.selling.passage import Passage, said

_ORGAN = r"hepat|prosta|thyro|cardi|nephr|derm|gastr|neur|pulmo|osteo|ophth|gluco|glyc|rheum|onco|immun|virus|flu|bladder|urin|diabet|candid|dement|arthr|migr|carie|asthm"
_ENDS_ILL = r"cure|fix|stop|heal|rx|rid|ex(?:it)?|away|shield|kill|block|free|gone|rescue|relief|remedy|end|be\s?gone|clear|buster|zap|defen[cs]e|fighter|control|no\s?more|ease|out|nix|med"
_COINED = lazily(
    rf"(?:(?:{_ORGAN})[a-z]{{0,4}}[\s-]?(?:{_ENDS_ILL})\b|\banti-?\s?(?:{_ORGAN}|stroke|cancer|allergy|asthma|cold|diabetes))",
    re.I,
)
_ILL = r"diabe|arthr|rheum|reuma|hyperten|herp[ez]|sciati|fibromy|lupus|vert[ie]g|tinn?i|h(?:a)?em+or|anxi|insom|migra(?!t)|psor|eczem|ekzem|asthm|cancer|tumou?r|alzh|dement|parkins|leuk(?:a)?e|osteopor|glauco|gout|colit|crohn|shingl|ulcer|reflux|sinusit|bronchi|pneumo|thromb|epilep|depress"
_COMPLAINT = r"acn|wart|cold|flu|fung(?:i|us|o)?|virus|viro|bacteri|infect|pain|sinus?|cyst|uti|colic|thyroid|germ|cough|fever|allerg|corn|bunion|snot|clot|scar|rash"
_MADE_UP = lazily(
    rf"{_ILL}|^(?:{_COMPLAINT})[a-z]?(?:{_ENDS_ILL}|ban|bane|off|x|ix|aze|aid|calm|less|go|ol|end|be-?gone|bust|terminator|killer)$",
    re.IGNORECASE,
)
"""What the name of an ill looks like at the front or inside of a word that somebody made up."""
_TITLE = lazily(r"[“\"'‘*_]([A-Z][^”\"’*_]{6,120})[”\"'’*_]")
_CITES = any_of(
    r"article|blog|book|e-?book|page|paper|study|studies|series|leaflet|handbook|guide|journal|featured|author\s+of|recommended\s+in|lancet|jama|bmj|nejm|post|video|read"
)
_LABEL = lazily(r"thisproduct\s+((?:[A-Z][\w-]*\s*){1,4})")


def words(passage: Passage) -> str:
    """What implies the disease, or ""."""
    in_name = of_name(passage.name)
    if in_name:
        return in_name
    label = _LABEL.search(passage.text)
    if label and (of_kind(label.group(1), *ILL) or of_name(label.group(1))):
        return f"name ... {label.group(1).strip()}"
    if _CITES.search(passage.text):
        title = _TITLE.search(passage.text)
        ills = of_kind(title.group(1) if title else passage.text, *ILL)
        if ills:
            return said("title" if title else "publication", ills[0])
    return ""


_ALSO_NAMES = frozenset({"aura"})
"""Signs of an illness whose names firms bear for their other meaning."""


def of_name(name: str) -> str:
    """What a product's name says of a disease ("ArthroCure", "Diabetes Support"), or ""."""
    if not name:
        return ""
    ills = [one for one in of_kind(name, *ILL) if one.term not in _ALSO_NAMES]
    if ills:
        return f"name ... {ills[0].term}"
    spread = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    ills = [one for one in of_kind(spread, *ILL) if one.term not in _ALSO_NAMES]
    if ills:
        return f"name ... {ills[0].term}"
    coined = _COINED.search(name) or _COINED.search(spread)
    if coined:
        return f"name ... {coined.group()}"
    for word in re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", name):
        if is_ordinary(word):
            continue  # "Migration" is a word of its own
        made_up = _MADE_UP.search(word.replace("-", ""))
        stem = stems(word) or (made_up.group().lower() if made_up else "")
        if stem:
            return f"name ... {stem}"
    return ""
