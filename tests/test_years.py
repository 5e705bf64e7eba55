"""Years and dates in running text: what is found, what it is there for, what becomes of it in another year."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.years.deciding import decide
from vanban.years.fates import ROLES
from vanban.years.folding import fold
from vanban.years.heading import of_title
from vanban.years.mention import Decided, Turn
from vanban.years.rules import CONDITIONS, first_rule, table
from vanban.years.setting import Node, Text
from vanban.years.spotting import spot

TURN = Turn(2025, 2026, date(2025, 7, 15))
FIELDS = {"role", "kinds", "when", "key", "above_key", "not_above", "left", "right", "row", "line", "above", "words", "unless_left",
          "unless_right", "fate", "why", "examples"}


def found(text: str) -> list[tuple[str, str]]:
    return [(mention.kind, mention.words) for mention, _, _ in spot(fold(text))]


def fates(text: str, turn: Turn = TURN) -> list[str]:
    return [it.fate for it in decide(text, turn)]


def only(text: str, turn: Turn = TURN, node: Node | None = None) -> Decided:
    (it,) = decide(text, turn, node or Node())
    return it


@pytest.mark.parametrize(("text", "expected"), [
    ("trước ngày 15/7/2025", [("ngay", "ngày 15/7/2025")]),
    ("ký 15.7.2025, sửa 15-07-2025", [("ngay", "15.7.2025"), ("ngay", "15-07-2025")]),
    ("ngày 15 tháng 7 năm 2025", [("ngay", "ngày 15 tháng 7 năm 2025")]),
    ("ngày 15\n   tháng 7\nnăm 2025", [("ngay", "ngày 15 tháng 7 năm 2025")]),
    ("ngày … tháng … năm 2025", [("ngay", "ngày … tháng … năm 2025")]),
    ("ngày   tháng   năm 2025", [("ngay", "ngày tháng năm 2025")]),
    ("ngày / /2022", [("ngay", "ngày / /2022")]),
    ("trước ngày 15/11 hằng năm", [("ngay", "ngày 15/11"), ("hang_nam", "hằng năm")]),
    ("Quý IV/2025", [("quy", "Quý IV/2025")]),
    ("quý I năm 2026, quý II", [("quy", "quý I năm 2026"), ("quy", "quý II")]),
    ("Quý III - IV/2025", [("quy", "Quý III - IV/2025")]),
    ("tháng 8 năm 2025, tháng 9", [("thang", "tháng 8 năm 2025"), ("thang", "tháng 9")]),
    ("Từ tháng 8 đến tháng 11/2025", [("thang", "tháng 8 đến tháng 11/2025")]),
    ("(Tính đến 12/2019)", [("thang", "12/2019")]),
    ("6 tháng cuối năm 2025; 06 tháng đầu năm", [("nua_nam", "6 tháng cuối năm 2025"), ("nua_nam", "06 tháng đầu năm")]),
    ("giai đoạn 2021–2025", [("giai_doan", "giai đoạn 2021-2025")]),
    ("giai đoạn 2021 —\n2025", [("giai_doan", "giai đoạn 2021 - 2025")]),
    ("GIAI ĐOẠN 2021 - 2025", [("giai_doan", "GIAI ĐOẠN 2021 - 2025")]),
    ("từ 2021 đến 2025", [("giai_doan", "từ 2021 đến 2025")]),
    ("từ năm 2021 đến năm 2025", [("giai_doan", "từ năm 2021 đến năm 2025")]),
    ("nhiệm kỳ 2020 - 2025", [("giai_doan", "nhiệm kỳ 2020 - 2025")]),
    ("03 năm 2025 - 2027", [("cua_so", "03 năm 2025 - 2027")]),
    ("năm học 2025-2026", [("nam_hoc", "năm học 2025-2026")]),
    ("vụ Đông Xuân 2024 - 2025 đạt", [("giai_doan", "2024 - 2025")]),
    ("Tháng 9, 10/2024", [("thang", "Tháng 9, 10/2024")]),
    ("Quý I, II và III năm 2025", [("quy", "Quý I, II và III năm 2025")]),
    ("(01/10 - 10/10/2025)", [("ngay", "01/10"), ("ngay", "10/10/2025")]),
    ("tầm nhìn 2045, chỉ tiêu 2025 được giao", [("nam", "2045"), ("nam", "2025")]),
    ("năm 2024, 2025 và 2026", [("nam", "năm 2024"), ("nam", "2025"), ("nam", "2026")]),
    ("Sở Nội vụ\t2025\t", [("nam", "2025")]),
    ("TCVN ISO 9001:2015, ISO 9001: 2008", [("so_co_nam", "TCVN ISO 9001:2015"), ("so_co_nam", "ISO 9001: 2008")]),
    ("Nghị định số 61/2018/NĐ-CP", [("so_co_nam", "61/2018/NĐ-CP")]),
    ("Văn bản số 2020/SNV-CCHC", [("so_co_nam", "2020/SNV-CCHC")]),
    ("Phiên họp thứ năm; thứ năm, phải kiểm tra", [("so_thu_tu", "thứ năm"), ("so_thu_tu", "thứ năm")]),
    ("hằng năm, HÀNG NĂM, mỗi quý, từng tháng", [("hang_nam", "hằng năm"), ("hang_nam", "HÀNG NĂM"), ("hang_nam", "mỗi quý"),
                                                 ("hang_nam", "từng tháng")]),
])
def it_finds_every_way_to_write_a_date(text, expected):
    assert found(text) == expected
    assert found(unicodedata.normalize("NFD", text)) == expected


@pytest.mark.parametrize("text", [
    "giảm 2.025 hồ sơ, còn 1997 hồ sơ", "xếp hạng 17/63, 10/10 đơn vị, 1/3 thành phần", "điện thoại 0238.2025.2026",
    "ngày càng tốt, ngày 05 hạn", "[[qd_2228_2025]], {{ ty_le_2025 }}, [^ghi_chu_2025]", "https://nghean.gov.vn/2025/07/15",
    "năm đơn vị, năm 05 lần", "đạt 2025,5 điểm", "in 2025 tờ gấp", "Điều 2025, xử lý 2020 hồ sơ",
])
def it_takes_no_other_number_for_a_year(text):
    assert found(text) == []


@given(st.lists(st.sampled_from(["năm 2025", "ngày 3/4/2024", "\n", " ", "từ 2021 đến 2025", "“", "”", ". ", "Quý I/2026", "hằng năm",
                                 "số 12/2025/QĐ-UBND", "é", "e\u0301", "(", ")", "\t", "[[a_2025]]"]), max_size=12).map("".join))
def it_says_where_the_words_stand(text):
    for it in decide(text, TURN):
        typed = text[it.mention.start:it.mention.end]
        assert " ".join(fold(typed).text.split()) == it.mention.words


def it_tells_a_window_whose_years_are_not_as_many_as_it_says():
    it = only("nhiệm vụ 05 năm 2026 - 2028")
    assert it.fate == "hoi"
    assert "05 năm" in it.reason
    assert "03 năm" in it.reason
    assert only("nhiệm vụ 03 năm 2026 - 2028").fate == "giu"


@pytest.mark.parametrize("number", range(1, len(table()) + 1))
def it_holds_each_rule_to_its_examples(number):
    entry = table()[number - 1]
    assert set(entry) <= FIELDS
    assert entry["role"] in (*ROLES, "target")
    assert set(entry.get("when", ())) <= set(CONDITIONS)
    assert entry["examples"]
    for example in entry["examples"]:
        given_ = example if isinstance(example, dict) else {"text": example}
        before, marked, after = given_["text"].replace("⟦", "⟧").split("⟧")
        text, node = before + marked + after, Node(given_.get("key", ""), tuple(given_.get("path", ())))
        turn = Turn(2025, 2026, TURN.signed, "not_yearly" not in entry.get("when", ()))
        folded = fold(text)
        (hit,) = [(it, s, e) for it, s, e in spot(folded) if s <= len(before) < e]
        rule = first_rule(hit[0], Text(folded.text).spot(hit[1], hit[2]), node, turn)
        assert rule is not None
        assert rule.number == number, f"{text}: rule {rule.number} ({rule.role}) comes first"


@pytest.mark.parametrize(("text", "fate", "says"), [
    ("hoàn thành trước ngày 31/7/2025", "hoi", "16 ngày sau khi ký"),
    ("hoàn thành trước ngày 15/8/2025", "hoi", "31 ngày sau khi ký"),
    ("hoàn thành trước ngày 16/8/2025", "chuyen", "là Chủ nhật"),
    ("hoàn thành trước ngày 20/8/2025", "chuyen", "ngày 20/8/2026"),
    ("hoàn thành trước ngày 30/6/2025", "hoi", "đã qua khi ký"),
    ("họp xong trước thứ Sáu, ngày 31/10/2025", "hoi", "thứ trong tuần"),
    ("các nhiệm vụ 6 tháng cuối năm", "hoi", "6 tháng cuối năm"),
    ("phiên họp thứ năm", "giu", "Tên gọi"),
    ("kế hoạch ngân sách 03 năm 2025 - 2027", "chuyen", "03 năm 2026 - 2028"),
    ("điều gì đó về 2025 (năm 2025) mà không ai rõ", "hoi", "Chưa rõ"),
])
def it_says_what_becomes_of_a_date_and_why(text, fate, says):
    it = decide(text, TURN)[-1]
    assert it.fate == fate
    assert says in it.reason


def it_asks_where_the_day_is_not_in_every_year():
    it = only("hoàn thành trước ngày 29/2/2024", Turn(2024, 2025))
    assert (it.fate, "29/2" in it.reason) == ("hoi", True)


def it_asks_once_for_a_sentence():
    """Nothing moves in a sentence that is put before a person; the next one is another."""
    text = "Điều chỉnh kế hoạch năm 2025, hoàn thành trước ngày 31/7/2025. Tổng kết kế hoạch năm 2025."
    assert fates(text) == ["hoi", "hoi", "chuyen"]


def it_keeps_the_parts_of_a_citation_together():
    text = "Căn cứ Nghị quyết số 76/2021/NQ-CP\nngày 15/7/2021 của Chính phủ về Chương trình\ntổng thể giai đoạn\n2021-2030;"
    assert fates(text) == ["giu", "giu", "giu"]


def it_moves_the_years_of_the_words_and_nothing_else():
    it = only("hoàn thành vào Quý IV/2025")
    assert it.mention.moved(1) == "Quý IV/2026"


def it_reads_a_line_of_a_thousand_mentions_that_never_ends():
    for unit in ("năm 2025 ", "(Kèm theo ngày 3/4/2025 ", "[[", "12/KH-UBND ngày 3/4/2025 về kế hoạch, "):
        assert len(decide(unit * 1000, TURN)) in (0, 1000, 2000)


@pytest.mark.parametrize(("text", "expected"), [
    ("Thực hiện từ tháng 12/2025 đến hết tháng 10/2026.", ["hoi", "giu"]),
    ("Thực hiện từ ngày 15/12/2025 đến ngày 20/01/2026.", ["hoi", "giu"]),
    ("Thực hiện từ tháng 9/2025 đến hết tháng 10/2025.", ["chuyen", "chuyen"]),
])
def it_moves_no_end_of_a_span_without_the_other(text, expected):
    """Of a document of one year both ends move; of one that is made once what lies in the new year stays."""
    assert fates(text, replace(TURN, is_yearly=False)) == expected
    assert fates(text) == ["chuyen", "chuyen"]


@pytest.mark.parametrize(("title", "expected"), [
    ("Về lãnh đạo cải cách hành chính giai đoạn 2025 - 2030", ["hoi"]),
    ("Cải cách hành chính năm 2025", ["chuyen"]),
    ("Về lãnh đạo cải cách hành chính giai đoạn 2021 - 2025", ["chuyen"]),
    ("Về lãnh đạo cải cách hành chính", ["chuyen"]),
])
def it_asks_of_what_a_text_of_several_years_sets_for_one(title, expected):
    """Who writes a resolution of five years sets a day in its first one; nobody says that the next year has the like."""
    turn = of_title([(title, Node("trich_yeu"))], TURN)
    assert fates("Gửi chương trình hành động trước ngày 31/10/2025.", turn) == expected
