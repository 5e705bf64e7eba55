"""F134: what the title of a signer says of the right in which he signs (Điều 13)."""

from datetime import date

import pytest

from vanban.lint.rules.right_against_title import _way_out
from vanban.model.registers import NO_COLLECTIVE, CoQuan, NguoiKy
from vanban.model.validity import HieuLuc

BODIES = {
    "ubnd": CoQuan("a", "Ủy ban nhân dân xã Ta", cap_truong="Chủ tịch", tap_the="Ủy ban nhân dân"),
    "hdnd": CoQuan("a", "Hội đồng nhân dân xã Ta", cap_truong="Chủ tịch", tap_the="Hội đồng nhân dân", khong_ghi_thay_mat=True),
    "so": CoQuan("a", "Sở Y tế tỉnh Ta", cap_truong="Giám đốc", tap_the=NO_COLLECTIVE),
    "phong": CoQuan("a", "Phòng Kinh tế xã Ta", cap_truong="Trưởng phòng", tap_the=NO_COLLECTIVE),
    "cong_an": CoQuan("a", "Công an xã Ta", cap_truong="Trưởng Công an xã", tap_the=NO_COLLECTIVE),
    "bo": CoQuan("a", "Bộ Nội vụ", cap_truong="Bộ trưởng", tap_the=NO_COLLECTIVE),
    "ban_chi_dao": CoQuan("a", "Ban Chỉ đạo chuyển đổi số", cap_truong="Trưởng ban", tap_the="Ban Chỉ đạo"),
    "hoi": CoQuan("a", "Hội Nông dân xã Ta", cap_truong="Chủ tịch", tap_the="Ban Thường vụ"),
    "doan_chu_tich": CoQuan("a", "Đoàn Chủ tịch Đại hội", cap_truong="Chủ tịch", tap_the="Đoàn Chủ tịch"),
    "tinh_uy": CoQuan("a", "Ban Thường vụ Tỉnh ủy", cap_truong="Bí thư", tap_the="Ban Thường vụ", ho_so="dang"),
    "ban_dang": CoQuan("a", "Ban Tổ chức Tỉnh ủy", cap_truong="Trưởng Ban", tap_the=NO_COLLECTIVE, ho_so="dang"),
    "chua_biet": CoQuan("a", "Quỹ Ta"),
}
FITS = {
    "ubnd": [("Chủ tịch", "cap_truong"), ("Chủ tịch Ủy ban nhân dân xã Ta", "cap_truong"), ("Phó Chủ tịch", "cap_pho"),
             ("Phó Chủ tịch Thường trực", "cap_pho"), ("Quyền Chủ tịch", "quyen_cap_truong"), ("Chủ tịch", "quyen_cap_truong"),
             ("Chánh Văn phòng", "thua_lenh"), ("Trưởng phòng Kinh tế", "thua_lenh"), ("Giám đốc Sở Y tế", "thua_uy_quyen"),
             ("Phó Chánh Văn phòng", "thua_lenh_cap_pho"), ("Chủ tịch Ủy ban nhân dân phường Ta", "thua_uy_quyen")],
    "hdnd": [("Chủ tịch", "cap_truong"), ("Phó Chủ tịch", "cap_pho")],
    "so": [("Giám đốc", "cap_truong"), ("Phó Giám đốc", "cap_pho"), ("Giám đốc Trung tâm Kiểm soát bệnh tật", "thua_lenh"),
           ("Phó Giám đốc phụ trách", "cap_pho"), ("Giám đốc Sở Y tế", "cap_truong"), ("Chánh Văn phòng", "thua_lenh")],
    "phong": [("Trưởng phòng", "cap_truong"), ("Trưởng Phòng Kinh tế", "cap_truong"), ("Phó Trưởng phòng", "cap_pho"), ("Phó phòng", "cap_pho")],
    "cong_an": [("Trưởng Công an", "cap_truong"), ("Phó Trưởng Công an xã", "cap_pho"), ("Phó Trưởng Công an", "cap_pho")],
    "bo": [("Bộ trưởng", "cap_truong"), ("Thứ trưởng", "cap_pho")],
    "ban_chi_dao": [("Phó Chủ tịch tỉnh, Trưởng ban", "cap_truong"), ("Phó Trưởng ban", "cap_pho"), ("Ủy viên Thường trực", "cap_pho"),
                    ("Trưởng ban", "thay_mat"), ("Giám đốc Sở Nội vụ - Phó Trưởng ban", "cap_pho")],
    "hoi": [("Ủy viên Ban Thường vụ", "cap_truong"), ("Phó Chủ tịch", "cap_pho"), ("Chánh Văn phòng", "thua_lenh")],
    "doan_chu_tich": [("Chủ tịch", "thay_mat")],
    "tinh_uy": [("Bí thư", "cap_truong"), ("Phó Bí thư", "cap_pho"), ("Phó Bí thư", "cap_truong"), ("Ủy viên Ban Thường vụ", "cap_truong"),
                ("Chánh Văn phòng", "thua_lenh"), ("Phó Bí thư", "thay_mat")],
    "ban_dang": [("Trưởng Ban", "cap_truong"), ("Phó Trưởng Ban", "cap_pho")],
    "chua_biet": [("Giám đốc", "cap_truong"), ("Ủy viên", "cap_pho"), ("Giám đốc", "thay_mat")],
}
WRONG = [
    ("ubnd", "Phó Chủ tịch", "cap_truong", "cap_pho"), ("ubnd", "Quyền Chủ tịch", "cap_truong", "quyen_cap_truong"),
    ("ubnd", "Chủ tịch", "cap_pho", "cap_truong"), ("ubnd", "Phó Chủ tịch", "thay_mat", "cap_pho"), ("ubnd", "Chủ tịch", "thay_mat", "cap_truong"),
    ("ubnd", "Chánh Văn phòng", "cap_truong", "thua_lenh"), ("ubnd", "Bí thư", "cap_truong", "thua_lenh"),
    ("ubnd", "Giám đốc", "cap_truong", "thua_uy_quyen"), ("ubnd", "Chánh Văn phòng", "cap_pho", "thua_lenh"),
    ("ubnd", "Ủy viên", "cap_pho", "thua_lenh"), ("ubnd", "Trưởng phòng", "cap_pho", "thua_lenh"),
    ("ubnd", "Phó Chánh Văn phòng", "cap_pho", "thua_lenh_cap_pho"), ("ubnd", "Phó Chánh Văn phòng", "thua_lenh", "thua_lenh_cap_pho"),
    ("ubnd", "Phó Chánh Văn phòng", "cap_truong", "thua_lenh_cap_pho"), ("ubnd", "Phó Chủ tịch", "thua_lenh", "cap_pho"),
    ("ubnd", "Chủ tịch", "thua_lenh", "cap_truong"), ("ubnd", "Chánh Văn phòng", "thua_lenh_cap_pho", "thua_lenh"),
    ("ubnd", "Phó Chủ tịch", "thua_uy_quyen", "cap_pho"), ("hdnd", "Chánh Văn phòng", "cap_truong", "thua_lenh"),
    ("so", "Chánh Văn phòng", "cap_truong", "thua_lenh"), ("so", "Phó Giám đốc Trung tâm Y tế", "thua_lenh", "thua_lenh_cap_pho"),
    ("so", "Phó Giám đốc", "cap_truong", "cap_pho"), ("bo", "Vụ trưởng", "cap_pho", "thua_lenh"), ("hoi", "Phó Chủ tịch", "cap_truong", "cap_pho"),
    ("ban_dang", "Phó Trưởng Ban", "cap_truong", "cap_pho"), ("tinh_uy", "Bí thư", "cap_pho", "cap_truong"),
]


def way_out(body: str, title: str, right: str) -> str:
    return _way_out(BODIES[body], NguoiKy("b", "Lê Văn A", title, right, HieuLuc(date(2025, 7, 1))))  # type: ignore[arg-type]


@pytest.mark.parametrize(("body", "title", "right"), [(body, *each) for body, fits in FITS.items() for each in fits])
def it_is_silent_of_a_title_that_goes_with_the_right(body: str, title: str, right: str) -> None:
    assert way_out(body, title, right) == ""


@pytest.mark.parametrize(("body", "title", "right", "better"), WRONG)
def it_says_in_which_right_one_with_such_a_title_signs(body: str, title: str, right: str, better: str) -> None:
    assert f"“tu_cach_ky: {better}”" in way_out(body, title, right)
