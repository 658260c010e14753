"""Claims that only say what an illness leads to, or that another illness or a medicine in general may lie behind it.

standards.md A3.5 has causes as warnings, and docs/labelling.md tells them from harm: "what a disease, a state of the body or
stress leads to" is none, what people take, do or leave out is. Rules and weights take "Diabetes can damage your nerves" for
a matter of safety. It is told as a cause here where an illness alone does it, and every word is known: what is taken, done,
treated or put off, a dose, pregnancy, a child, a denial or a bidding in the same line leaves it as it is.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re
from collections.abc import Sequence

from evidence.claims.annotation import Reading
from evidence.claims.benefit_and_advice import DONE, TAKEN
from evidence.claims.decision import Settled
from evidence.claims.lead_ins import lead_ins
from evidence.language import vocabulary
from evidence.language.patterns import any_of, lazily
from evidence.selling.ordinary import is_ordinary
from evidence.values import MAY_BLOCK, Kind

_NAMES = (
    r"(?:type\s+[12]\s+diabetes|diabetes|asthma|cancers?|arthritis|osteoporosis|gout|epilepsy|dementia|parkinson['’]s(?:\s+disease)?|alzheimer['’]s(?:\s+disease)?|psoriasis|eczema|anaemia|anemia|leuka?emia|malaria|measles|mumps|influenza|pneumonia"
    r"|tuberculosis|hepatitis(?:\s+[abc])?|cirrhosis|migraines?|constipation|diarrh(?:o)?ea|shingles|lupus|sepsis|stroke|glaucoma|cataracts?|endometriosis|fibromyalgia|hypertension|high\s+blood\s+(?:pressure|sugar)"
    r"|(?:heart|kidney|liver|lung|gum|thyroid|coeliac|celiac|crohn['’]s)\s+(?:disease|failure)|sleep\s+apno?ea|reflux|obesity|depression|chronic\s+(?:pain|stress|inflammation)|(?:urinary|ear|chest|skin|kidney)\s+infections?)"
)
_VERB = r"(?:(?:can|may|might|could|often|sometimes|usually|also|eventually|gradually)\s+){0,3}(?:damages?|leads?\s+to|causes?|results?\s+in|affects?|weakens?|harms?|narrows?|reduces?\s+the\s+blood\s+supply\s+to|raises?\s+the\s+risk\s+of|increases?\s+(?:your|the)\s+risk\s+of)"
_LEADS = lazily(
    rf"\W*(?:(?:and|but|over\s+time|in\s+time|later\s+on|in\s+rare\s+cases|in\s+(?:much\s+)?rarer\s+cases|sometimes),?\s+){{0,2}}{_NAMES}\s+{_VERB}\s+(?P<what>[^.:;!?]{{3,90}})\W*$",
    re.IGNORECASE,
)
_FROM_ILLNESS = lazily(
    rf"\W*(?:in\s+(?:(?:much|very)\s+)?(?:rarer?|some|few)\s+cases,?\s+)?{_NAMES}\s+(?:can|may|might|could)\s+(?:also\s+)?be\s+(?:caused\s+by|due\s+to|a\s+sign\s+of)\s+(?:an?|other|another|some)\s+(?:\w+ing\s+)?(?:medical|health)\s+(?:conditions?|problems?)\W*$",
    re.IGNORECASE,
)
"""That some other illness may lie behind an illness, and not which."""
_LISTED = lazily(
    rf"(?:^\W*(?:the\s+|common\s+|other\s+|some\s+|possible\s+){{0,3}}(?:complications|effects)\s+of\s+{_NAMES}\s+(?:can\s+|may\s+)?(?:are|include)"
    rf"|^\W*{_NAMES}\s+(?:can|may|could)\s+(?:also\s+)?(?:lead\s+to|cause|result\s+in)|\b(?:have|has|with)\s+{_NAMES}(?:,|\s+because|\s+since|\s+as)?\s+it\s+(?:can|may|could)\s+(?:also\s+)?(?:lead\s+to|cause|result\s+in))\W*:\W*$",
    re.IGNORECASE,
)
"""A lead-in to what an illness leads to."""
_CAUSES_LISTED = lazily(
    r"^\W*(?:(?:the|some|other|most|more|common|possible|usual|likely)\s+){0,4}causes(?:\s+of\s+[\w\s]{3,30})?\s+(?:are|include)\W*:\W*$",
    re.IGNORECASE,
)
_OF_ANY_MEDICINE = lazily(
    r"\W*(?:an?\s+)?side[\s-]effects?\s+of\s+(?:(?:some|certain|other|a|your)\s+){0,2}(?:medications?|medicines?)\W*",
    re.IGNORECASE,
)
"""That it may come from a medicine, and not from which."""
_MORE = any_of(
    r"pregnan\w*|bab(?:y|ies)|infants?|newborns?|child\w*|kids?|toddlers?|teen\w*|f(?:o)?etus\w*|f(?:o)?etal|unborn|miscarr\w*|stillb\w*|births?|breast\w*|womb|mothers?",
    r"medic(?:ines?|ations?)|drugs?|pills?|tablets?|dos(?:e|es|age|ing)|inject\w*|vaccin\w*|jabs?|treat\w*|untreated|therap\w*|surg\w*|operations?|supplement\w*|products?|remed\w*|brands?",
    r"stop\w*|skip\w*|quit\w*|miss(?:es|ed|ing)?|delay\w*|avoid\w*|ignor\w*|leav(?:e|es|ing)|should|must|need\w*|ought|never|not|no|cannot|nothing|only|unless|without|until|if|when|because|so|but|which|that|who|than",
    r"cur(?:e|es|ed|ing)|heal(?:s|ed|ing|thy|thier)?|prevent\w*|reliev\w*|help\w*|benefit\w*|improv\w*|protect\w*|safe\w*|harmless|good|better|best|less|fewer|lower\w*|revers\w*|works?|eat\w*|drink\w*|tak(?:e|es|ing|en)|us(?:e|es|ed|ing)|\d+",
)
"""Who is at greater risk, what is taken or put off, a bidding, a denial, a benefit, a number."""


def told_as_causes(readings: Sequence[Reading], settled: Sequence[Settled]) -> list[Settled]:
    """The same, with claims that only tell the course of an illness as causes; what is said of a product stays."""
    found = list(settled)
    for reading, (kinds, chance, rule), lead in zip(readings, settled, lead_ins(readings), strict=True):
        if not MAY_BLOCK.isdisjoint(kinds) and not reading.product and tells_course(reading.text, lead):
            rest = (kind for kind in kinds if kind not in MAY_BLOCK)
            found[reading.index] = tuple(dict.fromkeys((*rest, Kind.CAUSAL))), chance, rule
    return found


def tells_course(text: str, lead: str = "") -> bool:
    """Whether a claim, or an item below its lead-in, says no more than what an illness leads to or may come from."""
    if found := _LEADS.match(text):
        return _only_ills(found["what"])
    if _FROM_ILLNESS.match(text):
        return True
    if _CAUSES_LISTED.match(lead):
        return _OF_ANY_MEDICINE.fullmatch(text) is not None
    return _LISTED.search(lead) is not None and len(text.split()) <= _LONGEST and _only_ills(text)


_LONGEST = 14
"""Words of an item [house]."""
_MORE_THAN_ONE = frozenset(["feet", "teeth"])
"""Parts of the body whose plural no ending tells."""
_ADDRESS = lazily(r"\]\([^()]*\)")


def _only_ills(what: str) -> bool:
    """Whether words name parts of the body and what ails them, and nothing that is taken, done or left."""
    bare = _ADDRESS.sub(" ", what)
    if _MORE.search(bare):
        return False
    words = vocabulary.words(bare)
    if any(
        vocabulary.is_treatment(one) or vocabulary.on_list(one, TAKEN) or vocabulary.on_list(one, DONE) for one in words
    ):
        return False
    return all(vocabulary.is_health(one) or is_ordinary(one) or one in _MORE_THAN_ONE for one in words)
