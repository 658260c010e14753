"""Asides tell nothing of health, and what asserts something behind the same frame is none."""

from __future__ import annotations

import pytest

from evidence.claims.asides import is_aside


@pytest.mark.parametrize(
    "text",
    [
        # a promise, a harm or a dose behind each frame
        "It is worth asking why turmeric cures cancer.",
        "It is worth asking how ginger works against nausea.",
        "The question of how zinc prevents colds may still linger.",
        "Guess which spice melts belly fat.",
        "Guess what: garlic cures cancer.",
        "This raises the question why 500 mg of magnesium a day is not standard.",
        "The obvious question is why statins are dangerous.",
        "There is more to this story, because fasting reverses diabetes.",
        "This is where ginger comes in, which eases nausea.",
        "With that said, let us take 400 mg of zinc.",
        "Ginger is having a moment because it cures migraine.",
        "Turmeric is all the rage for its power against arthritis.",
        "Collagen has taken the world by storm, since it strengthens bones.",
        "Kombucha is the latest craze, but it destroys your teeth.",
        "Fasting is in vogue and reduces the risk of stroke.",
        "“Honey heals the sorest throat within a day” works against coughs, says Act now.",
        "“Garlic cures every cold” — an old proverb.",
        "“Poppy kills all pain” Hamlet, Act III Scene 1",
        "It is great for people who enjoy spicy food and prevents ulcers.",
        "It is ideal for those who love tea, because it burns fat.",
        "It is good for people who like sweets and is safe in diabetes.",
        "This is coming from someone who cured her asthma with salt.",
        "I have read that vaccines cause autism, never forget that.",
        "The holy grail would be a tea that prevents dementia.",
        "With this diet diabetes would become a thing of the past, as it reverses the damage.",
        "This tea which lowers blood pressure is called hibiscus.",
        "This loss of bone is called osteoporosis and is caused by milk.",
        "Milk that causes acne comes in many forms.",
        "Headache has many causes, and aspartame is the worst.",
        "There are many types of tea that cure colds.",
        "Most people would rather suffer, but turmeric heals their joints.",
        "Most people are unwilling to hear that statins are toxic.",
        "Your chest may feel odd.",
        "Your heart may feel a bit off.",
        "It may feel strange after taking the tablets.",
        "It may feel awkward, but it relieves back pain.",
        "Ada Poe, 41, was cured of arthritis by nettle tea.",
        "Ada Poe, 41, died from the vaccine.",
        "Ada Poe, 41, lost 20 kilos on the tea.",
        "Ada Poe, 41, is free of pain since she drinks it.",
        "You can find it in any supermarket, and it protects the liver.",
        "Simmer for 20 minutes to kill the virus that causes colds.",
        "Look for a supplement from a reputable brand with at least 500 mg.",
        "Find one that is lab-tested, because others damage the kidneys.",
        "It tracks your heart rate and detects atrial fibrillation.",
        "It records your sleep and prevents stroke.",
        "The watch counts your steps, which lowers the risk of diabetes.",
        "The device records irregular heartbeats.",
        "Studies have investigated ginger, including its effect: it eases nausea.",
    ],
)
def test_what_asserts_something_is_no_aside(text: str) -> None:
    assert not is_aside(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sleep has many benefits.",
        "Ginger has several effects on the stomach.",
        "There are many ways to treat a migraine.",
        "The question of whether massage helps remains open.",
        "The answer lies in the bacteria of the gut.",
        "Insulin is called the storage hormone because it moves sugar into cells.",
        "Melatonin is produced in the dark.",
        "Side effects may feel worse at night.",
        "Most people sleep less than seven hours.",
        "Many people are allergic to pollen.",
        "Walking is good for people who sit all day.",
        "Choose whole grains over white bread.",
        "Magnesium received a strong recommendation.",
        "Heart disease is on the rise.",
        "Ada Poe, a nurse of 41, says that honey helps.",
        "The drug is sold in 40 countries and is addictive.",
        "It shows if your rhythm is normal.",
        "It measures blood sugar within 5 percent.",
        "This treatment is known to be effective.",
        "These symptoms are called for more tests because they may mean cancer.",
    ],
)
def test_statements_on_health_are_no_asides(text: str) -> None:
    assert not is_aside(text)


@pytest.mark.parametrize(
    "text",
    [
        "Beyond the extra energy it is worth asking what is lost along the way.",
        "It's fair to ask who decides what a normal night is.",
        "It is only natural to wonder where all that caffeine goes.",
        "It seems reasonable to ask how much of this is habit.",
        "Having gone through the numbers, the question of how all of it hangs together may linger.",
        "And then the question of why we dream naturally arises.",
        "The question of what a healthy gut even looks like inevitably comes up.",
        "Which raises an interesting question.",
        "That begs another question about bedtime.",
        "All of this brings us to the next question.",
        "Guess which of the two your muscles like more.",
        "Go ahead, guess how many cups I drank before noon.",
        "Take a guess what the dietitian said.",
        "Quick quiz: guess who slept worst.",
        "The next question is obvious.",
        "The logical question becomes one of priorities.",
        "The burning question here is bedtime.",
        "There's much more to this story of vitamins.",
        "There is a lot more to unpack about hormones.",
        "That is only half the story of cholesterol.",
        "This is where the thyroid comes in.",
        "And here is where sleep hygiene enters into play.",
        "But it does not end there.",
        "First, a quick word about hormones.",
        "Before we talk about doses, some basics on the liver.",
        "With that said, let's move on to vitamins.",
        "Having all that behind us, on to the immune system.",
        "On cancer screening there is a lot to take in.",
        "University teams have looked into various sides of yoga, including",
        "NHS-funded trials have explored several uses of music, such as",
    ],
)
def test_openers_and_ways_over_are_asides(text: str) -> None:
    assert is_aside(text)


@pytest.mark.parametrize(
    "text",
    [
        "Magnesium is having a moment.",
        "Rest, however, is having its well-earned moment next to diet and exercise.",
        "Gut health is all the rage.",
        "Cold plunges are back in vogue.",
        "Ketosis has become a household name.",
        "Inflammation became the buzzword of the decade.",
        "Protein is the flavour of the month.",
        "Intermittent fasting has taken the internet by storm.",
        "Sleep will take its rightful place among the pillars of a healthy body.",
        "Menopause has finally stepped into the spotlight.",
        "No vitamin has received more attention lately than D.",
        "Seed oils have attracted a lot of press.",
        "The microbiome has garnered plenty of headlines.",
        "Plant milk is growing steadily in popularity.",
        "Sea moss is all over my TikTok.",
        "Breathwork is on everybody's lips.",
        "Longevity has become a hot topic.",
        "Bone broth was once the talk of the town.",
        "Low-carb diets have come back into fashion.",
        "Mushroom coffee has grabbed a fair share of attention.",
    ],
)
def test_fashions_are_asides(text: str) -> None:
    assert is_aside(text)


@pytest.mark.parametrize(
    "text",
    [
        "_“Sleep that knits up the ravelled sleeve of care” Macbeth, Act II Scene 2_",
        "“To sleep, perchance to dream” (Hamlet, Act 3, Scene 1)",
        "“Weary with toil, I haste me to my bed” — Sonnet 27",
        "“Midway upon the journey of our life” Inferno, Canto I",
        "“The heart knows its own bitterness” — old proverb",
        "“Sleep, those little slices of death” – from a poem of 1840",
        "“She had a headache of the soul” — Ada Poe, in her novel The Long Night",
        '"Early to bed" -- nursery rhyme',
        "“My heart aches, and a drowsy numbness pains my sense” — Keats, the poet",
        "‘Coffee is the common man’s gold’ — poem of the 16th century",
        "“Night after night the fever burned” — Ada Poe, short story",
        "“An apple and a walk, and never mind the doctor” - folk song",
    ],
)
def test_lines_of_literature_are_asides(text: str) -> None:
    assert is_aside(text)


@pytest.mark.parametrize(
    "text",
    [
        "The diet is also good for people who enjoy cooking with vegetables.",
        "It's a great fit for anyone who loves spicy food.",
        "This plan is ideal for people who hate counting calories.",
        "A perfect option for those who prefer vegetarian dishes.",
        "It is a good choice for families who cook at home.",
        "Well suited for folks who travel a lot.",
        "It is great for you if you like routine.",
        "Again, this is coming from somebody who eats crisps in bed.",
        "If you have heard that celery has negative calories, please forget that.",
        "If anyone has read that broccoli beats steak, unread it.",
        "My heart skipped a beat, no pun intended.",
        "I am a picture of health, just kidding.",
        "The holy grail would be a watch that reads blood sugar through the skin.",
        "The dream is one day to grow new kidneys in the lab.",
        "The ultimate goal would be devices that watch our hearts around the clock.",
        "Tooth pain would become a thing of the past.",
        "Most people would rather swallow a tablet than change their dinner.",
        "Sadly, too many of us are unwilling to talk about our bowels.",
        "So many people just can't be bothered to floss.",
        "Many parents take their own sleep for granted.",
        "A lot of people are too busy to think about their knees.",
        "Back sleeping may feel a bit odd.",
        "At first it might feel awkward.",
        "The stretch can look silly.",
        "All of these tests may seem overwhelming.",
        "Sleeping with a cushion might feel like a chore.",
        "Counting calories can sound daunting.",
    ],
)
def test_tastes_jokes_hopes_and_how_people_are_are_asides(text: str) -> None:
    assert is_aside(text)


@pytest.mark.parametrize(
    "text",
    [
        "This lack of red cells is called anaemia.",
        "This process bears the name of “bounded evidence accumulation”.",
        "These pouches are known as diverticula.",
        "This phenomenon is often referred to as the dawn effect.",
        "That ringing in the ears is termed tinnitus.",
        "Such a headache is also called a cluster headache.",
        "Night cramps have many possible causes.",
        "A rash in babies can have several different causes.",
        "There are many types of arthritis.",
        "There are several possible reasons for a dry mouth.",
        "Headaches come in many forms.",
        "Anaemia has various underlying causes.",
        "Vitamin B3 has several names.",
        "There are three main kinds of muscle.",
        "Ada Poe, 34, was taken to hospital on Tuesday after eating berries.",
        "Ben Moor, 52, had his first seizure on a train.",
        "Ada Poe, aged 9, woke with a fever.",
        "Carla de Witt, 70, told the paper about her hip.",
        "It can usually be found in any Asian grocery.",
        "You will find them in most health food stores.",
        "Simmer for about 20 minutes.",
        "Cook for 1-2 hrs.",
        "Look for a supplement from a reputable brand.",
        "For best results find a honey that has been lab-tested.",
        "Choose one with third-party testing.",
        "It tracks your steps and your sleep.",
        "Most importantly, it records your heart rate at the wrist.",
        "The resting heart rate data generates graphs over time.",
        "The ring also counts hours of sleep.",
        "The app logs meals, symptoms and moods.",
        "This captures data on rhythm and pulse.",
        "The band vibrates when your heart rate rises.",
    ],
)
def test_names_kinds_news_shops_and_what_devices_record_are_asides(text: str) -> None:
    assert is_aside(text)
