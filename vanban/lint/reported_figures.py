"""What a unit has reported, held to the relations of the register and to what it has reported for other periods.

What does not agree is told at its line with both numbers, as a warning: figures fail to close for good reasons too.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from vanban.facts.relations import Broken, Held, broken, rounding
from vanban.facts.reporters import Scope
from vanban.facts.roll_up import RollUp
from vanban.facts.unit_figures import Figure
from vanban.findings import Finding, Place, finding
from vanban.model.formula import Formula, Term
from vanban.model.indicators import ChiTieu
from vanban.model.reporting import Ky, KyBaoCao
from vanban.model.so_lieu import SoLieu
from vanban.numerals import format_number

# What flows into a period, and what stands at its beginning or its end.
_KINDS = ("phat_sinh", "dau_ky", "cuoi_ky", "thoi_diem")


def findings_of_reported(rolled: RollUp, held: Sequence[Held], so_lieu: SoLieu) -> Iterator[Finding]:
    """The findings of one file; `rolled` reads as of no day, so with every correction."""
    indicators, scope = rolled.directory.chi_tieu, Scope(so_lieu.co_quan, True)
    for each in held:
        if found := broken(rolled, each, scope, so_lieu.ky):
            yield finding(
                "D225", Place(so_lieu.tep, _line(found, so_lieu)), f"Số liệu {broken_words(found, indicators)}.",
                _way_out(found, indicators),
            )
    for ma in so_lieu.gia_tri:
        if (indicator := indicators.get(ma)) and indicator.tinh_chat in _KINDS:
            yield from _over_periods(rolled, indicator, so_lieu)


def broken_words(found: Broken, indicators: Mapping[str, ChiTieu]) -> str:
    """ "không khớp “Hồ sơ tiếp nhận = …”: 130 và 120, lệch 10"."""
    def name(term: Term) -> str:
        period = {"": "", "ky_truoc": " kỳ trước", "cung_ky": " cùng kỳ"}.get(term.ky, f" {term.ky}")
        return indicators[term.ma].ten_goi + period

    def side(formula: Formula) -> str:
        return formula.shown(name)

    equation = found.equation
    sign = {"=": "=", "<=": "≤", ">=": "≥"}[equation.comparison]
    numbers = f"{_said(found.left)} và {_said(found.right)}, lệch {_said(abs(found.difference))}"
    return f"không khớp “{side(equation.left)} {sign} {side(equation.right)}”: {numbers}"


def _way_out(found: Broken, indicators: Mapping[str, ChiTieu]) -> str:
    if con_lai := indicators.get(found.relation.con_lai):
        return f"Kiểm tra lại các số ấy; phần lệch là {con_lai.ten_goi} thì ghi vào {con_lai.ma}."
    return "Kiểm tra lại các số ấy; đúng mà vẫn lệch thì nói lý do ở ghi_chu."


def _line(found: Broken, so_lieu: SoLieu) -> int:
    """Where the first figure of the relation stands that the file itself has."""
    own = (each.reported.line for _, part in found.parts for each in part.all_inputs if each.tep == so_lieu.tep)
    return next(own, 1) or 1


def _over_periods(rolled: RollUp, indicator: ChiTieu, so_lieu: SoLieu) -> Iterator[Finding]:
    """What is otherwise than the shorter periods within this one have it; told in the file of the longest."""
    figures, ky, don_vi = rolled.figures, so_lieu.ky, so_lieu.co_quan
    stated = figures.stated(don_vi, indicator.ma, ky)
    if stated and stated.state == "khong_phat_sinh":
        stated = stated._replace(number=Decimal(0))
    if stated is None or stated.number is None:
        return
    place, slack = Place(so_lieu.tep, stated.inputs[0].reported.line or 1), rounding(indicator, stated.number)
    within = _within(rolled, ky)
    if indicator.tinh_chat == "phat_sinh":
        for period in within:
            part = figures.stated(don_vi, indicator.ma, period.ky)
            if part and part.number is not None and part.number - stated.number > 2 * slack:
                words = f"kỳ {ky.ma} là {_said(stated.number)}, ít hơn {_one(part)} nằm trong kỳ ấy"
                yield _fault(indicator, place, words)
                return
    other = figures.follows(don_vi, indicator, ky)
    if other is None or other.number is None or not {each.ky for each in other.inputs} <= {each.ky for each in within}:
        return
    if abs(other.number - stated.number) > slack * (1 + len(other.inputs)):
        yield _fault(indicator, place, f"kỳ {ky.ma} là {_said(stated.number)}, mà {_sum(other)}")


def _within(rolled: RollUp, ky: Ky) -> tuple[KyBaoCao, ...]:
    """The other periods whose days all belong to this one."""
    own = rolled.figures.regime.period(ky)
    if not own or not own.tu_ngay or not own.den_ngay:
        return ()
    return tuple(
        each for each in rolled.figures.regime.ky_bao_cao
        if each.ky != ky and each.tu_ngay and each.den_ngay and own.tu_ngay <= each.tu_ngay
        and each.den_ngay <= own.den_ngay
    )


def _fault(indicator: ChiTieu, place: Place, words: str) -> Finding:
    return finding(
        "D224", place, f"{indicator.ten_goi}: {words}.",
        "Kiểm tra số của các kỳ; số lũy kế không giảm, các kỳ ngắn cộng lại phải bằng kỳ dài.",
    )


def _one(figure: Figure) -> str:
    return f"kỳ {figure.inputs[0].ky.ma} ({_said(figure.number or Decimal(0))})"


def _sum(figure: Figure) -> str:
    """ "quy_1 + quy_2 là 7", of a stock "quy_1 là 7"."""
    periods = " + ".join(each.ky.ma for each in figure.inputs)
    return f"{periods} là {_said(figure.number or Decimal(0))}"


def _said(number: Decimal) -> str:
    exact = number.normalize()
    return format_number(exact, min(max(0, -int(exact.as_tuple().exponent)), 2))
