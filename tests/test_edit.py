"""Span edits: the characters of one value change, no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.examples import printable
from vanban.edits.applying import apply, without_overlaps, write_edited
from vanban.edits.applying import edited as edited_bytes
from vanban.edits.values import replace_text, replace_value
from vanban.errors import EditRefused
from vanban.findings import Fix
from vanban.readers.source import read_source

TEXT = """\
# đầu tệp
so_van_ban: "2228"   # số do văn thư cấp
trich_yeu: Ban hành Kế hoạch
ghi_chu: 'nháy đơn'
noi_nhan:
  - Bộ Nội vụ        # chú thích
noi_dung: |
  1. Trước ngày 31/7/2025.

  1. Hết.
cuoi: hết
"""


def source(text=TEXT):
    read, findings = read_source("t.yaml", text.encode())
    assert not findings
    return read


def edited(path, value, text=TEXT):
    return apply(text, [replace_value(source(text), path, value)])


def it_leaves_the_text_alone_without_an_edit():
    assert apply(TEXT, []) == TEXT


@pytest.mark.parametrize("path", [("so_van_ban",), ("trich_yeu",), ("ghi_chu",), ("noi_nhan", 0), ("noi_dung",)])
def it_gives_the_same_bytes_for_the_same_value(path):
    assert edited(path, source().value(path)) == TEXT


def it_changes_a_quoted_value_and_keeps_the_comment_behind_it():
    assert edited(("so_van_ban",), "0125") == TEXT.replace('"2228"', '"0125"')


def it_quotes_a_value_that_yaml_would_read_as_something_else():
    assert 'trich_yeu: "a: b #c"\n' in edited(("trich_yeu",), "a: b #c")


def it_keeps_indentation_and_neighbours_of_a_literal_block():
    assert edited(("noi_dung",), "1. Một.\n1. Hai.\n") == TEXT.replace(
        "  1. Trước ngày 31/7/2025.\n\n  1. Hết.\n", "  1. Một.\n  1. Hai.\n"
    )


def it_changes_one_date_inside_a_literal_block():
    value = source().value(("noi_dung",))
    start = value.index("31/7/2025")
    fix = replace_text(source(), ("noi_dung",), start, start + len("31/7/2025"), "31/7/2026")
    assert apply(TEXT, [fix]) == TEXT.replace("31/7/2025", "31/7/2026")


def it_makes_several_edits_at_once():
    fixes = [replace_value(source(), ("trich_yeu",), "Mới"), replace_value(source(), ("so_van_ban",), "1")]
    assert apply(TEXT, fixes) == TEXT.replace("Ban hành Kế hoạch", "Mới").replace('"2228"', '"1"')


def it_works_on_windows_line_endings():
    text = TEXT.replace("\n", "\r\n")
    assert edited(("noi_dung",), "1. Một.\n", text).count("\r\n") == text.count("\r\n") - 2
    assert edited(("noi_nhan", 0), "Bộ Tài chính", text) == text.replace("Bộ Nội vụ", "Bộ Tài chính")


def it_refuses_two_edits_of_the_same_characters():
    with pytest.raises(EditRefused, match=":1: hai chỗ sửa chồng lên nhau"):
        apply("abcdef", [Fix(0, 3, "x"), Fix(2, 4, "y")])
    assert apply("abcdef", [Fix(0, 3, "x"), Fix(3, 4, "y")]) == "xyef"


def it_refuses_to_replace_a_list():
    with pytest.raises(ValueError, match="not a scalar"):
        replace_value(source(), ("noi_nhan",), "x")


@given(st.text(printable()))
def it_reads_back_whatever_was_put_in_place(value):
    for path in [("so_van_ban",), ("trich_yeu",), ("ghi_chu",), ("noi_nhan", 0)]:
        again, findings = read_source("t.yaml", edited(path, value).encode())
        assert not findings
        assert again.value(path) == value
        assert again.value(("cuoi",)) == "hết"


@pytest.mark.parametrize(("typed", "meant"), [
    ("a:\nb: 1\n", 'a: "0125"\nb: 1\n'), ("a:   # lời\n", 'a: "0125"   # lời\n'), ("{a: , b: 1}\n", '{a: "0125", b: 1}\n'),
    ("a: ''\n", "a: '0125'\n"), ('a: ""\n', 'a: "0125"\n'), ("a: 12\n", 'a: "0125"\n'), ("a: >-\n  x\n  y\nb: 1\n", 'a: "0125"\nb: 1\n'),
])
def it_writes_a_number_so_that_no_editor_drops_a_digit(typed: str, meant: str):
    assert edited(("a",), "0125", typed) == meant


def it_says_in_which_file_edits_meet():
    with pytest.raises(EditRefused, match=r"^t\.yaml:2: "):
        edited_bytes(source(), [Fix(12, 30, "x"), Fix(20, 31, "y")])


def it_puts_off_the_edits_that_meet_one_before_them():
    fixes = [Fix(4, 6, "c"), Fix(0, 3, "a"), Fix(2, 5, "b"), Fix(6, 6, "d")]
    assert without_overlaps(fixes) == [Fix(0, 3, "a"), Fix(4, 6, "c"), Fix(6, 6, "d")]


def it_refuses_edits_that_reach_out_of_the_text():
    with pytest.raises(EditRefused, match="nằm ngoài tệp"):
        apply("abc", [Fix(2, 4, "y")])


def it_writes_nothing_over_a_file_that_has_changed_meanwhile(tmp_path):
    path = tmp_path / "t.yaml"
    path.write_bytes(TEXT.encode() + b"moi: x\n")
    with pytest.raises(EditRefused, match="t.yaml vừa được sửa ở nơi khác"):
        write_edited(path, source(), b"other")
    assert path.read_bytes() == TEXT.encode() + b"moi: x\n"
    path.write_bytes(TEXT.encode())
    write_edited(path, source(), b"other")
    assert path.read_bytes() == b"other"
