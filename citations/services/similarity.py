"""Whether two records of the library look like one work: by title, year and first author, against all that says no.

Rules [house], chosen on the even-numbered of 1,000 PubMed records put in twice with noise and judged on the others
(`make bench` prints both): a wrong pair costs an editor a look, a merge is always a person's decision.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

from citations.lookups.title_matching import folded_words, similarity
from citations.models import Citation
from citations.services.decisive_words import told_apart, unmarked
from citations.services.record_matching import is_untitled

IDENTIFIERS = ("doi", "pmid", "pmcid", "isbn", "arxiv")
SIMILAR, NEARLY_SAME = 0.88, 0.97
"""How alike titles must be where the first author is the same, and where only the title speaks for one work."""
PARTICLES = frozenset(
    {
        *("van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "les"),
        *(
            "ten",
            "ter",
            "te",
            "op",
            "zu",
            "zur",
            "zum",
            "af",
            "av",
            "al",
            "el",
            "bin",
            "ibn",
            "ben",
            "abu",
            "st",
            "mc",
            "mac",
        ),
        *("jr", "sr", "ii", "iii", "iv"),
    }
)
SPELT = str.maketrans({"ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "œ": "oe", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"})
"""Letters that Unicode takes for no other with a sign, as databases without them write them."""
LONG, CLOSE = 4, 0.7
"""Letters from which a word counts as one of its own, and how alike it must be to one of the other title [house]."""
SHORT = 4
"""Words of a title up to which it names too many works ("Editorial", "Sleep and health")."""
_NUMBER = re.compile(r"^(?:\d+|[ivx]+)$")
_ABOUT_ANOTHER = frozenset(
    {
        *("erratum", "corrigendum", "correction", "addendum", "retraction", "retracted"),
        *("reply", "response", "re", "comment", "commentary", "letter"),
    }
)
_BESIDE = frozenset({"protocol", "rationale"})
"""Words of a work beside the trial of the same name: "…: study protocol", "…: rationale and design"."""
_TITLE_OF_ANOTHER = 2
"""Such a word counts among the first words of a title: "Reply to …", "Erratum: …"."""


@dataclass(frozen=True, slots=True)
class Similarity:
    """How alike the titles are, from 0 to 1, and what speaks for one work, in words."""

    score: float
    reasons: tuple[str, ...]


def same_work(one: Citation, other: Citation) -> Similarity | None:
    """Why the two may be one work; None where they are told apart, or too little is known to say so."""
    if _identified_apart(one, other) or is_untitled(one) or is_untitled(other):
        return None
    titles = unmarked(one.title).translate(SPELT), unmarked(other.title).translate(SPELT)
    left, right = folded_words(titles[0]), folded_words(titles[1])
    if not left or not right or _numbers(left) != _numbers(right) or _about_another(left) != _about_another(right):
        return None
    if one.year and other.year and abs(one.year - other.year) > 1:
        return None
    if (_words_alone(left, right) and _words_alone(right, left)) or told_apart(left, right):
        return None
    score = _alike(left, right, *titles)
    author = _same_first_author(one, other)
    if score < (SIMILAR if author else NEARLY_SAME) or (author is False and not _share_authors(one, other)):
        return None
    if not _places_agree(one, other, exact=score >= NEARLY_SAME and bool(author) and len(left) > SHORT):
        return None
    if len(left) <= SHORT and not _same_place(one, other):
        return None
    if not author and not (one.year and other.year and one.year == other.year):
        return None
    return Similarity(score, tuple(_reasons(one, other, score, bool(author))))


def _identified_apart(one: Citation, other: Citation) -> bool:
    """An identifier that both have and that differs; a preprint and its journal version are two works as well."""
    if one.preprint != other.preprint and (one.published_as_id == other.pk or other.published_as_id == one.pk):
        return True
    pairs = ((getattr(one, name), getattr(other, name)) for name in IDENTIFIERS)
    return any(left and right and left != right for left, right in pairs)


def _numbers(words: list[str]) -> list[str]:
    """The numbers of a title in their order: "part 2" is another work than "part 1"."""
    return [word for word in words if _NUMBER.match(word)]


def _about_another(words: list[str]) -> frozenset[str]:
    """Words that make a title one about another work."""
    return (_ABOUT_ANOTHER & frozenset(words[:_TITLE_OF_ANOTHER])) | (_BESIDE & frozenset(words))


def _words_alone(words: list[str], others: list[str]) -> bool:
    """Whether a word stands in one title alone and is no slip of the pen. Where both titles have such words, they name
    two things: "walking for knees", "swimming for knees"; where one has them, the other may lack its subtitle."""
    letters = "".join(others)  # where a space was lost two words stand as one
    left_over = [word for word in set(words) - set(others) if len(word) >= LONG and word not in letters]
    return any(not get_close_matches(word, set(others), 1, CLOSE) for word in left_over)


def _alike(left: list[str], right: list[str], one: str, other: str) -> float:
    """By whole words, where a missing subtitle costs nothing, or by letters, where a slip of the pen costs little."""
    return max(similarity(one, other), SequenceMatcher(None, " ".join(left), " ".join(right), autojunk=False).ratio())


def _same_first_author(one: Citation, other: Citation) -> bool | None:
    """None where one of them has no author."""
    if not one.families or not other.families:
        return None
    left, right = _bare_name(one.families[0]), _bare_name(other.families[0])
    if not left or not right:
        return None
    return left == right or SequenceMatcher(None, left, right).ratio() >= 0.85


def _bare_name(family: str) -> str:
    """A family name in plain letters, without the particles and ranks that one record has and another lacks."""
    words = folded_words(family.translate(SPELT))
    kept = [word for word in words if word not in PARTICLES] or words
    return "".join(kept)


def _share_authors(one: Citation, other: Citation) -> bool:
    """Whether half of the names of the shorter list stand in the other: the first author may have been left out."""
    left, right = ({"".join(folded_words(name.translate(SPELT))) for name in work.families} for work in (one, other))
    return len(left & right) * 2 >= min(len(left), len(right)) > 1


def _first_page(work: Citation) -> str:
    return re.split(r"[-–,]", str((work.csl or {}).get("page") or ""))[0].strip().lower()


def _volume(work: Citation) -> str:
    return str((work.csl or {}).get("volume") or "").strip().lower()


def _places_agree(one: Citation, other: Citation, *, exact: bool) -> bool:
    """Whether volume and first page do not speak against it. Pages online and in print differ, so `exact` titles pass
    where nothing but the page does."""
    volumes, pages = (_volume(one), _volume(other)), (_first_page(one), _first_page(other))
    if all(volumes) and volumes[0] != volumes[1]:
        return False
    return exact or not all(pages) or pages[0] == pages[1]


def _same_place(one: Citation, other: Citation) -> bool:
    """Same volume and first page, both known."""
    return bool(_volume(one) and _first_page(one)) and (_volume(one), _first_page(one)) == (
        _volume(other),
        _first_page(other),
    )


def _reasons(one: Citation, other: Citation, score: float, author: bool) -> list[str]:
    reasons = ["The titles are the same." if score >= 0.999 else f"The titles are alike ({int(score * 100)}%)."]
    if author:
        reasons.append(f"The first author is {one.families[0]}.")
    if one.year and one.year == other.year:
        reasons.append(f"Both are of {one.year}.")
    elif one.year and other.year:
        reasons.append(f"They are a year apart ({min(one.year, other.year)}, {max(one.year, other.year)}).")
    if _same_place(one, other):
        reasons.append("Volume and first page are the same.")
    return reasons
