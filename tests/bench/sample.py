"""The documents of the bench: two sets of content/, of some 16 and some 60 pages."""

from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from vanban.model.document import BoVanBan, NhiemVu, VanBan
from vanban.model.inline import Run, shown_text
from vanban.pipeline.checking import check
from vanban.pipeline.offices import frames
from vanban.pipeline.project import Project
from vanban.pipeline.resolving import resolve
from vanban.readers.content import Content
from vanban.setting import Setting
from vanban.the_thuc import TheThuc, latest
from vanban.writers.to_docx.as_printed import as_printed
from vanban.writers.to_docx.document import FrameOf
from vanban.writers.to_docx.writing import to_docx

PROJECT = Project(Path(__file__).parents[2])


@dataclass(frozen=True)
class Bench:
    """A set: the file of its issuing document, and the id in it."""

    file: Path
    ma: str

    @property
    def folder(self) -> Path:
        return self.file.parent

    @cached_property
    def content(self) -> Content:
        """Its folder as read: sets built, nothing resolved."""
        return check(PROJECT, [self.file]).content

    @property
    def files(self) -> list[Path]:
        """All files that are read for it: the registers, and the documents that stand beside it."""
        return [PROJECT.root / name for name in self.content.sources]

    @cached_property
    def resolved(self) -> tuple[BoVanBan, Setting]:
        """The set, resolved, and what it was resolved with."""
        found = next(bo for bo in self.content.sets if bo.van_ban.ma == self.ma)
        return resolve(self.content, found.map(_even), PROJECT.looks)[:2]

    @property
    def bo(self) -> BoVanBan:
        return self.resolved[0]

    @property
    def frame_of(self) -> FrameOf:
        return frames(PROJECT, self.folder.parent.name)

    def docx(self) -> bytes:
        """Ours, whole: body XML, frames filled, zip."""
        bo, setting = self.resolved
        words = as_printed(bo, setting.doctypes, setting.the_thuc)
        return to_docx(words, setting.doctypes, setting.the_thuc, self.frame_of, self.content.looked.printed)


@cache
def sample() -> Bench:
    """Nghệ An's decision with its plan and its annex: some 16 pages."""
    return Bench(PROJECT.content / "nghe_an" / "2025" / "quyet_dinh_cchc.yaml", "qd_ke_hoach_cchc")


@cache
def de_an() -> Bench:
    """Hà Tĩnh's decision with its đề án and four annexes: some 60 pages."""
    return Bench(PROJECT.content / "ha_tinh" / "2022" / "quyet_dinh_de_an.yaml", "qd_de_an_cchc")


def the_thuc() -> TheThuc:
    """The format of both sets."""
    return latest("nha_nuoc")


def _even(van_ban: VanBan) -> VanBan:
    """Without what a loop over rows cannot say: lists, faces and rows over rows in the cells of tasks."""
    groups = (replace(group, gom=tuple(map(_plainer, group.gom))) for group in van_ban.nhiem_vu)
    return replace(van_ban, nhiem_vu=tuple(groups))


def _plainer(task: NhiemVu) -> NhiemVu:
    return replace(
        task, noi_dung=(Run(shown_text(task.noi_dung)),), phan_cong=task.phan_cong[:1],
        thoi_gian=task.thoi_gian or task.cac_moc[0].thoi_gian, cac_moc=(),
    )
