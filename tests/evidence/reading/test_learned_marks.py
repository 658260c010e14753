"""Marks in a form of the page's own lead to its list, where they name its works in order; other numbers do not."""

from __future__ import annotations

import pytest

from evidence import read

CLAIMS = (
    "Zinc shortens colds by about a day",
    "Garlic lowers blood pressure by five points",
    "Short nights raise the risk of weight gain",
    "Daily walks ease knee pain in older people",
    "More fibre cures constipation in children",
    "Sunlight lifts low mood in winter",
)
LIST = """
## References

1. Aster B. Zinc and the common cold in adults. Example Journal of Colds. 2001;1:11-21.
2. Brook C. Garlic and blood pressure in nurses. Example Journal of Pressure. 2002;2:12-22.
3. Clay D. Sleep length and weight gain. Example Journal of Sleep. 2003;3:13-23.
4. Dune E. Walking and knee pain in old age. Example Journal of Knees. 2004;4:14-24.
5. Elm F. Fibre and bowel habit in children. Example Journal of Bowels. 2005;5:15-25.
6. Fen G. Sunlight and mood in winter. Example Journal of Mood. 2006;6:16-26.
"""


def _page(form: str, works: str = LIST, between: str = " {}.") -> str:
    told = (f"{claim}{between.format(form.replace('3', str(number)))}" for number, claim in enumerate(CLAIMS, 1))
    return "# Six small habits\n\n" + "\n\n".join(told) + "\n" + works


def _numbers(text: str) -> list[tuple[int, ...]]:
    document = read(text, "markdown")
    assert all(document.text[one.start : one.end] == one.text for one in document.markers)
    return [tuple(map(int, one.keys)) for one in document.markers]


@pytest.mark.parametrize(
    "form",
    [
        "(day 3)", "[Figure 3]", "(Step 3)", "[table 3]", "(phase 3)", "(B3)", "[C3]", "(T-3)", "(about 3)", "(page 3)",
        "(n 3)", "(week 3 of 6)", "{{< youtube 3 >}}", "<Rating stars={3} />", "<b>3</b> times", "*3* times",
        "/3/ of 6", "#3 on our list", "§3 of the act", "(exercise 3)", "[tip 3]", '<span class="step">3</span>',
        '<h-box level="3"></h-box>',
    ],
)  # fmt: skip
def test_what_counts_something_else_is_no_mark(form: str) -> None:
    assert _numbers(_page(form)) == []


def test_numbers_past_the_end_of_the_list_are_no_marks() -> None:
    assert _numbers(_page("[src 30]")) == []


def test_numbers_that_do_not_count_up_are_no_marks() -> None:
    falling = "\n\n".join(f"{claim} [src {7 - number}]." for number, claim in enumerate(CLAIMS, 1))
    assert _numbers(f"# Habits\n\n{falling}\n{LIST}") == []


def test_two_numbers_make_no_form() -> None:
    told = f"{CLAIMS[0]} [src 1].\n\n{CLAIMS[1]} [src 2].\n\n{CLAIMS[2]}."
    assert _numbers(f"# Habits\n\n{told}\n{LIST}") == []


def test_a_page_without_a_list_has_no_such_marks() -> None:
    assert _numbers(_page("[src 3]", works="")) == []


def test_a_page_that_cites_its_list_by_known_marks_has_no_others() -> None:
    told = "\n\n".join(f"{claim} [{number}] (box{number})." for number, claim in enumerate(CLAIMS, 1))
    assert _numbers(f"# Habits\n\n{told}\n{LIST}") == [(number,) for number in range(1, 7)]


def test_numbers_that_open_their_line_are_no_marks() -> None:
    told = "\n\n".join(f"[src {number}] {claim}." for number, claim in enumerate(CLAIMS, 1))
    assert _numbers(f"# Habits\n\n{told}\n{LIST}") == []


FORMS = [
    "[src 3]", "[src. 3]", "{ref:3}", "<3>", "«3»", "((3))", "(R3)", "[S3]", "(cit. 3)", "[^3^]", "[study 3]", "†3",
    "<small>3</small>", '<span class="ref">3</span>', '<b class="cite">[3]</b>', "<sub>3</sub>", '<fn num="3"/>',
    '<x-cite data-n="3"></x-cite>', "{{ref|3}}", "[[cite:3]]", ":ref[3]", "\\ref{3}", "[ref]3[/ref]",
    "(see no. 3 below)", "[3)", "(→ 3)", "[Lit. 3]", "[Quelle 3]", "<sup>R3</sup>", "[key: 3]", "{cite 3}",
    "~3~", "*3*",
]  # fmt: skip


@pytest.mark.parametrize("between", [" {}.", ".{}", ". {}"])
@pytest.mark.parametrize("form", FORMS)
def test_marks_of_one_form_that_count_up_lead_to_the_list(form: str, between: str) -> None:
    text = _page(form, between=between)
    assert _numbers(text) == [(number,) for number in range(1, 7)]
    assert len(read(text, "markdown").sentences) == len(CLAIMS)


def test_the_list_may_have_no_numbers() -> None:
    bullets = "\n".join(f"- {line[3:]}" if line[:1].isdigit() else line for line in LIST.splitlines())
    assert _numbers(_page("[src 3]", works=bullets)) == [(number,) for number in range(1, 7)]


def test_the_list_may_bear_the_same_marks() -> None:
    labelled = "\n".join(f"[S{line[0]}] {line[3:]}\n" if line[:1].isdigit() else line for line in LIST.splitlines())
    document = read(_page("[S3]", works=labelled), "markdown")
    assert [one.keys for one in document.markers] == [(str(number),) for number in range(1, 7)]
    assert len(document.references) == 6


def test_a_mark_may_name_several_works() -> None:
    told = (
        f"{CLAIMS[0]} [src 1, src 2].\n\n{CLAIMS[1]} [src 3–5].\n\n{CLAIMS[2]} [src 6 and 1].\n\n{CLAIMS[3]} [src 2]."
    )
    assert _numbers(f"# Habits\n\n{told}\n{LIST}") == [(1, 2), (3, 4, 5), (6, 1), (2,)]
