"""The targets of a file → an item each. The value of the new year is asked; what cannot rise any further stays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from vanban.model.registers import Registers
from vanban.numerals import parse_number
from vanban.plan.changes import NOTHING, Changes
from vanban.plan.context import Carrying
from vanban.plan.item import DROP, KEEP, MOVE, AnswerRefused, Item, Naming, answer_of
from vanban.readers.source import Source

_WORDS = {"bang": "", "tu_tro_len": "từ ", "tren": "trên ", "khong_qua": "không quá ", "duoi": "dưới "}
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Target:
    """One target as typed: its indicator, its value, how a person says both."""

    index: int
    chi_tieu: str
    gia_tri: str
    name: str
    words: str
    is_at_its_end: bool


def items_of_targets(source: Source, carrying: Carrying, naming: Naming) -> Iterator[Item]:
    """The items of `muc_tieu`, in order."""
    for target in targets(source, carrying.registers):
        path = ("muc_tieu", target.index, "gia_tri")
        said = f"{target.name}: {target.words}"
        if target.is_at_its_end:
            decision = naming.decision(path, said, "giu", "Đã ở mức cao nhất")
        else:
            why = f"Mục tiêu năm {carrying.turn.old}; kết quả năm {carrying.turn.old} và mục tiêu năm " \
                  f"{carrying.turn.new} chưa có"
            decision = naming.decision(path, said, "hoi", why)
        yield Item(decision, path, _Act(path, target.gia_tri))


@dataclass(frozen=True, slots=True)
class _Act:
    path: tuple[str | int, ...]
    old: str

    def __call__(self, typed: str) -> Changes:
        answer = answer_of(typed)
        if answer in ("", KEEP):
            return NOTHING
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
        unit = known.don_vi_tinh if known else ""
        number = _number(value)
        is_at_its_end = how == "bang" and unit == "%" and number == _WHOLE
        words = f"{_WORDS.get(how, '')}{value}{unit if unit == '%' else f' {unit}'.rstrip()}"
        yield Target(index, ma, value, known.ten_goi if known else ma, words, is_at_its_end)


def _number(value: str) -> Decimal | None:
    try:
        return parse_number(value)
    except ValueError:
        return None
