"""Lists of retraction notices are read as documented, and what cannot be used is named by its line."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from citations.services.notice_files import EXPORT_COLUMNS, NotAList, NoticeRow, Unread, read_notices


def export(*rows: dict[str, str]) -> list[str]:
    made = io.StringIO()
    writer = csv.DictWriter(made, [*EXPORT_COLUMNS, ""], restval="")
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue().splitlines(keepends=True)


ROW = {
    "Record ID": "4711",
    "Title": "A trial of hope",
    "RetractionDate": "3/9/2021 0:00",
    "RetractionDOI": "10.1000/NOTICE.1",
    "RetractionPubMedID": "0",
    "OriginalPaperDOI": "10.1000/ABC.1",
    "OriginalPaperPubMedID": "123456",
    "RetractionNature": "Retraction",
    "Reason": "+Concerns/Issues About Data;+Investigation by Journal/Publisher;",
    "URLS": "http://retraction.example/1;http://retraction.example/2",
}


def test_a_file_without_the_columns_is_refused_with_their_names() -> None:
    with pytest.raises(NotAList, match="OriginalPaperDOI"):
        list(read_notices(["Title,Year\n", "x,2001\n"]))


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(NotAList):
        list(read_notices([]))


def test_a_cell_without_end_is_refused_and_not_kept_in_memory() -> None:
    with pytest.raises(NotAList, match="Line 2"):
        list(read_notices(["doi,notices\n", '"' + "x" * 1_100_000 + "\n"]))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"RetractionNature": "Withdrawal of praise"}, "no kind of notice"),
        ({"RetractionNature": ""}, "names no kind"),
        ({"OriginalPaperDOI": "unavailable", "OriginalPaperPubMedID": "0"}, "neither DOI nor PMID"),
        ({"Record ID": " "}, "no record number"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_by_its_line(change: dict[str, str], reason: str) -> None:
    first, second = read_notices(export({**ROW, **change}, ROW))
    assert isinstance(first, Unread)
    assert first.line == 2
    assert reason in first.reason
    assert isinstance(second, NoticeRow)


def test_a_row_of_the_export_is_read_with_its_dates_reasons_and_identifiers() -> None:
    assert list(read_notices(export(ROW))) == [
        NoticeRow(
            line=2,
            record="4711",
            kind="retraction",
            doi="10.1000/abc.1",
            pmid="123456",
            title="A trial of hope",
            notice_doi="10.1000/notice.1",
            url="http://retraction.example/1",
            published_on=date(2021, 3, 9),
            reasons=("Concerns/Issues About Data", "Investigation by Journal/Publisher"),
        )
    ]


def test_a_day_that_is_none_stays_unknown() -> None:
    (row,) = read_notices(export({**ROW, "RetractionDate": "31/31/2021 0:00"}))
    assert isinstance(row, NoticeRow)
    assert row.published_on is None


def test_a_byte_order_mark_and_nul_bytes_do_not_stop_it() -> None:
    (row,) = read_notices(["\ufeffdoi,notices\n", "10.1000/a\0b,Expression of concern\n"])
    assert isinstance(row, NoticeRow)
    assert (row.doi, row.kind) == ("10.1000/ab", "concern")


def test_the_short_list_brings_one_notice_for_each_kind() -> None:
    rows = list(read_notices(["doi,notices\n", "10.1000/A,Correction;Retraction\n", ",Retraction\n"]))
    assert [(row.kind, row.doi) for row in rows if isinstance(row, NoticeRow)] == [
        ("correction", "10.1000/a"),
        ("retraction", "10.1000/a"),
    ]
    assert [row.reason for row in rows if isinstance(row, Unread)] == ["It names no DOI."]


def test_a_doi_is_written_as_the_library_writes_it() -> None:
    """Or no work would ever be found by it: preprints stand in the list with their version, in the library without."""
    written = {
        "10.1101/2020.05.16.100107v1": "10.1101/2020.05.16.100107",
        "https://doi.org/10.1000/ABC.1": "10.1000/abc.1",
        "10.1080/09645292.2010.545518#.Us5z4LSsxK0": "10.1080/09645292.2010.545518",
        "10.1043/1543-2165(2007)131[297:MOTUT]2.0.CO;2": "10.1043/1543-2165(2007)131[297:motut]2.0.co;2",
        "10.1002/(SICI)1097-4636(199706)35:4&lt;433::AID-JBM3&gt;3.0.CO;2-J": (
            "10.1002/(sici)1097-4636(199706)35:4<433::aid-jbm3>3.0.co;2-j"
        ),
        "Unavailable": "",
    }
    rows = list(read_notices(export(*({**ROW, "OriginalPaperDOI": doi} for doi in written))))
    assert [row.doi for row in rows if isinstance(row, NoticeRow)] == list(written.values())


def test_windows_line_ends_and_lines_within_cells_are_read() -> None:
    title = 'A trial,\r\n“of” "hope"\n; and more'
    rows = (
        {**ROW, "Title": title, "Notes": "See\nthere"},
        {**ROW, "Record ID": "4712", "RetractionNature": "REINSTATEMENT"},
    )
    first, second = read_notices("".join(export(*rows)).splitlines(keepends=True))
    assert isinstance(first, NoticeRow)
    assert isinstance(second, NoticeRow)
    assert first.title == title
    assert (second.record, second.kind, second.line) == ("4712", "reinstatement", 6)


@pytest.mark.parametrize("day", ["3/9/2021 0:00", "03/09/2021 00:00", "3/9/2021", "3/9/2021 12:00:00 AM"])
def test_a_day_is_read_month_first(day: str) -> None:
    (row,) = read_notices(export({**ROW, "RetractionDate": day}))
    assert isinstance(row, NoticeRow)
    assert row.published_on == date(2021, 3, 9)


@pytest.mark.parametrize("pmid", ["0", "", "unavailable", "Unavailable", "12 34", "1.2E+07", "0123"])
def test_what_is_no_pmid_is_none(pmid: str) -> None:
    (row,) = read_notices(export({**ROW, "OriginalPaperPubMedID": pmid}))
    assert isinstance(row, NoticeRow)
    assert row.pmid == ""


@pytest.mark.parametrize("cut", ["within a row", "within quotation marks", "in a list of two columns"])
def test_a_file_that_was_cut_off_is_refused(cut: str) -> None:
    whole = "".join(export(ROW, {**ROW, "Title": "One, two"}))
    text = {
        "within a row": whole[: whole.rindex("10.1000/ABC.1") + 9],
        "within quotation marks": whole[: whole.rindex(" two")],
        "in a list of two columns": "doi,notices\n10.1000/a,Retraction\n10.1000/ab",
    }[cut]
    with pytest.raises(NotAList, match="cut off"):
        list(read_notices(text.splitlines(keepends=True)))


def test_a_row_of_the_short_list_without_a_kind_is_named() -> None:
    (row,) = read_notices(["doi,notices\n", "10.1000/a,\n"])
    assert isinstance(row, Unread)
    assert "no kind" in row.reason
