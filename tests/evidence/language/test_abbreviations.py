"""Abbreviations before a capital or a number, and the same words where a sentence ends with them."""

from __future__ import annotations

import pytest

from evidence.language.sentences import split


@pytest.mark.parametrize(
    "text",
    [
        "The abbreviation is e.g. Continue with the next sentence.",
        "It takes approx. Two weeks pass.",
        "We write i.e. Then we go on.",
        "It lasts 30 min. 12 people came.",
        "Take 3 max. Then rest.",
        "The word is viz. Never use it.",
        "Take 5 mg approx. Ask your doctor.",
        "She asked Max. 12 weeks later he came.",
        "They sat. January was cold.",
        "I like the sun. March is warm.",
        "The answer is no. IV fluids help.",
        "It is in the suppl. The doses are low.",
        "Use the app. Some like it.",
        "He chose art. I chose health.",
        "We waited 30 sec. I tried.",
        "It is in Ch. I tried it.",
        "See the tab. A new one opened.",
        "See vol. 3. The end.",
        "Turn to ch. IV. The doses are low.",
        "They wed. May was warm.",
        "She ran the max. Nobody ran more.",
        "Read it e.g. Rinse the rice.",
        "Sleep, walk, etc. Continue it.",
        "The answer is no. B12 helps.",
        "Take 3 max. B12 helps.",
        "She is a rep. 12 people know her.",
        "He liked the prop. 3 people did not.",
        "Docs. 12 nurses ran.",
        "We ran Exp. Nobody else did.",
    ],
)
def test_a_sentence_ends_with_the_word(text: str) -> None:
    assert len(split(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "See Suppl. Fig. 3 for the doses.",
        "See Ch. IV for the doses.",
        "See Ch. IV.",
        "It lasts max. 12 weeks in all.",
        "It lasts min. 12 weeks in all.",
        "Take max. 3 a day.",
        "On Mon. Jan. 3 it began.",
        "It began on Fri. Sept. 11 in Leeds.",
        "We met on Sat. May 5 at noon.",
        "See Suppl. Table S2 and Suppl. Material for it.",
        "See Suppl. Methods.",
        "See Fig. S2 and Tab. S1 for it.",
        "See App. C for the list.",
        "See Vol. II, Ch. I, of the book.",
        "The chart is in ch. IX of the book.",
        "It is in Sect. 4 and Sec. B of it.",
        "The avg. 12 hours were enough.",
        "Some foods, e.g. The Mediterranean diet.",
        "Some foods, e.g. Vitamin D pills, help.",
        "Good sources are e.g. Oats and rye.",
        "It took approx. 3 weeks.",
        "It took ca. 30 days and incl. Dr. Bell.",
        "Order Cat. No. 12 from them.",
        "It has Reg. No. A12 on it.",
        "The test is held Mon. and Tue. at noon.",
        "See Pl. XII and Bk. II there.",
        "See Eq. S3 and Fig. A.",
        "See ref. 12 and Ser. 2 of it.",
        "See ext. 12 and Ext. Data Fig. 4 here.",
        "Read art. IX of the law.",
        "See Figs. S1 and S2.",
        "See also Supp. Fig. S4 (right).",
        "Max. 12 drops a day.",
        "Febr. 3 was cold; Dec. 24 was not.",
        "The dose (max. 20 mg) is safe.",
        "Wait min. 30 min. before you eat.",
        "See vol. XII, no. 3.",
        "Compare Tab. III with Fig. 2.",
        "See Suppl. App. B and Suppl. Note 1.",
        "Thurs. Nov. 5 was the day.",
        "It has max. VO2 values.",
        "Keep it at temp. 37 °C or so.",
        "See Sec. IV.B for it.",
        "See Ch. XII–XIV of the book.",
        "See pg. 3 or pgs. 4 and 5.",
        "See Append. B.",
        "See Exp. 3 in the same paper.",
        "See Suppl. Mater. 2 online.",
        "It falls under Prop. 65 there.",
        "Read Doc. A12 of the file.",
        "The rule is in Sched. 2 of the act.",
        "It is Tit. 21 of the code.",
        "See Ex. 4 on page 2.",
        "Take vit. B6 and vit. B12.",
        "It is Reg. 2023/45 of the council.",
    ],
)
def test_an_abbreviation_leads_to_what_follows(text: str) -> None:
    assert [text[start:end] for start, end in split(text)] == [text]
