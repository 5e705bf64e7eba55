"""R111: hai văn bản của một cơ quan mang cùng số, ký hiệu trong một năm.

Vì sao: số do Văn thư cấp, mỗi loại văn bản mỗi năm mỗi số một lần; hai văn bản cùng số thì không ai dẫn đúng được. Ban
Chấp hành và Ban Thường vụ của một đảng bộ lấy số chung một dãy.
Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 15.
Cách sửa: hỏi lại Văn thư số của văn bản ban hành sau; văn bản đã lưu khi ban hành giữ nguyên số.

Ví dụ:
    qd_2228.yaml và qd_2228_b.yaml cùng ghi “so_van_ban: "2228"”, cùng “co_quan”, cùng năm ở “ngay_ban_hanh”.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from vanban.doctypes import doctypes
from vanban.lint.fault import Fault
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
    by_number: dict[tuple[object, ...], list[_Numbered]] = {}
    for bo in subject.sets:
        if bo.van_ban.ngay_ban_hanh and bo.van_ban.is_issued:
            for (body, *key), numbered in _numbers(bo.van_ban, bo.van_ban.ngay_ban_hanh.year):
                by_number.setdefault((_counted_with(subject, body), *key), []).append(numbered)
    for same in by_number.values():
        kept = [each for each in same if subject.places.file(each.origin) in subject.issued]
        if len(kept) == 1:
            yield from (_fault(subject, each, kept[0], _ASK) for each in same if each is not kept[0])
        elif len(same) > 1:
            for each, other in zip(same, [*same[1:], same[0]], strict=True):
                yield _fault(subject, each, other, _TAKE_BACK if each in kept else _ASK)


def _counted_with(subject: ContentSubject, co_quan: object) -> object:
    """Who counts numbers as one: a body of its own; in the Party all bodies of one place with the same letters."""
    body = subject.bodies.get(str(co_quan))
    is_of_party = body and body.ho_so == "dang" and body.dia_danh and body.ky_hieu
    return (body.dia_danh, body.ky_hieu) if body and is_of_party else co_quan


def _numbers(van_ban: VanBan, year: int) -> Iterator[tuple[tuple[object, ...], "_Numbered"]]:
    """The numbers of a document with what each is one of: the body, the year, what its symbol is made of. A symbol that
    names several bodies is another one than that of the first alone."""
    shared = tuple(ben.co_quan for ben in van_ban.lien_tich if not ben.so_van_ban)
    kind = _COPY if doctypes()[van_ban.loai_van_ban].is_copy else van_ban.loai_van_ban
    symbol = kind, van_ban.ky_hieu, van_ban.don_vi_soan_thao, shared
    own = _Numbered(van_ban.so_van_ban, van_ban.origin_of("so_van_ban"))
    yield (van_ban.co_quan, year, symbol, own.so_van_ban), own
    for ben in van_ban.lien_tich:
        if ben.so_van_ban:
            symbol = van_ban.loai_van_ban, ben.ky_hieu, "", ()
            yield (ben.co_quan, year, symbol, ben.so_van_ban), _Numbered(ben.so_van_ban, ben.origin)


def _fault(subject: ContentSubject, numbered: "_Numbered", other: "_Numbered", hint: str) -> Fault:
    return Fault(
        numbered.origin, f"Số {numbered.so_van_ban} trong năm đã dùng ở {subject.places.file(other.origin)}.", hint,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Numbered:
    """A number, and where it stands."""

    so_van_ban: str
    origin: int
