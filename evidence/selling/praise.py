"""Whether a heading, a caption or a row of a table says something of goods, rather than naming a topic."""

from __future__ import annotations

from evidence.language.patterns import lazily
from evidence.selling.criteria.implied import of_name
from evidence.selling.scoring import SURE
from evidence.selling.statements import statement

_TOPIC = lazily(
    r"^\W*(?:(?:the\s+)?(?:causes?|symptoms?|signs|types?|kinds|risk\s+factors?|diagnosis|prevalence|history|treatments?|treating|preventing|prevention|managing|management|understanding|living\s+with|about|benefits?|uses|side\s+effects|"
    r"ingredients?|faqs?|frequently|references?|sources|conclusion|introduction|summary|overview|how|what|why|when|who|which|is|are|can|does|do|should|tips|ways|\d+\s+(?:ways|tips|reasons)|comparison|customer|reviews?|shipping|directions|dosage|"
    r"warnings?|cautions?|disclaimer|price|related|more|our\s+story|contact|table)\b)(?!.*\b(?:gone|goodbye|no\s+more|cured)\b)",
    2,
)


def praises(text: str) -> bool:
    """Whether the words claim a benefit, an effect on a disease or safety in a wording that we know."""
    words = " ".join(text.split())
    if not words or _TOPIC.match(words):
        return False
    said = statement(words)
    if said.disease and said.certainty >= SURE:
        return True
    return bool(said.safety or said.rank or " ... " in said.benefit)


def is_said(text: str) -> bool:
    """Whether a text says anything at all: in an advertisement every word is about its product, a question before an
    answer too. What it claims is judged with the product's name known."""
    return len(text.split()) > 1 or praises(text) or bool(of_name(text))
