"""The sample that tests measure: the decision of Nghệ An with its plan and annex, built once for each worker."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from vanban import pipeline
from vanban.model.document import BoVanBan
from vanban.readers.content import Content
from vanban.the_thuc import TheThuc
from vanban.transforms.choose_format import choose_format
from vanban.writers.to_docx import document_context
from vanban.writers.to_pdf import Converter, Job, is_ready

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "content" / "nghe_an" / "2025" / "quyet_dinh_cchc.yaml"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the files of tests/golden anew, then compare")


@dataclass(frozen=True)
class Sample:
    """The resolved set, the format in force on its day, its DOCX, and how its frames are found."""

    project: pipeline.Project
    content: Content
    bo: BoVanBan
    the_thuc: TheThuc
    docx: Path

    @property
    def parts(self) -> list[BoVanBan]:
        """The documents of the set, each with its zones, in the order of print."""
        return list(_parts(self.bo))

    @property
    def frame_of(self) -> Callable[[str], object]:
        return pipeline.frames(self.project, "nghe_an")

    def context(self) -> dict[str, object]:
        """What the frame of the decision is filled with."""
        return document_context(self.bo, pipeline.doctypes(), self.the_thuc, self.frame_of)

    def to_pdf(self, pdf: Path) -> Path:
        """Converts the DOCX with a fresh LibreOffice."""
        assert self.bo.ngay
        with Converter() as converter:
            converter.convert(Job(self.docx, pdf, datetime.combine(self.bo.ngay, datetime.min.time())))
        return pdf


def _parts(bo: BoVanBan) -> list[BoVanBan]:
    return [bo, *(part for attached in bo.kem_theo for part in _parts(attached))]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    project = pipeline.Project(ROOT)
    checked = pipeline.check(project, [SAMPLE])
    assert not checked.has_errors, checked.findings
    (bo,) = checked.sound
    path = tmp_path_factory.mktemp("sample") / "quyet_dinh_cchc.docx"
    path.write_bytes(pipeline.docx(project, checked.content, bo))
    the_thuc, _ = choose_format(bo, checked.content.places)
    return Sample(project, checked.content, bo, the_thuc, path)


@pytest.fixture(scope="session")
def the_thuc(sample: Sample) -> TheThuc:
    """The format in force on the day of the sample."""
    return sample.the_thuc


@pytest.fixture(scope="session")
def sample_pdf(sample: Sample) -> Path:
    """The PDF of the sample."""
    if not is_ready():
        pytest.skip("no LibreOffice with Liberation Serif 2 on this machine")
    return sample.to_pdf(sample.docx.with_suffix(".pdf"))
