"""Values → the words that are printed: numbers, units, comparators, citations, names of parts and documents.

Every word that stands beside a value of the tree (`shown`), in a note of a relation or in a total is made here, and
nowhere else. The ways to cite are the_thuc's. Nothing here decides whether something may be printed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

from vanban.act_titles import in_sentence
from vanban.model.address import Address, AddressPart
from vanban.model.document import SoSanh, VanBan
from vanban.model.expression import Column, show
from vanban.model.inline import shown_text
from vanban.model.registers import CanCu
from vanban.model.table import BangBieu, QuanHe
from vanban.model.value import Amount
from vanban.numerals import format_number
from vanban.setting import Setting
from vanban.text import lower_first, unbroken, upper_first
from vanban.the_thuc import TheThuc

_COMPARED: Mapping[SoSanh, str] = {
    "bang": "{}", "tu_tro_len": "từ {} trở lên", "tren": "trên {}", "khong_qua": "không quá {}", "duoi": "dưới {}",
}
# Ways to print a target: the bare number, with what it is compared by; "" has its unit.
TARGET_FORMS = ("so", "day_du")

# What may stand behind a part that is cited, up to the words that close a row of such parts: "khoản 1, khoản 2 và
# điểm a khoản 3 Điều này".
_NEXT_PART = re.compile(
    r"(?P<joint>\s*,\s+|\s+(?:và|hoặc|hay|đến)\s+)|(?P<close>\s+(?:(?:của|tại|trong)\s+)?)"
    r"|(?P<noun>điểm|khoản|Điều|Tiểu mục|Mục|Chương|Phần) (?:thứ )?(?P<label>\w+)"
)
_NOUNS = ("điểm", "khoản", "Điều", "Tiểu mục", "Mục", "Chương", "Phần")  # what stands in what
_SENTENCE_END = re.compile(r"[.;](?=\s|\Z)")

# `[[ma | so_ngay]]`: for a letter whose issuer and subject the sentence has already named.
_NUMBER_AND_DATE = ("ten_loai", "so_ky_hieu", "ngay_ban_hanh")
# `[[ma | theo_so]]`: a law by its number, as most documents of 2025 cite laws; the decree cites it by name and date.
_BY_NUMBER = {True: ("ten_loai", "trich_yeu", "so_ky_hieu"), False: ("ten_loai", "so_ky_hieu")}
# An act without a number (a resolution of a congress, a letter), where it is cited again: its type alone says nothing.
_WITHOUT_NUMBER = ("ten_loai", "ngay_ban_hanh", "co_quan_ban_hanh")
CITATION_FORMS = ("so_ngay", "theo_so", "lan_dau", "lan_sau", "can_cu")


# What a total is that cannot be worked out while a cell below it holds an open question.
NOT_YET = "chưa tính được"


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
    """`act` in one of CITATION_FORMS: can_cu, lan_dau, lan_sau are of the_thuc, so_ngay and theo_so are ours."""
    parts = _parts(act, form, the_thuc)
    words = {
        "ten_loai": act.ten_loai,
        "so_ky_hieu": f"số {act.so_ky_hieu}" if act.so_ky_hieu else "",
        "ngay_ban_hanh": the_thuc.composed(
            "ngay_vien_dan", ngay_day_du=the_thuc.long_date(act.ngay_ban_hanh),
            ngay_ngan=the_thuc.short_date(act.ngay_ban_hanh),
        ),
        "co_quan_ban_hanh": f"của {act.co_quan_ban_hanh}" if act.co_quan_ban_hanh else "",
        "trich_yeu": upper_first(act.trich_yeu) if act.is_law else in_sentence(act.trich_yeu),  # Phụ lục II, V.6
    }
    return " ".join(words[part] for part in parts if words[part]).replace(" ,", ",")


def _parts(act: CanCu, form: str, the_thuc: TheThuc) -> tuple[str, ...]:
    """The parts of an act that one of CITATION_FORMS prints, in order."""
    if form == "so_ngay":
        return _NUMBER_AND_DATE
    if form == "theo_so":
        return _BY_NUMBER[act.is_law]
    if form == "lan_sau" and not act.is_law and not act.so_ky_hieu:
        return _WITHOUT_NUMBER if act.co_quan_ban_hanh else _parts(act, "lan_dau", the_thuc)
    return the_thuc.vien_dan[f"{form}_luat" if act.is_law else form].phan_in


def document(van_ban: VanBan, setting: Setting) -> str:
    """"Phụ lục II", "Kế hoạch cải cách hành chính …": how another document of the set names this one."""
    kind = setting.kind(van_ban)
    if kind.attached == "phu_luc":
        return f"{kind.ten_loai} {van_ban.mark}".rstrip()
    return f"{kind.ten_loai} {lower_first(unbroken(van_ban.trich_yeu))}".rstrip()


def this_document(van_ban: VanBan, setting: Setting) -> str:
    """How a document calls itself: "Quyết định này"."""
    return f"{setting.kind(van_ban).ten_loai} này"


def attached_document(van_ban: VanBan, parent: VanBan, setting: Setting) -> str:
    """How the document that attaches another one names it in short: "Quy chế ban hành kèm theo Quyết định này"."""
    return f"{setting.kind(van_ban).ten_loai} ban hành kèm theo {this_document(parent, setting)}"


def heading(title: str, address: Address) -> str:
    """A heading without number by its title, else a part of a document by its address: "điểm a khoản 2 Mục III"."""
    return f"mục “{unbroken(title)}”" if title else address.words


def provision(parts: Sequence[AddressPart], here: Sequence[AddressPart], text: str, rest: str) -> str:
    """A part of a text in điều, as it is cited: "khoản 1 Điều này", "điểm a khoản 2 Điều 5 Quy chế này".

    parts, here  its address, and that of who cites it: inside one điều or chương that is not named again
    text         what the text is called there: "Quy chế này"
    rest         what follows in the line: "khoản 1, khoản 2 Điều này" says Điều once
    """
    shared = _shared(parts, here)
    own = parts[: len(parts) - shared]
    words = [*map(str, own), f"{parts[len(own)].noun} này" if shared else text]
    if not shared and _is_text_said(text, own[-1].noun, rest):
        del words[-1]
    for count in range(1, len(own) + bool(shared)):
        if _is_said_next(" ".join(words[count:]), own[count - 1].noun, rest):
            return " ".join(words[:count])
    return " ".join(words)


def _shared(parts: Sequence[AddressPart], here: Sequence[AddressPart]) -> int:
    """How many of the outermost steps of two addresses are the same."""
    pairs = zip(reversed(parts), reversed(here), strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _is_said_next(tail: str, noun: str, rest: str) -> bool:
    """Whether `rest` begins with `tail`, or with another part that is called `noun` and stands in front of `tail`:
    ", khoản 2 Điều này".

    A part that `noun` stands in is not gone past: what lacks a điều in front of ", khoản 1 Điều 3, khoản 2
    Điều 1" is of Điều 3.
    """
    joined, last = False, ""
    while not _begins(rest, tail):
        step = _NEXT_PART.match(rest)
        if not step or _stands_in(noun, step["noun"]):
            return False
        joined, last, rest = joined or bool(step["joint"]), step["noun"] or last, rest[step.end() :]
    return last == noun or not joined


def _is_text_said(text: str, noun: str, rest: str) -> bool:
    """Whether `rest` says later in its sentence what text a part called `noun` is of, and nothing else in between: not
    ", Điều 5 Luật Đất đai", not ", Chương I", which reads as if the part were in that, and not ", Điều này"."""
    joint = ""
    while not _begins(rest, text):
        step = _NEXT_PART.match(rest)
        if not step:
            return not rest[:1].isupper() and text in _SENTENCE_END.split(rest, maxsplit=1)[0]
        if step["label"] == "này" or joint == "," and _stands_in(noun, step["noun"]):
            return False
        joint, rest = (step["joint"] or "").strip(), rest[step.end() :]
    return True


def _begins(rest: str, words: str) -> bool:
    return rest.startswith(words) and not rest[len(words) : len(words) + 1].isalnum()


def _stands_in(noun: str, outer: str | None) -> bool:
    """Whether a part called `noun` may stand in one that is called `outer`."""
    return outer in _NOUNS and (noun not in _NOUNS or _NOUNS.index(noun) < _NOUNS.index(outer))


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
    count, leaf = next((count, leaf) for count, leaf in enumerate(bang_bieu.leaves) if leaf.ma == cot)
    return bang_bieu.column_labels[count] if bang_bieu.danh_so_cot else f"“{shown_text(leaf.tieu_de)}”"
