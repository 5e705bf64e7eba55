"""Where two lines of running text meet and what is printed is not what was meant: a sentence that was broken by hand,
a heading that is glued to its text.

A line directly below an item goes on with it; below a paragraph it is a paragraph of its own. Texts that were wrapped
by hand, or pasted from a page, have line ends that mean neither.
"""

import re

from vanban.text import nfc

# What ends a sentence, a line of a list, or a lead-in; closing quotes and brackets, a note may stand behind.
_ENDED = re.compile(r"[.;:!?…/](?:[”\"’)\]*]|\[\^\w+\]|\{#\w+\}|\s)*\Z")
_INSIDE = re.compile(r"[.;:!?…,]")
# A word for a body, an act, a place: what begins so may be the rest of a sentence.
_BODIES = (
    "Ủy ban", "Hội đồng", "Ban", "Bộ", "Sở", "Chính phủ", "Thủ tướng", "Chủ tịch", "Phó", "Giám đốc", "Trưởng",
    "Văn phòng", "Trung tâm", "Phòng", "Cục", "Chi cục", "Vụ", "Viện", "Thanh tra", "Tòa", "Công an", "Quân", "Đảng",
    "Đoàn", "Hội", "Mặt trận", "Liên đoàn", "Nhà nước", "Nhân dân", "Quốc hội", "Luật", "Bộ luật", "Nghị", "Thông tư",
    "Quyết định", "Chỉ thị", "Kế hoạch", "Đề án", "Chương trình", "Công văn", "Hướng dẫn", "Kết luận", "Quy", "Điều",
    "Khoản", "Điểm", "Mục", "Phụ lục", "Biểu", "Bảng", "Tỉnh", "Thành phố", "Huyện", "Xã", "Phường", "Thị", "Cổng",
    "Trang", "Hệ thống", "Cơ sở", "Trường", "Bệnh viện", "Công ty", "Tổng", "Doanh nghiệp",
)
_BODY = re.compile(rf"(?:{'|'.join(_BODIES)})\b")
# A heading is short, and does not end with a word that wants another.
_LONGEST_HEADING = 60
_WANTING = (
    "của", "cho", "và", "với", "tại", "ở", "là", "do", "bởi", "theo", "từ", "đến", "về", "các", "những", "mỗi", "mọi",
    "trong", "ngoài", "trên", "dưới", "giữa", "bằng", "để", "được", "bị", "cùng", "hoặc", "hay", "như", "nhằm", "qua",
    "vào", "ra", "lên", "gồm", "giao", "đề nghị", "yêu cầu", "tham mưu", "trình", "báo cáo", "phối hợp", "chủ trì",
    "gửi",
)
_GOES_ON = re.compile(rf"\b(?:{'|'.join(_WANTING)})\Z", re.IGNORECASE)


def is_wrapped(above: str, line: str) -> bool:
    """Whether `line`, a paragraph of its own, goes on with the sentence of the paragraph directly above."""
    return nfc(line[:2])[0].islower() and not _ENDED.search(above)


def is_glued(above: str, line: str) -> bool:
    """Whether `above`, the words of an item, is a heading, and `line` the sentence that would be printed behind it."""
    above, line = nfc(above).strip(" *"), nfc(line)
    if len(above) > _LONGEST_HEADING or not above[:1].isupper() or _INSIDE.search(above) or _GOES_ON.search(above):
        return False
    return _begins_sentence(line) and not _BODY.match(line) and _ENDED.search(line) is not None


def _begins_sentence(line: str) -> bool:
    """One large letter begins a sentence; a name goes on with a second ("Sở Nội vụ")."""
    first, _, rest = line.partition(" ")
    return first[:1].isupper() and rest[:1].islower()
