"""F170: bài hứa có văn bản, danh sách, phụ lục kèm theo mà không kèm gì.

Vì sao: “Ban hành kèm theo Quyết định này Quy chế …”, “(có danh sách kèm theo)” mà không có tệp nào kèm theo thì văn
bản phát hành thiếu đúng phần quan trọng. Câu nói về phụ lục của văn bản khác, phần trích nguyên văn, văn bản kê hồ sơ
gửi kèm không bị nêu.
Cách sửa: ghi mã của văn bản ấy vào “kem_theo”; gửi bằng tệp khác thì khai báo trong “ban_hanh_rieng”; không kèm gì
thì sửa câu.

Đạt:
    loai_van_ban: cong_van
    mo_dau: Rà soát Danh mục kèm theo Quyết định số 12/QĐ-UBND.
Không đạt:
    loai_van_ban: cong_van
    mo_dau: Rà soát các nhiệm vụ (có danh mục kèm theo).     # lỗi: F170 $.mo_dau
"""

import re
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.promised import promised
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_annexes import typed_annexes
from vanban.lint.typed_lines import typed_lines
from vanban.lint.typed_place import place_of_first
from vanban.model.document import BoVanBan, VanBan

CODE, LEVEL, NAME, BO_QUA = "F170", "warning", "attachment-not-there", True
TARGET, SOURCE = "set", ""
# A list of the papers that are sent along is what such words mean.
_DOSSIER = re.compile(
    r"\b(?:hồ sơ|tài liệu)\b[^.]{0,40}\b(?:gồm|kèm)|\b(?:gửi kèm|kèm theo)(?: có)?(?: gồm)?:", re.IGNORECASE)


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each line that promises an attachment in a document that has none, nor its set any besides."""
    bo = subject.bo
    for van_ban in bo if subject.stands_alone else ():
        if _has_attachment(bo, van_ban):
            continue
        types = {subject.setting.kind(van_ban).ten_loai}
        lines = list(typed_lines(subject, van_ban))
        if any(_DOSSIER.search(words) for _, words in lines):
            continue
        for origin, words in lines:
            for said in [] if any(typed_annexes(words)) else list(promised(words, types))[:1]:  # F112
                yield Fault(
                    place_of_first(subject.places, origin, [said.words]),
                    f"Bài ghi “{said.words}” mà không có văn bản nào kèm theo.",
                    "Ghi mã của văn bản đó vào “kem_theo”; gửi bằng tệp khác thì khai báo trong “ban_hanh_rieng”; "
                    "không kèm gì thì sửa câu.",
                )


def _has_attachment(bo: BoVanBan, van_ban: VanBan) -> bool:
    """Whether anything may be meant: another document of the set but the one that issues it, or one that is sent apart
    or was not found."""
    own = {bo.van_ban.ma, van_ban.ma}
    named = {ma for each in (bo.van_ban, van_ban) for ma in each.kem_theo}
    return bool(({each.ma for each in bo} | named) - own) or any(each.ban_hanh_rieng for each in bo)
