"""`build.py text` of a YAML file: what will be printed, a paragraph or a row of a table a line."""

import re
from pathlib import Path

import pytest

import build
from tests.support.content import DECISION, PLAN, project
from tests.support.sample import ROOT
from vanban.commands import CLEAN
from vanban.errors import WrongUse
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.pipeline.reading_out import read_out, words
from vanban.writers.to_lines import to_lines

TABLE = "bang_bieu:\n  - {ma: mot, cot: [{ma: a, tieu_de: Việc}, {ma: b, tieu_de: Hạn}], hang: [{a: Rà soát, b: Quý I}]}\n"


def it_reads_zones_body_and_signature_of_one_document(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN)
    lines = words(home, home.content / "nghe_an" / "2025" / "qd.yaml")[0].splitlines()
    assert lines[:3] == ["ỦY BAN NHÂN DÂN", "TỈNH NGHỆ AN", "2228/QĐ-UBND"]
    assert "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2025." in lines
    assert lines[-1] == "Nguyễn Văn A"
    assert "Theo phân công." not in lines


def it_reads_an_attachment_by_its_own_file(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN + TABLE)
    lines = words(home, home.content / "nghe_an" / "2025" / "kh.yaml")[0].splitlines()
    assert lines[-4:] == ["I. Nhiệm vụ", "Theo phân công.", "Việc | Hạn", "Rà soát | Quý I"]


def it_is_a_command_and_says_what_is_no_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["text", str(ROOT / "content" / "nghe_an" / "2025" / "quyet_dinh_cchc.yaml")]) == CLEAN
    assert "Nguyễn Văn A\n" in capsys.readouterr().out
    with pytest.raises(WrongUse, match="không phải là tệp văn bản"):
        words(Project(ROOT), ROOT / "content" / "dung_chung" / "co_quan.yaml")


def it_reads_what_can_be_read_of_a_document_at_fault_and_what_was_found(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN.replace("Theo phân công.", "Theo {{ so_nay }}."))
    lines, checked = words(home, home.content / "nghe_an" / "2025" / "kh.yaml")
    assert lines.splitlines()[-1] == "Theo [so_nay]."
    assert checked.has_errors


def it_reads_what_was_kept_of_an_issued_document_line_by_line_as_it_reads_one_of_today() -> None:
    """Of every sample: the words that an issue would keep, read out, are those of the document itself; but for the mark
    that ends it and for where a line breaks."""
    def letters(text: str) -> str:
        return re.sub(r"[\s.|/]", "", text)

    checked = check(Project(ROOT))
    for bo in checked.sound:
        printed = checked.printed(bo)
        for part, kept in zip(bo.parts(), printed.documents, strict=True):
            assert letters(read_out(kept, "")) == letters(to_lines(part)), part.van_ban.ma
