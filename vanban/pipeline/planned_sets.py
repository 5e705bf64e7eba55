"""The documents of a unit, with the answers there are → which sets are made again, and their files of the new year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vanban.doctypes import doctypes
from vanban.findings import Finding, Place, finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.frozen import fingerprint
from vanban.model.year_turn import ChuyenNam, QuyetDinhChuyen
from vanban.pipeline.planned_facts import results_of, states_of
from vanban.pipeline.planned_files import PAGE
from vanban.pipeline.planned_obstacles import NotPlanned
from vanban.pipeline.planned_superior import superior_of
from vanban.pipeline.project import Project
from vanban.plan.calendar import knows
from vanban.plan.changes import NOTHING, Changes
from vanban.plan.context import Carrying, TaskState, renamed_for
from vanban.plan.documents import PLANS, fate_of, of_year
from vanban.plan.given import ANNEX, WRITTEN, Superior, annex_of, attaching, citation_item, told_of
from vanban.plan.item import DROP, MOVE, Item, answer_of
from vanban.plan.lost_comments import lost_comments
from vanban.plan.path import path_of
from vanban.plan.plain_words import PlainWords
from vanban.plan.rolling import Rolled, rolled
from vanban.plan.targets import targets
from vanban.readers.catalogue import SHARED
from vanban.readers.content import Content
from vanban.readers.source import Source, read_source
from vanban.readers.year_pieces import pieces_of
from vanban.text import lower_first
from vanban.years.heading import of_title
from vanban.years.mention import Turn

# In so many values at the top of a file it is looked for what year it is of.
_HEAD = 40


@dataclass(frozen=True, slots=True)
class PlannedSets:
    """sets      what was decided on whole documents
    rolls     the new files, by name
    marks     fingerprints of the old ones, by name
    findings  faults that keep old files from being read
    told      sentences on what was not known
    words     how what the old files say is read, by their names without folder
    """

    sets: tuple[QuyetDinhChuyen, ...] = ()
    rolls: Mapping[str, Rolled] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    told: tuple[str, ...] = ()
    words: Mapping[str, PlainWords] = field(default_factory=dict)

    @property
    def decisions(self) -> tuple[QuyetDinhChuyen, ...]:
        """What was decided on the places of all files."""
        return tuple(each for roll in self.rolls.values() for each in roll.decisions)

    @property
    def comments(self) -> tuple[tuple[str, str], ...]:
        """Those of the old files that no new one has, each with its file and line."""
        return tuple((f"{roll.file}:{each.line}", each.words) for roll in self.rolls.values() for each in roll.comments)

    @property
    def questions(self) -> int:
        """How many questions the new files ask, as `check` counts them."""
        return sum(roll.text.count("{XEM LẠI") for roll in self.rolls.values())


def planned_sets(project: Project, content: Content, unit: Path, about: ChuyenNam) -> PlannedSets:
    """Those of the unit in that folder. Raises NotPlanned where no document of the old year is made again, or may be,
    and for a plan of a superior that is none."""
    assert about.nam_cu
    there = of_year(content.sets, about.nam_cu)
    decided = [(bo, _decided(bo, content, about)) for bo in there]
    if unreadable := _unreadable(content, [bo for bo, each in decided if _is_rolled(each)], about.nam_cu):
        return PlannedSets(findings=tuple(unreadable))
    if all(each.so_phan == "giu" and not each.tra_loi for _, each in decided):
        raise _no_plan(content, unit, about.nam_cu, len(there))
    chosen = [bo for bo, each in decided if _is_rolled(each)]
    assert about.ngay_du_kien
    assert about.nam_moi
    paths = {"/".join((*content.file_of(van_ban).split("/")[1:-1], van_ban.ma)) for bo in chosen for van_ban in bo}
    rolling = _Rolling(content, about, _renamed(chosen, about), states_of(project, paths, about.ngay_du_kien),
                       superior_of(project, about.tu_ke_hoach, unit.name, about.nam_moi))
    sources = [source for bo in chosen for source, _ in rolling.sources(bo)]
    if same := [*_same_names(rolling, chosen), *_same_ids(rolling, chosen)]:
        return PlannedSets(findings=tuple(same))
    rolls = {name: roll for bo in chosen for name, roll in rolling.files(bo)}
    return PlannedSets(tuple(each for _, each in decided), rolls,
                       {source.file: fingerprint(source.text) for source in sources},
                       told=(*_unknown(content, about), *(line for bo in chosen for line in rolling.told(bo)),
                             *_left_behind(rolls)),
                       words=dict(_words(content, chosen)))


def _words(content: Content, chosen: Sequence[BoVanBan]) -> Iterator[tuple[str, PlainWords]]:
    """How each file that is made again is read."""
    named = {van_ban.ma: _called(van_ban, content) for bo in content.sets for van_ban in bo}
    for bo in chosen:
        for van_ban in bo:
            file = content.file_of(van_ban)
            own = {each.chi_tieu: each for each in targets(content.sources[file], content.registers)}
            yield _name(file), PlainWords(content.registers, bo.van_ban.co_quan, own, named)


def _called(van_ban: VanBan, content: Content) -> str:
    """“Kế hoạch Cải cách hành chính …”; of a copy what it copies, of what has no title its type."""
    kind = doctypes()[van_ban.loai_van_ban].ten_loai
    title = " ".join(van_ban.trich_yeu.replace("|", " ").split())
    if title or not van_ban.sao_tu:
        return f"{kind} {lower_first(title)}".rstrip()
    copied = next((each for bo in content.sets for each in bo if each.ma == van_ban.sao_tu), None)
    act = content.registers.can_cu.get(van_ban.sao_tu)
    said = _called(copied, content) if copied and copied is not van_ban else act.name if act else van_ban.sao_tu
    return f"{kind}: {said}"


def _unknown(content: Content, about: ChuyenNam) -> Iterator[str]:
    if about.nam_moi and not knows(about.nam_moi, content.registers):
        yield f"Sổ ngày nghỉ (content/{SHARED}/ngay_nghi.yaml) chưa có năm {about.nam_moi}: máy chỉ xét cuối tuần."


def _same_names(rolling: "_Rolling", chosen: Sequence[BoVanBan]) -> Iterator[Finding]:
    """Of old files that would become the same new one."""
    by_name: dict[str, list[str]] = {}
    for source in (source for bo in chosen for source, _ in rolling.sources(bo)):
        by_name.setdefault(f"{rolling.stem(source)}.yaml", []).append(source.file)
    for name, files in by_name.items():
        for file in files if len(files) > 1 else ():
            others = ", ".join(each for each in files if each != file)
            yield finding("C160", Place(file), f"Tệp này và {others} sang năm mới đều thành {name}; chưa tệp nào được "
                          "viết.", "Đổi tên một tệp rồi chạy lại.")


def _same_ids(rolling: "_Rolling", chosen: Sequence[BoVanBan]) -> Iterator[Finding]:
    """Of old documents that would get the same id."""
    by_id: dict[str, dict[str, str]] = {}
    for van_ban in (van_ban for bo in chosen for van_ban in bo):
        new = rolling.renamed.get(van_ban.ma, van_ban.ma)
        by_id.setdefault(new, {})[van_ban.ma] = rolling.content.file_of(van_ban)
    for new, files in by_id.items():
        for ma, file in files.items() if len(files) > 1 else ():
            others = ", ".join(f"{other} ({files[other]})" for other in files if other != ma)
            yield finding("C160", Place(file), f"Mã {ma} ở đây và mã {others} sang năm mới đều thành {new}; chưa tệp "
                          "nào được viết.", "Đổi một mã, ở cả nơi dẫn đến nó, rồi chạy lại.")


def _left_behind(rolls: Mapping[str, Rolled]) -> Iterator[str]:
    if counted := sum(len(roll.comments) for roll in rolls.values()):
        yield f"{counted} ghi chú (sau dấu #) đứng cạnh chỗ không đưa sang năm mới: xem ở cuối {PAGE}."


@dataclass(frozen=True, slots=True)
class _Rolling:
    """renamed  ids of all sets that have the old year in them → those of the new one"""

    content: Content
    about: ChuyenNam
    renamed: Mapping[str, str]
    states: Mapping[str, TaskState]
    superior: Superior | None = None

    def sources(self, bo: BoVanBan) -> Iterator[tuple[Source, BoVanBan]]:
        return ((self.content.sources[self.content.file_of(van_ban)], bo) for van_ban in bo)

    def files(self, bo: BoVanBan) -> Iterator[tuple[str, Rolled]]:
        """The new files of a set, by name."""
        old, new, day = self.about.nam_cu, self.about.nam_moi, self.about.ngay_du_kien
        assert old
        assert new
        assert day
        turn = Turn(old, new, bo.van_ban.ngay_ban_hanh or bo.van_ban.ngay_du_kien)
        result = results_of(self.content, old, day, bo.van_ban.co_quan)
        path = path_of(self.content.sets, new, day, self._programme)
        given = annex_of(self.superior, self._given(bo)) if self.superior and bo.van_ban.co_quan else ""
        for source, _ in self.sources(bo):
            if given and self.stem(source) == ANNEX:
                yield f"{ANNEX}.yaml", _replaced(source, given)
                given = ""
                continue
            texts = [(each.text, each.node) for each in pieces_of(source)][:_HEAD]
            own = of_title(texts, turn)
            stem = self.stem(source)
            carrying = Carrying(own, day, self.content.registers, bo.van_ban.co_quan, self.renamed, self.states, result,
                                path)
            more, always = self._of_superior(bo, source, carrying, stem)
            yield f"{stem}.yaml", rolled(source, stem, carrying, self.about.tra_loi, more, always)
        if given:
            yield f"{ANNEX}.yaml", Rolled(given, ())

    def _programme(self, van_ban: VanBan) -> tuple[str, str]:
        """How a programme is called, and its file."""
        return _called(van_ban, self.content), self.content.file_of(van_ban).removeprefix("content/")

    def stem(self, source: Source) -> str:
        """The name of its new file, without suffix."""
        assert self.about.nam_cu
        assert self.about.nam_moi
        return renamed_for(_name(source.file).removesuffix(".yaml"), self.about.nam_cu, self.about.nam_moi)

    def told(self, bo: BoVanBan) -> Iterator[str]:
        """What the plan of a superior gives to the body that issues the set."""
        if not (self.superior and bo.van_ban.co_quan):
            return
        yield from told_of(self.superior, self._given(bo))
        had = any(self.stem(source) == ANNEX for source, _ in self.sources(bo))
        if had and annex_of(self.superior, self._given(bo)):
            yield f"{ANNEX}.yaml của năm {self.about.nam_cu} không đưa sang: phụ lục lấy từ kế hoạch cấp trên năm " \
                  f"{self.about.nam_moi} thay vào; việc năm cũ chưa xong thì thêm vào kế hoạch."

    def _given(self, bo: BoVanBan) -> Carrying:
        """What is asked of the plan of a superior: for whom, and as of which day."""
        old, new, day = self.about.nam_cu, self.about.nam_moi, self.about.ngay_du_kien
        assert old
        assert new
        assert day
        return Carrying(Turn(old, new), day, self.content.registers, bo.van_ban.co_quan)

    def _of_superior(
        self, bo: BoVanBan, source: Source, carrying: Carrying, stem: str
    ) -> tuple[list[Item], Changes]:
        """What the plan of a superior brings into a file: a basis of the one that is issued, an annex of the plan."""
        if not self.superior:
            return [], NOTHING
        is_issued = source.data.get("loai_van_ban") == bo.van_ban.loai_van_ban and "co_quan" in source.data
        is_plan = source.data.get("loai_van_ban") in PLANS
        more = [citation_item(self.superior, carrying, stem)] if is_issued else []
        has_tasks = is_plan and annex_of(self.superior, carrying)
        return more, attaching(source) if has_tasks else NOTHING


def _replaced(source: Source, given: str) -> Rolled:
    """What is given for the new year, in place of what was given for the old one; what people noted there is named."""
    new, _ = read_source(source.file, given.encode())
    lost = (each for each in lost_comments(source, new, ()) if not each.words.startswith(WRITTEN))
    return Rolled(given, (), file=_name(source.file), comments=tuple(lost))


def _decided(bo: BoVanBan, content: Content, about: ChuyenNam) -> QuyetDinhChuyen:
    """What becomes of a set: it is known by the name of its file."""
    assert about.nam_cu
    assert about.nam_moi
    fate, why = fate_of(bo, Turn(about.nam_cu, about.nam_moi))
    name = _name(content.file_of(bo.van_ban))
    place = name.removesuffix(".yaml")
    title = " ".join(bo.van_ban.trich_yeu.replace("|", " ").split()) or _called(bo.van_ban, content)
    answer = answer_of(about.tra_loi.get(place, ""))
    return QuyetDinhChuyen(place, f"{name}:1", title, fate, why, tra_loi=answer if answer in ("", MOVE) else DROP)


def _is_rolled(decision: QuyetDinhChuyen) -> bool:
    return decision.tra_loi == MOVE or decision.so_phan == "chuyen" and not decision.tra_loi


def _renamed(chosen: Sequence[BoVanBan], about: ChuyenNam) -> dict[str, str]:
    assert about.nam_cu
    assert about.nam_moi
    ids = [van_ban.ma for bo in chosen for van_ban in bo]
    renamed = {ma: renamed_for(ma, about.nam_cu, about.nam_moi) for ma in ids}
    return {ma: new for ma, new in renamed.items() if new != ma}


def _unreadable(content: Content, chosen: Sequence[BoVanBan], old: int) -> list[Finding]:
    """The faults of form of what is made again, and of files of the old year of which nobody knows what they are."""
    files = {content.file_of(van_ban) for bo in chosen for van_ban in bo}
    files |= {name for name in content.unread if f"/{old}/" in name and not content.is_shared(name)}
    return [found for found in content.findings
            if found.file in files and found.level == "error" and found.code[0] == "S"]


def _no_plan(content: Content, unit: Path, old: int, count: int) -> NotPlanned:
    others = sorted({content.file_of(van_ban) for bo in content.sets for van_ban in bo
                     if van_ban.loai_van_ban in PLANS})
    named = f" Có: {', '.join(others)}." if others else ""
    word = sorted(path.name for path in (unit / str(old)).glob("*.doc*"))
    seen = f"{count} văn bản năm {old} của đơn vị này không có kế hoạch nào" if count else (
        f"đơn vị này không có văn bản nào của năm {old}")
    way = f"Ghi năm của kế hoạch đã có bằng --from, hoặc tạo bằng lệnh new.{named}"
    if word:
        way = f"Tệp Word {', '.join(word)} chưa chuyển được: tạo kế hoạch bằng lệnh new rồi chép nội dung sang; lệnh " \
              "nhập tệp Word sẽ có sau."
    return NotPlanned(f"content/{unit.name}/{old}", f"Không có kế hoạch năm {old}: {seen}", way)


def _name(file: str) -> str:
    return file.rpartition("/")[2]
