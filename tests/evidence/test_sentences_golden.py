"""The phenomena of the golden rules for English of Pragmatic Segmenter and pySBD, in sentences of our own."""

from __future__ import annotations

import pytest

from evidence.sentences import split

# Each text stands with "|" where a sentence ends and another begins.
GOLDEN = [
    # full stop, question mark, exclamation mark
    "Babies sleep well.| Parents do not.",
    "Who drinks milk?| Everybody in the village does.",
    "Here is the proof!| We read it twice.",
    # initials and abbreviations, in a sentence and at its end
    "The trial was led by Ada B. Miller.",
    "The figures stand on p. 81.",
    "Did Bell and co. take the capsules?",
    "The makers sold it to Fox, Hill & Co. in spring.",
    "You should write to Hill and co.| They know the dose.",
    "It was bought by Fox, Hill & Co.| The price fell.",
    "The air on Mt. Kenya is thin.",
    "St. Anna's Clinic stands on 4th st. by the river.",
    "This is Paul Hill Jr.'s diary.",
    "She practised in the U.S.A. for years.",
    "The rules hold in the E.U.| What about us?",
    "They tested it in the U.S.| What did they find?",
    "She advises the U.S. Senate on food.",
    "It was sold in the U.S. for ten years.",
    "At 7 a.m. Mrs. Hill took her pill.| She took another at 9 P.M.| Mrs. Hill then fell asleep.",
    # money, numbers, addresses
    "A box costs $40.00 in most shops.",
    "A box costs $40.00.| It lasts a month.",
    "He explains vitamins (He once sold them for two years.) to new mothers.",
    "Write to Ada.Hill@clinic.example.| She answers within a day.",
    "The leaflet is here: https://www.clinic.14.example/new-page/sleep_aids.html.| Please read it.",
    # speech
    "He looked at her and said, 'This works well.' she recalls.",
    'He looked at her and said, "This works well." she recalls.',
    'He looked at her and said, "This works well."| He showed her the label.',
    # marks in a row
    "Wow!!| It is cheap.",
    "Really??| Who says so?",
    "Wow!?| Is it safe?",
    "Wow?!| Is it safe?",
    # lists in a line
    "1.) Drink some water| 2.) Rest in the shade",
    "1.) Drink some water.| 2.) Rest in the shade.",
    "1) Drink some water| 2) Rest in the shade",
    "1) Drink some water.| 2) Rest in the shade.",
    "1. Drink some water| 2. Rest in the shade",
    "1. Drink some water.| 2. Rest in the shade.",
    "• 9. Drink some water| • 10. Rest in the shade",
    "⁃9. Drink some water| ⁃10. Rest in the shade",
    "a. Drink some water| b. Rest in the shade| c. Call a doctor",
    # lines broken by hand
    "The child was put\nto bed early every night.",
    "It was a warm \nafternoon on the ward.",
    # odd numbers and names
    "The batch is N°. 4711.022.910.| That is printed on the lid.",
    "She buys her tea at Yahoo! in the big hall.",
    "We share one room, you and I.| Have you met Paul I. Hill before?",
    # ellipses
    "The leaflet says that by sleeping more, “the rules of the body will seem less strange. . . .”",
    '"Hill [...] spoke of two ways of healing [...]" (Fox 12).',
    "Some words were cut at the end of this sentence and dots were put (with a space around each) to show it . . . ."
    "| The next one follows.",
    "I never took it....| He closed the box.",
    "I did not ... well, what I think...look . . . what I mean, the dose is . . . I forgot it.",
    "One more habit which was quite healthy . . . was that of walking to work in the morning."
    "| . . . The habit was kept. . . .",
    # lost spaces
    "Good morning all.|Today is clinic day.|Mrs. Hill came in and weighed 1,000.|That is too much.",
]

MEDICAL = [
    "Take 200 mg p.o. b.i.d. for a week.",
    "Take it twice a day, i.e. b.i.d.| It works.",
    "Give 5 mg i.v. every hour.",
    "Use it t.i.d.| Stop after a week.",
    "Dr. Bell, Ph.D., led the trial.",
    "She holds a Ph.D.| She lives in York.",
    "He wakes at 5 p.m.| We wait for him.",
    "It was significant (p < .05).| Others were not.",
    "The result was p < .05 in all groups.",
    "It is found in E. coli and S. aureus strains.",
    "The infection (e.g., C. difficile) came back.",
    "Bifidobacterium spp. were common.",
    "St. John's wort may interact with it.",
    "Take vitamin D.| However, ask first.",
    "The children had hepatitis B.| Few knew it.",
    "Vit. C does not prevent colds.",
    "Did it help?| No.| It did not.",
    "No. 5 was the best of them.",
    "Approx. 5 mg were used, vs. 7 mg before.",
    "Figs. 1 and 2 and Sect. 4.2 show it.",
    "Bell et al. (2012) saw it in 12 men.| Coe et al. did not.",
    "Am. J. Clin. Nutr. published it.",
    "It rose in wk. 3 of the trial.",
    "Drs. Bell and Coe agree.",
    "He weighed 70 kg.| She weighed 60.",
    "It took 3 hr.| They left.",
    "It fell by 12.5%.[1,2]| The rest held.",
    "It fell by 12.5% [1, 2].| The rest held.",
    "It fell (Bell et al., 2012).| The rest held.",
    "It is great!| 😀 We like it.",
    "Is it safe?|Yes, it is.",
    "Milk helps babies.|It is cheap.",
    "The page sleep.org names 3.5 hours.",
    "mRNA fell.| mRNA rose again.",
]


@pytest.mark.parametrize("text", GOLDEN + MEDICAL)
def test_it_ends_sentences_where_readers_do(text: str) -> None:
    wanted = [part.strip() for part in text.split("|")]
    plain = text.replace("|", "")
    assert [plain[start:end] for start, end in split(plain)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The dose was 1) low and 2) safe.",
        "Groups A and B. subtilis strains differed.",
        "Version 2.0 of the app • 5 min read",
        "The file Node.Js is no sentence.",
        "Mix them (1. milk, 2. honey) well.",
    ],
)
def test_it_takes_no_list_or_lost_space_where_there_is_none(text: str) -> None:
    assert [text[start:end] for start, end in split(text)] == [text]
