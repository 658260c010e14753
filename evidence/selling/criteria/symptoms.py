"""(ii) The statement claims an effect on characteristic signs or symptoms of a disease, in scientific or lay words."""

from __future__ import annotations

from evidence.selling.passage import Passage, said


def words(passage: Passage) -> str:
    signs = [term for term in passage.ills if term.kind == "symptom"]
    return said(*signs[:3]) if signs else ""
