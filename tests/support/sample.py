"""The sample that tests measure: the decision of Nghệ An with its plan and its landscape annex."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vanban.doctypes import doctypes
from vanban.model.document import BoVanBan
from vanban.model.printed import PrintedSet
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.offices import frames
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx
from vanban.the_thuc import TheThuc
from vanban.writers.to_docx.document import document_context
from vanban.writers.to_pdf import Converter, Job

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "content" / "nghe_an" / "2025" / "quyet_dinh_cchc.yaml"


@dataclass(frozen=True)
class Sample:
    """The resolved set, as it is printed, the format in force on its day, its DOCX, what the frame of the decision is
    filled with."""

    bo: BoVanBan
    printed: PrintedSet
    the_thuc: TheThuc
    docx: Path
    context: Mapping[str, object]

    @property
    def parts(self) -> list[BoVanBan]:
        """The documents of the set, each with its zones, in the order of print."""
        return list(self.bo.parts())

    @property
    def frame(self) -> Path:
        """The frame whose package the DOCX has."""
        form = doctypes()[self.bo.van_ban.loai_van_ban].form(together=self.printed.signed_together)
        return Project(ROOT).templates / f"{self.the_thuc.khung_trang[form]}.docx"

    def to_pdf(self, pdf: Path) -> Path:
        """Converts the DOCX, by a LibreOffice started for it."""
        assert self.bo.ngay
        with Converter() as converter:
            converter.convert(Job(self.docx, pdf, datetime.combine(self.bo.ngay, datetime.min.time())))
        return pdf


def build_sample(folder: Path) -> Sample:
    """Builds the sample into `folder`, by the same steps as `build.py report`."""
    project = Project(ROOT)
    checked = check(project, [SOURCE])
    assert not checked.has_errors, checked.findings
    (bo,) = checked.sound
    return _built(project, checked, bo, folder / "quyet_dinh_cchc.docx")


def build_all(project: Project, folder: Path) -> dict[str, Sample]:
    """Builds every faultless set of a project, by the paths of their files below content/ without their endings."""
    checked = check(project)
    samples = {}
    for bo in checked.sound:
        name = checked.content.file_of(bo.van_ban).removeprefix("content/").removesuffix(".yaml")
        samples[name] = _built(project, checked, bo, folder / f"{name.replace('/', '-')}.docx")
    return samples


def _built(project: Project, checked: Checked, bo: BoVanBan, path: Path) -> Sample:
    the_thuc = checked.setting(bo).the_thuc
    path.write_bytes(docx(project, checked, bo))
    frame_of = frames(project, checked.content.file_of(bo.van_ban).split("/")[1])
    words = checked.printed(bo)
    return Sample(bo, words, the_thuc, path, document_context(words, doctypes(), the_thuc, frame_of))
