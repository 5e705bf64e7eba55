"""`issue --bo-sung` never keeps today's words of what was issued before: the record is looked for beside old names and in
git, and the command that brings it back is named."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import build
from tests.support.content import DECISION, PLAN, project
from vanban.findings import Finding
from vanban.pipeline import lost_records
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project
from vanban.pipeline.supplementing import supplement

ISSUED = DECISION.replace("vi_du: true\n", "")
DRAFT = ISSUED.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "")
DAY = date(2025, 7, 15)
FOLDER = "content/nghe_an/2025"


def git(home: Project, *words: str) -> str:
    who = ["-c", "user.name=x", "-c", "user.email=x@x", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *who, *words], cwd=home.root, check=True, capture_output=True, text=True).stdout


def commit(home: Project) -> None:
    git(home, "add", "-A")
    git(home, "commit", "-q", "-m", "x")


@pytest.fixture
def home(tmp_path: Path) -> Project:
    """A project in git with a decision that was issued, and its plan."""
    made = project(tmp_path, qd=DRAFT, kh=PLAN)
    assert not issue(made, at(made, "qd.yaml"), "2228", DAY).has_errors
    git(made, "init", "-q")
    commit(made)
    return made


def at(home: Project, name: str) -> Path:
    return home.root / FOLDER / name


def delete(home: Project, name: str = "qd.ban_hanh.json") -> None:
    at(home, name).unlink()


def strip(home: Project) -> None:
    """Leaves of the record what records held before words were kept."""
    record = at(home, "qd.ban_hanh.json")
    data = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps({key: data[key] for key in ("tep", "so_sach")}), "utf-8")


def rename(home: Project) -> None:
    at(home, "qd.yaml").rename(at(home, "khac.yaml"))


def edit(home: Project, name: str = "khac.yaml") -> None:
    file = at(home, name)
    file.write_text(file.read_text("utf-8").replace("Bộ Nội vụ", "Bộ Tư pháp"), "utf-8")


def change_registers(home: Project) -> None:
    register = home.content / "dung_chung/co_quan.yaml"
    register.write_text(register.read_text("utf-8").replace("Nguyễn Văn A", "Phạm Văn B"), "utf-8")


def nothing(home: Project) -> None:
    pass


def refusal(home: Project, name: str) -> Finding:
    """What forbids to keep words, after which nothing new lies there."""
    before = sorted(path.name for path in at(home, "").iterdir())
    done = supplement(home, at(home, name))
    assert done.record is None
    assert sorted(path.name for path in at(home, "").iterdir()) == before
    return next(found for found in done.findings if found.code == "S195")


# How a record is lost: what is done to the files, whether that is committed, and the name that the document has then.
LOST = {
    "deleted": ([delete], "qd"),
    "stripped": ([strip], "qd"),
    "renamed without its record": ([rename, delete], "khac"),
    "renamed and edited": ([rename, edit, delete], "khac"),
    "edited": ([delete, lambda home: edit(home, "qd.yaml")], "qd"),
    "after the registers changed": ([change_registers, rename, delete], "khac"),
}


@pytest.mark.parametrize("end", [nothing, commit], ids=["", "committed"])
@pytest.mark.parametrize(("steps", "name"), LOST.values(), ids=LOST)
def it_names_the_command_that_brings_the_record_back(
    steps: list[Callable[[Project], None]], name: str, end: Callable[[Project], None], home: Project
) -> None:
    kept = at(home, "qd.ban_hanh.json").read_bytes()
    for step in (*steps, end):
        step(home)
    told = refusal(home, f"{name}.yaml")
    assert (told.level, told.file, told.path) == ("error", f"{FOLDER}/{name}.yaml", "$.so_van_ban")
    assert (f"đổi tên tệp này lại thành {FOLDER}/qd.yaml" in told.hint.lower()) == (name != "qd")
    command = re.search("“git (checkout [^”]+)”", told.hint)
    assert command
    git(home, *command[1].split())
    assert at(home, "qd.ban_hanh.json").read_bytes() == kept


def it_finds_what_is_only_staged(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DRAFT, kh=PLAN)
    issue(home, at(home, "qd.yaml"), "2228", DAY)
    git(home, "init", "-q")
    git(home, "add", "-A")
    delete(home)
    assert f"“git checkout -- {FOLDER}/qd.ban_hanh.json”" in refusal(home, "qd.yaml").hint


def it_finds_what_only_another_branch_or_the_log_of_one_holds(home: Project) -> None:
    delete(home)
    git(home, "commit", "-q", "--amend", "-a", "-m", "y")
    assert "git checkout" in refusal(home, "qd.yaml").hint


def it_finds_a_project_below_the_top_of_its_repository(tmp_path: Path) -> None:
    home = project(tmp_path / "van_ban", qd=DRAFT, kh=PLAN)
    issue(home, at(home, "qd.yaml"), "2228", DAY)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    commit(home)
    delete(home)
    told = refusal(home, "qd.yaml")
    git(home, *re.findall("“git (checkout [^”]+)”", told.hint)[0].split())
    assert at(home, "qd.ban_hanh.json").is_file()


def it_says_that_the_record_lies_beside_the_old_name(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DRAFT, kh=PLAN)
    issue(home, at(home, "qd.yaml"), "2228", DAY)
    rename(home)
    edit(home)
    told = refusal(home, "khac.yaml")
    assert f"ở tệp {FOLDER}/qd.ban_hanh.json" in told.message
    assert "git" not in told.hint


# What is not the record of the document


def it_keeps_the_words_of_another_act_of_that_name_or_number(home: Project) -> None:
    for name in ("qd.yaml", "qd.ban_hanh.json"):
        delete(home, name)
    commit(home)
    by_hand = ISSUED.replace("2228", "3000")
    at(home, "qd.yaml").write_text(by_hand, "utf-8")
    done = supplement(home, at(home, "qd.yaml"))
    assert done.record == at(home, "qd.ban_hanh.json")
    assert not done.told


def it_keeps_the_words_of_what_another_office_issued_on_that_day(home: Project) -> None:
    for name in ("qd.yaml", "qd.ban_hanh.json", "kh.yaml"):
        delete(home, name)
    commit(home)
    other = home.content / "ha_tinh/2025"
    other.mkdir(parents=True)
    signer = ISSUED.replace("ubnd_nghe_an", "ubnd_ha_tinh").replace("nguyen_van_a", "hoang_thi_e")
    (other / "so_2228.yaml").write_text(signer, "utf-8")
    (other / "kh.yaml").write_text(PLAN, "utf-8")
    registers = {path.name: path.read_text("utf-8") for path in (home.content / "dung_chung").glob("co_quan*")}
    signers = re.findall(r"ma: (\w+)\n\s+ho_ten", "".join(text for text in registers.values() if "ma: ubnd_ha_tinh" in text))
    (other / "so_2228.yaml").write_text(signer.replace("hoang_thi_e", signers[0]), "utf-8")
    done = supplement(home, other / "so_2228.yaml")
    assert "S195" not in [found.code for found in done.findings]


def it_says_so_where_git_could_not_be_asked(home: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    delete(home)
    monkeypatch.setattr(lost_records, "_SECONDS", 0.0)
    done = supplement(home, at(home, "qd.yaml"))
    assert done.record
    assert "chưa trả lời" in done.told
    assert f"git log --all -- {FOLDER}/qd.ban_hanh.json" in done.told


def it_does_without_git(home: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    delete(home)
    monkeypatch.setenv("PATH", "")
    done = supplement(home, at(home, "qd.yaml"))
    assert "Máy chưa có git" in done.told
    shutil.rmtree(home.root / ".git")
    delete(home)
    assert supplement(home, at(home, "qd.yaml")).told == ""
    monkeypatch.setattr(build, "ROOT", home.root)
    capsys.readouterr()


# Samples


@pytest.mark.parametrize(("name", "told"), [("Nguyễn Văn A", False), ("Đỗ Thị H.", False), ("Lê Văn Đ", False),
                                            ("Nguyễn Văn An", True), ("Lê Hồng Vinh", True), ("ĐINH THỊ LAN", True)])
def it_takes_for_a_sample_only_what_nobody_real_has_signed(name: str, told: bool, tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN)
    register = home.content / "dung_chung/co_quan.yaml"
    register.write_text(register.read_text("utf-8").replace("ho_ten: Nguyễn Văn A", f"ho_ten: {name}"), "utf-8")
    found = [each for each in check(home).findings if each.code == "S191"]
    assert bool(found) == told
    assert all("vi_du: true" in each.hint for each in found)


def it_names_git_beside_every_number_without_a_record(tmp_path: Path) -> None:
    (told,) = check(project(tmp_path, qd=ISSUED, kh=PLAN)).findings
    assert f"git log --all -- {FOLDER}/qd.ban_hanh.json" in told.hint
