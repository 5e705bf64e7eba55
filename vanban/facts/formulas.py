"""What indicators are worked out from: formulas of the derived ones, weights of means. Read once; those that cannot be
worked out are told, with the reason."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from vanban.facts.arithmetic import LEAVING_OUT
from vanban.model.formula import Formula, parse_formula
from vanban.model.indicators import NEVER_ADDED, ChiTieu

Work = Callable[[Sequence[Decimal | None]], Decimal | None]
# More than any indicator rests on; what is left after so many goes round in a circle.
_DEEPEST = 50


class Formulas:
    """Those of a register.

    sound    the formulas by indicator that can be worked out
    works    functions from the values of their terms to theirs, None for what is nobody's business
    weights  of means by weight the indicator that weighs
    faults   of the other indicators: what is wrong, in words for the clerk, the way out behind "; "
    """

    def __init__(self, indicators: Mapping[str, ChiTieu]) -> None:
        self.sound: dict[str, Formula] = {}
        self.weights: dict[str, str] = {}
        self.faults: dict[str, str] = {}
        for ma, indicator in indicators.items():
            try:
                self._read(ma, indicator, indicators)
            except ValueError as error:
                self.faults[ma] = str(error)
        self._refuse_circles()
        self.works: dict[str, Work] = {ma: each.worked_by(LEAVING_OUT) for ma, each in self.sound.items()}

    def _read(self, ma: str, indicator: ChiTieu, indicators: Mapping[str, ChiTieu]) -> None:
        if indicator.cong_don in ("tong", "chung") and indicator.tinh_chat in NEVER_ADDED - {"tinh"}:
            raise ValueError("Điểm, thứ hạng, dấu x không cộng qua các đơn vị; bỏ dòng “cong_don”")
        if indicator.tinh_chat == "tinh":
            formula = parse_formula(indicator.cong_thuc)
            for term in formula.terms:
                _look_up(term.ma, "Công thức", indicators)
            self.sound[ma] = formula
        elif indicator.adds == "binh_quan":
            if not indicator.trong_so:
                raise ValueError("Bình quân không có trọng số; ghi chỉ tiêu làm trọng số vào “trong_so”")
            _look_up(indicator.trong_so, "Trọng số", indicators)
            self.weights[ma] = indicator.trong_so

    def _refuse_circles(self) -> None:
        """Takes out all that lead into a circle; those in it are told, with the way round."""
        left = {ma: {term.ma for term in formula.terms} for ma, formula in self.sound.items()}
        left |= {ma: {weight} for ma, weight in self.weights.items()}
        for _ in range(_DEEPEST):
            left = {ma: inner for ma, needed in left.items() if (inner := needed & left.keys())}
        for ma in left:
            self.sound.pop(ma, None)
            self.weights.pop(ma, None)
            circle = _circle(ma, left)
            self.faults[ma] = (
                f"Công thức đi vòng: {' ← '.join(circle)}; bỏ một chỉ tiêu trong vòng này khỏi công thức"
                if circle else "Công thức dùng chỉ tiêu có công thức đi vòng; sửa công thức đó trước"
            )


def _look_up(ma: str, what: str, indicators: Mapping[str, ChiTieu]) -> None:
    if ma not in indicators:
        raise ValueError(f"{what} dùng chỉ tiêu “{ma}” không có trong sổ; sửa mã, hoặc khai báo chỉ tiêu này trong sổ")


def _circle(ma: str, left: Mapping[str, set[str]]) -> tuple[str, ...]:
    """The shortest way from an indicator back to it; () where there is none."""
    ways: list[tuple[str, ...]] = [(ma,)]
    seen = {ma}
    for way in ways:
        for each in sorted(left[way[-1]] & left.keys()):
            if each == ma:
                return (*way, ma)
            if each not in seen:
                seen.add(each)
                ways.append((*way, each))
    return ()
