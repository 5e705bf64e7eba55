"""Findings for a person at a terminal: one line each, then how many there are."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from vanban.codes import Level
from vanban.findings import Finding

# Of a file's name or of a value: what would move the cursor or turn the line of a terminal.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_REPLACED = "\N{REPLACEMENT CHARACTER}"
# How many of one code are told of one file: more scroll away unread.
_MOST = 200
_WAY_ON = "sửa các chỗ nêu trên rồi chạy lại, hoặc xem tất cả bằng “check --format json”."
_LEVELS: dict[Level, str] = {"error": "lỗi", "warning": "cảnh báo", "info": "thông tin"}


def told(findings: Sequence[Finding]) -> str:
    """"content/…/qd.yaml:14:5 F101 lỗi: Dòng … Viết … (NĐ 30/2020/NĐ-CP …)", and a count below."""
    if not findings:
        return "Không có lỗi."
    counts = ((level, sum(found.level == level for found in findings)) for level in _LEVELS)
    total = ", ".join(f"{count} {_LEVELS[level]}" for level, count in counts if count)
    return "\n".join([*_lines(findings), f"{total} trong {len({found.file for found in findings})} tệp."])


def _lines(findings: Sequence[Finding]) -> Iterator[str]:
    """A line each; of one fault that a file is full of the first ones, and how many more there are."""
    alike = Counter((found.file, found.code) for found in findings)
    told = Counter[tuple[str, str]]()
    for found in findings:
        kind = found.file, found.code
        told[kind] += 1
        if told[kind] <= _MOST:
            yield _line(found)
        elif told[kind] == alike[kind]:
            more = f"{found.file}: {found.code}: còn {alike[kind] - _MOST} chỗ như thế trong tệp này; {_WAY_ON}"
            yield _CONTROL.sub(_REPLACED, more)


def _line(found: Finding) -> str:
    words = " ".join(filter(None, (found.message, found.hint, f"({found.source})" if found.source else "")))
    line = f"{found.file}:{found.line}:{found.column} {found.code} {_LEVELS[found.level]}: {words}"
    return _CONTROL.sub(_REPLACED, line)
