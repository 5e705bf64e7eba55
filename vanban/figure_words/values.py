"""A figure by itself: with its unit, bare, behind “đạt”; by its sign; of how many; who has reported it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from vanban.figure_words.results import PROSE, Refusal, Style, Words, refusal
from vanban.figure_words.table import said
from vanban.model.measured import Measured
from vanban.model.value import State
from vanban.numerals import format_number

_BELOW_TEN = frozenset(map(Decimal, range(1, 10)))
Where = Literal["sau", "truoc"]


def value(figure: Measured, style: Style) -> Words:
    """"1.204 hồ sơ", "98,77% (ước)"; in a table "1.204"."""
    if figure.value.number is None or figure.sign:
        return instead(figure, style)
    unit = figure.value.unit
    if figure.nature == "thu_hang" or style.in_table and unit != "%":
        unit = ""
    return Words(hedged(_number(figure, style, unit), "sau", figure))


def bare(figure: Measured, style: Style) -> Words:
    """"1.204"; that it is estimated does not show, so that is told."""
    if figure.value.number is None:
        return instead(figure, style)
    state = {"uoc": "ước", "so_bo": "sơ bộ"}.get(figure.state, "")
    advice = said("xem_lai.uoc_khong_ghi", trang_thai=state) if state else ""
    return Words(said("so_voi_don_vi.khong_kem", so=_number(figure, style, "")), advice=advice)


def reached(figure: Measured, style: Style) -> Words:
    """"đạt 98,77%", "ước đạt 98,77%"; of a rank "xếp thứ 16"."""
    if figure.value.number is None:
        return instead(figure, style)
    is_rank = figure.nature == "thu_hang"
    shown = _number(figure, style, "" if is_rank else figure.value.unit)
    return Words(hedged(said(f"dat.{'thu_hang' if is_rank else 'thuong'}", so=shown), "truoc", figure))


def by_sign(figure: Measured, style: Style) -> Words | Refusal:
    """A figure that is a change itself: "giảm 2,5%"; 0, as it is printed, "không thay đổi"."""
    if figure.nature == "thu_hang":
        return refusal("thu_hang_khong_co_dau")
    printed = figure.value.printed
    if printed is None:
        return instead(figure, style)
    way = "bang" if not printed else "tang" if printed > 0 else "giam"
    shown = quantity(printed.copy_abs(), figure.value.places, figure.value.unit, style)
    return Words(hedged(said(f"thay_doi.thuong.{way}", so=shown), "truoc", figure))


def rank_of(figure: Measured, style: Style) -> Words | Refusal:
    """"16/63": a rank that was reported, or where a unit stands by what it reported."""
    if figure.nature != "thu_hang" and not figure.place and not figure.of_how_many:
        return refusal("khong_phai_thu_hang")
    if figure.value.number is None:
        return instead(figure, style)
    if figure.place:
        return Words(hedged(said("thu_hang", n=_grouped(figure.place), m=_grouped(figure.of_how_many)), "sau", figure))
    if not figure.of_how_many:
        return refusal("chua_khai_thang_do")
    shown = said("thu_hang", n=_number(figure, style, ""), m=str(figure.of_how_many))
    return Words(hedged(shown, "sau", figure))


def reported(figure: Measured, style: Style) -> Words | Refusal:
    """"128/130 đơn vị": how many of those that have to report have done so."""
    if figure.reporters is None:
        return refusal("khong_phai_tong")
    expected = figure.reporters.expected
    if not expected:
        return refusal("khong_ai_bao_cao")
    return Words(said("da_bao_cao", n=_grouped(expected - len(figure.reporters.missing)), m=_grouped(expected)))


def missing(figure: Measured, style: Style) -> Words | Refusal:
    """"xã A, xã B": who has not reported; "không có"."""
    if figure.reporters is None:
        return refusal("khong_phai_tong")
    return Words(", ".join(figure.reporters.missing) or said("du_bao_cao"))


def note_of(figure: Measured) -> str:
    """"(128/130 đơn vị)" of a total that lacks some; "" of everything else."""
    if not (figure.reporters and figure.reporters.missing):
        return ""
    counts = reported(figure, PROSE)
    return said("thieu_don_vi", loi=counts.text) if isinstance(counts, Words) else ""


def instead(figure: Measured, style: Style) -> Words:
    """What is printed in place of a number that is not there."""
    match figure.state:
        case "khong_phat_sinh":
            return Words(said("khong_co_so.khong_phat_sinh"))
        case "khong_thuoc_tham_quyen" if style.in_table:
            return Words(said("khong_co_so.khong_thuoc_tham_quyen"))
        case "khong_thuoc_tham_quyen":
            return Words(said("khong_co_so.khong_thuoc_tham_quyen"), True, said("xem_lai.khong_tham_quyen"))
        case "chua_co":
            return Words(said("khong_co_so.chua_co"), is_open=True)
        case "chinh_thuc" if figure.sign:
            return Words(figure.sign)
        case _ if figure.broken_at:
            return Words(said("khong_co_so.khong_doc_duoc", noi=figure.broken_at), is_open=True)
        case _:
            return Words(said("khong_co_so.khong_ro_noi"), is_open=True)


def hedged(text: str, where: Where, *figures: Measured) -> str:
    """`text` with the word for what is no official figure yet, behind a figure or in front of a verb."""
    state = least_sure(figures)
    return said(f"chua_chinh_thuc.{state}.{where}", loi=text) if state else text


def sure(text: str, state: State) -> str:
    """A figure with the word for how sure it is, "98,77 (ước)"; as it is where that is official."""
    return said(f"chua_chinh_thuc.{state}.sau", loi=text) if state in ("uoc", "so_bo") else text


def least_sure(figures: Iterable[Measured]) -> Literal["uoc", "so_bo", ""]:
    states = {figure.state for figure in figures}
    return "uoc" if "uoc" in states else "so_bo" if "so_bo" in states else ""


def quantity(number: Decimal, decimals: int | None, unit: str, style: Style, *, is_counted: bool = True) -> str:
    """A number with its unit: "98,63%", "1.204 hồ sơ", "04 hồ sơ"."""
    shown = format_number(number, decimals)
    if style.two_digits and not style.in_table and is_counted and not decimals and unit != "%" and number in _BELOW_TEN:
        shown = shown.zfill(2)
    kind = "phan_tram" if unit == "%" else "thuong" if unit else "khong_don_vi"
    return said(f"so_voi_don_vi.{kind}", so=shown, don_vi=unit)


def _number(figure: Measured, style: Style, unit: str) -> str:
    number = figure.value.printed
    assert number is not None  # who asks has looked
    is_counted = figure.nature not in ("diem_so", "thu_hang") and not figure.is_percentage
    return quantity(number, figure.value.places, unit, style, is_counted=is_counted)


def _grouped(count: int) -> str:
    return format_number(Decimal(count))
