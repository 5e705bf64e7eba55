"""A mark with its noun that hands typed at the beginning of a line of text, “Điều 2. Hai.”, “Chương II”,
“Mục 1 QUY ĐỊNH CHUNG”, where the machine counts such headings itself.

The line would be printed as it is typed, beside a counted heading of the same number. A provision of another text that
stands in no quotation marks, or in such as the reader does not know, is found in the same way.
"""

import re

from vanban.model.line_signs import LARGE, ORDINAL
from vanban.model.quotations import begins_provision
from vanban.model.steps import LADDER
from vanban.text import nfc

_NUMBER = rf"(?:\d{{1,3}}[a-zđ]?|[IVXL]{{1,6}}[a-zđ]?|(?i:thứ) {ORDINAL})(?!\w)"
_GAP = "[ \N{NO-BREAK SPACE}]+"
_MARK = re.compile(rf"(?=[{LARGE}])(?P<noun>(?i:phần|chương|tiểu mục|mục|điều)){_GAP}(?:(?i:số){_GAP})?{_NUMBER}")
# What stands behind a mark.
_STOP = re.compile(rf"\s*[.)](?:\s+|(?=[{LARGE}]))")
_SIGN = re.compile(r"\s*[:|]\s*|\s*[-–—/]\s+")
_TITLE = re.compile(rf"\s+(?=[{LARGE}][^\W\d_{LARGE}])")
# Acts, of which a sentence that begins with one of their articles speaks: “Điều 3 Quy chế này …”.
_ACT = re.compile(
    r"(?:Quyết định|Nghị|Luật|Bộ luật|Thông tư|Kế hoạch|Quy|Hiến pháp|Pháp lệnh|Chỉ thị|Chương|Mục|Phần|Điều|Hợp đồng"
    r"|Bản|Công ước|Hiệp|Phụ lục|Đề án|Dự|Báo cáo|Công văn|Tờ trình|Biên bản|Thỏa thuận|Hướng dẫn|Kết luận|Văn bản"
    r"|Thể lệ|Nội quy|Tiêu chuẩn|Sắc lệnh|Tuyên|Danh mục|Biểu)\b"
)
# A sentence that is broken off before what it names, and one that is broken off anywhere.
_WANTS_MORE = re.compile(
    r"(?:,|\b(?:[Kk]hoản|[Đđ]iểm|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hần) [\w, ]{1,12}"
    r"|\b(?:và|của|tại|theo|ở|từ|đến|với|hoặc|về|trong|trừ|các|ngoài|là|bỏ|đổi|sung|thế))\Z"
)
_ENDED = re.compile(r"[.;:!?…/”»\"](?:\[\^\w+\]|\{#\w+\}|[)\]*\s])*\Z")
# Marks that open no quotation here, before a provision.
_FOREIGN = re.compile(r"(?P<marks>[”„»‟‹›‘’‛'`´″〝〞]{1,2}|<<|>>)\s?")


# “1. Sửa đổi khoản 3 Điều 6 như sau:”
_AMENDS = re.compile(r"(?i:sửa|bổ sung|thay|điều chỉnh)\b.*\bnhư sau\s*:\Z")


def amends(above: str) -> bool:
    """Whether a line leads in what another text is to say from now on."""
    return _AMENDS.search(above) is not None


def looks_counted(line: str) -> bool:
    """Whether a line begins with what `foreign_mark` or `noun_mark` finds in some document."""
    return bool(foreign_mark(line) or noun_mark(line, "", "", frozenset(LADDER)))


def foreign_mark(line: str) -> str:
    """The mark, before a provision at the beginning of `line`, that is meant to quote it and does not; "" for none."""
    marks = _FOREIGN.match(line)
    return marks["marks"] if marks and begins_provision(line[marks.end():].lstrip(" *")) else ""


def noun_mark(line: str, above: str, below: str, nouns: frozenset[str]) -> str:
    """The mark that `line` begins with, of a heading that `nouns` name; "" for none.

    above, below  the lines directly above and below; "" for a blank one
    """
    line, above = nfc(line), nfc(above)
    found = _MARK.match(line)
    if not found or found["noun"].lower() not in nouns or _WANTS_MORE.search(above):
        return ""
    noun, behind = found["noun"].lower(), line[found.end():]
    is_open = bool(above) and not _ENDED.search(above)
    if behind.strip() in ("", ".", ":"):
        return found[0] if not is_open or below.isupper() else ""
    stop = _STOP.match(behind)
    sign = stop or _SIGN.match(behind)
    if stop or behind.isupper() or sign and noun in ("điều", "chương"):
        return found[0] + (sign[0] if sign else "").rstrip()
    title = _TITLE.match(behind)
    is_titled = title and noun == "điều" and not is_open and not _ACT.match(behind, title.end())
    return found[0] if is_titled else ""
