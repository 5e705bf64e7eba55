"""R111: hai văn bản của một cơ quan mang cùng số, ký hiệu trong một năm.

Vì sao: số do Văn thư cấp, mỗi loại văn bản mỗi năm mỗi số một lần; hai văn bản cùng số thì không ai dẫn đúng được.
Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 15.
Cách sửa: hỏi lại Văn thư số của văn bản ban hành sau.

Ví dụ:
    qd_2228.yaml và qd_2228_b.yaml cùng ghi “so_van_ban: "2228"”, cùng “co_quan”, cùng năm ở “ngay_ban_hanh”.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import ContentSubject
from vanban.model.document import VanBan

CODE, LEVEL, NAME, BO_QUA = "R111", "error", "number-used-twice", False
TARGET, SOURCE = "content", "NĐ 30/2020/NĐ-CP, Điều 15"


def check(subject: ContentSubject) -> Iterator[Fault]:
    """A fault for each issued document whose number another one has."""
    by_number: dict[tuple[object, ...], list[VanBan]] = {}
    for bo in subject.sets:
        van_ban = bo.van_ban
        if van_ban.ngay_ban_hanh and van_ban.is_issued:
            symbol = van_ban.loai_van_ban, van_ban.ky_hieu, van_ban.don_vi_soan_thao
            key = van_ban.co_quan, van_ban.ngay_ban_hanh.year, symbol, van_ban.so_van_ban
            by_number.setdefault(key, []).append(van_ban)
    for same in by_number.values():
        for van_ban, other in zip(same, [*same[1:], same[0]], strict=True):
            if other is not van_ban:
                yield Fault(
                    van_ban.origin_of("so_van_ban"),
                    f"Số {van_ban.so_van_ban} trong năm đã dùng ở {subject.places.file(other.origin)}.",
                    "Hỏi lại Văn thư số của văn bản này.",
                )
