"""Whether a page is about health, by what its words are used for elsewhere.

Health words lend themselves to other subjects: economies are sick, posts go viral, networks have an immune system.
So words that only medicine uses count in full, those that others borrow count half, and words of other trades count
against. Source: own lists; the weights were set on labelled lay pages and on posts of our own.
"""

from __future__ import annotations

BORROWED = frozenset(
    """
    abs ache acid acute addicted addiction additive adhesive adverse aerobic agave ageing aging aid ailment
    alcohol alcoholic alertness alkaline allergic aloe ambulance anabolic anchovy ankle antibody antidote
    anxious apoptosis appetite appetites arsenic asbestos atrophy back bacteria bacterial bacterium bandage
    barley bedtime beet beetroot benign benzene bile binder binge biological bite bitten blackout bleed bleeding
    blind blindness blister blood bloodletting bloodstream body body-temperature bodybuilder bodybuilding bone
    boomers boosters bowel brain brain-cell bran breath breathing breeding burnout calcium calf calming calmness
    cancer carbonated cardamom cardio care cashew catheter cavity cell cellular cereal chemical chemistry chest
    chilblain chromium chronic circulation cleanse clinic clinical clinical-trial clot clotting clove
    coconut-oil cold coma communicable complication compound compression condition congestion contagion
    contagious cool-down corn cough cramp cranberry craving cream crisps crossfit cure cushioning cyanide dairy
    deaf death deficiency deficit dehydrated delusion depressed depression diagnose diagnosed diagnosis
    diagnostic diet digest digested disability disc disease diseased disorder distress dizziness dizzy dna
    doctor dose dose-response dosing double-blind drinker drowsy drunk drunkenness dysfunction ear egg elbow
    endemic endurance enzyme epidemic essential-oil ethanol eucalyptus exercise exhaustion exposure eye face
    failure faint falls fast-food fat fatal fatality fatigue fatty-acid feces femur fennel fermented fertility
    fever fiber fibre filling finger fish fistula fitness flare flea-bite floaters flora foot formula fracture
    frostbite fruit function fungal fungal-infection fungi fungicide fungus garlic gene genome germ germs ginger
    glutathione gout grain greens grief gum gut hair hallucination hand hand-washing handwashing hazelnut
    headache heal healing health health-care health-service healthcare healthful healthier healthy hearing heart
    heartbeat heel herb herd-immunity hereditary holistic homeostasis honey hospice hospital human-body hunger
    hungry hydrate hydrated hydration hygiene hypothermia ill illness immune immune-response immune-system
    immunity implant incidence incubation infect infected infection infectious infestation infested inflamed
    inflammation infusion injection injury insecticide intake intervention intolerance intoxicated intoxication
    iron irritation itch jaw jogging joint juice juicing kale kidney kimchi knee laser lavender lead leg lens
    lesion lethal life life-expectancy lifestyle limb limp listless liver loneliness longevity lotion lung
    mackerel magnesium malignant malnourished manganese mania manic marrow mask massage mayonnaise meal meat
    medical medicinal medicine meditation memory mercury methane microbe microbial milk mindfulness mineral
    misuse mold mole monoxide mood mosquito mould mouth mums muscle muscular mushroom mustard mutagenic nail nap
    napping nausea neck necrosis nerve nervous nervous-system neurological nightmares nitrate nose nourish
    nourishment numb numbness nurse nutrient nutrition nutritional nutritious oil olive operation oral oregano
    organ outbreak overdose overuse overweight oxidative oxidised oxidized oyster ozone pain painful pandemic
    panic pap paraffin paralysed paralysis parasite parasitic patch pathogen pathogenic patient peanut pecan
    peppermint peptide performance pesticide petroleum pharmacy phobia phobic phosphate phosphorus physician
    physique pilates pill pistachio plague plant-based plaque poison poisoning poisonous pollen pollution
    popcorn potassium powders prawn predispose predisposed predisposition premature prescription preservative
    prevalence prevention procedure protein psychological psychologist psychosis puberty public-health pulp
    pulse pupil purine quarantine quinine quinoa rabies radiation rash recovery recurrence recurrent redness
    rehabilitation relapse remedy remission repellent resilience resistance rest restful resuscitation retainer
    rib rinse rosemary rumination runner safety sage sagging salt salve sardine saturated sauerkraut sauna scan
    scar schoolchildren screening seizure selenite self-care self-esteem self-harm sesame severity shaky
    shellfish shin shock shoulder shrimp sick sickness sight silica skeletal skin skull sleep sleepless slim
    slimming smoke smoker smoking smoothie snack snooze snoring soda sodium soreness spacer spasm spinal spine
    spore spotting sprinting sprints squats stairlift stamina starch sterile steroid stiffness stimulant sting
    stockings stomach stool strain stress stress-level stretching stroke stung stunt stunted stutter sucrose
    sugar suicide sunburn sunburned suncream sunflower sunscreen superfood superfoods supplement surgeon surgery
    surgical survival survivor swab sweat sweating swelling swimmers symptom symptomatic syndrome syrup systemic
    tablet tai tapeworm tea teens tension therapy thermometer thigh throat thumb tic tick tingle tingling tired
    tiredness tissue tobacco toe tofu tongue tooth toothbrush toothpaste topical torn torso tourniquet toxic
    toxicity toxin traction training transfusion transmissible transmission transplant trauma treated treating
    treatment tremor triage trunk tuna turmeric twins twitch ulcer unhealthily unhealthy urea vaccinated
    vaccination vaccine vector-borne vegan vegetable vegetarian vein vigour viral virus vision vitamin vomiting
    waist walks warm-up warning-sign wart washing weakness weaning weight weightlifter weightlifting well-being
    wellbeing wheatgrass wheelchair white-matter wine workout wormwood wound wounded wrinkle wrist x-ray yeast
    yellow-fever yoga yoghurt yogurt youngster zinc
    """.split()
)
"""Health words that other subjects use as well."""

OTHER_TRADES = frozenset(
    """
    account accounting accounts acre advertiser agency airline airport album algorithm analyst apartment api app
    apps architect army artillery asset assets attic auction audience auditor author backend backup bakery
    ballot band bank banker banking banks barn basil battalion battery battle beach bed beds bee bees bike
    billing binary bishop bitcoin blade boat bolt bond bonds booking bookkeeper boot boots border borrower boss
    bouquet branch brewery bridge brigade broker browser budget buffer bug bugs builder bulb bus buyer byte
    cabin cable cache café camera camp campaign canal candidate canvas captain car carpet cars cash castle cat
    cathedral cattle cavalry ceiling cement century certificate chapel chart chef chisel chord church cinema
    city classroom client clients cliff cloud cluster coach coast code codebase coin column command commander
    commission commit commits committee commodity compiler composer compost computer concert concrete config
    congress constable container contract contractor copper copyright corner corporation cottage council county
    court cow cows cpu crew crop crops css cup currency curtain customs dashboard data database dataset dealer
    debt debts debug decking defeat defender defenders deficit delivery democracy deploy deposit depositor
    desktop developer device diesel director disk dividend dividends dock docker dog dogs dollar dollars domain
    door download driver drummer earnings economist economists economy election electricity embassy empire
    endpoint engine engineer engineers equity estate euro euros exam exchange exhibition export factory fans
    farm farmer ferry fertiliser fertilizer festival fiction field file files filing film finance financial
    fines fixture flange flea flight flour flower flowers folder football forecast forest fort framework freight
    frontend frost function funds furniture fuse gallery game games garage garden gardener gate gear general
    germinate gig git glue goal goalkeeper goals gold golf government governor gpu grammar grass greenhouse
    guest guide guitar gun gunners guns habitat halftime hammer harbour hardware harvest hatch hectare hedge
    helmet hen highway hike hiking historian history hobby hostel hotel house hull hyphen import imports income
    index infantry inflation insurer insurers interest interface intern internet invasion invest investment
    investor investors invoice ipad iphone island java javascript jersey journal judge jury kernel keyboard king
    kitchen kitten kubernetes laptop latency launch lawn lawyer leaf league leaves ledger legislation lender
    lenders lens library licence lieutenant linux listing loan loans locomotive log logs lounge lyrics machine
    machines magazine mainframe malware manager manor map margin margins market marketing markets master match
    mayor meadow median meeting merchandise metal metro midfielder military mill mine minister ministry mission
    monarch monastery mortgage mortgages motor motorcycle mountain mulch museum music musician nation navy
    negotiation neighbourhood nest network networks newsletter newspaper node nodes novel nursery office officer
    offset opera opponent orchard orchestra output owner packet paint painter painting palace parade parish park
    parliament parrot parser party passenger passport password patent path paw payroll pc penalties penalty
    peninsula pension perennial petal petrol photographer photography pianist piano pilot pilots pipeline pitch
    plank plant planted planting plants platoon player players plot plumbing poem poet police policy politician
    pond pony port portfolio pot pots potting premiership president price prices printer prisoner processor
    profit profits program programmer programming prune pruning pub publisher pull puppy python quarry quarter
    queen queue quota railway ranking rebels recipe referee refund regiment regulator rent repository republic
    request reserve restaurant retail retailer revenue rider rifle river road robot roof rope rose roses router
    rowing ruins runtime rust sail salad sale sales sandwich satellite sauce saucepan saw schema screw script
    sculpture sea seat seed seedling seeds segment senate server servers shader shaft share shareholder shares
    sheet shelf shell ship shoe shoes shop shopper shovel shrub shrubs shuttle siege silver simmer singer slug
    slugs snow software soil soldier soldiers sow sowing span spokesman spreadsheet spring sql squad squadron
    stack stadium staging startup station statue steam steel stem stems stock stocks stoneware storage storm
    street striker string studio subsidy suitcase summit supplier surplus surrender swap tackle tackles tail
    tank tariff tariffs tax taxes taxpayer team teams tempo tenant tent terminal test theatre thread throttle
    ticket timber tomato tomatoes tool torpedo touchdown tourist tournament tower town track trade traffic trail
    trailer train trains transfer transmission treasurer treaty tree trees trench troops trophy truck trunk
    tunnel turbine twig tyre tyres union unix upload urban user users valley valve van vase vehicle vendor
    vendors verse veto village villagers vine vines violin visa voter waiter wall wallet war warehouse warrant
    warship water weapon weather web webpage weed weeds welding wheat wheel whistle widget wifi wing winger wire
    withhold wood wooden workflow workshop worm writer yard yen zip zone
    """.split()
)
"""Words of gardens, money, war, sport, travel, software, houses and the like, which health prose seldom needs."""
