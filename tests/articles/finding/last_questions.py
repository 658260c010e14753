"""30 questions and the texts that answer them, written before the search looked beyond texts with every word.

Asked for the first time when that was done, on 30 November 2026: all were answered among the first three, of 20,000
texts and of 100,000. Whoever changes the search by them writes others first.
"""

from __future__ import annotations

LAST: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("fewer minutes awake with magnesium tablets", ("magnesium-sleep",)),
    ("melatonin after a long flight", ("melatonin-jet-lag",)),
    ("last coffee of the day hours before bed", ("caffeine-evening",)),
    ("teenager phone lights out", ("screens-bedtime",)),
    ("vit d bones adults", ("vitamin-d-fractures", "vitamins-and-hip-fractures")),
    ("calcium pills ageing", ("calcium-bones",)),
    ("heavy lifting with brittle bones safe?", ("weight-training-osteoporosis",)),
    ("muscle aches from statins placebo", ("statins-muscle-pain",)),
    ("lower blood pressure by eating less sodium", ("salt-blood-pressure",)),
    ("fish oil capsules atrial fibrillation", ("omega-3-heart",)),
    ("aspirin for people without heart disease", ("aspirin-prevention",)),
    ("is walking 8000 steps enough", ("walking-steps",)),
    ("yoga against depression symptoms", ("exercise-depression",)),
    ("mindfulness course eight weeks anxiety disorder", ("mindfulness-anxiety",)),
    ("throwing up in pregnancy ginger root", ("ginger-nausea",)),
    ("folic acid when trying to conceive", ("folic-acid",)),
    ("two cups of coffee pregnant", ("caffeine-pregnancy",)),
    ("someone with me during labour", ("birth-companion",)),
    ("lactobacillus drops for colicky baby", ("probiotics-colic",)),
    ("allergy to peanuts in high risk infants", ("peanuts-early",)),
    ("lower a child's fever", ("fever-children",)),
    ("honey for toddler coughing at night", ("honey-cough",)),
    ("antibiotics acute otitis media pain", ("ear-infection-wait",)),
    (
        "cranberry capsules bladder",
        ("cranberry-uti", "cranberry-and-bladder-infections", "cranberry-capsules-hard-sell"),
    ),
    ("glutten free diet no coeliac", ("gluten-free",)),
    ("calorie counting vs fasting", ("intermittent-fasting",)),
    ("aple cider vinegar retracted", ("apple-cider-vinegar",)),
    ("minoxidil for women hair thinning", ("minoxidil-hair",)),
    ("glucosamine knee joint pain funded by makers", ("glucosamine",)),
    ("walking for chronic low back pain", ("walking-and-low-back-pain",)),
)
