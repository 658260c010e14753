"""How food tastes, mixes and feels in the mouth, with no word of what it does to anybody."""

from __future__ import annotations

from evidence.language.patterns import Cue, any_of
from evidence.selling.lexicon import terms

_TASTE = Cue(
    r"\b(?:flavou?r\w*|tast(?:e|es|y|ed|ier)|after-?taste|delicious\w*|yummy|creamy|chalky|crunch\w*|candy|textures?|sweetness|sweetened|milkshake|mix(?:es)?\s+(?:\w+\s+)?(?:well|easily|smoothly|effortlessly|perfectly|with|in|into)|treat\s+for\s+your\s+taste\s+buds|taste\s+buds)\b",
)
_TONGUE = Cue(
    r"\b(?:(?:mild|gentle|easy|kind)\s+on\s+(?:your|the|my)\s+(?:taste\s+buds|palate|tongue)|taste\s+buds|refreshing\s+(?:\w+\s+)?(?:flavou?rs?|drinks?|tastes?))\b",
)
_DOES = any_of(
    r"side[\s-]effects?|interact\w*|cur(?:e|es|ed|ing)|heal\w*|treat(?:s|ed|ing|ment)|reliev\w*|relief|prevent\w*|protect\w*|improv\w*|reduc\w*|lower\w*|boost\w*|sooth\w*|calm\w*|relax\w*|help\w*|benefi\w+|effective\w*|work(?:s|ed)|support\w*|promot\w*|strength\w*|energ\w+|detox\w*|safe\w*|gentle|harmless|health\w*|recover\w*|muscle\w*|workouts?|performance|hydrat\w*|absor\w+|digest\w*|burn\w*|melt\w*|los(?:e|es|ing)|weight|slim\w*|gain\w*|build\w*|fuel\w*|power\w*|focus|mood|sleep\w*|skin|immun\w*|balanc\w+|hormon\w*|gut|cravings?|liv(?:e|es|ing)|longer|years|young\w*|doctors?|better|best|unlike|than\s+(?:any|other|all|every)|suitable|allerg\w*|pregnan\w*|kids|child\w*|bab(?:y|ies)|feel(?:s|ing)?|nourish\w*|transform\w*|fitness|goals?|free\s+(?:of|from)|no\s+more|gone|(?:mak|keep|let|giv|turn|leav)(?:e|es|ing|s|ting)?\s+(?:you|us|them|him|her|me|people|everyone|your)|potent|strong\w*|medicine\w*"
)


def only_tastes(text: str) -> bool:
    """Whether a sentence tells of the taste of goods, and names nothing of the body and no effect."""
    found = _TASTE.search(text)
    if found is None:
        return False
    rest = _TONGUE.sub(" ", text)
    return not _DOES.search(rest) and not terms(rest)
