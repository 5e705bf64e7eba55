"""R104: người ký không có trong mục “nguoi_ky” của cơ quan ban hành.

Vì sao: họ tên, chức vụ, tư cách ký in theo sổ; mã không có trong sổ thì chỗ ký để trống.
Cách sửa: chọn mã của người đang giữ chức; người mới thì thêm vào cơ quan ấy trong content/dung_chung/co_quan.yaml.

Đạt:
    nguoi_ky: nguyen_van_a
Không đạt:
    nguoi_ky: nguyen_van_aa               # lỗi: R104 $.nguoi_ky
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.registers import CoQuan
from vanban.slips import nearest
from vanban.text import question_in

CODE, LEVEL, NAME, BO_QUA = "R104", "error", "signer-unknown", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each signer whom his body does not have."""
    for party in subject.parties:
        ma, issuer = party.nguoi_ky, party.issuer
        if ma and not question_in(ma) and issuer.signer(ma, subject.ngay) is None:
            yield Fault(
                party.origin_of_signer,
                f"Người ký “{ma}” không có trong danh sách của {issuer.ten_goi}.", _way_out(ma, issuer, subject),
            )


def _way_out(ma: str, issuer: CoQuan, subject: SetSubject) -> str:
    """Who is meant, whose signer that is, who can sign; and where signers stand."""
    place = subject.places[issuer.origin]
    where = f"mục “nguoi_ky” của cơ quan này, {place.file}:{place.line}"
    signers = {person.ma: f"{person.ma} ({person.chuc_vu})" for person in issuer.nguoi_ky}
    listed = f"Người ký được: {', '.join(signers.values())}" if signers else "Cơ quan này chưa có người ký nào"
    if close := nearest(ma, signers):
        return f"Có phải “{close}”? {listed}. Thêm người ký thì ghi ở {where}."
    bodies = subject.setting.registers.co_quan.values()
    if other := next((body for body in bodies if any(person.ma == ma for person in body.nguoi_ky)), None):
        return f"Đó là người ký của {other.ten_goi}; nếu cũng ký ở đây thì chép sang {where}. {listed}."
    return f"{listed}; {'hoặc ' if signers else ''}thêm người ký vào {where}."
