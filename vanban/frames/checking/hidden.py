"""Letters of a frame that nobody sees, and everyone gets who gets a document: hidden, white, too small to read."""

import re
from collections.abc import Iterator

from vanban.frames.checking.opened import Opened, quoted
from vanban.wordml.elements import Element, W, style_of, text_of, texts, value
from vanban.wordml.parts import DOCUMENT
from vanban.wordml.styles import Properties

_AROUND = ("word/header", "word/footer", "word/footnotes", "word/endnotes")
# Half points; a note at the foot of a page has 20.
_SMALLEST = 12
# Letters are printed on white: of a colour of which red, green and blue are almost all there nothing is seen.
_PALE = re.compile("([d-f][0-9a-f]){3}", re.IGNORECASE)
# Per cent of their usual width.
_NARROWEST = 33
_SHOW = "Bôi đen cả tệp (Ctrl+A), mở Font, bỏ dấu chọn Hidden; xóa chữ thừa."
_DELETE = "Xóa chữ này; nếu cần in thì bấm Ctrl+Space để trả về đúng kiểu."


def hidden_letters(frame: Opened) -> Iterator[tuple[str, str]]:
    """Message and hint for each paragraph with such letters, and each hidden row."""
    for name, root in frame.roots.items():
        if name == DOCUMENT or name.startswith(_AROUND):
            for paragraph in root.iter(W + "p"):
                yield from _of_paragraph(paragraph, frame)
            for row in root.iter(W + "tr"):
                if _is_on(row.find(f"{W}trPr/{W}hidden")):
                    yield "Khung có một hàng của bảng bị ẩn.", "Chọn bảng, mở Font, bỏ dấu chọn Hidden; xóa hàng thừa."


def _of_paragraph(paragraph: Element, frame: Opened) -> Iterator[tuple[str, str]]:
    for text in texts(paragraph):
        run = text.getparent()
        if run is None or not (text.text or "").strip():
            continue
        how, hint = _hidden(frame.sheet.letters(style_of(paragraph), run.find(W + "rPr")))
        if how:
            yield f"Đoạn {quoted(text_of(paragraph))} có chữ {how}: {quoted(text.text or '')}.", hint
            return


def _hidden(letters: Properties) -> tuple[str, str]:
    """Why letters are not seen, and what to do; "" for those that are."""
    colour, size, width = letters.text("color"), letters.number("sz"), letters.number("w")
    if letters.is_on("vanish"):
        return "bị ẩn (Hidden)", _SHOW
    if size is not None and size < _SMALLEST or width is not None and width < _NARROWEST:
        return "nhỏ không đọc được", _DELETE
    if _PALE.fullmatch(colour):
        return "trắng trên nền trắng", _DELETE
    return "", ""


def _is_on(element: Element | None) -> bool:
    return element is not None and value(element) not in ("0", "false", "off")
