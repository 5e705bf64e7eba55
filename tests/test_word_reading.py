"""Any DOCX as `build.py text` shows it: each construct of Word's that others write, once.

What a construct is shown as is written beside it; that no word of it is lost is asked of every case again by the oracle,
which finds the words without the reader (`tests/support/all_words.py`).
"""

from pathlib import Path

import pytest

from tests.support.all_words import not_shown
from tests.support.word_files import p, part, word_file, zipped
from vanban.wordml.package import read_parts
from vanban.wordml.reading.stories import read
from vanban.writers.to_text import to_text


def shown(docx: bytes) -> str:
    return to_text(read(docx))


def body(inside: str, **others: str) -> str:
    return shown(word_file(inside, others))


def field(code: str, result: str = "") -> str:
    """A complex field."""
    separated = f'<w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r>' if result else ""
    return (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
            f'<w:r>{separated}<w:fldChar w:fldCharType="end"/></w:r>')


def box(inside: str) -> str:
    return f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>"


def drawn(inside: str) -> str:
    """A paragraph with a text box alone."""
    return f"<w:p><w:r><w:drawing>{box(inside)}</w:drawing></w:r></w:p>"


R = "<w:r><w:t>{}</w:t></w:r>".format
ONE, TWO = R("một"), R("hai")
TABLE = "<w:tbl><w:tr>{}</w:tr></w:tbl>".format
CELL = "<w:tc>{}</w:tc>".format

# A paragraph → its lines.
CASES = {
    "runs": (ONE + TWO, "mộthai"),
    "tab": ("<w:r><w:t>một</w:t><w:tab/><w:t>hai</w:t><w:ptab w:alignment='right'/><w:t>ba</w:t></w:r>", "một\thai\tba"),
    "breaks": ("<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t><w:cr/><w:t>ba</w:t></w:r>", "một↵\nhai↵\nba"),
    "hyphens": ("<w:r><w:t>26</w:t><w:noBreakHyphen/><w:t>NQ</w:t><w:softHyphen/><w:t>TW</w:t></w:r>", "26-NQTW"),
    "symbols": ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> có </w:t><w:sym w:font="Webdings" w:char="F0AA"/></w:r>',
                "☑ có ‹Webdings F0AA›"),
    "private letters": ('<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b7 một</w:t></w:r>' + R("\uf04a"), "• một‹U+F04A›"),
    "emoji": ('<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe" w16se:char="2764"/></mc:Choice>'
              "<mc:Fallback><w:t>\u2764</w:t></mc:Fallback></mc:AlternateContent></w:r>", "\u2764"),
    "raised": (R("m") + "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>"
               "<w:r><w:rPr><w:vertAlign w:val='subscript'/></w:rPr><w:t>10</w:t></w:r>", "m²₁₀"),
    "nobody sees": (R("Nghệ\u200b An\u202e") + R("\x85"), "Nghệ‹U+200B› An‹U+202E›‹U+0085›"),
    "bdo, dir": (f"<w:bdo w:val='ltr'>{ONE}</w:bdo><w:dir>{TWO}</w:dir>", "mộthai"),
    "smart tags": (f"<w:smartTag w:element='x'>{ONE}</w:smartTag><w:customXml><w:smartTag>{TWO}</w:smartTag></w:customXml>", "mộthai"),
    "content controls": (f"<w:sdt><w:sdtPr><w:alias w:val='y'/></w:sdtPr><w:sdtContent>{ONE}</w:sdtContent></w:sdt>", "một"),
    "what nobody knows": (f"<x:gi>{ONE}<x:nua>{TWO}</x:nua></x:gi>", "mộthai"),
    "ruby": ("<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>nhỏ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>lớn</w:t></w:r></w:rubyBase></w:ruby></w:r>",
             "lớn(nhỏ)"),
    "hidden": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>kín</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t> hở</w:t></w:r>", "[ẩn: kín] hở"),
    # Tracked changes
    "put in, taken out": (f"<w:ins w:author='A'>{R('mới')}</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>", "[thêm: mới][xóa: cũ]"),
    "moved": (f"<w:moveFrom>{ONE}</w:moveFrom><w:moveTo>{TWO}</w:moveTo>", "[chuyển đi: một][chuyển đến: hai]"),
    "put in and taken out again": ("<w:ins><w:del><w:r><w:delText>thôi</w:delText></w:r></w:del></w:ins>", "[xóa: thôi]"),
    "taken out, in w:t": (f"<w:del>{ONE}</w:del>", "[xóa: một]"),
    # Fields
    "simple field": (f'<w:fldSimple w:instr=" REF so "><w:r><w:t>05</w:t></w:r></w:fldSimple>{TWO}', "05hai"),
    "complex field": (field("REF so", R("05")) + TWO, "05hai"),
    "nested fields": (field("IF x", R("kết ") + field("REF y", R("quả"))), "kết quả"),
    "no result yet": ('<w:fldSimple w:instr=" PAGE "/>' + field(" NUMPAGES "), "[trường PAGE][trường NUMPAGES]"),
    "prints nothing": (field('XE "mục từ"') + ONE, "một"),
    "in a code": ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>' + ONE
                  + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + TWO + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
                  "[mã trường: một]hai"),
    "never ended": ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + ONE, "[mã trường: một]"),
    "ended only": (ONE + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + TWO, "mộthai"),
    "box of a form": ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
                      '</w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>', "☒"),
    "list of a form": ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Nam"/>'
                       '<w:listEntry w:val="Nữ"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>'
                       '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "Nữ"),
    "a link in a field": (field('HYPERLINK "https://a.vn/b"', ONE), "một [liên kết: https://a.vn/b]"),
    "a link that says where": (field('HYPERLINK "https://a.vn/"', R("a.vn")), "a.vn"),
    "the day of Word's own": ("<w:r><w:dayLong/></w:r>", "[trường dayLong]"),
    # Formulas
    "fraction, power": ("<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f>"
                        "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>", "(a)/(b)x^(2)"),
    "root, sum, brackets": ("<m:oMathPara><m:oMath><m:rad><m:deg/><m:e><m:r><m:t>3</m:t></m:r></m:e></m:rad>"
                            "<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub><m:r><m:t>i</m:t></m:r></m:sub><m:sup/>"
                            "<m:e><m:d><m:e><m:r><m:t>y</m:t></m:r></m:e><m:e><m:r><m:t>z</m:t></m:r></m:e></m:d></m:e></m:nary></m:oMath></m:oMathPara>",
                            "√(3)∑_(i)(y|z)"),
    # Drawings
    "text box": (f"{ONE}<w:r><w:drawing>{box(p('trong khung') + p('nữa'))}</w:drawing></w:r>", "một\n[khung] trong khung\n[khung] nữa"),
    "alternatives": (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box(p("khung này"))}</w:drawing></mc:Choice><mc:Fallback>'
                     f'<w:pict><v:textbox><w:txbxContent><w:p>{R("khung ")}{R("này")}</w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>'
                     "</mc:AlternateContent></w:r>", "[khung] khung này"),
    "alternatives that differ": (f'<mc:AlternateContent><mc:Choice Requires="x">{ONE}</mc:Choice><mc:Fallback>{R("một hai")}</mc:Fallback>'
                                 "</mc:AlternateContent>", "một hai"),
    "words for older programs": (f'<mc:AlternateContent><mc:Choice Requires="w14">{ONE}</mc:Choice><mc:Fallback>{R("cũ hơn")}</mc:Fallback>'
                                 "</mc:AlternateContent>", "một\n[không hiện] 2 chữ trong word/document.xml."),
    "a box in a box": (f"<w:r><w:drawing>{box(p('ngoài') + drawn(p('trong')))}</w:drawing></w:r>", "[khung] ngoài\n[khung] [khung] trong"),
    "vml": (f'<w:r><w:pict><v:shape alt="ảnh"><v:textbox><w:txbxContent>{p("một")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>', "[khung] một"),
    "word art": ('<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>', "[chữ nghệ thuật] DỰ THẢO"),
    "words in a shape": ("<w:r><w:drawing><a:txBody><a:p><a:r><a:t>trong </a:t></a:r><a:r><a:t>hình</a:t></a:r></a:p></a:txBody></w:drawing></w:r>",
                         "[hình vẽ] trong hình"),
    "object": ('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>', "[đối tượng nhúng: Excel.Sheet.12]"),
}


@pytest.mark.parametrize("name", CASES)
def it_shows_each_construct(name: str, tmp_path: Path) -> None:
    inside, expected = CASES[name]
    docx = word_file(f"<w:p>{inside}</w:p>")
    assert shown(docx) == f"{expected}\n"
    (tmp_path / "a.docx").write_bytes(docx)
    assert not not_shown(tmp_path / "a.docx", shown(docx))


# Blocks of a body → their lines.
BLOCKS = {
    "an empty paragraph": (p("một") + "<w:p/>" + p("hai"), "một\nhai"),
    "a content control": (f"<w:sdt><w:sdtContent>{p('một')}{TABLE(CELL(p('hai')))}</w:sdtContent></w:sdt>", "một\n| hai |"),
    "tracked paragraphs": (f"<w:ins>{p('một')}</w:ins>", "[thêm: một]"),
    "the end of a paragraph": (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{ONE}</w:p>", "một[xóa: ¶]"),
    "alternatives": (f'<mc:AlternateContent><mc:Choice Requires="wps">{p("một")}</mc:Choice><mc:Fallback>{p("một")}</mc:Fallback></mc:AlternateContent>', "một"),
    "words outside of paragraphs": (f"{ONE}<x:gi>{TWO}</x:gi>{p('ba')}", "một\nhai\nba"),
    "a row": (TABLE(CELL(p("a")) + CELL(p("")) + CELL("<w:p/>")), "| a |  |  |"),
    "an empty row": (TABLE(CELL("<w:p/>") + CELL("<w:p/>")) + p("một"), "một"),
    "a row of several lines": (TABLE(CELL(p("a") + p("b")) + CELL("<w:p/>") + CELL(p("c"))), "|--\n| a\n  b\n|\n| c"),
    "a table in a table": (TABLE(CELL(p("a") + TABLE(CELL(p("b")) + CELL(p("c"))))), "|--\n| a\n  | b | c |"),
    "tracked rows": (f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{CELL(p('a'))}</w:tr><w:ins><w:tr>{CELL(p('b'))}</w:tr></w:ins></w:tbl>",
                     "[xóa hàng] | a |\n[thêm hàng] | b |"),
    "rows and cells in content controls": (f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>{CELL(p('a'))}</w:sdtContent></w:sdt></w:tr>"
                                           "</w:sdtContent></w:sdt></w:tbl>", "| a |"),
    "a box in a cell": (TABLE(CELL(p("một") + drawn(p("b")))), "|--\n| một\n  [khung] b"),
    "a field over paragraphs": ('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
                                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + ONE + "</w:p>" + p("hai")
                                + '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>', "một\nhai"),
    "words in a table outside of its cells": ("<w:tbl><w:tr><w:r><w:t>lạc chỗ</w:t></w:r></w:tr></w:tbl>", "[không hiện] 2 chữ trong word/document.xml."),
}


@pytest.mark.parametrize("name", BLOCKS)
def it_shows_blocks_a_paragraph_or_a_row_a_line(name: str, tmp_path: Path) -> None:
    inside, expected = BLOCKS[name]
    docx = word_file(inside)
    assert shown(docx) == f"{expected}\n"
    (tmp_path / "a.docx").write_bytes(docx)
    assert not not_shown(tmp_path / "a.docx", shown(docx))


def it_marks_headings_by_their_outline_level_be_it_of_a_style() -> None:
    styles = ('<w:style w:type="paragraph" w:styleId="u1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
              '<w:style w:type="paragraph" w:styleId="con"><w:basedOn w:val="u1"/></w:style>'
              '<w:style w:type="paragraph" w:styleId="vong"><w:basedOn w:val="vong"/></w:style>')
    text = body(p("mở") + p("một", '<w:pStyle w:val="con"/>') + p("hai", '<w:outlineLvl w:val="2"/>')
                + p("chữ", '<w:pStyle w:val="u1"/><w:outlineLvl w:val="9"/>') + p("vòng", '<w:pStyle w:val="vong"/>'), styles=styles)
    assert text == "mở\n\n# một\n\n### hai\nchữ\nvòng\n"


def it_hides_what_a_style_hides() -> None:
    styles = ('<w:style w:type="character" w:styleId="kin"><w:rPr><w:vanish/></w:rPr></w:style>'
              '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
              '<w:style w:type="paragraph" w:styleId="an"><w:rPr><w:vanish/></w:rPr></w:style>')
    assert body(p("<w:r><w:rPr><w:rStyle w:val='kin'/></w:rPr><w:t>một</w:t></w:r>") + p("hai", '<w:pStyle w:val="an"/>'), styles=styles) == (
        "[ẩn: một]\n[ẩn: hai]\n")


def it_puts_notes_and_comments_behind_the_body_each_with_its_mark() -> None:
    text = body(
        p('<w:r><w:t>một</w:t><w:footnoteReference w:id="7"/><w:t>hai</w:t><w:endnoteReference w:id="3"/><w:footnoteReference w:id="2"/>'
          '<w:commentReference w:id="0"/></w:r>'),
        footnotes=f'<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">{p("ghi hai")}</w:footnote>'
                  f'<w:footnote w:id="7">{p("ghi một")}{p("nữa")}</w:footnote><w:footnote w:id="9">{p("không ai dẫn tới")}</w:footnote>',
        endnotes=f'<w:endnote w:id="3">{p("cuối bài")}</w:endnote>',
        comments=f'<w:comment w:id="1" w:author="Trần B">{p("lạc")}</w:comment><w:comment w:id="0" w:author="Nguyễn A">{p("xem lại")}</w:comment>',
    )
    assert text == ("một[^1]hai[^i][^2][nhận xét 1]\n[^1] ghi một\n[^1] nữa\n[^2] ghi hai\n[^i] cuối bài\n[nhận xét 1, Nguyễn A] xem lại\n"
                    "[nhận xét 2, Trần B] lạc\n[không hiện] 4 chữ trong word/footnotes.xml.\n")


def it_shows_each_header_and_footer_once_and_counts_those_that_no_page_has() -> None:
    section = ('<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:headerReference w:type="first" r:id="header2"/>'
               '<w:footerReference w:type="even" r:id="footer"/></w:sectPr>')
    text = body(p("một", section) + section, header=p("ĐẦU"), header2=p("Trang đầu"), footer=p("CHÂN"), header3=p("không trang nào"))
    assert text == ("một\n[đầu trang] ĐẦU\n[đầu trang, trang đầu] Trang đầu\n[chân trang, trang chẵn] CHÂN\n"
                    "[không hiện] 3 chữ trong word/header3.xml.\n")


def it_shows_charts_and_diagrams_and_says_what_it_did_not_open() -> None:
    chart = part("c:chartSpace", "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Chỉ số</a:t></a:r></a:p></c:rich></c:tx></c:title><c:ser><c:tx>"
                 "<c:v>Nghệ An</c:v></c:tx><c:cat><c:pt idx='0'><c:v>2024</c:v></c:pt><c:pt idx='1'><c:v>2025</c:v></c:pt></c:cat>"
                 "<c:val><c:pt idx='0'><c:v>86</c:v></c:pt><c:pt idx='1'><c:v>88.5</c:v></c:pt></c:val></c:ser></c:chart>")
    data = part("dgm:dataModel", "<dgm:pt><dgm:t><a:p><a:r><a:t>Sở Nội vụ</a:t></a:r></a:p></dgm:t></dgm:pt>")
    copy = part("dgm:drawing", "<a:p><a:r><a:t>Sở</a:t></a:r><a:r><a:t> Nội vụ</a:t></a:r></a:p>")
    docx = word_file(
        p('<w:r><w:drawing><c:chart r:id="chart"/></w:drawing></w:r>') + p('<w:r><w:drawing><dgm:relIds r:dm="diagramData"/></w:drawing></w:r>')
        + '<w:altChunk r:id="aFChunk"/>',
        parts={"chart:word/charts/chart1.xml": chart, "diagramData:word/diagrams/data1.xml": data,
               "diagramDrawing:word/diagrams/drawing1.xml": copy, "aFChunk:word/chen.htm": b"<p>x</p>",
               "package:word/embeddings/bang.xlsx": b"PK", "glossaryDocument:word/glossary/document.xml": part("w:glossaryDocument", p("khối sẵn có"))},
    )
    assert shown(docx) == ("[biểu đồ] Chỉ số\n[biểu đồ] Nghệ An: 2024 86; 2025 88.5\n[sơ đồ] Sở Nội vụ\n[tệp chèn: word/chen.htm]\n"
                           "[không hiện] 3 chữ trong word/glossary/document.xml; tệp word/chen.htm; tệp word/embeddings/bang.xlsx.\n")


def it_knows_a_picture_again_by_its_bytes() -> None:
    drawing = p('<w:r><w:drawing><wp:docPr id="1" name="Hình" descr="con dấu"/><pic:pic><a:blip r:embed="image"/></pic:pic></w:drawing></w:r>')
    one, other = (shown(word_file(drawing, parts={"image:word/media/a.png": data})) for data in (b"1", b"2"))
    assert one == "[hình: con dấu · 83dcefb7]\n"
    assert one != other


def it_tells_where_a_link_leads() -> None:
    text = shown(word_file(p(f'<w:hyperlink r:id="a">{ONE}</w:hyperlink>') + p(f'<w:hyperlink w:anchor="b">{TWO}</w:hyperlink>'), links={"a": "https://a.vn"}))
    assert text == "một [liên kết: https://a.vn]\nhai\n"


def it_changes_when_a_word_in_a_text_box_changes() -> None:
    assert body(drawn(p("trước"))) != body(drawn(p("sau")))


def it_reads_the_strict_form_of_the_standard() -> None:
    docx = word_file(p(f'<w:hyperlink r:id="a">{ONE}</w:hyperlink>') + TABLE(CELL(p("hai"))), links={"a": "https://a.vn"})
    assert shown(_strict(docx)) == shown(docx)


def _strict(docx: bytes) -> bytes:
    """The same package with the other namespaces."""
    usual, strict = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    return zipped({name: data if name.startswith("[") else data.replace(usual + b"package", b"\0").replace(usual, strict)
                   .replace(b"/2006/", b"/").replace(b"\0/", usual + b"package/2006/") for name, data in read_parts(docx).items()})


def it_finds_the_document_by_its_relation_wherever_it_lies() -> None:
    assert shown(word_file(p("một"), main="word/document2.xml")) == "một\n"
