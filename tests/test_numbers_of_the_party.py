"""The executive committee and the standing board of one committee of the Party count their numbers together (R111)."""

from pathlib import Path

import pytest

from tests.support.content import project
from vanban.pipeline.checking import check

REGISTER = """\
loai_du_lieu: co_quan
co_quan:
  - ma: btv
    ten_goi: Ban Thường vụ Tỉnh ủy Ta
    ten_dong: Tỉnh ủy Ta
    ky_hieu: TU
    dia_danh: Ta
    cap_truong: Bí thư
    tap_the: Ban Thường vụ
    ho_so: dang
    nguoi_ky:
      - {ma: bi_thu, ho_ten: Đinh Thị N, chuc_vu: Bí thư, tu_cach_ky: cap_truong, tu_ngay: 01/7/2021}
"""
BCH = REGISTER.split("co_quan:\n")[1].replace("ma: btv", "ma: bch").replace("Ban Thường vụ Tỉnh ủy Ta", "Ban Chấp hành Đảng bộ tỉnh Ta").replace(
    "tap_the: Ban Thường vụ", "tap_the: Ban Chấp hành")
FAR = BCH.replace("ma: bch", "ma: xa").replace("tỉnh Ta", "tỉnh Xa").replace("dia_danh: Ta", "dia_danh: Xa").replace("Tỉnh ủy Ta", "Tỉnh ủy Xa")
LETTER = """\
loai_van_ban: thong_bao
ma: {ma}
vi_du: true
co_quan: {body}
so_van_ban: 120
ngay_ban_hanh: 15/9/2025
trich_yeu: Lịch họp
mo_dau: Họp ngày 20/9/2025.
noi_nhan: [Các huyện ủy]
luu: Văn phòng
nguoi_ky: bi_thu
"""


@pytest.mark.parametrize(("other", "told"), [("bch", 2), ("xa", 0)])
def it_counts_the_numbers_of_both_as_one(other: str, told: int, tmp_path: Path) -> None:
    home = project(tmp_path, mot=LETTER.format(ma="mot", body="btv"), hai=LETTER.format(ma="hai", body=other))
    (home.content / "dung_chung" / "co_quan_ta.yaml").write_text(REGISTER + BCH + FAR, "utf-8")
    checked = check(home)
    checked = check(home)
    assert len(checked.sound) == (0 if told else 2)
    assert len([each for each in checked.findings if each.code == "R111"]) == told
