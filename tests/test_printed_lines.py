"""The one walk over what is printed: the order of the page, nothing left out, every line led home."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.support.content import DECISION, PLAN, checked
from tests.support.sample import ROOT
from tests.support.wordml import read_parts, text_of, w
from vanban.doctypes import doctypes
from vanban.model.document import BoVanBan
from vanban.model.places import NOWHERE
from vanban.model.printed_lines import PrintedLine, printed_lines
from vanban.model.walk import map_tables, tables
from vanban.model.zones import BODY, Zones, order_of
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx
from vanban.wordml.parts import DOCUMENT, FOOTNOTES

PROJECT = Project(ROOT)
_TAG = re.compile(r"\{[{%].*?[}%]\}")
_NAME = re.compile(r"\b(?:" + "|".join([*Zones.__slots__, BODY]) + r")\b")


@pytest.fixture(scope="module")
def samples() -> Checked:
    return check(PROJECT)


def written(checked: Checked) -> list[BoVanBan]:
    """The sets that have a text of their own; what a copy prints of another document, `test_copies` holds."""
    return [bo for bo in checked.sound if not doctypes()[bo.van_ban.loai_van_ban].is_copy]


def bare(text: str) -> str:
    """The letters and digits of a text: what is left of it whatever typesetting did."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def frame_texts(name: str) -> list[str]:
    """The paragraphs of a frame, tags and all."""
    package = read_parts(PROJECT.templates / f"{name}.docx")
    return [text_of(each) for each in etree.fromstring(package[DOCUMENT]).iter(w("p"))]


def words_of_frames() -> str:
    """A pattern of what frames say themselves, any number of times."""
    texts = {bare(part) for path in PROJECT.templates.glob("*.docx") for text in frame_texts(path.stem)
             for part in _TAG.split(text)}
    return f"(?:{'|'.join(sorted(filter(None, texts), key=len, reverse=True))})*"


def order_in(frame: str) -> Sequence[str]:
    """The zones in the order in which a frame prints them."""
    tags = [tag for text in frame_texts(frame) for tag in _TAG.findall(text)]
    printing = [tag for tag in tags if tag.startswith("{{") or " for " in tag]
    return tuple(dict.fromkeys(name for tag in printing for name in _NAME.findall(tag)))


def lines_of(checked: Checked, bo: BoVanBan) -> list[PrintedLine]:
    """The lines of a set, zones as its frames have them."""
    def order(part: BoVanBan) -> Sequence[str]:
        kind = doctypes()[part.van_ban.loai_van_ban]
        form = kind.form(together=part.van_ban.signed_together) if part is bo else kind.attached
        return order_in(checked.setting(bo).the_thuc.khung_trang[form])

    return list(printed_lines(bo, order))


def it_reads_every_sample_in_the_order_of_its_docx(samples: Checked, tmp_path: Path) -> None:
    between = re.compile(words_of_frames())
    for bo in written(samples):
        file = tmp_path / "bo.docx"
        file.write_bytes(docx(PROJECT, samples, bo))
        parts = read_parts(file)
        lines = [line for line in lines_of(samples, bo) if line.kind != "picture"]
        printed = bare("".join(text_of(p) for p in etree.fromstring(parts[DOCUMENT]).iter(w("p"))))
        at = 0
        foot = [line for line in lines if line.name == "dia_chi"]
        assert _words_of(parts.get("word/dia_chi.xml")) == "".join(bare(line.text) for line in foot)
        for line in (line for line in lines if line.kind != "note" and line not in foot):
            text = bare(line.text)
            start = printed.find(text, at)
            assert start >= 0, (bo.van_ban.ma, line)
            assert between.fullmatch(printed[at:start]), (printed[at:start], line)
            at = start + len(text)
        assert between.fullmatch(printed[at:])
        notes = etree.fromstring(parts[FOOTNOTES]).iter(w("p"))
        assert "".join(bare(text_of(p)) for p in notes) == "".join(bare(line.text) for line in lines if line.kind == "note")


def _words_of(part: bytes | None) -> str:
    return "".join(bare(text_of(p)) for p in etree.fromstring(part).iter(w("p"))) if part else ""


def it_leads_every_line_of_every_sample_home(samples: Checked) -> None:
    places = samples.content.places
    for bo in samples.sound:
        files = {samples.content.file_of(van_ban) for van_ban in bo}
        for line in printed_lines(bo):
            assert line.origin != NOWHERE, line
            assert places.file(line.origin) in files
            assert all(words.origin != NOWHERE for words in line.words if line.kind != "zone")


# What a set may hold that cannot be printed yet


def it_reads_the_words_of_a_table_that_could_not_be_drawn(samples: Checked) -> None:
    bo = next(bo for bo in samples.sound if any(table.quan_he for van_ban in bo for table in tables(van_ban)))
    undrawn = bo.map(lambda van_ban: map_tables(van_ban, lambda table: replace(table, grid=None)))
    drawn, typed = (
        " ".join(line.text for line in printed_lines(each) if line.kind == "cell") for each in (bo, undrawn)
    )
    missing = {word for word in drawn.split() if word not in typed}
    assert len(typed) > 200
    assert not [word for word in missing if word.isalpha() and len(word) > 3]  # marks are the machine's


def it_reads_the_body_of_a_set_whose_issuer_is_unknown(tmp_path: Path) -> None:
    (bo,) = checked(tmp_path, qd=DECISION.replace("ubnd_nghe_an", "ubnd_nghe_anh"), kh=PLAN).sets
    assert bo.zones is None
    assert [line.text for line in printed_lines(bo)] == [
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2025.", "I. Nhiệm vụ",
        "Theo phân công.",
    ]


def it_reads_no_footnote_that_no_mark_calls(tmp_path: Path) -> None:
    plan = PLAN.replace("Theo phân công.\n", "Theo phân công.\n      [^a]: Chú thích.\n")
    (bo,) = checked(tmp_path, qd=DECISION, kh=plan).sets
    assert "note" not in {line.kind for line in printed_lines(bo)}
    (called,) = checked(tmp_path, qd=DECISION, kh=plan.replace("phân công.", "phân công[^a].")).sets
    assert [line.text for line in printed_lines(called) if line.kind == "note"] == ["Chú thích."]


def it_knows_words_that_signs_have_no_meaning_in(tmp_path: Path) -> None:
    tasks = ("nhiem_vu:\n  - {nhom: Thể chế, gom: [{ma: mot, noi_dung: Rà soát, chu_tri: [so_noi_vu_nghe_an], thoi_gian: Quý I/2025}]}\n"
             "bang_bieu:\n  - {ma: viec, bo_cuc: nhiem_vu}\n  - {ma: so, cot: [{ma: a, tieu_de: Cột}], hang: [{nhom: Tỉnh, gom: [{a: Ô}]}]}\n")
    annex = "loai_van_ban: phu_luc\nma: pl\ntrich_yeu: Danh mục\n" + tasks
    (bo,) = checked(tmp_path, qd=DECISION, kh=PLAN + "kem_theo: [pl]\n", pl=annex).sets
    plain = {words.text for line in printed_lines(bo) for words in line.words if words.is_plain}
    read = {words.text for line in printed_lines(bo) for words in line.words if not words.is_plain}
    assert {"Thể chế", "VT, KSTT", "Ban hành Kế hoạch", "Nguyễn Văn A"} <= plain
    assert {"Tỉnh", "Ô", "Rà soát", "Bộ Nội vụ", "Theo phân công."} <= read


# Order


def it_reads_what_chen_places_where_it_is_placed(tmp_path: Path) -> None:
    table = "bang_bieu:\n  - {ma: %s, cot: [{ma: a, tieu_de: Cột}], hang: [{a: %s}]}\n"
    plan = PLAN.replace("      Theo phân công.\n", "      Trước.\n      @chen mot\n      Sau.\n    "
                        + (table % ("mot", "Giữa")).replace("\n  -", "\n      -"))
    plan += "noi_dung_cuoi: Cuối.\n" + table % ("hai", "Bảng")
    (bo,) = checked(tmp_path, qd=DECISION, kh=plan).sets
    read = [line.text for line in printed_lines(bo.kem_theo[0]) if line.kind != "zone"]
    assert read == ["I. Nhiệm vụ", "Trước.", "Cột", "Giữa", "Sau.", "Cột", "Bảng", "Cuối."]


def it_reads_what_closing_words_place_there_and_once(tmp_path: Path) -> None:
    plan = PLAN + ("    bang_bieu: [{ma: mot, cot: [{ma: a, tieu_de: Cột}], hang: [{a: Ô}]}]\n"
                   "    noi_dung_cuoi: |\n      Xem bảng.\n      @chen mot\n")
    (bo,) = checked(tmp_path, qd=DECISION, kh=plan).sets
    read = [line.text for line in printed_lines(bo.kem_theo[0]) if line.kind != "zone"]
    assert read == ["I. Nhiệm vụ", "Theo phân công.", "Xem bảng.", "Cột", "Ô"]


def it_has_the_body_between_the_zones_above_and_below(samples: Checked) -> None:
    for part in (part for bo in written(samples) for part in bo.parts()):
        kinds = [line.name if line.kind == "zone" else line.kind for line in printed_lines(replace(part, kem_theo=()))]
        order = order_of(part.zones)
        above, below = order[:order.index(BODY)], order[order.index(BODY) + 1:]
        inside = [index for index, kind in enumerate(kinds) if kind not in Zones.__slots__ and kind != "note"]
        assert all(kind in above for kind in kinds[:inside[0]])
        assert all(kind in (*below, "note") for kind in kinds[inside[-1] + 1:])
        assert [kind for kind in kinds if kind == "can_cu"] == ["can_cu"] * len(
            part.zones.can_cu.lines if part.zones and not part.zones.phu_luc else ())
