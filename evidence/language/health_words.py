"""Words of health prose, by what they stand for. Lower case, singular, sorted; `vocabulary` looks them up.

Source: general medical and nutrition vocabulary (MeSH tree headings A, C, D, E, G, N put into everyday words).
"""

from __future__ import annotations

BODY = frozenset(
    """
    abdomen abdominal abs acetylcholine adenoid adipose adrenal adrenaline airway albumin alveoli amygdala ankle
    antigen anus apolipoprotein apoptosis appendix appetite arm armpit arterial artery autophagy back
    baroreceptor bicep bilirubin bladder blood bloodstream bodily body bone bowel brain breast breath breathing
    bronchi bronchial bum buttock calf cardiac cardiovascular carpal embryo embryonic testis testes cartilage cartilaginous cell cellular cerebral
    cervical cervix chest chromosome circadian circulation clotting cns coagulation cognition cognitive collagen
    collarbone colon core-muscle cornea cortex cortisol cuticle cytokine dendritic dermal diaphragm diastolic
    digestion digestive disc dna dopamine duodenum ear eardrum earwax elastin elbow endocannabinoid endocrine
    endorphin endothelial enzyme epithelial esophageal esophagus estrogen eye eyelid eyesight face feces femur
    ferritin fertility fetal fetus fibula finger fingernail follicle foot forearm foreskin gallbladder gastric
    gastrointestinal gene genital genome ghrelin gland glucagon glucose glutamate glute glycogen gonad groin gum
    gut haematocrit haemoglobin hair hamstring hand hdl head hearing heart heartbeat heel hemoglobin hepatic
    hepatocyte hip hippocampal hippocampus histamine hormonal hormone hymen hypothalamus immune immunity insulin
    intestinal intestinal-lining intestine intestines jaw joint keratin ketone kidney knee kneecap lactate
    lactation larynx ldl leg leptin libido ligament limb lipid lipoprotein liver lumbar lung lymph lymph-node
    lymphatic lymphocyte marrow melanin melatonin membrane memory menstrual menstruation metabolic metabolism
    metatarsal midsection mitochondria mitochondrial mood mouth mucosa mucosal mucous mucus muscle muscular
    myelin nail nasal nasal-passage neck nerve nervous neural neurogenesis neuron neuronal neuroplasticity
    neurotransmitter nipple nociceptor noradrenaline norepinephrine nose nostril oesophagus oestrogen oral organ
    ovary ovulation ovum oxytocin pancreas pancreatic parathyroid pectoral pelvic pelvis perineal perineum
    pituitary placenta plasma pore postpartum progesterone prolactin prostate pulse pupil quadriceps receptor
    rectum renal respiratory retina ribcage sacrum saliva scalp sclera sebum serotonin serum shin shoulder sight
    sinus sinuses skeletal skin skull sleep sperm spinal spine spleen stomach stool synapse synaptic systolic
    telomere tendon testicle testosterone thigh thoracic throat thumb thymus thyroid thyroxine tibia tissue toe
    toenail tongue tonsil tooth torso trachea triceps triglyceride trunk urea ureter urethra urinary urination
    urine uterine uterus vaginal vagus vascular vasopressin vein vertebra vision vocal vulva waist waistline
    weight windpipe womb wrinkles wrist
    """.split()
)

CONDITION = frozenset(
    """
    ache acidosis acne addicted addiction addictive adhd adverse agoraphobia aids ailment alcoholism allergen allergic
    allergy alopecia altitude-sickness alzheimer amnesia anaemia anaphylactic anaphylactoid anaphylaxis
    anaplasmosis anemia aneurysm angina anorexia anorexic antibody anxiety anxious aphasia arrhythmia
    arrhythmias arthritis asthma asthmatic astigmatism ataxia atherosclerosis atopic atrophy attack autism
    autistic autoimmune autoimmunity babesiosis bacteraemia bacteremia bad-breath barrett bedwetting benign
    binge bipolar bite bitten blackout bleeding blindness blister bloated bloating bloodshot
    bloodstream-infection bradycardia breathless breathlessness bronchiolitis bronchitis bruise bulimia bulimic
    bunion burn burned-out burnout callus cancer candida carcinogen carcinogenic cardiomyopathy caries cataract
    cavity celiac cellulite cellulitis chickenpox chikungunya chilblain chlamydia cholera cholestasis
    cholesterol cirrhosis claudication claustrophobia clot coeliac cold colic colitis comorbid comorbidity
    compulsive concussed concussion condition congestion conjunctivitis constipated constipation contagious copd
    corn coronavirus cough covid cramp cramping cramps craving crohn croup cyanosis cyst dandruff deaf deafness
    death debility deconditioned deficiency deficit dehydrated dehydration delirium delusion dementia dengue
    dental-caries depressed depression dermatitis dermatological dermatology diabetes diabetic diaper-rash
    diarrhea diarrhoea diphtheria disability disc-herniation disease disorder distress diverticulitis dizziness
    dizzy dorsalgia drowsiness drowsy drunk drunkenness dysbiosis dysfunction dyslexia dyslipidemia
    dysmenorrhoea dysmorphia dyspepsia dysphagia dysphoria dyspnea dyspnoea ebola eclampsia ectoparasite ectopic
    eczema edema embolism emphysema encephalitis encephalopathy endometrial endometriosis epidemic epilepsy
    epileptic exhaustion failure faint fainting falls fatigue fever feverish fibrillation fibroid fibromyalgia
    fibrosis fistula flare flare-up flatulence floaters flu fracture frailty frostbite gallstone gangrene
    giardia gingival gingivitis glaucoma goiter goitre gonorrhoea gout grief guillain haemophilia haemorrhage
    haemorrhoid halitosis hallucination hangover hay-fever headache heartburn heat-exhaustion heatstroke
    hemophilia hemorrhage hemorrhoid hepatitis hernia herniated herpes hiccup hirsutism hiv hives hpv hungover
    hyperactivity hyperglycaemia hyperlipidaemia hyperlipidemia hypertension hyperthyroidism hypervigilance
    hypochondria hypochondriac hypochondriasis hypoglycaemia hypotension hypothermia hypothyroidism hypoxia ibd
    ibs illness immunodeficiency impetigo impotence impotent incontinence incontinent indigestion infarction
    infected infection infectious infertile infertility infestation inflamed inflammation inflammatory influenza
    injury insomnia insomniac insulin-resistant intolerance intoxicated intoxication irritation ischaemia
    ischaemic ischemia ischemic itch jaundice jet-lag jetlag keratosis lactose-intolerant leprosy lesion
    lethargic lethargy leukaemia leukemia lice lightheaded lightheadedness limp listeria listless lockjaw
    loneliness long-sighted lump lupus lyme lymphoma maladaptive malaria malignant malnourished malnutrition
    malocclusion mania manic mastitis measles melanoma meltdown meningitis meniscus menopausal menopause
    mesothelioma metastasis microbleed migraine miscarriage misuse mole monkeypox moodiness morbidity mortality
    motion-sickness mpox mumps myalgia myocardial myocarditis myopia nappy-rash narcolepsy nausea nauseous
    nearsighted necrosis nephropathy neuralgia neurodegeneration neurodegenerative neurodivergent
    neuroinflammation neurological neuropathy nicotine-addiction nightmares nocebo norovirus nosebleed numb
    numbness obese obesity ocd oedema oestrogen-deficiency orthostatic osteoarthritis osteopenia osteoporosis
    otitis outbreak overdose overtrained overtraining overuse overweight pain painful palpitation pandemic panic
    paralysed paralysis parasite parasitic parkinson pathogen pcos pericarditis perimenopause periodontitis
    pertussis phlegm phobia phobic photosensitivity pica pimple pinworm placebo plantar plaque pleurisy pms
    pneumonia polio polyp polyuria post-traumatic postnasal postpartum-depression pre-eclampsia prediabetes
    preeclampsia premenstrual prolapse pruritus psoriasis psoriatic psychopathology psychosis psychotic ptsd
    puberty pulmonary rabies rash recurrence recurrent redness reflux relapse respiratory-distress restlessness
    retinopathy rhinitis rickets ringworm rosacea rotavirus rubella rumination sagging salmonella sarcopenia
    sars scabies scar schizophrenia schizophrenic sciatica scoliosis scurvy seasickness seborrhoeic seizure
    self-esteem self-harm sepsis shaky shingles shock short-sighted short-sightedness shortsighted sick sickness
    sinus-infection sinusitis sleepiness sleepless sleeplessness sleepwalking smallpox snakebite sneeze sneezing
    snoring soreness spasm spotting sprain squint std steatosis stenosis sti stiffness stillbirth sting
    stomach-ache stomachache strain stress stroke stung stunted stutter stye suicidal suicide sunburn sunburned
    sunstroke swelling symptom syndrome syphilis tachycardia tachypnoea tapeworm teething tendinitis tendonitis
    tension tetanus thrombosis thrush tic tics tingle tingling tinnitus tired tiredness tonsillitis tooth-ache
    toothache toothaches torn tourette toxaemia toxic toxicity toxin trauma traumatised tremor trichomonas
    tuberculosis tumor tumorous tumour twitch typhoid ulcer ulceration ulcerative underweight unwell uraemia
    urinary-incontinence urticaria uti vaginosis varicose vasculitis verruca vertigo viral virus vomit vomited
    vomiting wart weakness weight-loss west-nile wheeze wheezing wheezy whiplash withdrawal withdrawal-symptom
    worm-infection wound wrinkle yeast yellow-fever zika
    """.split()
)

SUBSTANCE = frozenset(
    """
    acetaldehyde acid acrylamide adaptogen additive aflatoxin agave alcohol aldehyde alkaline allicin almond
    aloe amino amphetamine anabolic anchovy anthocyanin anthocyanins antioxidant apple arginine arsenic asbestos
    aspartame avocado bacopa bacteria bacterial bacterium barley bean bedbug beet beetroot beneficial benzene
    bergamot berry betaine betalain bifidobacteria bifidobacterium bile biotin blackcurrant blueberry borrelia
    bpa bran breastmilk broccoli butter butyrate cacao cadmium caffeine calcium calorie campylobacter
    candidiasis cannabidiol cannabinoid cannabis capsaicin carb carbohydrate carbonated cardamom carnitine
    carotene cashew catechin cayenne cbd cereal cheese chemical chia chlorella chocolate choline chromium
    cinnamon clostridium clove cocaine cocoa coconut-oil cod-liver coenzyme coffee collagen colostrum commensal
    compound cranberry creatinine crisps curcumin cyanide cysteine dairy dander deet dioxin ecoli egcg egg
    electrolyte electrolytes emf erythritol erythropoietin estradiol ethanol eucalyptus fat fatty fennel
    fermented fiber fibre fish flavonoid flavonoids flaxseed flea-bite flora fluoride fluorine folate folic
    formaldehyde fructose fruit fungal fungi fungicide fungus gaba garlic ghee ginger glucosinolate glutamine
    glutathione gluten glycemic glycine glyphosate grain grapeseed greens hazelnut helicobacter heme herb heroin
    hibiscus histidine honey hyaluronic hydrochloric hydrogen insecticide insulinotropic inulin iodine iron
    isoflavone juice kale kefir ketogenic ketone ketosis kimchi kombucha lactase lactobacilli lactobacillus
    lactose lavender lead lecithin legionella legume lentil licorice lions-mane liquorice lithium-salt lutein
    lycopene lysine maca mackerel macronutrient magnesium magnesium-citrate manganese marijuana matcha mct meat
    mercury metabolite methane methanol methylmercury microbe microbial microbiome microbiota micronutrient
    microorganism microplastic milk mineral modafinil mold molecule monosodium monounsaturated monoxide moringa
    mosquito mould msg mushroom mustard nac nad nanoparticle neem niacin nicotinamide nicotine nitrate nitric
    nitrite nitrosamine nootropic nut nutrient nutrition nutritional oat oil oligosaccharide olive omega omega-3
    omega-6 onion oregano oxalate oxidant oxidative oxidised oxidized oyster ozone palmitic paraben paraffin
    particulate peanut pecan pectin peptide permethrin pesticide petroleum phosphate phosphatidylserine
    phosphorus phthalate phytate phytoestrogen phytonutrient picaridin piperine pistachio plasmodium policosanol
    pollen pollutant polyphenol polyunsaturated pomegranate popcorn postbiotic potassium prawn prebiotic
    preservative probiotic propolis protein psychoactive psyllium pufa purine pyrethrin quercetin quinoa racetam
    radiation radon reishi repellent resveratrol retinol rhodiola riboflavin rosemary saccharin saffron sage
    salmon salt sapogenin saponin sardine saturated sauerkraut seed selenite selenium sesame shellfish shrimp
    sibutramine silica silymarin smoke smoker smoking soda sodium soy soya spinach spirulina spore squalene
    staphylococcus starch stearic steroid sterol stevia stimulant strain streptococcus sucrose sugar sulfite
    sulforaphane sulphite sunflower superfood superfoods sweetener sweeteners synephrine tannin taurine tea thc
    theanine thiamine thimerosal tick tobacco tofu trans-fat trehalose tryptophan tuna turmeric tyramine
    tyrosine ubiquinone ultra-processed unsaturated uric valerate vegetable vinegar vitamin vitamin-d walnut
    wheat wheatgrass whey wholegrain wholemeal wine wormwood xylitol yoghurt yogurt zinc
    """.split()
)

INTERVENTION = frozenset(
    """
    ablation abortion acetaminophen acupressure acupuncture acupuncturist acyclovir adalimumab adjustment
    adjuvant aid-kit airbag-free allopurinol alprazolam amitriptyline amoxicillin anaesthesia anaesthetic
    analgesic anesthesia antacid antenatal anthelmintic antibiotic antibiotics anticholinergic anticoagulant
    anticonvulsant antidepressant antidiarrheal antidote antiemetic antiepileptic antifungal antihistamine
    antiinflammatory antimalarial antioxidant-rich antipsychotic antiretroviral antiseptic antispasmodic
    antiviral apheresis app aromatherapy ashwagandha aspirin atenolol atorvastatin ayurveda bandage barbiturate
    bed-net benzodiazepine berberine beta-blocker bicarbonate bifocals binder biofeedback biopsy birth
    blood-letting blood-thinner bloodletting bodybuilding booster boosters botanical botox braced braces
    bronchodilator brufen brushing bupropion bypass c-section caesarean calorie-counting canagliflozin capsule
    car-seat carbamazepine cardio cardiologist cardiopulmonary care catheter cbd cbt cdc cesarean cetirizine
    chamomile chelation chelator chemo chemo-radiation chemotherapy chiropractic chiropractor chlorhexidine
    cholecystectomy cleanse cleansing clinic clinical clinician clonazepam clozapine coaching cochlear codeine
    codeine-based colchicine colonoscopy compress compression-sock condom contact-tracing contraception
    contraceptive cool-down corticosteroid cortisone counseling counselling counsellor counselor cpap cpr
    cranberry cream creams creatine crossfit crutch cryotherapy cupping curcumin cushioning dairy-free
    dapagliflozin debridement decongestant defibrillator dental dentist dentistry denture dermatologist detox
    detoxing deworming dexamethasone dextrose dialysis diazepam diclofenac diet dietician dietitian digoxin
    diuretic doctor donepezil dosage dose dosing doxycycline dressings droplets drug ecg echinacea ect eeg ekg
    elderberry electroacupuncture electrocardiogram electrotherapy emdr emulsifier endodontic endodontist
    endoscopy endurance enema epidural epipen episiotomy escitalopram exercise expectorant ezetimibe fasted
    fasting fda fentanyl filling finasteride finger-prick fingerprick first-aid floss flossing fluoxetine
    formula formulation furosemide gabapentin gargling garlic gastroenterologist gastroscopy gel ginkgo ginseng
    glp-1 gluten-free glyceryl gp gummy gynaecological gynaecologist gynecologist haloperidol hand-washing
    handwashing heparin herbal hiit homeopath homeopathic homeopathy hospice hrt hydration hydrocortisone
    hydroxychloroquine hygienist hypnosis hypnotherapy hysteroscopy ibuprofen immunisation immunise immunization
    immunize immunoglobulin immunologist immunosuppressant immunotherapy implant implants infusion inhaler
    injection inoculation insect-repellent insoles insulin intake interferon intervention interventional
    intravenous intubation isotretinoin iud ivermectin ivf jab jogging juicing ketamine keto keto-diet keyhole
    kinesiology knee-replacement kombucha lamotrigine laparoscopy laser laxative levodopa levothyroxine
    lidocaine liposuction lisinopril lithium losartan lotion low-carb low-fat lozenge lumpectomy macrobiotic
    mammogram mask massage mastectomy medication medicine meditate meditating meditation mediterranean mefenamic
    melatonin memantine metformin methotrexate methylphenidate midwife mindfulness minerals minoxidil
    mirtazapine misoprostol moisturiser moisturizer monoclonal morphine mosquito-net mouthwash mri multivitamin
    multivitamins naloxone naltrexone naproxen nasal-spray naturopath nebuliser neuroleptic neurologist nhs
    nicotine-patch nitroglycerin nitroglycerine nsaid nurse nutraceutical nutritionist obstetrician ointment
    olanzapine omega oncologist oncology opioid optician optometrist orthodontist orthopaedic orthopedic
    orthotic orthotics osteopath osteopathic osteopathy oximeter oxycodone oxygen-therapy pacemaker
    paediatrician painkiller paleo palliative pap paracetamol patch pediatrician peppermint pessary pharmacist
    pharmacy phenytoin phlebotomy phototherapy physical-therapy physician physio physiotherapist physiotherapy
    pilates pill plant-based podiatrist polypill potion poultice powders prebiotic prednisolone prednisone
    pregabalin prescription probiotic probiotics procedure prophylactic prophylaxis propranolol prosthesis
    prosthodontic psychiatrist psychologist psychotherapy pulp pulpectomy quarantine quetiapine quinine
    quit-smoking radiotherapy reflexology rehabilitation rehydration reiki remedy rest retainer retinoid rinse
    risperidone rituximab root-canal salve sauna screening sedation sedative self-care self-test selfcare
    semaglutide sertraline serum shampoo shiatsu shot sildenafil smear smear-test smoothie spacer spirometry
    splint spray sprinting sprints squats ssri ssris stain stairlift statin stent step-count steroid steroidal
    stimulants stockings stomach-pump stretching subcutaneous sunblock suncream sunscreen sunscreens supplement
    supplementation supplementing supplements suppository surgeon surgery surgical suture swab syrup tablet tai
    tamoxifen tapping tea tens therapeutic therapist therapy thermometer tincture toothbrush toothbrushing
    toothpaste topical topiramate tourniquet traction training tramadol tranquilizer tranquilliser transfusion
    transplant treated treating treatment tretinoin triage tropicamide tumeric tummy-tuck turmeric ultrasound
    urologist vaccinate vaccinated vaccinating vaccination vaccinations vaccinator vaccine vagotomy valerian
    valproate vape vaping vasectomy vegan vegetarian ventilator vitamin walks warfarin warm-up washing weaning
    weigh-in weightlifting wellness-check wet-wrap wheelchair workout x-ray x-rays yoga zinc zolpidem
    """.split()
)

PEOPLE = frozenset(
    """
    adolescent adult ageing-adult alcoholic amputee asymptomatic-carrier athlete baby bodybuilder boomers
    breastfed breastfeed breastfeeders breastfeeding caregiver carer carers centenarian child childhood
    diabetes-patient diabetics drinker dyad elderly elderly-person epileptic expectant expectant-mother female
    fetus gestational heavy-drinker human hypertensive infant inpatient insomniacs male maternal men migraineur
    mom mother mums newborn newborn-baby newborns non-smoker nursing obese octogenarian outpatient overdoser
    parent participant patient pensioner people perimenopausal postmenopausal postnatal pregnancy pregnant
    premature prenatal preschooler preterm primigravida runner schizophrenics schoolchildren smoker sportspeople
    sufferer survivor swimmers teen teenager teens toddler trimester tween twins user vaccinated-person vegan
    vegans volunteer weightlifter woman women youngster
    """.split()
)

OUTCOME = frozenset(
    """
    absorption acute aetiology ageing aging alertness ambulance asymptomatic bedtime benefit bioavailability
    bioavailable biomarker biomedical bmi breakfast calming calorific carbs cardiometabolic case-fatality
    chronic clinically communicable comorbidities complication congenital cure cytotoxic detoxify diagnose
    diagnosed diagnostic digest digested disability-adjusted disabled disease disease-free dosage dosages
    dose-dependent dose-response drink eat eaten eater eating efficacious efficacy endemic endurance-training
    epidemiological epidemiology epigenetic etiology exposed-person fasting-glucose fatal fitness food function
    functioning germ germs glycaemic harm healing health healthcare healthful healthier healthy hepatotoxic
    hereditary histological holistic homeostasis hospital hospitalisation hospitalise hospitalised
    hospitalization hospitalize hospitalized hunger hungry hydrate hydrated hygiene hypoallergenic
    immunocompromised immunogenic immunosuppressed incidence incubation infectiousness insulin-sensitivity
    intestinal-flora intravenously lethal life life-threatening lifespan lifestyle long-lived longevity lunch
    malabsorption malignancy meal medical medically medically-proven medicate medicinal menstruate menstruating
    metabolically metabolise metabolize morbid mortality mortality-rate mutagenic nap napping nephrotoxic
    neurocognitive neurotoxic non-toxic nourish nourishment nutritionally nutritious overdosing overeat
    overeating overexertion ovulate pathogenic pathological performance perinatal pharmaceutical pharmacological
    photoprotection physical physiological physiology physique placebo-controlled placebo-effect poisoning
    poisonous pollution potency predispose predisposed predisposition prenatally prevalence prevention prognosis
    prognostic psychiatric psychoactive-drug psychological psychosomatic psychotherapeutic quality-adjusted
    recovery recuperate recurrence rehab rehydrate relief remission reproductive resistant-bacteria restful risk
    safety satiety sedentariness sedentary self-medicate self-medicating seronegative seropositive severity
    side-effect side-effects sleep-deprived slim slimming snack snooze spermicidal stamina sterile stillborn
    sugar-free survival sweat sweating symptom symptomatic systemic teratogenic therapeutic thermoregulation
    tolerability transmissible transmission-rate triage underlying unhealthily unhealthy unwell
    vaccine-preventable vector-borne vigour vo2 waterborne weight-bearing well-being wellbeing wellness
    wellness-industry workouts zoonotic
    """.split()
)
