"""What `issue` keeps of the registers: every entry that the set uses, and none that it does not."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import report

DRAFT = DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "")
HEAD = PLAN[: PLAN.index("de_muc:")]
ANNEX = """\
loai_van_ban: phu_luc
ma: kh
trich_yeu: Danh mục
"""
LIST = ANNEX + """\
bang_bieu:
  - ma: bang
    bo_cuc: danh_muc
danh_muc:
  - nhom: Văn bản của Trung ương
    gom: [nq_05_tu_2021, cv_4625_bnv_2025]
"""
TASKS = ANNEX + """\
bang_bieu:
  - ma: bang
    bo_cuc: nhiem_vu
nhiem_vu:
  - nhom: Thể chế
    gom:
      - {ma: nv_1, noi_dung: Việc một, chu_tri: [so_tu_phap_nghe_an], phoi_hop: [so_noi_vu_nghe_an], thoi_gian: Năm 2025, san_pham: Báo cáo}
"""
TARGETS = "muc_tieu:\n  - {chi_tieu: ty_le_dung_han, so_sanh: tu_tro_len, gia_tri: 95}\n"
TEXT = "de_muc:\n  - tieu_de: Nhiệm vụ\n    noi_dung: |\n      Theo {}.\n"


def issued(folder: Path, plan: str = PLAN, decision: str = DRAFT) -> Project:
    home = project(folder, qd=decision, kh=plan)
    done = issue(home, home.content / "nghe_an" / "2025" / "qd.yaml", "2228", date(2025, 7, 15))
    assert not done.has_errors, done.findings
    return home


def kept(home: Project) -> set[str]:
    """The ids of the entries that lie beside the issued document."""
    data = json.loads((home.content / "nghe_an" / "2025" / "qd.ban_hanh.json").read_text("utf-8"))
    return {entry["ma"] for entries in data["so_sach"].values() for entry in entries}


@pytest.mark.parametrize(("plan", "used"), [
    (LIST, {"nq_05_tu_2021", "cv_4625_bnv_2025"}),
    (TASKS, {"so_tu_phap_nghe_an", "so_noi_vu_nghe_an"}),
    (HEAD + TARGETS + TEXT.format("{{ muc_tieu.ty_le_dung_han }}"), {"ty_le_dung_han"}),
    (HEAD + TARGETS + TEXT.format("phân công"), {"ty_le_dung_han"}),
    (HEAD + TEXT.format("[[nq_05_tu_2021]]"), {"nq_05_tu_2021"}),
], ids=["acts of a list", "bodies of tasks", "figures", "targets", "citations"])
def it_keeps_what_the_set_uses(plan: str, used: set[str], tmp_path: Path) -> None:
    home = issued(tmp_path, plan)
    assert used <= kept(home)
    assert not used & kept(issued(tmp_path / "without"))


def it_keeps_the_issuer_and_its_bases(tmp_path: Path) -> None:
    assert {"ubnd_nghe_an", "nq_76_2021"} <= kept(issued(tmp_path))


def it_keeps_what_a_kept_entry_names_in_turn(tmp_path: Path) -> None:
    """The successor of an act, the body that issued it, the superior of that body."""
    plan = HEAD + TEXT.format("[[qd_3667_2024]]")
    assert {"qd_3667_2024", "qd_2228_2025", "ubnd_nghe_an"} <= kept(issued(tmp_path, plan))
    assert "qd_2228_2025" not in kept(issued(tmp_path / "without"))


def it_keeps_nothing_that_the_set_does_not_use(tmp_path: Path) -> None:
    home = issued(tmp_path)
    everything = {entry["ma"] for entries in check(home).content.entries.values() for entry in entries}
    assert len(kept(home)) < len(everything) / 4
    assert "tinh_uy_ha_tinh" not in kept(home)


@pytest.mark.parametrize("plan", [LIST, TASKS])
def it_rebuilds_to_the_same_words_from_what_was_kept(plan: str, tmp_path: Path) -> None:
    """The registers change every name afterwards; the issued set keeps those of its day."""
    home = issued(tmp_path, plan)
    first = docx_of(home, tmp_path / "truoc")
    for register in (home.content / "dung_chung").glob("*.yaml"):
        text = register.read_text("utf-8")
        register.write_text(text.replace("trich_yeu: ", "trich_yeu: sửa ").replace("ten_goi: ", "ten_goi: Tên khác "), "utf-8")
    assert docx_of(home, tmp_path / "sau") == first


def docx_of(home: Project, folder: Path) -> bytes:
    report(home, [home.content / "nghe_an"], ["docx"], folder)
    (path,) = folder.rglob("qd.docx")
    return path.read_bytes()


def it_writes_the_same_record_again(tmp_path: Path) -> None:
    records = [(issued(tmp_path / name).content / "nghe_an" / "2025" / "qd.ban_hanh.json").read_bytes() for name in ("a", "b")]
    assert records[0] == records[1]
    assert records[0].endswith(b"}\n")


def it_tells_of_an_annex_that_was_taken_out_of_an_issued_set(tmp_path: Path) -> None:
    home = issued(tmp_path)
    decision = home.content / "nghe_an" / "2025" / "qd.yaml"
    text = decision.read_text("utf-8")
    decision.write_text(text.replace("kem_theo:\n  - kh\n", "").replace(" [[kh]]", " một kế hoạch"), "utf-8")
    edited = {found.file for found in check(home).findings if found.code == "C105"}
    assert edited == {"content/nghe_an/2025/qd.yaml", "content/nghe_an/2025/kh.yaml"}
