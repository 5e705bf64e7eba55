"""Footnotes as Word has them: a mark in the text or in a cell, the words in a part of their own, one for each mark."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from tests.support.content import DECISION, project
from tests.support.wordml import W, text_of, value, w
from vanban.doctypes import doctypes
from vanban.pipeline.checking import check
from vanban.pipeline.offices import frames
from vanban.pipeline.reporting import docx as docx_of
from vanban.writers.to_docx.writing import to_docx_parts

PLAN = """\
loai_van_ban: ke_hoach
ma: kh
trich_yeu: Cải cách hành chính năm 2025
de_muc:
  - tieu_de: Kết quả[^o_tieu_de]
    noi_dung: |
      Rà soát 3.171 văn bản[^ra_soat], theo [[nq_76_2021]].
      [^o_tieu_de]: Số liệu đến ngày 30/6/2025.
      [^ra_soat]: Gồm **254** văn bản, xem [[nq_76_2021]];
      đã xử lý xong.
bang_bieu:
  - ma: bang
    cot: [{ma: don_vi, tieu_de: Đơn vị}, {ma: so_luong, tieu_de: Số lượng}]
    hang: [{don_vi: "Sở Nội vụ[^o_bang]", so_luong: 5}]
    ghi_chu_cuoi: |
      [^o_bang]: Cả Ban Thi đua.
"""
DECISION_WITH_NOTE = DECISION.replace("[[kh]].", "[[kh]][^o_dieu].\n      [^o_dieu]: Thay kế hoạch cũ.")


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """The parts of the set, then of each document as a file of its own."""
    home = project(tmp_path_factory.mktemp("notes"), qd=DECISION_WITH_NOTE, kh=PLAN)
    checked = check(home)
    assert not checked.findings
    (bo,) = checked.sound
    law = checked.setting(bo).the_thuc
    files = [data for _, data in to_docx_parts(checked.printed(bo), doctypes(), law, frames(home, "nghe_an"))]
    return [_parts(data) for data in (docx_of(home, checked, bo), *files)]


def _parts(package: bytes) -> dict[str, bytes]:
    assert docx.Document(io.BytesIO(package))
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _marks(package: dict[str, bytes]) -> list[str]:
    root = etree.fromstring(package["word/document.xml"])
    return [value(mark, "id") for mark in root.iter(w("footnoteReference"))]


def _notes(package: dict[str, bytes]) -> dict[str, str]:
    """The words of each footnote by its id; separators have none."""
    root = etree.fromstring(package["word/footnotes.xml"])
    return {value(note, "id"): text_of(note).strip() for note in root if not value(note, "type")}


def it_has_a_text_for_every_mark_in_text_heading_and_cell(parts: list[dict[str, bytes]]) -> None:
    whole = parts[0]
    notes = _notes(whole)
    assert [notes[mark] for mark in _marks(whole)] == [
        "Thay kế hoạch cũ.", "Số liệu đến ngày 30/6/2025.",
        "Gồm 254 văn bản, xem Nghị quyết số 76/NQ-CP; đã xử lý xong.", "Cả Ban Thi đua.",
    ]
    assert len(notes) == 4


def it_keeps_the_lines_that_part_notes_from_text(parts: list[dict[str, bytes]]) -> None:
    root = etree.fromstring(parts[0]["word/footnotes.xml"])
    assert [value(note, "type") for note in root][:2] == ["separator", "continuationSeparator"]


def it_sets_notes_in_their_own_style_with_their_own_mark(parts: list[dict[str, bytes]]) -> None:
    root = etree.fromstring(parts[0]["word/footnotes.xml"])
    for note in (note for note in root if not value(note, "type")):
        assert value(note.find(f"{W}p/{W}pPr/{W}pStyle")) == "VB_ChuThich"
        (own,) = note.iter(w("footnoteRef"))
        assert value(own.getparent().find(f"{W}rPr/{W}rStyle")) == "VB_DauChuThich"


def it_gives_files_of_their_own_their_notes_only(parts: list[dict[str, bytes]]) -> None:
    _, decision, plan = parts
    assert list(_notes(decision).values()) == ["Thay kế hoạch cũ."]
    assert len(_notes(plan)) == len(_marks(plan)) == 3


def it_writes_no_part_of_notes_where_there_are_none(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN.split("[^")[0].rstrip() + "\n    noi_dung: |\n      Không.\n")
    checked = check(home)
    (bo,) = checked.sound
    assert _notes(_parts(docx_of(home, checked, bo))) == {}
