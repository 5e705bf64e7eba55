"""Spans of time in running text: those that end before they begin."""

import pytest

from vanban.model.typed_spans import backwards


@pytest.mark.parametrize(("text", "words"), [
    ("từ ngày 15/7/2026 đến ngày 10/7/2026.", "15/7/2026 đến ngày 10/7/2026"), ("15/7/2026 - 10/7/2026", "15/7/2026 - 10/7/2026"),
    ("từ ngày 15 tháng 7 năm 2026 đến hết ngày 10 tháng 6 năm 2026", "ngày 15 tháng 7 năm 2026 đến hết ngày 10 tháng 6 năm 2026"),
    ("từ ngày 20/10 đến ngày 15/10", "ngày 20/10 đến ngày 15/10"), ("giai đoạn 2030 - 2026", "giai đoạn 2030 - 2026"),
    ("từ năm 2030 đến năm 2026", "từ năm 2030 đến năm 2026"), ("từ tháng 9/2026 đến tháng 6/2026", "tháng 9/2026 đến tháng 6/2026"),
    ("từ quý III/2026 đến hết quý I/2026", "quý III/2026 đến hết quý I/2026"),
])
def it_finds_a_span_that_ends_before_it_begins(text: str, words: str) -> None:
    assert [each.words for each in backwards(text)] == [words]


@pytest.mark.parametrize("text", [
    "từ ngày 10/7/2026 đến ngày 10/7/2026", "từ ngày 15/12 đến ngày 14/6", "từ ngày 15/12 đến ngày 14/6/2026", "giai đoạn 2026 - 2030",
    "ngày 15/7/2026, ngày 10/7/2026", "so với ngày 15/7/2026 và ngày 10/7/2026", "giảm từ 2030 đến 2026 hồ sơ", "giai đoạn 2026 - 2026",
    "từ tháng 9 đến tháng 6/2026", "từ quý IV/2025 đến quý I/2026", "Nghị định ngày 15/7/2026 - Luật ngày 10/7/2026", "31/2/2026 đến 10/1/2026",
])
def it_leaves_alone_what_is_no_span_or_a_right_one(text: str) -> None:
    assert list(backwards(text)) == []
