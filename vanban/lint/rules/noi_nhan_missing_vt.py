"""F101: dòng "Lưu: …" của Nơi nhận không bắt đầu bằng VT.

Vì sao: bản gốc lưu ở Văn thư; dòng này nói cho người tìm bản gốc biết nó nằm ở đâu.
Căn cứ: Phụ lục I, Phần I, mục II, khoản 9, điểm d (the_thuc: loi_van.van_thu).

Đạt:
    luu: VT, KSTT
Không đạt:
    luu: KSTT                             # lỗi: F101 $.luu
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.model.document import BoVanBan
from vanban.the_thuc import TheThuc

NAME, CODE = "noi-nhan-missing-vt", "F101"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 9, điểm d"


def check(bo: BoVanBan, the_thuc: TheThuc) -> Iterator[Fault]:
    """A fault where the issuing document names another keeper before the registry."""
    van_thu = the_thuc.words("van_thu")
    if bo.van_ban.luu and bo.van_ban.luu.split(",")[0].strip() != van_thu:
        yield Fault(
            bo.van_ban.origin_of("luu"), f"Dòng “Lưu” phải bắt đầu bằng {van_thu}.",
            f"Viết “luu: {van_thu}, <đơn vị soạn thảo>”.",
        )
