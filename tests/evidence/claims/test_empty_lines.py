"""Lines that tell nothing of health are no claims, and what goes on to a benefit or a harm stays one."""

from __future__ import annotations

import pytest

from evidence.claims.annotation import Reading
from evidence.claims.decision import PROMISE
from evidence.claims.empty_lines import DOUBTED, is_empty, without
from evidence.language import vocabulary
from evidence.values import Kind

_CLAIM = (Kind.EFFICACY,)


def _reading(text: str, **more: object) -> Reading:
    fields: dict[str, object] = {"place": "", "product": (), "marked": False, "mention": "", "heading": "", **more}
    found = tuple(vocabulary.words(text))
    return Reading(
        0, text, 0, str(fields["place"]), found, 2, 0, False, 0, True,
        tuple(fields["product"]), bool(fields["marked"]), str(fields["mention"]), heading=str(fields["heading"]),  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "We treat cancer with turmeric.",
        "We offer a tea that cures migraine.",
        "At our clinic, we provide massage, which reduces pain.",
        "We treat the cause, because it heals the gut.",
        "Each plan is tailored to you and prevents colds.",
        "We found that ginger eases nausea.",
        "Ask your dentist about rinses that kill germs.",
        "See your dentist twice a year.",
        "Ask your doctor before you take ginger, because it thins the blood.",
        "Tell your midwife, since it can harm the baby.",
        "Talk to your pharmacist: ginger thins the blood.",
        "The doctor will treat it with antibiotics.",
        "We have been told that salt is bad, but it is good for the heart.",
        "You may be surprised, however zinc helps.",
        "This doesn't mean rest, just that walking eases the pain.",
        "Don't worry about the taste, ginger calms the stomach and keeps nausea away for the whole of a long day.",
        "Back pain costs the country £12 billion.",
        "A $7 cream prevents cancer.",
        "Treatment costs each patient $400 a year.",
        "Players were given caffeine and ran 5% faster.",
        "Blood samples were taken and showed less iron.",
        "Spinach is a great addition to a salad and lowers cholesterol.",
        "Garlic works best against colds.",
        "Prevention of colds is easier than you think.",
        "A complete list of foods lowers the risk.",
        "Misconceptions about sleep harm the heart.",
        "The charity found that walking eases pain.",
        "Don't be fooled: statins cause dementia.",
        "Nobody wants to hear it: the jab triggers autism.",
        "Stop worrying: vaccines cause autism.",
        "You are not alone: fasting reverses diabetes.",
        "Do what feels right for you: stopping insulin is safe.",
        "This is not an exhaustive list, but garlic cures colds.",
        "Garlic cures colds, 3 min read.",
        "Garlic cures colds, free of charge.",
        "Garlic cures colds, but take it with a pinch of salt.",
        "Prevention is better than cure, so take 500 mg of aspirin daily.",
        "Chemotherapy costs $100 and kills patients.",
        "“Eat less salt” by contrast is good for the heart.",
        "Heart failure is illustrated by swollen ankles.",
    ],
)
def test_what_tells_more_is_not_empty(text: str) -> None:
    assert not is_empty(text)


@pytest.mark.parametrize(
    "text",
    [
        "We now offer laser treatment of nail infections.",
        "We treat tension headaches, migraines and neck tension.",
        "At Harbour Spine, we evaluate the neck, posture and nerves.",
        "If you live with migraine, we specialize in supporting you.",
        "Here at the clinic, we value the trust of families in pain.",
        "That is why we always assess the whole spine.",
        "We encourage you to invest in your strength through therapy.",
        "We do not assume every headache has a cervical cause.",
        "Every plan is tailored to your needs and symptoms.",
        "Each patient gets a unique remedy.",
    ],
)
def test_offers_of_a_practice_are_empty(text: str) -> None:
    assert is_empty(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ask your clinician which risk score was used.",
        "Be sure to talk with your physiotherapist or doctor to find the right pace.",
        "Tell your dentist about medicines that affect bleeding.",
        "Always discuss with your doctor before stopping a medication.",
        "If the pain lasts, see a podiatrist.",
        "Do not stop a medicine without talking to your pharmacist.",
        "Get medical help, above all if the illness is serious.",
        "If your inhaler does not help, treat this as an emergency too.",
        "It's best to seek professional evaluation of the headaches.",
        "Call your midwife about swelling in your feet.",
    ],
)
def test_referrals_are_empty(text: str) -> None:
    assert is_empty(text)


@pytest.mark.parametrize(
    "text",
    [
        "We've been told cortisol is bad.",
        "Everyone talks about lowering cortisol.",
        "That doesn't mean every wrinkle needs a diagnosis.",
        "That's not to say that the gut plays no role in disease.",
        "Don't be fooled by the diet industry.",
        "Stop blaming cortisol for stress and weight gain.",
        "You may decide that the pleasure is worth the harm.",
        "No one wants to volunteer for a disease.",
        "Don't lose sleep worrying about which side.",
        "Go with what's comfortable in pregnancy.",
        "If the diet does not work, no reason to fret.",
        "You're not alone in your pain.",
        "Be kind to yourself while you heal.",
        "Rest assured that most headaches pass.",
        "Please don't panic if a rash develops.",
        "There is nothing to worry about in most colds.",
    ],
)
def test_words_to_the_reader_and_of_comfort_are_empty(text: str) -> None:
    assert is_empty(text)


@pytest.mark.parametrize(
    "text",
    [
        "Follow-up blood tests: $45-75.",
        "A massage of an hour is £38.",
        "Players were given caffeine or placebo gum.",
        "Blood samples were drawn at five time points.",
        "A randomised, placebo-controlled, crossover study design.",
        "Measurements of saliva and hormones were taken.",
        "Frozen spinach is a great addition to a smoothie.",
        "Add mint for a natural flavour.",
        "Any kind of chicken is fine, but bones work best.",
        "It can be used in baking and in tea.",
        "This is not an exhaustive list of side effects.",
        "This is a list of common medicines for hikers.",
        "Myth: “Avoiding peanuts prevents allergy.”",
        "Follow these tips against ear infection.",
        "To keep the ears well, certain things must be kept in mind.",
        "Prevention is better than cure.",
        "No, a GP referral is not required for pain.",
        "The vaccine is free of charge for older people.",
        "“The Pain Workbook” by Ada Moor: exercises against anxiety.",
        "—Moor et al., “Effects of melatonin on sleep”, 2005",
        "Calm UK: A charity focused on anxiety.",
        "Sleep Monster, created and owned by Ada Moor",
        "Ada Moor, on headaches, 4 minutes read",
    ],
)
def test_prices_methods_kitchens_titles_and_the_like_are_empty(text: str) -> None:
    assert is_empty(text)


def test_an_empty_line_is_no_claim_and_others_stay_as_they_are() -> None:
    readings = [_reading("Prevention is better than cure."), _reading("Ginger eases nausea.")]
    settled = [(_CLAIM, 0.9, ""), (_CLAIM, 0.8, "")]
    assert without(readings, settled) == [((Kind.FRAMING,), None, "no claim"), (_CLAIM, 0.8, "")]


@pytest.mark.parametrize(
    "more", [{"marked": True}, {"mention": "One study"}, {"product": ("Calm Tea",)}, {"place": "heading"}]
)
def test_what_bears_a_source_names_a_study_or_goods_or_stands_apart_is_left(more: dict[str, object]) -> None:
    settled = [(_CLAIM, 0.9, "")]
    assert without([_reading("Prevention is better than cure.", **more)], settled) == settled


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("## New patients: what to expect", "The osteopath may look at your ankle, pelvis and back."),
        ("### What to expect during your visit", "An X-ray, if needed, shows fractures."),
        ("## What to expect in therapy", "**Homework:** practising skills between sessions"),
        ("## Your first appointment", "We talk about your pain and your diet."),
        ("## Initial consultation", "Your posture and your nerves are looked at."),
        ("### What we treat", "Back pain, neck pain, sciatica"),
        ("## Conditions we treat", "Lower back pain"),
        ("## Conditions treated", "Tendonitis and arthritis"),
        ("## Our services", "Migraine and tension headache"),
    ],
)
def test_visits_and_what_a_practice_treats_tell_nothing_of_health(heading: str, text: str) -> None:
    assert without([_reading(text, heading=heading)], [(_CLAIM, 0.9, "")]) == [((Kind.FRAMING,), None, "no claim")]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("## What to expect of turmeric", "Turmeric lowers pain within a week."),
        ("## What to expect during your visit", "Massage relieves migraine."),
        ("### What we treat", "Acupuncture eases migraine"),
        ("### What we treat", "Migraine is caused by tension in the neck."),
        ("## Conditions", "Back pain, neck pain, sciatica"),
    ],
)
def test_what_is_told_of_a_remedy_or_a_disease_there_stays(heading: str, text: str) -> None:
    assert without([_reading(text, heading=heading)], [(_CLAIM, 0.9, "")]) == [(_CLAIM, 0.9, "")]


_CALL = '{{import images.heart alt="Fetal development of the heart"}}'


@pytest.mark.parametrize("text", [_CALL, '{% include figure.html caption="A pump of the heart" %}', "{!{ heart }!}"])
def test_a_part_of_a_template_that_is_called_is_no_claim(text: str) -> None:
    assert without([_reading(text)], [(_CLAIM, 0.9, "")]) == [((Kind.FRAMING,), None, "no claim")]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('{% include figure.html caption="Turmeric cures cancer" %}', "disease promise"),
        ("{{< acronym RNA >}}, which is the genome of a virus.", ""),
        (f"{_CALL} The heart pumps blood {_CALL}", ""),
        ("{x} relieves pain", ""),
    ],
)
def test_a_promise_or_words_beside_the_call_stay(text: str, rule: str) -> None:
    assert without([_reading(text)], [(_CLAIM, 0.9, rule)]) == [(_CLAIM, 0.9, rule)]


def test_a_sentence_that_is_no_claim_keeps_its_kind() -> None:
    settled = [((Kind.QUESTION,), None, "question")]
    assert without([_reading("Is prevention better than cure?")], settled) == settled


@pytest.mark.parametrize(
    "text",
    [
        "It might be that no therapy helps.",
        "It seems possible that coffee harms sleep.",
        "Advocates assert that it eases pain.",
        "The mushroom is believed by some to boost immunity.",
        "Understanding the causes of pain is crucial for treatment.",
        "Sleep is a wonderful rejuvenating activity.",
        "Weekends are nothing more than stress gone by.",
        "The honey's rating is a points-based system that helps consumers.",
        "Devices could monitor skin, hair and hormones.",
        "As pregnancy progresses, getting up matters too.",
    ],
)
def test_what_may_tell_nothing_is_doubted(text: str) -> None:
    assert without([_reading(text)], [(_CLAIM, 0.9, "")]) == [(_CLAIM, None, DOUBTED)]
    assert without([_reading(text)], [(_CLAIM, 0.4, "")]) == [(_CLAIM, 0.4, "")]


@pytest.mark.parametrize(
    "text",
    [
        "It may help against pain.",
        "Doctors believe that ginger helps.",
        "Zinc is crucial for wounds.",
        "The graded doses eased pain.",
    ],
)
def test_a_plain_hedge_or_judgement_is_not_doubted(text: str) -> None:
    assert without([_reading(text)], [(_CLAIM, 0.9, "")]) == [(_CLAIM, 0.9, "")]


@pytest.mark.parametrize(
    "text",
    [
        "Don't worry, garlic ends cancer.",
        "Understanding that garlic cures cancer is crucial.",
        "It might be that garlic cures cancer.",
        "{{promise}}",
    ],
)
def test_no_frame_takes_back_what_is_promised_against_a_disease(text: str) -> None:
    assert without([_reading(text)], [(_CLAIM, None, PROMISE)]) == [(_CLAIM, None, PROMISE)]


@pytest.mark.parametrize("text", ["Vaccines trigger autism.", "Take 500 mg of aspirin.", "Garlic cures colds"])
def test_what_asserts_a_harm_a_dose_or_a_benefit_is_no_matter_of_a_visit(text: str) -> None:
    reading = _reading(text, heading="What to expect at your first visit")
    assert without([reading], [(_CLAIM, 0.9, "")]) == [(_CLAIM, 0.9, "")]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("— Moe et al., 2010, showed that zinc cures colds.", True),
        ("— Zinc cures colds, 2010", True),
        ("Moe et al. (2010) looked at zinc.", True),
        ("— Moe et al., 2010", False),
        ("– Moe & Poe (2010)", False),
    ],
)
def test_whose_a_quotation_is_makes_no_claim_and_words_beside_a_name_do(text: str, claim: bool) -> None:
    found = without([_reading(text, mention="Moe et al.", marked=True)], [(_CLAIM, 0.9, "")])
    assert (found[0][0] == _CLAIM) is claim
