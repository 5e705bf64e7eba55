"""Where a hyphen holds a sign together: lines do not end there."""

import pytest

from vanban.joints import joints


def _marked(text: str) -> str:
    return "".join("=" if at in set(joints(text)) else char for at, char in enumerate(text))


@pytest.mark.parametrize(("text", "marked"), [
    ("Nghị định số 30/2020/NĐ-CP, Quyết định số 2228/QĐ-UBND.", "Nghị định số 30/2020/NĐ=CP, Quyết định số 2228/QĐ=UBND."),
    ("3798/SNV-CCHC&VTLT", "3798/SNV=CCHC&VTLT"),
    ("Nghị quyết số 05-NQ/TU; 11/2022/TTLT-BTC-BNV", "Nghị quyết số 05=NQ/TU; 11/2022/TTLT=BTC=BNV"),
    ("12/TTr-SNV, 05-QĐi/TW, 30/QyĐ-UBND, 21/QĐ-TTg", "12/TTr=SNV, 05=QĐi/TW, 30/QyĐ=UBND, 21/QĐ=TTg"),
    ("giai đoạn 2021-2025 (2021–2030)", "giai đoạn 2021=2025 (2021=2030)"),
    ("KT-XH; COVID-19; 30-40%; …/QĐ-UBND", "KT=XH; COVID=19; 30=40%; …/QĐ=UBND"),
])
def it_holds_numbers_symbols_and_periods_of_years(text: str, marked: str) -> None:
    assert _marked(text) == marked


@pytest.mark.parametrize("text", [
    "kinh tế-xã hội", "In-đô-nê-xi-a", "Hà Nội-Hải Phòng", "e-mail", "2021 - 2025", "- Bộ Nội vụ", "năm 2021-", "-5%",
    "https://dichvucong.gov.vn/QD-UBND-2025", "www.NGHEAN-2025.vn", "SNV-CCHC@nghean.gov.vn",
])
def it_leaves_words_names_and_addresses_to_part(text: str) -> None:
    assert _marked(text) == text
