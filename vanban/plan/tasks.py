"""The deadlines of the tasks of a file → an item each.

A task of every year moves with its deadline; one that was to be done once and is due before the new year is asked: what
is done goes, what is not gets a new deadline, and its remark says that it was carried over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from vanban.model.deadline import Han, parse_deadline
from vanban.model.year_turn import SoPhan
from vanban.plan.calendar import off_words
from vanban.plan.changes import NOTHING, Changes
from vanban.plan.context import Carrying, TaskState
from vanban.plan.item import DROP, KEEP, MOVE, AnswerRefused, Item, Naming, answer_of, question
from vanban.readers.source import Source
from vanban.readers.spans import Path
from vanban.text import lower_first
from vanban.years.deciding import decide
from vanban.years.mention import Mention, Turn
from vanban.years.setting import Node

_NODE = Node("thoi_gian", ("nhiem_vu", "gom"))


@dataclass(frozen=True, slots=True)
class _Moved:
    """What becomes of a deadline: its words in the new year, "" for none that could be; the file that says so; what the
    draft asks in its narrow cell, "" for the reason."""

    so_phan: SoPhan
    ly_do: str
    words: str = ""
    source: str = ""
    asked: str = ""


def items_of_tasks(source: Source, carrying: Carrying, naming: Naming) -> Iterator[Item]:
    """The items of all deadlines, in order."""
    for path, task in tasks_of(source):
        for place, words in _deadlines(path, task):
            moved = _decided(words, task, carrying)
            said = f"{task.get('noi_dung', '')}: {words}"
            act = _Act(place, path, words, moved, carrying.turn.old, task)
            proposal = moved.words if moved.words != words else ""
            decision = naming.decision(place, said, moved.so_phan, moved.ly_do, proposal)
            yield Item(replace(decision, typed_as=moved.source), place, act)


def tasks_of(source: Source) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The tasks of a file, each with its path."""
    groups = source.data.get("nhiem_vu")
    for number, group in enumerate(groups if isinstance(groups, list) else ()):
        listed = group.get("gom") if isinstance(group, dict) else None
        for at, task in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(task, dict):
                yield ("nhiem_vu", number, "gom", at), task


def _deadlines(path: Path, task: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Where the deadlines of a task stand, and what they say."""
    if isinstance(words := task.get("thoi_gian"), str):
        yield (*path, "thoi_gian"), words
    listed = task.get("cac_moc")
    for at, each in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(words := each.get("thoi_gian"), str):
            yield (*path, "cac_moc", at, "thoi_gian"), words


def _decided(words: str, task: Mapping[str, Any], carrying: Carrying) -> _Moved:
    turn, han = carrying.turn, _read(words)
    if han is None:
        return _Moved("hoi", "Thời gian không đọc được")
    plain = words.removesuffix(han.asked)
    moved, told = plain, []
    for it in reversed(decide(plain, turn, _NODE)):
        told.append((it.fate, it.reason + off_words(it.mention, turn.new - turn.old, carrying.registers)))
        if it.role == "citation":
            continue
        moved = moved[: it.mention.start] + _later(it.mention, plain, turn.new - turn.old) + moved[it.mention.end :]
    proposal = moved if moved != plain and _read(moved) else ""
    if han.asked:
        asked_before = han.asked.strip(" {}").removeprefix("XEM LẠI:").strip()
        return _Moved("hoi", f"Bản năm {turn.old} còn để ngỏ: {asked_before}", proposal)
    ends = han.den_ngay
    if task.get("hang_nam") != "true" and (state := carrying.states.get(str(task.get("ma")))):
        return _reported(state, plain, proposal, ends is None or ends.year < turn.new, turn)
    if task.get("hang_nam") != "true" and ends and ends.year < turn.new:
        return _Moved("hoi", f"Việc làm một lần, hạn trong năm {ends.year}; năm {turn.new} còn làm không", proposal)
    if task.get("hang_nam") != "true" and _goes_on(han, turn):
        return _Moved("giu", "Chưa kết thúc")
    if task.get("hang_nam") != "true" and ends and ends.year >= turn.new:
        return _Moved("giu", "Việc làm một lần, chưa đến hạn")
    if asked := [why for fate, why in told if fate == "hoi"]:
        return _Moved("hoi", "; ".join(asked), proposal)
    if any(fate == "chuyen" for fate, _ in told) and moved != plain:
        return _Moved("chuyen", "; ".join(why for _, why in told), moved) if proposal else _Moved(
            "hoi", f"“{moved}” không có trong lịch")
    return _Moved("giu", "; ".join(why for _, why in told) or "Thời gian không ghi năm")


def _goes_on(han: Han, turn: Turn) -> bool:
    """Whether a span over several years, whatever it is written with, has begun and ends in the new year or later."""
    first, last = han.tu_ngay, han.den_ngay
    return bool(first and last and first.year < last.year and first.year <= turn.old and last.year >= turn.new)


def _reported(state: TaskState, words: str, proposal: str, is_due: bool, turn: Turn) -> _Moved:
    """Of a task that is done once, and of which a report says in which state it is: what is done goes, what is not
    comes back with the deadline that it gets."""
    told, source = state.told, state.source
    if state.state == "hoan_thanh":
        return _Moved("tinh_lai", f"{told}: đã hoàn thành, không đưa sang", DROP, source)
    if not is_due:
        return _Moved("giu", f"{told}: chưa xong, hạn chưa đến", source=source)
    new = _read(state.han_moi)
    if new and not (new.den_ngay and new.den_ngay.year < turn.new):
        return _Moved("tinh_lai", f"{told}: chưa xong, có hạn mới", state.han_moi, source)
    why = f"{told}: chưa xong; hạn mới trong năm {turn.new} là khi nào"
    return _Moved("hoi", why, proposal or words, source, f"chưa xong ({told}); hạn mới?")


def _later(mention: Mention, text: str, by: int) -> str:
    typed = text[mention.start : mention.end]
    return Mention(mention.kind, 0, 0, typed).moved(by)


def _read(words: str) -> Han | None:
    try:
        return parse_deadline(words)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Act:
    """place, path  of the deadline, of its task"""

    place: Path
    path: Path
    words: str
    moved: _Moved
    old: int
    task: Mapping[str, Any]

    def __call__(self, typed: str) -> Changes:
        answer, plain = answer_of(typed), self.words.partition(" {XEM LẠI")[0]
        match answer:
            case "":
                return self._unanswered(plain)
            case "giữ":
                return Changes(values={self.place: plain}) if plain != self.words else NOTHING
            case "xóa":
                return Changes(dropped=(self.place[: len(self.path) + 2] if "cac_moc" in self.place else self.path,))
        new = self.moved.words if answer == MOVE else answer
        if not new or _read(new) is None:
            raise AnswerRefused(f"“{new or answer}” không phải là thời gian hoàn thành; viết như “Quý II/2026”, hoặc "
                                f"ghi “{KEEP}”, “{DROP}”")
        return Changes(values={self.place: new}) + self._carried_over(plain)

    def _unanswered(self, plain: str) -> Changes:
        moved = self.moved
        if moved.so_phan == "tinh_lai":
            gone = Changes(dropped=(self.path,))
            return gone if moved.words == DROP else (
                Changes(values={self.place: moved.words}) + self._carried_over(plain))
        if moved.so_phan == "chuyen":
            return Changes(values={self.place: moved.words})
        if moved.so_phan == "hoi":
            return Changes(values={self.place: f"{plain} {question(moved.asked or lower_first(moved.ly_do))}"})
        return NOTHING

    def _carried_over(self, plain: str) -> Changes:
        """A task that is done once says in its remark that it was carried over."""
        if self.task.get("hang_nam") == "true" or "cac_moc" in self.place:
            return NOTHING
        said = f"Chuyển tiếp từ năm {self.old}, thời hạn cũ: {lower_first(plain)}"
        there = self.task.get("ghi_chu")
        if isinstance(there, str) and there:
            return Changes(values={(*self.path, "ghi_chu"): f"{there}; {lower_first(said)}"})
        return Changes(added=((self.path, "thoi_gian", "ghi_chu", said),))
