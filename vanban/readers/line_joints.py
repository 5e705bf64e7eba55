"""Where two lines of running text meet and what is printed is not what was meant: a sentence that was broken by hand,
a heading that is glued to its text.

A line directly below an item goes on with it; below a paragraph it is a paragraph of its own. Texts that were wrapped
by hand, or pasted from a page, have line ends that mean neither.
"""

import re
from collections.abc import Callable, Sequence

from vanban.model.line_signs import sign_of
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
_FULL = 0.9  # of the longest line that was wrapped
_CLOSING = re.compile(
    r"(?:Trên đây|Đề nghị|Yêu cầu|Trong quá trình|Quá trình|Nhận được|Giao|Kính|Trân trọng|Định kỳ|"
    r"(?:Ủy ban|UBND|Sở|Hội đồng|Ban) .{0,60}(?:đề nghị|yêu cầu|trân trọng|kính)|"
    r"(?:Kế hoạch|Quyết định|Thông báo|Công văn|Báo cáo|Hướng dẫn|Chỉ thị|Nghị quyết|Quy chế|Chương trình|Công điện|"
    r"Quy định|Điều lệ|Nội quy|Phương án|Đề án|Dự án|Tờ trình|Phụ lục|Văn bản|Kết luận|Thông tri) này)\b"
)
# With what a paragraph begins that gives somebody a task, or speaks of the whole: the one who acts, a ground, a time.
_GROUP = (
    "cơ quan|đơn vị|sở|ban|ngành|phòng|xã|phường|huyện|tỉnh|bộ|địa phương|tổ chức|cá nhân|đồng chí|ông|bà|thành viên|"
    "cán bộ|công chức|viên chức|hộ|trường|thôn|bản|khối|tổ|đoàn thể|doanh nghiệp|đại biểu|ủy viên|vướng mắc|ý kiến|"
    "thông tin"
)
_SPEAKER = re.compile(
    rf"(?:(?:Các|Những|Mọi|Từng|Mỗi) (?:{_GROUP})|Cơ quan|Đơn vị|Địa phương|Chủ tịch|Phó|Giám đốc|Chánh"
    "|Thủ trưởng|Trưởng|Hiệu trưởng|Cục trưởng|Tổ trưởng|Tổng(?! (?:số|cộng|kết|hợp))|Bí thư|Ông|Bà|Đồng chí|Cán bộ"
    "|Công chức|Thành viên|Người đứng đầu|Văn phòng|Sở|UBND|HĐND|Ủy ban|Hội đồng|Bộ(?! (?:phận|máy|hồ sơ|luật))"
    "|Ban(?! (?:hành|đầu))|Công an|Thanh tra|Cục|Chi cục|Vụ(?! việc)|Kho bạc|Ngân hàng|Đảng ủy|Chi bộ"
    "|Tỉnh ủy|Thành ủy|Huyện ủy|Thường trực|Mặt trận|Liên đoàn|Đoàn(?! kết)|Hội(?! (?:nghị|thảo|họp|đủ|tụ|nhập))"
    "|Phòng(?!,| (?:ngừa|chống|cháy|tránh))|Trung tâm|Trường(?! hợp)|Bệnh viện|Công ty|Đài|Tòa án|Viện|Quân|Tổ(?! chức)"
    "|Đội|Căn cứ|Thời gian|Thời hạn|Địa điểm|Kinh phí|Thành phần|Lưu ý|Ghi chú|Xin|Rất mong"
    r"|(?:Nếu|Trường hợp)(?: có| gặp| phát sinh)? (?:vướng mắc|khó khăn))\b"
    r"|\((?:Chi tiết|Kèm|Có|Theo|Danh sách|Nội dung|Phụ lục|Xem)\b"
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


def closes_list(above: str, line: str, is_last: bool, by_lines: Callable[[], bool]) -> bool:
    """Whether `line`, which would be printed behind the words `above` of an item, is a paragraph that closes its list.

    Behind ";" nothing goes on with an item. Behind a full stop another sentence of it may: so only a line that begins
    as what closes a text does, or as what gives somebody a task, and that no other item follows, `is_last`.

    by_lines  whether the items of the block go on so, one sentence a line; asked where that decides
    """
    line = nfc(line)
    if not opens_sentence(above, line):
        return False
    if is_ended(above, ";"):
        return line[:1].isupper()
    return is_last and (_CLOSING.match(line) is not None or _SPEAKER.match(line) is not None and not by_lines())


def is_ended(above: str, by: str = ".;:!?…/") -> bool:
    """Whether a line ends with one of these signs, whatever closes behind it."""
    ended = _ENDED.search(above)
    return ended is not None and ended[0][0] in by


def opens_sentence(above: str, line: str) -> bool:
    """Whether `line` begins another sentence than that of the line above."""
    return is_ended(above, ".;!?…") and (line[:1].isupper() or line.startswith("("))


def goes_on_by_lines(lines: Sequence[str]) -> bool:
    """Whether an item of a block goes on with further sentences, each on a line of its own, before another item: so
    some write, and then a line below an item is no paragraph."""
    in_item, above = False, ""
    for line, below in zip(lines, (*lines[1:], ""), strict=True):
        if not line or sign_of(line):
            in_item = bool(line)
        elif in_item and opens_sentence(above, line) and sign_of(below):
            return True
        above = line
    return False


def is_full(lines: Sequence[str], line: str, below: str) -> bool:
    """Whether `line` stands on a line of its own because it had no room on the one above: in a text that was wrapped by
    hand, which a sentence that goes over a line end shows.

    lines  those of the item above, down to the last
    below  the one behind `line`
    """
    broken = [len(each) for each in lines[:-1] if not is_ended(each)]
    if below and not sign_of(below) and not is_ended(line):
        broken.append(len(line))
    return bool(broken) and len(lines[-1]) + 1 + len(line.split()[0]) > _FULL * max(broken)


def _begins_sentence(line: str) -> bool:
    """One large letter begins a sentence; a name goes on with a second ("Sở Nội vụ")."""
    first, _, rest = line.partition(" ")
    return first[:1].isupper() and rest[:1].islower()
