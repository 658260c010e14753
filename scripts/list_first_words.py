"""Works out how each wording of the engine may begin and which words it needs, so that no start of the engine does.

    python scripts/list_first_words.py --write

Writes evidence/language/first_words.json: each pattern with its beginnings and with those of the words it needs. A
pattern that is not listed is worked out when the engine starts, which is right and slow, and is looked for in more
sentences, so this is run after patterns were changed. Ends with 1 where one is missing; a test asks that.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from needed_words import needed_words  # noqa: E402

import evidence  # noqa: E402
from evidence.language import patterns  # noqa: E402
from evidence.language.first_words import first_words  # noqa: E402

LISTED = ROOT / "evidence" / "language" / "first_words.json"


def beginnings() -> Mapping[str, tuple[str | None, str | None]]:
    """The beginnings of every pattern for wordings that a module of the engine makes as it is loaded, then those of
    the words it needs; a bar parts them."""
    for module in pkgutil.walk_packages(evidence.__path__, "evidence."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return {pattern: entry(pattern) for pattern in sorted(patterns.known_patterns())}


def entry(pattern: str) -> tuple[str | None, str | None]:
    """What is listed for a pattern."""
    first, needed = first_words(pattern), needed_words(pattern)
    return None if first is None else "|".join(first), None if needed is None else "|".join(needed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the file; without it say what is missing")
    options = parser.parse_args()
    found = beginnings()
    if options.write:
        LISTED.write_text(json.dumps(found, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    listed = json.loads(LISTED.read_text("utf-8"))
    missing = found.keys() - listed.keys()
    sys.stdout.write(f"{len(found)} patterns, {len(missing)} not listed\n")
    if missing:
        sys.exit("Run: python scripts/list_first_words.py --write")


if __name__ == "__main__":
    main()
