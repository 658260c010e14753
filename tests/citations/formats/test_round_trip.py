"""A thousand real MEDLINE records out as RIS, BibTeX and CSL-JSON and back."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from citations import formats
from citations.formats import Record

MEDLINE = Path(__file__).resolve().parents[3] / "../shared/data/study-design/medline-1000.nbib"
COMPARED = ("DOI", "PMID", "PMCID", "title", "author", "year", "volume", "page")
HARD: list[dict[str, Any]] = [
    {"type": "article-journal",
     "title": "The <i>L. reuteri</i> & 50 % of {braces} -- ''x'' #1 $5 _a_ ~ ^ \\ H<sub>2</sub>O",
     "author": [{"family": "van der Berg", "given": "A.-M.", "suffix": "Jr"}, {"literal": "Health and Care Board"},
                {"family": "Sukarno"}, {"family": "Li and Fung", "given": "X."}],
     "issued": {"date-parts": [[2012, 12, 3]]}, "volume": "130", "page": "S1-S9; discussion S10",
     "DOI": "10.1000/a_b(1)"},
    {"type": "book", "title": "Ναυτία 吐き気", "editor": [{"family": "Ångström", "given": "Å."}],
     "ISBN": "9783161484100",
     "publisher": "Press & Sons", "edition": "3", "URL": "https://x.example/?a=1&b=2--3_4#5"},
    {"type": "chapter", "title": "mRNA", "container-title": "Handbook", "author": [{"family": "Bell", "given": "A."}],
     "page": "e21313", "issued": {"date-parts": [[2019]]}},
    {"type": "article", "genre": "preprint", "title": "Early", "issued": {"date-parts": [[2021, 5]]}},
]  # fmt: skip


def year(csl: Mapping[str, Any]) -> object:
    return csl.get("issued", {}).get("date-parts", [[None]])[0][0]


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    told = [name for name in COMPARED if name != "year" and before.get(name) != after.get(name)]
    return told if year(before) == year(after) else [*told, "year"]


def back(ending: str, works: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    text = "".join(formats.write(ending, works))
    rows = list(formats.read(f"works.{ending}", io.BytesIO(text.encode())))
    return [row.csl for row in rows if isinstance(row, Record)]


@pytest.mark.parametrize(("ending", "least"), [("json", 1.0), ("ris", 0.99), ("bib", 0.99), ("nbib", 0.99)])
def test_medline_records_come_back_as_they_went_out(ending: str, least: float) -> None:
    if not MEDLINE.exists():
        pytest.skip("the MEDLINE records are not beside the project")
    with MEDLINE.open("rb") as stream:
        rows = list(formats.read(MEDLINE.name, stream))
    works = [row.csl for row in rows if isinstance(row, Record)]
    assert (len(rows), len(works)) == (1000, 1000)
    returned = back(ending, works)
    assert len(returned) == 1000
    told = [
        (work.get("PMID"), found)
        for work, other in zip(works, returned, strict=True)
        if (found := differences(work, other))
    ]
    print(ending, len(told), "records differ:", told[:20], Counter(name for _, names in told for name in names))  # noqa: T201
    assert 1 - len(told) / len(works) >= least


@pytest.mark.parametrize("ending", ["json", "ris", "bib"])
@pytest.mark.parametrize("work", HARD, ids=lambda work: str(work["type"]))
def test_a_work_with_signs_that_formats_use_comes_back(ending: str, work: dict[str, Any]) -> None:
    (returned,) = back(ending, [work])
    assert {name: returned.get(name) for name in work if name != "id"} == work


def test_fields_beyond_csl_stand_where_its_schema_allows_them() -> None:
    text = "".join(formats.write("json", [{"title": "T", "mesh": ["Humans"], "facts": {"x": 1}}]))
    assert '"custom": {"citewell": {"mesh": ["Humans"]}}' in text
    assert "facts" not in text
    assert "".join(formats.write("json", [])) == "[]\n"


def test_keys_of_a_bib_file_are_each_used_once() -> None:
    work = {"title": "T", "author": [{"family": "Ångström"}], "issued": {"date-parts": [[2001]]}}
    text = "".join(formats.write("bib", [work] * 28))
    keys = [line[6:-1] for line in text.splitlines() if line.startswith("@misc{")]
    assert keys[:3] == ["angstrom2001", "angstrom2001b", "angstrom2001c"]
    assert len(set(keys)) == 28
