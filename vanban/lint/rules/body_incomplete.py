"""S202: cơ quan ban hành văn bản mà sổ cơ quan thiếu ký hiệu, địa danh, chức danh người đứng đầu, địa chỉ, hay chưa rõ
tập thể hay người đứng đầu quyết định.

Vì sao: các mục ấy in ở đầu trang và chỗ ký; dự thảo in chỗ thiếu thành {XEM LẠI: …} và chỉ bị nhắc, còn thiếu thì không
ban hành được. Quyết định của tập thể ghi tên cơ quan ở dòng thẩm quyền và ký TM., của người đứng đầu thì ghi chức vụ.
Cách sửa: thêm dòng còn thiếu vào cơ quan ấy trong content/dung_chung/co_quan.yaml; “tap_the” là tên tập thể, hoặc
không.

Đạt:
    co_quan: ubnd_nghe_an
Không đạt:
    co_quan: cac_so_nganh                 # lỗi: S202 $.co_quan
"""

from collections.abc import Iterator

from vanban.body_names import likely_collective
from vanban.lint.fault import Fault
from vanban.lint.subjects import Party, SetSubject
from vanban.model.registers import NO_COLLECTIVE, CoQuan

CODE, TARGET, SOURCE = "S202", "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each entry that the page needs and the register does not have. Who decided what was issued, its
    record says."""
    for party in subject.parties:
        yield from _lacking(subject, party)


def _lacking(subject: SetSubject, party: Party) -> Iterator[Fault]:
    issuer = party.issuer
    leads = issuer is subject.issuer
    for key in issuer.lacks(with_address=leads and subject.bo.van_ban.in_dia_chi):
        if key == "tap_the" and subject.kept:
            continue
        at = subject.places[issuer.origin]
        message = f"{issuer.ten_goi} ban hành văn bản mà trong sổ cơ quan chưa có “{key}”."
        hint = f"Thêm dòng “{key}: …” ở {at.file}:{at.line}."
        if key == "tap_the":
            message, hint = _undecided(issuer, f"{at.file}:{at.line}")
        yield Fault(party.origin, message, hint, is_of_issued=True)


def _undecided(issuer: CoQuan, where: str) -> tuple[str, str]:
    """That nobody knows who decides in the body; both lines that would say so."""
    likely = likely_collective(issuer.ten_goi) or "tên tập thể"
    return (
        f"{issuer.ten_goi} ban hành văn bản mà chưa rõ tập thể hay người đứng đầu quyết định.",
        f"Ở {where}: tập thể quyết định, ký TM. thì thêm dòng “tap_the: {likely}”; người đứng đầu quyết định một mình "
        f"thì thêm dòng “tap_the: {NO_COLLECTIVE}”.",
    )
