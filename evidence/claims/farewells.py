"""Slogans that promise to be rid of an illness: "Say goodbye to migraines", "Your gout will be history".

They promise a cure as plainly as the word does (standards.md A3.1 and A3.5; FTC, Health Products Compliance Guidance:
net impression). A story ("I said goodbye to my migraines"), a question and a farewell to something else promise none.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, lazily

_FIRST = r"^\W{0,12}(?:(?:so|and|now|finally|today|then|just|it['’]s\s+time\s+to|it\s+is\s+time\s+to|time\s+to|ready\s+to|you\s+can(?:\s+now)?|you['’]ll|you\s+will|at\s+last|soon|let['’]s|want\s+to|here['’]s\s+how\s+to|how\s+to)\s+){0,3}(?:finally\s+)?"
_ILL = r"(?P<{}>[^.;:!?]{{2,60}})"
_SHORT = r"(?P<{}>(?:your|those|that|the|all|any|every|these)\s+[^.;:!?,]{{2,40}}?)"
_GONE = Cue(
    rf"{_FIRST}(?:say|bid|wave|kiss)\s+(?:an?\s+[\w-]{{1,30}}\s+)?(?:good-?\s?bye|bye(?:[\s-]bye)?|farewell|adieu|so\s+long)\s+to\s+{_ILL.format('to')}"
    rf"|{_FIRST}(?:kiss|wave)\s+{_SHORT.format('kissed')}\s+(?:good-?bye|bye(?:[\s-]bye)?)\b"
    rf"|^\W{{0,12}}(?:good-?bye|farewell|bye[\s-]bye|adieu|so\s+long),?\s+(?:to\s+)?{_ILL.format('parted')}"
    rf"|\byour\s+(?P<yours>[\w\s’'-]{{2,40}}?)\s+(?:is|are|will\s+(?:soon\s+)?be)\s+(?:soon\s+)?(?:history|gone\s+for\s+good|a\s+thing\s+of\s+the\s+past|no\s+more)\b"
    rf"|{_FIRST}(?:live|be|feel|stay)\s+(?:finally\s+|completely\s+|forever\s+)?free\s+(?:of|from)\s+{_ILL.format('free')}"
    rf"|{_FIRST}(?:leave\s+{_SHORT.format('left')}\s+behind|send\s+{_SHORT.format('sent')}\s+packing)\b"
    rf"|{_FIRST}banish\s+{_ILL.format('banished')}"
    rf"|{_FIRST}never\s+(?:have|get|suffer(?:\s+from)?|catch|worry\s+about)\s+(?:an?\s+|another\s+|your\s+)?(?P<never>[^.;:!?,]{{2,40}}?)\s+again\b",
)
NO_ILL = lazily(
    r"\b(?:myths?|misconceptions?|fears?|stigma|worry|worries|bills?|queues?|costs?|guilt|shame|confusion|diets?|apps?|charity|friends?|patients?|colleagues?|relatives?|loved\s+ones?)\b",
    re.IGNORECASE,
)


def promises_riddance(text: str) -> bool:
    """Whether a sentence promises its readers that an illness will be gone."""
    found = _GONE.search(text)
    if found is None or text.rstrip(" \"'”’)*_").endswith("?"):
        return False
    ill = next((part for part in found.groups() if part), "")
    return disease_words(f"cure {ill}") != "" and NO_ILL.search(ill) is None
