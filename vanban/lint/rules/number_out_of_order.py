"""R133: số văn bản không theo thứ tự thời gian ban hành.

Vì sao: số lấy theo thứ tự và trình tự thời gian trong năm, ở cơ quan của Đảng có ghi “be_mac_dai_hoi” là trong nhiệm
kỳ; số 5 ngày 25/11 sau số 20 ngày 20/11 thì số hoặc ngày của một văn bản đã ghi nhầm. Máy so các văn bản có trong thư
mục của cơ quan: cùng cơ quan ban hành, cùng loại, cùng ký hiệu; văn bản mật, văn bản quy phạm pháp luật có hệ thống số
riêng.
Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 15.
Cách sửa: hỏi lại Văn thư số và ngày của văn bản được nêu.

Ví dụ:
    qd_20.yaml ghi “so_van_ban: 20”, “ngay_ban_hanh: 20/11/2025”;
    qd_5.yaml ghi “so_van_ban: 5”, “ngay_ban_hanh: 25/11/2025”.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vanban.dates import short_date
from vanban.doctypes import doctypes
from vanban.lint.fault import Fault
from vanban.lint.number_series import NumberSeries
from vanban.lint.subjects import ContentSubject
from vanban.model.document import BoVanBan
from vanban.numerals import LONGEST, year_in_number

CODE, LEVEL, NAME, BO_QUA = "R133", "warning", "number-out-of-order", True
TARGET, SOURCE = "content", "NĐ 30/2020/NĐ-CP, Điều 15"
# Copies of every form are counted together (Phụ lục I, Phần II, II.1.c).
_COPY = "ban_sao"


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A number of a series, the day on which it was given, where it stands."""

    number: int
    day: date
    origin: int


def check(subject: ContentSubject) -> Iterator[Fault]:
    """A fault for each number that stands out of the order of days in its series: for as few as can be, the later."""
    for series in _series(subject).values():
        series.sort(key=lambda each: (each.day, each.number))
        kept = _in_order(series)
        for at, each in enumerate(series):
            if at not in kept:
                yield _fault(subject, each, series, kept, at)


def _series(subject: ContentSubject) -> dict[tuple[object, ...], list[_Numbered]]:
    """The numbered documents of each folder of an office, by body, year or term, and symbol."""
    counted = NumberSeries(subject)
    found: dict[tuple[object, ...], list[_Numbered]] = {}
    for bo in subject.sets:
        van_ban, day = bo.van_ban, bo.van_ban.ngay_ban_hanh
        number = van_ban.so_van_ban.partition("/")[0]
        if day and number.isdecimal() and len(number) <= LONGEST:
            numbered = _Numbered(int(number), day, van_ban.origin_of("so_van_ban"))
            key = *counted.of(van_ban.co_quan, day), *_symbol(bo), _office(subject, bo)
            found.setdefault(key, []).append(numbered)
    return found


def _symbol(bo: BoVanBan) -> tuple[object, ...]:
    """What numbers are counted by; secret documents and legal normative texts are counted apart."""
    van_ban = bo.van_ban
    kind = _COPY if doctypes()[van_ban.loai_van_ban].is_copy else van_ban.loai_van_ban
    shared = tuple(ben.co_quan for ben in van_ban.lien_tich)
    apart = bool(van_ban.do_mat), year_in_number(van_ban.so_van_ban) is not None
    return (kind, van_ban.ky_hieu, van_ban.don_vi_soan_thao, shared, *apart)


def _office(subject: ContentSubject, bo: BoVanBan) -> str:
    """The folder of content/ that a set stands in: others may be read apart."""
    return "/".join(subject.places.file(bo.van_ban.origin).split("/")[:2])


def _in_order(series: Sequence[_Numbered]) -> frozenset[int]:
    """The places of the longest row of numbers that never fall; of several rows as long the one that takes the earlier
    documents: it is looked for from the last day back."""
    heads: list[int] = []  # of the best row of each length, the negated number that it begins with
    starts: list[int] = []  # … and its place
    behind: dict[int, int] = {}
    for at in range(len(series) - 1, -1, -1):
        length = bisect_right(heads, -series[at].number)
        if length:
            behind[at] = starts[length - 1]
        heads[length:length + 1] = [-series[at].number]
        starts[length:length + 1] = [at]
    kept = starts[-1:]
    while kept[-1] in behind:
        kept.append(behind[kept[-1]])
    return frozenset(kept)


def _fault(
    subject: ContentSubject, each: _Numbered, series: Sequence[_Numbered], kept: frozenset[int], at: int
) -> Fault:
    """What is told of one that stands out of order, beside the nearest number that it contradicts."""
    larger = [series[other] for other in sorted(kept) if other < at and series[other].number > each.number]
    smaller = [series[other] for other in sorted(kept) if other > at and series[other].number < each.number]
    other, way = (larger[-1], "nhỏ hơn") if larger else (smaller[0], "lớn hơn")
    return Fault(
        each.origin,
        f"Số {each.number} ngày {short_date(each.day)} {way} số {other.number} ngày {short_date(other.day)} ở "
        f"{subject.places.file(other.origin)}.",
        "Số lấy theo thứ tự thời gian ban hành: hỏi lại Văn thư số và ngày của hai văn bản này.",
    )
