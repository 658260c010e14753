"""Words of health that mean the same to a reader: what people say, and what articles and studies write.

Groups are our own [house], of words that leaflets for patients and journals use for one thing.
A group holds only what may stand for one another in a search; a kind and its whole ("statins", "simvastatin") are none.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

GROUPS = """
heart attack, myocardial infarction
stroke, cerebrovascular accident, brain attack
high blood pressure, hypertension, raised blood pressure
low blood pressure, hypotension
high cholesterol, hypercholesterolaemia, hypercholesterolemia, hyperlipidaemia, hyperlipidemia
blood sugar, blood glucose, glycaemia, glycemia
diabetes, diabetes mellitus
underactive thyroid, hypothyroidism
overactive thyroid, hyperthyroidism
cancer, carcinoma, malignancy, tumour, tumor
belly, tummy, stomach, abdominal, abdomen
stomach flu, gastroenteritis
heartburn, acid reflux, reflux, gastroesophageal reflux, gerd, gord
irritable bowel, irritable bowel syndrome, ibs
gut, bowel, intestine, intestinal
gut bacteria, gut flora, microbiome, microbiota
runny stool, diarrhoea, diarrhea
constipation, hard stool
throwing up, vomiting, emesis
feeling sick, nausea, morning sickness
eczema, atopic dermatitis, atopic eczema
hives, urticaria
itching, itch, pruritus
rash, exanthem
acne, pimples, spots
hay fever, allergic rhinitis, pollen allergy
runny nose, rhinitis
common cold, cold, colds, upper respiratory infection, upper respiratory tract infection
flu, influenza
cough, coughing
shortness of breath, dyspnoea, dyspnea, breathlessness
asthma, wheeze, wheezing
ear infection, otitis media, otitis
sore throat, pharyngitis, tonsillitis
bladder infection, urinary tract infection, uti, cystitis
kidney, renal
kidney stones, renal calculi, nephrolithiasis
liver, hepatic
heart, cardiac
heart disease, cardiovascular disease, coronary heart disease, cvd
irregular heartbeat, atrial fibrillation, arrhythmia
blood clot, thrombosis, thromboembolism
blood thinner, anticoagulant, anticoagulants
brittle bones, osteoporosis
broken bone, fracture, fractures
joint pain, arthralgia
osteoarthritis, arthrosis, wear and tear arthritis
rheumatoid arthritis, rheumatism
back pain, low back pain, lumbago, backache
muscle pain, myalgia, sore muscles
headache, cephalalgia
migraine, migraines
dizziness, vertigo
tired, tiredness, fatigue, exhaustion
sleeplessness, insomnia, trouble sleeping
sleep, sleeping, slumber
low mood, depression, depressive
anxiety, anxious, worry
memory loss, dementia, alzheimer
children, child, kids, paediatric, pediatric
baby, babies, infant, infants, newborn, newborns, neonate
toddler, toddlers
teenager, teenagers, adolescent, adolescents, teens
older people, elderly, older adults, seniors, aged
pregnancy, pregnant, gestation, expectant
breastfeeding, breast feeding, breastfed, lactation, nursing
premature, preterm
baby formula, infant formula
birth, delivery, childbirth, labour
caesarean, cesarean, c section
period pain, dysmenorrhoea, dysmenorrhea, menstrual pain
menopause, change of life, climacteric
hot flushes, hot flashes, vasomotor symptoms
painkiller, painkillers, analgesic, analgesics
paracetamol, acetaminophen
ibuprofen, nsaid, nsaids
antibiotic, antibiotics, antibacterial
probiotic, probiotics, friendly bacteria, good bacteria, live cultures
prebiotic, prebiotics
vitamin c, ascorbic acid
vitamin d, cholecalciferol, colecalciferol, vitamin d3
vitamin b12, cobalamin
vitamin b9, folic acid, folate
vitamin e, tocopherol
vitamin a, retinol
omega 3, fish oil, fish oils, epa, dha
fibre, fiber, roughage
salt, sodium
sugar, sucrose
fat, fats, lipid, lipids
weight loss, losing weight, lose weight, slimming
overweight, obesity, obese
exercise, physical activity, working out, training
fasting, time restricted eating, intermittent fasting, eating window
vaccine, vaccination, jab, immunisation, immunization, shot
side effect, side effects, adverse effect, adverse effects, adverse events, harms
safe, safety
death, mortality, dying
doctor, physician, gp
medicine, medication, drug, drugs
supplement, supplements, dietary supplement, food supplement
trial, randomised trial, randomized trial, rct
review, systematic review, meta analysis
tooth decay, caries, cavities
gum disease, gingivitis, periodontitis
hair loss, alopecia
bedwetting, enuresis
colic, infant colic, crying baby
nappy rash, diaper rash, diaper dermatitis
food allergy, allergic to food
peanut allergy, peanuts
immune system, immunity, immune
inflammation, inflammatory
swelling, oedema, edema
bruise, bruising, haematoma, hematoma
anaemia, anemia, iron deficiency
covid, covid 19, coronavirus, sars cov 2
sunburn, sun protection, sunscreen, sunblock, sun cream, suncream, sun lotion
cognitive behavioural therapy, cognitive behavioral therapy, cbt
birth companion, birth partner, doula
phone, phones, smartphone, smartphones, mobile phone, cell phone
body mass index, bmi
electrocardiogram, ecg, ekg
hormone replacement therapy, hormone therapy, hrt
attention deficit hyperactivity disorder, adhd
post traumatic stress disorder, ptsd
premenstrual syndrome, pms
polycystic ovary syndrome, pcos
chronic obstructive pulmonary disease, copd
tuberculosis, tb
sexually transmitted infection, sexually transmitted disease, sti, std
in vitro fertilisation, in vitro fertilization, ivf
sleep apnoea, sleep apnea
shingles, herpes zoster
chickenpox, varicella
whooping cough, pertussis
cold sore, cold sores, herpes labialis
thrush, candidiasis, yeast infection
piles, haemorrhoids, hemorrhoids
pink eye, conjunctivitis
nosebleed, nosebleeds, epistaxis
short sightedness, near sightedness, myopia
sweating, hyperhidrosis
head lice, lice, nits, pediculosis
""".strip()


@cache
def groups() -> Mapping[str, tuple[str, ...]]:
    """By each word or phrase, all that mean the same, itself first; also by its plural or singular."""
    found: dict[str, tuple[str, ...]] = {}
    for line in GROUPS.splitlines():
        phrases = tuple(phrase.strip() for phrase in line.split(","))
        for phrase in phrases:
            found[phrase] = (phrase, *(other for other in phrases if other != phrase))
    for phrase, means in list(found.items()):
        if other := _other_number(phrase):
            found.setdefault(other, (other, *means))
    return found


def _other_number(phrase: str) -> str:
    """Its plural, or the singular of a phrase of several words ("kidney stone"); a word alone may be another without
    its s (hives, nits, spots)."""
    if not phrase.endswith("s"):
        return f"{phrase}s"
    return phrase[:-1] if " " in phrase and not phrase.endswith(("ss", "is", "us")) else ""


LONGEST = 4
"""Words of the longest phrase that is looked for."""
