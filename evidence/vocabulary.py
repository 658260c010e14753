"""Words of health prose, by what they stand for. One place for each list; lower case, singular, sorted.

Source: general medical and nutrition vocabulary (MeSH tree headings A, C, D, E, G, N put into everyday words).
A word counts when it, or it without its ending, is on a list; see `terms`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

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
    ache acidosis acne addiction adhd adverse aids ailment alcoholism allergen allergic allergy alzheimer anaemia
    anaphylaxis anemia aneurysm angina anorexia antibody anxiety arrhythmia arthritis asthma atopic attack autism
    autoimmune autoimmunity bleeding blindness bloating bronchitis bruise bulimia burn burnout cancer candida
    cataract cavity cellulite chickenpox chlamydia cholera cholesterol cirrhosis clot cold colic colitis concussion
    condition congestion constipation copd coronavirus cough covid cramp croup dandruff deafness death deficiency
    deficit dehydration delirium dementia depressed depression dermatitis diabetes diabetic diarrhea diarrhoea
    diphtheria disability disease disorder distress diverticulitis dizziness dysbiosis dysfunction dyslipidemia
    eczema embolism emphysema endometriosis epidemic epilepsy failure fatigue fever fibromyalgia fibrosis flu
    fracture frailty gallstone gingivitis gonorrhoea gout haemorrhage haemorrhoid hangover headache heartburn
    hemorrhage hemorrhoid hepatitis herpes hiv hives hpv hyperactivity hypertension ibs illness immunodeficiency
    impotence incontinence infarction infected infection infectious infertility inflammation inflammatory influenza
    injury insomnia irritation ischemia itch jaundice leukemia lice lupus lyme malaria malnutrition mastitis measles
    melanoma meningitis menopause migraine morbidity mortality mumps nausea neuropathy nocebo nosebleed obese
    obesity ocd osteoporosis outbreak overdose overweight pain painful palpitation pandemic parkinson pathogen pcos
    periodontitis pertussis placebo plaque pms pneumonia polio preeclampsia psoriasis psychosis ptsd rabies rash
    recurrence recurrent reflux relapse rhinitis rickets rubella scar sciatica scurvy seizure sepsis shingles shock
    sick sickness sinusitis smallpox sneeze snoring soreness spasm stiffness strain stress stroke suicide sunburn
    swelling symptom syndrome syphilis tetanus thrombosis thrush tinnitus tonsillitis toxic toxicity toxin trauma
    tuberculosis tumor tumour ulcer ulceration uti varicose vertigo viral virus vomiting wart wound wrinkle yeast
    """.split()
)

SUBSTANCE = frozenset(
    """
    acid alcohol aldehyde almond amino antioxidant apple avocado bacteria bacterial bacterium bean beneficial berry
    bifidobacteria bifidobacterium bile blueberry breastmilk broccoli butter caffeine calcium calorie cannabidiol
    cannabinoid cannabis carb carbohydrate carotene cbd cheese chemical chocolate cinnamon cocoa coffee collagen
    colostrum commensal compound cranberry curcumin dairy egg electrolyte ethanol fat fatty fiber fibre fish
    flavonoid flaxseed flora fluoride folate fructose fruit fungal fungi fungus gaba garlic ginger gluten glycemic
    grain herb honey hydrogen iodine iron kefir ketone kombucha lactobacillus lactose lavender lead legume lentil
    magnesium meat mercury metabolite microbe microbial microbiome microbiota micronutrient microorganism milk
    mineral molecule nicotine nitrate nut nutrient nutrition nutritional oat oil oligosaccharide olive omega onion
    pesticide phytoestrogen pollutant polyphenol postbiotic potassium prebiotic probiotic protein psychoactive
    salmon salt seed selenium smoke smoker smoking sodium soy spinach spore starch steroid sterol strain sucrose
    sugar sweetener tea thc thimerosal tobacco turmeric vegetable vinegar vitamin walnut wheat whey wine yoghurt
    yogurt zinc
    """.split()
)

INTERVENTION = frozenset(
    """
    acupuncture adjustment analgesic anesthesia antacid antibiotic antibiotics anticoagulant antidepressant
    antihistamine antiinflammatory antipsychotic antiretroviral antiseptic antiviral app aromatherapy ashwagandha
    aspirin ayurveda berberine biofeedback birth booster botanical brushing bypass c-section capsule care cbd cbt
    cesarean cetirizine chamomile chemotherapy chiropractic chlorhexidine coaching codeine compress contraception
    contraceptive corticosteroid counseling counselling cranberry cream creatine curcumin detox dialysis diet dosage
    dose dosing drug echinacea elderberry enema episiotomy exercise fasting formula formulation gargling garlic gel
    ginkgo ginseng gummy herbal homeopathy hrt hydration hypnosis ibuprofen immunisation immunization implant
    inhaler injection inoculation insulin intake intervention intravenous jab kombucha lithium lotion lozenge mask
    massage medication medicine meditation mediterranean melatonin metformin mindfulness morphine mouthwash
    multivitamin nsaid nutraceutical ointment omega opioid orthotic osteopathy painkiller paracetamol patch
    peppermint physiotherapy pill prebiotic prescription probiotic procedure prophylaxis psychotherapy quinine
    radiotherapy rehabilitation remedy rest sauna screening sedative semaglutide serum shampoo shot spray stain
    statin stent steroid stretching supplement supplementation supplementing surgery surgical syrup tablet tapping
    tea tens therapeutic therapy tincture training transfusion transplant treated treating treatment tumeric
    turmeric vaccinated vaccination vaccine valerian vegan vegetarian vitamin warfarin washing workout yoga zinc
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

COMPOUNDS = frozenset(
    """
    abdominal-fat belly-fat blood-pressure body-fat body-weight chest-infection common-cold head-cold ear-infection fat-loss hair-loss
    heart-attack heart-disease heart-failure joint-pain lung-function memory-loss mental-health weight-gain weight-loss
    sore-throat stress-hormone tooth-decay
    """.split()
)
"""Two words that are telling together, though each alone may stand in any text; joined by a hyphen here."""

_PLAIN_DISEASES = frozenset({"colds"})
"""Forms that only the disease has: "a cold day" is none."""

# Endings that hardly any word outside medicine has.
_ENDINGS = (
    "aemia", "algia", "biotic", "carcinoma", "cytes", "ectomy", "emia", "genic", "itis", "oma", "opathy",
    "osis", "otherapy", "pathic", "vir", "virus",
)  # fmt: skip
_DRUGS = (
    "azepam", "azole", "caine", "cillin", "cycline", "dipine", "floxacin", "gliflozin", "gliptin", "glutide", "mycin", "olol", "oxetine", "prazole",
    "profen", "sartan", "statin", "tadine", "triptan", "zumab", "ximab", "limumab",
)  # fmt: skip
"""Endings of the international names of medicines (WHO stem book)."""

_NOT_MEDICAL = frozenset({"academia", "aroma", "coma", "diploma", "emphasis", "oma", "roma", "oklahoma", "hypothesis"})
_FRONTS = ("anti-", "cardio", "gastro", "immuno", "micro-", "neuro", "pro-inflam")

# Words that turn up in any text; alone they do not make a sentence one about health.
EVERYDAY = frozenset(
    """
    adult almond app apple arm attack avocado baby back bean benefit berry birth blueberry body breakfast broccoli
    bruise brushing burn butter care cavity cheese chemical child childhood chocolate cinnamon cocoa coffee cold
    compound condition cranberry cure death dose drink eat eaten eater eating egg exercise face failure fat female
    fish food foot formula fruit function grain hair hand harm head heart hospital human hunger hungry intake iron
    jab joint lead leg legume lentil lice life lithium lunch male mask meal meat memory men mom mood mother mouth
    nail neck nose nut oat oil olive onion organ parent patch people performance physical procedure recovery relief
    rest risk safety salmon salt sample scar seed shock shot smoke snack soy spinach spray stain strain stress sugar
    tea training user vegetable vinegar volunteer walnut wash weight wheat wine woman women
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
    if is_drug(word):
        return True
    if len(word) > 5 and (word.endswith(_ENDINGS) or word.removesuffix("s").endswith(_ENDINGS)):
        return word not in _NOT_MEDICAL
    return len(word) > 7 and word.startswith(_FRONTS)


@lru_cache(maxsize=1 << 15)
def is_drug(word: str) -> bool:
    """Whether a word has the ending of the name of a medicine."""
    return len(word) > 6 and word.removesuffix("s").endswith(_DRUGS)


def is_treatment(word: str) -> bool:
    """Whether a word names something that is taken or done for health."""
    return on_list(word, INTERVENTION) or is_drug(word)


def compounds(found: list[str]) -> Iterable[str]:
    """The pairs of neighbouring words that name something of health together, joined by a hyphen."""
    for first, second in pairwise(found):
        for form in _forms(second):
            if f"{first}-{form}" in COMPOUNDS:
                yield f"{first}-{form}"
                break


def terms(text: str) -> tuple[set[str], set[str]]:
    """The health words of a text: those that are telling, and those that any text may hold."""
    telling: set[str] = set()
    everyday: set[str] = set()
    found = words(text)
    for word in found:
        if is_health(word):
            plain = on_list(word, EVERYDAY) and word not in _PLAIN_DISEASES
            (everyday if plain else telling).add(word)
    telling.update(compounds(found))
    return telling, everyday
