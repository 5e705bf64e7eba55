"""The zones around the body (thành phần thể thức), composed: the words that a page frame prints.

One field per variable of the frames, under the same name. Zones that a document does not show are empty.
"""

from dataclasses import dataclass

Lines = tuple[str, ...]
# Zones that a frame prints line by line, each line a paragraph; every other one is one text.
BY_LINES = ("can_cu", "noi_nhan", "kinh_gui", "dia_chi")
# The variable of the body, beside those of the zones.
BODY = "noi_dung"


@dataclass(frozen=True, slots=True)
class Zones:
    """Every text is final but for typesetting: capitals written, punctuation set, blanks as wide as on paper.

    Lines of a title are broken by sense; those of `kem_theo` say where it may break when it must. `quyen_ky` and
    `chuc_vu` are the lines of `quyen_han` but the last, and the last: for frames that set the title apart.
    """

    ten_loai: str
    trich_yeu: Lines
    co_quan_chu_quan: Lines = ()
    co_quan_ban_hanh: Lines = ()
    so_ky_hieu: str = ""
    dia_danh: str = ""
    ngay_thang: str = ""
    tham_quyen: str = ""
    can_cu: Lines = ()
    kem_theo: Lines = ()
    phu_luc: str = ""
    ten_phu_luc: Lines = ()
    phu_de: Lines = ()
    kinh_gui: Lines = ()
    noi_nhan: Lines = ()
    quyen_han: Lines = ()
    quyen_ky: Lines = ()
    chuc_vu: str = ""
    chuc_vu_khac: Lines = ()
    ho_ten: str = ""
    thu_ky: str = ""
    chu_toa: str = ""
    do_khan: str = ""
    do_mat: str = ""
    pham_vi_luu_hanh: str = ""
    du_thao: str = ""
    dia_chi: Lines = ()
