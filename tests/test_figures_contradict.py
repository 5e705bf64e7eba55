"""D111: numbers of one sentence that cannot all be right; what can be read in another way is left alone."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.support.content import DECISION, PLAN, checked
from tests.support.seeds import SEEDS, seed_lines
from vanban.lint.rules.figures_contradict import doubt_of
from vanban.lint.said_numbers import sentences
from vanban.numerals import format_number, rounded

# What is told of the only sentence that is wrong.
WRONG = {
    # a share beside its two numbers
    "Tỷ lệ hồ sơ trực tuyến đạt 48,76% (1597/3.281).": "1597/3.281 là 48,67%, trong câu ghi 48,76%",
    "Đã giao quyền tự chủ cho 270/276 cơ quan trong tỉnh, đạt 100%.": "270/276 là 98%, trong câu ghi 100%",
    "Có 45/60 xã (70%) đạt chuẩn.": "45/60 là 75%, trong câu ghi 70%",
    "Giải quyết 120 hồ sơ trong tổng số 150 hồ sơ, đạt 85%.": "120/150 là 80%, trong câu ghi 85%",
    "Đã bán 120 cổ phiếu/150 cổ phiếu (85%).": "120/150 là 80%, trong câu ghi 85%",
    "Đã giải ngân 1.234/2.345 triệu đồng, đạt 53,6%.": "1.234/2.345 là 52,6%, trong câu ghi 53,6%",
    "Đạt 2/3 tiêu chí, tương ứng 66,6%.": "2/3 là 66,7%, trong câu ghi 66,6%",
    # a change and its share
    "Cán bộ xã có 2.239 người, giảm 429 người (18,06%).": "429 trên 2.668 trước đó là 16,08%, trong câu ghi 18,06%",
    "Cán bộ xã còn 2.239 người (giảm 429 người, bằng 61,08%).": "429 trên 2.668 trước đó là 16,08%, trong câu ghi 61,08%",
    # growth
    "Có 6.077 doanh nghiệp thành lập mới, tăng 80,98% so với giai đoạn 2011 - 2015 (3.182 doanh nghiệp).":
        "6.077 so với 3.182 là tăng 90,98%, trong câu ghi tăng 80,98%",
    "Có 6.077 doanh nghiệp, giảm 90,98% so với năm 2015 (3.182 doanh nghiệp).":
        "6.077 so với 3.182 là tăng 90,98%, trong câu ghi giảm 90,98%",
    # of a plan
    "Thu ngân sách 12.221 tỷ đồng, đạt 58,1% so với dự toán được giao (23.600 tỷ đồng).":
        "12.221/23.600 là 51,8%, trong câu ghi 58,1%",
    "Giải quyết 120 hồ sơ, bằng 85% kế hoạch năm 2025 (150 hồ sơ).": "120/150 là 80%, trong câu ghi 85%",
    # more than all
    "Hồ sơ trực tuyến chiếm 104,5%.": "phần chiếm 104,5% lớn hơn cả tổng thể (100%)",
    "Hồ sơ trực tuyến chiếm tỷ lệ 104,5% tổng số hồ sơ.": "phần chiếm 104,5% lớn hơn cả tổng thể (100%)",
    # all parts
    "Ban hành 321 văn bản, gồm 115 nghị quyết và 207 quyết định.": "115 + 207 = 322, trong câu ghi tất cả là 321",
    "Có 15 xã, gồm 10 xã miền núi và 04 xã ven biển.": "10 + 4 = 14, trong câu ghi tất cả là 15",
    "Tổng số hồ sơ tiếp nhận là 120, gồm 70, 40 và 20.": "70 + 40 + 20 = 130, trong câu ghi tất cả là 120",
    "Hồ sơ tiếp nhận: 120 gồm 70, 40 và 20.": "70 + 40 + 20 = 130, trong câu ghi tất cả là 120",
    "Tiếp nhận 120 (gồm 70, 40 và 20).": "70 + 40 + 20 = 130, trong câu ghi tất cả là 120",
    "Có 159 sản phẩm, gồm 07 sản phẩm hạng 04 sao và 125 sản phẩm hạng 03 sao.": "7 + 125 = 132, trong câu ghi tất cả là 159",
    "Tổng số 1.204 hồ sơ, gồm 1.000 hồ sơ trực tuyến và 214 hồ sơ trực tiếp, tăng 5%.":
        "1.000 + 214 = 1.214, trong câu ghi tất cả là 1.204",
    "Có 1.204 hồ sơ, gồm: 1.000 hồ sơ trực tuyến (83%); 214 hồ sơ trực tiếp (17%).":
        "1.000 + 214 = 1.214, trong câu ghi tất cả là 1.204",
    "Ban hành 321 văn bản (cấp tỉnh: 300, cấp huyện: 15, cấp xã: 7).": "300 + 15 + 7 = 322, trong câu ghi tất cả là 321",
    "Ban hành 321 văn bản QPPL, gồm 115 nghị quyết và 2.006 quyết định.": "115 + 2.006 = 2.121, trong câu ghi tất cả là 321",
    "Tinh giản 50 người, gồm 20 công chức và 25 viên chức.": "20 + 25 = 45, trong câu ghi tất cả là 50",
    # parts that exclude each other, a part that is more
    "Giải quyết 1.204 hồ sơ, trong đó trước hạn 900 hồ sơ, đúng hạn 300 hồ sơ, quá hạn 14 hồ sơ.":
        "900 + 300 + 14 = 1.214, trong câu ghi tất cả là 1.204",
    "Có 786 đơn vị, trong đó 10 đơn vị thuộc tỉnh, 1.020 đơn vị thuộc sở.": "trong 786 có 1.020, nhiều hơn tất cả",
}
SOUND = (
    "Tỷ lệ hồ sơ trực tuyến đạt 48,67% (1597/3.281).",
    "Tỷ lệ hồ sơ trực tuyến đạt 48,7% (1.597/3.281).",
    "Giao cho 276/276 cơ quan, đạt 100% theo nghị định.",
    "Đã giải ngân 1.234/2.345 triệu đồng, đạt 52,6%.",
    "Cán bộ xã có 2.239 người, giảm 429 người (16,08%).",
    "Có 150 đơn vị, giảm 15 đơn vị (10%).",  # of what there is now, as some write
    "Có 6.077 doanh nghiệp thành lập mới, tăng 90,98% so với giai đoạn 2011 - 2015 (3.182 doanh nghiệp).",
    "Thu ngân sách 12.221 tỷ đồng, đạt 51,8% so với dự toán được giao (23.600 tỷ đồng), tăng 2,5% so với năm 2023.",
    "Giải quyết 120 hồ sơ, đạt 85% kế hoạch (giao 10 sở).", "Thu 5,1 tỷ đồng, đạt 51% dự toán (10 tỷ đồng).",
    "Diện tích 128.134 ha, giảm 461 ha (-0,36%) so với năm trước.",
    # days, ranks, years, services at all hours
    "Tính đến 15/7, đạt 60%.", "Đến 30/6 toàn tỉnh, đạt 60%.", "Đợt kiểm tra 5/6 (90%).", "Ngày 01/7/2025, đạt 60%.",
    "Xếp thứ 11/63 (25%).", "Năm học 2024/2025, đạt 95%.", "Trực 24/7, đạt 100%.", "Số 45/60 (70%).",
    # of something else
    "Có 06/13 đơn vị, chiếm 40% dân số.", "Đạt 45/60 chỉ tiêu, đạt 98% kế hoạch.", "Có 45/60 xã, tỷ lệ hộ nghèo còn 5%.",
    "Đạt 120% kế hoạch; tăng 127,3% so với cùng kỳ; bằng 115% dự toán.",
    # only about right
    "Khoảng 45/60 xã (70%) đạt chuẩn.", "Trên 120 hồ sơ trong tổng số 150 hồ sơ, đạt 85%.", "Đạt gần 48,76% (1.597/3.281).",
    "Hồ sơ trực tuyến chiếm 100%.",
    # parts
    "Ban hành 321 văn bản, gồm 115 nghị quyết và 206 quyết định.", "Hồ sơ tiếp nhận là 120, gồm 70, 40 và 10.",
    "Đạt 92, gồm 3 phần và 12 tiêu chí.", "Thực hiện Nghị quyết 18, gồm 3 chương và 20 điều.",
    "Có 03 quyết định, gồm 12 điều và 05 phụ lục.", "Có 34 tổ chức, gồm 12 phòng và 05 chi cục.",
    "Có 01 bộ hồ sơ, gồm 02 bản chính và 03 bản sao.", "Có 03 phòng, gồm 12 công chức và 05 viên chức.",
    "Có 100 hồ sơ, trong đó 60 hồ sơ trực tuyến, 70 hồ sơ đất đai.",
    "Có 100 hồ sơ, trong đó 60 hồ sơ đất đai, 30 hồ sơ xây dựng.",
    "Có 50 công chức, trong đó 30 người là nữ, 35 người là đảng viên.",
    "Tổ công tác có 5 người, gồm 1 Tổ trưởng, các Tổ phó và 2 thành viên.",
    "Có 7 phòng, gồm 05 phòng chuyên môn, Văn phòng và Thanh tra.",
    "Có 289 dịch vụ (trong đó cấp tỉnh 276 dịch vụ, mỗi đơn vị cấp huyện 10 dịch vụ, mỗi đơn vị cấp xã 3 dịch vụ).",
    "Có 10 doanh nghiệp, gồm: 05 công ty Nhà nước nắm giữ 100% vốn; 03 công ty trên 50%; 02 công ty không quá 50%.",
    "Ban hành 321 văn bản, gồm 115 văn bản của tỉnh (20 văn bản mới, 95 văn bản sửa đổi) và 206 văn bản của xã.",
    "Tổng số trên 1.200 hồ sơ, gồm 1.000 hồ sơ trực tuyến và 214 hồ sơ trực tiếp.",
    "Năm 2025 tỉnh, gồm 10 tỉnh miền núi và 5 tỉnh ven biển.",
    "Giải quyết 100 hồ sơ, trong đó trước hạn 50 hồ sơ, đúng hạn 30 hồ sơ, quá hạn 5 hồ sơ.",
    "Có 216 cán bộ, trong đó 12 thạc sỹ và 52 đại học, trong đó có 17 cán bộ cấp tỉnh, 10 cán bộ cấp huyện và 170 cán bộ cấp xã.",
    "Áp dụng ISO 9001:2015; Nghị định số 15/2020/NĐ-CP; km 12+500.",
)


def doubts(line: str) -> list[str]:
    return [what for sentence in sentences(line) if (what := doubt_of(sentence))]


@pytest.mark.parametrize(("line", "expected"), WRONG.items())
def it_tells_what_cannot_be(line: str, expected: str) -> None:
    assert doubts(line) == [expected]


@pytest.mark.parametrize("line", SOUND)
def it_leaves_alone_what_can_be(line: str) -> None:
    assert doubts(line) == []


def it_tells_one_thing_of_a_sentence_and_each_sentence_by_itself() -> None:
    both = "Đạt 48,76% (1.597/3.281), chiếm 104%. Có 15 xã, gồm 10 xã miền núi và 04 xã ven biển."
    assert doubts(both) == ["1.597/3.281 là 48,67%, trong câu ghi 48,76%", "10 + 4 = 14, trong câu ghi tất cả là 15"]


LISTS = {
    "Tổng kinh phí 126 tỷ đồng, gồm:\n- Ngân sách tỉnh: 78 tỷ đồng;\n- Ngân sách xã: 36 tỷ đồng;\n- Nguồn khác: 12 tỷ đồng.": "",
    "Tổng kinh phí 126 tỷ đồng, gồm:\n- Ngân sách tỉnh: 78 tỷ đồng;\n- Ngân sách xã: 37 tỷ đồng;\n- Nguồn khác: 12 tỷ đồng.": "",  # as rounded
    "Tổng kinh phí 126 tỷ đồng, gồm:\n- Ngân sách tỉnh: 87 tỷ đồng;\n- Ngân sách xã: 36 tỷ đồng;\n- Nguồn khác: 12 tỷ đồng.":
        "87 + 36 + 12 = 135, trong câu ghi tất cả là 126",
    "Tổng kinh phí 126,5 tỷ đồng, gồm: 78,2 tỷ đồng của tỉnh và 48,9 tỷ đồng của xã.": "78,2 + 48,9 = 127,1, trong câu ghi tất cả là 126,5",
    "Tiếp nhận 1.204 hồ sơ, gồm:\na) Trực tuyến: 1.000 hồ sơ, đạt 83%;\na) Trực tiếp: 214 hồ sơ. Tăng 5%.":
        "1.000 + 214 = 1.214, trong câu ghi tất cả là 1.204",
    "Tiếp nhận 1.204 hồ sơ, trong đó:\n- Trước hạn: 900 hồ sơ;\n- Quá hạn: 4 hồ sơ.": "",
    "Tiếp nhận 1.204 hồ sơ, trong đó:\n- Trước hạn: 900 hồ sơ;\n- Đúng hạn: 400 hồ sơ;\n- Quá hạn: 4 hồ sơ.":
        "900 + 400 + 4 = 1.304, trong câu ghi tất cả là 1.204",
    "Tiếp nhận 1.204 hồ sơ, gồm:\n- Trực tuyến: 1.000 hồ sơ;\n- Hồ sơ khác.": "",
    "Có 15 xã, gồm:\n- 10 xã miền núi:\n+ 4 xã biên giới;\n+ 6 xã khác;\n- 05 xã ven biển.": "",
    "Có 15 xã, gồm:\n- 10 xã miền núi;\n- 04 xã ven biển, xa nhất là xã A.": "",
    "Có 15 xã, gồm:": "", "Các xã gồm:\n- 10 xã miền núi;\n- 5 xã ven biển.": "",
}


@pytest.mark.parametrize(("text", "expected"), LISTS.items())
def it_adds_up_the_lines_of_a_list(text: str, expected: str, tmp_path: Path) -> None:
    lines = "".join(f"      {line}\n" for line in text.split("\n"))
    plan = f"{PLAN[: PLAN.index('de_muc:')]}de_muc:\n  - tieu_de: A\n    noi_dung: |\n{lines}"
    found = [each for each in checked(tmp_path, quyet_dinh=DECISION, ke_hoach=plan).findings if each.code == "D111"]
    assert [each.message for each in found] == [f"Các số trong câu không khớp nhau: {expected}."] * bool(expected)


def it_takes_the_words_of_figures_too(tmp_path: Path) -> None:
    """What is printed counts, be it typed or called."""
    target = "muc_tieu:\n  - {chi_tieu: ty_le_dung_han, so_sanh: bang, gia_tri: 95}\n"
    plan = PLAN[: PLAN.index("de_muc:")] + target + \
        "de_muc:\n  - tieu_de: A\n    noi_dung: |\n      Đạt {{ muc_tieu.ty_le_dung_han }} (90/100 hồ sơ).\n"
    found = [each for each in checked(tmp_path, quyet_dinh=DECISION, ke_hoach=plan).findings if each.code == "D111"]
    assert [each.message for each in found] == ["Các số trong câu không khớp nhau: 90/100 là 90%, trong câu ghi 95%."]


# What always holds

_PART, _MORE = st.integers(1, 10**6), st.integers(1, 10**6)


@given(_PART, _MORE, st.integers(0, 3))
def it_takes_every_share_that_is_rounded_right_and_no_other(part: int, more: int, places: int) -> None:
    whole = part + more
    assume(part > 31 or whole > 12)  # else it may be a day
    assume(not (whole in range(1900, 2100) and more == 1))  # a school year
    share = rounded(Decimal(100) * part / whole, places)
    off = share + Decimal(2).scaleb(-places)
    sentence = "Có {}/{} hồ sơ, đạt {}%."
    assert doubts(sentence.format(part, whole, format_number(share))) == []
    assert len(doubts(sentence.format(part, whole, format_number(off)))) == 1


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=5), st.integers(-9, 9))
def it_takes_every_list_that_adds_up_and_no_other(parts: list[int], off: int) -> None:
    whole = sum(parts) + off
    assume(whole > 0)
    listed = ", ".join(f"{format_number(Decimal(part))} hồ sơ loại {letter}" for part, letter in zip(parts, "ABCDE", strict=False))
    assert len(doubts(f"Tiếp nhận {format_number(Decimal(whole))} hồ sơ, gồm {listed}.")) == (off != 0)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="không có thư mục shared/seeds")
def it_tells_nothing_of_the_texts_that_were_read_by_hand() -> None:
    """All 17 shares and lists in them that can be judged are right."""
    assert [what for path in sorted(SEEDS.glob("*.txt")) for line in seed_lines(path) for what in doubts(line)] == []
