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
    """A fault for a signer whom the issuing body does not have."""
    ma, issuer = subject.bo.van_ban.nguoi_ky, subject.issuer
    if ma and issuer and not question_in(ma) and issuer.signer(ma, subject.ngay) is None:
        close = nearest(ma, [person.ma for person in issuer.nguoi_ky])
        yield Fault(
            subject.bo.van_ban.origin_of("nguoi_ky"),
            f"Người ký “{ma}” không có trong danh sách của {issuer.ten_goi}.",
            f"Có phải “{close}”?" if close else _choice(issuer),
        )


def _choice(issuer: CoQuan) -> str:
    """Those who can sign, by id and office."""
    signers = [f"{person.ma} ({person.chuc_vu})" for person in issuer.nguoi_ky]
    if not signers:
        return "Thêm người ký vào mục nguoi_ky của cơ quan trong co_quan.yaml."
    return f"Chọn một trong: {', '.join(signers)}."
