"""Annexes that hands name by their numbers: those of the set, one or several, and those of other acts."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, checked


@pytest.mark.parametrize(("line", "told"), [
    ("Theo Phụ lục 07 kèm theo.", ["07"]), ("Theo Phụ lục I, V.", ["V"]), ("Theo Phụ lục I và Phụ lục V Kế hoạch này.", ["V"]),
    ("Theo Phụ lục IV, V kèm theo Quyết định này.", ["IV, V"]), ("Theo Phụ lục I đến Phụ lục IX.", ["IX"]), ("Theo Phụ lục V kèm theo [[kh]].", ["V"]),
    ("Theo các phụ lục số 1, 2, 3, 4 kèm theo.", ["3, 4"]),
    ("Theo Phụ lục I, 15 xã báo cáo.", []), ("Theo Phụ lục I, III ban hành kèm theo Thông tư số 01/2024/TT-BNV.", []),
    ("Theo các Phụ lục III, IV và V Nghị định số 30/2020/NĐ-CP.", []), ("Theo Phụ lục 1, 2 kèm theo Thông tư số 01/2024/TT-BNV.", []),
    ("Theo Phụ lục V ban hành kèm theo [[nq_76_2021]].", []), ("Theo Thông tư số 01/2024/TT-BNV, Phụ lục V.", []),
    ("Theo Nghị định số 30/2020/NĐ-CP (Phụ lục V, VI).", []), ("Ghi “Phụ lục V” ở đầu.", []), ("Theo Phụ lục V Quy chế văn thư.", []),
    ("Theo Phụ lục V được ban hành kèm theo Quyết định số 5/QĐ-UBND.", []), ("Theo Phụ lục I.", []), ("Theo Phụ lục 01 kèm theo.", []),
    ("Thay cụm từ “huyện” bằng cụm từ “tỉnh” tại Điều 3, khoản 2 Điều 7 và Phụ lục VI.", []), ("Bãi bỏ khoản 2 Điều 5 và Phụ lục VI.", []),
    ("Thay thế Điều 5; bỏ cụm từ “huyện” tại Phụ lục VI.", []), ("Phụ lục VI được thay thế bằng phụ lục mới.", []), ("Bổ sung Phụ lục VI.", []),
    ("Bổ sung kinh phí theo Phụ lục VI.", ["VI"]), ("Bãi bỏ Điều 5. Kinh phí theo Phụ lục VI.", ["VI"]),
    ("Thay cụm từ “huyện” bằng “tỉnh” tại Phụ lục VI kèm theo Quyết định này.", ["VI"]),
])
def it_tells_of_annexes_of_the_set_that_are_not_there(line: str, told: list[str], tmp_path: Path) -> None:
    plan = PLAN.replace("Theo phân công.", line)
    plan += "kem_theo: [pl_a, pl_b]\n"
    annexes = {ma: f"loai_van_ban: phu_luc\nma: {ma}\ntrich_yeu: Số liệu\nmo_dau: Như sau.\n" for ma in ("pl_a", "pl_b")}
    found = checked(tmp_path, qd=DECISION, kh=plan, **annexes).findings
    assert [(each.code, each.message) for each in found if each.code == "F112"] == [
        ("F112", f"Bài nhắc đến “Phụ lục {number}” mà bộ văn bản không có phụ lục đó.") for number in told]
