"""The targets of a file → an item each, with what came of them in the old year.

The value of the new year follows from a rule that stands beside it, else it is asked; what cannot rise further stays.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from vanban.model.indicators import ChiTieu
from vanban.model.registers import Registers
from vanban.model.year_turn import SoPhan
from vanban.numerals import parse_number, typed_number
from vanban.plan.changes import NOTHING, Changes
from vanban.plan.context import Carrying, Step
from vanban.plan.item import DROP, KEEP, MOVE, AnswerRefused, Item, Naming, answer_of
from vanban.readers.source import Source
from vanban.years.mention import Turn

_WORDS = {"bang": "", "tu_tro_len": "từ ", "tren": "trên ", "khong_qua": "không quá ", "duoi": "dưới "}
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Target:
    """One target as typed: its indicator, value and comparator, the rule for the next year; how a person says it."""

    index: int
    chi_tieu: str
    gia_tri: str
    so_sanh: str
    moi_nam: str
    toi_da: str
    name: str
    unit: str

    @property
    def words(self) -> str:
        """“từ 95%”."""
        return self.with_value(self.gia_tri)

    def with_value(self, value: str) -> str:
        return f"{_WORDS.get(self.so_sanh, '')}{value}{self.unit if self.unit == '%' else f' {self.unit}'.rstrip()}"


@dataclass(frozen=True, slots=True)
class _Next:
    """What becomes of a target, why, and its new value, "" for none; the file that says so."""

    so_phan: SoPhan
    ly_do: str
    value: str = ""
    source: str = ""


def items_of_targets(source: Source, carrying: Carrying, naming: Naming) -> Iterator[Item]:
    """The items of `muc_tieu`, in order."""
    for target in targets(source, carrying.registers):
        path = ("muc_tieu", target.index, "gia_tri")
        new = _decided(target, carrying)
        decision = naming.decision(path, f"{target.name}: {target.words}", new.so_phan, new.ly_do,
                                   target.with_value(new.value) if new.value else "")
        yield Item(replace(decision, typed_as=new.source), path, _Act(path, target.gia_tri, new))


def _decided(target: Target, carrying: Carrying) -> _Next:
    known, turn = carrying.registers.chi_tieu.get(target.chi_tieu), carrying.turn
    result = carrying.result(target.chi_tieu)
    told = result or f"Chưa có kết quả năm {turn.old}"
    if known and (scales := _scales(known, turn)):
        return _Next("hoi", f"{told}; năm {turn.old} xếp trong {scales[0]}, năm {turn.new} trong {scales[1]}")
    step = carrying.path.get(target.chi_tieu)
    if step and step.value is not None:
        return _by_path(target, step, step.value, told, turn)
    if step and step.later:
        told = f"{told}; {step.told} không ghi năm {turn.new}, năm {step.later[0]} là {typed_number(step.later[1])}"
    if target.moi_nam:
        return _by_rule(target, known, told)
    if target.so_sanh == "bang" and target.unit == "%" and _number(target.gia_tri) == _WHOLE:
        return _Next("giu", f"{result}; đã ở mức cao nhất" if result else "Đã ở mức cao nhất")
    return _Next("hoi", f"{told}; mục tiêu năm {turn.new} là bao nhiêu")


def _scales(known: ChiTieu, turn: Turn) -> tuple[int, int] | None:
    """Of how many a rank is one in the two years, where that differs."""
    old, new = (next((each.tong_so for each in known.thang_do if each.holds(year)), 0) for year in (turn.old, turn.new))
    return (old, new) if known.tinh_chat == "thu_hang" and old != new else None


def _by_path(target: Target, step: Step, value: Decimal, told: str, turn: Turn) -> _Next:
    """The value that the programme names for the new year. One that would be easier than before, or that is compared in
    another way, is asked."""
    typed, old = typed_number(value), _number(target.gia_tri)
    why = f"{told}; lộ trình năm {turn.new} tại {step.told}"
    if step.so_sanh != target.so_sanh:
        said = replace(target, so_sanh=step.so_sanh).with_value(typed)
        return _Next("hoi", f"{why} ghi “{said}”, kế hoạch ghi “{target.words}”", typed, step.source)
    if old is None:
        return _Next("hoi", f"{why}: {typed}; con số cũ “{target.gia_tri}” không đọc được", typed, step.source)
    if old == value:
        return _Next("giu", why, source=step.source)
    if _is_easier(target, old, value):
        return _Next("hoi", f"{why} thấp hơn mục tiêu năm trước", typed, step.source)
    return _Next("tinh_lai", why, typed, step.source)


def _is_easier(target: Target, old: Decimal, new: Decimal) -> bool:
    return new > old if target.so_sanh in ("khong_qua", "duoi") else new < old


def _by_rule(target: Target, known: ChiTieu | None, told: str) -> _Next:
    """The value of before with its step, up to its bound. A target that would be easier than before is asked."""
    old, step = _number(target.gia_tri), _number(target.moi_nam)
    if old is None or step is None:
        return _Next("hoi", f"{told}; mức thêm mỗi năm “{target.moi_nam}” không đọc được")
    new = old + step
    bounds = known.gioi_han if known else None
    bound = _number(target.toi_da) if target.toi_da else (
        (bounds.den_so if step > 0 else bounds.tu_so) if bounds else None)
    if bound is not None:
        new = min(new, max(bound, old)) if step > 0 else max(new, min(bound, old))
    if new == old:
        return _Next("giu", f"{told}; đã ở mức tối đa đã ghi")
    rounded = new.quantize(Decimal(1).scaleb(-known.so_le), ROUND_HALF_UP) if known else new
    if rounded == old or bound is not None and (rounded - bound) * step > 0:
        return _Next("hoi", f"{told}; mỗi năm thêm {target.moi_nam} mà chỉ tiêu in {known.so_le if known else 0} số lẻ")
    new = rounded
    value = typed_number(new)
    if _is_easier(target, old, new):
        return _Next("hoi", f"{told}; theo mức thêm mỗi năm, mục tiêu mới thấp hơn năm trước", value)
    return _Next("tinh_lai", f"{told}; mỗi năm thêm {target.moi_nam}", value)


@dataclass(frozen=True, slots=True)
class _Act:
    path: tuple[str | int, ...]
    old: str
    new: _Next

    def __call__(self, typed: str) -> Changes:
        answer = answer_of(typed)
        if answer == KEEP or not answer and self.new.so_phan != "tinh_lai":
            return NOTHING
        if answer in ("", MOVE) and self.new.value:
            return Changes(values={self.path: self.new.value})
        if answer in (MOVE, DROP):
            raise AnswerRefused("ghi con số của năm mới, hoặc “giữ”")
        try:
            parse_number(answer)
        except ValueError as error:
            raise AnswerRefused(f"{error}") from error
        return Changes(values={self.path: answer})


def open_targets(items: list[Item], source: Source, carrying: Carrying) -> Mapping[str, str]:
    """What is asked, where the text speaks of it, of the targets that nobody has settled; by indicator."""
    still = {each.path[1] for each in items if each.decision.is_open}
    return {each.chi_tieu: f"mục tiêu năm {carrying.turn.new} (năm {carrying.turn.old}: {each.words})"
            for each in targets(source, carrying.registers) if each.index in still}


def targets(source: Source, registers: Registers) -> Iterator[Target]:
    """The targets that can be read."""
    listed = source.data.get("muc_tieu")
    for index, entry in enumerate(listed if isinstance(listed, list) else ()):
        ma, value, how = (str(entry.get(key, "")) for key in ("chi_tieu", "gia_tri", "so_sanh"))
        known = registers.chi_tieu.get(ma)
        step, most = (str(entry.get(key, "")) for key in ("moi_nam", "toi_da"))
        yield Target(index, ma, value, how, step, most, known.ten_goi if known else ma,
                     known.don_vi_tinh if known else "")


def _number(value: str) -> Decimal | None:
    try:
        return parse_number(value)
    except ValueError:
        return None
