"""Slips of typing that every key of every type can meet: a blank or a dash forgotten, a key put into a list. Whatever the
key, one finding names the sign at its line."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import pytest
import yaml

from tests.support.keys import PARTY, STATE, specimen
from tests.support.sample import ROOT
from vanban.findings import Finding
from vanban.keys import document_types
from vanban.readers.schemas import Schemas
from vanban.readers.typed_file import read_typed

SCHEMAS = Schemas(ROOT / "schemas")
# As officers type them: a line for each key, a dash for each entry.
_KEYED = re.compile(r"(?P<before> *(?:- )*)(?P<key>[a-z][a-z0-9_]*): (?P<value>\S.*)")
_OPENED = re.compile(r"(?P<blanks> +)- (?P<key>[a-z][a-z0-9_]*):(?P<value>(?: .*)?)")


class _Indented(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


@cache
def typed(kind: str) -> tuple[str, ...]:
    """The lines of a document of a type with all its keys."""
    keys = frozenset(document_types()[kind].keys) | {"loai_van_ban", "ma"}
    body = PARTY if "dang" in kind or kind in ("ket_luan", "thong_tri") else STATE
    data = yaml.load(specimen(kind, keys, body, "draft"), yaml.BaseLoader)
    text = yaml.dump(_plain(data), Dumper=_Indented, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=False)
    return tuple(text.split("\n"))


def _plain(data: object) -> object:
    """Texts of several lines as one, so that each value stands in the line of its key."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    first = str(data).strip().split("\n")[0]
    return first if re.fullmatch(r"[\w ,/|.)…-]+", first) else re.sub(r"\W+", " ", first).strip()


def found_in(lines: Sequence[str]) -> list[Finding]:
    return list(read_typed("x.yaml", "\n".join(lines).encode(), SCHEMAS).findings)


def levels(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The rows of a document with the keys that lead to each."""
    way: list[tuple[int, str]] = []
    for row, line in enumerate(lines):
        if match := re.match(r"( *(?:- )*)([a-z][a-z0-9_]*):(?: |$)", line):
            way = [each for each in way if each[0] < len(match[1])] + [(len(match[1]), match[2])]
            yield row, ".".join(key for _, key in way)


def cases(pattern: "re.Pattern[str]") -> list[tuple[str, int]]:
    """A type and a row for each key where such a line stands, each way of keys once."""
    seen: dict[str, tuple[str, int]] = {}
    for kind in document_types():
        lines = typed(kind)
        for row, way in levels(lines):
            if pattern.fullmatch(lines[row]):
                seen.setdefault(way, (kind, row))
    return list(seen.values())


def named(case: object) -> str:
    return str(case)


@pytest.mark.parametrize(("kind", "row"), cases(_KEYED), ids=named)
def it_names_the_blank_forgotten_behind_a_colon(kind: str, row: int) -> None:
    lines = list(typed(kind))
    match = _KEYED.fullmatch(lines[row])
    assert match
    if match["value"][0] in "'\"|>":
        lines[row] = f"{match['before']}{match['key']}: x"
        match = _KEYED.fullmatch(lines[row])
        assert match
    lines[row] = f"{match['before']}{match['key']}:{match['value']}"
    [told] = found_in(lines)
    assert (told.code, told.line) == ("S101", row + 1), told
    assert told.message == f"Thiếu dấu cách sau dấu hai chấm của “{match['key']}:”."
    assert f"{match['key']}: " in told.hint


def first_entries() -> list[tuple[str, int]]:
    return [(kind, row) for kind, row in cases(_OPENED) if typed(kind)[row - 1].endswith(":")]


@pytest.mark.parametrize("column", [0, 1, 2], ids=["under the dash", "between", "under the key"])
@pytest.mark.parametrize(("kind", "row"), cases(_OPENED), ids=named)
def it_names_the_dash_forgotten_before_a_further_entry(kind: str, row: int, column: int) -> None:
    lines = list(typed(kind))
    match = _OPENED.fullmatch(lines[row])
    assert match
    end = _end_of(lines, row, match["blanks"])
    entry = lines[row:end]
    again = [f"{match['blanks']}{' ' * column}{match['key']}:{match['value']}", *entry[1:]]
    told = found_in([*lines[:end], *again, *lines[end:]])
    assert [(each.code, each.line) for each in told if each.code in ("S101", "S104")] == [
        ("S104" if column == 2 else "S101", end + 1)], told
    assert f"“- {match['key']}: …”" in told[0].hint
    assert len(told) == 1


@pytest.mark.parametrize(("kind", "row"), first_entries(), ids=named)
def it_names_the_dash_forgotten_before_the_only_entry(kind: str, row: int) -> None:
    lines = list(typed(kind))
    match = _OPENED.fullmatch(lines[row])
    assert match
    end = _end_of(lines, row, match["blanks"])
    alone = f"{match['blanks']}  {match['key']}:{match['value']}"
    told = found_in([*lines[:row], alone, *lines[row + 1 : end], *_after_list(lines, end, match["blanks"])])
    assert any(f"“- {match['key']}: …”" in each.hint for each in told), told


def _end_of(lines: Sequence[str], row: int, blanks: str) -> int:
    """Where the entry ends that begins in that row."""
    return next((at for at in range(row + 1, len(lines)) if not lines[at].startswith(f"{blanks}  ")), len(lines))


def _after_list(lines: Sequence[str], end: int, blanks: str) -> list[str]:
    """The lines behind the list whose entries stand at `blanks`."""
    at = end
    while at < len(lines) and lines[at].startswith(blanks):
        at += 1
    return list(lines[at:])


OF_LISTS = [("Lưu: VT, KSTT", "luu"), ("luu: VT", "luu"), ("luu:VT", "luu"), ("Kính gửi: Sở Nội vụ", "kinh_gui"),
            ("trich_yeu: Thử", "trich_yeu"), ("Nơi nhận: Bộ Nội vụ", "noi_nhan")]


@pytest.mark.parametrize(("line", "key"), OF_LISTS)
@pytest.mark.parametrize("listed", ["noi_nhan", "can_cu", "kinh_gui"])
def it_sends_a_key_that_was_put_into_a_list_to_its_own_line(listed: str, line: str, key: str) -> None:
    lines = ["loai_van_ban: cong_van", "ma: cv", "trich_yeu: A", f"{listed}:", f"  - {line}", "noi_dung_cuoi: A"]
    told = next(each for each in found_in(lines) if each.line == 5)
    assert told.code in ("S101", "S203")
    if key == listed:  # as the words that the machine prints
        assert told.hint.startswith("Bỏ “")
        assert "chỉ viết “- " in told.hint
        return
    assert "khỏi danh sách" in told.hint
    assert (f"“{key}:” rồi dòng dưới “- " if key in ("kinh_gui", "noi_nhan") else f"“{key}: ") in told.hint


def it_leaves_words_with_a_colon_in_quotation_marks_to_the_officer() -> None:
    lines = ["loai_van_ban: cong_van", "ma: cv", "noi_nhan:", "  - VPCP: BTCN"]
    [told] = (each for each in found_in(lines) if each.line == 4)
    assert "dấu nháy kép" in told.hint


@pytest.mark.parametrize("above", [3, 5, 8, 12])
@pytest.mark.parametrize("kind", ["ke_hoach", "quyet_dinh", "cong_van", "giay_moi", "bien_ban", "phu_luc"])
def it_tells_of_a_second_document_in_a_file_and_of_nothing_that_lies_behind_it(kind: str, above: int) -> None:
    lines = list(typed(kind))
    tops = [row for row, line in enumerate(lines) if line and line[0] not in " -"]
    at = tops[min(above, len(tops) - 1)]
    [told] = found_in([*lines[:at], "---", *lines[at:]])
    assert (told.code, told.line) == ("S101", at + 2)


SIGNS = [("Luật [^a]", "chú thích"), ("khoản 3 [[nq_76_2021]][^a]", "chú thích"), ("Luật **Đất đai**", "dấu *"),
         ("Luật {{ muc_tieu.a }} x", "số liệu"), ("Luật {#a} x", "mã")]


@pytest.mark.parametrize(("basis", "said"), SIGNS)
def it_says_which_sign_a_line_of_can_cu_cannot_hold(basis: str, said: str) -> None:
    found = found_in(["loai_van_ban: cong_van", "ma: cv", "trich_yeu: A", f'can_cu: ["{basis}"]', "mo_dau: A"])
    [told] = (each for each in found if each.line == 4)
    assert (told.code, said in told.hint) == ("S205", True), told
