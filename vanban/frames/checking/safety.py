"""What a page frame does not need and a stranger might misuse: macros, outside links, embedded objects, fields."""

from collections.abc import Iterator

from vanban.frames.checking.opened import Opened, quoted
from vanban.wordml.elements import Element, W, text_of, value
from vanban.wordml.parts import DOCUMENT

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_PARTS = (".xml", ".rels", ".png", ".jpg", ".jpeg")
_ACTIVE_PARTS = ("word/activex/", "word/embeddings/", "word/vba")
_ACTIVE = {
    W + "object": "đối tượng nhúng", W + "control": "nút điều khiển", W + "altChunk": "tệp khác chèn vào",
    W + "subDoc": "tệp con", W + "dataBinding": "dữ liệu gắn ngoài",
}
_TRACKED = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange"))
_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")


def active_content(frame: Opened) -> Iterator[tuple[str, str]]:
    """Message and hint of each."""
    for name in frame.names:
        if name.lower().startswith(_ACTIVE_PARTS) or "vbaproject" in name.lower():
            yield f"Tệp có macro hoặc đối tượng nhúng (phần “{name[:80]}”).", \
                "Lưu lại theo kiểu “Word Document (*.docx)”, bỏ đối tượng nhúng."
        elif not name.lower().endswith(_PARTS):
            yield f"Tệp có phần “{name[:80]}” mà khung trang không dùng đến.", \
                "Chỉ chèn ảnh PNG hoặc JPEG; không nhúng phông chữ, không nhúng tệp khác."
    for each in frame.roots["[Content_Types].xml"].iter(f"{_CONTENT}Override", f"{_CONTENT}Default"):
        if "macroEnabled" in each.get("ContentType", ""):
            yield "Tệp là loại Word có macro.", "Lưu lại theo kiểu “Word Document (*.docx)”."
    for name, root in frame.roots.items():
        if name.endswith(".rels"):
            for relation in root.iter(_RELATIONSHIP):
                if relation.get("TargetMode", "").lower() == "external":
                    yield f"Tệp nối ra ngoài: {quoted(relation.get('Target', ''))}.", \
                        "Bỏ liên kết; ảnh thì chèn hẳn vào tệp; tạo lại tệp từ bản chép của templates/."
        elif name.startswith("word/"):
            yield from _active_elements(root)


def tracked_changes(frame: Opened) -> Iterator[tuple[str, str]]:
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


def _active_elements(root: Element) -> Iterator[tuple[str, str]]:
    for element in root.iter(*_ACTIVE):
        paragraph = next(element.iterancestors(W + "p"), None)
        where = "" if paragraph is None else f" ở đoạn {quoted(text_of(paragraph))}"
        yield f"Khung có {_ACTIVE[str(element.tag)]}{where}.", "Xóa đi; khung trang chỉ gồm chữ, bảng và ảnh."
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
