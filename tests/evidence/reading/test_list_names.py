"""The names of reference lists, whatever an editor puts around them, and the numbers of what stands below."""

from __future__ import annotations

import pytest

from evidence.reading.documents import read
from evidence.reading.list_names import names_a_list

PROSE = (
    "Poor sleep raises the risk of low mood in nurses (1). Light at night lowers melatonin (2).\n\nTea is warm (3).\n\n"
)
ITEMS = (
    "<li>Bell A, Coe B. Sleep and mood in nurses. Sleep Notes. 2018;4(2):101-9.</li>\n"
    '<li>Day C. (2019). Light at night. Available from: <a href="https://a.example/l">Light at night</a></li>\n'
    '<li>Harbour Clinic. (2020). Warm tea. Available from: <a href="https://b.example/t">Warm tea</a></li>\n'
)


@pytest.mark.parametrize(
    "line",
    [
        '<a href="#refs">References</a>',
        '<p><a href="/sources">Sources</a></p>',
        "<p>References are listed by number and by name.</p>",
        "<li>References</li>",
        "<p><u>Sources of iron</u></p>",
        "<p><strong>Notes for parents</strong></p>",
        "<td>References</td>",
    ],
)
def test_it_takes_for_no_name(line: str) -> None:
    assert not names_a_list(line)


@pytest.mark.parametrize(
    "line",
    [
        "<p><u>Bibliography: </u></p>",
        "<p><strong>References&nbsp;</strong></p>",
        "<p><strong><u>References</u></strong></p>",
        '<p><span style="font-weight: 400;">References:</span></p>',
        "<div><b>Sources</b></div>",
        '<h2 id="refs"><span>References</span></h2>',
        "<p><b>References:</b><br /></p>",
        "<p><em>References</em>:</p>",
        '<h2><a name="references"></a>References</h2>',
        "<u>References</u>",
        "**<u>References</u>**",
        "<center><b>References</b></center>",
        "<p><strong>References<br></strong></p>",
        '<h4 class="x"><em><strong>Literature cited</strong></em></h4>',
        '<p><strong><span style="text-decoration: underline;">Reference list:</span></strong></p>',
        '## <a id="sources"></a>Sources',
        '## <span id="r">References</span>',
        "<b>References</b><br>",
        "<summary>References</summary>",
    ],
)
def test_a_name_is_read_within_the_tags_of_an_editor(line: str) -> None:
    assert names_a_list(line)
    document = read(f"{PROSE}{line}\n<ol>\n{ITEMS}</ol>\n")
    assert [reference.number for reference in document.references] == [1, 2, 3]
    assert [marker.keys for marker in document.markers] == [("1",), ("2",), ("3",)]


def test_a_list_without_a_name_counts_its_items_as_its_element_does() -> None:
    document = read(f"{PROSE}<p>&nbsp;</p>\n<ol>\n{ITEMS}</ol>\n")
    assert [marker.keys for marker in document.markers] == [("1",), ("2",), ("3",)]
