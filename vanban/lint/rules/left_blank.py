"""C154: chỗ còn để trống hoặc lời dặn chưa xóa trong câu sẽ in ra: “………”, “ngày … tháng …”, “???”, “[cần hỏi lại]” …

Vì sao: đó là chỗ soạn dở; in ra và ký thì người nhận đọc thấy một chỗ chưa ai điền. Dấu “…” cuối một dãy kể (“báo,
đài, …”), phần trích nguyên văn, và phụ lục, đề cương (có thể là biểu mẫu cho nơi khác điền) không bị nêu.
Cách sửa: điền vào chỗ ấy. Chưa biết thì ghi {XEM LẠI: …}: bản dự thảo tô vàng, lúc ban hành máy nhắc. Chỗ để điền bằng
tay thì ghi “bo_qua: {C154: lý do}”.

Đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: Tuyên truyền trên báo, đài, … theo từng tháng, quý; các hình thức khác....
Không đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: Giao ………… chủ trì, xong trước ngày … tháng …, đạt ??? hồ sơ.    # lỗi: C154 $.de_muc[0].noi_dung
"""

import re
from collections.abc import Container, Iterator
from functools import partial
from typing import NamedTuple

from vanban.findings import Place
from vanban.lint.also_at import also_at
from vanban.lint.fault import Fault
from vanban.lint.own_lines import found_in_lines
from vanban.lint.subjects import SetSubject
from vanban.model.places import NOWHERE, Places
from vanban.model.printed_lines import PrintedLine
from vanban.text import nfc

CODE, LEVEL, NAME, BO_QUA = "C154", "warning", "left-blank", True
TARGET, SOURCE = "set", ""

_DOTS = r"(?:…|\.\s?\.\s?\.)"
_TO_ONESELF = "cần|chờ|chưa|hỏi|xem|kiểm tra|xác minh|điền|bổ sung|cập nhật|viết|thêm|tên|ghi|nhập|chọn"
_FORMS = (
    # many dots in the place of words; a comma before them ends a list, letters before them a sentence ("khác....")
    rf"(?:^|(?<=[\s:(/“]))(?<![,;]\s)(?:{_DOTS}[…. ]*[….]|_{{3,}})",
    # one sign of them, where words go on behind
    r"(?<=[^\s,;.:] )…(?=\s(?:%|[^\W\d_]))",
    r"\b[Ss]ố:?(?:\s{1,20}|\s{0,20}(?:…|\.{2,})\s{0,20})/\s?[A-ZĐ]{2}[\w-]*",
    r"ngày\s{0,20}(?:…|\.{2,})\s{0,20}tháng\b", r"ngày\s{1,20}tháng\s{1,20}(?:năm\s{1,20})?\d+",
    r"\?{2,}", r"\(\s?\?\s?\)",
    # what one writes to oneself
    rf"\[\s?(?:{_TO_ONESELF})\b[^\]]{{0,80}}\]",
    r"\(\s?(?:(?:cần|chờ|phải) )?(?:hỏi|xem|kiểm tra|xác minh|rà soát) (?:lại|sau|thêm)\s?[?!]*\)",
    r"\(\s?(?:điền|bổ sung|viết|thêm) (?:sau|tiếp|vào)\s?[?!]*\)", r"\(\s?chưa (?:rõ|biết|chốt|điền)\s?[?!]+\)",
    r"\b(?:TODO|FIXME|X{4,12}|x{3,12})\b", r"\b\d{2,8}(?:X{3,12}|x{3,12})\b", r"\bLorem ipsum\b",
)
_BLANK = re.compile("|".join(f"(?:{form})" for form in _FORMS))
# The zones that hold number and day.
_OF_MACHINE = frozenset(["ngay_thang", "so_ky_hieu", "kem_theo"])


class _Blank(NamedTuple):
    """What was found in a line, and where it begins there."""

    words: str
    start: int


def check(subject: SetSubject) -> Iterator[Fault]:
    """One fault for the blanks of a document, at the first of them in the order of print."""
    places = subject.places
    found: dict[str, list[tuple[Place, str]]] = {}
    for at, blank in found_in_lines(subject, _blanks, partial(_is_a_persons, places, subject.forms)):
        place = at if isinstance(at, Place) else places[at]
        found.setdefault(place.file, []).append((place, blank.words))
    for (first, words), *others in found.values():
        more = also_at([place for place, _ in others])
        yield Fault(first, f"“{words}” là chỗ chưa điền, sẽ in nguyên ra giấy{more}.",
                    "Điền vào, hoặc ghi {XEM LẠI: …} để máy nhắc; chỗ điền bằng tay thì ghi bo_qua kèm lý do.")


def _is_a_persons(places: Places, forms: Container[str], blank: _Blank, origin: int, line: PrintedLine) -> bool:
    """Whether a hand left it, and not in one of `forms`: the machine leaves number and day of a draft to be filled in
    ("ngày … tháng …"), and says in brackets which figure is not there; it prints no row of dots."""
    if origin == NOWHERE or line.name in _OF_MACHINE or places.file(origin) in forms:
        return False
    if len(blank.words) > 1 and blank.words[0] in "….?_":
        return True
    typed = places.typed(origin)
    return typed is not None and _BLANK.search(nfc(typed.text[typed.start : typed.end])) is not None


def _blanks(text: str) -> Iterator[_Blank]:
    return (_Blank(found[0].strip(), found.start()) for found in _BLANK.finditer(text))
