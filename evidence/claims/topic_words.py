"""Whether a page is about health, by what its words are used for elsewhere.

Health words lend themselves to other subjects: economies are sick, posts go viral, networks have an immune system.
So words that only medicine uses count in full, those that others borrow count half, and words of other trades count
against. Source: own lists; the weights were set on labelled lay pages and on posts of our own.
"""

from __future__ import annotations

BORROWED = frozenset(
    """
    healthy-looking potion potions viral-load abs ache acid acute addicted addiction additive adhesive adverse aerobic agave ageing aging aid ailment
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
    account accounting accounts acre advertiser adware aerial agency agenda airline airport album algorithm
    alloy amp amplifier analyst anchor antenna anvil apartment aperture aphid aphids api app apps apron
    architect armour army artillery asset assets attachment attic auction audience auditor author axle backend
    backhand backpack backup badge bait baked bakehouse baker bakery baking ballot band bank banker banking
    banks banner barn barrel basil basket batch bathroom battalion battery battle beach beam bearings bed beds
    bee beehive beekeeper bees belay bezel bicycle bike bikes billing binary biocide bishop bitcoin blacksmith
    blade bleach boat boiler bolt bond bonds bonnet booking bookkeeper bookkeeping boot boots border borrower
    boss bouquet bowl bracket brake brakes branch brass bread brewer brewery brewing brick bricks bridge brigade
    broker browser browsers brush bucket budget buffer bug bugs builder bulb bulbs bumper bus bushing buyer byte
    cabin cable cables cache café calendar camera camp campaign camping camshaft canal candidate candle canoe
    canvas captain car carabiner carburetor carburettor carpet cars cart cash casting castle cat cathedral
    cattle caulk cavalry ceiling cellar cement century certificate chainsaw championship championships chapel
    chart chassis checkout chef chimney chisel choir chord chrome church cinema city clamp clapboard classroom
    client clients cliff clock cloud cluster clutch coach coast code codebase coin colleague colleagues colony
    column comb command commander commission commit commits committee commodity compiler composer compost
    compressor computer concert concrete config congress console consoles constable container contract
    contractor controller cooker coolant copper copyright copywriter corner cornice corporation cottage couch
    council countertop county court cow cows cpu crag crankshaft crate crew crib crop crops crowbar crumb crust
    css cup currency curtain customer customs cyclist cylinder dashboard data database dataset deadline dealer
    debt debts debug decals deck decking defeat defender defenders deficit delivery democracy deploy deposit
    depositor derailleur desk desktop detergent developer device dial diesel dimmer director dishwasher disk
    diversion dividend dividends dj dock docker dog dogs dollar dollars domain door doorbell dough download
    drawer dresser drill drilling drills driver driveway drone drummer dungeon earnings economist economists
    economy editor election electricity email emails embassy empire enamel endpoint engine engineer engineers
    engines episode equity escrow espresso estate euro euros exam exchange exhaust exhibition exploit export
    extension extruder fabric factory fans farm farmer faucet fees fence ferry fertiliser fertilizer festival
    fiction field file files filing film finance financial fines firewall fixture fixtures flange flashlight
    flask flea flight flour flower flowers flywheel folder football forecast forest forge fork forks fort forums
    framework freezer freight fridge frontend frost function funds furniture fuse gadget gallery
    gallon game gameplay gamer gamers games garage garden gardener garment gasket gate gauge gear gearbox gears
    general generator germinate gig git giveaway glaze glove gloves glue goal goalie goalkeeper goals gold golf
    government governor gpu grammar graphics grass gravel grease greenhouse grill grinder grinding grip grout
    guest guide guitar gun gunners guns gutter habitat hacker hacksaw halftime hammer hammock handle handlebar
    handlebars hangar harbour hardware harness harvest hatch headlamp headlight headphones headset hectare hedge
    helm helmet hen highway hike hiking hinge historian history hive hobby hoist honeycomb hook hose hostel
    hotel hotfix house hull hyphen import imports inbox income index infantry inflation injector injectors ink
    installer insulation insurer insurers interest interface intern internet intranet invasion invest investment
    investor investors invoice ipad iphone island jack jacket java javascript jersey jig joist journal judge
    jury kernel keyboard keyboards keys king kitchen kitten kubernetes ladder lamp lamps lap laps laptop laptops
    larvae latch latency lathe launch lawn lawyer layout leaf league leather leaves led ledger legislation
    lender lenders lens levers library licence lids lieutenant lighter limescale linux listing listings loaf
    loan loans loaves lock locomotive log login logo logs loom lorry lounge lubricant lumens lyrics machine
    machines machinist magazine magnet mailbox mainframe malt malware manager manifold manor manufacturer map
    marathons margin margins market marketing markets mast master match mayor meadow mechanic medal median
    meeting menu merchandise metal metro microphone midfield midfielder mildew military mill milling mine
    minibus minister ministry mission mixer modem monarch monastery mop mortar mortgage mortgages motor
    motorbike motorcycle motors mountain movie movies mower muffler mulch museum music musician nation navy
    necklace nectar negotiation neighbourhood nest network networks newsletter newspaper nitrogen node nodes
    notch novel novelist nozzle nursery nylon office officer offset offside onboarding opera opponent orchard
    orchestra output oven ovens owner packet paddle padlock pail paint painter painting paintwork palace pallet
    pan pans parade parish park parliament parquet parrot parser party passenger passport password pastry patent
    path pavement paw pawn payload payroll pc pedal pedals peg peloton pen penalties penalty peninsula pens
    pension perennial petal petrol phone phones photo photographer photography pianist piano pilot pilots
    pipeline piston pitch pitchfork pixel pixels plank plant planted planting plants plaster plastering platoon
    player players plaza pliers plinth plot plough plug plugin plumber plumbing plywood podium poem poet police
    policy polish politician pollinator pond pony port portfolio pot pots potting powertrain premiership
    president price prices primer printer printers prisoner processor profit profits program programmer
    programming propeller prune pruning pub publisher pull puller pulley pump pumps puppy puzzle python quarry
    quarter quarterback queen quest queue quilt quota rack radiator raft railings rails railway rake ranking
    ransomware rebels recipe recruiter reel referee refrigerator refund regiment regulator relegation renovation
    rent repository republic request reserve resin restaurant resume retail retailer revenue reviewers rider
    rifle rim rims riser river road roadside robot rock rod roof rope ropes rose roses router routers rowing
    rucksack rudder rugby ruins runtime rust sail salad sale sales sander sandpaper sandwich satellite sauce
    saucepan saw sawdust sawmill scaffold scanner schema scooter scoreboard scrap screw screwdriver screws
    script scrum sculpture sea seam seat seed seedling seeds segment seller senate server servers sewing shader
    shaft share shareholder shares sheath shed sheet shelf shell shelving shimmy ship shoe shoes shop shopper
    shovel shrub shrubs shutter shuttle siege sieve silver simmer singer sink skillet skipper slate sled slug
    slugs snow snowboard socket sofa software soil solder soldering soldier soldiers solvent soundtrack
    sourdough sow sowing spacecraft spade span spanner spark spatula speaker speakers spindle spokes spokesman
    sponsor spool spreadsheet spring sprocket sql squad squadron squash stack stadium stage staging stainless
    stairs stakeholder stakeholders stapler starter startup station statue steam steel stem stems stirrup stock
    stocks stoneware storage storm stove strap streamer street striker strikers string studio subsidy suitcase
    summit sump supercar supplier surplus surrender swap swarm switch switches sword syllabus tablecloth
    tablesaw tackle tackles tail tank tap taps tariff tariffs tarp tax taxes taxi taxpayer team teams teapot
    telescope tempo tenant tent terminal test theatre thermostat thread throttle ticket tile tiles timber tin
    toaster tomato tomatoes tool toolbox tools torch torpedo torque touchdown tourist tournament tower town toy
    toys track tractor trade traffic trail trailer train trains tram transfer transistor transmission tray
    treadle treasurer treaty tree trees trench trestle tripod trolley troops trophy trowel truck trunk truss
    tuner tunnel turbine turntable twig twine tyre tyres underlay union unix upholstery upload urban usb user
    users utensils valley valve van varnish vase vault vehicle vendor vendors veneer verse veto village
    villagers vine vines violin visa vise volt voltage volts voter wagon waiter wall wallet wallpaper war
    wardrobe warehouse warrant warship washer water watt watts wax weapon weather web webpage weed weeds weld
    welded welder welding welds wheat wheel wheelbarrow whetstone whisk whistle wick widget wifi windscreen wing
    winger wiper wire wiring withhold wood wooden woodwork workbench workflow workshop worm wrench writer yacht
    yard yarn yen zip zipper zone
    """.split()
)
"""Words of gardens, money, war, sport, travel, software, houses and the like, which health prose seldom needs."""
