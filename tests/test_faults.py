"""What a clerk mistypes: ten slips in one content folder are ten findings, each at its sign, all in one run."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.copies import SET, copy_project
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import report

DECISION, PLAN, ANNEX = SET
FURTHER = "cong_van_hong.yaml"
SOUND = "quyet_dinh_to_cong_tac.yaml"


@dataclass(frozen=True)
class Slip:
    """`right` of a file typed as `wrong`; the finding stands at the first `mark` inside `wrong`."""

    file: str
    code: str
    right: str
    wrong: str
    mark: str
    said: str

    def place(self, text: str) -> tuple[int, int]:
        """Line and column of the finding in the spoilt `text`."""
        offset = text.index(self.wrong) + self.wrong.index(self.mark)
        return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


TEN = (
    Slip(DECISION, "S201", "\ntrich_yeu:", "\ntrich_yeuu:", "trich_yeuu", "Có phải “trich_yeu” (Trích yếu)?"),
    Slip(DECISION, "S104", "luu: VT, KSTT\n", "luu: VT, KSTT\nluu: VT\n", "luu: VT\n", "hai lần"),
    Slip(DECISION, "S206", "ngay_ban_hanh: 15/7/2025", "ngay_ban_hanh: 31/6/2025", "31", "Không có ngày 31/6/2025"),
    Slip(DECISION, "R101", "  - nq_76_2021", "  - nq76_2021", "nq", "Có phải “nq_76_2021”?"),
    Slip(DECISION, "R104", "nguoi_ky: nguyen_van_a", "nguoi_ky: nguyn_van_a", "nguyn", "Có phải “nguyen_van_a”?"),
    Slip(DECISION, "R106", "  - ke_hoach_cchc\n", "  - ke_hoach_cchcc\n", "ke_hoach", "Có phải “ke_hoach_cchc”?"),
    Slip(PLAN, "D101", "{{ muc_tieu.ty_le_dung_han }}", "{{ muc_tieu.ty_le_dug_han }}", "{{",
         "Có phải “muc_tieu.ty_le_dung_han”?"),
    Slip(PLAN, "S301", "[[mt_hai_long]]", "[[mt_hai_long", "[[", "thiếu dấu ]]"),
    Slip(ANNEX, "S204", "\nkho_giay: ngang\n", "\nkho_giay: ngangg\n", "ngangg", "Có phải “ngang”?"),
    Slip(FURTHER, "S101", "", 'trich_yeu: "Về việc cử người\nluu: VT\n', '"', "Dấu nháy mở ra mà không đóng lại"),
)
TEN_MORE = (
    Slip(DECISION, "S205", "so_van_ban: 2228", "so_van_ban: 2228/QĐ-UBND", "2228", "không phải là số văn bản"),
    Slip(DECISION, "S202", "luu: VT, KSTT", "luu:", "luu", "đang để trống"),
    Slip(DECISION, "R103", "co_quan: ubnd_nghe_an", "co_quan: ubnd_nghean", "ubnd", "Có phải “ubnd_nghe_an”?"),
    Slip(PLAN, "S207", "ty_le_qppl_dung_tien_do, so_sanh: tu_tro_len, gia_tri: 98}",
         "ty_le_qppl_dung_tien_do, so_sanh: tu_tro_len, gia_tri: 1.000}", "1.000", "Viết 1000"),
    Slip(PLAN, "D102", "{{ muc_tieu.ty_le_xin_loi }}", "{{ muc_tieu.ty_le_xin_loi | dep }}", "{{", "“dep”"),
    Slip(PLAN, "C103", "danh_so: 1.1.\n", "danh_so: 1.1\n", "1.1", "Có phải “1.1.”?"),
    Slip(ANNEX, "S206", "Trước ngày 30/9/2025", "Trước ngày 31/9/2025", "Trước", "Không có ngày 31/9/2025"),
    Slip(ANNEX, "S309", "ma: nv_ra_soat_qppl", "ma: nv_chuong_trinh_qppl\n        # hai lần", "ma", "đã đặt ở dòng"),
    Slip(ANNEX, "S203", "chu_tri: [so_tu_phap_nghe_an]", "chu_tri: so_tu_phap_nghe_an", "so_tu", "phải là một danh sách"),
    Slip(FURTHER, "S101", "", "loai_van_ban: phu_luc\nnoi_nhan:\n\t- Bộ Nội vụ\n", "\t", "phím Tab"),
)


def mistype(project: Project, slips: tuple[Slip, ...]) -> Path:
    """The folder of the documents, spoilt."""
    folder = project.content / "nghe_an" / "2025"
    (folder / FURTHER).touch()
    for slip in slips:
        text = (folder / slip.file).read_text("utf-8")
        assert not slip.right or slip.right in text, slip
        (folder / slip.file).write_text(text.replace(slip.right, slip.wrong, 1) if slip.right else slip.wrong, "utf-8")
    return folder


@pytest.mark.parametrize("slips", [TEN, TEN_MORE], ids=["ten", "ten_more"])
def it_finds_ten_slips_in_one_run_each_at_its_sign(slips: tuple[Slip, ...], tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    folder = mistype(project, slips)
    checked = check(project)
    assert not checked.failures
    found = checked.findings
    expected = sorted(
        (f"content/nghe_an/2025/{slip.file}", *slip.place((folder / slip.file).read_text("utf-8")), slip.code)
        for slip in slips
    )
    assert [(f.file, f.line, f.column, f.code) for f in found] == expected
    words = {f.code: f"{f.message} {f.hint}" for f in found}
    assert {slip.code: slip.said in words[slip.code] for slip in slips} == {slip.code: True for slip in slips}


def it_builds_what_is_sound_and_leaves_the_older_file_of_what_is_not(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    folder = mistype(project, TEN)
    (folder / SOUND).write_text(
        "loai_van_ban: quyet_dinh\nma: qd_to_cong_tac\nco_quan: ubnd_nghe_an\ntrich_yeu: Về việc thành lập Tổ công tác\n"
        "can_cu: [nq_76_2021]\ndieu:\n  - noi_dung: Thành lập Tổ công tác.\nnoi_nhan: [Bộ Nội vụ]\nluu: VT\n"
        "nguoi_ky: nguyen_van_a\n", "utf-8",
    )
    older = project.outputs / "nghe_an" / "2025" / "quyet_dinh_cchc.docx"
    older.parent.mkdir(parents=True)
    older.write_bytes(b"older")
    result = report(project, (), ("docx",))
    assert result.has_errors
    assert result.written == [older.with_name("quyet_dinh_to_cong_tac.docx")]
    assert sorted(older.parent.iterdir()) == [older, *result.written]
    assert older.read_bytes() == b"older"


@pytest.mark.parametrize("register", ["can_cu", "chi_tieu", "co_quan"])
def it_does_not_blame_documents_for_a_register_that_cannot_be_read(register: str, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    path = project.content / "dung_chung" / f"{register}.yaml"
    path.write_text(path.read_text("utf-8") + '  - ma: "x\n', "utf-8")
    checked = check(project)
    assert not checked.failures
    assert [(f.file, f.code) for f in checked.findings] == [(f"content/dung_chung/{register}.yaml", "S101")]
    assert checked.sound == ()


@pytest.mark.parametrize("file", [DECISION, PLAN, ANNEX])
def it_does_not_blame_documents_for_one_of_their_set_that_cannot_be_read(file: str, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    path = project.content / "nghe_an" / "2025" / file
    path.write_text(path.read_text("utf-8") + "\tx\n", "utf-8")
    checked = check(project)
    assert not checked.failures
    assert [(f.file, f.code) for f in checked.findings] == [(f"content/nghe_an/2025/{file}", "S101")]
    assert checked.sound == ()
