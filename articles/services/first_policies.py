"""The policies a publication begins with: true of what the software itself does, and open about what it cannot know.

After the Journalism Trust Initiative (CEN CWA 17493: identity, revenue, corrections, AI), NewsGuard's criteria and the
HONcode; written for publishers to change.
"""

from __future__ import annotations

from collections.abc import Mapping

from articles.models.policy import PolicyPage

SAID = "The text that the publication began with."

EDITORIAL = """
This is how an article of {publisher} comes about, and what has to be true before you can read it.

## Who writes

Every article names its authors, with their degrees, their own field and where they work. Each person states competing
interests, or says that there are none. Where somebody has not said, the page says so.

## What we write from

Every sentence that claims something about health is to rest on a source that you can look up. We prefer systematic
reviews and guidelines, then randomised trials, then other studies of people. We say what kind of study a source is, how
many took part and who paid for it, and we say where we do not know.

## How claims are checked

Software reads every draft, ties each claim to its sources and compares what is said with what they show. It raises a
flag where a source is missing, weak, retracted, or says something else. Its rules are
[on a page of their own](/how-we-grade-evidence/). It makes mistakes, so people decide: an author mends
the sentence, or an editor lets it stand with a reason that you can read beside it.

## Who approves

Nobody approves their own article. A second person reads exactly the words that you will see, and their approval ends
when a word or a source changes. Whoever declared an interest in a product of the article does not approve it.

## Medical review

Where a doctor or another expert has reviewed an article, their name and the day stand above it. Where nobody has, the
page says “not medically reviewed”. A review covers the words of that day.

## How long an article holds

Articles state up to which day evidence was searched, and when they are to be reviewed again. A page whose review is
overdue says so. We look for retractions of all works we cite; one that is found is shown on the page the same day.
"""

CORRECTIONS = """
We make mistakes. When we do, we say so where you read it, and we never change a page in silence.

## What we do

- **Correction:** something was wrong. The article says what was wrong, what is right, and when we changed it.
- **Update:** something is new, and what stood there was not wrong when it was written.
- **Change in a source:** a work that the article rests on was retracted, corrected or questioned.
- **Retraction:** the article is not to be relied on. Its address says why and since when.
- **Withdrawal:** the article was taken off for another reason. Its address says so.

Each of these stays in the public record of the article for ever and on [the page of all corrections](/corrections/).
Every version that readers have seen has an address of its own, and any two can be compared.

## How to tell us

Under each article there is “Report an error”. You can choose the sentence you mean, and you need no account. What you
write reaches our editors at once. You can also [write to us](/how-we-work/contact/).

## How fast

What could harm somebody comes first. We have not set ourselves days for the rest yet.

## Who decides

New words of an article are approved by a person who did not write them, as those of its first version were.
"""

ADVERTISING = """
Money can bend what is written about health. This page says what we do about that, and what we have yet to tell.

## Who owns this publication

{publisher} publishes it. **Who owns {publisher}, and who runs it, is not stated here yet.**

## What pays for it

**Not stated here yet.** Until it is, ask us: [contact](/how-we-work/contact/).

## Products

If we, a maker, a seller or an author gain from a product that an article names, the page says so before the first
paragraph: who makes it, who sells it, and what they are to us. Nothing may be published about such a product without
that.

## Advertisements

Advertisements stand outside the text, in a box that says “Advertisement” and names the seller. They are not counted
among the claims of an article, and the degrees of our authors do not stand beside them. Links that are paid for are
marked as paid.

## What money does not buy

No payment changes a mark. The rules for grades are public, and they are the same for every work and every seller. A
study that a seller paid for is shown as such, where we know it.

## Gifts and interests

Authors and reviewers state their ties to makers and sellers of what they write about, of the last 36 months. It stands
beside their names.
"""

CONTACT = """
## Something on a page is wrong

Use “Report an error” under the article, and choose the sentence. That is the fastest way: it reaches the people who can
mend it. How we deal with it stands in our [corrections policy](/how-we-work/corrections-policy/).

## Anything else

Questions about who we are and what pays for us are welcome, and so are offers of corrections to what these pages say
of how we work.

## Your own health

We cannot answer questions about your own health, and no article can. Please ask somebody who knows you: a doctor, a
midwife, a pharmacist. In an emergency, call the emergency number of your country.
"""

FIRST: Mapping[str, str] = {
    PolicyPage.EDITORIAL: EDITORIAL,
    PolicyPage.CORRECTIONS: CORRECTIONS,
    PolicyPage.ADVERTISING: ADVERTISING,
    PolicyPage.CONTACT: CONTACT,
}
"""The text of each page, with `{publisher}` for its name."""
