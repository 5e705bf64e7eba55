"""Values → the words that are printed: numbers, units, comparators, citations, names of parts and documents.

Every word that stands beside a value of the tree (`shown`), in a note of a relation or in a total is made here, and
nowhere else. The ways to cite are the_thuc's. Nothing here decides whether something may be printed.
"""

from collections.abc import Callable, Mapping

from vanban.model.address import Address
from vanban.model.document import SoSanh, VanBan
from vanban.model.expression import Column, show
from vanban.model.inline import shown_text
from vanban.model.registers import CanCu
from vanban.model.table import BangBieu, QuanHe
from vanban.model.value import Amount
from vanban.numerals import format_number
from vanban.setting import Setting
from vanban.text import lower_first, unbroken
from vanban.the_thuc import TheThuc

_COMPARED: Mapping[SoSanh, str] = {
    "bang": "{}", "tu_tro_len": "từ {} trở lên", "tren": "trên {}", "khong_qua": "không quá {}", "duoi": "dưới {}",
}
# Ways to print a target: the bare number, with what it is compared by; "" has its unit.
TARGET_FORMS = ("so", "day_du")

# Types of act that the decree cites in ways of their own (`…_luat`).
_LAWS = frozenset({"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"})
# `[[ma | so_ngay]]`: for a letter whose issuer and subject the sentence has already named.
_NUMBER_AND_DATE = ("ten_loai", "so_ky_hieu", "ngay_ban_hanh")
CITATION_FORMS = ("so_ngay", "lan_dau", "lan_sau", "can_cu")


def number(value: Amount) -> str:
    """The bare number, "1.234,5"; "" where there is none."""
    return "" if value.number is None else format_number(value.number, value.decimals)


def with_unit(value: Amount) -> str:
    """"98,63%", "1.204 hồ sơ"."""
    shown = number(value)
    return f"{shown}%" if value.unit == "%" else f"{shown} {value.unit}"


def target(value: Amount, so_sanh: SoSanh, form: str) -> str:
    """A target in one of TARGET_FORMS: "95", "từ 95% trở lên"; in none of them "95%"."""
    shown = number(value) if form == "so" else with_unit(value)
    return _COMPARED[so_sanh].format(shown) if form == "day_du" else shown


def citation(act: CanCu, form: str, the_thuc: TheThuc) -> str:
    """`act` in one of CITATION_FORMS: can_cu, lan_dau, lan_sau are of the_thuc, so_ngay is ours."""
    own = f"{form}_luat" if act.ten_loai in _LAWS else form
    parts = _NUMBER_AND_DATE if form == "so_ngay" else the_thuc.vien_dan[own].phan_in
    words = {
        "ten_loai": act.ten_loai,
        "so_ky_hieu": f"số {act.so_ky_hieu}" if act.so_ky_hieu else "",
        "ngay_ban_hanh": the_thuc.composed(
            "ngay_vien_dan", ngay_day_du=the_thuc.long_date(act.ngay_ban_hanh),
            ngay_ngan=the_thuc.short_date(act.ngay_ban_hanh),
        ),
        "co_quan_ban_hanh": f"của {act.co_quan_ban_hanh}" if act.co_quan_ban_hanh else "",
        "trich_yeu": act.trich_yeu,
    }
    return " ".join(words[part] for part in parts if words[part]).replace(" ,", ",")


def document(van_ban: VanBan, setting: Setting) -> str:
    """"Phụ lục II", "Kế hoạch cải cách hành chính …": how another document of the set names this one."""
    kind = setting.kind(van_ban)
    if kind.attached == "phu_luc":
        return f"{kind.ten_loai} {van_ban.mark}".rstrip()
    return f"{kind.ten_loai} {lower_first(unbroken(van_ban.trich_yeu))}"


def this_document(van_ban: VanBan, setting: Setting) -> str:
    """How a document calls itself: "Quyết định này"."""
    return f"{setting.kind(van_ban).ten_loai} này"


def heading(title: str, address: Address) -> str:
    """A heading without number by its title, else a part of a document by its address: "điểm a khoản 2 Mục III"."""
    return f"mục “{unbroken(title)}”" if title else address.words


def table(bang_bieu: BangBieu) -> str:
    """"bảng “Kết quả giải quyết”"."""
    return f"bảng “{shown_text(bang_bieu.tieu_de)}”" if bang_bieu.tieu_de else "bảng kèm theo"


def column(bang_bieu: BangBieu, cot: str) -> str:
    """"cột (6)" where columns are numbered, else "cột “Trễ hạn”". StopIteration for a column that is not there."""
    return f"cột {_column(bang_bieu, cot)}"


def relation(bang_bieu: BangBieu, quan_he: QuanHe, elsewhere: Callable[[Column], tuple[BangBieu, str]]) -> str:
    """"Cột (3) = (4) + (5).", by their titles where columns have no numbers.

    elsewhere   the table of a column that is another table's, and the mark of the annex that it is in
    """
    def name(each: Column) -> str:
        if not each.bang_bieu:
            return _column(bang_bieu, each.cot)
        other, mark = elsewhere(each)
        return f"{column(other, each.cot)} Phụ lục {mark}".rstrip()

    noun = "Cột " if bang_bieu.danh_so_cot else ""
    return f"{noun}{_column(bang_bieu, quan_he.cot)} = {show(quan_he.bieu_thuc, name)}."


def _column(bang_bieu: BangBieu, cot: str) -> str:
    count, leaf = next((count, leaf) for count, leaf in enumerate(bang_bieu.leaves, 1) if leaf.ma == cot)
    return f"({count})" if bang_bieu.danh_so_cot else f"“{shown_text(leaf.tieu_de)}”"
