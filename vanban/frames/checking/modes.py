"""Modes of Word that are kept in a file and would go into every document that a frame prints."""

from collections.abc import Iterator

from vanban.frames.checking.opened import Opened
from vanban.wordml.elements import W

_SETTINGS = "word/settings.xml"
_RESTRICTED = "Vào Review, Restrict Editing, bấm Stop Protection rồi lưu."
# Element of the settings → what the mode is called, how it is ended.
_MODES = {
    "documentProtection": ("khóa chỉnh sửa (Restrict Editing)", _RESTRICTED),
    "writeProtection": ("khuyên chỉ đọc hoặc đặt mật khẩu sửa",
                        "Vào Save As, Tools, General Options, bỏ mật khẩu và dấu chọn Read-only recommended rồi lưu."),
    "mailMerge": ("trộn thư (Mail Merge)", "Vào Mailings, Start Mail Merge, chọn Normal Word Document rồi lưu."),
    "trackRevisions": ("theo dõi thay đổi (Track Changes)", "Vào Review, tắt Track Changes rồi lưu."),
    "evenAndOddHeaders": ("đầu trang chẵn, lẻ khác nhau, nên trang chẵn mất số trang",
                          "Mở đầu trang, bỏ dấu chọn Different Odd & Even Pages rồi lưu."),
    "mirrorMargins": ("lề đối xứng (Mirror Margins)", "Vào Layout, Margins, chọn Normal rồi đặt lại lề."),
    "bookFoldPrinting": ("in gập sách (Book fold)", "Vào Layout, Margins, Custom Margins, Multiple pages: Normal."),
    "bookFoldRevPrinting": ("in gập sách (Book fold)", "Vào Layout, Margins, Custom Margins, Multiple pages: Normal."),
    "printTwoOnOne": ("in hai trang trên một tờ", "Vào Layout, Margins, Custom Margins, Multiple pages: Normal."),
    "gutterAtTop": ("chừa gáy ở mép trên", "Vào Layout, Margins, Custom Margins, Gutter position: Left."),
    "attachedTemplate": ("gắn với một tệp mẫu khác", "Vào Developer, Document Template, chọn Normal rồi lưu."),
    "saveThroughXslt": ("lưu qua tệp chuyển đổi khác", "Làm lại từ bản chép của templates/."),
}


def modes(frame: Opened) -> Iterator[tuple[str, str]]:
    """Message and hint of each mode that is on."""
    for name, (words, hint) in _MODES.items():
        found = frame.roots[_SETTINGS].find(W + name) if _SETTINGS in frame.roots else None
        if found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off"):
            yield f"Tệp đang ở chế độ {words}; mọi văn bản in từ khung sẽ mang theo.", hint
