"""Whether a page is about health, by what its words are used for elsewhere.

Health words lend themselves to other subjects: economies are sick, posts go viral, networks have an immune system.
So words that only medicine uses count in full, those that others borrow count half, and words of other trades count
against. Source: own lists; the weights were set on labelled lay pages and on posts of our own.
"""

from __future__ import annotations

BORROWED = frozenset(
    """
    ache acid acute addicted addiction adhesive adverse ageing aging ailment alcohol allergic ankle antibody
    antidote anxious appetite appetites arsenic asbestos back bacteria bacterial bacterium bandage beet beetroot
    benign benzene bile binge biological bleed bleeding blind blindness blister blood bloodstream body bone
    bowel brain breath breathing burnout calcium cancer care cavity cell cellular chemical chemistry chest
    chilblain chromium chronic circulation clinic clinical clinical-trial clot clotting cold coma compound
    condition congestion contagion contagious cough cramp cranberry craving cream cure cyanide dairy deaf death
    deficiency deficit dehydrated delusion depressed depression diagnose diagnosed diagnosis diagnostic diet
    digest digested disability disc disease diseased disorder distress dizziness dizzy dna doctor dose dosing
    drowsy dysfunction ear egg elbow enzyme epidemic ethanol exercise eye face failure faint fast-food fat
    fatality fatigue fatty-acid feces fertility fever fiber fibre filling finger fish fistula fitness flora foot
    formula fracture frostbite fruit function fungal fungi fungus garlic gene genome germ germs ginger gout
    grain grief gum gut hair hallucination hand headache heal healing health healthcare healthful healthier
    healthy hearing heart heartbeat heel herb hereditary honey hospice hospital hunger hungry hydration hygiene
    hypothermia ill illness immune immunity implant incidence infect infected infection infectious inflammation
    injection injury intake intervention intolerance iron irritation itch jaw joint kale kidney kimchi knee
    lavender lead leg lens life life-expectancy lifestyle limb liver longevity lotion lung magnesium malignant
    malnourished manganese mania manic marrow mask massage meal meat medical medicinal medicine meditation
    memory mercury microbe microbial milk mindfulness mineral mold mood mould mouth muscle muscular nail nausea
    neck nerve nervous nitrate nose nourish nourishment numb numbness nurse nutrient nutrition nutritional oil
    olive operation oral organ outbreak overdose overweight ozone pain painful pandemic panic paralysed
    paralysis parasite parasitic patch pathogen patient peppermint performance pesticide pharmacy phobia phobic
    phosphorus physician pilates pill plague plant-based plaque poison pollen pollution potassium prescription
    prevalence prevention procedure protein psychological psychologist psychosis puberty public-health pulse
    purine quinine quinoa rabies rash recovery recurrence recurrent rehabilitation relapse remedy remission rest
    resuscitation rib runner safety salt saturated sauerkraut sauna scar screening seizure self-harm severity
    shin shock shoulder sick sickness sight skeletal skin skull sleep sleepless smoke smoker smoking smoothie
    snack snoring sodium soreness spasm spinal spine spore starch sterile steroid stiffness stomach stool strain
    stress stretching stroke stutter sucrose sugar suicide sunburn supplement surgeon surgery surgical survival
    swab sweat swelling symptom symptomatic syndrome syrup tablet tapeworm tea tension therapy thermometer thigh
    throat thumb tingle tingling tired tiredness tissue tobacco toe tofu tongue tooth toothbrush toothpaste
    tourniquet toxic toxicity toxin training transfusion transplant trauma treated treating treatment tremor
    triage turmeric twitch ulcer vaccinated vaccination vaccine vegan vegetable vegetarian vein viral virus
    vision vitamin vomiting wart washing weight well-being wellbeing wheelchair wine workout wound wounded
    wrinkle wrist x-ray yeast yoga yoghurt yogurt zinc
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
