"""F113: văn bản kèm theo ghi những mục chỉ in ở văn bản ban hành: nơi nhận, lưu, người ký.

Vì sao: văn bản kèm theo không có số, nơi nhận, chữ ký của mình; người soạn cần biết ai ký. Một kế hoạch vừa để ban hành
riêng vừa để kèm theo thì giữ nguyên các mục ấy.
Căn cứ: Phụ lục III, Mẫu 1.3, trang của văn bản được ban hành kèm theo.
Cách sửa: xóa các mục ấy; giữ lại nếu văn bản này còn được ban hành riêng.

Đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: Theo phân công.
Không đạt:
    luu: VT, KSTT                         # lỗi: F113 $.luu
    nguoi_ky: nguyen_van_a
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: Theo phân công.
"""

from collections.abc import Iterator

from vanban.glossary import labelled
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.document import VanBan

CODE, LEVEL, NAME, BO_QUA = "F113", "warning", "zones-of-issuer", True
TARGET = "set"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.3"
# What an attachment has from the issuing document, in the order of the page.
_OF_ISSUER = (
    "co_quan", "don_vi_soan_thao", "ky_hieu", "ngay_du_kien", "du_thao", "ban", "in_dia_chi", "kinh_gui", "noi_nhan",
    "luu", "so_ban_luu", "nguoi_soan_thao", "so_ban_phat_hanh", "tham_quyen", "nguoi_ky", "lien_tich",
    "thu_ky", "chu_toa",
)


def check(subject: SetSubject) -> Iterator[Fault]:
    """One fault for each attachment that states what the issuing document states for it, at the first such key; where
    nothing attaches a document that issues nothing itself, one for each key."""
    bo = subject.bo
    if not subject.stands_alone:
        yield from _of_none(bo.van_ban)
    issued, *attached = bo
    signer = f", {bo.zones.ho_ten.text} ký" if bo.zones and bo.zones.ho_ten else ""
    for van_ban in attached:
        if stated := [key for key in _OF_ISSUER if key in van_ban.origins]:
            yield Fault(
                van_ban.origin_of(stated[0]),
                f"Văn bản kèm theo không in {', '.join(map(labelled, stated))}: những mục này theo văn bản ban hành "
                f"“{issued.ma}”{signer}.",
                "Xóa các mục đó; giữ lại nếu văn bản này còn được ban hành riêng.",
            )


def _of_none(van_ban: VanBan) -> Iterator[Fault]:
    for key in _OF_ISSUER:
        if key in van_ban.origins:
            yield Fault(van_ban.origin_of(key), f"Văn bản chưa ghi “co_quan” nên không in {labelled(key)}.",
                        "Tự ban hành thì ghi “co_quan”; để kèm theo thì xóa mục này.")
