"""R111: hai văn bản của một cơ quan mang cùng số, ký hiệu trong một năm.

Vì sao: số do Văn thư cấp, mỗi loại văn bản mỗi năm mỗi số một lần; hai văn bản cùng số thì không ai dẫn đúng được.
Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 15.
Cách sửa: hỏi lại Văn thư số của văn bản ban hành sau; văn bản đã lưu khi ban hành giữ nguyên số.

Ví dụ:
    qd_2228.yaml và qd_2228_b.yaml cùng ghi “so_van_ban: "2228"”, cùng “co_quan”, cùng năm ở “ngay_ban_hanh”.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import ContentSubject
from vanban.model.document import VanBan

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
    by_number: dict[tuple[object, ...], list[VanBan]] = {}
    for bo in subject.sets:
        van_ban = bo.van_ban
        if van_ban.ngay_ban_hanh and van_ban.is_issued:
            symbol = van_ban.loai_van_ban, van_ban.ky_hieu, van_ban.don_vi_soan_thao
            key = van_ban.co_quan, van_ban.ngay_ban_hanh.year, symbol, van_ban.so_van_ban
            by_number.setdefault(key, []).append(van_ban)
    for same in by_number.values():
        kept = [van_ban for van_ban in same if subject.places.file(van_ban.origin) in subject.issued]
        if len(kept) == 1:
            yield from (_fault(subject, van_ban, kept[0], _ASK) for van_ban in same if van_ban is not kept[0])
        elif len(same) > 1:
            for van_ban, other in zip(same, [*same[1:], same[0]], strict=True):
                yield _fault(subject, van_ban, other, _TAKE_BACK if van_ban in kept else _ASK)


def _fault(subject: ContentSubject, van_ban: VanBan, other: VanBan, hint: str) -> Fault:
    return Fault(
        van_ban.origin_of("so_van_ban"),
        f"Số {van_ban.so_van_ban} trong năm đã dùng ở {subject.places.file(other.origin)}.", hint,
    )
