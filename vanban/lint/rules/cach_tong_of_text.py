"""S201: một cột không phải cột số mà ghi “cach_tong”.

Vì sao: chỉ cột số mới có số tổng; ở cột chữ dòng này không có tác dụng gì.
Cách sửa: thêm “kieu_o: so” nếu đây là cột số, không thì bỏ “cach_tong”.

Đạt:
    loai_van_ban: phu_luc
    bang_bieu:
      - {ma: bang_so, cot: [{ma: so, tieu_de: Số, kieu_o: so, cach_tong: cong}], hang: [{so: 5}]}
Không đạt:
    loai_van_ban: phu_luc
    bang_bieu:                            # lỗi: S201 $.bang_bieu[0].cot[0]
      - {ma: bang_so, cot: [{ma: so, tieu_de: Số, cach_tong: cong}], hang: [{so: 5}]}
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject

CODE, TARGET, SOURCE = "S201", "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each column that says how its total is found and has no figures."""
    for leaf in (leaf for table in subject.written_tables for leaf in table.leaves):
        is_of_figures = leaf.kieu_o == "so" or leaf.lay_gi in ("gia_tri", "quan_he") or leaf.so_lieu
        if leaf.cach_tong and not is_of_figures:
            yield Fault(leaf.origin, f"Cột “{leaf.ma}” không phải cột số, không có cách tính tổng.",
                        "Thêm “kieu_o: so” cho cột, hoặc bỏ “cach_tong”.")
