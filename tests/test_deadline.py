"""Deadlines: words → value → the same words; exact days; one table of forms for schema, message, help and guide."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.content import ROOT, checked
from tests.support.seeds import SEEDS
from vanban.dates import short_date
from vanban.model.deadline import HELP, MESSAGE, PATTERN, Han, deadline, has_form, parse_deadline
from vanban.model.deadline_forms import FORMS, FREE
from vanban.model.deadline_grammar import BLANKS, Form

SCHEMA = json.loads((ROOT / "schemas" / "chung.schema.json").read_text("utf-8"))["$defs"]["thoi_gian"]
TYPED = sorted({
    match[1].strip() for path in (ROOT / "content").rglob("*.yaml")
    for match in re.finditer(r"thoi_gian: ([^,}\n]+)", path.read_text("utf-8"))
})
WITHOUT_END = ("nam_va_sau", "tu_nam", "tu_quy", "tu_thang", "tu_ngay", "sau_ngay")
every_form = pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])


def day(text: str) -> date:
    number, month, year = map(int, text.split("/"))
    return date(year, month, number)


EVENTS = ("Nghị quyết số 12/2025/NQ-HĐND có hiệu lực", "có yêu cầu", "kế hoạch của Bộ Nội vụ")


@st.composite
def words(draw: st.DrawFn) -> str:
    """What a form allows in each of its spellings, whether the calendar has it or not."""
    def filled(blank: str) -> str:
        named = st.sampled_from(EVENTS) if blank == "viec" else st.from_regex(f"(?:{BLANKS[blank]})", fullmatch=True)
        return draw(named)

    parts = draw(st.sampled_from(FORMS)).parts()
    return "".join(filled(blank) if blank else draw(st.sampled_from(spellings)) for blank, spellings in parts)


@given(words())
def it_writes_what_it_read(text: str) -> None:
    assert has_form(text)
    try:
        made = parse_deadline(text)
    except ValueError:
        return
    assert made.words == text
    assert not made.is_free
    usual = deadline(made.form, *made.typed)
    assert (usual.form, usual.typed) == (made.form, made.typed)
    assert parse_deadline(usual.words) == usual


@given(words())
def it_ends_no_deadline_before_its_beginning(text: str) -> None:
    try:
        made = parse_deadline(text)
    except ValueError:
        return
    if made.tu_ngay is not None and made.form not in WITHOUT_END:
        assert made.den_ngay is not None
        assert made.tu_ngay <= made.den_ngay
    assert made.rhythm is None or made.tu_ngay is made.den_ngay is None


@given(words(), st.integers(1990, 2090))
def it_gives_days_of_every_year_to_what_comes_again(text: str, year: int) -> None:
    try:
        made = parse_deadline(text)
    except ValueError:
        return
    times = made.in_year(year)
    assert len(times) == {None: 0, "ngay": 0, "tuan": 0, "thang": 12, "quy": 4, "nua_nam": 2, "nam": 1}[made.rhythm]
    ends = [each.den_ngay for each in times if each.den_ngay]
    assert len(ends) == len(times)
    assert ends == sorted(ends)
    assert all(date(year - 1, 12, 31) <= end <= date(year, 12, 31) for end in ends)


@every_form
def it_reads_its_own_example(form: Form) -> None:
    made = parse_deadline(form.example)
    assert made.form == form.name
    assert made.words == form.example


def it_reads_every_text_of_the_samples() -> None:
    assert len(TYPED) > 20
    assert [parse_deadline(text).words for text in TYPED] == TYPED


def it_reads_no_text_in_two_ways() -> None:
    for form in FORMS:
        assert [each.name for each in FORMS if re.fullmatch(each.pattern(), form.example)] == [form.name]


@given(words())
def it_has_one_form_for_a_text(text: str) -> None:
    assert len([form for form in FORMS if re.fullmatch(form.pattern(), text)]) == 1


@pytest.mark.parametrize("text", [
    "", "quý IV/2025", "Quý V/2025", "Năm 25", "Năm 2025.", " Năm 2025", "Năm 2025\n", "hằng năm", "cuối năm", "Năm 2025,",
    "Tháng 13/2025", "Tháng ٣/2025", "Trước ngày 31/7/0025", "Trước ngày 29 hằng tháng", "Trong 0 ngày kể từ ngày ký",
    "Năm 2025 hằng năm", "Khoảng tháng 8/2025", "Sau khi sơ kết, trước ngày 31/7/2025", "Theo Kế hoạch năm 2025",
    "05 đơn vị, Quý IV/2025 hoàn thành", "Ngày mùng 5", "Xong trong quý 4", "Sáu tháng cuối 2025",
    "Đầu 2027", "Đầu quý 5/2026", "Cuối năm 27", "Tuần đầu tháng 3/2026", "Trước kỳ họp giữa năm 2026",
    "Xong trước 30-6", "Trước 30-6-2026", "30-6", "Trước tháng sáu", "Trong quý hai", "Theo Kế hoạch số 12/KH-UBND, trước 30/6",
    "Quý II/2026 (trước 30/6)", "hoàn thành trong năm 2026", "Quý II/2026 (sớm", "Quý 1", "Trước 24/7",
])
def it_reads_nothing_else_that_holds_a_day_a_month_a_quarter_or_a_year(text: str) -> None:
    assert not has_form(text)
    assert not re.fullmatch(PATTERN, text)
    with pytest.raises(ValueError, match="không đúng dạng thời gian; viết theo một trong các mẫu"):
        parse_deadline(text)


@pytest.mark.parametrize("text", [
    FREE.example, "Sớm", "Cuối năm", "Đột xuất", "Hằng quý, hằng năm", "05 ngày làm việc sau khi nhận đủ hồ sơ", "Năm học mới",
    "Đợt 2 của Đề án số 05/ĐA-UBND", "Trực 24/24 giờ", "Mỗi năm 4 lần", "05-07 ngày làm việc sau khi nhận đủ hồ sơ", "Đợt 2-3",
    "Khẩn trương (sớm nhất)", "Cùng Kế hoạch số 12/KH-UBND ngày 05/01/2026",
])
def it_leaves_other_words_free_and_says_so(text: str) -> None:
    made = parse_deadline(text)
    assert made.is_free
    assert made.words == text
    assert made.tu_ngay is made.den_ngay is made.rhythm is None


@pytest.mark.parametrize(("text", "form"), [
    ("Hàng năm", "hang_nam"), ("Trước 15/12 hằng năm", "truoc_ngay_hang_nam"), ("Trước 31/7/2025", "truoc_ngay"),
    ("2026 và các năm tiếp theo", "nam_va_sau"), ("2022-2025", "giai_doan"), ("Quý IV năm 2025", "quy"),
    ("Thực hiện theo Quyết định Trung ương", "theo"), ("Khi có yêu cầu", "sau_khi"),
    ("Quý III, Quý IV/2025", "quy_den_quy"), ("Định kỳ hằng quý", "hang_quy"), ("06 tháng/lần", "sau_thang"), ("Định kỳ 6 tháng/lần", "sau_thang"),
    ("Ngay sau khi Nghị quyết số 12/2025/NQ-HĐND có hiệu lực", "sau_khi"),
    ("Quý II - Quý III năm 2026", "quy_den_quy"), ("Hoàn thành trong năm 2026", "nam"),
    ("Hoàn thành trong quý II/2026", "quy"), ("Hoàn thành trước ngày 30/6/2026", "truoc_ngay"),
    ("30 ngày kể từ ngày ban hành Kế hoạch", "so_ngay_tu_ngay_ky"), ("Cuối quý II/2026", "den_het_quy"),
    ("Cuối tháng 6 năm 2026", "den_het_thang"), ("Vào cuối năm 2026", "den_het_nam"), ("Nửa đầu năm 2027", "nua_nam"),
    ("Trong 6 tháng đầu năm 2027", "nua_nam"), ("Chậm nhất quý I/2026", "den_het_quy"), ("Xong trong quý I/2026", "quy"),
    ("Hoàn thành năm 2026", "nam"), ("Từ năm 2026 trở đi", "tu_nam"), ("Kể từ ngày 01/7/2026", "tu_ngay"),
    ("Trong các năm 2026, 2027", "cac_nam"), ("Năm 2026 - 2027", "giai_doan"), ("Từ 2026 đến 2030", "tu_nam_den_nam"),
    ("Tháng 3 và tháng 9/2026", "hai_thang"), ("Quý I và quý III hằng năm", "hai_quy_hang_nam"),
    ("Trước ngày 05 tháng 12 năm 2025", "truoc_ngay"), ("Trước ngày 15 tháng 12 hằng năm", "truoc_ngay_hang_nam"),
    ("Thượng tuần tháng 9/2026", "dau_thang"), ("Trước 17 giờ 30 phút, ngày 15/3/2026", "truoc_gio"),
    ("Trong vòng 02 tháng kể từ ngày ký ban hành Quyết định này", "so_thang_tu_ngay_ky"),
    ("Quý 1/2026", "quy"), ("Đầu quý 2/2026", "dau_quy"), ("Đến 2030", "den_het_nam"), ("Từ nay đến hết năm 2026", "den_het_nam"),
    ("Từ nay đến hết tháng 6/2026", "den_het_thang"), ("Trong tháng 6 và tháng 12 hằng năm", "hai_thang_hang_nam"),
    ("Quý IV/2025 và Quý I/2026", "quy_va_quy"), ("Quý I, II, III, IV/2026", "bon_quy"), ("24/24 giờ", "thuong_xuyen"),
    ("Hoàn thành chậm nhất ngày 30/6/2026", "cham_nhat_ngay"), ("Xong đầu quý I/2026", "dau_quy"), ("Mỗi năm 1 lần", "hang_nam"),
    ("Báo cáo trước ngày 15/12 hằng năm", "truoc_ngay_hang_nam"), ("Năm 2026 và hàng năm", "nam_va_sau"), ("Mỗi quý một lần", "hang_quy"),
    ("Từ 01/3 đến 30/6/2026", "tu_ngay_thang_den_ngay"), ("01 lần/năm", "hang_nam"), ("Trước ngày 15/12 mỗi năm", "truoc_ngay_hang_nam"),
    ("Quý II/2026 (sau khi có hướng dẫn của Bộ)", "quy"), ("Theo Kế hoạch số 12/KH-UBND ngày 05/01/2026", "theo"),
    ("Quý II/2026 (theo Công văn số 3/BNV-CCHC ngày 05/01/2026)", "quy"), ("Năm 2026, 2027, 2028", "ba_nam"),
])
def it_knows_other_spellings_and_prints_what_was_typed(text: str, form: str) -> None:
    made = parse_deadline(text)
    assert (made.form, made.words) == (form, text)


# Days

@pytest.mark.parametrize(("text", "first", "last"), [
    ("Năm 2025", "1/1/2025", "31/12/2025"),
    ("Giai đoạn 2026 - 2030", "1/1/2026", "31/12/2030"),
    ("Quý I/2025", "1/1/2025", "31/3/2025"),
    ("Quý II/2025", "1/4/2025", "30/6/2025"),
    ("Quý III/2025", "1/7/2025", "30/9/2025"),
    ("Quý IV/2025", "1/10/2025", "31/12/2025"),
    ("Tháng 2/2024", "1/2/2024", "29/2/2024"),
    ("Tháng 02/2025", "1/2/2025", "28/2/2025"),
    ("Tháng 2/2100", "1/2/2100", "28/2/2100"),
    ("Tháng 12/2025", "1/12/2025", "31/12/2025"),
    ("6 tháng đầu năm 2025", "1/1/2025", "30/6/2025"),
    ("6 tháng cuối năm 2025", "1/7/2025", "31/12/2025"),
    ("Từ tháng 8 đến tháng 11/2025", "1/8/2025", "30/11/2025"),
    ("Từ tháng 8 đến tháng 8/2025", "1/8/2025", "31/8/2025"),
    ("Từ tháng 11/2025 đến tháng 2/2028", "1/11/2025", "29/2/2028"),
    ("Trước ngày 31/7/2025", "", "30/7/2025"),
    ("Trước ngày 01/3/2024", "", "29/2/2024"),
    ("Trước ngày 1/1/2026", "", "31/12/2025"),
    ("Chậm nhất ngày 31/7/2025", "", "31/7/2025"),
    ("Đến hết ngày 29/02/2024", "", "29/2/2024"),
    ("Năm 2026 và các năm tiếp theo", "1/1/2026", None),
    ("Đến hết năm 2025", "", "31/12/2025"),
    ("Trước năm 2026", "", "31/12/2025"),
    ("Quý III - IV/2025", "1/7/2025", "31/12/2025"),
    ("Từ quý III/2025 đến quý I/2026", "1/7/2025", "31/3/2026"),
    ("Đến hết quý II/2026", "", "30/6/2026"),
    ("Đến hết tháng 2/2024", "", "29/2/2024"),
    ("Trước tháng 9/2025", "", "31/8/2025"),
    ("Ngày 20/11/2025", "20/11/2025", "20/11/2025"),
    ("Từ ngày 01/11/2025 đến ngày 15/11/2025", "1/11/2025", "15/11/2025"),
    ("Đầu năm 2027", "1/1/2027", "30/4/2027"), ("Giữa năm 2026", "1/5/2026", "31/8/2026"), ("Cuối năm 2026", "", "31/12/2026"),
    ("Đến giữa năm 2026", "", "31/8/2026"),
    ("Đầu quý III/2026", "1/7/2026", "31/7/2026"), ("Giữa quý I/2028", "1/2/2028", "29/2/2028"), ("Cuối quý II/2026", "", "30/6/2026"),
    ("Đầu tháng 2/2026", "1/2/2026", "10/2/2026"), ("Giữa tháng 2/2026", "11/2/2026", "20/2/2026"), ("Cuối tháng 2/2026", "", "28/2/2026"),
    ("Trước quý I/2026", "", "31/12/2025"), ("Từ quý II/2026", "1/4/2026", None), ("Từ tháng 3/2026 trở đi", "1/3/2026", None),
    ("Từ năm 2026", "1/1/2026", None), ("Từ ngày 01/7/2026", "1/7/2026", None), ("Sau ngày 31/12/2026", "1/1/2027", None),
    ("Năm 2026 và năm 2027", "1/1/2026", "31/12/2027"), ("Tháng 3 và 9/2026", "1/3/2026", "30/9/2026"),
    ("9 tháng đầu năm 2026", "1/1/2026", "30/9/2026"), ("Nửa cuối năm 2026", "1/7/2026", "31/12/2026"),
    ("Trước ngày 05 tháng 12 năm 2025", "", "4/12/2025"), ("Ngày 5 tháng 12 năm 2025", "5/12/2025", "5/12/2025"),
    ("Trước 17 giờ ngày 15/3/2026", "", "15/3/2026"),
    ("Quý 1/2026", "1/1/2026", "31/3/2026"), ("Đến 2030", "", "31/12/2030"), ("Từ nay đến hết năm 2026", "", "31/12/2026"),
    ("Quý IV/2025 và Quý I/2026", "1/10/2025", "31/3/2026"), ("Quý I, II, III, IV/2026", "1/1/2026", "31/12/2026"),
    ("Quý 2, 3, 4/2026", "1/4/2026", "31/12/2026"), ("Tháng 3, 6 và 9/2026", "1/3/2026", "30/9/2026"),
    ("Hoàn thành trước ngày 30/6/2026", "", "29/6/2026"), ("Năm 2026, 2027 và 2028", "1/1/2026", "31/12/2028"),
    ("Từ 01/3 đến 30/6/2026", "1/3/2026", "30/6/2026"), ("Từ ngày 01 đến 15/3/2026", "1/3/2026", "15/3/2026"),
    ("Năm học 2026 - 2027", "1/9/2026", "31/5/2027"), ("Quý II/2026 (sau khi có hướng dẫn)", "1/4/2026", "30/6/2026"),
    ("Tháng 12/2025 và tháng 01/2026", "1/12/2025", "31/1/2026"),
])
def it_knows_the_first_and_the_last_day(text: str, first: str, last: str | None) -> None:
    made = parse_deadline(text)
    assert (made.tu_ngay and short_date(made.tu_ngay) or "", made.den_ngay and short_date(made.den_ngay)) == (first, last)


@pytest.mark.parametrize("period", ["năm 2027", "quý I/2027", "tháng 3/2027"])
def it_parts_a_period_into_beginning_middle_and_end(period: str) -> None:
    """One behind the other, and the last ends with the period."""
    first, middle, end = (parse_deadline(f"{which} {period}") for which in ("Đầu", "Giữa", "Cuối"))
    whole = parse_deadline(period[:1].upper() + period[1:])
    assert (first.tu_ngay, end.den_ngay) == (whole.tu_ngay, whole.den_ngay)
    assert first.den_ngay
    assert first.den_ngay + timedelta(days=1) == middle.tu_ngay
    assert middle.den_ngay
    assert whole.den_ngay
    assert middle.den_ngay < whole.den_ngay


@pytest.mark.parametrize("text", [
    "Thường xuyên", "Hằng quý", "Hằng năm", "Quý I hằng năm", "Trước ngày 15/11 hằng năm", "Theo lộ trình của Trung ương",
    "Theo lộ trình Đề án của Trung ương", "Theo quyết định của Trung ương", "Trong 30 ngày kể từ ngày ký",
])
def it_gives_no_days_where_the_words_name_none(text: str) -> None:
    made = parse_deadline(text)
    assert made.tu_ngay is None
    assert made.den_ngay is None


@pytest.mark.parametrize(("text", "times"), [
    ("Hằng năm", "Năm 2028"),
    ("Quý I hằng năm", "Quý I/2028"),
    ("Tháng 2 hằng năm", "Tháng 2/2028"),
    ("Trước ngày 15/11 hằng năm", "Trước ngày 15/11/2028"),
    ("Chậm nhất ngày 05/01 hằng năm", "Chậm nhất ngày 05/01/2028"),
    ("6 tháng một lần", "6 tháng đầu năm 2028; 6 tháng cuối năm 2028"),
    ("Hằng quý", "Quý I/2028; Quý II/2028; Quý III/2028; Quý IV/2028"),
    ("Chậm nhất ngày 20 hằng tháng", "; ".join(f"Chậm nhất ngày 20/{month}/2028" for month in range(1, 13))),
    ("Tháng 6, 12 hằng năm", "Tháng 6/2028; Tháng 12/2028"),
    ("Tháng 3, 6, 9, 12 hằng năm", "Tháng 3/2028; Tháng 6/2028; Tháng 9/2028; Tháng 12/2028"),
    ("Quý I và III hằng năm", "Quý I/2028; Quý III/2028"),
    ("Ngày 15 tháng 12 hằng năm", "Ngày 15/12/2028"),
    ("Ngày 20 hằng tháng", "; ".join(f"Ngày 20/{month}/2028" for month in range(1, 13))),
    ("Trước ngày 20 tháng cuối quý", "; ".join(f"Trước ngày 20/{month}/2028" for month in (3, 6, 9, 12))),
    ("Ngày 25 tháng cuối quý", "; ".join(f"Ngày 25/{month}/2028" for month in (3, 6, 9, 12))),
    ("Trước ngày 30/6 và 31/12 hằng năm", "Trước ngày 30/6/2028; Trước ngày 31/12/2028"),
    ("Trước ngày 31/3, 30/6, 30/9 và 31/12 hằng năm", "; ".join(f"Trước ngày {day}/2028" for day in ("31/3", "30/6", "30/9", "31/12"))),
    ("Từ ngày 01/3 đến ngày 30/6 hằng năm", "Từ ngày 01/3/2028 đến ngày 30/6/2028"), ("Mỗi năm 2 lần", "6 tháng đầu năm 2028; 6 tháng cuối năm 2028"),
    ("Quý 1 hằng năm", "Quý 1/2028"), ("Hết tháng 6 hằng năm", "Đến hết tháng 6/2028"), ("Mỗi năm 1 lần", "Năm 2028"),
    ("Hằng tuần", ""),
    ("Quý I/2028", ""),
    ("Thường xuyên", ""),
])
def it_says_when_it_comes_in_a_year(text: str, times: str) -> None:
    assert "; ".join(each.words for each in parse_deadline(text).in_year(2028)) == times


@pytest.mark.parametrize(("text", "signed", "last"), [
    ("Trong 30 ngày kể từ ngày ký", "15/7/2025", "14/8/2025"),
    ("Trong thời hạn 05 ngày kể từ ngày ban hành", "27/2/2024", "3/3/2024"),
    ("Trong 02 tháng kể từ ngày ký", "31/12/2025", "28/2/2026"),
    ("Trong 1 tháng kể từ ngày ký", "31/1/2024", "29/2/2024"),
    ("Trong 12 tháng kể từ ngày ký", "15/7/2025", "15/7/2026"),
])
def it_counts_from_the_day_of_signing_and_leaves_that_day_out(text: str, signed: str, last: str) -> None:
    counted = parse_deadline(text).from_signing(day(signed))
    assert counted == Han("cham_nhat_ngay", (last,))
    assert counted.den_ngay == day(last)


def it_counts_nothing_else_from_the_signing() -> None:
    for form in FORMS:
        counted = parse_deadline(form.example).from_signing(date(2025, 7, 15))
        assert (counted is None) is ("kể từ" not in form.words or "làm việc" in form.words)


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def it_leaves_the_day_out_before_it_and_counts_it_until_it(given_day: date) -> None:
    typed = short_date(given_day)
    assert parse_deadline(f"Trước ngày {typed}").den_ngay == given_day - timedelta(days=1)
    assert parse_deadline(f"Chậm nhất ngày {typed}").den_ngay == given_day
    assert parse_deadline(f"Đến hết ngày {typed}").den_ngay == given_day


# Faults

@pytest.mark.parametrize(("text", "said"), [
    ("Trước ngày 31/6/2025", "Không có ngày 31/6/2025 trong lịch"),
    ("Đến hết ngày 29/2/2025", "Không có ngày 29/2/2025 trong lịch"),
    ("Trước ngày 31/6 hằng năm", "Không có ngày 31/6 trong lịch"),
    ("Trước ngày 29/02 hằng năm", "Ngày 29/02 không có trong mọi năm; ghi “Tháng 2 hằng năm”"),
    ("Từ tháng 11 đến tháng 2/2025", "ghi năm ở cả hai tháng, như “Từ tháng 11/2024 đến tháng 2/2025”"),
    ("Từ tháng 11/2025 đến tháng 2/2025", "kết thúc trước khi bắt đầu"),
    ("Giai đoạn 2030 - 2026", "kết thúc trước khi bắt đầu"),
    ("Quý IV - II/2025", "kết thúc trước khi bắt đầu"),
    ("Tháng 12, 6 hằng năm", "Tháng 12 không đứng trước tháng 6"),
    ("Tháng 3, 9, 6, 12 hằng năm", "Tháng 9 không đứng trước tháng 6"),
    ("Quý III và I hằng năm", "Quý III không đứng trước quý I"),
    ("Quý II, I, III/2026", "Quý II không đứng trước quý I"), ("Năm 2026, 2026 và 2028", "Năm 2026 không đứng trước năm 2026"),
    ("Năm học 2026 - 2028", "không phải hai năm liền nhau"), ("Từ 01/7 đến 30/6/2026", "kết thúc trước khi bắt đầu"),
    ("Trước ngày 31/12 và 30/6 hằng năm", "Ngày 31/12 không đứng trước ngày 30/6"), ("Ngày 30/6 và 31/11 hằng năm", "Không có ngày 31/11"),
    ("Quý I/2026 và quý IV/2025", "kết thúc trước khi bắt đầu"), ("Từ ngày 31 đến ngày 30/6/2026", "Không có ngày 31/6/2026"),
    ("Trước ngày 31 tháng 6 năm 2025", "Không có ngày 31/6/2025 trong lịch"),
])
def it_refuses_what_cannot_be(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)) as told:
        parse_deadline(text)
    assert "; " in str(told.value)  # what is wrong, and the way out


ANNEX = """\
loai_van_ban: phu_luc
ma: pl
trich_yeu: Nhiệm vụ
nhiem_vu:
  - nhom: Nhóm
    gom:
      - {ma: nv_a, noi_dung: Việc, san_pham: Báo cáo, chu_tri: [so_noi_vu_nghe_an], thoi_gian: Từ tháng 11 đến tháng 2/2025}
bang_bieu: [{ma: bang, bo_cuc: nhiem_vu}]
"""


def it_tells_of_an_end_before_the_beginning_at_its_place(tmp_path: Path) -> None:
    (told,) = (f for f in checked(tmp_path, pl=ANNEX).findings if f.code[0] == "S")
    assert (told.code, told.level, told.line, told.column) == ("S206", "error", 7, ANNEX.splitlines()[6].index("Từ tháng") + 1)
    assert told.message == "“Từ tháng 11 đến tháng 2/2025” kết thúc trước khi bắt đầu."
    assert told.hint == "Ghi năm ở cả hai tháng, như “Từ tháng 11/2024 đến tháng 2/2025”."


# One table

def it_is_what_the_schema_says() -> None:
    assert SCHEMA["pattern"] == PATTERN
    assert SCHEMA["patternErrorMessage"] == MESSAGE
    assert SCHEMA["description"] == HELP


@every_form
def it_is_what_the_guide_says(form: Form) -> None:
    guide = (ROOT / "docs" / "dinh_dang.md").read_text("utf-8")
    assert f"| {form.example} | {form.meaning} |" in guide


@pytest.mark.skipif(not SEEDS.is_dir(), reason="không có thư mục ../shared/seeds")
def it_reads_the_cells_of_a_published_table_of_tasks() -> None:
    (table,) = SEEDS.glob("002*.txt")
    rows = [line.split("\t") for line in table.read_text("utf-8").splitlines()[976:1060]]
    cells = [row[4].strip() for row in rows if len(row) > 4 and row[0].strip().isdecimal()]
    typed = [cell for cell in cells if cell and ":" not in cell and "hoàn thành" not in cell]
    unread = [cell for cell in typed if not has_form(cell)]
    assert len(typed) > 30
    assert unread == ["Quý IV/2025 Căn cứ theo chỉ đạo của Bộ KH&CN"]
    assert not any(parse_deadline(cell).is_free for cell in typed if cell not in unread)


# Who leads

NAMED = ANNEX.replace("chu_tri: [so_noi_vu_nghe_an], thoi_gian: Từ tháng 11 đến tháng 2/2025",
                      'chu_tri: [so_noi_vu_nghe_an, "Các hội, đoàn thể"], phoi_hop: ["Các hội, đoàn thể"], thoi_gian: Năm 2025')


def it_prints_who_is_in_no_register_as_typed_and_says_so_once(tmp_path: Path) -> None:
    told = [f for f in checked(tmp_path, pl=NAMED).findings if f.code == "C132"]
    assert [(f.level, f.line) for f in told] == [("info", 7)]
    assert "“Các hội, đoàn thể”" in told[0].message


@pytest.mark.parametrize(("typed", "code"), [("so_noi_vuu", "R103"), ("các hội", "S205"), ("So_Noi_Vu x", "C132")])
def it_takes_no_misspelt_id_for_a_name(tmp_path: Path, typed: str, code: str) -> None:
    text = ANNEX.replace("[so_noi_vu_nghe_an]", f"[{typed}]").replace("Từ tháng 11 đến tháng 2/2025", "Năm 2025")
    assert code in {f.code for f in checked(tmp_path, pl=text).findings}


# What a draft asks

ASKING = ANNEX.replace("Từ tháng 11 đến tháng 2/2025", '"Quý IV/2025 {XEM LẠI: hạn của năm 2025, đã qua ngày 31/12/2025}"')


@given(words(), st.sampled_from(["còn làm không", "hạn cũ 31/7/2025", "năm 2026?"]))
def it_reads_a_deadline_that_a_draft_asks_about(text: str, question: str) -> None:
    asking = f"{text} {{XEM LẠI: {question}}}"
    try:
        plain = parse_deadline(text)
    except ValueError:
        return
    made = parse_deadline(asking)
    assert (made.words, made.tu_ngay, made.den_ngay, made.form) == (asking, plain.tu_ngay, plain.den_ngay, plain.form)
    assert re.fullmatch(PATTERN, asking)


def it_counts_the_question_and_takes_the_days(tmp_path: Path) -> None:
    found = checked(tmp_path, pl=ASKING).findings
    assert not [each for each in found if each.level == "error"]
    (asked,) = (each for each in found if each.code == "C117")
    assert "hạn của năm 2025, đã qua ngày 31/12/2025" in asked.message
