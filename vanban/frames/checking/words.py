"""Figures of the format in a clerk's words: "cỡ chữ là 16 pt; quy định từ 12 pt đến 13 pt"."""

from vanban.the_thuc import GioiHan
from vanban.the_thuc.records import Value
from vanban.units import Length

NAMES = {
    "rong": "Chiều rộng giấy", "cao": "Chiều cao giấy", "le_tren": "Lề trên", "le_duoi": "Lề dưới",
    "le_trai": "Lề trái", "le_phai": "Lề phải", "cach_so_trang": "Khoảng cách từ mép giấy đến số trang",
    "co_chu": "Cỡ chữ", "dam": "Chữ đậm", "nghieng": "Chữ nghiêng", "in_hoa": "Chữ in hoa", "mau_chu": "Màu chữ",
    "gach_chan": "Chữ gạch chân",
    "canh_le": "Canh lề", "thut_trai": "Thụt lề trái", "thut_dau_dong": "Lùi đầu dòng",
    "cach_truoc": "Khoảng cách với đoạn trên", "cach_sau": "Khoảng cách với đoạn dưới",
    "cach_doan": "Khoảng cách giữa các đoạn", "cach_dong": "Khoảng cách dòng",
    "dong_co_dinh": "Khoảng cách dòng (Exactly)",
}
_IN_POINTS = ("co_chu", "cach_truoc", "cach_sau", "cach_doan", "dong_co_dinh")
_ALIGNED = {"trai": "trái", "giua": "giữa", "phai": "phải", "deu": "đều hai bên"}


def measure_words(name: str, figure: Value) -> str:
    """The value of the figure `name`."""
    if isinstance(figure, bool):
        return "có" if figure else "không"
    if isinstance(figure, Length):
        return f"{_short(figure.pt)} pt" if name in _IN_POINTS else f"{_short(round(figure.mm, 1))} mm"
    if isinstance(figure, str):
        return _ALIGNED.get(figure, {"000000": "đen", "FF0000": "đỏ"}.get(figure, figure[:20]))
    return f"{_short(figure)} dòng"


def allowed_words(name: str, limit: GioiHan) -> str:
    """What the law allows the figure `name` to be."""
    if limit.mot_trong:
        return "là " + " hoặc ".join(measure_words(name, each) for each in limit.mot_trong)
    ends = (("từ", limit.tu), ("đến", limit.den))
    return " ".join(f"{word} {measure_words(name, end)}" for word, end in ends if end is not None)


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
