"""`new so_lieu`: a unit's file to be filled in, or one for each member of a group; nothing that is there is touched."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.support.content import ROOT, project, put_sample_figures
from tests.test_so_lieu import of, put
from vanban.errors import WrongUse
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.pipeline.starting_figures import Asked, StartedFigures, new_figures
from vanban.pipeline.status import Asked as OfStatus
from vanban.pipeline.status import status

YEN_THANH = "xa_yen_thanh/2026/so_lieu/sau_thang.yaml"


def made(home: Project, don_vi: str = "ubnd_xa_yen_thanh", ky: str = "sau_thang", nam: str = "2026", che_do: str = "cchc_dinh_ky") -> StartedFigures:
    return new_figures(home, Asked(don_vi, nam, ky, che_do))


def codes(home: Project) -> list[str]:
    return [found.code for found in check(home).findings]


def it_lists_every_indicator_that_the_unit_reports_in_the_order_of_the_register(tmp_path: Path) -> None:
    home = project(tmp_path)
    (path,) = made(home).written
    assert path == home.content / YEN_THANH
    text = path.read_text("utf-8")
    keys = [line.strip().partition(":")[0] for line in text.partition("gia_tri:\n")[2].splitlines() if line.strip() and "#" not in line]
    assert keys == ["sang_kien", "hs_ky_truoc", "hs_truc_tuyen", "hs_truc_tiep", "hs_truoc_han", "hs_dung_han", "hs_qua_han",
                    "hs_dang_giai_quyet", "tthc_cap_xa", "phan_anh_kien_nghi", "luot_boi_duong", "kinh_phi_cchc"]
    assert "  # == Thủ tục hành chính ==\n  # Hồ sơ từ kỳ trước chuyển sang (hồ sơ)\n  hs_ky_truoc:\n" in text
    assert "  # Kinh phí thực hiện cải cách hành chính (triệu đồng, 1 số lẻ)\n  kinh_phi_cchc:\n" in text
    assert "Hạn nộp: 16/6/2026." in text
    assert all(len(line) <= 120 for line in text.splitlines())


def it_is_read_without_a_fault_and_is_no_report_yet(tmp_path: Path) -> None:
    home = project(tmp_path)
    made(home, "xa_bao_cao_mau")
    assert codes(home) == []
    (found,) = status(home, OfStatus("xa_bao_cao_mau", "sau_thang", 2026), date(2026, 6, 17))
    assert [each.is_reported for each in found.submissions] == [False] * 7
    assert [len(each.lacking) for each in found.submissions] == [12] * 7


def it_is_a_report_once_its_lines_are_filled_in(tmp_path: Path) -> None:
    home = project(tmp_path)
    (path,) = made(home).written
    lines = path.read_text("utf-8").splitlines()
    filled = [f"{line} 1" if line.startswith("  ") and line.endswith(":") else line for line in lines]
    path.write_text("\n".join(line.removeprefix("#") if line.startswith(("#so_bao_cao", "#ngay_bao_cao")) else line for line in filled) + "\n", "utf-8")
    assert set(codes(home)) <= {"D225"}
    (found,) = status(home, OfStatus("ubnd_xa_yen_thanh", "sau_thang", 2026), date(2026, 6, 17))
    assert [(each.is_reported, each.lacking) for each in found.submissions] == [(True, ())]


def it_proposes_the_opening_stock_of_a_period_that_began_together_or_of_the_last_closing(tmp_path: Path) -> None:
    home = project(tmp_path)
    put(home, of(ky="quy_1", figures="gia_tri:\n  hs_ky_truoc: 121\n  hs_dang_giai_quyet: 98\n"), name="quy_1")
    (path,) = made(home).written
    text = path.read_text("utf-8")
    assert "  # Máy đề nghị theo số đã báo cáo của quý I năm 2026; xem lại, sai thì sửa.\n  hs_ky_truoc: 121\n" in text
    (second,) = made(home, ky="quy_2").written
    assert "quý I năm 2026; xem lại, sai thì sửa.\n  hs_ky_truoc: 98\n" in second.read_text("utf-8")
    (found,) = status(home, OfStatus("ubnd_xa_yen_thanh", "sau_thang", 2026), date(2026, 6, 17))
    assert not found.submissions[0].is_reported
    assert codes(home) == []


@pytest.mark.parametrize("said", ["không phát sinh", "chưa có", "1.204"])
def it_proposes_nothing_where_no_number_is_known(said: str, tmp_path: Path) -> None:
    home = project(tmp_path)
    put(home, of(ky="quy_1", figures=f"gia_tri:\n  hs_ky_truoc: {said}\n"), name="quy_1")
    (path,) = made(home).written
    assert "  hs_ky_truoc:\n" in path.read_text("utf-8")


def it_writes_one_for_each_member_of_a_group_and_touches_none_that_is_there(tmp_path: Path) -> None:
    home = project(tmp_path)
    own = put(home, of())
    before = own.read_bytes()
    started = made(home, "xa_bao_cao_mau")
    assert len(started.written) == 6
    assert started.there == (("UBND xã Yên Thành", f"content/{YEN_THANH}"),)
    assert own.read_bytes() == before
    again = made(home, "xa_bao_cao_mau")
    assert (again.written, len(again.there)) == ((), 7)


@pytest.mark.parametrize("text", ["gia_tri: [", "loai_du_lieu: so_lieu\n", ""])
def it_overwrites_no_file_that_it_cannot_read(text: str, tmp_path: Path) -> None:
    home = project(tmp_path)
    own = put(home, text)
    with pytest.raises(WrongUse, match="đã có content/xa_yen_thanh/2026/so_lieu/sau_thang.yaml"):
        made(home)
    assert own.read_text("utf-8") == text
    assert list(own.parent.iterdir()) == [own]


def it_stands_beside_a_file_of_another_regime_and_asks_which_is_meant(tmp_path: Path) -> None:
    home = project(tmp_path)
    (home.content / "dung_chung/khac.yaml").write_text(
        "loai_du_lieu: che_do_bao_cao\nche_do_bao_cao:\n  - ma: khac\n    ten_goi: Báo cáo khác\n    nguoi_bao_cao: [xa_bao_cao_mau]\n"
        "    ky_bao_cao: [{ma: sau_thang, cho_nam: 2026, tu_ngay: 01/1/2026, den_ngay: 30/6/2026}]\n", "utf-8")
    (home.content / "dung_chung/khac_chi_tieu.yaml").write_text(
        "loai_du_lieu: chi_tieu\nchi_tieu: [{ma: so_khac, ten_goi: Số khác, don_vi_tinh: hồ sơ, tinh_chat: phat_sinh, che_do_bao_cao: [khac]}]\n", "utf-8")
    with pytest.raises(WrongUse, match="--che-do"):
        made(home, che_do="")
    put(home, of())
    (path,) = made(home, che_do="khac").written
    assert path.name == "sau_thang_khac.yaml"
    assert "so_khac:" in path.read_text("utf-8")
    assert "hs_truc_tuyen" not in path.read_text("utf-8")
    assert codes(home) == []


@pytest.mark.parametrize(("asked", "words"), [
    (Asked("xa_yen_thanhh", "2026", "sau_thang"), "có phải"), (Asked("xa_yen_thanh", "2031", "sau_thang"), "sổ không có kỳ sau_thang năm 2031"),
    (Asked("xa_yen_thanh", "2026", "thang_1"), "sổ không có kỳ thang_1"), (Asked("xa_yen_thanh", "26", "sau_thang"), "--nam"),
    (Asked("so_tu_phap_nghe_an", "2026", "sau_thang", "khong_co"), "khong_co"), (Asked("ubnd_nghe_an", "2026", "sau_thang"), "không phải báo cáo kỳ sau_thang"),
])
def it_says_what_it_cannot_write_and_why(asked: Asked, words: str, tmp_path: Path) -> None:
    home = project(tmp_path)
    with pytest.raises(WrongUse, match=words):
        new_figures(home, asked)
    assert not list(home.content.rglob("so_lieu"))


def it_is_a_command_and_a_word_of_make(tmp_path: Path) -> None:
    shutil.copytree(ROOT, tmp_path / "p", ignore=shutil.ignore_patterns(".git", ".venv", "outputs", "__pycache__", "so_lieu"))
    (tmp_path / "p/.venv").symlink_to(ROOT / ".venv")
    env = {**os.environ, "PYTHONPATH": ""}
    done = subprocess.run([sys.executable, "build.py", "new", "so_lieu", "--don-vi", "xa_yen_thanh", "--nam", "2026", "--ky", "sau_thang"],
                          cwd=tmp_path / "p", env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.startswith(f"Đã tạo content/{YEN_THANH}\n"), done.stderr
    assert "build.py status ubnd_xa_yen_thanh --ky sau_thang --nam 2026" in done.stdout
    again = subprocess.run([sys.executable, "build.py", "new", "so_lieu", "--don-vi", "xa_yen_thanh", "--nam", "2026", "--ky", "sau_thang"],
                           cwd=tmp_path / "p", env=env, capture_output=True, encoding="utf-8", check=False)
    assert (again.returncode, "đã có content/xa_yen_thanh" in again.stderr) == (2, True)
    if shutil.which("make"):
        done = subprocess.run(["make", "new", "LOAI=so_lieu", "DON_VI=so_bao_cao_mau", "NAM=2026", "KY=quy_1"],
                              cwd=tmp_path / "p", env=env, capture_output=True, encoding="utf-8", check=False)
        assert done.stdout.count("Đã tạo content/so_") == 3, done.stderr
    wrong = subprocess.run([sys.executable, "build.py", "new", "ke_hoach", "--don-vi", "x", "--nam", "2026", "--ky", "quy_1"],
                           cwd=tmp_path / "p", env=env, capture_output=True, encoding="utf-8", check=False)
    assert (wrong.returncode, "--ky chỉ dùng với new so_lieu" in wrong.stderr) == (2, True)


def it_keeps_the_folder_of_the_units_other_files(tmp_path: Path) -> None:
    home = project(tmp_path)
    put_sample_figures(home)
    shutil.move(home.content / "xa_yen_thanh", home.content / "yen_thanh_cu")
    (path,) = made(home, ky="quy_2").written
    assert path == home.content / "yen_thanh_cu/2026/so_lieu/quy_2.yaml"
