"""The legal bases of a file → an item each: those in force stay, repealed ones are exchanged by the register, else a
person is asked. A line of căn cứ that is a sentence is read as all sentences are (`running`)."""

from collections.abc import Callable, Iterator

from vanban.ids import ids_of_basis
from vanban.model.year_turn import SoPhan
from vanban.plan.acts import Verdict, judged
from vanban.plan.changes import NOTHING, Changes
from vanban.plan.context import Carrying
from vanban.plan.item import DROP, KEEP, MOVE, AnswerRefused, Item, Naming, answer_of, question
from vanban.readers.source import Source
from vanban.readers.spans import Path
from vanban.text import lower_first


def items_of_bases(source: Source, carrying: Carrying, naming: Naming) -> Iterator[Item]:
    """The items of `can_cu`, in order."""
    listed = source.data.get("can_cu")
    entries = listed if isinstance(listed, list) else []
    for index, typed in enumerate(entries):
        ids = ids_of_basis(typed) if isinstance(typed, str) else None
        verdicts = [judged(ma, carrying.day, carrying.turn, carrying.registers) for ma in ids or ()]
        if ids and all(verdicts):
            others = [each for at, each in enumerate(entries) if at != index]
            yield _item(("can_cu", index), [*ids], [each for each in verdicts if each], others, naming, carrying)


def _item(
    path: Path, ids: list[str], verdicts: list[Verdict], others: list[str], naming: Naming, carrying: Carrying
) -> Item:
    asked = [lower_first(each.ly_do) for each in verdicts if each.so_phan == "hoi"]
    new = [each.ma or ma for ma, each in zip(ids, verdicts, strict=True)]
    so_phan: SoPhan = "hoi" if asked else "tinh_lai" if new != ids else "giu"
    reasons = "; ".join(each.ly_do for each in verdicts if so_phan == "giu" or each.so_phan == so_phan)
    names = "; ".join(carrying.registers.can_cu[ma].name for ma in ids)
    proposal = "; ".join(new) if new != ids else ""
    decision = naming.decision(path, names, so_phan, reasons, proposal)
    written = f"{'; '.join(f'[[{ma}]]' for ma in new)} {question(*asked)}" if asked else "; ".join(new)
    is_there = not asked and new != ids and written in others
    return Item(decision, path, _act(path, "; ".join(ids), DROP if is_there else written, "; ".join(new)))


def _act(path: Path, old: str, written: str, moved: str) -> Callable[[str], Changes]:
    def act(typed: str) -> Changes:
        answer = answer_of(typed)
        if answer == MOVE and moved == old:
            raise AnswerRefused("máy không có đề xuất; ghi mã của văn bản thay trong sổ căn cứ, hoặc “giữ”, “xóa”")
        value = {"": written, KEEP: old, MOVE: moved}.get(answer, answer)
        if value == DROP:
            return Changes(dropped=(path,))
        return Changes(values={path: value}) if value != old else NOTHING
    return act
