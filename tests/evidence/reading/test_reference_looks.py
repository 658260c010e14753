"""Which notes do no more than name a source in words."""

from __future__ import annotations

import pytest

from evidence.reading import documents
from evidence.reading.reference_looks import names_a_source


@pytest.mark.parametrize(
    "text",
    [
        "Honey Cures Cancer And Ends Diabetes. Honey House Press, 2020.",
        "Stop Chemotherapy And Take Honey. Cough Institute, 2020.",
        "Take 50 Grams Of Honey A Day. Cough House Press, 2020.",
        "Honey House guidelines: take 50 grams of honey for cancer, 2020.",
        "Honey is sweet, and I like it in tea.",
        "I wrote this in June 2017 when I had a cold.",
        "We held a talk on it at the Cough Conference in 2019.",
        "The prices in the table are those of June 2017.",
        "That is what the report of the Ministry of Health said in 2019.",
        "Ibid., 46.",
        "2020",
        "",
    ],
)
def test_remarks_and_promises_name_no_source(text: str) -> None:
    assert not names_a_source(text)


@pytest.mark.parametrize(
    "text",
    [
        "Raquel Dorn. Honey Therapy: Current Uses in Care for Coughs. ABC Cough Science Webinar Series, April 9, 2020",
        "Raquel Dorn. Honey Therapy. Cough House Press, 2020.",
        'Raquel Dorn, "Honey Therapy", lecture at the Cough Conference, London, 9 April 2020.',
        "Interview with Raquel Dorn, ABC Radio, 3 May 2019.",
        'World Health Organization, "Honey for coughs", fact sheet, 2020.',
        "WHO. Honey for coughs. Geneva; 2020.",
        "National Cough Institute, Annual report 2019, table 4.",
        "Source: Dorn R. Honey. J Cough. 2014.",
        "From *The Cough Book* by Raquel Dorn, 2014.",
        "*The Cough Book*, Raquel Dorn (2014)",
        "Cough Society guidelines on honey, 2018 update.",
        "Bell A, Coe B, et al. Zinc and the length of colds. Journal of Zinc. June-19-2017.",
        "ClinicalTrials.gov NCT01234567",
        "Cochrane review CD001234, 2018.",
    ],
)
def test_who_what_where_and_when_name_a_source(text: str) -> None:
    assert names_a_source(text)


@pytest.mark.parametrize("gap", [" ", "\n    ", "\n\n    "])
def test_a_note_that_names_a_source_is_what_its_mark_leads_to(gap: str) -> None:
    note = "Raquel Dorn. Honey Therapy. Cough House Press, 2020."
    document = documents.read(f"# Zinc\n\nHoney eases coughs.[^a]\n\n[^a]:{gap}{note}\n", "markdown")
    assert [reference.raw.strip() for reference in document.references] == [note]
    assert [sentence.text for sentence in document.sentences] == ["Honey eases coughs.[^a]"]
