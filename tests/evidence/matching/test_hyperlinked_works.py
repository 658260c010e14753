"""Works that a text cites by their link alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evidence.command.cli import main
from tests.evidence.judging import judge

_POST = "# Zinc\n\nZinc lozenges [shorten the common cold](https://doi.org/10.1093/cid/cix1010) in adults.\n"


def test_the_command_takes_a_linked_work_as_the_source_of_its_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    post = tmp_path / "zinc.md"
    post.write_text(_POST, encoding="utf-8")
    main(["check", str(post), "--format=json"])
    (row,) = json.loads(capsys.readouterr().out)["files"][0]["sentences"]
    assert [(source["how"], source["key"]) for source in row["sources"]] == [("link", "doi:10.1093/cid/cix1010")]
    assert not {"missing-citation", "unresolved-mention"} & {flag["code"] for flag in row["flags"]}


def _of_front_matter(field: str, talk: str = "The study found that ginger tea reduces nausea in adults.") -> bool:
    text = f"---\ntitle: Does ginger help?\n{field}\n---\n\nNausea is common.\n\n{talk}\n"
    return bool(judge(text, None).sentences[-1].links)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "field",
    [
        "doi: 10.1000/page",
        "research_link: https://www.example.org/blog",
        "research_title: Ginger and nausea",
        "shop_link: https://doi.org/10.1000/x",
        "permalink: https://doi.org/10.1000/x",
        "related_study_of_ours: https://doi.org/10.1000/x",
    ],
)
def test_front_matter_that_names_no_work_of_research_for_the_page_gives_none(field: str) -> None:
    assert not _of_front_matter(field)


@pytest.mark.parametrize(
    "field",
    [
        "research_link: https://doi.org/10.1000/x",
        "study_url: https://pubmed.ncbi.nlm.nih.gov/12345678/",
        "paper: https://doi.org/10.1000/x",
        "source: https://doi.org/10.1000/x",
        "source_url: https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/",
        "journal_article_link: https://doi.org/10.1000/x",
        "trial-doi: https://doi.org/10.1000/x",
        "Study: https://doi.org/10.1000/x",
    ],
)
def test_the_study_that_front_matter_links_to_is_the_one_that_the_page_speaks_of(field: str) -> None:
    assert _of_front_matter(field)
    assert not _of_front_matter(field, "Garlic cures cancer in adults.")
