"""One document's crash never takes the others with it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import build
from tests.support.copies import copy_project
from tests.test_bad_and_good import SOUND
from vanban.commands import MACHINE
from vanban.errors import MachineError
from vanban.model.document import BoVanBan
from vanban.pipeline import checking, reporting
from vanban.pipeline.checking import check
from vanban.pipeline.cleaning import clean
from vanban.pipeline.crashes import FOLDER
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import report
from vanban.readers import content

ROOT = Path(__file__).parents[1]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two documents."""
    made = copy_project(tmp_path, samples=False)
    folder = made.content / "thu" / "2025"
    folder.mkdir(parents=True)
    for name in ("mot", "hai"):
        (folder / f"{name}.yaml").write_text(SOUND.replace("ma: ", f"ma: {name}_", 1), "utf-8")
    return made


def spoil(monkeypatch: pytest.MonkeyPatch, module: object, name: str, error: Exception) -> None:
    """Has `name` raise for the document of mot.yaml: nobody can type a fault that we did not foresee."""
    real = getattr(module, name)

    def spoilt(*given: object) -> object:
        if any(isinstance(each, BoVanBan) and each.van_ban.ma.startswith("mot_") for each in given):
            raise error
        return real(*given)

    monkeypatch.setattr(module, name, spoilt)


@pytest.mark.crashes
@pytest.mark.parametrize(("module", "name"), [(checking, "resolve"), (reporting, "_docx_files")])
def it_writes_the_other_documents(
    module: object, name: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(monkeypatch, module, name, KeyError("\ud800 khoa"))
    result = report(project, [], ["docx"])
    assert [path.name for path in result.written if path.suffix == ".docx"] == ["hai.docx"]
    (failure,) = result.failures
    assert "content/thu/2025/mot.yaml" in failure
    (trace,) = (project.outputs / FOLDER).iterdir()
    assert trace.name in failure
    assert "KeyError" in trace.read_text("utf-8", "replace")
    clean(project)
    assert not (project.outputs / FOLDER).exists()


@pytest.mark.crashes
@pytest.mark.parametrize("name", ["build_document", "read_typed"])
def it_reads_the_other_documents(name: str, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """One file whose reading ends in a fault of ours; a set that attaches it is not built without it."""
    folder = project.content / "thu" / "2025"
    (folder / "mot.yaml").write_text("loai_van_ban: phu_luc\nma: mot_pl\ntrich_yeu: Mẫu\nmo_dau: Chữ.\n", "utf-8")
    (folder / "ba.yaml").write_text(SOUND.replace("ma: ", "ma: ba_", 1) + "kem_theo: [mot_pl]\n", "utf-8")
    real = getattr(content, name)

    def spoilt(*given: object) -> object:
        if any("mot.yaml" in str(getattr(each, "file", each)) or str(getattr(each, "ma", "")).startswith("mot_")
               for each in given):
            raise KeyError("khoa")
        return real(*given)

    monkeypatch.setattr(content, name, spoilt)
    result = report(project, [], ["docx"])
    assert [path.name for path in result.written if path.suffix == ".docx"] == ["hai.docx"]
    (failure,) = result.failures
    assert "content/thu/2025/mot.yaml" in failure
    assert [f.code for f in result.findings if f.level == "error"] == []
    with monkeypatch.context() as here:
        here.chdir(project.root)
        here.setattr(build, "ROOT", project.root)
        here.setattr(build.bootstrap, "reexec", lambda root: None)
        assert build.main(["check"]) == MACHINE


def it_keeps_what_we_raise_on_purpose(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(monkeypatch, checking, "resolve", MachineError("hết chỗ"))
    with pytest.raises(MachineError, match="hết chỗ"):
        report(project, [], ["docx"])


@pytest.mark.parametrize("name", ["giay_moi", "chung", "aa_la"])
@pytest.mark.parametrize("text", [
    "", "{", "[]", "5", "{}", '{"type": 5}', '{"$ref": "khong.schema.json"}', '{"$defs": {}}', "[" * 200_000,
    '{"properties": 5}',
])
def it_says_that_a_schema_is_damaged(name: str, text: str, tmp_path: Path) -> None:
    home = copy_project(tmp_path)
    (tmp_path / "content" / "nghe_an" / "2025" / "giay_moi.yaml").write_text(
        "loai_van_ban: giay_moi\nma: gm\ntrich_yeu: Họp\nnoi_dung: |\n  Họp.\n", "utf-8")
    (tmp_path / "schemas" / f"{name}.schema.json").write_text(text, "utf-8")
    if name == "aa_la":
        assert "S190" in {found.code for found in check(home).findings}
        return
    with pytest.raises(MachineError, match=rf"{name}\.schema\.json bị hỏng"):
        check(home)


def it_ends_by_a_signal_of_the_system_as_by_the_keyboard() -> None:
    code = ("import os, signal, build\nbuild._stop_as_by_ctrl_c()\n"
            "try:\n    os.kill(os.getpid(), signal.SIGTERM)\n    signal.pause()\n"
            "except KeyboardInterrupt:\n    print('dừng')")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
                          env={**os.environ, "PYTHONIOENCODING": "utf-8"})
    assert done.stdout == "dừng\n"
