"""Ways to print a figure that make no sense for its indicator, whatever the figure is."""

from vanban.model.formula import parse_equation, parse_formula
from vanban.model.indicators import ChiTieu
from vanban.model.inline import Figure
from vanban.model.registers import Registers


def nonsense(figure: Figure, indicator: ChiTieu, registers: Registers) -> tuple[str, str]:
    """Why a figure cannot be printed so, and the way out; "" for both where it can."""
    if figure.cach_in == "theo_dau" and not may_be_negative(indicator, registers):
        return (f"“{indicator.ten_goi}” không bao giờ là số âm nên không phải là số tăng hay giảm.",
                "Nói tăng, giảm so với kỳ nào thì dùng tang_giam và ghi kỳ gốc; chỉ in con số thì bỏ theo_dau.")
    whole = registers.chi_tieu.get(figure.co_so) if figure.cach_in == "ty_trong" else None
    if whole is not None and whole.ma == indicator.ma:
        return f"“{indicator.ten_goi}” luôn là 100% của chính nó.", "Ghi mã của chỉ tiêu lớn hơn sau ty_trong."
    if whole is not None and whole.don_vi_tinh != indicator.don_vi_tinh and not _are_held(indicator, whole, registers):
        return (f"“{indicator.ten_goi}” ({indicator.don_vi_tinh}) không phải là một phần của “{whole.ten_goi}” "
                f"({whole.don_vi_tinh}).",
                "Ghi chỉ tiêu cùng đơn vị tính; đúng là một phần thì khai quan hệ của hai chỉ tiêu trong sổ "
                "(quan_he_chi_tieu).")
    return "", ""


def may_be_negative(indicator: ChiTieu, registers: Registers, above: tuple[str, ...] = ()) -> bool:
    """Whether its figure can be below 0: what units report cannot, unless its bounds say so; nor what is worked out of
    such figures without taking any away."""
    if indicator.gioi_han and indicator.gioi_han.tu_so is not None:
        return indicator.gioi_han.tu_so < 0
    if indicator.tinh_chat != "tinh" or indicator.ma in above:
        return False
    if any(sign in indicator.cong_thuc for sign in "-−"):
        return True
    terms = (registers.chi_tieu.get(ma) for ma in _terms(indicator.cong_thuc))
    return any(each and may_be_negative(each, registers, (*above, indicator.ma)) for each in terms)


def _are_held(one: ChiTieu, other: ChiTieu, registers: Registers) -> bool:
    """Whether the register says how two indicators hang together: a relation, or the formula of one of them."""
    if one.ma in _terms(other.cong_thuc):
        return True
    for relation in registers.quan_he_chi_tieu.values():
        try:
            named = {term.ma for term in parse_equation(relation.dang_thuc).terms} | {relation.con_lai}
        except ValueError:  # the check of the registers tells
            continue
        if {one.ma, other.ma} <= named:
            return True
    return False


def _terms(formula: str) -> set[str]:
    try:
        return {term.ma for term in parse_formula(formula).terms} if formula else set()
    except ValueError:  # the check of the registers tells
        return set()
