"""R111: hai văn bản của một cơ quan mang cùng số, ký hiệu trong một năm.

Vì sao: số do Văn thư cấp, mỗi loại văn bản mỗi năm mỗi số một lần; hai văn bản cùng số thì không ai dẫn đúng được. Ban
Chấp hành và Ban Thường vụ của một đảng bộ lấy số chung một dãy, liên tục trong cả nhiệm kỳ: sổ cơ quan ghi các ngày
bế mạc đại hội ở “be_mac_dai_hoi” thì máy so theo nhiệm kỳ, không ghi thì so theo năm.
Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 15.
Cách sửa: hỏi lại Văn thư số của văn bản ban hành sau; văn bản đã lưu khi ban hành giữ nguyên số.

Ví dụ:
    qd_2228.yaml và qd_2228_b.yaml cùng ghi “so_van_ban: "2228"”, cùng “co_quan”, cùng năm ở “ngay_ban_hanh”.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from vanban.doctypes import doctypes
from vanban.lint.fault import Fault
from vanban.lint.number_series import NumberSeries
from vanban.lint.subjects import ContentSubject
from vanban.model.document import VanBan

# Copies of every form are counted together (Phụ lục I, Phần II, II.1.c).
_COPY = "ban_sao"
CODE, LEVEL, NAME, BO_QUA = "R111", "error", "number-used-twice", False
TARGET, SOURCE = "content", "NĐ 30/2020/NĐ-CP, Điều 15"
_ASK = "Hỏi lại Văn thư số của văn bản này."
_TAKE_BACK = (
    "Cả hai văn bản đều đã lưu khi ban hành: hỏi lại Văn thư. Văn bản nào ghi nhầm số thì lấy lại từ git tệp lúc còn "
    "là dự thảo, rồi ban hành lại theo số đúng."
)


def check(subject: ContentSubject) -> Iterator[Fault]:
    """A fault for each numbered document whose number another one has; what was issued with a record keeps its number,
    and those that claim it besides are at fault."""
    series = NumberSeries(subject)
    by_number: dict[tuple[object, ...], list[_Numbered]] = {}
    for bo in subject.sets:
        if bo.van_ban.ngay_ban_hanh and bo.van_ban.is_issued:
            for (body, *key), numbered in _numbers(bo.van_ban):
                by_number.setdefault((*series.of(body, bo.van_ban.ngay_ban_hanh), *key), []).append(numbered)
    for same in by_number.values():
        kept = [each for each in same if subject.places.file(each.origin) in subject.issued]
        for each, other in _claims(same, kept):
            span, file = series.span(each.co_quan), subject.places.file(other.origin)
            hint = _TAKE_BACK if len(kept) > 1 and each in kept else _ASK + series.hint(each.co_quan)
            yield Fault(each.origin, f"Số {each.so_van_ban} trong {span} đã dùng ở {file}.", hint)


def _claims(same: list["_Numbered"], kept: list["_Numbered"]) -> list[tuple["_Numbered", "_Numbered"]]:
    """Those of one number that are at fault, each beside one that has it too: all but the one that was issued with a
    record, or all where none or several were."""
    if len(same) == 1:
        return []
    if len(kept) == 1:
        return [(each, kept[0]) for each in same if each is not kept[0]]
    return list(zip(same, [*same[1:], same[0]], strict=True))


def _numbers(van_ban: VanBan) -> Iterator[tuple[tuple[str, object, str], "_Numbered"]]:
    """The numbers of a document with what each is one of: the body, what its symbol is made of. A symbol that
    names several bodies is another one than that of the first alone."""
    shared = tuple(ben.co_quan for ben in van_ban.lien_tich if not ben.so_van_ban)
    kind = _COPY if doctypes()[van_ban.loai_van_ban].is_copy else van_ban.loai_van_ban
    symbol = kind, van_ban.ky_hieu, van_ban.don_vi_soan_thao, shared
    own = _Numbered(van_ban.so_van_ban, van_ban.co_quan, van_ban.origin_of("so_van_ban"))
    yield (van_ban.co_quan, symbol, own.so_van_ban), own
    for ben in van_ban.lien_tich:
        if ben.so_van_ban:
            symbol = van_ban.loai_van_ban, ben.ky_hieu, "", ()
            yield (ben.co_quan, symbol, ben.so_van_ban), _Numbered(ben.so_van_ban, ben.co_quan, ben.origin)


@dataclass(frozen=True, slots=True, eq=False)
class _Numbered:
    """A number, who gave it, and where it stands."""

    so_van_ban: str
    co_quan: str
    origin: int
