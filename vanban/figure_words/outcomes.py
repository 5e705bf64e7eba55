"""Whether a figure has reached its target.

Judged by the exact figure, which is what was reached; where the printed one would be judged otherwise, that is told.
Whoever is better than “từ … trở lên” or “trên …” asks has gone past it (vượt). Better than “không quá …” is no “vượt”,
which would be read as too much; and of “bằng …” nobody knows whether more is better.
"""

from decimal import Decimal
from typing import Literal

from vanban.figure_words.results import PROSE, Refusal, Style, Words, refusal
from vanban.figure_words.table import said
from vanban.figure_words.values import hedged, instead, quantity
from vanban.model.document import SoSanh
from vanban.model.measured import Base, Measured

Outcome = Literal["vuot", "dat", "khong_dat"]


def outcome_words(figure: Measured, base: Base, style: Style) -> Words | Refusal:
    """"vượt mục tiêu", "chưa đến hạn đánh giá"; in a table "Vượt"."""
    number, bound = figure.value.number, base.figure.value.number
    if figure.state in ("khong_doc_duoc", "khong_thuoc_tham_quyen"):
        return instead(figure, style)
    if bound is None:
        return Words(said("khong_co_so.khong_ro_noi"), is_open=True)
    if number is None or not base.is_due:
        return _without_number(figure, base, style)
    found = outcome(number, base.so_sanh, bound, is_rank=figure.nature == "thu_hang")
    if found is None:
        return refusal("hon_muc_tieu_bang", so=_shown(base.figure), loi=_shown(figure))
    where: Literal["sau", "truoc"] = "sau" if style.in_table else "truoc"
    advice = _advice(found, figure, base)
    is_partial = advice == said("xem_lai.tong_thieu_danh_gia")
    return Words(hedged(_row(found, style), where, figure), advice=advice, is_partial=is_partial)


def outcome(number: Decimal, so_sanh: SoSanh, bound: Decimal, *, is_rank: bool = False) -> Outcome | None:
    """How `number` stands to a target; None where it is not “bằng” and not short of it either.

    is_rank  the smaller the number, the better: short of a rank is who stands behind it
    """
    match so_sanh:
        case "tu_tro_len":
            return "vuot" if number > bound else "dat" if number == bound else "khong_dat"
        case "tren":
            return "vuot" if number > bound else "khong_dat"
        case "khong_qua":
            return "dat" if number <= bound else "khong_dat"
        case "duoi":
            return "dat" if number < bound else "khong_dat"
        case "bang" if number == bound:
            return "dat"
        case "bang":
            return "khong_dat" if (number > bound) == is_rank else None


def _without_number(figure: Measured, base: Base, style: Style) -> Words:
    """What is said before it is time to judge, and where there is nothing to judge."""
    is_partial = base.is_due and figure.state == "khong_phat_sinh" and figure.is_partial
    advice = said("xem_lai.tong_thieu_danh_gia") if is_partial else ""
    return Words(_row(figure.state if base.is_due else "chua_den_han", style), advice=advice, is_partial=is_partial)


def _advice(found: Outcome, figure: Measured, base: Base) -> str:
    """What is told where the figures on paper, both rounded, say otherwise; or where the total lacks some."""
    printed, bound = figure.value.printed, base.figure.value.printed
    if printed is not None and bound is not None:
        on_paper = outcome(printed, base.so_sanh, bound, is_rank=figure.nature == "thu_hang")
        if on_paper != found:
            return said("xem_lai.lam_tron_doi_ket_qua", so=_shown(figure))
    return said("xem_lai.tong_thieu_danh_gia") if figure.is_partial else ""


def _row(name: str, style: Style) -> str:
    return said(f"danh_gia.{name}.{'trong_bang' if style.in_table else 'trong_cau'}")


def _shown(figure: Measured) -> str:
    """The figure as it is printed in a sentence."""
    return quantity(figure.value.printed or Decimal(0), figure.value.places, figure.value.unit, PROSE)
