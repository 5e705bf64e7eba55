"""C114: có dữ liệu mà không có bảng in ra, hoặc có bảng mà không có dữ liệu.

Vì sao: nhiệm vụ hay danh mục ghi trong tệp mà không bảng nào kẻ thì không in ra giấy; bảng không có dữ liệu thì chỉ in
đầu bảng.
Căn cứ: nội dung của phụ lục phải đủ như tệp đã ghi.
Cách sửa: thêm vào “bang_bieu” một bảng có “bo_cuc” ấy, hoặc ghi dữ liệu vào mục ấy.

Đạt:
    loai_van_ban: phu_luc
    danh_muc: [{nhom: Trung ương, gom: [nq_76_2021]}]
    bang_bieu: [{ma: bang_van_ban, bo_cuc: danh_muc}]
Không đạt:
    loai_van_ban: phu_luc
    danh_muc: [{nhom: Trung ương, gom: [nq_76_2021]}]     # lỗi: C114 $.danh_muc
    bang_bieu: [{ma: bang_van_ban, bo_cuc: nhiem_vu}]     # lỗi: C114 $.bang_bieu[0]
"""

from collections.abc import Iterator

from vanban.keys import document_keys
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.document import VanBan
from vanban.model.walk import tables

CODE, LEVEL, NAME, BO_QUA = "C114", "error", "records-without-table", False
TARGET = "set"
SOURCE = ""
# The keys whose records are printed by a table alone.
IN_TABLES = tuple(name for name, key in document_keys().items() if key.prints == "in_table")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for records that no table draws, and for a table that has none to draw."""
    for van_ban in subject.bo:
        yield from _faults(van_ban, subject.bo.van_ban)


def _faults(van_ban: VanBan, issued: VanBan) -> Iterator[Fault]:
    drawn = {table.written_from for table in tables(van_ban)}
    for key in IN_TABLES:
        if getattr(van_ban, key) and key not in drawn:
            yield Fault(
                van_ban.origin_of(key), f"Mục “{key}” có dữ liệu mà không bảng nào in ra.",
                f"Thêm vào “bang_bieu” một bảng “bo_cuc: {key}”.",
            )
    for table in tables(van_ban):
        key = table.written_from
        is_there = key and (getattr(van_ban, key) or key not in IN_TABLES and getattr(issued, key))
        if key and not is_there:
            yield Fault(
                table.origin, f"Bảng “{table.ma}” kẻ từ “{table.written_from}” mà văn bản không có dữ liệu đó.",
                f"Ghi dữ liệu vào mục “{table.written_from}”, hoặc bỏ bảng.",
            )
