"""Words of health prose, by what they stand for. Lower case, singular, sorted; `vocabulary` looks them up.

Source: general medical and nutrition vocabulary (MeSH tree headings A, C, D, E, G, N put into everyday words).
"""

from __future__ import annotations

BODY = frozenset(
    """
    abdomen abdominal adenoid adipose adrenaline airway alveoli amygdala ankle antigen anus appendix appetite
    arm arterial artery back bladder blood bloodstream bodily body bone bowel brain breast breath breathing
    bronchi bum buttock cardiac cardiovascular cartilage cell cellular cerebral cervical cervix chest chromosome
    circadian circulation clotting coagulation cognition cognitive collarbone colon cornea cortex cortisol
    cytokine dendritic dermal diaphragm digestion digestive disc dna dopamine duodenum ear eardrum earwax elbow
    endocrine endothelial enzyme epithelial esophageal esophagus estrogen eye eyelid eyesight face feces
    fertility fetal fetus finger fingernail foot foreskin gallbladder gastric gastrointestinal gene genital
    genome gland glucose groin gum gut haemoglobin hair hamstring hand hdl head hearing heart heartbeat heel
    hemoglobin hepatic hip hippocampus histamine hormonal hormone hypothalamus immune immunity insulin
    intestinal intestine jaw joint kidney knee larynx ldl leg ligament limb lipid liver lung lymph lymphatic
    lymphocyte marrow melatonin membrane memory menstrual menstruation metabolic metabolism mitochondria
    mitochondrial mood mouth mucosa mucous mucus muscle muscular nail nasal neck nerve nervous neural neuron
    neuronal nipple nose nostril oesophagus oestrogen oral organ ovary ovulation oxytocin pancreas pancreatic
    pelvic pelvis perineal perineum placenta plasma pore postpartum progesterone prostate pulse receptor rectum
    renal respiratory retina saliva scalp serotonin serum shin shoulder sight sinus skeletal skin skull sleep
    sperm spinal spine spleen stomach stool tendon testicle testosterone thigh throat thumb thyroid tissue toe
    toenail tongue tonsil tooth trachea triglyceride urethra urinary urination urine uterine uterus vaginal
    vascular vein vertebra vision vocal vulva weight windpipe womb wrist
    """.split()
)

CONDITION = frozenset(
    """
    ache acidosis acne addicted addiction adhd adverse aids ailment alcoholism allergen allergic allergy
    alzheimer anaemia anaphylactic anaphylaxis anemia aneurysm angina anorexia anorexic antibody anxiety anxious
    arrhythmia arrhythmias arthritis asthma asthmatic astigmatism atopic attack autism autistic autoimmune
    autoimmunity bad-breath bedwetting benign binge bipolar bleeding blindness blister bloated bloating
    bloodshot breathless breathlessness bronchitis bruise bulimia bulimic bunion burn burnout cancer candida
    carcinogen carcinogenic cardiomyopathy cataract cavity celiac cellulite chickenpox chilblain chlamydia
    cholera cholesterol cirrhosis claustrophobia clot coeliac cold colic colitis compulsive concussed concussion
    condition congestion conjunctivitis constipated constipation contagious copd coronavirus cough covid cramp
    cramping craving crohn croup cyst dandruff deaf deafness death deficiency deficit dehydrated dehydration
    delirium delusion dementia dengue depressed depression dermatitis dermatological diabetes diabetic diarrhea
    diarrhoea diphtheria disability disease disorder distress diverticulitis dizziness dizzy dorsalgia
    drowsiness drowsy dysbiosis dysfunction dyslexia dyslipidemia ebola eclampsia eczema embolism emphysema
    endometrial endometriosis epidemic epilepsy failure faint fainting fatigue fever feverish fibroid
    fibromyalgia fibrosis fistula flu fracture frailty frostbite gallstone gingival gingivitis glaucoma
    gonorrhoea gout grief haemophilia haemorrhage haemorrhoid hallucination hangover hay-fever headache
    heartburn heatstroke hemorrhage hemorrhoid hepatitis hernia herpes hiccup hiv hives hpv hyperactivity
    hyperglycaemia hypertension hyperthyroidism hypochondria hypochondriac hypoglycaemia hypotension hypothermia
    hypothyroidism ibd ibs illness immunodeficiency impotence impotent incontinence incontinent indigestion
    infarction infected infection infectious infertile infertility inflammation inflammatory influenza injury
    insomnia insomniac intolerance irritation ischemia itch jaundice leukaemia leukemia lice listeria
    long-sighted lump lupus lyme lymphoma malaria malignant malnourished malnutrition mania manic mastitis
    measles melanoma meningitis menopausal menopause metastasis migraine miscarriage morbidity mortality mumps
    myopia nausea nauseous nearsighted neuralgia neuropathy nocebo norovirus nosebleed numb numbness obese
    obesity ocd osteopenia osteoporosis outbreak overdose overweight pain painful palpitation pandemic panic
    paralysed paralysis parasite parasitic parkinson pathogen pcos perimenopause periodontitis pertussis phobia
    phobic placebo plaque pms pneumonia polio polyp pre-eclampsia prediabetes preeclampsia premenstrual
    psoriasis psoriatic psychosis ptsd puberty rabies rash recurrence recurrent reflux relapse rhinitis rickets
    ringworm rosacea rotavirus rubella salmonella sarcopenia scabies scar schizophrenia sciatica scoliosis
    scurvy seizure self-harm sepsis shingles shock short-sighted short-sightedness shortsighted sick sickness
    sinusitis sleepiness sleepless sleeplessness sleepwalking smallpox snakebite sneeze sneezing snoring
    soreness spasm sprain squint stiffness stillbirth strain stress stroke stutter stye suicidal suicide sunburn
    sunstroke swelling symptom syndrome syphilis tachycardia tapeworm teething tendinitis tendonitis tension
    tetanus thrombosis thrush tingle tingling tinnitus tired tiredness tonsillitis toxic toxicity toxin trauma
    tremor tuberculosis tumor tumorous tumour twitch typhoid ulcer ulceration underweight unwell uti varicose
    verruca vertigo viral virus vomit vomiting wart wheeze wheezing whiplash withdrawal wound wrinkle yeast zika
    """.split()
)

SUBSTANCE = frozenset(
    """
    acetaldehyde acid acrylamide alcohol aldehyde allicin almond amino anthocyanin antioxidant apple arginine
    arsenic asbestos aspartame avocado bacteria bacterial bacterium bean beet beetroot beneficial benzene berry
    betaine bifidobacteria bifidobacterium bile biotin blueberry bpa breastmilk broccoli butter cadmium caffeine
    calcium calorie cannabidiol cannabinoid cannabis carb carbohydrate carnitine carotene catechin cbd cheese
    chemical chia chlorella chocolate choline chromium cinnamon cocoa coenzyme coffee collagen colostrum
    commensal compound cranberry creatinine curcumin cyanide dairy dander egg electrolyte electrolytes
    erythritol estradiol ethanol fat fatty fiber fibre fish flavonoid flaxseed flora fluoride folate folic
    formaldehyde fructose fruit fungal fungi fungus gaba garlic ginger glutamine gluten glycemic glycine grain
    heme herb honey hydrochloric hydrogen iodine iron kale kefir ketogenic ketone kimchi kombucha lactase
    lactobacillus lactose lavender lead legume lentil lutein lycopene lysine magnesium manganese matcha meat
    mercury metabolite microbe microbial microbiome microbiota micronutrient microorganism microplastic milk
    mineral mold molecule monosodium monounsaturated moringa mould msg niacin nicotinamide nicotine nitrate
    nitric nitrite nut nutrient nutrition nutritional oat oil oligosaccharide olive omega omega-3 onion oxalate
    ozone paraben pesticide phosphorus phthalate phytate phytoestrogen pollen pollutant polyphenol
    polyunsaturated postbiotic potassium prebiotic probiotic protein psychoactive psyllium purine quercetin
    quinoa radon resveratrol retinol riboflavin saccharin salmon salt saturated sauerkraut seed selenium smoke
    smoker smoking sodium soy spinach spirulina spore starch steroid sterol stevia strain sucrose sugar
    sulforaphane sweetener taurine tea thc theanine thiamine thimerosal tobacco tofu trans-fat tryptophan
    turmeric tyrosine unsaturated uric vegetable vinegar vitamin walnut wheat whey wholegrain wholemeal wine
    xylitol yoghurt yogurt zinc
    """.split()
)

INTERVENTION = frozenset(
    """
    acetaminophen acupressure acupuncture acupuncturist adalimumab adjustment allopurinol anaesthesia
    anaesthetic analgesic anesthesia antacid antenatal anthelmintic antibiotic antibiotics anticoagulant
    anticonvulsant antidepressant antidiarrheal antiemetic antifungal antihistamine antiinflammatory
    antimalarial antipsychotic antiretroviral antiseptic antispasmodic antiviral app aromatherapy ashwagandha
    aspirin ayurveda bandage berberine beta-blocker biofeedback biopsy birth blood-thinner booster botanical
    botox braces bronchodilator brushing bypass c-section caesarean capsule cardiologist care cbd cbt cdc
    cesarean cetirizine chamomile chemo chemotherapy chiropractic chiropractor chlorhexidine clinic clinical
    clinician coaching cochlear codeine colchicine colonoscopy compress condom contraception contraceptive
    corticosteroid cortisone counseling counselling counsellor counselor cpr cranberry cream creatine crutch
    curcumin decongestant defibrillator dental dentist denture dermatologist detox dialysis diazepam diclofenac
    diet dietician dietitian diuretic doctor dosage dose dosing drug echinacea elderberry emulsifier endoscopy
    enema epidural epipen episiotomy exercise expectorant fasting fda fentanyl filling finasteride floss
    flossing fluoxetine formula formulation gabapentin gargling garlic gastroenterologist gel ginkgo ginseng gp
    gummy gynaecologist gynecologist heparin herbal homeopathy hospice hrt hydration hydrocortisone hygienist
    hypnosis hypnotherapy ibuprofen immunisation immunise immunization immunize immunologist immunotherapy
    implant inhaler injection inoculation insulin intake intervention intravenous isotretinoin iud ivf jab keto
    kinesiology kombucha laxative levothyroxine lithium lotion lozenge mammogram mask massage medication
    medicine meditation mediterranean melatonin metformin methotrexate methylphenidate midwife mindfulness
    minoxidil moisturiser moisturizer morphine mouthwash mri multivitamin naloxone naproxen naturopath nebuliser
    neurologist nhs nsaid nurse nutraceutical nutritionist obstetrician ointment omega oncologist opioid
    optician optometrist orthodontist orthotic osteopath osteopathy oxycodone pacemaker paediatrician painkiller
    palliative paracetamol patch pediatrician peppermint pharmacist pharmacy physician physio physiotherapist
    physiotherapy pilates pill prebiotic prednisolone prednisone pregabalin prescription probiotic probiotics
    procedure prophylaxis prosthesis psychiatrist psychologist psychotherapy quinine radiotherapy rehabilitation
    rehydration remedy rest retinoid sauna screening sedation sedative semaglutide sertraline serum shampoo shot
    sildenafil smear smoothie splint spray stain statin stent steroid stretching sunscreen supplement
    supplementation supplementing surgeon surgery surgical swab syrup tablet tamoxifen tapping tea tens
    therapeutic therapist therapy thermometer tincture toothbrush toothpaste tourniquet training tramadol
    tranquilizer tranquilliser transfusion transplant treated treating treatment triage tumeric turmeric
    ultrasound vaccinate vaccinated vaccination vaccinator vaccine valerian vape vaping vasectomy vegan
    vegetarian vitamin warfarin washing wheelchair workout x-ray yoga zinc
    """.split()
)

PEOPLE = frozenset(
    """
    adolescent adult athlete baby breastfed breastfeed breastfeeding caregiver carer child childhood diabetics
    dyad elderly expectant female gestational human infant male maternal men mom mother newborn newborns nursing
    obese parent participant patient pensioner people postnatal pregnancy pregnant prenatal preterm runner
    smoker sufferer teen teenager toddler trimester user vegan volunteer woman women
    """.split()
)

OUTCOME = frozenset(
    """
    absorption acute ageing aging asymptomatic benefit bioavailability biomedical bmi breakfast calorific
    chronic congenital cure detoxify diagnose diagnosed diagnostic digest digested disabled disease dosage drink
    eat eaten eater eating efficacy epidemiological epidemiology fitness food function functioning germ germs
    harm healing health healthcare healthful healthier healthy hereditary hospital hospitalisation
    hospitalization hunger hungry hygiene hypoallergenic incidence life lifespan lifestyle longevity lunch
    malabsorption meal medical medically medicate medicinal metabolise metabolize mortality nourish nourishment
    overeat overeating performance pharmaceutical physical physiological physiology placebo-controlled pollution
    potency prevalence prevention prognosis psychiatric psychological recovery recuperate recurrence rehab
    relief remission risk safety satiety sedentariness sedentary severity side-effect snack sterile survival
    symptom symptomatic therapeutic underlying unwell well-being wellbeing wellness
    """.split()
)

COMPOUNDS = frozenset(
    """
    abdominal-fat back-pain belly-button belly-fat bladder-infection blood-cell blood-clot blood-count
    blood-flow blood-glucose blood-pressure blood-sugar blood-test blood-thinner blood-vessel body-fat
    body-weight bone-density bowel-habit bowel-movement brain-fog breast-feeding breast-milk chest-infection
    chest-pain clinical-trial cold-sore common-cold contact-lens detached-retina ear-infection ear-wax
    emergency-department emergency-room energy-drink eye-test family-doctor fast-food fat-burning fat-loss
    fatty-acid flu-jab flu-shot frozen-shoulder gene-therapy growth-hormone gum-disease gut-health hair-growth
    hair-loss hay-fever head-cold hearing-aid hearing-loss heart-attack heart-disease heart-failure heart-rate
    high-blood hot-flash hot-flush immune-system irregular-heartbeat joint-pain junk-food kidney-stone
    life-expectancy liver-enzyme lung-function memory-loss mental-health morning-sickness mosquito-bite
    muscle-mass nitric-oxide oral-health panic-attack panic-disorder passive-smoking peanut-allergy plant-based
    processed-food processed-meat public-health randomised-trial randomized-trial red-meat resting-heart
    saturated-fat short-sight side-effect sleep-apnea sleep-apnoea sore-throat stem-cell strength-training
    stress-hormone sugary-drink sun-exposure swollen-gland tennis-elbow tick-bite tooth-decay uric-acid
    vaginal-birth water-tablet weight-gain weight-loss white-blood whole-grain
    """.split()
)
"""Two words that are telling together, though each alone may stand in any text; joined by a hyphen here."""

# Words that turn up in any text; alone they do not make a sentence one about health.
EVERYDAY = frozenset(
    """
    absorption acute addicted adult almond ankle anxious app apple arm attack avocado baby back bean beet
    benefit benign berry birth blueberry body braces breakfast broccoli bruise brushing burn butter care cavity
    cdc cheese chemical chest child childhood chocolate chronic cinnamon clinic clinical cocoa coffee cold
    compound condition contagious copper cranberry craving cure deaf death dental diagnose diagnosed diagnostic
    digest digested disabled disc dizzy doctor dose drink drowsy eat eaten eater eating egg elbow exercise face
    failure faint fat fda female filling finger fish fitness floss food foot formula fruit function genome germ
    grain grief gum hair hand harm head heart heel hereditary hospital human hunger hungry hygiene intake iron
    jab joint kale lead leg legume lentil lice life lifestyle lithium lump lunch male malignant manic mask meal
    meat memory men mold mom mood mother mould mouth nail neck nhs nose numb nurse nut oat oil olive onion organ
    ozone panic parasite parent patch pensioner people performance pharmaceutical pharmacist pharmacy physical
    physician pilates pollen pollution pore procedure psychological psychologist puberty pulse purine quinoa
    recovery relief rest risk safety salmon salt sample saturated scalp scar seed shin shock shot shoulder sight
    skull sleepless smear smoke smoothie snack soy spinach sprain spray squint stain sterile stool strain stress
    sugar surgeon tea tension thermometer thigh thumb tingle tingling tired toe tofu training triage twitch
    ultrasound underlying user vegetable vinegar vision vocal volunteer walnut wash weight wheat wheelchair wine
    withdrawal woman women wrist x-ray
    """.split()
)
