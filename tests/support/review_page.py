"""Reviews for the page of a review, and what the page's data say, read back."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tests.support.content import DECISION
from tests.support.reviewing import compared
from vanban.model.change import Comparison
from vanban.model.review import Review, Version
from vanban.reviews.to_html import told

OLD = Version("revision", "HEAD", "3f2a9bc1d2e4", ("Trần Thị B",), date(2025, 11, 20))
NEW = Version("working_tree", "bản đang sửa")
PLAN = """\
loai_van_ban: ke_hoach
ma: kh
trich_yeu: Cải cách hành chính năm 2025
muc_tieu:
  - {chi_tieu: ty_le_dung_han, so_sanh: tu_tro_len, gia_tri: 95}
de_muc:
  - tieu_de: Mục tiêu
    noi_dung: |
      1. Hồ sơ giải quyết đúng hạn đạt từ {{ muc_tieu.ty_le_dung_han }} trở lên.
      1. Thủ tục được rà soát, cắt giảm thời gian giải quyết. {#ra_soat}
      1. Kết quả được công khai hằng tháng.
  - tieu_de: Nhiệm vụ
    noi_dung: |
      1. Các cơ quan rà soát theo [[ra_soat]].
      1. Kiểm tra văn bản quy phạm pháp luật.
      1. Theo dõi thi hành pháp luật.
      1. Bồi dưỡng công chức cấp xã.
      1. Công khai ngân sách.
      1. Báo cáo kết quả.
    bang_bieu:
      - ma: viec
        tieu_de: Việc phải làm
        cot:
          - {ma: so_thu_tu, tieu_de: STT}
          - {ma: ten, tieu_de: Việc}
          - {ma: han, tieu_de: Thời hạn}
        hang:
          - {ten: Rà soát thủ tục, han: Quý I}
          - {ten: Công khai kết quả, han: Quý II}
          - {ten: Kiểm tra, han: Quý III}
          - {ten: Tập huấn, han: Quý III}
          - {ten: Báo cáo, han: Quý IV}
"""
# A target raised, a khoản put in, one moved, a row out and a column in, a recipient more.
BETTER_PLAN = (
    PLAN.replace("gia_tri: 95", "gia_tri: 97")
    .replace("      1. Thủ tục được", "      1. Phản ánh được trả lời trong 05 ngày.\n      1. Thủ tục được")
    .replace("      1. Báo cáo kết quả.\n", "").replace("      1. Kiểm tra văn", "      1. Báo cáo kết quả.\n      1. Kiểm tra văn")
    .replace("          - {ten: Kiểm tra, han: Quý III}\n", "")
    .replace("tieu_de: Việc}\n", "tieu_de: Việc}\n          - {ma: noi, tieu_de: Cơ quan, de_trong: true}\n")
)
BETTER_DECISION = DECISION.replace("  - Bộ Nội vụ\n", "  - Bộ Nội vụ\n  - Bộ Tài chính\n")


def review_of(comparison: Comparison, **words: Any) -> Review:
    return Review(OLD, NEW, comparison, **words)


def review(folder: Path, old: Mapping[str, str] | None = None, new: Mapping[str, str] | None = None) -> Review:
    """The review of two versions of documents in nghe_an/2025; without any, of the decision and the plan above."""
    return review_of(compared(folder, old or {"qd": DECISION, "kh": PLAN},
                              new or {"qd": BETTER_DECISION, "kh": BETTER_PLAN}))


def data(review: Review) -> dict[str, Any]:
    """The data of the page, as its script reads them."""
    found = re.findall(r'<script type="application/json" id="du_lieu">(.*?)</script>', told(review, False), re.DOTALL)
    assert len(found) == 1
    read: dict[str, Any] = json.loads(found[0])
    return read


def read_side(document: Mapping[str, Any], sign: str) -> Iterator[str]:
    """The lines that one side of a document has on the page: "-" the old one, "+" the new one."""
    elsewhere = {"-": "+>", "+": "-<"}[sign]
    for part in document["parts"]:
        for block in part["blocks"]:
            if "cells" in block:
                lines = [line for _, _, state, _, lines in block["cells"] if not state or state not in elsewhere
                         for line in _of_side(lines, elsewhere)]
            else:
                lines = [] if block.get("state", "") in [*elsewhere] else [block.get("words", [])]
            yield from ("".join(_read(words, sign)) for words in lines)


def _of_side(lines: list[Any], elsewhere: str) -> Iterator[list[Any]]:
    """The lines of a cell; one whose cell has others says for itself where it is."""
    for line in lines:
        if not isinstance(line, dict):
            yield line
        elif not line["state"] or line["state"] not in elsewhere:
            yield line["words"]


def _read(words: list[Any], sign: str) -> Iterator[str]:
    for each in words:
        if isinstance(each, str):
            yield each
        elif each[0] == sign:
            yield each[1]
