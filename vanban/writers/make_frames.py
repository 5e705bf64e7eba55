"""TheThuc → the page frames: docxtpl templates that hold everything of a document but its body.

quyet_dinh  a decision (Mẫu 1.2, 1.3)
kem_theo    a document attached to a decision (Mẫu 1.3, second page): no number, no date, no signature
phu_luc     an annex (Mẫu 2.1)

Jinja stands in word/document.xml only. A value may hold line breaks as markup. The engine measures the text over
each VB_KeCoQuan and VB_KeTrichYeu and sets the indents of the rule; those that stand here are a sample.
"""

from vanban.metrics import text_width
from vanban.the_thuc import TheThuc
from vanban.units import Length
from vanban.writers._frame_package import make_package
from vanban.writers._frame_xml import Element, cell, paragraph, row, rule, table


def make_frames(the_thuc: TheThuc) -> dict[str, bytes]:
    """The .docx of each frame, by its file name. The same figures give the same bytes."""
    frames = {"quyet_dinh": _quyet_dinh, "kem_theo": _kem_theo, "phu_luc": _phu_luc}
    return {f"{name}.docx": make_package(the_thuc, name, body(the_thuc)) for name, body in frames.items()}


def _quyet_dinh(the_thuc: TheThuc) -> list[Element]:
    return [
        _header(the_thuc, numbered=True),
        paragraph("VB_TenLoai", "{{ ten_loai }}"),
        paragraph("VB_TrichYeu", "{{ trich_yeu }}"),
        _rule_across(the_thuc),
        paragraph("VB_ThamQuyen", "{{ tham_quyen }}"),
        *_each("can_cu", "VB_CanCu"),
        paragraph("VB_LoiBanHanh", the_thuc.words("loi_ban_hanh")),
        _body_slot(),
        _signature(the_thuc),
        # Word wants a paragraph behind a table; this one is too small to begin a page.
        paragraph("VB_CuoiTrang"),
    ]


def _kem_theo(the_thuc: TheThuc) -> list[Element]:
    return [
        _header(the_thuc, numbered=False),
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
        paragraph("VB_KemTheo", "{{ kem_theo }}"),
        _rule_across(the_thuc),
        _body_slot(),
    ]


def _header(the_thuc: TheThuc, numbered: bool) -> Element:
    """Bodies beside quốc hiệu; in a second row, so that they share a line, số beside địa danh and date."""
    left, right = _columns(the_thuc, the_thuc.trang.tieu_de_trai)
    tieu_ngu, style = the_thuc.words("tieu_ngu"), the_thuc.kieu["VB_TieuNgu"]
    rows = [row(
        cell(
            left,
            *_if_any("co_quan_chu_quan", "VB_CoQuanChuQuan"),
            paragraph("VB_CoQuanBanHanh", "{{ co_quan_ban_hanh }}"),
            rule(the_thuc, "VB_KeCoQuan", left, within=left),
        ),
        cell(
            right,
            paragraph("VB_QuocHieu", the_thuc.words("quoc_hieu")),
            paragraph("VB_TieuNgu", tieu_ngu),
            rule(the_thuc, "VB_KeTieuNgu", text_width(tieu_ngu, style.co_chu, style.dam, style.nghieng), within=right),
        ),
    )]
    if numbered:
        so = paragraph("VB_SoKyHieu", f"{the_thuc.words('so_van_ban')} {{{{ so_ky_hieu }}}}")
        date = paragraph("VB_DiaDanhNgay", "{{ dia_danh }}, {{ ngay_thang }}")
        # At the foot of their cells, letters of 13 and 14 pt stand on one line.
        rows.append(row(cell(left, so, v_align="bottom"), cell(right, date, v_align="bottom")))
    return table((left, right), *rows)


def _signature(the_thuc: TheThuc) -> Element:
    left, right = _columns(the_thuc, the_thuc.trang.noi_nhan_trai)
    noi_nhan = cell(left, paragraph("VB_NoiNhanTu", the_thuc.words("noi_nhan")), *_each("noi_nhan", "VB_NoiNhan"))
    signer = cell(right, paragraph("VB_QuyenHan", "{{ quyen_han }}"), paragraph("VB_HoTen", "{{ ho_ten }}"))
    return table((left, right), row(noi_nhan, signer))


def _columns(the_thuc: TheThuc, left: Length) -> tuple[Length, Length]:
    return left, the_thuc.trang.text_width() - left


def _rule_across(the_thuc: TheThuc) -> Element:
    width = the_thuc.trang.text_width()
    return rule(the_thuc, "VB_KeTrichYeu", width, within=width)


def _body_slot() -> Element:
    return paragraph("VB_NoiDung", "{{p noi_dung }}")


def _each(lines: str, style: str) -> list[Element]:
    """A paragraph for each of the lines."""
    return [
        paragraph(style, f"{{%p for dong in {lines} %}}"),
        paragraph(style, "{{ dong }}"),
        paragraph(style, "{%p endfor %}"),
    ]


def _if_any(value: str, style: str) -> list[Element]:
    """A paragraph where there is a value."""
    return [
        paragraph(style, f"{{%p if {value} %}}"),
        paragraph(style, f"{{{{ {value} }}}}"),
        paragraph(style, "{%p endif %}"),
    ]
