"""The plan of a superior → the tasks that it gives to a body, as an annex of that body's plan, and how that cites it.

A body is given what it leads or helps with by its own id or name, as a member of a group, as one of “các xã, phường”.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vanban.edits.rendered import entry
from vanban.model.document import VanBan
from vanban.model.year_turn import QuyetDinhChuyen
from vanban.plan.addressed import Meant, meant, shown
from vanban.plan.changes import NOTHING, Changes
from vanban.plan.context import Carrying
from vanban.plan.item import DROP, KEEP, MOVE, AnswerRefused, Item, answer_of, question
from vanban.plan.tasks import tasks_of
from vanban.readers.source import Source

ANNEX = "phu_luc_cap_tren_giao"
# How the line begins by which the annex says what it was made of.
WRITTEN = "# Do lệnh plan viết từ"
_KEYS = ("chu_tri", "phoi_hop")
_TAKEN = ("given", "likely")
_FLAG = re.compile(r'^( *(?:vi_du|hang_nam):) "true"$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Superior:
    """van_ban  the document that issues the plan
    ten_loai its type as it is written in a sentence
    sources  its files, with what it attaches
    """

    van_ban: VanBan
    ten_loai: str
    sources: Sequence[Source]


def annex_of(superior: Superior, carrying: Carrying) -> str:
    """The text of the annex with the tasks that are given; "" where there are none."""
    groups = [group for source in superior.sources for group in _groups(source, carrying)]
    if not groups:
        return ""
    data: dict[str, Any] = {"loai_van_ban": "phu_luc", "ma": ANNEX}
    data |= {"vi_du": "true"} if superior.van_ban.vi_du else {}
    data |= {"trich_yeu": f"Nhiệm vụ cấp trên giao năm {carrying.turn.new}", "kho_giay": "ngang",
             "bang_bieu": [{"ma": "bang_cap_tren_giao", "bo_cuc": "nhiem_vu"}], "nhiem_vu": groups}
    names = ", ".join(source.file for source in superior.sources)
    lines = ["# yaml-language-server: $schema=../../../schemas/phu_luc.schema.json",
             f"{WRITTEN} {names}."]
    text = "\n".join([*lines, *(line for key, value in data.items() for line in entry(key, value))]) + "\n"
    return _FLAG.sub(r"\1 true", text)


def told_of(superior: Superior, carrying: Carrying) -> Iterator[str]:
    """How many tasks are taken in, and of which names nobody could tell whether the body is meant."""
    tasks = [task for source in superior.sources for _, task in tasks_of(source)]
    taken = [task for task in tasks if _given(task, carrying)]
    name = shown(carrying.co_quan, carrying)
    yield f"Kế hoạch cấp trên có {len(tasks)} nhiệm vụ, giao cho {name} {len(taken)} nhiệm vụ" + (
        f"; đã đưa vào {ANNEX}.yaml." if taken else ".")
    likely = _names(taken, "likely", carrying)
    if likely:
        yield f"Đã đưa vào nhưng cần xem có đúng là giao cho {name} không, vì ghi: {likely}."
    unknown = _names([task for task in tasks if task not in taken], "unknown", carrying)
    if unknown:
        yield f"Chưa đưa vào, vì không rõ có {name} trong đó không: {unknown}. Có thì thêm nhiệm vụ ấy vào kế hoạch."


def _names(tasks: Sequence[Mapping[str, Any]], kind: Meant, carrying: Carrying) -> str:
    """The names of that kind, each with the tasks that have it."""
    found: dict[str, list[str]] = {}
    for task in tasks:
        for typed in dict.fromkeys(_bodies(task)):
            if meant(typed, carrying) == kind:
                found.setdefault(shown(typed, carrying), []).append(str(task.get("ma") or task.get("noi_dung")))
    return "; ".join(f"“{name}” ({', '.join(own)})" for name, own in found.items())


def _bodies(task: Mapping[str, Any]) -> Iterator[str]:
    """Who leads and helps with a task, in whatever part of it."""
    parts = task.get("phan_cong")
    for part in (task, *(parts if isinstance(parts, list) else ())):
        for key in _KEYS:
            yield from part.get(key) or ()


def _groups(source: Source, carrying: Carrying) -> Iterator[dict[str, Any]]:
    given: dict[int, list[dict[str, Any]]] = {}
    for path, task in tasks_of(source):
        if own := _given(task, carrying):
            given.setdefault(int(path[1]), []).append(own)
    for number, tasks in given.items():
        yield {"nhom": source.data["nhiem_vu"][number]["nhom"], "gom": tasks}


def _given(task: Mapping[str, Any], carrying: Carrying) -> dict[str, Any] | None:
    """The task as the body has it: what it leads it leads alone, with what it helps it is named alone. None for one
    that is not given to it."""
    parts = task.get("phan_cong")
    own = [task, *(parts if isinstance(parts, list) else ())]
    kept = {key: value for key, value in task.items() if key not in (*_KEYS, "phan_cong")}
    for key in _KEYS:
        for part in own:
            listed = part.get(key)
            if isinstance(listed, list) and any(meant(each, carrying) in _TAKEN for each in listed):
                others = {other: part[other] for other in _KEYS if other != key and part.get(other)}
                bodies = {key: [carrying.co_quan]} | others
                return _ordered(kept, {each: bodies[each] for each in _KEYS if each in bodies})
    return None


def _ordered(kept: dict[str, Any], bodies: dict[str, Any]) -> dict[str, Any]:
    """The keys in the order in which tasks are written: who leads and helps stand before the deadline."""
    first = {key: value for key, value in kept.items() if key in ("ma", "noi_dung", "san_pham")}
    return first | bodies | {key: value for key, value in kept.items() if key not in first}


def citation_item(superior: Superior, carrying: Carrying, stem: str) -> Item:
    """The item of the basis that names the superior's plan: blank until that has a number."""
    act = _registered(superior, carrying)
    title = " ".join(superior.van_ban.trich_yeu.replace("|", " ").split())
    body = carrying.registers.co_quan.get(superior.van_ban.co_quan)
    name = f"{superior.ten_loai} của {body.ten_goi if body else superior.van_ban.co_quan}: {title}"
    asked = f"{superior.ten_loai} {question(f'số, ngày, ghi khi đã ban hành: {title}')}"
    why = f"Kế hoạch cấp trên: {act}" if act else "Kế hoạch cấp trên chưa có số trong sổ căn cứ; để trống"
    decision = QuyetDinhChuyen(f"{stem}#can_cu/cap_tren/1", f"{superior.sources[0].file.rpartition('/')[2]}:1", name,
                               "tinh_lai" if act else "hoi", why, act)
    return Item(decision, ("can_cu",), _Act(act or asked, act))


def _registered(superior: Superior, carrying: Carrying) -> str:
    """The id of the superior's plan in the register, by number and date; "" where it is not there."""
    own = superior.van_ban
    return next((act.ma for act in carrying.registers.can_cu.values()
                 if own.so_van_ban and act.ngay_ban_hanh == own.ngay_ban_hanh
                 and act.so_ky_hieu.partition("/")[0] == own.so_van_ban), "")


@dataclass(frozen=True, slots=True)
class _Act:
    written: str
    act: str

    def __call__(self, typed: str) -> Changes:
        answer = answer_of(typed)
        if answer in (DROP, KEEP):
            return NOTHING
        if answer == MOVE and not self.act:
            raise AnswerRefused("ghi mã của kế hoạch cấp trên trong sổ căn cứ, hoặc “xóa”")
        value = self.written if answer in ("", MOVE) else answer
        return Changes(appended=((("can_cu",), "trich_yeu", value),))


def attaching(source: Source) -> Changes:
    """What names the annex in the plan: among what it attaches, and in a line below all else. A plan that was itself
    made from that of a superior names it already."""
    if ANNEX in (source.data.get("kem_theo") or ()):
        return NOTHING
    said = f"*(Nhiệm vụ cấp trên giao nêu tại [[{ANNEX}]] kèm theo)*\n"
    named = Changes(appended=((("kem_theo",), "nguoi_ky", ANNEX),))
    there = source.data.get("noi_dung_cuoi")
    if isinstance(there, str):
        return named + Changes(values={("noi_dung_cuoi",): f"{there.rstrip()}\n\n{said}"})
    return named + Changes(added=(((), "de_muc", "noi_dung_cuoi", said),))
