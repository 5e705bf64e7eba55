"""What was left to be filled in is told before it is printed; dots that end a list, forms and quotations are not."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, checked, project
from vanban.pipeline.checking import check

ANNEX = "loai_van_ban: phu_luc\nma: pl\ntrich_yeu: Biểu mẫu\nmo_dau: |\n  {line}\n"


def told(folder: Path, **documents: str) -> list[tuple[int, str]]:
    """The lines of the findings on blanks, with their words."""
    return [(each.line, each.message.partition("”")[0][1:])
            for each in checked(folder, **documents).findings if each.code == "C154"]


def plan(line: str) -> str:
    return PLAN.replace("Theo phân công.", line)


@pytest.mark.parametrize(("line", "words"), [
    ("Giao ………… chủ trì.", "…………"), ("Giao ............ chủ trì.", "............"), ("Họ và tên: ……………", "……………"), ("Giao … chủ trì.", "…"),
    ("Giao ______ chủ trì.", "______"), ("Đạt … % trở lên.", "…"), ("(Kèm theo Công văn số …/UBND-TH).", "số …/UBND-TH"),
    ("Theo Công văn số /UBND-TH của xã.", "số /UBND-TH"), ("Theo Công văn số:    /UBND-TH.", "số:    /UBND-TH"), ("Xong trước ngày … tháng … năm 2026.", "ngày … tháng"),
    ("Xong trước ngày...tháng...năm 2026.", "ngày...tháng"), ("Xong trước ngày    tháng 12 năm 2026.", "ngày    tháng 12"), ("Đạt ??? hồ sơ.", "???"), ("Đạt 95% (?)", "(?)"),
    ("Giao Sở Y tế [cần hỏi lại] chủ trì.", "[cần hỏi lại]"), ("Giao Sở Y tế [chưa rõ phòng nào].", "[chưa rõ phòng nào]"), ("Giao Sở Y tế (xem lại).", "(xem lại)"),
    ("Giao Sở Y tế (cần kiểm tra lại?).", "(cần kiểm tra lại?)"), ("Giao [tên cơ quan] chủ trì.", "[tên cơ quan]"), ("Giao (điền sau) chủ trì.", "(điền sau)"),
    ("TODO: viết tiếp.", "TODO"), ("Giao Sở XXXX chủ trì.", "XXXX"), ("Giao **Sở Y tế** … chủ trì.", "…"), ("Giao . . . . . chủ trì.", ". . . . ."),
    ("Điện thoại 0905.xxx.xxx nhé.", "xxx"), ("Số định danh 045xxxxxxxxx nhé.", "045xxxxxxxxx"), ("Điện thoại 0905XXXXXX nhé.", "0905XXXXXX"),
])
def it_tells_of_a_blank(line: str, words: str, tmp_path: Path) -> None:
    assert told(tmp_path, qd=DECISION, kh=plan(line)) == [(7, words)]


@pytest.mark.parametrize("line", [
    "Tuyên truyền trên báo, đài, …", "Tuyên truyền trên báo, đài, … theo từng quý.", "Các hình thức khác....", "Các hình thức khác…..", "Báo, đài,....", "Báo, đài, ....",
    "Báo, đài, v.v…", "Ghi nội dung “Giao … chủ trì” vào sổ.", "Đúng hay sai?", "Văn bản số 12/UBND-TH.", "Hồ sơ số/ngày tháng.", "Ghi ngày tháng năm sinh.",
    "Hằng tháng, năm 2026 báo cáo.", "Các ngày trong tháng 12 năm 2026.", "Kế hoạch (sửa đổi, bổ sung).", "Bản (bổ sung) nộp trước.", "Xem [[qd]].", "Công nghệ (xem thêm Phụ lục).",
    "Nguyên nhân (chưa rõ).", "Khoảng [a; b] và [1].", "Năm 20... không ghi.", "Ghi “[…]” ở chỗ lược.", "Tỷ lệ hồ sơ/tháng.", "Ghi số/TTHC vào sổ.", "Chữ số La Mã: XXX.", "Kỳ họp thứ XXX.", "Khổ 20xx30 cm.", "Máy A12xxl.", "Huyện (cũ) (kiểm tra lại sau 06 tháng).",
])
def it_says_nothing_of_honest_text(line: str, tmp_path: Path) -> None:
    assert told(tmp_path, qd=DECISION, kh=plan(line)) == []


def it_tells_once_for_a_document_and_names_the_lines(tmp_path: Path) -> None:
    text = plan("Giao … chủ trì.\n\n      Đạt ??? hồ sơ, ??? phiếu.")
    only = [each for each in checked(tmp_path, qd=DECISION, kh=text).findings if each.code == "C154"]
    assert [each.message for each in only] == ["“…” là chỗ chưa điền, sẽ in nguyên ra giấy; còn 1 chỗ nữa, dòng 9."]


@pytest.mark.parametrize("key", ["trich_yeu", "luu"])
def it_tells_of_other_keys_too(key: str, tmp_path: Path) -> None:
    kept = {"trich_yeu": "Ban hành Kế hoạch", "luu": "VT, KSTT"}[key]
    assert len(told(tmp_path, qd=DECISION.replace(f"{key}: {kept}", f"{key}: {kept} ………"), kh=PLAN)) == 1


def it_leaves_forms_alone(tmp_path: Path) -> None:
    decision = DECISION.replace("  - kh\n", "  - kh\n  - pl\n")
    assert told(tmp_path, qd=decision, kh=PLAN, pl=ANNEX.format(line="Họ và tên: …………")) == []


def it_says_nothing_of_the_number_and_day_that_a_draft_leaves_open(tmp_path: Path) -> None:
    draft = DECISION.replace('so_van_ban: "2228"\n', "").replace("ngay_ban_hanh: 15/7/2025\n", "")
    assert told(tmp_path, qd=draft, kh=PLAN) == []


def it_tells_of_a_blank_in_a_register_where_it_is_called(tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    register = tmp_path / "content/dung_chung/co_quan.yaml"
    register.write_text(register.read_text("utf-8").replace("dia_danh: Nghệ An", 'dia_danh: "………"'), "utf-8")
    assert {(each.line, each.path) for each in check(made).findings if each.code == "C154"} == {(3, "$.co_quan")}
