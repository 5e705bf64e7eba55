"""The form in which words and figures of an issued set are kept: the key of everything that is printed.

A record is read as long as the documents are kept. Where the classes change, the right side stays; where what is
written must change, it gets a form of its own under the next version, and this one stays for the records that have it.
Origins are not written: they are numbers of one run.
"""

from collections.abc import Mapping
from dataclasses import replace

from vanban.model.frozen import UsedFrame, UsedValue
from vanban.model.grid import Cell, Grid
from vanban.model.inline import NoteMark, Run, Script
from vanban.model.picture import Drawn, Hinh, Image
from vanban.model.printed import Para, PrintedDocument, PrintedSet
from vanban.model.rebuild import found
from vanban.model.running_text import Note
from vanban.model.zones import SIGNATURES, Zone, ZoneLine, ZonePiece, Zones
from vanban.plain_data import AsText, Form

VERSION_1, VERSION_2, VERSION_3, VERSION_4 = 1, 2, 3, 4


def _same(*names: str) -> Mapping[str, str]:
    """Fields that are written under their own names."""
    return {name: name for name in names}


def _line(text: str) -> ZoneLine:
    return ZoneLine((ZonePiece(text),) if text else ())


_FORM_1 = Form({
    PrintedSet: {"documents": "van_ban", "ngay": "ngay_ban_hanh"},
    PrintedDocument: {
        "ma": "ma", "loai_van_ban": "loai_van_ban", "ten_loai": "ten_loai", "trich_yeu": "trich_yeu",
        "zones": "thanh_phan", "body": "noi_dung", "notes": "chu_thich", "kho_giay": "kho_giay", "vi_du": "vi_du",
    },
    # The variables of page frames, which offices rely on, under the names that they have there.
    Zones: _same(
        "ten_loai", "trich_yeu", "co_quan_chu_quan", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh", "ngay_thang",
        "tham_quyen", "can_cu", "kem_theo", "phu_luc", "ten_phu_luc", "phu_de", "kinh_gui", "noi_nhan", "quyen_han",
        "quyen_ky", "chuc_vu", "chuc_vu_khac", "ho_ten", "thu_ky", "chu_toa", "do_khan", "do_mat", "pham_vi_luu_hanh",
        "du_thao", "dia_chi",
    ),
    Zone: {"lines": "cac_dong"},
    Para: {
        "style": "kieu_doan", "line": "cau_chu", "mark": "dau_doan", "capitals": "chu_hoa", "keep": "giu_trang",
        "narrow": "trong_o", "picture": "hinh",
    },
    Run: {"text": "chu_in", "bold": "in_dam", "italic": "in_nghieng"},
    NoteMark: {"ma": "chu_thich", "number": "so_thu_tu"},
    Note: {"ma": "ma", "inlines": "cau_chu", "number": "so_thu_tu"},
    Grid: {
        "widths": "do_rong", "head": "hang_dau", "rows": "hang", "keep": "giu_trang", "tall": "hang_cao",
    },
    Cell: {"paragraphs": "cau_chu", "columns": "so_cot", "rows": "so_hang", "align": "canh_le", "role": "vai_tro"},
    Hinh: {"ma": "ma", "tep": "tep", "mo_ta": "mo_ta", "image": "anh_goc", "drawn": "tren_trang"},
    Image: {"fingerprint": "dau_van_tay", "form": "dinh_dang", "pixels": "diem_anh", "density": "mat_do"},
    Drawn: {"number": "so_thu_tu", "width": "do_rong", "height": "chieu_cao"},
    UsedFrame: _same("chu_in", "thanh_phan"),
    UsedValue: _same("loai_so", "van_ban", "ma", "gia_tri", "don_vi_tinh", "so_le", "trang_thai", "lay_tu"),
}, bare=frozenset({Run, Zone}), texts={ZoneLine: AsText(lambda line: line.text, _line)})

# With letters above and below the line.
_FORM_2 = replace(_FORM_1, keys={
    **_FORM_1.keys,
    Script: {"text": "chi_so", "position": "vi_tri", "bold": "in_dam", "italic": "in_nghieng"},
})

# With numbers that hold to their words in cells, and tables in smaller letters.
_GRID_3 = {**_FORM_2.keys[Grid], "bound": "giu_lien_so", "letters": "co_chu"}
_FORM_3 = replace(_FORM_2, keys={**_FORM_2.keys, Grid: _GRID_3})

# With the words of who confirms a paper below its signature, and with several signatures side by side.
_SIGNED = ("quyen_han", "quyen_ky", "chuc_vu", "chuc_vu_khac", "ho_ten")
_LATER_ZONES = _same(
    "dai_dien", "ben_ky", "ten_ben_ky", "xac_nhan", *(f"{name}{place}" for place in SIGNATURES[1:] for name in _SIGNED),
)
_FORM_4 = replace(_FORM_3, keys={**_FORM_3.keys, Zones: {**_FORM_3.keys[Zones], **_LATER_ZONES}})

FORMS: Mapping[int, Form] = {VERSION_1: _FORM_1, VERSION_2: _FORM_2, VERSION_3: _FORM_3, VERSION_4: _FORM_4}


def version_of(words: PrintedSet) -> int:
    """The first version whose form can hold the words: an older program can read that."""
    if any(getattr(each.zones, name) for each in words.documents for name in _LATER_ZONES):
        return VERSION_4
    if any(grid.bound or grid.letters for grid in found(words, Grid)):
        return VERSION_3
    return VERSION_2 if next(found(words, Script), None) else VERSION_1
