"""F107: loại văn bản không phải của cơ quan ban hành.

Vì sao: kết luận, đề cương là văn bản của Đảng; công điện, giấy giới thiệu, hợp đồng máy chỉ có thể thức của cơ quan nhà
nước. In văn bản của bên này theo thể thức của bên kia là sai.
Cách sửa: chọn loại khác; hoặc sửa “ho_so” của cơ quan trong content/dung_chung/co_quan.yaml nếu ghi nhầm.

Đạt:
    loai_van_ban: quyet_dinh
Không đạt:
    loai_van_ban: ket_luan                # lỗi: F107 $.loai_van_ban
"""

from collections.abc import Iterator, Mapping

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.registers import HoSo

CODE, LEVEL, NAME, BO_QUA = "F107", "error", "type-of-another-profile", False
TARGET, SOURCE = "set", ""
_PROFILES: Mapping[HoSo, str] = {"nha_nuoc": "cơ quan nhà nước", "dang": "cơ quan Đảng"}

# Điều 25 is of the state; the form of the Party's copies is not known here.
_NO_COPIES = "Sao y, sao lục, trích sao ở đây là bản sao của cơ quan nhà nước; {} là {}."
_COPY_OTHERWISE = ("Cơ quan Đảng sao theo hướng dẫn của Văn phòng Trung ương Đảng, máy chưa có thể thức ấy: chụp, in "
                   "văn bản rồi ghi phần sao theo hướng dẫn; cơ quan nhà nước sao thì ghi cơ quan ấy ở “co_quan”.")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each document of the set that bodies of that profile do not write."""
    bo, setting, issuer = subject.bo, subject.setting, subject.issuer
    for van_ban in bo if issuer else ():
        kind = setting.kind(van_ban)
        if issuer and issuer.ho_so not in kind.viet_tat:
            who = _PROFILES[issuer.ho_so]
            if kind.is_copy:
                yield Fault(van_ban.origin_of("loai_van_ban"), _NO_COPIES.format(issuer.ten_goi, who), _COPY_OTHERWISE)
                continue
            own = [name for name, each in setting.doctypes.items()
                   if issuer.ho_so in each.viet_tat and bool(each.frame) == (van_ban is bo.van_ban)]
            yield Fault(
                van_ban.origin_of("loai_van_ban"),
                f"Máy không có {kind.ten_loai} theo thể thức văn bản của {who}, mà {issuer.ten_goi} là {who}.",
                f"Chọn một trong: {', '.join(own)}; hoặc sửa “ho_so” của {issuer.ten_goi} ở "
                f"{subject.places.file(issuer.origin)}.",
            )
