"""Weighs all mentions together that leave the same works, as each work of a list is cited somewhere.

Source: standards.md A3.2. Of 217 sets of namesakes in articles that name most works of their list, 204 were meant
whole, each work at least once (mention-linking data, buckets 0 to 6). Exact: forward and backward over which works have
been meant and which was meant last.
"""

from __future__ import annotations

from collections.abc import Sequence

MOST_WORKS = 6
"""Works that are weighed together, of more each mention alone [house: 2 ** works steps a mention]."""


def together(chances: Sequence[Sequence[float]], bonds: Sequence[float], left_out: float) -> list[list[float]]:
    """The chance of each work at each mention, given those at all the others.

    `chances`: for each mention, in the order of the text, the chance of each work by itself. `bonds`: for each mention
    how much likelier than otherwise it means the same work as the one before. `left_out`: what a work that no mention
    means costs, as a factor.
    """
    ahead = _forward(chances, bonds)
    works = len(chances[0])
    behind = [[left_out ** (works - met.bit_count())] * works for met in range(1 << works)]
    joint: list[list[float]] = []
    for mention in range(len(chances) - 1, -1, -1):
        row = [sum(a[work] * b[work] for a, b in zip(ahead[mention], behind, strict=True)) for work in range(works)]
        whole = sum(row)
        joint.append([chance / whole for chance in row])
        behind = _backward(behind, chances[mention], bonds[mention])
    return joint[::-1]


def _forward(chances: Sequence[Sequence[float]], bonds: Sequence[float]) -> list[list[list[float]]]:
    """For each mention, by the works met so far and the last of them, how likely the mentions up to it are."""
    works = len(chances[0])
    start = [[0.0] * works for _ in range(1 << works)]
    for work, chance in enumerate(chances[0]):
        start[1 << work][work] = chance
    steps = [start]
    for row, bond in zip(chances[1:], bonds[1:], strict=True):
        step = [[0.0] * works for _ in range(1 << works)]
        for met, last in enumerate(steps[-1]):
            if whole := sum(last):
                for work, chance in enumerate(row):
                    step[met | 1 << work][work] += (whole + (bond - 1) * last[work]) * chance
        steps.append(_scaled(step))
    return steps


def _backward(behind: Sequence[Sequence[float]], row: Sequence[float], bond: float) -> list[list[float]]:
    works = len(row)
    step = []
    for met in range(1 << works):
        next_ = [chance * behind[met | 1 << work][work] for work, chance in enumerate(row)]
        whole = sum(next_)
        step.append([whole + (bond - 1) * one for one in next_])
    return _scaled(step)


def _scaled(table: list[list[float]]) -> list[list[float]]:
    most = max(map(max, table))
    return [[value / most for value in row] for row in table]
