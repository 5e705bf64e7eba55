"""The zones around the body as values: from which node each word comes, and that a frame prints each piece whole."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, checked
from tests.support.sample import ROOT
from vanban.doctypes import doctypes
from vanban.findings import Place
from vanban.frames.breaks import AROUND, printed
from vanban.frames.prepared import REST, Frame
from vanban.model.document import BoVanBan
from vanban.model.places import NOWHERE
from vanban.model.zones import BODY, BY_LINES, Zone, ZoneLine, ZonePiece, Zones
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.offices import frames
from vanban.pipeline.project import Project
from vanban.text import without_end
from vanban.the_thuc import DauCuoiDong, TheThuc
from vanban.transforms._zone_text import broken, piece, punctuated
from vanban.writers.to_docx.context import laid_out, zone_context

# Words of these are composed: dates, numbers, types, acts by their ids.
COMPOSED = {"so_ky_hieu", "ngay_thang", "kem_theo", "can_cu", "ten_loai", "phu_luc", "du_thao", "do_mat", "do_khan",
            "pham_vi_luu_hanh", "xac_nhan"}
# So many lines below its id the words of an entry of a register may stand.
NEAR = 60


@pytest.fixture(scope="module")
def samples() -> Checked:
    return check(Project(ROOT))


def zones_of(bo: BoVanBan) -> Iterator[tuple[str, Zone]]:
    assert bo.zones
    yield from ((name, zone) for name in Zones.__slots__ if (zone := getattr(bo.zones, name)))


def pieces_of(zone: Zone) -> Iterator[ZonePiece]:
    yield from (each for line in zone.lines for each in line.pieces)


# Origins


def it_leads_the_words_of_every_zone_home_to_what_was_typed(samples: Checked) -> None:
    led = 0
    for name, zone in (each for bo in samples.sound for part in bo.parts() for each in zones_of(part)):
        assert zone.origin != NOWHERE
        for each in pieces_of(zone):
            if each.origin == NOWHERE or name in COMPOSED:
                continue
            typed, words = _near(samples.content.places[each.origin]), each.words.strip(" ().")
            if not typed.startswith(("[[", "'[[", '"[[')):  # a reference composes its words
                assert words.casefold() in typed.casefold(), (name, words)
            led += 1
    assert led > 300


def _near(place: Place) -> str:
    """What stands at a place and below it, titles on one line."""
    lines = (ROOT / place.file).read_text("utf-8").splitlines()[place.line - 1:]
    first = lines[0][place.column - 1:]
    return " ".join(" ".join([first, *lines[1:NEAR]]).replace("|", " ").split())


def it_has_a_node_for_every_line_of_a_zone(samples: Checked) -> None:
    for bo in samples.sound:
        for part in bo.parts():
            bare = {name for name, zone in zones_of(part) for line in zone.lines if line.origin == NOWHERE}
            assert bare == set()


LISTS = DECISION.replace("  - Bộ Nội vụ\n", "  - bộ Nội vụ;\n  - '[[so_tai_chinh_nghe_an]]'\n").replace(
    "  - nq_76_2021\n", "  - nq_76_2021; luat_can_bo_cong_chuc\ntheo_de_nghi: Giám đốc Sở Nội vụ.\n"
) + "so_ban_luu: '05'\nnguoi_soan_thao: NVA\n"


def it_knows_of_each_piece_in_which_line_it_was_typed(tmp_path: Path) -> None:
    found = checked(tmp_path, qd=LISTS, kh=PLAN)
    zones, places = found.sets[0].zones, found.content.places
    assert zones

    def led(zone: Zone) -> list[tuple[str, int, str]]:
        return [(each.words, places[each.origin].line, Path(places[each.origin].file).name)
                for each in pieces_of(zone) if each.origin != NOWHERE]

    assert led(zones.trich_yeu) == [("Ban hành Kế hoạch", 6, "qd.yaml")]
    assert led(zones.so_ky_hieu)[:1] == [("2228", 4, "qd.yaml")]
    assert [name for _, _, name in led(zones.so_ky_hieu)] == ["qd.yaml", "qd.yaml", "co_quan.yaml"]
    assert [(line, name) for _, line, name in led(zones.can_cu)] == [(8, "qd.yaml"), (8, "qd.yaml"), (9, "qd.yaml")]
    assert led(zones.noi_nhan) == [
        ("Bộ Nội vụ", 14, "qd.yaml"), ("Sở Tài chính tỉnh Nghệ An", 15, "qd.yaml"), ("VT, KSTT", 16, "qd.yaml"),
        (" (05)", 21, "qd.yaml"), ("NVA.", 22, "qd.yaml"),
    ]
    assert zones.noi_nhan.texts == ("- Bộ Nội vụ;", "- Sở Tài chính tỉnh Nghệ An;", "- Lưu: VT, KSTT (05). NVA.")
    assert (zones.noi_nhan.key, places[zones.noi_nhan.origin].line) == ("noi_nhan", 14)
    assert {name for _, _, name in led(zones.ho_ten) + led(zones.dia_danh)} == {"co_quan.yaml"}


# Frames


def it_lets_a_frame_print_every_piece_whole(samples: Checked) -> None:
    """What will mark a change inside a zone: signs around each piece pass every frame, each pair into the words of one
    run, and without them the page is the same."""
    found = 0
    for bo in samples.sound:
        frame_of = frames(Project(ROOT), samples.content.file_of(bo.van_ban).split("/")[1])
        the_thuc = samples.setting(bo).the_thuc
        for part in bo.parts():
            assert part.zones
            kind = doctypes()[part.van_ban.loai_van_ban]
            frame = frame_of(the_thuc.khung_trang[kind.frame if part is bo else kind.attached])
            plain = {BODY: "", REST: ""} | zone_context(part.zones, the_thuc, part.van_ban.kho_giay, frame)
            page = frame.fill(plain, attached=part is not bo)
            marked = frame.fill(plain | _marked(part, the_thuc, frame), attached=part is not bo)
            assert re.sub("[\4\5]", "", marked) == page
            whole = re.findall("\4[^<\4\5]+\5", marked)
            assert len(whole) == marked.count("\4") == marked.count("\5")
            found += len(whole)
    assert found > 300


def _marked(part: BoVanBan, the_thuc: TheThuc, frame: Frame) -> dict[str, object]:
    """The zones for a frame, signs around each piece. Not those of stamps: their box is chosen by their words."""
    assert part.zones
    width = frame.cell("VB_KeTrichYeu", the_thuc.trang.text_width(part.van_ban.kho_giay))
    zones = laid_out(part.zones, the_thuc, width, frame)
    lines = {name: [_with_signs(line) for line in getattr(zones, name).lines] for name in Zones.__slots__
             if name not in ("do_mat", "do_khan")}
    return {name: [printed((line,)) for line in each] if name in BY_LINES else printed(each)
            for name, each in lines.items()}


def _with_signs(line: ZoneLine) -> ZoneLine:
    return ZoneLine(tuple(replace(each, words=f"{AROUND[0]}{each.words}{AROUND[1]}") for each in line.pieces))


# Text in pieces


@pytest.mark.parametrize("text", ["Ban hành | Kế hoạch", " a|b ", "|a", "a | | b", "một", ""])
def it_breaks_pieces_as_it_breaks_their_text(text: str) -> None:
    for cut in range(len(text) + 1):
        pieces = piece(text[:cut], 1) + piece(text[cut:], 2)
        assert tuple(line.text for line in broken(pieces)) == tuple(part.strip() for part in text.split("|"))


@pytest.mark.parametrize("text", ["Bộ Nội vụ;", "Bộ Nội vụ . ", "các sở…", "./.", "Lưu: VT,"])
def it_ends_pieces_as_it_ends_their_text(text: str) -> None:
    ending = DauCuoiDong(";", ".")
    for cut in range(len(text) + 1):
        pieces = piece(text[:cut], 1) + piece(text[cut:], 2)
        first, last = punctuated([pieces, pieces], ending)
        assert (first.text, last.text) == (f"{without_end(text)};", f"{without_end(text)}.")


@pytest.mark.parametrize(("typed", "between", "last"), [
    ("Các sở, v.v.", "Các sở, v.v.;", "Các sở, v.v."), ("Các sở, v. v.;", "Các sở, v. v.;", "Các sở, v. v."), ("Sở Nội vụ.", "Sở Nội vụ;", "Sở Nội vụ."),
    ("Các sở, v.v", "Các sở, v.v;", "Các sở, v.v."), ("Các sở...", "Các sở...;", "Các sở...."), ("Bộ Nội vụ./.", "Bộ Nội vụ;", "Bộ Nội vụ."),
])
def it_keeps_the_full_stop_of_an_abbreviation(typed: str, between: str, last: str) -> None:
    lines = punctuated([piece(typed, 1), piece(typed, 1)], DauCuoiDong(";", "."))
    assert [line.text for line in lines] == [between, last]


def it_keeps_the_node_of_every_letter_through_a_break() -> None:
    pieces = piece("theo số ", NOWHERE) + piece("76|của", 7) + piece(" Bộ", 8)
    assert [[(each.words, each.origin) for each in line.pieces] for line in broken(pieces)] == [
        [("theo số ", NOWHERE), ("76", 7)], [("của", 7), (" Bộ", 8)],
    ]
