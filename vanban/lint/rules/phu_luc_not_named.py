"""F102: trong văn bản không có chỗ nào nói đến phụ lục kèm theo.

Vì sao: người đọc phải được chỉ đến phụ lục; phụ lục không ai nhắc đến là phụ lục dễ bị bỏ sót khi gửi.
Căn cứ: Phụ lục I, Phần I, mục III, khoản 1, điểm a.

Đạt:
    kem_theo: [phu_luc_nhiem_vu]
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |
          Nhiệm vụ cụ thể tại [[phu_luc_nhiem_vu]].
Không đạt:
    kem_theo: [phu_luc_nhiem_vu]          # lỗi: F102 $.kem_theo
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |
          Nhiệm vụ cụ thể do các cơ quan tự xác định.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.model.document import BoVanBan
from vanban.model.inline import Reference
from vanban.model.walk import inlines
from vanban.the_thuc import TheThuc

NAME, CODE = "phu-luc-not-named", "F102"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 1, điểm a"


def check(bo: BoVanBan, the_thuc: TheThuc) -> Iterator[Fault]:
    """A fault for each annex that the document which attaches it does not refer to."""
    named = {inline.ma for inline in inlines(bo.van_ban) if isinstance(inline, Reference)}
    for part in bo.kem_theo:
        if part.zones and part.zones.phu_luc and part.van_ban.ma not in named:
            yield Fault(
                bo.van_ban.origin_of("kem_theo"), f"Văn bản không nói đến phụ lục “{part.van_ban.ma}”.",
                f"Dẫn đến phụ lục trong câu bằng [[{part.van_ban.ma}]].",
            )
        yield from check(part, the_thuc)
