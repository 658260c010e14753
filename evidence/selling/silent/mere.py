"""Somebody tells that they use, own or bought the goods, since when, where and for how much, and nothing of what came of it."""

from __future__ import annotations

import re

from evidence.language.patterns import lazily
from evidence.selling.passage import PRODUCT

_VERB = r"(?:use|uses|used|using|take|takes|taken|taking|took|bought|buys?|buying|orders?|ordered|ordering|re-?ordered|got|gets?|getting|have|has|had|keeps?|kept|keeping|own|owns|owned|carry|carries|carried|try|tries|tried|trying|drinks?|drank|drunk|drinking|eats?|ate|eaten|eating|wears?|wore|worn|wearing|stocks?|stocked|sells?|sold|received|chose|chosen|pours?|poured|packs?|packed|opens?|opened|unwrapped|found|saw|spotted|discovered|know|knew|known|finish|finished|downloaded|installed|charges?|charged|store|stores|stored|mix|mixed|brews?|brewed|adds?|added|stirs?|stirred|lent|sent|started|began|for|of|about|up|to|with|on)"
_WITH = r"(?:my|our|the|a|an|some|this|another|more|one|two|three|four|five|six|ten|\d+|first|second|third|new|old|own|whole|single|packs?|boxe?s?|bottles?|jars?|tubs?|tins?|tubes?|bags?|pots?|cups?|capsules?|packets?|samples?|scoops?|spoonfuls?|of|using|taking|drinking|buying|wearing)"
_SOMEBODY = lazily(
    r"^\W*(?:(?:well|so|and|yes|ok|okay|oh|honestly|anyway|in\s+\w+|last\s+\w+|since\s+\w+),?\s+)?(?:i|we|he|she|they|you|my|our|his|her|everyone|everybody|[A-Z][a-z]+\s+(?:has|have|and))\b(?:['’](?:ve|d|m|re|s|ll))?",
    re.IGNORECASE,
)
_USES = lazily(rf"\b{_VERB}\s+(?:{_WITH}\s+){{0,5}}(?:{PRODUCT}|it|them|one)\b", re.IGNORECASE)
_TOKEN = lazily(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|[$£€]?\d[\d.,:]*%?")
_PLAIN = frozenset(
    """i we he she they you my our his her their me us him them it its it's this that these those the a an some any every each all both half whole own same other another one
    two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred first second third once twice times couple few several many
    i've i'd i'm we've we'd we're he's she's they've they're you've have has had am are is was were been be being do does did will would can could shall might to of and or in on at by for
    from with into onto through during over under around about near inside next beside behind between since until till before after while when where as than more most less least ever
    also only just now still already recently always usually often finally even then there here today yesterday tonight tomorrow soon ago again daily weekly monthly regularly together
    online direct directly myself herself himself ourselves so far too well yes oh okay ok anyway honestly very almost nearly roughly exactly
    january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday mondays sundays
    day days week weeks month months year years decade decades hour hours minute minutes morning mornings evening evenings afternoon night nights noon lunch breakfast dinner supper
    christmas easter summer winter spring autumn fall weekend weekends start beginning end ages while bedtime birthday holiday holidays lockdown late early mid last past
    bag drawer cupboard fridge freezer kitchen car office desk gym shop shops store stores market website site pharmacy chemist supermarket town village home house bathroom table shelf
    bedroom bedside suitcase handbag rucksack pocket garden post mail airport friend friends neighbour neighbor sister brother mum mom mother dad father wife husband colleague colleagues
    aunt uncle daughter son cousin milk water coffee porridge yoghurt yogurt juice spoon glass cup mug bowl family boss team tin box jar hotel train plane nan gran catalogue newsletter
    magazine app farm sale offer subscription repeat order price discount full pounds dollars euros quid local new old little big small large
    use uses used using take takes taken taking took bought buy buys buying order orders ordered ordering reordered re-ordered got get gets getting keep keeps kept keeping own owns owned
    carry carries carried try tries tried trying drink drinks drank drunk drinking eat eats ate eaten eating wear wears wore worn wearing stock stocks stocked sell sells sold received
    picked up chose chosen pour pours poured pack packs packed open opens opened unwrapped found saw spotted discovered heard know knew known finish finished downloaded installed
    charge charges charged store stores stored mix mixed brew brews brewed add adds added stir stirs stirred lent gave sent paid signed subscribed started began everyone everybody
    packs box boxes bottle bottles jars tub tubs tins tube tubes bags pot pots cups capsule capsules packet packets sample samples scoop scoops spoonful spoonfuls""".split()
) | {PRODUCT}
"""Words that tell of use, time, place and price alone [house]."""
_MOST = 30
"""Words of such a sentence [house]."""


def tells_of_mere_use(text: str) -> bool:
    """Whether a person uses, has or bought the goods, and every word of the sentence is one of time, place or price."""
    if not _SOMEBODY.match(text) or not _USES.search(text):
        return False
    words = [word.lower().replace("’", "'") for word in _TOKEN.findall(text)]
    return len(words) <= _MOST and all(word in _PLAIN or word[0] in "$£€0123456789" for word in words)
