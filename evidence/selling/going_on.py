"""How a sentence speaks of a product without naming it: "It ...", "this formula", a fragment, a call, a line of a list.

Source: the wordings are [house]; which product is meant is found by `discovery`.
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, lazily

ON = lazily(
    r"^\W*+(?!it\s+(?:is|was)\s+(?:(?:not\s+)?(?:best|clear|true|important|good|better|time|known|possible|likely|why|how|what|because|hard|easy|strange|a\s+shame|worth)\b))(?:it|its|it['’]s|they|their|(?:this|these)\s+(?:[\w-]+\s+){0,3}?(?:formulas?|blends?|products?|supplements?|probiotics?|combination|approach|protocol|regimen|suppository|remedy|system|method|device|monitor|tracker)|each\s+(?:capsule|serving|dose)|made\s+with|contains?)\b",
    re.IGNORECASE,
)
IT = lazily(
    r"^\W*+(?:it|they|this|these)\s+(?!(?:is|was|are)\s+(?:(?:not\s+)?(?:clear|true|important|said|time|a\s+fact|known|possible|likely|estimated|thought|why|how|what|because|where|when)|\w+\s+(?:that|to)\b)|(?:rain|snow|seem|turn|happen|means?|matters|depends)\w*)"
    r"(?:\w+ly\s+|also\s+|even\s+|really\s+)*(?:can|will|may|helps?|is|has|contains?|comes?|costs?|\w+s)\b",
    re.IGNORECASE,
)
GOODS = (
    r"(?:capsules?|tablets?|gummies|softgels?|powder|drops|syrup|tea|cream|gel|balm|lotion|serum|oil|ointment|spray|patch(?:es)?|sachets?|bars?|app|devices?|lamp|belt|insoles?|bracelet|kit|test|programme|program|plan|course|"
    r"formulas?|formulation|blend|supplements?|products?|probiotics?|honey|kefir|chocolate|toothpaste|tincture|elixir|pills?|lozenges?|bottle|jar|remedy|mix|combination|protocol|regimen|suppository|monitor|tracker|gadget|wearable|wristband|smartwatch)"
)
THE_GOODS = Cue(
    rf"\b(?:the|this|these|our|each|every|one|two|three|a\s+(?:cup|bottle|jar|dose|drop|course|scoop)\s+of\s+(?:the|this|our))\s+(?:[\w-]+\s+){{0,3}}?{GOODS}\b|\b(?:two|three|one)\s+{GOODS}\s+a\s+day\b",
    re.IGNORECASE,
)
THESE_GOODS = lazily(rf"\W*(?:these|this|our)\s+(?:[\w-]+\s+){{0,2}}?{GOODS}\b", re.IGNORECASE)
"""The same as the subject of the sentence."""
YOURS = lazily(
    r"^\W*(?:your|no\s+more|good-?bye|bye|gone|never\s+again|farewell|so\s+long|say|the\s+end)\b", re.IGNORECASE
)
"""What is said to readers right behind a name: "Your gout is over"."""
QUOTED = lazily(r"^\W*[\"“‘']|^\W*(?:–|—|-)\s*[A-Z][\w.]+,?|★|⭐|\bstars?\b")
CALLS = lazily(
    r"^[\W_]*+(?:say\s+(?:goodbye|bye|hello|farewell)|kiss|goodbye|farewell|no\s+more|forget|put\s+down|throw\s+away|skip|swap|ditch|drop|leave|stop|end|beat|banish|get\s+rid|never\s+again|imagine|feel|sleep|wake|enjoy|wave|you\s+(?:will|can)|your\s+\w+\s+will|"
    r"\w+(?:\s+\w+){0,3}?,?\s+(?:be\s+gone|begone|go\s+away|get\s+lost|move\s+over)|cancel|reach|lose|cure|treat|heal|relieve|fight|keep|protect|live\s+without|instead\s+of|since\s+(?:i|we)|after\s+(?:one|two|three|\w+\s+weeks)|i\s+(?:have|was|am|no\s+longer|threw|used|swapped)|my\s+\w+)\b",
    re.IGNORECASE,
)
PREFIXED = lazily(
    r"^\W*+(?:as|in\s+addition\s+to|besides|with|by|unlike|because|since|when|while|along\s+with|beyond|apart\s+from|thanks\s+to|not\s+only)\b[^.!?;:]{3,140}?,\s+(?:it|they)"
    r"(?:['’]s|\s+(?:also\s+|even\s+|\w+ly\s+)*(?:can|will|may|helps?|is|are|has|have|\w+s))\b(?!\s+(?:important|clear|true|possible|likely|necessary|best|time|said)\b)",
    re.IGNORECASE,
)
"""The same with words before it: "As one of the leading teas, it helps ..."."""
FEATURE = lazily(r"^\W*[A-Z0-9][\w'’&/+-]{0,40}(?:\s+(?!(?:is|are|was|were)\b)[\w'’&/+-]{1,40}){0,6}:[\s*_]+\S")
"""A line of a list of qualities: "Improves Skin Health: Promotes ..."."""
_PLURAL = r"(?:supplements|probiotics|products|vitamins|teas|oils|creams|serums|capsules|gummies|powders|devices|apps|monitors|trackers|remedies|brands|formulas|blends|options|picks)"
PICKS = Cue(
    r"\b(?:our|my)\s+(?:\w+\s+){0,2}?(?:selections?|recommendations?|picks?|choices|favou?rites)\b(?!\s+(?:is|are|was|were)\s+(?:to\s+)?(?:see|talk|speak|consult|your))"
    rf"|\b(?:we|i)\s+(?:\w+ly\s+)?(?:use|recommend|stock|carry|love|trust)\s+(?:these|the\s+following)\s+(?:\w+\s+)?{_PLURAL}"
    rf"|\b(?:guide|list|roundup|round-up|review|comparison|ranking|post|article)\b[^.!?]{{0,50}}\b(?:best|top)\s+(?:[\w-]+\s+){{0,3}}?{_PLURAL}",
    re.IGNORECASE,
)
"""What a page that compares goods says of all that it recommends."""
_FEW = 12
"""Words of a line that is no sentence [house]."""


def is_line(text: str) -> bool:
    """Whether a text looks like a line of a list: a quality with its name before it, or a few words without an end."""
    return FEATURE.match(text) is not None or (len(text.split()) <= _FEW and text.rstrip("*_ ")[-1:].isalnum())
