"""C152: năm quá xa năm của văn bản (Năm 2205, Quý IV/2052 trong văn bản năm 2025), ngày ký quá xa năm của thư mục.

Vì sao: thường là gõ đảo hay thừa chữ số; việc có hạn như vậy coi như không có hạn.
Cách sửa: sửa lại năm; đúng là năm ấy thì bỏ qua bằng “bo_qua”.

Đạt:
    loai_van_ban: phu_luc
    nhiem_vu:
      - nhom: Tuyên truyền
        gom:
          - {ma: nv_a, noi_dung: Viết tin đến năm 2050, chu_tri: [so_noi_vu_nghe_an], thoi_gian: Quý IV/2026}
Không đạt:
    loai_van_ban: phu_luc
    nhiem_vu:
      - nhom: Tuyên truyền
        gom:                              # lỗi: C152 $.nhiem_vu[0].gom[0]
          - {ma: nv_a, noi_dung: Viết tin, chu_tri: [so_noi_vu_nghe_an], thoi_gian: Quý IV/2062}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from vanban.lint.fault import Fault
from vanban.lint.own_lines import found_in_lines
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_place import place_of_first
from vanban.model.document import BoVanBan, NhiemVu

CODE, LEVEL, NAME, BO_QUA = "C152", "warning", "year-far-off", True
TARGET, SOURCE = "set", ""

# Years of a task: the farthest vision of a plan ahead, ten years of work behind. In running text a year of the past may
# be history, and one ahead a forecast of the century.
_AHEAD, _BEHIND, _AHEAD_IN_TEXT = 25, 10, 80
_FROM_FOLDER = 5  # years ahead; a day before the first format is told otherwise
_FIRST_OF_DATES = 1900
_OF_OTHER_CENTURY = re.compile(r"(?<!\d)(?!20)\d{4}(?!\d)")  # without it a text need not be looked through
_YEAR = re.compile(
    r"(?<!\d )(?<!mỗi )(?<!hằng )(?<!hàng )(?<!một )\bnăm (?P<nam>\d{4})(?=\s*(?:[|,;.:)]|$)|\s+(?:và|là|đạt|đến|-|–|"
    r"toàn|tỉnh|phải|được|của|cho|theo|tại)\b)|\bgiai đoạn \d{4} ?[-–] ?(?P<cuoi>\d{4})(?!\w)"
    r"|\b(?:tháng \d{1,2}|quý (?:[IV]+|\d))/(?P<ky>\d{4})(?![\w/])"
    r"|(?<![\w/.,])\d{1,2}/\d{1,2}/(?P<ngay>\d{4})(?![\w/]|[.,]\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    words: str
    start: int


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each year of a task or of running text that is far from the year of the set, and for a day or a year
    of the set itself that is far from that of its folder."""
    if subject.ngay is None:
        return
    yield from _of_the_set(subject.bo)
    year = subject.ngay.year
    for at, found in found_in_lines(subject, partial(_far_off, year=year)):
        yield Fault(at, f"“{found.words}”: năm ở đây quá xa năm {year} của văn bản.", _HINT)
    for task in _tasks(subject.bo):
        for words in _far_tasks(task, year):
            yield Fault(place_of_first(subject.places, task.origin, [words]),
                        f"Thời gian “{words}” quá xa năm {year} của văn bản.", _HINT)


_HINT = "Sửa lại năm; đúng là năm ấy thì bỏ qua bằng “bo_qua”."


def _of_the_set(bo: BoVanBan) -> Iterator[Fault]:
    van_ban, folder = bo.van_ban, bo.folder_year
    days = {"ngay_ban_hanh": van_ban.ngay_ban_hanh, "ngay_du_kien": van_ban.ngay_du_kien}
    years = {key: day.year for key, day in days.items() if day} | {"cho_nam": van_ban.cho_nam}
    for key, year in years.items():
        if folder and year and year - folder > _FROM_FOLDER:
            yield Fault(van_ban.origin_of(key), f"Năm {year} ở đây quá xa năm {folder} của thư mục.",
                        "Sửa lại năm, hoặc chuyển tệp sang thư mục của năm ấy.")


def _far_off(text: str, year: int) -> Iterator[_Found]:
    for match in _YEAR.finditer(text) if _OF_OTHER_CENTURY.search(text) else ():
        typed = int(next(filter(None, match.groups())))
        if typed > year + _AHEAD_IN_TEXT or match["ngay"] and typed < _FIRST_OF_DATES:
            yield _Found(match[0], match.start())


def _tasks(bo: BoVanBan) -> Iterator[NhiemVu]:
    return (task for van_ban in bo for group in van_ban.nhiem_vu for task in group.gom)


def _far_tasks(task: NhiemVu, year: int) -> Iterator[str]:
    """The deadlines that are far off; of those that their words in print have told not again."""
    for han in (task.thoi_gian, *(moc.thoi_gian for moc in task.cac_moc)):
        days = [day.year for day in (han.tu_ngay, han.den_ngay) if day] if han else []
        is_far = days and not year - _BEHIND <= max(days) <= year + _AHEAD
        if han and is_far and not next(_far_off(han.words, year), None):
            yield han.words
