"""A figure held against another one: how much more or less, growth, share.

A change is the difference of the figures as they are printed, since readers subtract what they see. A ratio comes from
the exact ones, and is printed with one decimal.
"""

from dataclasses import replace
from decimal import Decimal, localcontext

from vanban.figure_words.results import PROSE, Refusal, Style, Words, not_computed, refusal
from vanban.figure_words.table import said
from vanban.figure_words.values import hedged, instead, quantity
from vanban.model.measured import Base, Measured
from vanban.numerals import format_number, rounded, total

# Decimals of a ratio, and how exactly it is worked out.
_DECIMALS, _EXACT = 1, 100
_LEAST, _HUNDRED = Decimal("0.1"), Decimal(100)
_ZERO = Decimal(0)
# By whether it is below 0, and whether nothing came about.
_WHY_NO_BASE = {(True, False): "goc_so_am", (False, True): "goc_khong_phat_sinh", (False, False): "goc_bang_khong"}
# Units of money are no units of each other.
_MONEY = "đồng"


def change(figure: Measured, base: Base, style: Style) -> Words | Refusal:
    """"tăng 1.204 hồ sơ", "giảm 2,5 điểm phần trăm", "tăng 13 bậc"; against a target "cao hơn 2 điểm"."""
    if found := _lacking(figure, base, style) or _incomparable(figure, base):
        return found
    now, then = figure.counted, base.figure.counted
    more = _difference(now.printed, then.printed)
    is_rank, places = figure.nature == "thu_hang", max(now.places, then.places)
    sort = "muc_tieu" if base.kind == "muc_tieu" else "thu_hang" if is_rank else "thuong"
    way = "bang" if not more else "tang" if (more > 0) != is_rank else "giam"
    unit, is_counted = _unit_of_change(figure)
    shown = quantity(more.copy_abs(), places, unit, style, is_counted=is_counted)
    return _judged(said(f"thay_doi.{sort}.{way}", so=shown), figure, base)


def comparison(figure: Measured, base: Base, style: Style) -> Words | Refusal:
    """The change and against what: "tăng 1.204 hồ sơ so với cùng kỳ năm 2024"."""
    made = change(figure, base, style)
    if isinstance(made, Refusal) or made.is_open or figure.counted.number is None:
        return made
    if made.text.endswith(said("thay_doi.muc_tieu.bang")):  # which has said against what
        return made
    return replace(made, text=said("so_voi", loi=made.text, goc=base.name))


def growth(figure: Measured, base: Base, style: Style) -> Words | Refusal:
    """"tăng 12,4%": by how many percent of what it was; of nothing, and of less than nothing, there is no growth."""
    if found := _without_ratio(figure) or _lacking(figure, base, style) or _incomparable(figure, base):
        return found
    now, then = figure.counted.number or _ZERO, base.figure.counted.number or _ZERO
    if then <= 0:
        is_none = base.figure.state == "khong_phat_sinh"
        return not_computed(said(f"ly_do.{_WHY_NO_BASE[then < 0, is_none]}"))
    more = _percent(_difference(now, then), then)
    way = "bang" if not more else "tang" if more > 0 else "giam"
    return _judged(said(f"thay_doi.thuong.{way}", so=_shown_ratio(more.copy_abs())), figure, base)


def share(figure: Measured, base: Base, style: Style) -> Words | Refusal:
    """"63,7%": how much of a larger figure it is; of nothing there is no share."""
    part, whole = figure.value.number, base.figure.value.number
    if refused := _without_ratio(figure) or _without_ratio(base.figure) or _no_share(figure, base):
        return refused
    if part is None or whole is None:
        return instead(figure, style) if part is None else _no_base(base)
    if whole <= 0:
        return not_computed(said(f"ly_do.tong_the_{'bang_khong' if not whole else 'so_am'}", goc=base.name))
    made = _judged(_shown_ratio(_percent(part, whole), of_whole=True), figure, base, is_verb=False)
    if part <= whole:
        return made
    numbers = {"so": format_number(part), "tong_the": format_number(whole)}
    return replace(made, advice=said("xem_lai.tren_tong_the", goc=base.name, **numbers))


def _judged(text: str, figure: Measured, base: Base, *, is_verb: bool = True) -> Words:
    """`text` with what the reader should know of the figures: which are not official."""
    others = () if base.kind == "muc_tieu" else (base.figure,)
    return Words(hedged(text, "truoc" if is_verb else "sau", figure, *others))


def _incomparable(figure: Measured, base: Base) -> Refusal | None:
    """Why two figures have no difference: ranks of different many, different units."""
    other = base.figure
    if figure.nature == "thu_hang":
        return None if base.kind == "muc_tieu" else _other_scale(figure.of_how_many, other.of_how_many)
    if figure.value.unit != other.value.unit:
        return refusal("khac_don_vi_tinh", don_vi=figure.value.unit, don_vi_goc=other.value.unit)
    return None


def _other_scale(now: int, then: int) -> Refusal | None:
    if now == then:
        return None
    return refusal("khac_thang_do", n=str(now), m=str(then)) if now and then else refusal("chua_khai_thang_do")


def _without_ratio(figure: Measured) -> Refusal | None:
    if figure.nature == "thu_hang":
        return refusal("khong_dung_thu_hang")
    return refusal("khong_dung_phan_tram") if figure.is_percentage else None


def _no_share(figure: Measured, base: Base) -> Refusal | None:
    if "diem_so" in (figure.nature, base.figure.nature):
        return refusal("khong_dung_diem_so")
    units = {figure.value.unit, base.figure.value.unit}
    if len(units) > 1 and any(unit.endswith(_MONEY) for unit in units):
        return refusal("khac_don_vi_tinh", don_vi=figure.value.unit, don_vi_goc=base.figure.value.unit)
    return None


def _lacking(figure: Measured, base: Base, style: Style) -> Words | None:
    """What is printed where one of the two is no number."""
    if figure.counted.number is None:
        return instead(figure, style)
    return _no_base(base) if base.figure.counted.number is None else None


def _no_base(base: Base) -> Words:
    """Why there is nothing that a figure could be held against."""
    match base.figure.state:
        case "khong_phat_sinh" if base.kind == "chi_tieu":
            return not_computed(said("ly_do.tong_the_khong_phat_sinh", goc=base.name))
        case "khong_phat_sinh":
            return not_computed(said("ly_do.goc_khong_phat_sinh"))
        case "chua_co":
            return not_computed(said("ly_do.goc_chua_co", goc=base.name))
        case "khong_thuoc_tham_quyen":
            return not_computed(said("ly_do.goc_khong_thuoc", goc=base.name))
        case _ if base.figure.broken_at:
            return not_computed(said("ly_do.goc_chua_tinh", goc=base.name, noi=base.figure.broken_at))
        case _:
            return not_computed(said("ly_do.goc_khong_ro_noi", goc=base.name))


def _unit_of_change(figure: Measured) -> tuple[str, bool]:
    """The unit of a difference of such figures, and whether that is counted."""
    if figure.nature == "thu_hang":
        return said("don_vi_thay_doi.thu_hang"), True
    if figure.is_percentage:
        return said("don_vi_thay_doi.phan_tram"), False
    is_score = figure.nature == "diem_so"
    return figure.value.unit or (said("don_vi_thay_doi.diem_so") if is_score else ""), not is_score


def _difference(now: Decimal | None, then: Decimal | None) -> Decimal:
    assert now is not None  # who asks has looked
    assert then is not None
    return total((now, then.copy_negate()))


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    with localcontext(prec=_EXACT):
        return part * _HUNDRED / whole


def _shown_ratio(ratio: Decimal, *, of_whole: bool = False) -> str:
    """"12,4%"; one that is not 0 and prints as 0 is "dưới 0,1%", a part that prints as the whole "trên 99,9%"."""
    printed = rounded(ratio, _DECIMALS)
    if ratio and not printed:
        return said("gan_bang.khong", so=quantity(_LEAST, _DECIMALS, "%", PROSE))
    if of_whole and printed == _HUNDRED and ratio < _HUNDRED:
        return said("gan_bang.tram", so=quantity(_HUNDRED - _LEAST, _DECIMALS, "%", PROSE))
    return quantity(printed, _DECIMALS, "%", PROSE)

