"""Lines that would be printed inside the line above, against the sense: a dash of a list that is indented too far, a
paragraph that closes a list."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, checked

LISTS = {
    "noi_nhan": ("  - Bộ Nội vụ\n", "  - Bộ Nội vụ\n    - Công an tỉnh\n"),
    "can_cu": ("  - nq_76_2021\n", "  - Luật Tổ chức chính quyền địa phương\n    - Nghị định số 30/2020/NĐ-CP\n"),
    "kem_theo": ("  - kh\n", "  - kh\n    + pl\n"),
    "trich_yeu": ("trich_yeu: Ban hành Kế hoạch\n", "trich_yeu: Ban hành Kế hoạch\n  • Năm 2025\n"),
    "luu": ("luu: VT, KSTT\n", "luu: VT\n  - KSTT\n"),
}


def told(folder: Path, **documents: str) -> list[tuple[str, int]]:
    return [(each.code, each.line) for each in checked(folder, **documents).findings if each.code in ("S115", "S318")]


@pytest.mark.parametrize("key", LISTS)
def it_refuses_a_dash_that_is_indented_too_far(key: str, tmp_path: Path) -> None:
    right, wrong = LISTS[key]
    text = DECISION.replace(right, wrong)
    line = 1 + text[: text.index(wrong)].count("\n") + wrong.count("\n") - 1
    assert told(tmp_path, qd=text, kh=PLAN) == [("S115", line)]


@pytest.mark.parametrize("words", ["Ban hành Kế hoạch của các cơ quan Hà Nội -\n  Hải Phòng", '"Ban hành\n  - Kế hoạch"', "Ban hành\n  -5 độ", "Ban hành\n  Kế hoạch"])
def it_says_nothing_of_a_value_over_several_lines(words: str, tmp_path: Path) -> None:
    assert told(tmp_path, qd=DECISION.replace("Ban hành Kế hoạch\n", f"{words}\n"), kh=PLAN) == []


def plan(text: str) -> str:
    return PLAN.replace("      Theo phân công.\n", "".join(f"      {line}\n" if line else "\n" for line in text.split("\n")))


@pytest.mark.parametrize(("text", "line"), [
    ("1. Thứ Hai.\n2. Thứ Năm.\nĐề nghị các sở thực hiện.", 9), ("a) Một;\nb) Hai;\nTheo phân công.", 9), ("- Một;\nUBND tỉnh giao việc.\n- Hai.", 8),
    ("1. Một.\nTrên đây là kế hoạch.", 8), ("1. Một.\nUBND tỉnh yêu cầu các sở thực hiện.", 8), ("1. Một.\nTrong quá trình thực hiện có vướng mắc thì báo cáo.\n\nHết.", 8),
])
def it_tells_of_a_paragraph_that_closes_a_list(text: str, line: int, tmp_path: Path) -> None:
    assert told(tmp_path, qd=DECISION, kh=plan(text)) == [("S318", line)]


@pytest.mark.parametrize("line", [
    "Văn phòng UBND tỉnh trực ban 24/24 giờ.", "Sở Nội vụ chủ trì.", "Các đơn vị báo cáo hằng ngày.", "Công điện này thay Công điện số 3.",
    "Căn cứ tình hình, các xã tự quyết định.", "Giám đốc các sở chịu trách nhiệm.", "Chánh Văn phòng theo dõi.", "Thời gian: 05 ngày.",
    "(Chi tiết tại Phụ lục)", "Mọi vướng mắc gửi Sở Nội vụ.", "Quy chế này có hiệu lực.", "Kinh phí do tỉnh cấp.", "Đoàn kiểm tra báo cáo.",
])
def it_tells_of_a_paragraph_that_speaks_to_others_than_the_last_item(line: str, tmp_path: Path) -> None:
    assert told(tmp_path, qd=DECISION, kh=plan(f"1. Sở Tài chính cấp tiền.\n2. Sở Y tế chuẩn bị thuốc.\n{line}")) == [("S318", 9)]


def it_says_how_many_lines_are_glued(tmp_path: Path) -> None:
    glued = "Sở Nội vụ chủ trì.\nHằng tháng họp.\nCác đơn vị báo cáo.\nBáo cáo gửi trước ngày 20."
    text = f"1. Sở Y tế chuẩn bị thuốc.\n{glued}\n\nĐoạn giữa.\n\n1. Việc khác.\nGiám đốc các sở chịu trách nhiệm."
    (found,) = [each for each in checked(tmp_path, qd=DECISION, kh=plan(text)).findings if each.code == "S318"]
    assert found.message == "Dòng này và 4 dòng nữa phía dưới sẽ in liền vào khoản, điểm ở dòng trên."


@pytest.mark.parametrize("text", [
    # wrapped by hand
    "1. Sở Y tế chuẩn bị thuốc, vật tư, bố trí\ncán bộ trực 24/24 giờ tại điểm ngập.\nCác đơn vị báo cáo Sở.",
    "1. Sở Y tế chuẩn bị thuốc và vật tư y tế.\nCác đơn vị báo cáo Sở Y tế trước ngày\n20 hằng tháng.",
    # a sentence a line
    "1. Sở Y tế chuẩn bị thuốc.\nHồ sơ lưu tại Sở.\n2. Sở Tài chính cấp tiền.\nKinh phí lấy từ nguồn dự phòng.",
    # the same sentence, the same item
    "1. Sở Y tế chuẩn bị thuốc.\nTrong đó ưu tiên xã đảo.", "1. Họp:\nCác đơn vị cử người dự.", "1. Sở Y tế cùng\nCông an tỉnh trực.",
    "1. Tuyên truyền.\nTổ chức hội nghị.", "1. Rà soát.\nPhòng, chống thất thoát.",
])
def it_says_nothing_of_text_that_is_wrapped_or_written_a_sentence_a_line(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, qd=DECISION, kh=plan(text)) == []


@pytest.mark.parametrize("text", [
    "1. Một.\n\nĐề nghị các sở thực hiện.", "1. Một.\nHằng tháng báo cáo.", "1. Một.\nĐề nghị các sở thực hiện.\n2. Hai.", "1. Một:\nCông khai.", "- Một;\n  Đoạn sau của ý.",
    "1. Báo cáo gửi Sở Nội vụ,\nCông an tỉnh.", "[^a]: Ghi chú.\n\nMột.[^a]",
])
def it_says_nothing_where_a_line_goes_on_with_its_item(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, qd=DECISION, kh=plan(text)) == []
