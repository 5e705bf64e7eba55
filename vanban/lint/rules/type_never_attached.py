"""R112: “kem_theo” nêu một văn bản mà loại của nó chỉ ban hành riêng (thông báo, công văn, quyết định …).

Vì sao: văn bản ấy có số, ngày, chữ ký của mình; kèm theo văn bản khác thì các phần đó không in.
Cách sửa: bỏ dòng ấy ở “kem_theo”, ban hành văn bản đó riêng. Kèm theo được: kế hoạch, chương trình, đề án, báo cáo, đề
cương, phụ lục.

Đạt:
    loai_van_ban: quyet_dinh
    kem_theo: [kh_mau]
Không đạt:
    loai_van_ban: quyet_dinh
    kem_theo: [kh_mau, cv_mau]            # lỗi: R112 $.kem_theo[1]
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.document import BoVanBan

CODE, LEVEL, NAME, BO_QUA = "R112", "error", "type-never-attached", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each document that another names in `kem_theo` and that is always issued by itself."""
    if subject.issuer:
        yield from _attached(subject.bo, subject)


def _attached(bo: BoVanBan, subject: SetSubject) -> Iterator[Fault]:
    for part in bo.kem_theo:
        kind = subject.setting.kind(part.van_ban)
        if not kind.attached:
            others = ", ".join(each.ten_loai for each in subject.setting.doctypes.values() if each.attached)
            yield Fault(
                bo.van_ban.origin_of(f"kem_theo.{part.van_ban.ma}"), f"{kind.ten_loai} không kèm theo văn bản khác.",
                f"Bỏ dòng này, ban hành văn bản đó riêng; kèm theo được: {others}.",
            )
        yield from _attached(part, subject)
