"""`build.py text` of a YAML file: what will be printed, a paragraph or a row of a table a line."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

import build
from tests.support.content import DECISION, PLAN, project
from tests.support.sample import ROOT
from vanban.commands import CLEAN
from vanban.doctypes import doctypes
from vanban.errors import WrongUse
from vanban.pipeline.checking import check
from vanban.pipeline.offices import frames
from vanban.pipeline.own_frames import office_of
from vanban.pipeline.project import Project
from vanban.pipeline.reading_out import words
from vanban.wordml.printed_words import printed_words
from vanban.writers.to_docx.writing import to_docx_parts
from vanban.writers.to_lines import body_lines, lines_at_fault

LETTER = """\
loai_van_ban: cong_van
ma: cv
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
don_vi_soan_thao: CCHC
trich_yeu: đôn đốc báo cáo
kinh_gui: [Bộ Nội vụ]
mo_dau: Nội dung.
noi_nhan: [Như trên]
luu: VT
nguoi_ky: nguyen_van_a
"""
TABLE = "bang_bieu:\n  - {ma: mot, cot: [{ma: a, tieu_de: Việc}, {ma: b, tieu_de: Hạn}], hang: [{a: Rà soát, b: Quý I}]}\n"


def it_reads_zones_body_and_signature_of_one_document(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN)
    lines = words(home, home.content / "nghe_an" / "2025" / "qd.yaml")[0].splitlines()
    assert lines[:4] == ["ỦY BAN NHÂN DÂN TỈNH NGHỆ AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                         "Độc lập - Tự do - Hạnh phúc", "Số: 2228/QĐ-UBND"]
    assert lines[lines.index("Nơi nhận:") + 1] == "- Bộ Nội vụ;"
    assert "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2025./." in lines
    assert lines[-1] == "Nguyễn Văn A"
    assert "Theo phân công." not in lines


def it_reads_an_attachment_by_its_own_file(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN + TABLE)
    lines = words(home, home.content / "nghe_an" / "2025" / "kh.yaml")[0].splitlines()
    assert lines[-5:] == ["I. NHIỆM VỤ", "Theo phân công.", "Việc | Hạn", "Rà soát | Quý I", "./."]


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


def letters(text: str) -> str:
    """`text` without blanks, the signs between cells and around notes, and what stands for pictures."""
    return re.sub(r"[\s|^\[\]]", "", re.sub(r"(?m)^\[[^^].*\]$", "", text))


def it_reads_the_words_of_the_page_of_every_sample() -> None:
    """Zone by zone, what the frames print themselves among it: the DOCX of each document of each set says no other word."""
    home = Project(ROOT)
    checked = check(home)
    kinds = set()
    for bo in checked.sound:
        setting, frame_of = checked.setting(bo), frames(home, office_of(checked.content, bo))
        printed = checked.printed(bo)
        made = to_docx_parts(printed, setting.doctypes, setting.the_thuc, frame_of,
                             lambda image: (ROOT / image.file).read_bytes())
        for part, (document, docx) in zip(bo.parts(), made, strict=True):
            page = "".join(each.words for each in printed_words(docx).paragraphs)
            text = words(home, ROOT / checked.content.file_of(part.van_ban))[0]
            assert letters(text) == letters(page), document.ma
            kinds.add(document.loai_van_ban)
    assert kinds == set(doctypes())


def it_reads_a_letter_as_its_page_has_it_and_says_no_type(tmp_path: Path) -> None:
    home = project(tmp_path, cv=LETTER)
    lines = words(home, home.content / "nghe_an" / "2025" / "cv.yaml")[0].splitlines()
    assert {"Số: /UBND-CCHC", "V/v đôn đốc báo cáo", "Kính gửi: Bộ Nội vụ"} <= {" ".join(each.split()) for each in lines}
    assert not any("CÔNG VĂN" in each for each in lines)


def it_reads_what_is_at_fault_as_it_would_read_it_without_fault() -> None:
    """Of every sample, but for the mark that ends it, capitals, the numbers of notes and where a line breaks."""
    def bare(lines: Iterable[str]) -> str:
        return re.sub(r"[\s.|/]|\[\^\d*\]", "", "".join(lines)).lower()

    checked = check(Project(ROOT))
    for bo in checked.sound:
        for part, printed in zip(bo.parts(), checked.printed(bo).documents, strict=True):
            if printed.body:
                assert bare(body_lines(printed)) == bare(lines_at_fault(part)), part.van_ban.ma
