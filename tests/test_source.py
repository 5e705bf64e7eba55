"""From the bytes of a file to data and spans: what is taken as typed, what is refused, and where it stands."""

import gc
import tracemalloc
import unicodedata
from collections.abc import Iterator
from pathlib import Path as FilePath

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.support.examples import printable
from vanban.findings import Finding
from vanban.model.inline import shown_text
from vanban.model.places import Places
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.readers.build_document import build_document
from vanban.readers.record import Record
from vanban.readers.source import Source, read_source, spans_of
from vanban.readers.spans import Path, json_path
from vanban.readers.spots import TextSpot
from vanban.rows import Rows

ROOT = FilePath(__file__).parents[1]


def read(text: str | bytes) -> tuple[Source, list[Finding]]:
    return read_source("ke_hoach.yaml", text if isinstance(text, bytes) else text.encode())


def data(text: str | bytes) -> object:
    source, findings = read(text)
    assert findings == []
    return source.data


def faults(text: str | bytes) -> list[tuple[str, int, int]]:
    """Code, line and column of every finding."""
    return [(f.code, f.line, f.column) for f in read(text)[1]]


def block(source: Source, key: str) -> tuple[Places, list[Finding]]:
    """The places of the running text under `key`, and its findings."""
    record = Record(source, source.data, Places())
    record.block(key)
    return record.places, record.findings


# Values are as typed


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("012", "012"), ("no", "no"), ("12:30", "12:30"), ("1.000", "1.000"), ("1e3", "1e3"),
        ("2025-07-15", "2025-07-15"), ("15/7/2025", "15/7/2025"), ("true", "true"), ("0x1F", "0x1F"),
        ("1_000", "1_000"), ("-.inf", "-.inf"), ("", ""), ('"0125"', "0125"), ("'it''s'", "it's"),
        ('"Đề án “06”: x"', "Đề án “06”: x"), ("x#y", "x#y"), ("a:b", "a:b"),
    ],
)
def it_keeps_a_value_as_typed(typed: str, value: str) -> None:
    assert data(f"khoa: {typed}\n") == {"khoa": value}


def it_takes_a_literal_block_without_reading_it() -> None:
    text = 'noi_dung: |\n  **Đậm**: 289 #1\n  "a": [b\n  - c\n\n  & * ! % @ `\n'
    assert data(text) == {"noi_dung": '**Đậm**: 289 #1\n"a": [b\n- c\n\n& * ! % @ `\n'}


def it_reads_lists_and_mappings_of_any_depth() -> None:
    assert data("de_muc:\n  - tieu_de: A\n    de_muc: [{tieu_de: B}]\n") == {
        "de_muc": [{"tieu_de": "A", "de_muc": [{"tieu_de": "B"}]}]
    }


@given(st.recursive(
    st.text(printable().filter(lambda char: char == " " or not char.isspace()), max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), inner),
    max_leaves=10,
))
def it_reads_what_a_writer_of_yaml_has_written(value: object) -> None:
    assert data(yaml.safe_dump({"khoa": value}, allow_unicode=True, default_style='"')) == {"khoa": value}


# Spans and places


SAMPLE = 'ma: kh_1\ntieu_de: "Đề án 06"\nnoi_nhan:\n  - Như Điều 3\n  - \'Bộ Nội vụ\'\nnoi_dung: |\n  x\n'


@pytest.mark.parametrize(
    ("path", "key", "line", "column", "end_column"),
    [
        (("ma",), False, 1, 5, 9),
        (("ma",), True, 1, 1, 3),
        (("tieu_de",), False, 2, 10, 20),
        (("noi_nhan", 0), False, 4, 5, 15),
        (("noi_nhan", 1), False, 5, 5, 16),
        (("noi_nhan",), True, 3, 1, 9),
        (("noi_dung",), True, 6, 1, 9),
        (("tieu_de", "khong_co"), False, 2, 10, 20),
    ],
)
def it_knows_line_and_column_of_values_and_keys(
    path: Path, key: bool, line: int, column: int, end_column: int
) -> None:
    place = read(SAMPLE)[0].place(path, key=key)
    assert (place.line, place.column, place.end_column) == (line, column, end_column)
    assert place.end_line == line


def it_tells_the_place_of_what_is_above_where_nothing_stands() -> None:
    place = read(SAMPLE)[0].place(("noi_nhan", 7, "x"))
    assert (place.line, place.column, place.path) == (4, 3, "$.noi_nhan[7].x")


def it_writes_paths_as_json_does() -> None:
    assert json_path(("de_muc", 1, "tieu_de")) == "$.de_muc[1].tieu_de"
    assert json_path(()) == "$"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\N{ZERO WIDTH NO-BREAK SPACE}"])
def it_cuts_each_value_out_of_the_file_by_its_span(newline: str, mark: str) -> None:
    text = "# Đề án 😀\nma: kh_1\ntieu_de: Cải cách 😀 thể chế\nnhom: [một, hai]\n".replace("\n", newline)
    source, findings = read(mark + text)
    assert findings == []
    assert source.text == text
    for path, value in [(("ma",), "kh_1"), (("tieu_de",), "Cải cách 😀 thể chế"), (("nhom", 1), "hai")]:
        span = source.values[path]
        assert source.text[span.start:span.end] == value
    assert source.place(("tieu_de",)).line == 3
    assert source.place(("ma",)).column == 5


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: |\n  x **y\n", 2, 5),
        ("a: |\n\n  x\n\n  **y\n", 5, 3),
        ("a: |\r\n  x\r\n  **y\r\n", 3, 3),
        ("a: | # chú thích\n      **y\n", 2, 7),
        ("a: |-\n  **y", 2, 3),
        ("b: 1\na: |+\n  x\n  1. **y\n\n\n", 4, 6),
        ("a: |2\n  **y\n", 2, 3),
        ("a: **y\n".replace("**y", "'**y'"), 1, 5),
        ('a: "**y"\n', 1, 5),
        ("a: x **y\n", 1, 6),
        ("﻿a: |\n  😀 **y\n", 2, 5),
    ],
)
def it_places_a_fault_of_running_text_where_it_stands_in_the_file(text: str, line: int, column: int) -> None:
    source, findings = read(text)
    assert findings == []
    (fault,) = block(source, "a")[1]
    assert (fault.code, fault.line, fault.column, fault.end_column) == ("S301", line, column, column + 2)
    assert fault.path == "$.a"


def it_places_a_nested_block_in_its_own_lines() -> None:
    source, _ = read("de_muc:\n  - tieu_de: A\n    noi_dung: |\n      x\n      1. y [[\n")
    record = next(Record(source, source.data, Places()).records("de_muc"))
    record.block("noi_dung")
    (fault,) = record.findings
    assert (fault.line, fault.column, fault.path) == (5, 12, "$.de_muc[0].noi_dung")


@pytest.mark.parametrize("text", ["a: x\n  y\n", "a: >\n  x\n", 'a: "x\n  y"\n'])
def it_wants_running_text_of_several_lines_behind_a_bar(text: str) -> None:
    (fault,) = block(read(text)[0], "a")[1]
    assert (fault.code, fault.line, fault.column) == ("S305", 1, 4)


def it_normalises_text_in_the_tree_while_the_source_keeps_its_form() -> None:
    nfd = unicodedata.normalize("NFD", "Cải cách thể chế")
    source, findings = read(f"tieu_de: {nfd}\nma: {nfd}\nnoi_dung: |\n  - {nfd}\n")
    record = Record(source, source.data, Places())
    assert findings == []
    assert record.text("ma") == shown_text(record.line("tieu_de")) == "Cải cách thể chế"
    (item,) = record.block("noi_dung").blocks
    assert shown_text(item.inlines) == "Cải cách thể chế"
    assert source.data["ma"] == nfd
    assert nfd in source.text


# Positions on demand


def paths(data: object, path: Path = ()) -> Iterator[Path]:
    """The paths of all values."""
    yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from paths(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from paths(value, (*path, index))


@given(st.lists(st.sampled_from(
    ["a", "b: ", "- ", ": ", "|\n", "  ", "\n", "&x ", "*x ", "<<: ", "!t ", '"', "[", "]", "{", "}", ", ", "? ",
     "---\n", "ế", ">"]
), max_size=25).map("".join))
def it_finds_the_place_of_everything_it_has_read(text: str) -> None:
    source, _ = read(text)
    if source.data is not None:
        assert set(paths(source.data)) <= source.values.keys()


def it_finds_what_stands_under_misspelt_keys_by_the_names_that_were_meant() -> None:
    source, _ = read("de_mucc:\n  - tieu_dee: A\n    noi_dungg: |\n      x **y\n")
    source.rename((), "de_mucc", "de_muc")
    source.rename(("de_muc", 0), "tieu_dee", "tieu_de")
    source.rename(("de_muc", 0), "noi_dungg", "noi_dung")
    assert source.place(("de_muc",), key=True).end_column == 8
    assert source.place(("de_muc", 0, "tieu_de")).column == 15
    record = next(Record(source, source.data, Places()).records("de_muc"))
    assert record.is_block("noi_dung")
    record.block("noi_dung")
    assert [(f.line, f.column, f.path) for f in record.findings] == [(4, 9, "$.de_muc[0].noi_dung")]


def it_works_out_no_place_of_content_without_a_fault() -> None:
    before = spans_of.cache_info()
    checked = check(Project(ROOT), [ROOT / "content" / "nghe_an" / "2025"])
    assert not checked.findings
    assert spans_of.cache_info() == before


def it_keeps_a_dozen_times_the_bytes_of_a_file_and_no_more() -> None:
    raw = (ROOT / "content" / "nghe_an" / "2025" / "de_an_trung_tam_hcc.yaml").read_bytes()

    def kept() -> tuple[object, ...]:
        source, _ = read(raw)
        places = Places()
        return source, places, build_document(source, source.data, places)

    kept()  # what is made once for all files is not counted
    gc.collect()
    tracemalloc.start()
    held = kept()
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert held
    assert size < 12 * len(raw)


# What is refused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [("S104", 3, 1)]),
        ("a: 1\na: 2\na: 3\n", [("S104", 2, 1), ("S104", 3, 1)]),
        ("x:\n  - {a: 1, b: 2, a: 3}\n", [("S104", 2, 18)]),
        ("a: &neo 1\n", [("S105", 1, 4)]),
        ("a: *neo\n", [("S105", 1, 4)]),
        ("- x\n- &neo\n  a: 1\n", [("S105", 2, 3)]),
        ("a: !!int 3\n", [("S105", 1, 4)]),
        ("a: ! x\n", [("S105", 1, 4)]),
        ("a: &m {b: 1}\nc: *m\n", [("S105", 1, 4), ("S105", 2, 4)]),
        ("&neo a: 1\n", [("S105", 1, 1)]),
        ("a: 1\na: *x\n", [("S104", 2, 1), ("S105", 2, 4)]),
        ("[a]: b\n", [("S203", 1, 1)]),
        ("{a: 1}: b\n", [("S203", 1, 1)]),
        ("ma: a\n---\nma: b\n", [("S101", 3, 1)]),
        ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> nhanh\n", [("S101", 1, 1)]),
        ("a: 1\n<<<<<<< HEAD\r\nb: 1\r\n=======\r\n>>>>>>> x\r\n", [("S101", 2, 1)]),
        ("a: |\n  x\n<<<<<<< HEAD\n  y\n", [("S101", 3, 1)]),
        ("a:\n\tb: 1\n", [("S101", 2, 1)]),
        ("\ta: 1\n", [("S101", 1, 1)]),
        ('a: 1\nb: "mở\nc: 1\n', [("S101", 2, 4)]),
        ("a: 'mở\n", [("S101", 1, 4)]),
        ("a: b: c\n", [("S101", 1, 5)]),
        ("a: 1\n  b: 2\n", [("S101", 2, 4)]),
        ("a: @x\n", [("S101", 1, 4)]),
        ("a: %x\n", [("S101", 1, 4)]),
        ("a: |\n  x\n y\n", [("S101", 3, 2)]),
        ("", [("S103", 1, 1)]),
        ("  \n\n", [("S103", 1, 1)]),
        ("# chỉ có chú thích\n", [("S103", 1, 1)]),
        ("---\n", [("S103", 1, 1)]),
        (b"a: b\nb: \xff\n", [("S102", 2, 1)]),
        (b"\xff\xfea\x00:\x00", [("S102", 1, 1)]),
        ("a: 1\nb: x\u200by\n", [("S106", 2, 5)]),
        ("a: x\u200cy\u2060\n", [("S106", 1, 5), ("S106", 1, 7)]),
        ("a: x\u2028y\n", [("S106", 1, 5)]),
        ("a: x\u202ey\n", [("S106", 1, 5)]),
        ("a: x\u00ady\n", [("S106", 1, 5)]),
        ("a: x\x0by\n", [("S106", 1, 5)]),
        ("a: x\x00y\n", [("S106", 1, 5)]),
        ("a: x\x80y\n", [("S106", 1, 5)]),
        ("a: x\x85y\n", [("S106", 1, 5)]),
        ("a: |\n  x\r  **y", [("S106", 2, 4)]),
        ("a: x\N{ZERO WIDTH NO-BREAK SPACE}y\n", [("S106", 1, 5)]),
    ],
)
def it_refuses_with_line_and_column(text: str | bytes, expected: list[tuple[str, int, int]]) -> None:
    assert faults(text) == expected


def it_names_both_lines_of_a_key_given_twice() -> None:
    (fault,) = read("ma: a\nten_goi: b\nma: c\n")[1]
    assert fault.line == 3
    assert "dòng 1" in fault.message
    assert "“ma”" in fault.message


def it_keeps_the_first_value_of_a_key_given_twice() -> None:
    assert read("ma: a\nma: b\n")[0].data == {"ma": "a"}


def it_names_the_sign_of_an_anchor_an_alias_and_a_tag() -> None:
    signs = [fault.message for fault in read("a: &n 1\nb: *n\nc: !x 1\n")[1]]
    assert ["“&”" in signs[0], "“*”" in signs[1], "“!”" in signs[2]] == [True] * 3


def it_names_an_invisible_character_by_its_number() -> None:
    (fault,) = read("a: x\u200by\n")[1]
    assert "U+200B" in fault.message


@pytest.mark.parametrize(
    "text", ["=======\n", "a: |\n  <<<<<<< HEAD\n", "a: x\N{NO-BREAK SPACE}y\n", "a: 1\r\nb: 2\r\n", "ma: a\n...\n"]
)
def it_lets_pass_what_only_looks_forbidden(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize("text", ["a:\n\tb: 1\n", 'a: "mở\n', "a: b: c\n", "a: [1\n", "- a\nb: 1\n", "a: @x\n"])
def it_says_in_vietnamese_what_is_wrong_and_what_to_do(text: str) -> None:
    (fault,) = read(text)[1]
    assert fault.hint
    assert "YAML" not in fault.message, "a clerk is told what to change, not what the parser calls it"


@given(st.binary() | st.text(max_size=80).map(str.encode))
def it_never_raises_for_any_bytes(raw: bytes) -> None:
    source, findings = read(raw)
    assert source.data is not None or findings
    for fault in findings:
        assert (fault.end_line, fault.end_column) >= (fault.line, fault.column) >= (1, 1)


@given(st.lists(st.sampled_from(
    ["a", "b: ", "- ", ": ", "|\n", "  ", "\n", "&x ", "*x ", "<<: ", "!t ", '"', "'", "[", "]", "{", "}", ", ", "#",
     "? ", "---\n", "\t", "\r\n", "ế", "😀", ">"]
), max_size=25).map("".join))
def it_never_raises_for_any_heap_of_signs(text: str) -> None:
    source, findings = read(text)
    assert source.data is not None or findings


# Bugs known; each mark goes when its bug does


def it_refuses_a_merge_key() -> None:
    assert faults("a:\n  <<: {b: 1}\n") == [("S105", 2, 3)]


@pytest.mark.parametrize("escape", [r"\0", r"\u200b", r"\u2028", r"\x07"])
def it_refuses_a_control_character_written_as_an_escape(escape: str) -> None:
    assert [code for code, _, _ in faults(f'a: "x{escape}y"\n')] == ["S106"]


def it_reports_a_file_that_is_nested_beyond_reason() -> None:
    assert faults("a: " + "[" * 600 + "]" * 600 + "\n")


def it_reports_an_alias_as_a_key_once() -> None:
    assert [code for code, _, _ in faults("*x : 1\n")] == ["S105"]


@pytest.mark.parametrize("text", ["tieu_de: **Đậm**\n", "a: |\n\tx\n", "a: 1\n\n\tb: 2\n", 'a: "\\q"\n', "a: - b\n"])
def it_has_words_for_the_slips_of_a_beginner(text: str) -> None:
    (fault,) = read(text)[1]
    assert "YAML" not in fault.message


def it_points_to_the_bracket_that_was_left_open() -> None:
    assert faults("a: [1, 2\n\n\nb: 3\n") == [("S101", 1, 4)]


def it_places_a_fault_in_the_second_line_of_a_title() -> None:
    source, _ = read("tieu_de: |\n  x\n  **y\n")
    record = Record(source, source.data, Places())
    record.line("tieu_de")
    assert [(f.line, f.column) for f in record.findings if f.code == "S301"] == [(3, 3)]


def it_does_not_drop_the_id_in_a_title() -> None:
    source, _ = read('tieu_de: "Nhiệm vụ {#muc_nhiem_vu}"\n')
    record = Record(source, source.data, Places())
    record.line("tieu_de")
    assert record.findings


@pytest.mark.parametrize("written", [
    "Các phòng [[x]]",
    "Các phòng\n  thuộc xã, theo [[x]]",
    "Các phòng\n\n\n  thuộc xã\n   và [[x]] nữa",
    "\n  Các phòng\n  và [[x]]",
    "'Phòng ''Một cửa'' và [[x]]'",
    "'Phòng ''Một\n  cửa''\n\n  và [[x]]'",
    '"Ph\\u00f2ng \\"Một cửa\\" và [[x]]"',
    '"Phòng \\\n  một\\tcửa\n  \\\n  và [[x]]"',
    "|\n  Phòng\n\n    và [[x]]",
    ">\n  Phòng\n  một\n\n  và [[x]]",
])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def it_places_words_of_a_value_where_they_are_typed_however_that_is_written(written: str, newline: str) -> None:
    """Of several lines too, without quotes or in them: an officer who pastes does not ask which way that is."""
    text = f"a: 1\nk: {written}\nb: 2\n".replace("\n", newline)
    there, findings = read_source("x.yaml", text.encode())
    assert findings == []
    value = there.value(("k",))
    spot = TextSpot(there, ("k",), *Rows(value).position(value.index("[[x]]")), len("[[x]]"))
    place, typed = spot.place(), spot.typed()
    assert typed.text[typed.start:typed.end] == "[[x]]"
    assert text.split(newline)[place.line - 1][place.column - 1:place.end_column - 1] == "[[x]]"
