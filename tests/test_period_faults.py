"""Periods of the registers that are made of others: their days have to fit together."""

from pathlib import Path

import pytest

from tests.support.content import project
from vanban.pipeline.checking import check


def faults(folder: Path, text: str) -> list[tuple[str, int, str, str]]:
    made = project(folder)
    (made.content / "dung_chung" / "them.yaml").write_text(text, "utf-8")
    return [(found.code, found.line, found.message, found.hint) for found in check(made).findings if found.file.endswith("them.yaml")]


REGIME = """\
loai_du_lieu: che_do_bao_cao
che_do_bao_cao:
  - ma: thu_nghiem
    ten_goi: Thử
    nguoi_bao_cao: [xa_bao_cao_mau]
    ky_bao_cao:
      - {ma: quy_1, cho_nam: 2026, tu_ngay: 15/12/2025, den_ngay: 14/3/2026}
      - {ma: quy_2, cho_nam: 2026, tu_ngay: 15/3/2026, den_ngay: 14/6/2026}
      - {ma: sau_thang, cho_nam: 2026, tu_ngay: 15/12/2025, den_ngay: 14/6/2026, gom_ky: [quy_1, quy_2]}
"""


@pytest.mark.parametrize(("old", "new", "message"), [
    ("", "", None), ("14/6/2026, gom", "30/6/2026, gom", "Kỳ sau_thang kết thúc ngày 30/6/2026 mà quy_2 kết thúc ngày 14/6/2026, không khớp với gom_ky."),
    ("quy_1, cho_nam: 2026, tu_ngay: 15/12", "quy_1, cho_nam: 2026, tu_ngay: 16/12",
     "Kỳ sau_thang bắt đầu ngày 15/12/2025 mà quy_1 bắt đầu ngày 16/12/2025, không khớp với gom_ky."),
    ("15/3/2026", "16/3/2026", "Kỳ quy_2 bắt đầu ngày 16/3/2026 mà quy_1 kết thúc ngày 14/3/2026, không khớp với gom_ky."),
    ("[quy_1, quy_2]", "[quy_1, quy_3]", "Kỳ sau_thang gồm kỳ “quy_3” mà năm 2026 không có kỳ ấy."),
])
def it_tells_of_periods_that_do_not_fit_together(old: str, new: str, message: str | None, tmp_path: Path) -> None:
    found = faults(tmp_path, REGIME.replace(old, new, 1) if old else REGIME)
    assert [each[:3] for each in found] == ([("D223", 9, message)] if message else [])
