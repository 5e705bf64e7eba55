"""From draft to issued document: what may happen to it on the way, and what may not happen to it afterwards."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from vanban.errors import WrongUse
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx, report
from vanban.pipeline.starting import Asked, new
from vanban.pipeline.tidying import tidy

DRAFT = DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "# số và ngày do Văn thư cấp\n")
DAY = date(2025, 7, 15)


@pytest.fixture
def draft(tmp_path: Path) -> Project:
    """A decision without number and date, and its plan."""
    return project(tmp_path, qd=DRAFT, kh=PLAN)


def file_of(draft: Project, name: str = "qd") -> Path:
    return draft.content / "nghe_an" / "2025" / f"{name}.yaml"


def zones(checked: Checked):
    (bo,) = checked.sound
    return bo.zones


def codes(checked: Checked) -> list[str]:
    return [found.code for found in checked.findings]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def it_marks_a_draft_and_leaves_its_number_blank(draft: Project) -> None:
    assert zones(check(draft)).du_thao.text == "DỰ THẢO"


def it_writes_number_and_date_and_changes_nothing_else(draft: Project) -> None:
    assert not issue(draft, file_of(draft), "0125", DAY).has_errors
    assert file_of(draft).read_text("utf-8") == DRAFT.replace(
        "co_quan: ubnd_nghe_an\n", 'co_quan: ubnd_nghe_an\nso_van_ban: "0125"\nngay_ban_hanh: 15/7/2025\n'
    )
    issued = zones(check(draft))
    assert (issued.so_ky_hieu.text, issued.ngay_thang.text, issued.du_thao.text) == ("0125/QĐ-UBND", "ngày 15 tháng 7 năm 2025", "")


def it_refuses_while_a_question_is_open_and_writes_nothing(draft: Project) -> None:
    edit(file_of(draft), "Quyết định này [[kh]].", "Quyết định này [[kh]] {XEM LẠI: tên gọi}.")
    before = file_of(draft).read_bytes()
    assert "C101" in codes(issue(draft, file_of(draft), "2228", DAY))
    assert file_of(draft).read_bytes() == before
    assert sorted(p.name for p in file_of(draft).parent.iterdir()) == ["kh.yaml", "qd.yaml"]


def it_rebuilds_to_the_same_bytes_after_the_registers_change(draft: Project) -> None:
    issue(draft, file_of(draft), "2228", DAY)
    before = check(draft)
    old = docx(draft, before, before.sound[0])
    registers = draft.content / "dung_chung"
    edit(registers / "co_quan.yaml", "Nguyễn Văn A", "Phạm Văn B")
    edit(registers / "can_cu.yaml", "ban hành Chương trình tổng thể", "về Chương trình tổng thể")
    after = check(draft)
    assert [(found.code, found.level) for found in after.findings] == [("S192", "info")]
    assert docx(draft, after, after.sound[0]) == old


def it_records_the_body_as_it_was_called_when_it_issued(draft: Project, tmp_path: Path) -> None:
    issue(draft, file_of(draft), "2228", DAY)
    edit(draft.content / "dung_chung" / "co_quan.yaml", "ma: ubnd_nghe_an", "ma: ubnd_doi_ten")
    edit(draft.content / "dung_chung" / "co_quan.yaml", "truc_thuoc: ubnd_nghe_an", "truc_thuoc: ubnd_doi_ten")
    assert not report(draft, [], ["docx"], tmp_path / "out").has_errors
    record = (tmp_path / "out" / "nghe_an" / "2025" / "qd.json").read_text("utf-8")
    assert "Ủy ban nhân dân tỉnh Nghệ An" in record


def it_follows_the_registers_while_it_is_a_draft(draft: Project) -> None:
    edit(draft.content / "dung_chung" / "co_quan.yaml", "Nguyễn Văn A", "Phạm Văn B")
    assert zones(check(draft)).ho_ten.text == "Phạm Văn B"


@pytest.mark.parametrize("name", ["qd", "kh"])
def it_finds_an_edit_after_issue_and_builds_nothing_from_it(draft: Project, name: str) -> None:
    issue(draft, file_of(draft), "2228", DAY)
    edit(file_of(draft, name), "trich_yeu: ", "trich_yeu: Sửa ")
    checked = check(draft)
    assert [(f.code, f.file) for f in checked.findings] == [("C105", f"content/nghe_an/2025/{name}.yaml")]
    assert "công văn" in checked.findings[0].hint
    assert not checked.sound


@pytest.mark.parametrize("what", ["deleted", "renamed"])
def it_tells_of_a_record_whose_document_has_gone_or_has_another_name(draft: Project, what: str) -> None:
    issue(draft, file_of(draft), "2228", DAY)
    if what == "deleted":
        file_of(draft).unlink()
    else:
        file_of(draft).rename(file_of(draft, "quyet_dinh_moi"))
    (found,) = [each for each in check(draft, [draft.content / "nghe_an"]).findings if each.code == "S194"]
    assert (found.level, found.file) == ("error", "content/nghe_an/2025/qd.ban_hanh.json")
    assert "git checkout -- content/nghe_an/2025/qd.yaml" in found.hint


def it_takes_windows_line_ends_for_no_edit(draft: Project) -> None:
    issue(draft, file_of(draft), "2228", DAY)
    path = file_of(draft, "kh")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert not check(draft).findings


SPOILT = {
    "empty": lambda text: "{}",
    "no JSON": lambda text: text[:-20],
    "conflict": lambda text: "<<<<<<< HEAD\n" + text,
    "a list": lambda text: "[]",
    "null": lambda text: "null",
    "deep": lambda text: "[" * 100_000,
    "files as list": lambda text: text.replace('"tep": {', '"tep": [').replace("},", "],", 1),
    "another signer": lambda text: text.replace("Nguyễn Văn A", "Nguyễn Văn Z"),
    "another key": lambda text: text.replace('"so_sach"', '"so_sachh"'),
    "entries as text": lambda text: json.dumps(json.loads(text) | {"so_sach": {"co_quan": ["ubnd_nghe_an"]}}),
}


@pytest.mark.parametrize("how", SPOILT)
@pytest.mark.parametrize("aim", ["file", "folder"])
def it_builds_nothing_beside_a_kept_record_that_is_broken(draft: Project, how: str, aim: str) -> None:
    issue(draft, file_of(draft), "2228", DAY)
    record = file_of(draft).with_suffix(".ban_hanh.json")
    text = record.read_text("utf-8")
    spoilt = SPOILT[how](text)
    assert spoilt != text
    record.write_text(spoilt, "utf-8")
    checked = check(draft, [file_of(draft) if aim == "file" else file_of(draft).parent])
    assert codes(checked) == ["S109"]
    assert not checked.sound


def it_believes_a_record_from_before_records_had_fingerprints(draft: Project) -> None:
    issue(draft, file_of(draft), "2228", DAY)
    record = file_of(draft).with_suffix(".ban_hanh.json")
    data = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps({key: data[key] for key in ("tep", "so_sach")}), "utf-8")
    checked = check(draft)
    assert [(f.code, f.level) for f in checked.findings] == [("S113", "info")]
    assert checked.sound


def it_does_not_mind_how_a_record_is_laid_out(draft: Project) -> None:
    issue(draft, file_of(draft), "2228", DAY)
    record = file_of(draft).with_suffix(".ban_hanh.json")
    record.write_text(json.dumps(json.loads(record.read_text("utf-8")), indent=4), "utf-8", newline="\r\n")
    assert not check(draft).findings


def it_issues_once(draft: Project) -> None:
    issue(draft, file_of(draft), "2228", DAY)
    with pytest.raises(WrongUse, match="đã có số"):
        issue(draft, file_of(draft), "2229", DAY)


def it_issues_only_what_has_a_number_of_its_own(draft: Project) -> None:
    with pytest.raises(WrongUse, match="kèm theo content/nghe_an/2025/qd.yaml"):
        issue(draft, file_of(draft, "kh"), "1", DAY)


def it_gives_no_number_twice_in_a_year(draft: Project) -> None:
    issue(draft, file_of(draft), "2228", DAY)
    again = DRAFT.replace("ma: qd", "ma: qd_hai").replace("kem_theo:\n  - kh\n", "").replace("Ban hành kèm theo Quyết định này [[kh]]", "Giao việc")
    file_of(draft, "hai").write_text(again, "utf-8")
    assert codes(issue(draft, file_of(draft, "hai"), "2228", DAY)) == ["R111"]
    assert not issue(draft, file_of(draft, "hai"), "2229", DAY).has_errors


LETTER = """\
loai_van_ban: cong_van
ma: cv
co_quan: ubnd_nghe_an
ngay_du_kien: 20/11/2025
don_vi_soan_thao: CCHC
trich_yeu: đôn đốc báo cáo
kinh_gui:
  - Bộ Nội vụ
mo_dau: |
  Thực hiện [[nq_76_2021]], Ủy ban nhân dân tỉnh báo cáo:
  1. Một;
  1. Hai.
noi_nhan:
  - Như trên
luu: VT, CCHC
nguoi_ky: nguyen_van_a
"""


def it_goes_all_the_way_from_a_new_file_to_what_stays_the_same(tmp_path: Path) -> None:
    home, out = project(tmp_path), tmp_path / "out"
    path = new(home, Asked("cong_van", "nghe_an", "2025", "cv")).draft
    assert "C117" in codes(check(home))  # there is still everything to fill in
    path.write_text(LETTER.replace("[[nq_76_2021]]", "[[nq_76_201]]"), "utf-8")
    assert codes(check(home)) == ["R101"]
    assert report(home, [], ["docx"], out).written == []
    path.write_text(LETTER, "utf-8")
    assert tidy(home) == [path]
    assert "  2. Hai." in path.read_text("utf-8")
    assert zones(check(home)).du_thao.text == "DỰ THẢO"
    assert not issue(home, path, "12", date(2025, 11, 20)).has_errors
    report(home, [], ["docx"], out)
    built = out / "nghe_an" / "2025" / "cv.docx"
    before = built.read_bytes()
    edit(home.content / "dung_chung" / "co_quan.yaml", "Nguyễn Văn A", "Phạm Văn B")
    report(home, [], ["docx"], out)
    assert built.read_bytes() == before
    edit(path, "Một", "Ba")
    assert codes(check(home)) == ["C105"]
    report(home, [], ["docx"], out)
    assert built.read_bytes() == before
