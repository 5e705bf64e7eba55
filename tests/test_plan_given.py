"""A commune's plan from that of its province: the tasks that are given to it, and how it cites it."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.support.planning import answer, faults, sample, texts
from vanban.pipeline.planning import Asked, Planned, plan
from vanban.pipeline.project import Project

HERE = "content/xa_yen_thanh/2026"
OWN = """\
loai_van_ban: ke_hoach
ma: kh_xa
co_quan: ubnd_xa_yen_thanh
so_van_ban: 7
ngay_ban_hanh: 20/12/2024
trich_yeu: Cải cách hành chính năm 2025
can_cu:
  - nq_76_2021
de_muc:
  - tieu_de: Nhiệm vụ
    noi_dung: |
      Theo phân công.
noi_nhan:
  - Sở Nội vụ
luu: VT
nguoi_ky: ngo_van_k
vi_du: true
"""
ANNEX = """\
loai_van_ban: phu_luc
ma: pl
trich_yeu: Nhiệm vụ năm 2026
bang_bieu: [{ma: bang, bo_cuc: nhiem_vu}]
nhiem_vu:
  - nhom: Một
    gom:
      - {ma: nv_xa, noi_dung: Việc của xã, chu_tri: [ubnd_cap_xa], phoi_hop: [so_noi_vu_nghe_an], thoi_gian: Quý I/2026}
      - {ma: nv_so, noi_dung: Việc của Sở, chu_tri: [so_noi_vu_nghe_an], thoi_gian: Quý I/2026}
  - nhom: Hai
    gom:
      - {ma: nv_giup, noi_dung: Việc cùng làm, chu_tri: [so_noi_vu_nghe_an], phoi_hop: [cac_so_nganh, xa_nhom], thoi_gian: Quý II/2026, hang_nam: true}
      - {ma: nv_rieng, noi_dung: Việc của một xã, chu_tri: [ubnd_xa_yen_thanh], thoi_gian: Quý II/2026}
"""
GROUP = "loai_du_lieu: co_quan\nco_quan:\n  - {ma: xa_nhom, ten_goi: Ủy ban nhân dân các xã vùng núi}\n"
OTHER = DECISION.replace("ma: qd", "ma: qd_khac").split("kem_theo:")[0].replace("[[kh]]", "quy chế")


@pytest.fixture
def home(tmp_path: Path) -> Project:
    made = project(tmp_path)
    (made.content / "nghe_an" / "2025").rmdir()
    for folder, name, text in (
        ("xa_yen_thanh/2025", "kh_xa", OWN), ("nghe_an/2026", "kh", PLAN.replace("2025", "2026") + "kem_theo: [pl]\n"),
        ("nghe_an/2026", "pl", ANNEX), ("dung_chung", "co_quan_thu", GROUP),
        ("nghe_an/2026", "qd", DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025', "ngay_du_kien: 30/12/2025")),
    ):
        (made.content / folder).mkdir(parents=True, exist_ok=True)
        (made.content / folder / f"{name}.yaml").write_text(text, "utf-8")
    return made


def carried(home: Project, superior: str = "nghe_an/2026/qd.yaml") -> Planned:
    return plan(home, Asked("xa_yen_thanh", 2025, 2026, superior=superior))


def read(home: Project, name: str) -> str:
    return (home.root / HERE / f"{name}.yaml").read_text("utf-8")


def it_takes_the_tasks_that_are_given_to_it(home: Project) -> None:
    carried(home)
    annex = read(home, "phu_luc_cap_tren_giao")
    assert [line.split("ma: ")[1] for line in annex.splitlines() if "- ma: nv" in line] == ["nv_xa", "nv_giup", "nv_rieng"]
    assert "chu_tri:\n          - ubnd_xa_yen_thanh\n        phoi_hop:\n          - so_noi_vu_nghe_an\n" in annex
    assert "chu_tri:\n          - so_noi_vu_nghe_an\n        phoi_hop:\n          - ubnd_xa_yen_thanh\n" in annex
    assert "hang_nam: true\n" in annex


def it_names_the_annex_and_cites_the_plan_without_a_number(home: Project) -> None:
    planned = carried(home)
    text = read(home, "kh_xa")
    assert "kem_theo:\n  - phu_luc_cap_tren_giao\n" in text
    assert '  - "Quyết định {XEM LẠI: số, ngày, ghi khi đã ban hành: Ban hành Kế hoạch}"\n' in text
    (asked,) = [each for each in planned.decisions if "cap_tren" in each.vi_tri]
    assert asked.is_open
    assert set(faults(home, HERE)) == {("C117", "info")}


def it_remembers_whose_plan_it_follows(home: Project) -> None:
    carried(home)
    before = texts(home.content)
    assert carried(home, "").written == ()
    assert texts(home.content) == before


def it_cites_the_plan_by_the_register_when_it_has_a_number(home: Project) -> None:
    carried(home)
    answer(home, "cap_tren", "qd_2228_2025", HERE)
    carried(home, "")
    assert "can_cu:\n  - nq_76_2021\n  - qd_2228_2025\n" in read(home, "kh_xa")
    path = home.content / "nghe_an/2026/qd.yaml"
    path.write_text(DECISION, "utf-8")
    text = (home.root / HERE / "chuyen_nam.yaml").read_text("utf-8").replace("tra_loi: qd_2228_2025", "tra_loi:")
    (home.root / HERE / "chuyen_nam.yaml").write_text(text, "utf-8")
    planned = carried(home, "")
    (told,) = [each for each in planned.decisions if "cap_tren" in each.vi_tri]
    assert (told.so_phan, told.de_xuat) == ("tinh_lai", "qd_2228_2025")


@pytest.mark.parametrize("words", ["Ủy ban nhân dân các xã, phường", "UBND các xã, phường", "Các xã", "Ủy ban nhân dân các xã"])
@pytest.mark.parametrize("key", ["chu_tri", "phoi_hop"])
def it_takes_the_tasks_that_are_given_to_it_in_words(home: Project, words: str, key: str) -> None:
    bodies = {"chu_tri": "so_noi_vu_nghe_an", "phoi_hop": "cac_so_nganh"} | {key: f'"{words}"'}
    task = f"{{ma: nv_chu, noi_dung: Việc giao bằng chữ, chu_tri: [{bodies['chu_tri']}], phoi_hop: [{bodies['phoi_hop']}], thoi_gian: Quý I/2026}}"
    path = home.content / "nghe_an/2026/pl.yaml"
    path.write_text(ANNEX.replace("      - {ma: nv_so,", f"      - {task}\n      - {{ma: nv_so,"), "utf-8")
    planned = carried(home)
    assert f"{key}:\n          - ubnd_xa_yen_thanh\n" in read(home, "phu_luc_cap_tren_giao").partition("nv_chu")[2].partition("thoi_gian")[0]
    assert ("Kế hoạch cấp trên có 5 nhiệm vụ, giao cho Ủy ban nhân dân xã Yên Thành 4 nhiệm vụ; đã đưa vào "
            "phu_luc_cap_tren_giao.yaml.") in planned.told
    assert not [code for code, level in faults(home, HERE) if level == "error"]


def it_says_of_which_names_nobody_can_tell_whether_it_is_meant(home: Project) -> None:
    path = home.content / "nghe_an/2026/pl.yaml"
    path.write_text(ANNEX.replace("chu_tri: [so_noi_vu_nghe_an], thoi_gian: Quý I",
                                  'chu_tri: ["Các địa phương"], phoi_hop: ["Các hội"], thoi_gian: Quý I'), "utf-8")
    told = carried(home).told
    assert ("Chưa đưa vào, vì không rõ có Ủy ban nhân dân xã Yên Thành trong đó không: “Các địa phương” (nv_so). Có thì thêm "
            "nhiệm vụ ấy vào kế hoạch.") in told
    assert [line for line in told if "“Ủy ban nhân dân các xã vùng núi” (nv_giup)" in line and "cần xem" in line]


def it_says_that_nothing_is_given_to_it(home: Project) -> None:
    path = home.content / "nghe_an/2026/pl.yaml"
    text = ANNEX.replace("ubnd_cap_xa", "so_tai_chinh_nghe_an").replace("ubnd_xa_yen_thanh", "so_tai_chinh_nghe_an")
    path.write_text(text.replace(", xa_nhom", ""), "utf-8")
    planned = carried(home)
    assert "Kế hoạch cấp trên có 4 nhiệm vụ, giao cho Ủy ban nhân dân xã Yên Thành 0 nhiệm vụ." in planned.told
    assert not (home.root / HERE / "phu_luc_cap_tren_giao.yaml").exists()


@pytest.mark.parametrize(("superior", "said"), [
    ("nghe_an/2026/khong.yaml", "không có tệp"), ("nghe_an/2026/kh.yaml", "quyết định ban hành nó"),
    ("nghe_an/2025/qd.yaml", "không phải là kế hoạch của năm 2026"), ("nghe_an/2026/qd_khac.yaml", "không kèm kế hoạch"),
    ("xa_yen_thanh/2025/kh_xa.yaml", "chính đơn vị này"),
    *((name, "không có tệp") for name in ("../../../etc/passwd", "/etc/passwd", "a\0b", "a" * 5000, "nghe_an/2026",
                                          "nghe_an/2026/../2026/qd.yaml", "dung_chung/2026/hinh.png", "."))])
def it_refuses_what_issues_no_plan(home: Project, superior: str, said: str) -> None:
    (home.content / "nghe_an/2025").mkdir()
    for folder, name, text in (("2025", "qd", DECISION), ("2025", "kh", PLAN), ("2026", "qd_khac", OTHER)):
        (home.content / "nghe_an" / folder / f"{name}.yaml").write_text(text, "utf-8")
    before = texts(home.content)
    (told,) = carried(home, superior).findings
    assert told.code == "C163"
    assert said in f"{told.message} {told.hint}"
    assert texts(home.content) == before


def it_takes_what_is_given_in_place_of_what_was_given_the_year_before(tmp_path: Path) -> None:
    """From year to year: the annex is attached once, its old tasks and what was noted there are named."""
    home = sample(tmp_path, "nghe_an", "xa_yen_thanh")
    for old in (2025, 2026, 2027):
        plan(home, Asked("nghe_an", old, old + 1))
    plan(home, Asked("xa_yen_thanh", 2026, 2027, superior="nghe_an/2027/quyet_dinh_cchc.yaml"))
    annex = home.content / "xa_yen_thanh/2027/phu_luc_cap_tren_giao.yaml"
    annex.write_text(annex.read_text("utf-8") + "# đã báo Phòng Kinh tế\n", "utf-8")
    planned = plan(home, Asked("xa_yen_thanh", 2027, 2028, superior="nghe_an/2028/quyet_dinh_cchc.yaml"))
    assert not planned.findings
    assert any("phu_luc_cap_tren_giao.yaml của năm 2027 không đưa sang" in line for line in planned.told)
    made = home.content / "xa_yen_thanh/2028"
    assert (made / "ke_hoach_cchc_2028.yaml").read_text("utf-8").count("- phu_luc_cap_tren_giao\n") == 1
    assert "nghe_an/2028/" in (made / "phu_luc_cap_tren_giao.yaml").read_text("utf-8")
    assert "đã báo Phòng Kinh tế" in (made / "chuyen_nam.md").read_text("utf-8")
    assert not [code for code, level in faults(home, "content/xa_yen_thanh/2028") if level == "error"]
