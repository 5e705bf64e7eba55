"""F165: trích yếu, tên phụ lục, tiêu đề ở giữa trang có thể bị ngắt giữa một từ.

Vì sao: tên dài thì máy chia thành các dòng gần bằng nhau và không ngắt giữa những từ mà máy biết. Chỗ ngắt được nêu
nằm giữa hai chữ mà máy không biết là một từ hay hai từ.
Căn cứ: Phụ lục I, Phần I, mục II, khoản 5, điểm b.
Cách sửa: đặt dấu “ | ” ở chỗ muốn xuống dòng.

Đạt:
    trich_yeu: Ban hành Kế hoạch cải cách hành chính nhà nước tỉnh Nghệ An | năm 2025 và những năm tiếp theo
Không đạt:
    trich_yeu: Thả cá chép giống rô phi đơn tính lai xa dòng lớn nhanh khỏe mạnh ít chết rét # lỗi: F165 $.trich_yeu
"""

from collections.abc import Iterator
from functools import partial

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.metrics import text_width
from vanban.model.document import BoVanBan
from vanban.model.inline import shown_text
from vanban.model.steps import STEPS
from vanban.model.walk import de_mucs
from vanban.the_thuc import Kieu
from vanban.title_lines import SLACK, title_breaks, unsure_breaks
from vanban.units import Length

CODE, LEVEL, NAME, BO_QUA = "F165", "info", "title-break-unsure", False
TARGET, SOURCE = "set", "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 5, điểm b"
_ZONES = {"trich_yeu": "VB_TrichYeu", "ten_phu_luc": "VB_PhuLucTen", "phu_de": "VB_PhuLucPhuDe"}
_HEADING = "VB_PhanTieuDe"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each title that is broken where nobody knows whether two syllables are one word."""
    for part in () if subject.kept else subject.bo.parts():
        width, kieu = subject.the_thuc.trang.text_width(part.van_ban.kho_giay), subject.the_thuc.kieu
        for origin, style, text in _titles(part, subject):
            for line in text.split("\n"):
                yield from _faults(origin, line, kieu[style], width)


def _titles(part: BoVanBan, subject: SetSubject) -> Iterator[tuple[int, str, str]]:
    """The centred titles of a document as they are printed, their lines as they were typed: origin, style, words.

    Not the subject of a letter, which stands below its number: it has a third of a line.
    """
    zones = part.zones
    if zones is not None and (zones.ten_loai or zones.phu_luc or zones.kem_theo):
        for name, style in _ZONES.items():
            zone = getattr(zones, name)
            yield from ((part.van_ban.origin_of("trich_yeu"), style, line.text) for line in zone.lines)
    for node in de_mucs(part.van_ban.de_muc):
        if node.tieu_de and STEPS[node.step].alone:
            yield node.origin, _HEADING, shown_text(node.tieu_de).upper().replace("|", "\n")


def _faults(origin: int, text: str, kieu: Kieu, width: Length) -> Iterator[Fault]:
    places = unsure_breaks(text, title_breaks(text, int(width / SLACK), partial(_width, kieu)))
    for at in places[:1]:
        before, behind = text[:at].split()[-3:], text[at:].split()[:3]
        yield Fault(
            origin,
            f"Máy xuống dòng ở “… {' '.join(before)} / {' '.join(behind)} …”; nếu “{before[-1]} {behind[0]}” là một từ "
            "thì từ ấy bị ngắt đôi.",
            "Đặt dấu “ | ” ở chỗ muốn xuống dòng.",
        )


def _width(kieu: Kieu, words: str) -> Length:
    return text_width(words, kieu.co_chu, kieu.dam, kieu.nghieng)
