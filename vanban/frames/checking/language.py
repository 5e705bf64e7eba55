"""The tags of a frame against what there is to fill in: the zones, under their names, and the body."""

from collections.abc import Collection, Iterator
from dataclasses import fields

from jinja2 import Template, TemplateError
from lxml import etree
from markupsafe import Markup

from vanban.frames import grammar, tags
from vanban.frames.breaks import printed, with_breaks
from vanban.frames.checking.opened import Opened, quoted, readable
from vanban.glossary import labelled
from vanban.model.zones import BODY, BY_LINES, SIGNATURES, ZoneLine, ZonePiece, Zones
from vanban.slips import nearest
from vanban.wordml.elements import R, W, text_of
from vanban.wordml.parts import DOCUMENT

ZONES = tuple(field.name for field in fields(Zones))
# What a document may be without. A document that has one needs a frame that prints it: F220.
OPTIONAL = frozenset({
    "can_cu", "kinh_gui", "dia_chi", "phu_de", "chuc_vu_khac", "pham_vi_luu_hanh", "do_mat", "do_khan", "du_thao",
    "co_quan_chu_quan", "chuc_vu_khac_hai", "quyen_han_ba", "quyen_ky_ba", "chuc_vu_ba", "chuc_vu_khac_ba", "ho_ten_ba",
})
_THIRD = SIGNATURES[-1]
_BODY_TEXT = "@nội dung@"
_MAY_HOLD_PARAGRAPHS = tuple(W + name for name in ("body", "tc", "txbxContent", "sdtContent"))

Fault = tuple[str, str, str]
_RETYPE = "Xóa đoạn này, chép lại từ khung cùng tên trong templates/."
_PAIRS = "Mỗi cặp {%p if %} … {%p endif %} mở và đóng trong cùng một ô, mỗi thẻ một đoạn; so với templates/."


def tag_faults(frame: Opened, attached: bool) -> Iterator[Fault]:
    """Code, message and hint of each fault of a tag, and of what only the filled frame shows."""
    found = [*_everywhere_else(frame), *_by_paragraph(frame)]
    if not any(code in ("F205", "F206", "F207", "F210") for code, _, _ in found):
        found += _order(frame)
    yield from found
    if not any(code != "F211" for code, _, _ in found):
        yield from _on_trial(frame, attached)


def left_out(frame: Opened, model: Opened) -> set[str]:
    """The variables that the frame of templates/ prints and this one does not."""
    return model.shown() & {*ZONES, BODY} - frame.shown()


def zone_faults(frame: Opened, model: Opened) -> Iterator[Fault]:
    for name in sorted(left_out(frame, model)):
        hint = f"Chép lại {{{{p {BODY} }}}} từ templates/." if name == BODY else \
            f"Chép lại đoạn có {{{{ {name} }}}} từ khung cùng tên trong templates/."
        if name in OPTIONAL:
            yield "F209", f"Khung không in {labelled(name)}; văn bản có mục này sẽ không tạo được.", hint
        else:
            yield "F208", f"Khung thiếu chỗ in {labelled(name)}.", hint


def _everywhere_else(frame: Opened) -> Iterator[Fault]:
    """Tags in headers, footers, notes, properties, and in what is not the text of a paragraph."""
    hint = "Chỉ đặt thẻ trong chữ của phần thân văn bản."
    for name, root in frame.roots.items():
        if name == DOCUMENT or name.endswith(".rels"):
            continue
        seen = [text for p in root.iter(W + "p") if tags.MARK.search(text := text_of(p))]
        seen += [text for text in tags.hidden_tags(root) if text not in seen]
        yield from (("F210", f"Thẻ {quoted(text)} nằm ở {_part(name)}, chỗ máy không điền.", hint) for text in seen)
    for text in tags.hidden_tags(frame.document):
        yield "F210", f"Thẻ {quoted(text)} không nằm trong chữ của văn bản.", hint
    for box in frame.document.iter(W + "txbxContent"):
        for text in filter(tags.MARK.search, map(text_of, box.iter(W + "p"))):
            yield "F210", f"Thẻ {quoted(text)} nằm trong hộp chữ (Text Box), nơi chữ dài bị cắt.", \
                "Chuyển đoạn này ra ngoài hộp chữ; muốn đặt ở chỗ riêng thì dùng ô của bảng."


def _by_paragraph(frame: Opened) -> Iterator[Fault]:
    loops = {name for p in frame.paragraphs() for tag in readable(p) if tag.keyword == "for"
             for name in _loop_names(tag)}
    for paragraph in frame.paragraphs():
        try:
            found = tags.tags_of(paragraph)
        except tags.BadTag as error:
            yield "F205", f"Đoạn {quoted(text_of(paragraph))}: {error}", _RETYPE
            continue
        for tag in found:
            yield from _one(tag, text_of(paragraph), loops)


def _one(tag: tags.Tag, text: str, loops: set[str]) -> Iterator[Fault]:
    if tag.split:
        yield "F211", f"Thẻ {quoted(tag.text)} bị Word chia thành nhiều mảnh định dạng khác nhau.", \
            "Xóa thẻ rồi gõ lại liền một mạch, hoặc chép lại từ templates/."
    try:
        tree = tags.tree_of(tag)
    except tags.BadTag as error:
        yield "F205", f"Đoạn {quoted(text)}: {error}", _RETYPE
        return
    except tags.RefusedTag as error:
        yield "F206", f"Đoạn {quoted(text)}: {error}", _RETYPE
        return
    if refused := next(grammar.refusals(tree), ""):
        yield "F206", f"Đoạn {quoted(text)}: {refused}", _RETYPE
        return
    if taken := grammar.loop_names(tree) & {*ZONES, BODY}:
        yield "F206", f"Đoạn {quoted(text)}: “{min(taken)}” là tên của một mục, không đặt cho vòng lặp.", _RETYPE
    for name in sorted(grammar.names(tree) - {*ZONES, BODY, *loops}):
        close = nearest(name, [*ZONES, BODY])
        yield "F207", f"Đoạn {quoted(text)}: không có biến “{name[:60]}”.", \
            f"Có phải “{close}”?" if close else "Xem các biến trong khung cùng tên của templates/."


def _loop_names(tag: tags.Tag) -> set[str]:
    try:
        return grammar.loop_names(tags.tree_of(tag))
    except (tags.BadTag, tags.RefusedTag):
        return set()


def _order(frame: Opened) -> Iterator[Fault]:
    """Blocks that do not close, and a body that stands twice or in a block."""
    found = [(tag, text_of(p)) for p in frame.paragraphs() for tag in readable(p)]
    if wrong := tags.misplaced([tag for tag, _ in found]):
        place, words = wrong
        yield "F205", f"Đoạn {quoted(found[place][1])}: {words}", _RETYPE
        return
    depth, bodies = 0, 0
    for tag, text in found:
        depth += 1 if tag.keyword in ("if", "for") else -1 if tag.keyword in ("endif", "endfor") else 0
        if tag.kind == "{" and tag.words.strip() == BODY:
            bodies += 1
            if depth or bodies > 1:
                yield "F206", f"Đoạn {quoted(text)}: chỗ của nội dung chỉ có một và không nằm trong if, for.", _RETYPE


def _on_trial(frame: Opened, attached: bool) -> Iterator[Fault]:
    """Fills the frame with everything, with nothing, and with each zone left out, and looks at what comes out."""
    try:
        template = tags.compiled(etree.tostring(frame.document, encoding="unicode"), {*ZONES, BODY})
        faults = [_unsound(_rendered(template, without)) for without in ((), ZONES)]
        hidden = next(_hidden(template, frame.shown()), "")
    except tags.RefusedTag as error:
        yield "F206", f"Các thẻ của khung đặt cạnh nhau không dùng được: {error}", _RETYPE
        return
    except tags.BadTag as error:
        yield "F205", f"Các thẻ của khung không khớp nhau: {error}", _RETYPE
        return
    except TemplateError as error:
        yield "F218", f"Điền thử không được: {error.message}.", _RETYPE
        return
    if words := next(filter(None, faults), ""):
        yield "F218", f"Điền thử thì được tệp Word hỏng: {words}.", _PAIRS
    elif hidden:
        yield "F218", hidden, _PAIRS
    if attached:
        for paragraph in frame.paragraphs():
            if any(str(name).startswith(R) for each in paragraph.iter() for name in each.attrib):
                yield "F218", f"Đoạn {quoted(text_of(paragraph))} có ảnh; khung của văn bản kèm theo không in ảnh.", \
                    "Bỏ ảnh; biểu trưng đặt ở khung của văn bản ban hành."


def _rendered(template: Template, without: Collection[str]) -> str:
    """The frame filled with a mark for every zone but `without`; two for a zone of lines."""
    values: dict[str, object] = {BODY: Markup(f"<w:p><w:r><w:t>{_BODY_TEXT}</w:t></w:r></w:p>")}
    for name in ZONES:
        mark = printed(() if name in without else (ZoneLine((ZonePiece(_mark(name)),)), ZoneLine()))
        values[name] = ([] if name in without else [mark, mark]) if name in BY_LINES else mark
    return with_breaks(template.render(values))


def _hidden(template: Template, shown: set[str]) -> Iterator[str]:
    """Zones that are not printed because another one is empty; with the name of a third signer all of his goes."""
    printed = {name for name in shown if _mark(name) in _rendered(template, ())}
    for name in sorted(shown & {*ZONES}):
        xml = _rendered(template, (name,))
        for other in sorted(printed - {name}):
            if _mark(other) not in xml and not (name == f"ho_ten{_THIRD}" and other.endswith(_THIRD)):
                yield f"{labelled(other)} không được in khi {labelled(name)} để trống."


def _mark(name: str) -> str:
    return f"@{name}@"


def _unsound(xml: str) -> str:
    """What is wrong with a filled document part, "" where nothing is."""
    try:
        root = etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return "một cặp thẻ mở và đóng ở hai chỗ không ngang nhau"
    bodies = [p for p in root.iter(W + "p") if text_of(p) == _BODY_TEXT]
    if any((parent := p.getparent()) is None or parent.tag != W + "body" for p in bodies):
        return "nội dung không đứng ngoài mọi bảng"
    for tag, holders, words in (
        (W + "p", _MAY_HOLD_PARAGRAPHS, "một đoạn nằm trong đoạn khác"), (W + "t", (W + "r",), "chữ nằm ngoài đoạn"),
    ):
        if any((parent := each.getparent()) is None or parent.tag not in holders for each in root.iter(tag)):
            return words
    if any(not len(cell) or cell[-1].tag != W + "p" for cell in root.iter(W + "tc")):
        return "một ô không còn đoạn nào khi mục trong ô để trống"
    return ""


def _part(name: str) -> str:
    """A part of the package in a clerk's words."""
    kinds = {"word/header": "đầu trang", "word/footer": "chân trang", "word/footnotes": "chú thích",
             "word/endnotes": "chú thích cuối", "docProps/": "thuộc tính của tệp", "word/comments": "ghi chú"}
    return next((words for start, words in kinds.items() if name.startswith(start)), f"phần “{name[:60]}”")
