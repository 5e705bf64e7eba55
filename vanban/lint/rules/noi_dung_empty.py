"""C106: văn bản chưa có nội dung.

Vì sao: chỉ có phần đầu và chữ ký thì chưa phải là văn bản; thường là quên viết sau khi tạo tệp.
Cách sửa: viết nội dung ở “mo_dau”, “de_muc” hay “dieu”; tệp tạo nhầm thì xóa.

Đạt:
    loai_van_ban: cong_van
    mo_dau: Nội dung công văn.
Không đạt:
    loai_van_ban: cong_van
    mo_dau: ""                            # lỗi: C106 $.trich_yeu
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "C106", "error", "noi-dung-empty", True
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each document of the set without text, headings, tables and pictures. A copy has none of its own."""
    for van_ban in subject.bo:
        if not (subject.setting.kind(van_ban).is_copy
                or van_ban.mo_dau.blocks or van_ban.de_muc or van_ban.bang_bieu or van_ban.hinh):
            yield Fault(
                van_ban.origin_of("trich_yeu"), "Văn bản chưa có nội dung.", "Viết nội dung ở “mo_dau” hoặc “de_muc”."
            )
