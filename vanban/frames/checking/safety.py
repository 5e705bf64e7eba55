"""What a page frame does not need and a stranger might misuse: macros, outside links, embedded objects, fields."""

import re
from collections.abc import Iterator

from vanban.frames.checking.opened import Opened, quoted
from vanban.frames.needed import RELATIONSHIP, is_needed, is_words_own, target_part
from vanban.wordml.elements import Element, W, text_of, value
from vanban.wordml.parts import DOCUMENT

_CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ACTIVE_PARTS = ("word/activex/", "word/embeddings/", "word/vba", "customui/", "word/webextensions/")
_ACTIVE = {
    W + "object": "đối tượng nhúng", W + "control": "nút điều khiển", W + "altChunk": "tệp khác chèn vào",
    W + "subDoc": "tệp con", W + "dataBinding": "dữ liệu gắn ngoài", _OFFICE + "OLEObject": "đối tượng nhúng",
    W + "background": "màu nền trang (Design, Page Color)",
}
# Attributes by which a picture is fetched from elsewhere when a document is opened.
_FETCHING = (_OFFICE + "href", _RELATED + "href", _RELATED + "link")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|[\\/]{2}|.*\\", re.IGNORECASE)
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_TRACKED = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange"))
_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")

Told = Iterator[tuple[str, str]]


def active_content(frame: Opened) -> Told:
    """Message and hint of each."""
    for name in frame.parts:
        yield from _part(name, frame.parts[name])
    for each in frame.roots["[Content_Types].xml"].iter(f"{_CONTENT}Override", f"{_CONTENT}Default"):
        if "macroEnabled" in each.get("ContentType", ""):
            yield "Tệp là loại Word có macro.", "Lưu lại theo kiểu “Word Document (*.docx)”."
    for name, root in frame.roots.items():
        if name.endswith(".rels") and is_needed(name):
            yield from _relations(name, root, frame)
        elif name.startswith("word/") and is_needed(name):
            yield from _active_elements(root)


def _part(name: str, data: bytes) -> Told:
    """What is wrong with a part of that name."""
    if name.lower().startswith(_ACTIVE_PARTS) or "vbaproject" in name.lower():
        yield f"Tệp có macro hoặc đối tượng nhúng (phần “{name[:80]}”).", \
            "Lưu lại theo kiểu “Word Document (*.docx)”, bỏ đối tượng nhúng."
    elif not is_needed(name) and not is_words_own(name):
        yield f"Tệp có phần “{name[:80]}” mà khung trang không dùng đến.", \
            "Chỉ chèn ảnh PNG hoặc JPEG; không nhúng phông chữ, không nhúng tệp khác; hoặc làm lại từ bản chép của " \
            "templates/."
    elif name.lower().startswith("word/media/") and not data.startswith(_PICTURES):
        yield f"Ảnh “{name[:80]}” trong tệp không phải là ảnh PNG hay JPEG.", "Chèn lại ảnh PNG hoặc JPEG."


def _relations(part: str, root: Element, frame: Opened) -> Told:
    """Relations that lead out of the file, or to nothing in it."""
    for relation in root.iter(RELATIONSHIP):
        target = relation.get("Target", "")
        if relation.get("TargetMode", "").lower() == "external" or _OUTSIDE.match(target):
            yield f"Tệp nối ra ngoài: {quoted(target)}.", \
                "Bỏ liên kết; ảnh thì chèn hẳn vào tệp; tạo lại tệp từ bản chép của templates/."
        elif (inside := target_part(relation, part).lower()) and inside not in map(str.lower, frame.parts):
            yield f"Tệp trỏ đến phần {quoted(target)} mà trong tệp không có.", \
                "Mở bằng Word, xóa ảnh không hiện được nếu có rồi lưu lại; hoặc làm lại từ bản chép của templates/."


def tracked_changes(frame: Opened) -> Told:
    """Changes that nobody has accepted, and comments."""
    for name, root in frame.roots.items():
        if name != DOCUMENT and not name.startswith(("word/header", "word/footer")):
            continue
        for paragraph in root.iter(W + "p"):
            if next(paragraph.iter(*_TRACKED), None) is not None:
                yield f"Đoạn {quoted(_with_deleted(paragraph))} còn thay đổi chưa chấp nhận (Track Changes).", \
                    "Vào Review, chọn Accept All Changes rồi lưu."
            elif next(paragraph.iter(W + "commentReference"), None) is not None:
                yield f"Đoạn {quoted(text_of(paragraph))} còn ghi chú (comment).", "Xóa ghi chú rồi lưu."


def _active_elements(root: Element) -> Told:
    for element in root.iter(*_ACTIVE):
        paragraph = next(element.iterancestors(W + "p"), None)
        where = "" if paragraph is None else f" ở đoạn {quoted(text_of(paragraph))}"
        yield f"Khung có {_ACTIVE[str(element.tag)]}{where}.", "Xóa đi; khung trang chỉ gồm chữ, bảng và ảnh."
    for element in root.iter():
        if any(name in element.attrib for name in _FETCHING):
            yield "Khung có ảnh lấy từ nơi khác.", "Xóa ảnh, chèn hẳn ảnh PNG hoặc JPEG vào tệp."
    for instruction in _fields(root):
        name = (instruction.split() or [""])[0].upper()
        if name not in _FIELDS:
            yield f"Khung có trường {quoted(instruction)}.", f"Chỉ dùng được trường {', '.join(_FIELDS)}."


def _fields(root: Element) -> Iterator[str]:
    """The instructions of all fields of a part."""
    open_fields: list[str] = []
    for element in root.iter(W + "fldChar", W + "instrText", W + "fldSimple"):
        if element.tag == W + "fldSimple":
            yield value(element, "instr")
        elif element.tag == W + "instrText":
            if open_fields:
                open_fields[-1] += element.text or ""
            else:
                yield element.text or ""
        elif value(element, "fldCharType") == "begin":
            open_fields.append("")
        elif value(element, "fldCharType") == "end" and open_fields:
            yield open_fields.pop()
    yield from open_fields


def _with_deleted(paragraph: Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(W + "t", W + "delText"))
