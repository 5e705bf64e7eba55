"""A document that is only attached, and that nothing attaches yet: printed as a draft, never issued."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from tests.support.content import DECISION, PLAN, project
from vanban.doctypes import doctypes
from vanban.keys import document_types
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx, report

ATTACHED = [name for name, kind in doctypes().items() if kind.attached and "co_quan" not in document_types()[name].needs]
ANNEX = "loai_van_ban: phu_luc\nma: pl\ntrich_yeu: Danh mục nhiệm vụ\nmo_dau: Như sau.\nkho_giay: ngang\n"


def alone(kind: str) -> str:
    return f"loai_van_ban: {kind}\nma: kh\ntrich_yeu: Cải cách hành chính\nde_muc: [{{tieu_de: Việc, noi_dung: Như sau.}}]\n"


def words(made: Project, checked: Checked) -> list[str]:
    (bo,) = checked.sound
    return [paragraph.text for paragraph in Document(BytesIO(docx(made, checked, bo))).paragraphs]


@pytest.mark.parametrize("kind", ATTACHED)
def it_is_printed_as_a_draft_that_asks_what_it_belongs_to(kind: str, tmp_path: Path) -> None:
    made = project(tmp_path, van_ban=alone(kind))
    checked = check(made)
    assert [(f.code, f.level) for f in checked.findings if f.code != "R113"] == [("R110", "warning")]
    printed = words(made, checked)
    assert "([XEM LẠI: kèm theo văn bản nào])" in printed
    assert "Như sau" in " ".join(printed)


def it_is_printed_with_what_it_attaches_itself(tmp_path: Path) -> None:
    made = project(tmp_path, kh=alone("ke_hoach") + "noi_dung_cuoi: Xem [[pl]].\nkem_theo: [pl]\n", pl=ANNEX)
    checked = check(made)
    assert "DANH MỤC NHIỆM VỤ" in words(made, checked)
    (bo,) = checked.sound
    widths = [section.page_width < section.page_height for section in Document(BytesIO(docx(made, checked, bo))).sections]
    assert widths == [True, False]


@pytest.mark.parametrize("kind", ATTACHED)
def it_is_never_issued(kind: str, tmp_path: Path) -> None:
    made = project(tmp_path, van_ban=alone(kind) + 'so_van_ban: "12"\nngay_ban_hanh: 15/7/2025\nvi_du: true\n')
    assert check(made).has_errors
    assert not check(made).sound


def it_takes_away_what_was_printed_alone_once_it_is_attached(tmp_path: Path) -> None:
    made = project(tmp_path, kh=PLAN)
    assert [path.name for path in report(made, [], ["docx"]).written] == ["kh.docx"]
    (made.content / "nghe_an" / "2025" / "qd.yaml").write_text(DECISION, "utf-8")
    again = report(made, [], ["docx"])
    assert [path.name for path in again.written] == ["qd.docx", "qd.json"]
    assert not (made.outputs / "nghe_an" / "2025" / "kh.docx").exists()
    assert again.warnings == ["Đã xóa outputs/nghe_an/2025/kh.docx: bản cũ, không còn khớp với nội dung."]
