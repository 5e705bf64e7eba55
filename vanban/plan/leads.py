"""Who leads and helps with the tasks of a file → an item for each body that is no more on the day of signing."""

from collections.abc import Iterator
from dataclasses import dataclass

from vanban.dates import short_date
from vanban.model.registers import CoQuan
from vanban.plan.changes import NOTHING, Changes
from vanban.plan.context import Carrying
from vanban.plan.item import DROP, KEEP, MOVE, AnswerRefused, Item, Naming, answer_of, question
from vanban.plan.tasks import tasks_of
from vanban.readers.source import Source
from vanban.readers.spans import Path

_KEYS = ("chu_tri", "phoi_hop")


def items_of_leads(source: Source, carrying: Carrying, naming: Naming) -> Iterator[Item]:
    """The items of all tasks, in order."""
    for path, task in tasks_of(source):
        parts = task.get("phan_cong")
        places = [(path, task), *(((*path, "phan_cong", at), each)
                                  for at, each in enumerate(parts if isinstance(parts, list) else ()))]
        for above, own in places:
            for key in _KEYS:
                listed = own.get(key)
                for at, ma in enumerate(listed if isinstance(listed, list) else ()):
                    body = carrying.registers.co_quan.get(ma)
                    if body and not body.hieu_luc.holds(carrying.day):
                        yield _item((*above, key, at), body, [*listed], carrying, naming)


def _item(path: Path, body: CoQuan, listed: list[str], carrying: Carrying, naming: Naming) -> Item:
    day = short_date(carrying.day)
    heirs = [each for each in carrying.registers.co_quan.values()
             if any(taken.ma == body.ma for taken in each.tiep_nhan_tu) and each.hieu_luc.holds(carrying.day)]
    why = f"{body.ten_goi} không còn ngày {day}"
    if len(heirs) == 1:
        new = DROP if heirs[0].ma in listed else heirs[0].ma
        decision = naming.decision(path, body.ten_goi, "tinh_lai", f"{why}; {heirs[0].ten_goi} tiếp nhận", new)
        return Item(decision, path, _Act(path, body.ma, new))
    why += f"; sổ có {len(heirs)} nơi tiếp nhận" if heirs else "; sổ không ghi nơi nào tiếp nhận"
    asked = question(f"cơ quan thay {body.ten_goi}")
    return Item(naming.decision(path, body.ten_goi, "hoi", why), path, _Act(path, body.ma, asked))


@dataclass(frozen=True, slots=True)
class _Act:
    """written: what is written without an answer, DROP where the body goes"""

    path: Path
    old: str
    written: str

    def __call__(self, typed: str) -> Changes:
        answer = answer_of(typed)
        value = {"": self.written, KEEP: self.old, MOVE: self.written}.get(answer, answer)
        if answer == MOVE and "XEM LẠI" in value:
            raise AnswerRefused("máy không có đề xuất; ghi mã cơ quan, hoặc “xóa”")
        if value == DROP:
            return Changes(dropped=(self.path,))
        return Changes(values={self.path: value}) if value != self.old else NOTHING
