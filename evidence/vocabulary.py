"""Words of health prose, by what they stand for. One place for each list; lower case, singular, sorted.

Source: general medical and nutrition vocabulary (MeSH tree headings A, C, D, E, G, N put into everyday words).
A word counts when it, or it without its ending, is on a list; see `terms`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

BODY = frozenset(
    """
    abdomen abdominal adipose airway appetite arm arterial artery back bladder blood bodily body bone bowel
    brain breast breath breathing cardiac cardiovascular cell cellular cervical cervix circadian circulation
    cognition cognitive colon cortex cortisol dendritic dermal digestion digestive dna dopamine ear endocrine
    endothelial enzyme epithelial estrogen eye face feces fertility fetal fetus foot gastric gastrointestinal
    gene genital gland glucose gut hair hand hdl head hearing heart heartbeat hepatic hip hormonal hormone
    immune immunity insulin intestinal intestine jaw joint kidney knee ldl leg ligament limb lipid liver lung
    lymph lymphocyte melatonin membrane memory menstrual metabolic metabolism mitochondria mitochondrial mood
    mouth mucosa muscle muscular nail nasal neck nerve nervous neural neuron neuronal nose oestrogen oral organ
    ovary oxytocin pancreas pelvic pelvis perineal perineum placenta plasma postpartum prostate receptor renal
    respiratory saliva serotonin serum sinus skeletal skin sleep sperm spinal spine stomach testosterone throat
    thyroid tissue tongue tooth triglyceride urinary urine uterine uterus vaginal vascular vein weight womb
    """.split()
)

CONDITION = frozenset(
    """
    ache acne addiction adverse aids ailment alcoholism allergen allergic allergy alzheimer anaemia anaphylaxis
    anemia antibody anxiety asthma atopic attack autism autoimmune autoimmunity bloating burnout cancer candida
    cataract chickenpox cholera cholesterol clot cold colic concussion condition congestion constipation copd
    coronavirus cough covid cramp dandruff death deficiency deficit dehydration delirium dementia depressed
    depression dermatitis diabetes diabetic diarrhea diarrhoea diphtheria disability disease disorder distress
    dizziness dysbiosis dysfunction eczema embolism emphysema endometriosis epidemic epilepsy failure fatigue
    fever fibrosis flu fracture frailty gout haemorrhage headache heartburn hemorrhage hepatitis herpes hiv hpv
    hypertension ibs illness immunodeficiency infarction infected infection infectious infertility inflammation
    inflammatory influenza injury insomnia irritation ischemia itch jaundice leukemia lupus lyme malaria
    malnutrition mastitis measles melanoma meningitis menopause migraine morbidity mortality mumps nausea
    neuropathy nocebo obese obesity osteoporosis outbreak overdose overweight pain painful pandemic parkinson
    pathogen pertussis placebo plaque pneumonia polio preeclampsia psoriasis rash recurrence recurrent reflux
    relapse rickets rubella sciatica seizure sepsis shock sick sickness sneeze soreness spasm stiffness strain
    stress stroke suicide swelling symptom syndrome tetanus thrombosis thrush toxic toxicity toxin trauma
    tuberculosis tumor tumour ulcer uti viral virus vomiting wound wrinkle yeast
    """.split()
)

SUBSTANCE = frozenset(
    """
    acid alcohol aldehyde amino antioxidant bacteria bacterial bacterium beneficial bifidobacteria
    bifidobacterium bile breastmilk caffeine calcium calorie cannabidiol cannabinoid cannabis carb carbohydrate
    carotene cbd chemical collagen colostrum commensal compound curcumin dairy egg electrolyte ethanol fat fatty
    fiber fibre flavonoid flora fluoride folate fructose fungal fungi fungus gaba garlic ginger gluten glycemic
    grain herb honey hydrogen iodine iron kefir ketone kombucha lactobacillus lactose lavender lead magnesium
    meat mercury metabolite microbe microbial microbiome microbiota micronutrient microorganism milk mineral
    molecule nicotine nitrate nutrient nutrition nutritional oil oligosaccharide omega pesticide phytoestrogen
    pollutant polyphenol postbiotic potassium prebiotic probiotic protein psychoactive salt selenium smoke
    smoker smoking sodium soy spore starch steroid sterol strain sucrose sugar sweetener tea thc thimerosal
    tobacco turmeric vitamin whey yoghurt yogurt zinc
    """.split()
)

INTERVENTION = frozenset(
    """
    acupuncture adjustment analgesic anesthesia antacid antibiotic anticoagulant antidepressant antihistamine
    antiinflammatory antipsychotic antiretroviral antiseptic antiviral app aromatherapy aspirin ayurveda
    biofeedback birth booster botanical brushing bypass c-section capsule care cbd cbt cesarean chemotherapy
    chiropractic chlorhexidine coaching compress contraception contraceptive corticosteroid counseling
    counselling cream curcumin detox dialysis diet dosage dose dosing drug echinacea enema episiotomy exercise
    fasting formula formulation gargling garlic gel gummy herbal homeopathy hydration hypnosis ibuprofen
    immunisation immunization implant inhaler injection inoculation intake intervention intravenous kombucha
    lotion mask massage medication medicine meditation mediterranean metformin mindfulness mouthwash
    multivitamin nsaid nutraceutical ointment omega opioid orthotic osteopathy paracetamol patch physiotherapy
    pill prebiotic prescription probiotic procedure prophylaxis psychotherapy rehabilitation remedy rest sauna
    screening sedative serum shampoo shot spray stain statin stent steroid stretching supplement supplementation
    supplementing surgery surgical syrup tablet tapping tea tens therapeutic therapy tincture training
    transfusion transplant treated treating treatment tumeric turmeric vaccinated vaccination vaccine vegan
    vegetarian vitamin washing workout yoga zinc
    """.split()
)

PEOPLE = frozenset(
    """
    adolescent adult athlete baby breastfed breastfeed breastfeeding caregiver child childhood dyad elderly
    female human infant male maternal men mom mother newborn nursing parent participant patient people pregnancy
    pregnant preterm runner smoker teen teenager toddler user volunteer woman women
    """.split()
)

OUTCOME = frozenset(
    """
    ageing aging benefit breakfast cure disease dosage drink eat eaten eater eating efficacy food function
    functioning harm healing health healthful healthier healthy hospital hospitalisation hospitalization hunger
    hungry incidence life longevity lunch meal medical medically medicinal mortality performance physical
    physiological physiology potency prevalence prevention prognosis recovery recurrence relief remission risk
    safety severity side-effect snack survival symptom therapeutic well-being wellbeing wellness
    """.split()
)

# Endings that hardly any word outside medicine has.
_ENDINGS = (
    "aemia", "algia", "biotic", "carcinoma", "cillin", "cytes", "ectomy", "emia", "genic", "itis", "mycin", "oma", "opathy",
    "osis", "otherapy", "pathic", "statin", "vir", "virus",
)  # fmt: skip
_NOT_MEDICAL = frozenset({"academia", "aroma", "coma", "diploma", "emphasis", "oma", "roma", "oklahoma", "hypothesis"})
_FRONTS = ("anti-", "cardio", "gastro", "immuno", "micro-", "neuro", "pro-inflam")

# Words that turn up in any text; alone they do not make a sentence one about health.
EVERYDAY = frozenset(
    """
    adult app arm attack baby back benefit birth body breakfast brushing care chemical child childhood cold
    compound condition cure death dose drink eat eaten eater eating egg exercise face failure fat female food
    foot formula function grain hair hand harm head heart hospital human hunger hungry intake iron joint lead
    leg life lunch male mask meal meat men mom mood mother mouth nail neck nose oil organ parent patch people
    performance physical procedure recovery relief rest risk safety salt sample shock shot smoke snack soy spray
    stain strain stress sugar tea training user volunteer wash weight woman women
    """.split()
)

_HEALTH = BODY | CONDITION | SUBSTANCE | INTERVENTION | PEOPLE | OUTCOME
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTENINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"))


def folded(text: str) -> str:
    """Lower case without accents, so that "Øien" and "Oien", "Schütte" and "Schutte" are one."""
    plain = text.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L").replace("ß", "ss")
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


def words(text: str) -> list[str]:
    """The words of a text in lower case, possessive endings taken off, compounds kept whole."""
    if text.isascii():
        found = _WORD.findall(text.lower())
    else:
        found = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    return [word[:-2] if word.endswith("'s") else word.rstrip("'") for word in found]


def _forms(word: str) -> Iterable[str]:
    yield word
    for ending, instead in _SHORTENINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            yield word[: -len(ending)] + instead


@lru_cache(maxsize=1 << 15)
def on_list(word: str, lexicon: frozenset[str]) -> bool:
    """Whether the word, or a shorter form of it, stands in the lexicon."""
    return any(form in lexicon for form in _forms(word))


@lru_cache(maxsize=1 << 15)
def is_health(word: str) -> bool:
    """Whether a word belongs to health prose, by list, by medical ending or by the parts of a compound."""
    if on_list(word, _HEALTH):
        return True
    if "-" in word and any(on_list(part, _HEALTH) for part in word.split("-") if len(part) > 2):
        return True
    if len(word) > 5 and (word.endswith(_ENDINGS) or word.removesuffix("s").endswith(_ENDINGS)):
        return word not in _NOT_MEDICAL
    return len(word) > 7 and word.startswith(_FRONTS)


def terms(text: str) -> tuple[set[str], set[str]]:
    """The health words of a text: those that are telling, and those that any text may hold."""
    telling: set[str] = set()
    everyday: set[str] = set()
    for word in words(text):
        if is_health(word):
            (everyday if on_list(word, EVERYDAY) else telling).add(word)
    return telling, everyday
