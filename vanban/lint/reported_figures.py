"""What a unit has reported, held to the relations of the register and to what it has reported for other periods.

What does not agree is told at its line with both numbers, as a warning: figures fail to close for good reasons too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from vanban.facts.relations import Broken, broken, rounding
from vanban.facts.reporters import Scope
from vanban.facts.roll_up import RollUp
from vanban.facts.screen import Said, Screen
from vanban.facts.unit_figures import Figure
from vanban.figure_words.periods import named_in
from vanban.findings import Finding, Place, finding
from vanban.model.formula import Formula, Term
from vanban.model.indicators import ChiTieu
from vanban.model.reporting import Ky
from vanban.model.so_lieu import SoLieu
from vanban.model.total import Input
from vanban.numerals import format_number


def findings_of_reported(rolled: RollUp, screen: Screen, said: Said, so_lieu: SoLieu) -> Iterator[Finding]:
    """The findings of one file; `rolled` reads as of no day, so with every correction, and so does what the unit has
    `said`."""
    indicators, scope = rolled.directory.chi_tieu, Scope(so_lieu.co_quan, True)
    for each in screen.relations(said, so_lieu.ky):
        if found := broken(rolled, each, scope, so_lieu.ky):
            told = finding(
                "D225", Place(so_lieu.tep, _line(found, so_lieu)), f"Số liệu {broken_words(found, indicators)}.",
                _way_out(found, indicators, so_lieu),
            )
            yield replace(told, level="info", message=f"{told.message} Đơn vị ghi chú: “{note}”.") if (
                note := _note(found, so_lieu)) else told
    for indicator in screen.over_periods(said, so_lieu.ky):
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


def _way_out(found: Broken, indicators: Mapping[str, ChiTieu], so_lieu: SoLieu) -> str:
    lines = _lines([each for _, part in found.parts for each in part.all_inputs], so_lieu)
    if con_lai := indicators.get(found.relation.con_lai):
        return f"Kiểm tra lại các số ấy ({lines}); phần lệch là {con_lai.ten_goi} thì ghi vào {con_lai.ma}."
    return f"Kiểm tra lại các số ấy ({lines}); đúng mà vẫn lệch thì nói lý do ở ghi_chu."


def _lines(inputs: Iterable[Input], so_lieu: SoLieu) -> str:
    """Where figures stand, those of the file first: "dòng 7, 8; quy_1.yaml dòng 9"."""
    by_file: dict[str, set[int]] = {so_lieu.tep: set()}
    for each in inputs:
        by_file.setdefault(each.tep, set()).add(each.reported.line)
    own = by_file.pop(so_lieu.tep)
    others = (f"{name.rpartition('/')[2]} {_of_lines(lines)}" for name, lines in by_file.items())
    return "; ".join(filter(None, (_of_lines(own), *others)))


def _of_lines(lines: Iterable[int]) -> str:
    listed = ", ".join(map(str, sorted(lines)))
    return f"dòng {listed}" if listed else ""


def _note(found: Broken, so_lieu: SoLieu) -> str:
    """What the unit itself says of one of the figures; "" for nothing."""
    named = [*(term.ma for term, _ in found.parts), *(each.ma for _, part in found.parts for each in part.all_inputs)]
    return next((so_lieu.ghi_chu[ma] for ma in named if ma in so_lieu.ghi_chu), "")


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
    slack = rounding(indicator, stated.number)
    within = rolled.figures.regime.within(ky)
    if indicator.tinh_chat == "phat_sinh":
        for period in within:
            part = figures.stated(don_vi, indicator.ma, period.ky)
            if part and part.number is not None and part.number - stated.number > 2 * slack:
                words = f"{_called(rolled, ky)} là {_said(stated.number)}, ít hơn {_one(rolled, part)} nằm trong kỳ ấy"
                yield _fault(indicator, so_lieu, words, (stated, part))
                return
    other = figures.follows(don_vi, indicator, ky)
    if other is None or other.number is None or not {each.ky for each in other.inputs} <= {each.ky for each in within}:
        return
    if abs(other.number - stated.number) > slack * (1 + len(other.inputs)):
        words = f"{_called(rolled, ky)} là {_said(stated.number)}, mà {_sum(rolled, other)}"
        yield _fault(indicator, so_lieu, words, (stated, other))


def _fault(indicator: ChiTieu, so_lieu: SoLieu, words: str, figures: tuple[Figure, Figure]) -> Finding:
    """`figures`: what the file says, and what the other periods say."""
    lines = _lines([each for figure in figures for each in figure.inputs], so_lieu)
    return finding(
        "D224", Place(so_lieu.tep, figures[0].inputs[0].reported.line or 1), f"{indicator.ten_goi}: {words}.",
        f"Kiểm tra số của các kỳ ({lines}); số lũy kế không giảm, các kỳ ngắn cộng lại phải bằng kỳ dài.",
    )


def _called(rolled: RollUp, ky: Ky) -> str:
    """ "quý I năm 2026"."""
    period = rolled.figures.regime.period(ky)
    return named_in(period) if period else f"{ky.ma} năm {ky.cho_nam}"


def _one(rolled: RollUp, figure: Figure) -> str:
    return f"{_called(rolled, figure.inputs[0].ky)} ({_said(figure.number or Decimal(0))})"


def _sum(rolled: RollUp, figure: Figure) -> str:
    """ "quý I năm 2026 + quý II năm 2026 là 7", of a stock "quý I năm 2026 là 7"; what is taken away is."""
    signs = (("− " if each.taken else "+ ") + _called(rolled, each.ky) for each in figure.inputs)
    return f"{' '.join(signs).removeprefix('+ ')} là {_said(figure.number or Decimal(0))}"


def _said(number: Decimal) -> str:
    exact = number.normalize()
    return format_number(exact, min(max(0, -int(exact.as_tuple().exponent)), 2))
