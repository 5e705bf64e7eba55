"""A disk that is full, closed to writing, or holds a file open: whatever step fails, what stands in outputs/ fits together,
the failure is named, and the rest is made."""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import build
from tests.support.content import DECISION, PLAN, project
from vanban.commands import MACHINE
from vanban.errors import MachineError, WrongUse
from vanban.pipeline.cleaning import clean
from vanban.pipeline.forms import Job, Made, pdf
from vanban.pipeline.outputs import Outputs
from vanban.pipeline.project import Project
from vanban.pipeline.putting import Report
from vanban.pipeline.reporting import report

_ALONE = DECISION.replace("ma: qd", "ma: qd_hai").replace("2228", "2229").replace("kem_theo:\n  - kh\n", "").replace(
    " [[kh]]", " kế hoạch")
NAMES = ("qd", "qd_hai")


def _of(docx: bytes) -> bytes:
    """What stands for the PDF of a DOCX."""
    return b"%PDF " + hashlib.sha256(docx).hexdigest().encode()


def _make(jobs: Sequence[Job]) -> Iterator[tuple[Job, Made]]:
    for job in jobs:
        yield job, Made(_of(job.docx.read_bytes()))


class Disk:
    """Counts the steps that change something; `fails` says of which by their number."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fails: Callable[[int], bool], error: int = errno.ENOSPC) -> None:
        self.steps = 0
        self._fails, self._error = fails, error
        for name in ("replace", "unlink", "mkdir", "rmdir"):
            monkeypatch.setattr(Path, name, self._watched(getattr(Path, name)))
        monkeypatch.setattr(os, "fsync", self._watched(os.fsync))
        monkeypatch.setattr(Path, "open", self._opened(Path.open))

    def _step(self, of: object) -> None:
        self.steps += 1
        if self._fails(self.steps):
            raise OSError(self._error, "hỏng", str(of))

    def _watched(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            self._step(given[0])
            return function(*given, **named)
        return run

    def _opened(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(path: Path, mode: str = "r", *given: Any, **named: Any) -> Any:
            if mode[0] in "wax":
                self._step(path)
            return function(path, mode, *given, **named)
        return run


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Two documents that were built, and whose texts have changed since."""
    home = project(tmp_path_factory.mktemp("dia"), qd=DECISION, kh=PLAN, qd_hai=_ALONE)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pdf, "make", _make)
        assert not report(home, [], ["docx", "pdf"]).failures
    folder = home.content / "nghe_an" / "2025"
    (folder / "kh.yaml").write_text(PLAN.replace("phân công", "kế hoạch"), "utf-8")
    (folder / "qd_hai.yaml").write_text(_ALONE.replace(" kế hoạch", " quy chế"), "utf-8")
    shutil.copytree(home.outputs, home.root / "cu")
    return home


def run(home: Project, fails: Callable[[int], bool], error: int = errno.ENOSPC) -> tuple[Report, int]:
    """A report over the old outputs, and how many steps it took."""
    shutil.rmtree(home.outputs)
    shutil.copytree(home.root / "cu", home.outputs)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pdf, "make", _make)
        disk = Disk(patched, fails, error)
        return report(home, [], ["docx", "pdf"]), disk.steps


def states(home: Project) -> list[str]:
    """Of each document, whether its files are the old or the new ones; they fit together."""
    found: list[str] = []
    place = home.outputs / "nghe_an" / "2025"
    for name in NAMES:
        docx = (place / f"{name}.docx").read_bytes()
        old = docx == (home.root / "cu" / "nghe_an" / "2025" / f"{name}.docx").read_bytes()
        made = (place / f"{name}.pdf").read_bytes() if (place / f"{name}.pdf").exists() else b""
        assert made in (b"", _of(docx))
        found.append("old" if old else "new" if made else "new without pdf")
    assert not [path.name for path in home.outputs.rglob("*") if "sua_tay" in path.name]
    return found


def it_makes_all_where_nothing_fails(before: Project) -> None:
    result, steps = run(before, lambda step: False)
    assert states(before) == ["new", "new"]
    assert (result.failures, result.warnings) == ([], [])
    assert steps > 20


@pytest.mark.parametrize("step", range(1, 60))
def it_names_the_step_that_fails_and_makes_the_rest(step: int, before: Project) -> None:
    result, _ = run(before, lambda each: each == step)
    found = states(before)
    assert found == ["new", "new"] or result.failures
    assert "new" in found
    assert all("ổ đĩa đã đầy" in words for words in result.failures)


@pytest.mark.parametrize("step", range(1, 60, 3))
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def it_leaves_what_fits_together_where_nothing_can_be_written_any_more(
    step: int, error: int, before: Project
) -> None:
    result, _ = run(before, lambda each: each >= step, error)
    found = states(before)
    assert found == ["new", "new"] or result.failures
    assert len(result.failures) <= 6, "no failure is told twice"


def it_writes_nothing_where_nothing_has_changed(before: Project) -> None:
    """A folder that is closed to writing does no harm then."""
    run(before, lambda step: False)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pdf, "make", _make)
        disk = Disk(patched, lambda step: True, errno.EROFS)
        result = report(before, [], ["docx", "pdf"])
    assert (disk.steps, result.failures, result.warnings) == (0, [], [])


def it_names_each_file_that_cannot_be_deleted(before: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(before.outputs)
    shutil.copytree(before.root / "cu", before.outputs)
    gone = Path.unlink

    def held(path: Path, missing_ok: bool = False) -> None:
        if path.name == "qd.docx":
            raise PermissionError(errno.EACCES, "held", str(path))
        gone(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    cleaned = clean(before)
    (failure,) = cleaned.failures
    assert failure == "Không xóa được outputs/nghe_an/2025/qd.docx (không có quyền đọc hoặc ghi); tệp có đang mở không?"
    assert [path.name for path in before.outputs.rglob("*") if path.is_file()] == ["da_tao.jsonl", "qd.docx"]
    monkeypatch.setattr(build, "ROOT", before.root)
    monkeypatch.setattr(build.bootstrap, "reexec", lambda root: None)
    assert build.main(["clean"]) == MACHINE
    monkeypatch.undo()
    assert not clean(before).failures
    assert not before.outputs.exists() or not list(before.outputs.iterdir())


def it_deletes_nothing_behind_a_link(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN)
    outside = tmp_path / "ngoai"
    outside.mkdir()
    (outside / "qd.pdf").write_bytes(b"%PDF")
    home.outputs.mkdir()
    (home.outputs / "nghe_an").symlink_to(outside, target_is_directory=True)

    with Outputs(home.outputs) as outputs, pytest.raises(MachineError, match="ra ngoài"):
        outputs.drop(home.outputs / "nghe_an" / "qd.pdf")
    assert [path.name for path in outside.iterdir()] == ["qd.pdf"]


def it_says_that_outputs_lead_into_the_program(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN)
    home.outputs.symlink_to(home.content, target_is_directory=True)

    with pytest.raises(WrongUse, match="outputs"):
        report(home, [], ["docx"])


def it_needs_no_room_beside_outputs_for_docx(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "khong_co"))
    assert not report(home, [], ["docx"]).failures
    monkeypatch.setattr(build, "ROOT", home.root)
    monkeypatch.setattr(build.bootstrap, "reexec", lambda root: None)
    assert build.main(["report", "--format", "html"]) == MACHINE
    assert "Không tạo được thư mục tạm" in capsys.readouterr().err



