"""What the plan does to years and dates is what `years` says of them, in every sample."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.support.content import ROOT
from vanban.model.registers import Registers
from vanban.pipeline.year_mentions import Asked, mentions
from vanban.plan.context import Carrying
from vanban.plan.rolling import rolled
from vanban.readers.source import read_source
from vanban.readers.year_pieces import pieces_of
from vanban.years.heading import is_yearly
from vanban.years.mention import Turn

SAMPLES = sorted((ROOT / "content").glob("*/2*/*.yaml"))
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# At the top a document states its own days anew, and so does what is said in a question.
ASIDE = re.compile(r"^(?:so_van_ban|ngay_ban_hanh|ngay_du_kien|cho_nam|theo_de_nghi|ngay_thong_qua|ma|du_thao|  lan_thu|  ngay): ?.*\n", re.MULTILINE)
QUESTION = re.compile(r" ?\{XEM LẠI:[^{}]*\}")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def it_moves_what_moves_and_nothing_else(path: Path) -> None:
    """The years of each line, but for those at the top: of a line that is asked or stays they are those of before."""
    signed = date(2025, 7, 15)
    source, _ = read_source(f"content/{path.parts[-3]}/2025/{path.name}", path.read_bytes())
    turn = Turn(2025, 2026, signed)
    turn = Turn(2025, 2026, signed, is_yearly([(each.text, each.node) for each in pieces_of(source)][:40], turn))
    made = rolled(source, path.stem, Carrying(turn, date(2025, 12, 31), Registers({})), {})
    assert not made.fault
    old, new = (ASIDE.sub("", QUESTION.sub("", text)) for text in (source.text, made.text))
    moved = Counter(YEAR.findall(new))
    moved.subtract(YEAR.findall(old))
    told = [each.decided for each in mentions(path, Asked(2025, 2026, signed)).found]
    expected = Counter[str]()
    for it in (each for each in told if each.fate == "chuyen"):
        expected.update(str(year + 1) for year in it.mention.years)
        expected.subtract(map(str, it.mention.years))
    is_task = "nhiem_vu" in source.data
    if not is_task:  # of tasks that are done once the plan asks about more than their deadlines
        assert {year: count for year, count in moved.items() if count} == {
            year: count for year, count in expected.items() if count}
    assert all(year in expected or not count for year, count in moved.items())
