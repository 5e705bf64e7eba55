"""What a file is that calls itself .docx and cannot be read as one, and what to do about it, in a clerk's words."""

from vanban.wordml.package import OF_FOREIGN, NotAPackage, read_directory

_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK"
_SAVE_AS = "mở bằng Word rồi lưu lại (Save As) dạng “Word Document (*.docx)”"
_TEXT = (
    (b"{\\rtf", f"Đây là tệp RTF mang đuôi .docx; {_SAVE_AS}."),
    (b"%PDF", "Đây là tệp PDF mang đuôi .docx; đổi lại đuôi thành .pdf, hoặc tìm tệp Word gốc."),
    (b"version https://git-lfs", "Tệp mới chỉ là chỗ giữ của git-lfs; chạy “git lfs pull” để tải nội dung về."),
    (b"<", f"Đây là tệp HTML hoặc XML mang đuôi .docx; {_SAVE_AS}."),
    (b"\xff\xd8\xff", "Đây là tệp ảnh mang đuôi .docx."), (b"\x89PNG", "Đây là tệp ảnh mang đuôi .docx."),
)
# Names of parts by which other formats that are zips are known.
_ZIPPED = (
    ("xl/", "Đây là tệp Excel mang đuôi .docx; đổi lại đuôi thành .xlsx."),
    ("ppt/", "Đây là tệp PowerPoint mang đuôi .docx; đổi lại đuôi thành .pptx."),
    ("content.xml", f"Đây là tệp OpenDocument (.odt) mang đuôi .docx; {_SAVE_AS}."),
    ("Index/", "Đây là tệp Pages mang đuôi .docx; mở bằng Pages rồi xuất ra dạng Word."),
)
_MEND = "chép lại từ bản gốc, hoặc mở bằng Word (Open and Repair) rồi lưu lại"
_NO_WORD = "Tệp không phải là tệp Word (.docx); kiểm tra lại đuôi tệp hoặc chép lại từ bản gốc."


def what_it_is(data: bytes, why: str) -> str:
    """A sentence on bytes that are no readable .docx; `why` says what the reader of packages found."""
    if not data.strip(b"\0"):
        return "Tệp rỗng, không có nội dung; chép lại từ bản gốc."
    if data.startswith(_OLE):
        return _compound(data)
    if data.startswith(_ZIP):
        return _zipped(data, why)
    start = data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((words for sign, words in _TEXT if start.startswith(sign)), _NO_WORD)


def _compound(data: bytes) -> str:
    """Of the container of Office before 2007, in which Word of today keeps what has a password."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "Tệp đặt mật khẩu nên không đọc được; mở bằng Word, bỏ mật khẩu (File, Info, Protect Document), lưu lại."
    return f"Đây là tệp Word đời cũ (.doc) mang đuôi đời mới; {_SAVE_AS}."


def _zipped(data: bytes, why: str) -> str:
    try:
        names = [entry.filename for entry in read_directory(data, OF_FOREIGN)]
    except NotAPackage:
        return f"Tệp bị hỏng hoặc bị cụt; {_MEND}."
    known = (words for sign, words in _ZIPPED if any(name.startswith(sign) for name in names))
    is_word = any(name.startswith("word/") for name in names)
    return next(known, f"{why.rstrip('.')}; {_MEND}." if is_word else _NO_WORD)
