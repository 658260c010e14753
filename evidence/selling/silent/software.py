"""What an application does by itself with what is entered in it: it records, sorts, finds patterns and draws charts.

That is what a thing is made to do ("features, make", docs/labelling.md, `product`). A sentence is one of these only where
every word of it is known to speak of entries, software and the like: a promise, an illness or a part of the body leaves
it a claim ("uses AI to detect cancer", "tracks your meals and melts fat").
"""

from __future__ import annotations

import re

from evidence.language.patterns import any_of, lazily
from evidence.selling.passage import PRODUCT

HANDLES = "software"
"""The word for why such a sentence claims nothing."""
_IS_SOFTWARE = any_of(
    r"ai(?:-powered|-based|-driven)?",
    r"artificial\s+intelligence",
    r"machine\s+learning",
    r"algorithms?",
    r"apps?",
    r"software",
    r"chatbots?",
)
_TOKEN = lazily(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_PLAIN = frozenset(
    """a an the them this that these those your you their they it its our all each every any some both and or as at by for from in into of on onto out over through to up with without
    what which who when where how while so also then even just not only very too more most such via per own might may can could will would is are was be been has have had do does
    example instance like plus modern advanced smart simple built-in powerful intelligent automatic automatically real-time instantly daily weekly monthly personal personalized personalised
    step further takes take goes go one two three key main overall positive negative neutral new past recent important notable private clear visual interactive
    ai ai-powered ai-based ai-driven artificial intelligence machine learning algorithm algorithms app apps software chatbot chatbots model models technology tool tools feature features
    screen phone device dashboard calendar reminder reminders notification notifications journaling writing
    use uses using used let lets letting allow allows allowing offer offers offering provide provides providing give gives giving show shows showing display displays displaying include includes including
    analyse analyses analysing analyze analyzes analyzing detect detects detecting track tracks tracking log logs logging logged record records recording recorded sort sorts sorting identify identifies
    identifying highlight highlights highlighting generate generates generating summarise summarises summarising summarize summarizes summarizing transcribe transcribes transcribing draw draws
    drawing spot spots spotting count counts counting find finds finding store stores storing save saves saving notice noticing see seeing look looking
    entry entries note notes journal journals diary diaries meal meals mood moods word words pattern patterns theme themes trend trends habit habits step steps photo photos message messages data
    chart charts graph graphs summary summaries report reports overview overviews insight insights moment moments topic topics event events day days week weeks month months time year years history
    challenge challenges face faced felt feelings emotion emotions question questions prompt prompts""".split()
) | {PRODUCT}
"""Words of entries and of software alone [house]."""
_FEWEST = 5


def handles_entries(text: str) -> bool:
    """Whether the sentence tells what software does with what is entered in it, and no word tells of anything else."""
    if not _IS_SOFTWARE.search(text):
        return False
    text = _ASKED_OF_READER.sub(" ", text)
    words = [word.lower().replace("’", "'") for word in _TOKEN.findall(text)]
    return len(words) >= _FEWEST and all(word in _PLAIN for word in words) and _HANDLES.search(text) is not None


_ASKED_OF_READER = lazily(
    r"\b(?:what\s+(?:makes?|made)|how)\s+(?:you|they|we)\s+(?:feel|felt|happy|sad|smile)\b", re.IGNORECASE
)
"""What it finds in the entries, and does not bring about: "what makes you happy"."""
_HANDLES = any_of(
    r"(?:analy[sz]|detect|track|logg|record|sort|identify|highlight|generat|summari[sz]|transcrib|draw|spott|count)(?:e|es|s|ing)?",
    r"logs?",
    r"identifies",
)
