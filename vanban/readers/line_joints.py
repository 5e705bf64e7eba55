"""Where two lines of running text meet and what is printed is not what was meant: a sentence that was broken by hand,
a heading that is glued to its text.

A line directly below an item goes on with it; below a paragraph it is a paragraph of its own. Texts that were wrapped
by hand, or pasted from a page, have line ends that mean neither.
"""

import re

from vanban.text import nfc

# What ends a sentence, a line of a list, or a lead-in; closing quotes and brackets, a note may stand behind.
_ENDED = re.compile(r"[.;:!?…/](?:[”\"’)\]*]|\[\^\w+\]|\{#\w+\}|\s)*\Z")
_INSIDE = re.compile(r"[.;:!?…]")
# A word for a body, an act, a place: what begins so may be the rest of a sentence.
_BODIES = (
    "Ủy ban", "Hội đồng", "Ban(?! hành)", "Bộ", "Sở", "Chính phủ", "Thủ tướng", "Chủ tịch", "Phó", "Giám đốc", "Trưởng",
    "Văn phòng", "Trung tâm", "Phòng", "Cục", "Chi cục", "Vụ", "Viện", "Thanh tra", "Tòa", "Công an", "Quân", "Đảng",
    "Đoàn", "Hội", "Mặt trận", "Liên đoàn", "Nhà nước", "Nhân dân", "Quốc hội", "Luật", "Bộ luật", "Nghị", "Thông tư",
    "Quyết định", "Chỉ thị", "Kế hoạch", "Đề án", "Chương trình", "Công văn", "Hướng dẫn", "Kết luận", "Quy", "Điều",
    "Khoản", "Điểm", "Mục", "Phụ lục", "Biểu", "Bảng", "Tỉnh", "Thành phố", "Huyện", "Xã", "Phường", "Thị", "Cổng",
    "Trang", "Hệ thống", "Cơ sở", "Trường", "Bệnh viện", "Công ty", "Tổng", "Doanh nghiệp", "Tổ công tác",
    "Tết", "Quốc khánh", "Đại hội", "Ngày", "Tháng", "Internet", "Covid", "Zalo", "Hiến pháp", "Hiệp định", "Quỹ",
    "Ngân hàng", "Kho bạc", "Hải quan", "Cảnh sát", "Biên phòng", "Bí thư", "Thường trực", "Thường vụ", "Dự án",
)
_BODY = re.compile(rf"(?:{'|'.join(_BODIES)})\b")
# A heading is short, and does not end with a word that wants another. A longer line without a comma is one where the
# next begins with a word that begins sentences only.
_LONGEST_HEADING = 60
_BEFORE_A_CUT = 4  # words
_LONGEST_SENTENCE = 120
_CLOSING = re.compile(
    r"(?:Trên đây|Đề nghị|Yêu cầu|Trong quá trình|Quá trình|Nhận được|Giao|Kính|Trân trọng|Định kỳ|"
    r"(?:Ủy ban|UBND|Sở|Hội đồng|Ban) .{0,60}(?:đề nghị|yêu cầu|trân trọng|kính)|"
    r"(?:Kế hoạch|Quyết định|Thông báo|Công văn|Báo cáo|Hướng dẫn|Chỉ thị|Nghị quyết|Quy chế|Chương trình) này)\b"
)
_OPENING = re.compile(
    r"(?:Người|Các|Những|Mọi|Mỗi|Việc|Khi|Nếu|Trường hợp|Trong|Trên|Căn cứ|Hằng năm|Hàng năm|Cán bộ|Cá nhân|Thành viên"
    r"|Cơ quan|Đơn vị|Thời gian|Thời hạn|Kinh phí|Bảo đảm|Đảm bảo|Thực hiện)\b"
)
_WANTING = (
    "của", "cho", "và", "với", "tại", "ở", "là", "do", "bởi", "theo", "từ", "đến", "về", "các", "những", "mỗi", "mọi",
    "trong", "ngoài", "trên", "dưới", "giữa", "bằng", "để", "được", "bị", "cùng", "hoặc", "hay", "như", "nhằm", "qua",
    "vào", "ra", "lên", "gồm", "giao", "đề nghị", "(?<!đích, )(?<!đích và )yêu cầu", "tham mưu", "trình", "báo cáo",
    "phối hợp", "chủ trì", "gửi",
)
_GOES_ON = re.compile(rf"(?:,|\b(?:{'|'.join(_WANTING)}))\Z", re.IGNORECASE)


def is_wrapped(above: str, line: str) -> bool:
    """Whether `line`, a paragraph of its own, goes on with the sentence of the paragraph directly above."""
    return nfc(line[:2])[0].islower() and not _ENDED.search(above)


def is_cut(above: str, line: str) -> bool:
    """Whether `line` goes on with the sentence of a paragraph or an item above, a blank line between: what is left of a
    page that ended there, so that the sentence has some words before."""
    return len(above.split()) >= _BEFORE_A_CUT and is_wrapped(above, line)


def is_glued(above: str, line: str) -> bool:
    """Whether `above`, the words of an item, is a heading, and `line` the sentence that would be printed behind it."""
    above, line = nfc(above).strip(" *"), nfc(line)
    longest = _LONGEST_SENTENCE if _OPENING.match(line) and "," not in above else _LONGEST_HEADING
    if len(above) > longest or not above[:1].isupper() or _INSIDE.search(above) or _GOES_ON.search(above):
        return False
    return _begins_sentence(line) and not _BODY.match(line) and _ENDED.search(line) is not None


def closes_list(above: str, line: str, is_last: bool) -> bool:
    """Whether `line`, which would be printed behind the words `above` of an item, is a paragraph that closes its list.

    Behind ";" nothing goes on with an item. Behind a full stop another sentence of it may: so only a line that begins
    as what closes a text does, and that no other item follows, `is_last`.
    """
    ended, line = _ENDED.search(above), nfc(line)
    if ended is None or not line[:1].isupper():
        return False
    return ended[0][0] == ";" or ended[0][0] == "." and is_last and _CLOSING.match(line) is not None


def _begins_sentence(line: str) -> bool:
    """One large letter begins a sentence; a name goes on with a second ("Sở Nội vụ")."""
    first, _, rest = line.partition(" ")
    return first[:1].isupper() and rest[:1].islower()
