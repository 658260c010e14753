"""How time and memory grow with the length of a document, and how long the command takes from a cold start.

Each size is measured in a process of its own, so that nothing is left over from the size before.
"""

from __future__ import annotations

import json
import math
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import linear_regression

from benchmark.figures import Figure

SIZES = (1_000, 10_000, 100_000, 1_000_000)
"""Words of the documents."""

_ROOT = Path(__file__).parents[2]
_AIM = "at most 1.1"
_ROUNDS = 3
_MEASURES = ("Growth of time with length, slope on log-log axes", "Growth of memory with length, slope on log-log axes")
_START = "Start-up: citewell check on a short file, CPU time of a cold process"


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("|")]


_SUBJECTS = _parts("Zinc lozenges|Warm milk|A short walk|Green tea|Vitamin D|Probiotics|Earlier bedtimes|Omega-3 oil")
_VERBS = _parts("shorten|may shorten|are linked to|did not change|lower the risk of|were tested against|worsen")
_OBJECTS = _parts("common colds|poor sleep|eczema in babies|high blood pressure|low mood|back pain|hay fever")
_ENDS = _parts(
    "in 12 of 40 adults|as Bell and Coe (2012) found|within 8 weeks|in the eyes of some|by 23% (95% CI 12 to 34)"
    "|when taken daily|in one small trial of 241 women|although nobody knows why"
)
_FAMILIES = _parts("Bell|Coe|Day|Eve|Fox|Gray|Hill|Ives|Jones|Kay|Lamb|Moss|Nash|Oaks|Page|Quin|Reed|Shaw|Todd|Usher")


def document(words: int) -> str:
    """An article in Markdown of so many words: paragraphs with markers, headings, lists, and a list that grows."""
    draw = random.Random(words)  # noqa: S311 (the same text each time, no secret)
    works = max(5, words // 150)
    parts, count = ["# What helps and what does not\n"], 7
    while count < words * 0.85:
        sentences = []
        for _ in range(draw.randint(2, 6)):
            mark = f" [{draw.randint(1, works)}]" if draw.random() < 0.5 else ""
            said = f"{draw.choice(_SUBJECTS)} {draw.choice(_VERBS)} {draw.choice(_OBJECTS)}"
            sentences.append(f"{said} {draw.choice(_ENDS)}{mark}.")
        text = " ".join(sentences)
        kind = draw.random()
        head = f"## {draw.choice(_OBJECTS).capitalize()}\n\n" if kind < 0.1 else "- " if kind < 0.2 else ""
        parts.append(f"{head}{text}\n")
        count += len(text.split())
    parts.append("## References\n")
    for number in range(1, works + 1):
        author = f"{draw.choice(_FAMILIES)}{chr(97 + number % 26)} {draw.choice('ABCDEFG')}"
        title = f"{draw.choice(_SUBJECTS)} and {draw.choice(_OBJECTS)}: trial {number}"
        place = f"{draw.randint(1990, 2025)};{number % 60}({number % 12}):{number}-{number + 9}"
        parts.append(f"{number}. {author}. {title}. J Trials. {place}.")
    return "\n".join(parts) + "\n"


def growth(data: Path) -> list[Figure]:
    """The slope of time and of memory over the length of a document on log-log axes; 1 is linear.

    The documents are made up; `data` only says whether anything is to be measured.
    """
    if not (data / "needs-citation").exists():
        return [Figure(measure, "not measured here", floor=_AIM) for measure in _MEASURES]
    measured = [_measured(size) for size in SIZES]
    seconds = [one for one, _ in measured]
    memory = [one for _, one in measured][1:]  # it comes in pieces larger than what 1,000 words take
    longest = f"{SIZES[-1]:,} words"
    of_time = f"{SIZES[0]:,} to {longest}, which take {seconds[-1]:,.0f} s"
    of_memory = f"{SIZES[1]:,} to {longest}, which take {memory[-1] / 1e6:,.0f} MB"
    return [
        Figure(_MEASURES[0], of_time, slope(SIZES, seconds), floor=_AIM, digits=2),
        Figure(_MEASURES[1], of_memory, slope(SIZES[1:], memory), floor=_AIM, digits=2),
    ]


def slope(sizes: Sequence[int], values: Sequence[float]) -> float:
    """The slope of the straight line through values over sizes on log-log axes (least squares)."""
    return linear_regression([math.log(size) for size in sizes], [math.log(value) for value in values]).slope


def start_up(data: Path) -> Figure:
    """Seconds of CPU time of `citewell check` on a short file in a process of its own, the best of some rounds."""
    if not (data / "needs-citation").exists():
        return Figure(_START, "not measured here", floor="at most 0.6 s")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "short.md"
        path.write_text("# Zinc\n\nZinc lozenges shorten colds by a third [1].\n", encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "evidence.command.cli",
            "check",
            str(path),
            "--no-config",
            "--today=2026-01-01",
        ]
        # An installed command has its bytecode, so the first round writes it, wherever this is run.
        kept = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}
        taken = [_seconds_of(command, kept) for _ in range(_ROUNDS + 1)][1:]
    return Figure(_START, f"best of {_ROUNDS}", min(taken), floor="at most 0.6 s", unit="s", digits=2)


def _seconds_of(command: Sequence[str], env: Mapping[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, capture_output=True, timeout=120, cwd=_ROOT, env=env)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _measured(size: int) -> tuple[float, float]:
    """Seconds of CPU time, and bytes of memory above those of the engine at rest."""
    run = subprocess.run(  # noqa: S603
        [sys.executable, __file__, str(size)],
        check=True,
        capture_output=True,
        timeout=3000,
        env={**os.environ, "PYTHONPATH": f"{_ROOT}{os.pathsep}{_ROOT / 'scripts'}"},
    )
    seconds, memory = json.loads(run.stdout)
    return seconds, memory


def _report(size: int) -> None:
    from evidence import pipeline
    from evidence.language.remembered import forget
    from evidence.reading import documents

    today = date(2026, 1, 1)
    # Patterns and weights are built once, whatever the length, so they are built before.
    pipeline.assess(documents.read(document(SIZES[0])), today=today)
    text = document(size)
    held = _held()
    rounds = max(1, 20_000 // size)
    began = time.process_time()
    for _ in range(rounds):
        forget()
        pipeline.assess(documents.read(text), today=today)
    seconds = (time.process_time() - began) / rounds
    print(json.dumps([seconds, max(_held() - held, 1)]))  # noqa: T201


def _held() -> int:
    """The most memory that the process has held, in bytes.

    Linux lets a new process begin with the peak of the one that started it in `ru_maxrss`; `VmHWM` is its own.
    """
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    _report(int(sys.argv[1]))
