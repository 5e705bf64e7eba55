"""Numbers in words are read, and held against the figure that stands beside them."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.content import DECISION, PLAN, project
from vanban.number_words import number_in_words
from vanban.pipeline.checking import check

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def below_thousand(number: int, *, whole: bool, odd: str, four: str, one: str) -> str:
    """A group of three digits as it is said; `whole`: with its hundreds, "không trăm linh năm"."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = [f"{DIGITS[hundreds]} trăm"] if hundreds or whole else []
    if tens == 0 and ones:
        said.append(f"{odd} {DIGITS[ones]}" if said else DIGITS[ones])
    elif tens:
        behind = {1: one if tens > 1 else "một", 4: four if tens > 1 else "bốn", 5: "lăm"}.get(ones, DIGITS[ones])
        said.append(("mười" if tens == 1 else f"{DIGITS[tens]} mươi") + (f" {behind}" if ones else ""))
    return " ".join(said)


def in_words(number: int, thousand: str, **forms: str) -> str:
    said = []
    for scale, name in ((10**9, "tỷ"), (10**6, "triệu"), (10**3, thousand), (1, "")):
        group = number // scale % 1000
        if group:
            said.append(f"{below_thousand(group, whole=bool(said), **forms)} {name}".strip())
    return " ".join(said)


@given(st.integers(1, 10**12 - 1), st.sampled_from(["nghìn", "ngàn"]), st.sampled_from(["linh", "lẻ"]),
       st.sampled_from(["bốn", "tư"]), st.sampled_from(["một", "mốt"]), st.booleans())
def it_reads_every_number_in_all_its_forms(number: int, thousand: str, odd: str, four: str, one: str, capital: bool) -> None:
    words = in_words(number, thousand, odd=odd, four=four, one=one)
    assert number_in_words(words.capitalize() if capital else words) == number


@pytest.mark.parametrize(("words", "number"), [
    ("hai tỷ rưỡi", "2500000000"), ("một trăm rưỡi", "150"), ("hai phẩy năm tỷ", "2500000000"), ("một phẩy không năm", "1.05"),
    ("ba phẩy hai mươi lăm", "3.25"), ("một nghìn hai trăm tỷ", "1200000000000"), ("hai nghìn lẻ năm", "2005"), ("bẩy", "7"),
    ("hai mươi nhăm", "25"), ("không", "0"), ("năm mươi triệu", "50000000"),
])
def it_reads_halves_decimals_and_thousands_of_billions(words: str, number: str) -> None:
    assert number_in_words(words) == Decimal(number)


@pytest.mark.parametrize("words", [
    "một triệu hai", "ba triệu hai trăm", "hai lăm", "trăm", "tư", "mười mươi", "một trăm hai", "mười năm", "hai mươi năm", "rưỡi", "hai rưỡi",
    "phẩy năm", "một phẩy", "một tỷ tỷ", "hai năm", "linh năm", "vài trăm", "", "một mươi", "nghìn", "một nghìn triệu", "năm tháng",
])
def it_does_not_guess(words: str) -> None:
    assert number_in_words(words) is None


@pytest.mark.parametrize(("line", "told"), [
    ("Chi 1.250.000 đồng (Một triệu hai trăm năm mươi lăm nghìn đồng).", "1.255.000"), ("Trong 05 (sáu) ngày.", "6"), ("Lập 03 (hai) bản.", "2"),
    ("Chi 1.250.000 đồng. Bằng chữ: Một triệu hai trăm nghìn đồng.", "1.200.000"), ("Chi 2,5 tỷ đồng (hai tỷ sáu trăm triệu đồng).", "2.600.000.000"),
    ("Chi 1.250.000đ (Bằng chữ: Một triệu không trăm linh năm nghìn đồng chẵn./.).", "1.005.000"), ("Trong 07 (năm) ngày.", "5"), ("Lập ba (04) bản.", "3"),
    ("Giảm 15% (mười sáu phần trăm).", "16"), ("Trong 21 (hai mươi mốt) ngày, 25 (hai mươi tư) ngày.", "24"), ("Trong hai mươi mốt (20) ngày.", "21"),
    ("Chi 1.250.000 đồng (Một triệu hai trăm năm mươi nghìn đồng).", ""), ("Trong 05 (năm) ngày, 03 (ba) bản, ba (03) bản.", ""),
    ("Bảo quản 10 (năm).", ""), ("Bảo quản 20 (năm) kể từ hôm nay.", ""), ("Có 05 người (hai nữ).", ""), ("Mỗi năm (02) lần.", ""),
    ("Chi 15 (mười lăm) triệu đồng.", ""), ("Chi 15 triệu (mười lăm triệu).", ""), ("Mười năm (02) lần.", ""), ("Tháng hai (28) ngày.", ""),
    ("Chi 1,26 tỷ đồng (một tỷ hai trăm năm mươi lăm triệu đồng).", ""), ("Ngày 07/11/2025 (một buổi).", ""), ("Chi 1.250.000 đồng (một triệu hai).", ""),
    ("Ngày 05/11/2025 (hai).", ""), ("Số 12/QĐ-UBND (ba) trang.", ""), ("Chọn phương án 2 (không).", ""), ("Ghi “05 (sáu) ngày”.", ""),
    ("Chi 1.250.000 đồng/người (Một triệu hai trăm năm mươi nghìn đồng mỗi người).", ""), ("Đợt một (05) ngày.", ""), ("Năm 2025 (năm thứ hai).", ""),
])
def it_holds_words_against_the_figure_beside_them(line: str, told: str, tmp_path: Path) -> None:
    findings = check(project(tmp_path, qd=DECISION, kh=PLAN.replace("Theo phân công.", line))).findings
    found = [each for each in findings if each.code == "D261"]
    assert [each.message.rpartition(" là ")[2].rstrip(".") for each in found] == ([told] if told else [])


def it_reads_the_words_in_the_line_below(tmp_path: Path) -> None:
    lines = "Số tiền: 1.250.000 đồng.\n\n      Bằng chữ: Một triệu hai trăm nghìn đồng."
    findings = check(project(tmp_path, qd=DECISION, kh=PLAN.replace("Theo phân công.", lines))).findings
    assert [(each.code, each.line) for each in findings if each.code == "D261"] == [("D261", 9)]
