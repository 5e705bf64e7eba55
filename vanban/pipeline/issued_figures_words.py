"""Which issued documents disagree with the figures of today: as text for a person, as JSON for a program, as a page."""

from collections.abc import Iterator, Mapping
from typing import Any

from vanban.dates import short_date
from vanban.findings import Place
from vanban.model.total import Input
from vanban.numerals import format_number
from vanban.pipeline.issued_figures import Comparison, Disagreement, Issued
from vanban.pipeline.sorted_page import Cell, Column, Page, Row, Section

_NONE = "Chưa có văn bản đã ban hành nào dùng số liệu của đơn vị."
_NO_NUMBER = "chưa tính được"
# So many units that have changed something are named.
_MOST = 5


def told(found: Comparison) -> str:
    """All of it; documents whose figures all stand are counted."""
    if not found.documents:
        return _NONE
    lines = [_summary(found)]
    for each in found.documents:
        if each.disagreeing or each.lost:
            lines += ["", *_lines(found, each)]
    return "\n".join(lines)


def as_data(found: Comparison) -> list[dict[str, Any]]:
    """The same for JSON."""
    return [
        {
            "tep": each.file, "van_ban": each.name, "ngay": each.day.isoformat() if each.day else None,
            "so_da_so": each.compared, "khong_con_goi": list(each.lost),
            "so_lieu_khac": [_entry(one) for one in each.disagreeing],
        }
        for each in found.documents
    ]


def page(found: Comparison) -> Page:
    """One table: a row for each figure that is another one today."""
    columns = (Column("Số liệu"), Column("Văn bản"), Column("Ngày", "number"), Column("Đã in", "sign"),
               Column("Nay", "sign"), Column("Vì sao"), Column("In ở"))
    rows = tuple(_row(found, each, one, str(at)) for at, each in enumerate(found.documents)
                 for one in each.disagreeing)
    sections = (Section("Số liệu đã in khác số liệu hôm nay", (_summary(found),), columns, rows),)
    choices = {str(at): each.name for at, each in enumerate(found.documents)}
    return Page("Văn bản đã ban hành và số liệu hôm nay", sections if found.documents else (), choices, _NONE)


def _summary(found: Comparison) -> str:
    apart = sum(bool(each.disagreeing) for each in found.documents)
    return (f"Tính đến ngày {short_date(found.today)}: {len(found.documents)} văn bản đã ban hành dùng số liệu của đơn "
            f"vị, {apart} văn bản có số khác hôm nay.")


def _lines(found: Comparison, each: Issued) -> Iterator[str]:
    day = f" (ngày {short_date(each.day)})" if each.day else ""
    yield f"{each.name}{day}, {each.file}: {len(each.disagreeing)} chỗ khác hôm nay"
    for one in each.disagreeing:
        yield f"  {one.ten_goi} ({one.ma}): đã in {one.kept or _NO_NUMBER}, nay {one.today or _NO_NUMBER}"
        yield from (f"    {words}" for words in _why(found, one))
        yield f"    in ở {', '.join(dict.fromkeys(map(_at, one.places)))}"
    if each.lost:
        yield f"  đã in mà tệp không còn gọi: {', '.join(each.lost)}"


def _why(found: Comparison, one: Disagreement) -> list[str]:
    words = [f"{_unit(found, each)} sửa ngày {short_date(each.version) if each.version else '…'}: {_number(each)} "
             f"({each.tep}:{each.reported.line})" for each in one.changed[:_MOST]]
    more = [f"và {len(one.changed) - _MOST} số nữa"] if len(one.changed) > _MOST else []
    return [*words, *more] or ["số cũ bị sửa đè, kỳ mở lại, hoặc sổ thay đổi; xem bằng lệnh explain"]


def _unit(found: Comparison, each: Input) -> str:
    return found.registers.called(each.don_vi)


def _number(each: Input) -> str:
    number = each.reported.number
    return each.reported.sign or "không có số" if number is None else format_number(number)


def _at(place: Place) -> str:
    return f"{place.file}:{place.line}"


def _entry(one: Disagreement) -> Mapping[str, Any]:
    return {
        "so_lieu": one.ma, "chi_tieu": one.ten_goi, "da_in": one.kept or None, "nay": one.today or None,
        "in_o": [{"tep": each.file, "dong": each.line} for each in one.places],
        "sua_sau_ban_hanh": [
            {"don_vi": each.don_vi, "tep": each.tep, "dong": each.reported.line,
             "ngay": each.version.isoformat() if each.version else None}
            for each in one.changed
        ],
    }


def _row(found: Comparison, each: Issued, one: Disagreement, flag: str) -> Row:
    day = Cell((short_date(each.day),), key=str(each.day.toordinal())) if each.day else Cell()
    return Row((
        Cell((f"{one.ten_goi} ({one.ma})",)), Cell((each.name,)), day, Cell((one.kept or _NO_NUMBER,)),
        Cell((one.today or _NO_NUMBER,), "warn" if one.today else "bad"), Cell(tuple(_why(found, one))),
        Cell(tuple(dict.fromkeys(map(_at, one.places)))),
    ), (flag,))
