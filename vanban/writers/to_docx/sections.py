"""Sections: each document of a set begins a page, with page numbers of its own (Phụ lục I, I.7 and III.1.đ)."""

from vanban.the_thuc import KhoGiay, TheThuc


def section(the_thuc: TheThuc, headers: str, kho_giay: KhoGiay, foot: str = "") -> str:
    """The `w:sectPr` of one document: paper, margins, numbers from 1 that page 1 does not show.

    foot  the footer of its page 1, by its relation. It ends where the text of other pages does
    """
    page = the_thuc.trang
    headers += f'<w:footerReference w:type="first" r:id="{foot}"/>' if foot else ""
    footer = page.le_duoi if foot else page.cach_so_trang
    width, height = page.size(kho_giay)
    turned = ' w:orient="landscape"' if kho_giay == "ngang" else ""
    return (
        f'<w:sectPr>{headers}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width.twips}" w:h="{height.twips}"{turned}/>'
        f'<w:pgMar w:top="{page.le_tren.twips}" w:right="{page.le_phai.twips}" w:bottom="{page.le_duoi.twips}" '
        f'w:left="{page.le_trai.twips}" w:header="{page.cach_so_trang.twips}" w:footer="{footer.twips}" '
        'w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
