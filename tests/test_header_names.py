"""Names above a document: where they break, what does not fit, what a bar does, and which name is printed in full."""

import re
from pathlib import Path

import pytest

from tests.support.content import ROOT, project
from vanban.findings import Finding
from vanban.keys import keys_of
from vanban.lint.header_names import header_names
from vanban.lint.subjects import SetSubject
from vanban.model.printed_lines import printed_lines
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.project import Project

BODY = """\
loai_du_lieu: co_quan
co_quan:
  - ma: tren_thu
    ten_goi: Ủy ban nhân dân tỉnh Ta
  - ma: duoi_thu
    ten_goi: Sở Nội vụ tỉnh Ta
    ten_ngan: Sở Nội vụ
    ky_hieu: SNV
    dia_danh: Ta
    cap_truong: Giám đốc
    truc_thuoc: tren_thu
    nguoi_ky:
      - {ma: a, ho_ten: Hồ Thị T, chuc_vu: Giám đốc, tu_cach_ky: cap_truong, tu_ngay: 1/8/2025}
"""
DOCUMENT = """\
loai_van_ban: thong_bao
ma: van_ban
co_quan: duoi_thu
trich_yeu: Thử
mo_dau: Chữ.
noi_nhan: [Bộ Nội vụ]
luu: VT
nguoi_ky: a
so_van_ban: 1
ngay_ban_hanh: 1/9/2025
vi_du: true
"""


def told(folder: Path, *changes: tuple[str, str], document: str = DOCUMENT) -> Checked:
    """What is found of a document of the lower body, whose register has these changes."""
    home, register = project(folder, van_ban=document), BODY
    for old, new in changes:
        assert old in register
        register = register.replace(old, new, 1)
    (home.content / "dung_chung" / "co_quan_thu.yaml").write_text(register, "utf-8")
    return check(Project(folder))


def zone(checked: Checked, name: str) -> list[str]:
    return [line.text for line in printed_lines(checked.sets[0]) if line.name == name]


def codes(checked: Checked) -> list[str]:
    return [found.code for found in checked.findings]


# Breaks


def it_says_of_a_long_name_how_the_machine_broke_it_and_takes_that_as_it_is(tmp_path: Path) -> None:
    long = ("Sở Nội vụ tỉnh Ta", "Trung tâm Ứng dụng Công nghệ thông tin và Truyền thông tỉnh Ta")
    (found,) = told(tmp_path, long).findings
    assert (found.code, found.level, found.file, found.line) == ("F141", "info", "content/dung_chung/co_quan_thu.yaml", 5)
    line = re.search("“(ten_dong: [^”]*)”", found.hint)[1]
    assert codes(told(tmp_path, long, ("    ten_ngan:", f"    {line}\n    ten_ngan:"))) == []


def it_tells_of_a_typed_line_that_had_to_be_broken_again(tmp_path: Path) -> None:
    checked = told(tmp_path, ("    ten_ngan:", "    ten_dong: Sở Tài nguyên, Môi trường và Nông nghiệp | tỉnh Ta\n    ten_ngan:"))
    assert codes(checked) == ["F141"]


@pytest.mark.parametrize("change", [
    ("Sở Nội vụ tỉnh Ta", "Sở Nội-vụ-và-những-việc-khác-nữa-của-tỉnh-Ta"), ("Ủy ban nhân dân tỉnh Ta", "Ủy-ban-nhân-dân-tỉnh-Ta-và-Các-nơi"),
    ("Sở Nội vụ tỉnh Ta", "Sở " + "Nội vụ và Nông nghiệp " * 9),
], ids=["a word", "a word of the superior", "more lines than are broken"])
def it_tells_of_a_name_that_fits_nowhere(change: tuple[str, str], tmp_path: Path) -> None:
    (found,) = told(tmp_path, change).findings
    assert (found.code, found.level) == ("F140", "warning")
    assert "content/dung_chung/co_quan_thu.yaml:" in found.hint


def it_sees_the_lines_that_the_page_has(tmp_path: Path) -> None:
    """The rule works out by itself where names break; it is right for every name of the shipped samples."""
    checked, seen = check(Project(ROOT), [ROOT / "content" / "nghe_an", ROOT / "content" / "tinh_uy_nghe_an"]), 0
    for bo in checked.sound:
        names = {name.key: name for name in header_names(SetSubject(bo, checked.setting(bo)))}
        zones = checked.printed(bo).documents[0].zones
        for key, printed in (("ten_chu_quan", zones.co_quan_chu_quan), ("ten_dong", zones.co_quan_ban_hanh)):
            if key in names:
                assert names[key].fits
                seen += [line.upper() for line in names[key].lines] == list(printed.texts)
    assert seen > 5


# Bars


def it_breaks_the_name_of_the_superior_at_a_bar(tmp_path: Path) -> None:
    checked = told(tmp_path, ("ten_goi: Ủy ban nhân dân tỉnh Ta", "ten_goi: Ủy ban nhân dân tỉnh Ta\n    ten_chu_quan: UBND | tỉnh Ta"))
    assert codes(checked) == []
    assert zone(checked, "co_quan_chu_quan") == ["UBND", "TỈNH TA"]


WORDS = {"ten_goi": "Sở Nội vụ tỉnh Ta", "ten_ngan": "Sở Nội vụ", "ky_hieu": "SNV", "dia_danh": "dia_danh: Ta", "cap_truong": "cap_truong: Giám đốc",
         "ho_ten": "Hồ Thị T"}


@pytest.mark.parametrize("key", WORDS)
def it_tells_of_a_bar_that_breaks_nothing(key: str, tmp_path: Path) -> None:
    sign = "|" if key == "ky_hieu" else " | x"
    found = told(tmp_path, (WORDS[key], WORDS[key] + sign)).findings
    assert {f.level for f in found if "|" in f.message + f.hint and f.code in ("S205", "C140")} == {"error"}


def it_knows_every_key_of_a_body_that_holds_words() -> None:
    """Those that break at a bar, and an address, whose parts may stand between bars, aside."""
    kinds = {key: entry.kind for part in ("co_quan", "nguoi_ky") for key, entry in keys_of(part).items()}
    plain = {key for key, kind in kinds.items() if kind in ("chu", "own")} - {"tap_the", "linh_vuc", "chuc_vu", "chuc_vu_khac"}
    assert plain == set(WORDS)


@pytest.mark.parametrize(("old", "new"), [
    ("luu: VT", "luu: VT | NV"), ("[Bộ Nội vụ]", "[Bộ Nội vụ | Sở Tài chính]"), ("mo_dau", "kinh_gui: [Bộ A | Bộ B]\nmo_dau"),
    ("nguoi_ky", "don_vi_soan_thao: A|B\nnguoi_ky"), ("nguoi_ky", "ky_hieu: TB-A|B\nnguoi_ky"),
])
def it_tells_of_a_bar_in_a_zone_of_a_document(old: str, new: str, tmp_path: Path) -> None:
    kind = DOCUMENT.replace("thong_bao", "cong_van") if "don_vi" in new or "kinh" in new else DOCUMENT
    text = kind.replace(old, new, 1)
    bars: list[Finding] = [f for f in told(tmp_path, document=text).findings if f.code == "C140"]
    assert [(f.level, text.split("\n")[f.line - 1][f.column - 1]) for f in bars] == [("error", "|")]


def it_leaves_the_bars_of_an_address_alone(tmp_path: Path) -> None:
    checked = told(tmp_path, ("    dia_danh", '    dia_chi: ["Điện thoại: 0238 | Thư điện tử: a@vi-du.example"]\n    dia_danh'),
                   document=DOCUMENT + "in_dia_chi: true\n")
    assert codes(checked) == []


# In full


@pytest.mark.parametrize(("name", "found"), [
    ("UBND | tỉnh Ta", ["F142"]), ("Văn phòng HĐND | và UBND xã Ta", ["F142"]), ("Sở Nội vụ", []), ("Trường THPT Ta", ["F142"]),
])
def it_tells_of_an_issuing_body_that_is_not_named_in_full(name: str, found: list[str], tmp_path: Path) -> None:
    checked = told(tmp_path, ("    ten_ngan:", f"    ten_dong: {name}\n    ten_ngan:"))
    assert codes(checked) == found
