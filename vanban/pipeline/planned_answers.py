"""chuyen_nam.yaml of the new year, as people have left it → the expected day and the answers, and what is wrong with
these."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path as FilePath

from vanban.dates import short_date
from vanban.findings import Finding, Place, finding
from vanban.model.places import Places
from vanban.model.year_turn import ChuyenNam
from vanban.pipeline.planned_files import NAME, YAML
from vanban.pipeline.planned_sets import PlannedSets
from vanban.pipeline.project import Project
from vanban.readers.chuyen_nam import LISTS, read_chuyen_nam
from vanban.readers.record import Record
from vanban.readers.source import Source
from vanban.readers.spans import Path
from vanban.readers.typed_file import TypedFile, read_typed

_SATURDAY = 5
# Faults of a file of which nobody can say what it is: syntax, no UTF-8, a key twice, an anchor, a control character.
_UNREAD = ("S101", "S102", "S104", "S105", "S106", "S107")


@dataclass(frozen=True, slots=True)
class Answers:
    """file    its name in findings
    source  None where there is no such file yet
    """

    file: str
    about: ChuyenNam
    source: Source | None = None
    findings: tuple[Finding, ...] = ()

    def refused(self, sets: PlannedSets) -> Iterator[Finding]:
        """Of answers that cannot be followed, and of files that cannot be edited."""
        for name, roll in sets.rolls.items():
            for each in roll.refused:
                yield finding("C161", self._place(each.decision.vi_tri),
                              f"Trả lời “{each.decision.tra_loi}” không dùng được: {each.why}.",
                              f"Câu được hỏi ở {each.decision.ban_cu}; sửa “tra_loi” rồi chạy lại.")
            if roll.fault:
                yield finding("C161", Place(self.file), f"Không viết được {name}: {roll.fault}",
                              "Sửa chỗ ấy trong tệp của năm cũ rồi chạy lại.")

    def orphans(self, sets: PlannedSets) -> Iterator[Finding]:
        """Of answers to what is asked no more."""
        known = {each.vi_tri for each in (*sets.sets, *sets.decisions)}
        known |= {gone for roll in sets.rolls.values() for gone in roll.gone}
        for vi_tri in self.about.tra_loi.keys() - known:
            yield finding("C162", self._place(vi_tri), f"Câu trả lời ở đây không còn chỗ để áp dụng: “{vi_tri}”.",
                          "Câu ấy trong bản cũ nay viết khác, hoặc văn bản không được lập lại: trả lời ở mục mới, rồi "
                          "xóa mục này.")

    def _place(self, vi_tri: str) -> Place:
        for key in LISTS:
            for at, each in enumerate(self.source.data.get(key) or () if self.source else ()):
                if self.source and isinstance(each, dict) and each.get("vi_tri") == vi_tri:
                    return self.source.place((key, at, "tra_loi"))
        return Place(self.file)


def answers_of(project: Project, folder: FilePath, old: int, new: int, day: date | None, superior: str = "") -> Answers:
    """What stands in the file of the new year; without one the years and the day that were asked for, else the last
    working day before the new year."""
    path, name = folder / YAML, "/".join((*folder.parts[-3:], YAML))
    if not path.exists():
        return Answers(name, ChuyenNam(old, new, day or _last_working_day(new - 1), tu_ke_hoach=superior))
    typed = read_typed(name, path.read_bytes(), project.schemas)
    if unread := [each for each in typed.findings if each.code in _UNREAD]:
        return Answers(name, ChuyenNam(old, new, day), findings=tuple(map(_to_be_quoted, unread)))
    if typed.data is None or typed.data.get("loai_du_lieu") != NAME:
        return Answers(name, ChuyenNam(old, new, day), findings=(*typed.findings, _no_turn(name)))
    there = read_chuyen_nam(Record(typed.source, typed.data, Places()))
    expected = day or there.ngay_du_kien or _last_working_day(new - 1)
    about = replace(there, ngay_du_kien=expected, tu_ke_hoach=superior or there.tu_ke_hoach)
    return Answers(name, about, typed.source,
                   (*typed.findings, *_other_years(typed, there, old, new), *_far(typed, expected, new),
                    *_twice(typed)))


def is_near(day: date, new: int) -> bool:
    """Whether a plan of that year may be signed on a day."""
    return day.year in (new - 1, new)


def _far(typed: TypedFile, day: date, new: int) -> Iterator[Finding]:
    if not is_near(day, new):
        yield finding("C161", typed.source.place(("ngay_du_kien",)),
                      f"Ngày dự kiến ký {short_date(day)} không thuộc năm {new - 1} hay {new}.",
                      "Sửa ngày rồi chạy lại lệnh.")


def _twice(typed: TypedFile) -> Iterator[Finding]:
    """Of places that are answered more than once: nobody knows which answer counts."""
    answered: dict[str, list[Path]] = {}
    for key in LISTS:
        for at, each in enumerate((typed.data or {}).get(key) or ()):
            if isinstance(each, dict) and str(each.get("tra_loi") or "").strip():
                answered.setdefault(str(each.get("vi_tri")), []).append((key, at, "tra_loi"))
    for vi_tri, paths in answered.items():
        places = [typed.source.place(path) for path in paths]
        for place in places if len(places) > 1 else ():
            lines = ", ".join(str(each.line) for each in places if each != place)
            yield finding("C161", place, f"Chỗ “{vi_tri}” được trả lời {len(places)} lần, còn ở dòng {lines}; không rõ "
                          "theo câu nào.", "Giữ một câu, để trống hoặc xóa mục kia, rồi chạy lại lệnh.")


def _to_be_quoted(found: Finding) -> Finding:
    """Of a file that cannot be read: what holds the answers stays where it is, the line is mended."""
    if found.code not in ("S101", "S105"):
        return found
    quoted = "Câu trả lời có dấu hai chấm, hoặc mở đầu bằng ngoặc, dấu *, nháy thì đặt cả câu trong dấu nháy kép: " \
             'tra_loi: "…"; các câu trả lời khác còn nguyên.'
    return replace(found, hint=f"{found.hint} {quoted}")


def _no_turn(name: str) -> Finding:
    return finding("C160", Place(name), "Tệp này không do lệnh plan viết nên máy không ghi đè; chưa tệp nào được viết.",
                   "Chuyển tệp đi nơi khác hoặc đổi tên, rồi chạy lại.")


def _other_years(typed: TypedFile, there: ChuyenNam, old: int, new: int) -> Iterator[Finding]:
    if (there.nam_cu, there.nam_moi) != (old, new):
        yield finding("C160", typed.source.place(("nam_cu",)),
                      f"Tệp này chuyển kế hoạch năm {there.nam_cu} sang năm {there.nam_moi}, không phải năm {old} sang "
                      f"năm {new}.", "Chạy lệnh với đúng hai năm ấy, hoặc chuyển tệp này đi nơi khác.")


def _last_working_day(year: int) -> date:
    day = date(year, 12, 31)
    while day.weekday() >= _SATURDAY:
        day -= timedelta(days=1)
    return day
