"""The zones that page frames are put together from: header, marks, title, addressees, signature block."""

from vanban.frames.making._xml import Element, cell, indents, paragraph, row, rule, run, table, text_frame, w
from vanban.metrics import text_width
from vanban.model.zones import SIGNATURES
from vanban.the_thuc import TheThuc
from vanban.units import Length

# So many lines are left for a signature by hand.
_ROOM_TO_SIGN = 3


def issuing_header(the_thuc: TheThuc, below_bodies: list[Element], below_quoc_hieu: list[Element]) -> Element:
    """The header of what has a number. In a second row, so that they share a line, số beside địa danh and date:
    a date that takes two lines leaves số on the first. Stamps follow, each in a row of its own: Word would draw
    one box around two that touch."""
    left, right = _header_columns(the_thuc)
    return header(
        the_thuc,
        row(cell(left, *below_bodies), cell(right, *below_quoc_hieu)),
        *_stamp_row(the_thuc, "do_mat", "VB_DauMat"),
        *_stamp_row(the_thuc, "do_khan", "VB_DauKhan"),
    )


def header(the_thuc: TheThuc, *rows: Element) -> Element:
    """Bodies beside quốc hiệu, or what stands in its place, and the `rows` below."""
    left, right = _header_columns(the_thuc)
    bodies = cell(
        left,
        *if_any("co_quan_chu_quan", "VB_CoQuanChuQuan"),
        paragraph("VB_CoQuanBanHanh", "{{ co_quan_ban_hanh }}"),
        *_fixed(the_thuc, "duoi_co_quan", left),
    )
    state = cell(right, *_fixed(the_thuc, "tieu_de_phai", right))
    return table((left, right), row(bodies, state), *rows)


def copy_rule() -> Element:
    """The rule over the whole width, between what is copied and what is said of the copy."""
    return paragraph("VB_KeBanSao")


def copy_block(the_thuc: TheThuc) -> list[Element]:
    """The body that copies, whose superior is not named, beside the form of the copy; number beside day; who gets it
    beside who signs (Mẫu 3.1). One table, so that its rows keep together on one page."""
    left, right = _header_columns(the_thuc)
    recipients, signer = _columns(the_thuc, the_thuc.trang.noi_nhan_trai)
    between = Length(recipients - left)
    held = w("keepNext")
    body = cell(left, paragraph("VB_CoQuanBanHanh", "{{ co_quan_ban_hanh }}"), *_fixed(the_thuc, "duoi_co_quan", left))
    form = cell(right, paragraph("VB_HinhThucSao", "{{ ten_loai }}"), columns=2)
    numbered = row(cell(left, *number(the_thuc, held)), cell(right, *date(w("keepNext")), columns=2))
    signed = row(cell(recipients, *_recipients(the_thuc), columns=2),
                 cell(signer, _signing_lines(the_thuc), *_name("ho_ten")))
    return _as_ending(table((left, between, signer), row(body, form), numbered, signed))


def number(the_thuc: TheThuc, *structure: Element) -> list[Element]:
    return [paragraph("VB_SoKyHieu", f"{the_thuc.words('so_van_ban')} {{{{ so_ky_hieu }}}}", *structure)]


def date(*structure: Element) -> list[Element]:
    """Place and date. The engine sets them in smaller letters where they are too long for one line; where that does not
    help, it holds the date together, which goes to the second as a whole."""
    return [paragraph("VB_DiaDanhNgay", "{{ dia_danh }}, {{ ngay_thang }}", *structure)]


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


def margin_zones(the_thuc: TheThuc) -> list[Element]:
    """What stands in the top margin. Behind the header's table, because a text frame holds on to the paragraph
    that follows it."""
    zones = {"du_thao": "VB_DuThao", "pham_vi_luu_hanh": "VB_LuuHanh"}
    return [line for value, style in zones.items() for line in if_any(value, style, text_frame(the_thuc, style))]


def title(the_thuc: TheThuc) -> list[Element]:
    return [
        paragraph("VB_TenLoai", "{{ ten_loai }}"),
        paragraph("VB_TrichYeu", "{{ trich_yeu }}"),
        *below_title(the_thuc),
    ]


def addressees(the_thuc: TheThuc, name: str = "kinh_gui", style: str = "VB_KinhGui") -> list[Element]:
    """Who is written to, behind or below the words of that name."""
    words = the_thuc.words(name)
    return [
        paragraph(style, "{%p if kinh_gui|length == 1 %}"),
        paragraph(style, f"{words} {{{{ kinh_gui[0] }}}}"),
        paragraph(style, "{%p elif kinh_gui %}"),
        paragraph(f"{style}Tu", words),
        *each("kinh_gui", f"{style}Dong"),
        paragraph(style, "{%p endif %}"),
    ]


def bases() -> list[Element]:
    """The acts that a document rests on."""
    return each("can_cu", "VB_CanCu")


def address(the_thuc: TheThuc) -> list[Element]:
    """The lines at the foot of page 1; the engine makes them the footer of that page (frames/foot), which footnotes
    give way to."""
    return each("dia_chi", "VB_DiaChi", text_frame(the_thuc, "VB_DiaChi"))


def below_title(the_thuc: TheThuc) -> list[Element]:
    return _fixed(the_thuc, "duoi_trich_yeu", the_thuc.trang.text_width())


def _fixed(the_thuc: TheThuc, place: str, within: Length) -> list[Element]:
    """The lines that the format has in a place of width `within`; a rule is as long as its share of the words above,
    where those are fixed."""
    lines = []
    for line in the_thuc.dong_khung[place]:
        if line.kieu not in the_thuc.ke_ngang:
            lines.append(paragraph(line.kieu, the_thuc.words(line.chu)))
            continue
        above = the_thuc.kieu[the_thuc.ke_ngang[line.kieu].duoi_kieu]
        words = the_thuc.fixed_line(above.ten)
        width = text_width(words, above.co_chu, above.dam, above.nghieng) if words else within
        lines.append(rule(the_thuc, line.kieu, width, within=within))
    return lines


def body_slot() -> Element:
    return paragraph("VB_NoiDung", "{{p noi_dung }}")


def signature(the_thuc: TheThuc, *rows: Element) -> list[Element]:
    """Recipients beside who signs, and the `rows` below."""
    left, right = _columns(the_thuc, the_thuc.trang.noi_nhan_trai)
    signer = cell(right, _signing_lines(the_thuc), *_name("ho_ten"))
    return _as_ending(table((left, right), row(cell(left, *_recipients(the_thuc)), signer), *rows))


def confirmation(the_thuc: TheThuc) -> list[Element]:
    """The row in which another one confirms the paper by hand, where it is wanted (Mẫu 1.10)."""
    left, right = _columns(the_thuc, the_thuc.trang.noi_nhan_trai)
    lines = ("{{ xac_nhan }}", the_thuc.words("chu_ky_dau"), *[""] * _ROOM_TO_SIGN)
    words = [paragraph("VB_XacNhan", line) if line else paragraph("VB_XacNhan") for line in lines]
    words.append(paragraph("VB_HoTen", the_thuc.words("ho_va_ten")))
    rows = ([paragraph("VB_XacNhan", "{%tr if xac_nhan %}")], words, [paragraph("VB_XacNhan", "{%tr endif %}")])
    return [row(cell(left, *inside), cell(right, paragraph("VB_CuoiTrang"))) for inside in rows]


def signatures_side_by_side(the_thuc: TheThuc) -> list[Element]:
    """The signatures of two, or of three, who sign for bodies or parties of their own; below them who gets it."""
    return [
        paragraph("VB_CuoiTrang", "{%p if ho_ten_ba %}"),
        _signed_by(the_thuc, SIGNATURES),
        paragraph("VB_CuoiTrang", "{%p else %}"),
        _signed_by(the_thuc, SIGNATURES[:2]),
        paragraph("VB_CuoiTrang", "{%p endif %}"),
        paragraph("VB_CuoiTrang"),
    ]


def _signed_by(the_thuc: TheThuc, places: tuple[str, ...]) -> Element:
    """A column for each signature, the first at the right. The names stand in a row of their own, on one line however
    many lines are above them, and on the page of who gets it."""
    whole, most = the_thuc.trang.text_width(), len(places)
    columns = [Length(whole * (count + 1) // most - whole * count // most) for count in range(most)]
    style = "VB_QuyenHanNho" if most > 2 else "VB_QuyenHan"
    lines = [cell(width, _signing_lines(the_thuc, place, style))
             for width, place in zip(columns, places[::-1], strict=True)]
    names = [cell(width, *_name("ho_ten", place, w("keepNext")))
             for width, place in zip(columns, places[::-1], strict=True)]
    recipients = cell(Length(sum(columns[:-1])), *_recipients(the_thuc), columns=len(columns) - 1)
    return table(tuple(columns), row(*lines), row(*names),
                 row(recipients, cell(columns[-1], paragraph("VB_CuoiTrang"))))


def _signing_lines(the_thuc: TheThuc, place: str = "", style: str = "VB_QuyenHan") -> Element:
    """For whom and as what; where the format sets the first apart, in letters of their own, the title below them."""
    if "VB_ThayMat" not in the_thuc.kieu:
        return paragraph(style, f"{{{{ quyen_han{place} }}}}")
    line = paragraph(style)
    line.extend([run(f"{{{{ quyen_ky{place} }}}}", "VB_ThayMat"),
                 run(f"{{% if quyen_ky{place} and chuc_vu{place} %}}"), w("r", w("br")), run("{% endif %}"),
                 run(f"{{{{ chuc_vu{place} }}}}")])
    return line


def two_signatures(the_thuc: TheThuc, first: list[Element], second: list[Element]) -> list[Element]:
    """Two who sign side by side, recipients below the first: in one row, which no page break tears."""
    left, right = _columns(the_thuc, the_thuc.trang.noi_nhan_trai)
    return _as_ending(table((left, right), row(cell(left, *first, *_recipients(the_thuc)), cell(right, *second))))


def signed_as(the_thuc: TheThuc, name: str, *, with_other: bool = False) -> list[Element]:
    """One who signs as what the format calls him, by the words and the variable of that name. `with_other`: his other
    title may stand above his name."""
    names = _name(name) if with_other else [paragraph("VB_HoTen", f"{{{{ {name} }}}}")]
    return [paragraph("VB_QuyenHan", the_thuc.words(name)), *names]


def own_party() -> list[Element]:
    """The body that issues a contract: which party it is, by what right and as what it signs, who."""
    lines = paragraph("VB_QuyenHan")
    lines.extend([run("{{ dai_dien }}"), run("{% if dai_dien %}"), w("r", w("br")), run("{% endif %}"),
                  run("{{ quyen_han }}")])
    return [lines, *_name("ho_ten")]


def other_party() -> list[Element]:
    """The other party; its lines are as many as those beside it (`zone_context`), so that the names are level."""
    return [paragraph("VB_QuyenHan", "{{ ben_ky }}"), paragraph("VB_HoTen", "{{ ten_ben_ky }}")]


def _name(variable: str, place: str = "", *structure: Element) -> list[Element]:
    """The name, right above it the other title of who signs (ô 7b). The room for the signature is above both."""
    other = if_any(f"chuc_vu_khac{place}", "VB_ChucVuKhac")
    return [*other, paragraph("VB_HoTen", f"{{{{ {variable}{place} }}}}", *structure)]


def _recipients(the_thuc: TheThuc) -> list[Element]:
    return [paragraph("VB_NoiNhanTu", the_thuc.words("noi_nhan")), *each("noi_nhan", "VB_NoiNhan")]


def _as_ending(signatures: Element) -> list[Element]:
    """Word wants a paragraph behind a table; this one is too small to begin a page."""
    return [signatures, paragraph("VB_CuoiTrang")]


def _header_columns(the_thuc: TheThuc) -> tuple[Length, Length]:
    return _columns(the_thuc, the_thuc.trang.tieu_de_trai)


def _columns(the_thuc: TheThuc, left: Length) -> tuple[Length, Length]:
    return left, the_thuc.trang.text_width() - left


def each(lines: str, style: str, *structure: Element) -> list[Element]:
    """A paragraph for each of the lines."""
    return [
        paragraph(style, f"{{%p for dong in {lines} %}}"),
        paragraph(style, "{{ dong }}", *structure),
        paragraph(style, "{%p endfor %}"),
    ]


def if_any(value: str, style: str, *structure: Element) -> list[Element]:
    """A paragraph where there is a value."""
    return [
        paragraph(style, f"{{%p if {value} %}}"),
        paragraph(style, f"{{{{ {value} }}}}", *structure),
        paragraph(style, "{%p endif %}"),
    ]
