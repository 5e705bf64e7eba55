"""The command line as a clerk meets it: exit codes, words, no traceback."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

import build
from tests.support.copies import copy_project
from vanban.commands import CLEAN, FINDINGS, MACHINE, STOPPED, WRONG_USE, check, issue

DECISION = Path("content", "nghe_an", "2025", "quyet_dinh_cchc.yaml")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project that the command line takes for its own, and the current folder."""
    copy_project(tmp_path)
    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build.bootstrap, "reexec", lambda root: None)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def mistype(root: Path, right: str, wrong: str) -> None:
    path = root / DECISION
    path.write_text(path.read_text("utf-8").replace(right, wrong, 1), "utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "thiếu LỆNH"),
        (["chekc"], "“chekc” không dùng được cho LỆNH; chọn một trong"),
        (["check", "--format", "xml"], "“xml” không dùng được cho --format"),
        (["report", "--format"], "sau --format còn thiếu giá trị"),
        (["check", "--nhanh"], "không hiểu “--nhanh”"),
        (["rule"], "thiếu MÃ"),
        (["issue", "x", "--bo-sung=co"], "--bo-sung không đi kèm giá trị “co”"),
        (["check", "--f", "json"], "“--f” có thể là"),
    ],
)
def it_says_in_vietnamese_what_is_wrong_with_a_command(
    words: list[str], said: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        build.main(words)
    assert stopped.value.code == WRONG_USE
    assert said in capsys.readouterr().err


# Words in which argparse speaks of itself.
ENGLISH = re.compile(r"\b(?:usage|options?|positional|optional|arguments?|show|help message|invalid|choice|required|error"
                     r"|expected|unrecognized|ambiguous|default)\b", re.IGNORECASE)


@pytest.mark.parametrize("words", [
    ["--help"], ["report", "--help"], ["check", "--help"], ["issue", "--help"], ["new", "--help"], ["text", "--help"],
    [], ["chekc"], ["check", "--format", "xml"], ["report", "--out"], ["new"], ["issue"], ["text", "a", "b"], ["check", "--f"],
])
def it_has_no_english_words_for_officers(words: list[str], root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build.main(words)
    told = capsys.readouterr()
    assert ENGLISH.findall((told.out + told.err).replace("build.py --help", "").replace("-h, --help", "")) == []


@pytest.mark.parametrize("target", ["khong_co.yaml", ".", "content/nghe_an/2025/ghi_chu.txt", "content/trong"])
def it_refuses_a_target_that_holds_nothing_to_check(
    target: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "content" / "nghe_an" / "2025" / "ghi_chu.txt").touch()
    (root / "content" / "trong").mkdir()
    assert build.main(["check", target]) == WRONG_USE
    assert capsys.readouterr().err.startswith("Lệnh viết chưa đúng: ")


def it_does_not_call_a_project_without_content_clean(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content").rename(root / "noi_dung")
    assert build.main(["check"]) == WRONG_USE
    assert "không có thư mục" in capsys.readouterr().err


def _break(root: Path, what: str) -> None:
    match what:
        case "frame":
            (root / "templates" / "quyet_dinh.docx").write_bytes(b"PK\x03\x04 hong")
        case "no frame":
            (root / "templates" / "quyet_dinh.docx").unlink()
        case "outputs":
            (root / "outputs").write_text("một tệp ở chỗ của thư mục", "utf-8")
        case "manifest":
            (root / "outputs").mkdir()
            (root / "outputs" / "da_tao.json").write_text("{", "utf-8")
        case "schema":
            (root / "schemas" / "chung.schema.json").write_text("{", "utf-8")
        case "schemas":
            (root / "schemas").rename(root / "luoc_do")


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("frame", "Khung trang quyet_dinh.docx không phải là tệp Word đọc được"),
        ("no frame", "không có tệp hoặc thư mục này. Chạy “build.py templates” để tạo lại."),
        ("outputs", "outputs (đã có một tệp mang tên này)"),
        ("manifest", "danh sách các tệp đã tạo. Xóa tệp này"),
        ("schema", "chung.schema.json bị hỏng"),
        ("schemas", "lấy lại bản gốc của thư mục schemas"),
    ],
)
def it_ends_with_three_and_a_word_when_the_machine_is_at_fault(
    what: str, said: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _break(root, what)
    assert build.main(["report", "--format", "docx"]) == MACHINE
    told = capsys.readouterr().err
    assert said in told
    assert not re.search(r"Errno|Error|No such|Not a directory", told)


def it_stops_without_a_traceback_when_told_to(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "findings_of", interrupted)
    assert build.main(["check"]) == STOPPED
    assert "Đã dừng theo yêu cầu." in capsys.readouterr().err


def it_gives_findings_as_valid_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mistype(root, "15/7/2025", "31/6/2025")
    assert build.main(["check", "--format", "json"]) == FINDINGS
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["code"], found["file"], found["line"], found["column"]) == ("S206", DECISION.as_posix(), 12, 16)


def it_gives_an_empty_list_where_all_is_well(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["check", "--format", "json"]) == CLEAN
    assert json.loads(capsys.readouterr().out) == []


def it_gives_annotations_that_a_code_host_reads(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content" / "nghe_an" / "2025" / "số 1, 100%.yaml").write_text('"a\\nb": [\n', "utf-8")
    assert build.main(["check", "--format", "github"]) == FINDINGS
    (line,) = capsys.readouterr().out.splitlines()
    place = r"file=[^:,]+100%25\.yaml,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=S101"
    assert re.fullmatch(f"::error {place}::.+", line)


def it_keeps_signs_that_steer_a_terminal_out_of_its_words(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mistype(root, "luu: VT, KSTT", 'luu: VT\n"a\\e[2J\\nb": x')
    assert build.main(["check"]) == FINDINGS
    assert all(line.isprintable() for line in capsys.readouterr().out.splitlines())


@pytest.mark.parametrize("number", ["", "12a", "12/QĐ", "-1", "²", "٢٢٢٨"])
def it_issues_under_digits_only(number: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / DECISION).read_bytes()
    assert build.main(["issue", str(DECISION), f"--so={number}", "--ngay=15/7/2025"]) == WRONG_USE
    assert "chỉ gồm chữ số" in capsys.readouterr().err
    assert (root / DECISION).read_bytes() == before


@pytest.mark.parametrize(("words", "said"), [
    ([], "thiếu --so, --ngay"), (["--so=12"], "thiếu --ngay"), (["--bo-sung", "--so=12"], "không ghi cùng --so"),
])
def it_says_what_issue_is_to_be_told(
    words: list[str], said: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build.main(["issue", str(DECISION), *words]) == WRONG_USE
    assert said in capsys.readouterr().err


class Today(date):
    """The clock of an office on 15/7/2025."""

    @classmethod
    def today(cls) -> "Today":
        return cls(2025, 7, 15)


@pytest.mark.parametrize(("day", "is_ahead"), [("15/7/2025", False), ("16/7/2025", True), ("15/7/2052", True)])
def it_says_before_it_issues_that_the_day_of_signing_has_not_come(
    day: str, is_ahead: bool, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(issue, "date", Today)
    mistype(root, "so_van_ban: 2228\nngay_ban_hanh: 15/7/2025\n", "")
    assert build.main(["issue", str(DECISION), "--so=2228", f"--ngay={day}"]) in (CLEAN, FINDINGS)
    assert ("chưa đến, hôm nay là 15/07/2025" in capsys.readouterr().err) == is_ahead


@pytest.mark.parametrize(("day", "is_other"), [("15/7/2025", False), ("15/7/2024", True)])
def it_says_before_it_issues_that_the_day_is_of_another_year(
    day: str, is_other: bool, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mistype(root, "so_van_ban: 2228\nngay_ban_hanh: 15/7/2025\n", "")
    assert build.main(["issue", str(DECISION), "--so=2228", f"--ngay={day}"]) in (CLEAN, FINDINGS)
    assert ("dự thảo của năm 2025. Nếu gõ nhầm" in capsys.readouterr().err) == is_other


def it_keeps_the_words_of_a_document_that_was_numbered_by_hand(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = (root / DECISION).with_suffix(".ban_hanh.json")
    command = ["issue", str(DECISION), "--bo-sung"]
    assert build.main(command) == CLEAN
    assert f"Đã lưu lời văn vào {record.relative_to(root).as_posix()}" in capsys.readouterr().out
    kept = record.read_bytes()
    assert build.main(command) == CLEAN
    assert "không cần làm gì" in capsys.readouterr().out
    data = json.loads(kept)
    record.write_text(json.dumps({key: data[key] for key in ("tep", "so_sach")}), "utf-8")
    signer = root / "content" / "dung_chung" / "co_quan.yaml"
    signer.write_text(signer.read_text("utf-8").replace("Nguyễn Văn A", "Phạm Văn B"), "utf-8")
    before = record.read_bytes()
    assert build.main(command) == FINDINGS
    told = capsys.readouterr()
    assert "“Nguyễn Văn A”, nay “Phạm Văn B”" in told.out
    assert "Chưa tệp nào bị thay đổi" in told.err
    assert record.read_bytes() == before
