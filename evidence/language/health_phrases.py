"""Words of health prose that are telling only in pairs, and those that are not telling alone."""

from __future__ import annotations

COMPOUNDS = frozenset(
    """
    abdominal-fat aerobic-exercise air-quality allergic-reaction altitude-sickness anti-ageing anxiety-disorder
    artificial-sweetener baby-food back-pain bed-bug belly-button belly-fat bladder-infection blood-cell
    blood-clot blood-count blood-donor blood-flow blood-glucose blood-group blood-lipid blood-loss
    blood-pressure blood-sugar blood-supply blood-test blood-thinner blood-vessel body-fat body-fluid
    body-temperature body-weight bone-density bone-loss bone-marrow bowel-habit bowel-movement brain-cell
    brain-damage brain-fog breast-feeding breast-milk breast-tissue breathing-exercise broken-bone
    calorie-deficit calorie-intake car-sickness carbon-monoxide cardiac-arrest cell-death central-nervous
    chest-infection chest-pain childhood-obesity chronic-pain circadian-rhythm clinical-trial cognitive-decline
    cold-sore common-cold common-side contact-dermatitis contact-lens core-strength daily-value deep-breathing
    dental-plaque detached-retina detox-diet dietary-supplement digestive-system digestive-tract dose-response
    double-blind dry-eye dry-mouth dry-skin ear-infection ear-wax eating-disorder emergency-care
    emergency-department emergency-room energy-drink energy-level erectile-dysfunction essential-oil eye-strain
    eye-test family-doctor fast-food fat-burning fat-loss fatty-acid fatty-liver female-fertility fish-oil
    flu-jab flu-shot food-allergy food-intolerance food-poisoning free-radical frozen-shoulder fungal-infection
    gene-therapy genetic-risk germ-killing glycaemic-index growth-hormone gum-disease gut-bacteria gut-flora
    gut-health gut-microbiome hair-follicle hair-growth hair-loss hand-hygiene hand-sanitiser hand-sanitizer
    hay-fever head-cold head-injury head-lice health-benefit health-care health-claim health-condition
    health-problem health-risk health-service healthy-diet hearing-aid hearing-loss heart-attack heart-disease
    heart-failure heart-health heart-rate heat-stroke herd-immunity high-blood hip-replacement hormone-level
    hormone-replacement hot-flash hot-flush human-body immune-cell immune-function immune-response immune-system
    infectious-disease insect-bite insect-repellent insulin-resistance intermittent-fasting internal-organ
    iron-deficiency irregular-heartbeat jet-lag joint-pain junk-food kidney-stone knee-pain lactic-acid
    life-expectancy liver-damage liver-disease liver-enzyme long-covid low-mood lower-back lung-cancer
    lung-capacity lung-disease lung-function medical-advice medical-attention medical-condition medical-history
    memory-loss mental-health mental-illness metabolic-rate morning-sickness mosquito-bite motion-sickness
    mouth-ulcer muscle-cramp muscle-mass muscle-soreness muscle-tissue muscle-weakness nervous-system
    nitric-oxide oral-health oxidative-stress oxygen-level panic-attack panic-disorder panic-symptom
    passive-smoking peanut-allergy pelvic-floor period-pain peripheral-nerve physical-activity physical-therapy
    plant-based poor-sleep processed-food processed-meat prostate-cancer protein-intake public-health
    randomised-trial randomized-trial red-blood red-meat relaxation-technique respiratory-tract resting-heart
    root-canal running-injury saturated-fat saturated-fats screen-time sex-drive sexual-health short-sight
    side-effect skin-care skin-condition skin-irritation skin-type sleep-apnea sleep-apnoea sleep-deprivation
    sleep-disorder sleep-hygiene sleep-quality slow-digestion smoking-cessation social-anxiety sore-muscle
    sore-throat spinal-cord stem-cell stomach-acid stomach-pain stomach-ulcer stomach-upset strength-training
    stress-hormone stress-level stress-relief sugar-level sugary-drink sun-damage sun-exposure sun-protection
    swollen-gland talking-therapy tennis-elbow test-strip tick-bite tooth-decay tooth-enamel toxic-chemical
    travel-sickness unhealthy-food upset-stomach uric-acid urinary-tract vaginal-birth vegan-diet viral-load
    vitamin-deficiency waist-circumference warning-sign water-retention water-tablet weight-gain weight-loss
    weight-management well-being white-blood white-matter whole-grain withdrawal-symptom wound-healing
    yellow-fever
    """.split()
)
"""Two words that are telling together, though each alone may stand in any text; joined by a hyphen here."""

# Words that turn up in any text; alone they do not make a sentence one about health.
EVERYDAY = frozenset(
    """
    abs absorption acute addicted additive adult aerobic agave aid alertness alkaline almond aloe ambulance
    anchovy ankle anxious app apple arm attack avocado baby back barley bean bedtime beet benefit benign berry
    binder birth bite bitten blackout blueberry body bodybuilder bodybuilding boomers boosters braces bran
    breakfast broccoli bruise brushing burn butter calf calming calmness carbonated cardamom cardio care cashew
    cavity cdc cereal cheese chemical chest child childhood chocolate chronic cinnamon cleanse clinic clinical
    clove cocoa coconut-oil coffee cold complication compound compression condition contagious cool-down copper
    corn cranberry craving crisps crossfit cure cushioning deaf death dental diagnose diagnosed diagnostic
    digest digested disabled disc dizzy doctor dose drink drinker drowsy drunk drunkenness eat eaten eater
    eating egg elbow endurance eucalyptus exercise exhaustion exposure face failure faint falls fat fatal fda
    female femur fennel fermented filling finger fish fitness flare floaters floss food foot formula fruit
    function fungicide genome germ grain greens grief gum hair hand harm hazelnut head heart heel hereditary
    holistic hospital human hunger hungry hydrate hydrated hygiene infusion insecticide intake intoxicated iron
    jab jogging joint juice juicing kale laser lead leg legume lentil lesion lethal lice life lifestyle limp
    listless lithium loneliness lump lunch mackerel male malignant manic mask mayonnaise meal meat memory men
    methane misuse mold mole mom mood mosquito mother mould mouth mums mushroom mustard mutagenic nail nap
    napping neck nhs nightmares nose numb nurse nut oat oil olive onion oregano organ overuse oyster ozone panic
    pap paraffin parasite parent patch peanut pecan pensioner people performance petroleum pharmaceutical
    pharmacist pharmacy phosphate physical physician physique pilates pistachio pollen pollution popcorn pore
    powders prawn premature preservative procedure psychological psychologist puberty pulp pulse pupil purine
    quarantine quinoa radiation recovery redness relief resilience resistance rest restful retainer rinse risk
    rosemary rumination safety sage sagging salmon salt salve sample sardine saturated scalp scar schoolchildren
    seed self-care self-esteem sesame shaky shellfish shin shock shot shoulder shrimp sight silica skull
    sleepless slim slimming smear smoke smoothie snack snooze soda soy spacer spinach spotting sprain spray
    sprinting sprints squats squint stain stairlift stamina sterile stimulant sting stockings stool strain
    stress stung stunt stunted sugar sunflower surgeon survivor sweat sweating swimmers systemic tai tea teens
    tension thermometer thigh thumb tic tick tingle tingling tired toe tofu topical torn torso traction training
    transmission triage trunk tuna twins twitch ultrasound underlying urea user vegetable vigour vinegar vision
    vocal volunteer waist walks walnut warm-up wash weakness weight wheat wheelchair wine withdrawal woman women
    wormwood wrist x-ray youngster
    """.split()
)
