"""Styles, fonts, page and fixed words of a frame against the ranges that the decree allows."""

from collections.abc import Iterator

from vanban.frames.checking.opened import Opened, quoted, readable
from vanban.frames.checking.words import NAMES, allowed_words, measure_words
from vanban.frames.tags import Tag
from vanban.metrics import text_width
from vanban.the_thuc import GioiHan, Kieu, TheThuc
from vanban.the_thuc.records import Value
from vanban.units import Length, Mm
from vanban.wordml.elements import Element, W, number, style_of, tables, text_of, texts, value

# Code, message, hint, source.
Fault = tuple[str, str, str, str]
_SLACK = Mm(0.5)
_RESTYLE = "Sửa kiểu này trong Word (Styles, Modify)."


def look_faults(frame: Opened, the_thuc: TheThuc) -> Iterator[Fault]:
    yield from _missing_styles(frame, the_thuc)
    yield from _styles(frame, the_thuc)
    yield from _direct(frame, the_thuc)
    yield from _fonts(frame, the_thuc)
    yield from _page(frame, the_thuc)


def fixed_faults(frame: Opened, model: Opened, the_thuc: TheThuc) -> Iterator[Fault]:
    """Words, rules and the page number that stand in the frame of templates/ and not in this one."""
    here = {_plain(p) for p in frame.paragraphs()}
    for paragraph in model.paragraphs():
        words = _plain(paragraph)
        if words and "{" not in words and not any(words in text for text in here):
            yield "F217", f"Khung thiếu dòng {quoted(words)}.", "Chép lại dòng này từ templates/.", ""
    names = {id_: name for name, id_ in frame.sheet.ids.items()}
    ours = {names.get(style_of(p), "") for p in frame.paragraphs()}
    for rule, figures in the_thuc.ke_ngang.items():
        if rule in {style_of(p) for p in model.paragraphs()} - ours:
            limit = figures.gioi_han.get("ty_le")
            yield "F217", f"Khung thiếu đường kẻ ngang {rule} ({the_thuc.kieu[rule].nhan}).", \
                "Chép lại đoạn kẻ ngang từ templates/.", _source(limit)
    headers = [root for name, root in frame.roots.items() if name.startswith("word/header")]
    fields = ((each.text or value(each, "instr")).split() for root in headers
              for each in root.iter(W + "instrText", W + "fldSimple"))
    if not any(field[:1] == ["PAGE"] for field in fields):
        yield "F217", "Khung thiếu số trang ở đầu trang.", "Chép lại đầu trang từ templates/.", \
            _source(the_thuc.kieu["VB_SoTrang"].gioi_han.get("canh_le"))


def too_long(frame: Opened, the_thuc: TheThuc) -> Iterator[Fault]:
    """The fixed lines of the header (quốc hiệu, tiêu ngữ) stand on a line each, whatever became of their cell."""
    styles = frame.looks.restyle(the_thuc).kieu
    for fixed in the_thuc.dong_khung["tieu_de_phai"]:
        style, words = styles[fixed.kieu], the_thuc.fixed_line(fixed.kieu)
        line = text_width(words, style.co_chu, style.dam, style.nghieng)
        # Letters of a size that is not allowed have a finding of their own.
        if not style.breaches() and line > (cell := frame.looks.cell(style.ten, line)):
            yield "F216", f"Dòng {quoted(words)} dài {measure_words('rong', line)}, ô chỉ rộng " \
                f"{measure_words('rong', cell)} nên sẽ xuống dòng.", "Kéo ô rộng ra, hoặc giảm cỡ chữ.", ""


def widest(frame: Opened) -> Length:
    """The width of the widest table that stands in no other."""
    columns = ([number(column, "w") or 0 for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
               for table in tables(frame.body))
    return Length(max(map(sum, columns), default=0) * 635)


def too_wide(frame: Opened, page: Opened, the_thuc: TheThuc) -> tuple[Length, Length] | None:
    """Width of the widest table of `frame` and of the text of `page`, where the table does not fit."""
    table, text = widest(frame), page.looks.page(the_thuc.trang).text_width()
    return (table, text) if table > text + _SLACK else None


def _missing_styles(frame: Opened, the_thuc: TheThuc) -> Iterator[Fault]:
    missing = [f"{kieu.ten} ({kieu.nhan})" for kieu in the_thuc.kieu.values()
               if kieu.ten not in frame.sheet.ids and not kieu.is_smaller]
    if missing:
        shown = ", ".join(missing[:5]) + (f" và {len(missing) - 5} kiểu khác" if len(missing) > 5 else "")
        yield "F212", f"Khung thiếu kiểu {shown}.", \
            "Chép lại kiểu từ templates/ (Styles, Manage Styles, Import/Export), hoặc làm lại từ bản chép mới.", ""


def _styles(frame: Opened, the_thuc: TheThuc) -> Iterator[Fault]:
    """A style is told of where it is at fault itself, not again for every style that is based on it."""
    told: dict[str, dict[str, Value]] = {}
    samples = _samples(frame)
    for kieu in the_thuc.kieu.values():
        if kieu.ten not in frame.sheet.ids:
            continue
        styled = frame.sheet.figures(kieu)
        wrong = {name: getattr(styled, name) for name in _breaches(styled, the_thuc)}
        told[kieu.ten] = wrong
        for name, figure in wrong.items():
            if told.get(kieu.dua_tren, {}).get(name) != figure:
                where = f", như ở {quoted(samples[kieu.ten])}" if kieu.ten in samples else ""
                yield _breach(f"Kiểu {kieu.ten} ({kieu.nhan}){where}", name, figure, kieu, the_thuc, _RESTYLE)


def _direct(frame: Opened, the_thuc: TheThuc) -> Iterator[Fault]:
    """What was changed on the letters or the paragraph, past the style."""
    names = {id_: name for name, id_ in frame.sheet.ids.items()}
    for paragraph in frame.paragraphs():
        kieu = the_thuc.kieu.get(names.get(style_of(paragraph), ""))
        if kieu is None or not text_of(paragraph).strip() or _is_taken_away(readable(paragraph)):
            continue
        by_style = set(_breaches(frame.sheet.figures(kieu), the_thuc))
        wrong: dict[str, Value] = {}
        for run in {run for t in texts(paragraph) if (t.text or "").strip() and (run := t.getparent()) is not None}:
            styled = frame.sheet.figures(kieu, paragraph.find(W + "pPr"), run.find(W + "rPr"))
            wrong |= {name: getattr(styled, name) for name in _breaches(styled, the_thuc) if name not in by_style}
        for name, figure in wrong.items():
            yield _breach(f"Đoạn {quoted(text_of(paragraph))}", name, figure, kieu, the_thuc,
                          "Bôi đen đoạn này, bấm Ctrl+Space và Ctrl+Q để trả về đúng kiểu.")


def _fonts(frame: Opened, the_thuc: TheThuc) -> Iterator[Fault]:
    allowed, limit = the_thuc.phong_chu.ten_phong, the_thuc.phong_chu.gioi_han.get("ten_phong")
    source, hint = _source(limit), f"Đổi lại thành {allowed}."
    by_font: dict[str, list[str]] = {}
    for name, id_ in frame.sheet.ids.items():
        for font in frame.sheet.fonts(id_) - {allowed}:
            by_font.setdefault(font, []).append(name)
    for font, styles in by_font.items():
        shown = ", ".join(styles[:3]) + (f" và {len(styles) - 3} kiểu khác" if len(styles) > 3 else "")
        yield "F215", f"Kiểu {shown} dùng phông {quoted(font)}.", hint, source
    roots = [root for name, root in frame.roots.items()
             if name == "word/document.xml" or name.startswith(("word/header", "word/footer"))]
    for paragraph in (p for root in roots for p in root.iter(W + "p")):
        fonts = _direct_fonts(frame, paragraph) - {allowed} - by_font.keys()
        if fonts and not _is_taken_away(readable(paragraph)):
            yield "F215", f"Đoạn {quoted(text_of(paragraph))} dùng phông {quoted(min(fonts))}.", hint, source


def _direct_fonts(frame: Opened, paragraph: Element) -> set[str]:
    """The fonts of the letters of a paragraph."""
    default = next((id_ for id_, style in frame.sheet.by_id.items()
                    if value(style, "default") in ("1", "true") and value(style, "type") == "paragraph"), "")
    style = style_of(paragraph) or default
    runs = {run for t in texts(paragraph) if (t.text or "").strip() and (run := t.getparent()) is not None}
    return {font for run in runs for font in frame.sheet.fonts(style, run.find(W + "rPr"))}


def _page(frame: Opened, the_thuc: TheThuc) -> Iterator[Fault]:
    page = frame.looks.page(the_thuc.trang)
    for name in page.breaches():
        limit = page.gioi_han[name]
        yield "F214", f"{NAMES[name]} là {measure_words(name, getattr(page, name))}; " \
            f"quy định {allowed_words(name, limit)}.", "Sửa trong Layout, Margins hoặc Size.", _source(limit)
    for paragraph in frame.paragraphs():
        if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            yield "F214", f"Khung có ngắt phần (Section Break) ở đoạn {quoted(text_of(paragraph))}.", \
                "Xóa ngắt phần; máy tự đặt trang ngang cho phụ lục.", ""


def _breaches(kieu: Kieu, the_thuc: TheThuc) -> list[str]:
    """The figures of a style that the decree does not allow; letters are black where no style may say otherwise."""
    found = kieu.breaches()
    if kieu.mau_chu and "mau_chu" not in kieu.gioi_han and not the_thuc.kieu[kieu.ten].mau_chu:
        found.append("mau_chu")
    return found


def _breach(what: str, name: str, figure: Value, kieu: Kieu, the_thuc: TheThuc, hint: str) -> Fault:
    limit = kieu.gioi_han.get(name) or the_thuc.phong_chu.gioi_han[name]
    return "F213", f"{what}: {NAMES[name].lower()} là {measure_words(name, figure)}; " \
        f"quy định {allowed_words(name, limit)}.", hint, _source(limit)


def _samples(frame: Opened) -> dict[str, str]:
    """Words in each style, by its name: a clerk knows the line, not the style."""
    names = {id_: name for name, id_ in frame.sheet.ids.items()}
    found: dict[str, str] = {}
    for paragraph in frame.paragraphs():
        if text_of(paragraph).strip() and not _is_taken_away(readable(paragraph)):
            found.setdefault(names.get(style_of(paragraph), ""), text_of(paragraph))
    return found


def _is_taken_away(tags: list[Tag]) -> bool:
    """Whether docxtpl takes the whole paragraph away with its tag."""
    return any(tag.level in ("p", "tr", "tc") for tag in tags)


def _plain(paragraph: Element) -> str:
    return " ".join(text_of(paragraph).split())


def _source(limit: GioiHan | None) -> str:
    return str(limit.nguon) if limit else ""
