"""TheThuc → the page frames: docxtpl templates that hold everything of a document but its body.

quyet_dinh    a decision (Mẫu 1.2, 1.3)
co_ten_loai   a document with a name of type (Mẫu 1.4; giấy mời, Mẫu 1.7)
cong_van      a letter (Mẫu 1.5)
bien_ban      minutes (Mẫu 1.9): no place and date, two who sign
kem_theo      a document attached to a decision (Mẫu 1.3, second page): no number, no date, no signature
phu_luc       an annex (Mẫu 2.1)

Jinja stands in word/document.xml only. The variables are the zones (model/zones.py), under their own names, and the
body, `noi_dung`; what is empty is not printed where a frame can do without it. Lists, one paragraph each:

can_cu, noi_nhan, dia_chi   their lines
kinh_gui                    one addressee prints behind "Kính gửi:"; of several each is a line, dash and mark included

Every other value is one text, and may hold line breaks as markup. The engine measures the text over each rule and the
cell that a rule or a stamp stands in, and sets their indents; those that stand here are a sample, as is the choice of
a stamp's box by its words (`do_mat`, `do_khan`). What stands in a margin or at the foot of page 1 has its place in its
style, from the_thuc.vi_tri. What a frame may say in Jinja: vanban/frames/grammar.py.
"""

from vanban.metrics import text_width
from vanban.the_thuc import TheThuc
from vanban.units import Length
from vanban.writers._frame_package import make_package
from vanban.writers._frame_xml import Element, cell, indents, paragraph, row, rule, table, text_frame

_NO_BREAK = "\N{NO-BREAK SPACE}"
# Letters of place and date that are sure to fit beside the bodies: at 14 pt a letter is 2.2 mm wide on the average.
_ONE_LINE = 42


def make_frames(the_thuc: TheThuc) -> dict[str, bytes]:
    """The .docx of each frame, by its file name. The same figures give the same bytes."""
    frames = {
        "quyet_dinh": _quyet_dinh, "co_ten_loai": _co_ten_loai, "cong_van": _cong_van, "bien_ban": _bien_ban,
        "kem_theo": _kem_theo, "phu_luc": _phu_luc,
    }
    return {f"{name}.docx": make_package(the_thuc, name, body(the_thuc)) for name, body in frames.items()}


def _quyet_dinh(the_thuc: TheThuc) -> list[Element]:
    return [
        _issuing_header(the_thuc, _number(the_thuc), _date()),
        *_margin_zones(the_thuc),
        *_title(the_thuc),
        paragraph("VB_ThamQuyen", "{{ tham_quyen }}"),
        *_each("can_cu", "VB_CanCu"),
        paragraph("VB_LoiBanHanh", the_thuc.words("loi_ban_hanh")),
        _body_slot(),
        *_signature(the_thuc),
    ]


def _co_ten_loai(the_thuc: TheThuc) -> list[Element]:
    return [
        _issuing_header(the_thuc, _number(the_thuc), _date()),
        *_margin_zones(the_thuc),
        *_address(the_thuc),
        *_title(the_thuc),
        *_addressees(the_thuc),
        *_each("can_cu", "VB_CanCu"),
        _body_slot(),
        *_signature(the_thuc),
    ]


def _cong_van(the_thuc: TheThuc) -> list[Element]:
    subject = paragraph("VB_TrichYeuCongVan", f"{the_thuc.words('ve_viec')} {{{{ trich_yeu }}}}")
    return [
        _issuing_header(the_thuc, [*_number(the_thuc), subject], _date()),
        *_margin_zones(the_thuc),
        *_address(the_thuc),
        *_addressees(the_thuc),
        _body_slot(),
        *_signature(the_thuc),
    ]


def _bien_ban(the_thuc: TheThuc) -> list[Element]:
    return [
        _issuing_header(the_thuc, _number(the_thuc), [paragraph("VB_DiaDanhNgay")]),
        *_margin_zones(the_thuc),
        *_title(the_thuc),
        _body_slot(),
        *_two_signatures(the_thuc),
    ]


def _kem_theo(the_thuc: TheThuc) -> list[Element]:
    return [
        _header(the_thuc),
        paragraph("VB_TenLoai", "{{ ten_loai }}"),
        paragraph("VB_TrichYeu", "{{ trich_yeu }}"),
        paragraph("VB_KemTheo", "{{ kem_theo }}"),
        _rule_across(the_thuc),
        _body_slot(),
    ]


def _phu_luc(the_thuc: TheThuc) -> list[Element]:
    return [
        paragraph("VB_PhuLuc", "{{ phu_luc }}"),
        paragraph("VB_PhuLucTen", "{{ ten_phu_luc }}"),
        *_if_any("phu_de", "VB_PhuLucPhuDe"),
        paragraph("VB_KemTheo", "{{ kem_theo }}"),
        _rule_across(the_thuc),
        _body_slot(),
    ]


def _issuing_header(the_thuc: TheThuc, below_bodies: list[Element], below_quoc_hieu: list[Element]) -> Element:
    """The header of what has a number. In a second row, so that they share a line, số beside địa danh and date:
    a date that takes two lines leaves số on the first. Stamps follow, each in a row of its own: Word would draw
    one box around two that touch."""
    left, right = _header_columns(the_thuc)
    return _header(
        the_thuc,
        row(cell(left, *below_bodies), cell(right, *below_quoc_hieu)),
        *_stamp_row(the_thuc, "do_mat", "VB_DauMat"),
        *_stamp_row(the_thuc, "do_khan", "VB_DauKhan"),
    )


def _header(the_thuc: TheThuc, *rows: Element) -> Element:
    """Bodies beside quốc hiệu, and the `rows` below."""
    left, right = _header_columns(the_thuc)
    tieu_ngu, style = the_thuc.words("tieu_ngu"), the_thuc.kieu["VB_TieuNgu"]
    bodies = cell(
        left,
        *_if_any("co_quan_chu_quan", "VB_CoQuanChuQuan"),
        paragraph("VB_CoQuanBanHanh", "{{ co_quan_ban_hanh }}"),
        rule(the_thuc, "VB_KeCoQuan", left, within=left),
    )
    state = cell(
        right,
        paragraph("VB_QuocHieu", the_thuc.words("quoc_hieu")),
        paragraph("VB_TieuNgu", tieu_ngu),
        rule(the_thuc, "VB_KeTieuNgu", text_width(tieu_ngu, style.co_chu, style.dam, style.nghieng), within=right),
    )
    return table((left, right), row(bodies, state), *rows)


def _number(the_thuc: TheThuc) -> list[Element]:
    return [paragraph("VB_SoKyHieu", f"{the_thuc.words('so_van_ban')} {{{{ so_ky_hieu }}}}")]


def _date() -> list[Element]:
    """Place and date. Where they are too long for one line, the date goes to the second as a whole. Elsewhere its
    spaces stay plain: LibreOffice draws the others wider."""
    spaces = f"'{_NO_BREAK}' if (dia_danh ~ ngay_thang)|length > {_ONE_LINE} else ' '"
    return [paragraph("VB_DiaDanhNgay", f"{{{{ dia_danh }}}}, {{{{ ngay_thang|replace(' ', {spaces}) }}}}")]


def _stamp_row(the_thuc: TheThuc, value: str, style: str) -> list[Element]:
    """The row of a stamp, where there is one."""
    left, right = _header_columns(the_thuc)
    rows = ([paragraph(style, f"{{%tr if {value} %}}")], _boxes(the_thuc, value, style, left),
            [paragraph(style, "{%tr endif %}")])
    return [row(cell(left, *inside), cell(right, paragraph("VB_CuoiTrang"))) for inside in rows]


def _boxes(the_thuc: TheThuc, value: str, style: str, within: Length) -> list[Element]:
    """The stamp in the box for its words; words that the_thuc does not know have the widest."""
    *stamps, widest = [stamp for stamp in the_thuc.con_dau.values() if stamp.kieu == style]
    tests = [f'{"elif" if number else "if"} {value} == "{stamp.chu}"' for number, stamp in enumerate(stamps)]
    boxes = []
    for test, stamp in zip([*tests, "else"], [*stamps, widest], strict=True):
        boxes += [
            paragraph(style, f"{{%p {test} %}}"),
            paragraph(style, f"{{{{ {value} }}}}", indents(stamp.indent(within, the_thuc.kieu[style].khung))),
        ]
    return [*boxes, paragraph(style, "{%p endif %}")]


def _margin_zones(the_thuc: TheThuc) -> list[Element]:
    """What stands in the top margin. Behind the header's table, because a text frame holds on to the paragraph
    that follows it."""
    zones = {"du_thao": "VB_DuThao", "pham_vi_luu_hanh": "VB_LuuHanh"}
    return [line for value, style in zones.items() for line in _if_any(value, style, text_frame(the_thuc, style))]


def _title(the_thuc: TheThuc) -> list[Element]:
    return [
        paragraph("VB_TenLoai", "{{ ten_loai }}"),
        paragraph("VB_TrichYeu", "{{ trich_yeu }}"),
        _rule_across(the_thuc),
    ]


def _addressees(the_thuc: TheThuc) -> list[Element]:
    words = the_thuc.words("kinh_gui")
    return [
        paragraph("VB_KinhGui", "{%p if kinh_gui|length == 1 %}"),
        paragraph("VB_KinhGui", f"{words} {{{{ kinh_gui[0] }}}}"),
        paragraph("VB_KinhGui", "{%p elif kinh_gui %}"),
        paragraph("VB_KinhGuiTu", words),
        *_each("kinh_gui", "VB_KinhGuiDong"),
        paragraph("VB_KinhGui", "{%p endif %}"),
    ]


def _address(the_thuc: TheThuc) -> list[Element]:
    """The lines at the foot of page 1; they hold on to the first paragraph, so that they stay on that page. A footnote
    on that page runs into them: LibreOffice does not let it give way to a text frame."""
    return _each("dia_chi", "VB_DiaChi", text_frame(the_thuc, "VB_DiaChi"))


def _rule_across(the_thuc: TheThuc) -> Element:
    width = the_thuc.trang.text_width()
    return rule(the_thuc, "VB_KeTrichYeu", width, within=width)


def _body_slot() -> Element:
    return paragraph("VB_NoiDung", "{{p noi_dung }}")


def _signature(the_thuc: TheThuc) -> list[Element]:
    left, right = _columns(the_thuc, the_thuc.trang.noi_nhan_trai)
    signer = cell(right, paragraph("VB_QuyenHan", "{{ quyen_han }}"), *_name("ho_ten"))
    return _as_ending(table((left, right), row(cell(left, *_recipients(the_thuc)), signer)))


def _two_signatures(the_thuc: TheThuc) -> list[Element]:
    left, right = _columns(the_thuc, the_thuc.trang.noi_nhan_trai)
    secretary = cell(left, paragraph("VB_QuyenHan", the_thuc.words("thu_ky")), paragraph("VB_HoTen", "{{ thu_ky }}"))
    chair = cell(right, paragraph("VB_QuyenHan", the_thuc.words("chu_toa")), *_name("chu_toa"))
    recipients = row(cell(left, *_recipients(the_thuc)), cell(right, paragraph("VB_CuoiTrang")))
    return _as_ending(table((left, right), row(secretary, chair), recipients))


def _name(variable: str) -> list[Element]:
    """The name, right above it the other title of who signs (ô 7b). The room for the signature is above both."""
    return [*_if_any("chuc_vu_khac", "VB_ChucVuKhac"), paragraph("VB_HoTen", f"{{{{ {variable} }}}}")]


def _recipients(the_thuc: TheThuc) -> list[Element]:
    return [paragraph("VB_NoiNhanTu", the_thuc.words("noi_nhan")), *_each("noi_nhan", "VB_NoiNhan")]


def _as_ending(signatures: Element) -> list[Element]:
    """Word wants a paragraph behind a table; this one is too small to begin a page."""
    return [signatures, paragraph("VB_CuoiTrang")]


def _header_columns(the_thuc: TheThuc) -> tuple[Length, Length]:
    return _columns(the_thuc, the_thuc.trang.tieu_de_trai)


def _columns(the_thuc: TheThuc, left: Length) -> tuple[Length, Length]:
    return left, the_thuc.trang.text_width() - left


def _each(lines: str, style: str, *structure: Element) -> list[Element]:
    """A paragraph for each of the lines."""
    return [
        paragraph(style, f"{{%p for dong in {lines} %}}"),
        paragraph(style, "{{ dong }}", *structure),
        paragraph(style, "{%p endfor %}"),
    ]


def _if_any(value: str, style: str, *structure: Element) -> list[Element]:
    """A paragraph where there is a value."""
    return [
        paragraph(style, f"{{%p if {value} %}}"),
        paragraph(style, f"{{{{ {value} }}}}", *structure),
        paragraph(style, "{%p endif %}"),
    ]
