"""Fits pictures to the page.

Reads: pictures of the documents of a set, their resolved captions, page and styles of the_thuc. Writes: `drawn` of
Hinh.
"""

from dataclasses import replace
from itertools import count

from vanban.findings import Finding
from vanban.metrics import text_width
from vanban.model.document import BoVanBan, VanBan
from vanban.model.inline import shown_text
from vanban.model.picture import Drawn, Hinh, Image
from vanban.model.walk import map_pictures
from vanban.setting import Setting
from vanban.the_thuc import Kieu, TheThuc
from vanban.units import Length

TITLE = "đặt hình vào trang"
PICTURE, CAPTION, END = "VB_Hinh", "VB_HinhTen", "VB_KetThuc"
# Height of a single line of Times New Roman by the size of its letters, with what rounding may add.
_LINE = 1.16


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with the size of every picture.

    Nothing is torn or squeezed: a picture higher than its page with what stands with it gets smaller as a whole.
    """
    counted, the_thuc = count(1), setting.the_thuc

    def fitted(van_ban: VanBan) -> VanBan:
        width = the_thuc.trang.text_width(van_ban.kho_giay)
        height = the_thuc.trang.text_height(van_ban.kho_giay)

        def fit(hinh: Hinh) -> Hinh:
            if hinh.image is None:
                return hinh
            room = Length(height - _beside(hinh, width, the_thuc))
            return replace(hinh, drawn=Drawn(next(counted), *_size(hinh.image, hinh.do_rong, width, room)))

        return map_pictures(van_ban, fit)

    return bo.map(fitted), []


def _size(image: Image, asked: Length | None, width: Length, height: Length) -> tuple[Length, Length]:
    """Width and height on the page, in the proportion of the picture."""
    natural = image.width, image.height
    factor = min((asked or natural[0]) / natural[0], width / natural[0], height / natural[1])
    return Length(max(1, round(natural[0] * factor))), Length(max(1, round(natural[1] * factor)))


def _beside(hinh: Hinh, width: Length, the_thuc: TheThuc) -> Length:
    """Height of what shares the page with a picture: its caption, the end mark of the document."""
    picture, caption, end = (the_thuc.kieu[name] for name in (PICTURE, CAPTION, END))
    words = f"{hinh.words}. {shown_text(hinh.tieu_de)}" if hinh.tieu_de else ""
    return _gaps(picture) + _lines(words, width, caption) * _line(caption) + _gaps(caption) + _line(end) + _gaps(end)


def _lines(words: str, width: Length, style: Kieu) -> int:
    """Lines that the words take, broken at spaces."""
    lines, left = 0, Length(0)
    for word in words.split():
        needed = text_width(f"{word} ", style.co_chu, style.dam, style.nghieng)
        if not lines or needed > left:
            lines, left = lines + 1, width
        left -= needed
    return lines


def _line(style: Kieu) -> Length:
    return style.dong_co_dinh or Length(round(style.co_chu * _LINE * style.cach_dong))


def _gaps(style: Kieu) -> Length:
    return style.cach_truoc + style.cach_sau
