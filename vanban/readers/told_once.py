"""Faults of many lines of one block → one finding for each kind of them, which says how many lines more have it.

The first line is shown; the same mistake in the lines below is mended with it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vanban.findings import Finding, Place, finding

# By kind: the code, the message, the way out. {more}: how many lines follow; {mark}: what the line begins with.
_SAID: Mapping[str, tuple[str, str, str]] = {
    "cut": ("S312", "Dòng này{more} nối câu của đoạn trên; dòng trống ở giữa cắt đôi câu.",
            "Viết liền cả câu trên một dòng, bỏ dòng trống; khi in máy tự xuống dòng."),
    "wrapped": ("S312", "Dòng này{more} nối câu của dòng trên nhưng sẽ in thành một đoạn riêng.",
                "Viết liền cả câu trên một dòng; khi in máy tự xuống dòng."),
    "heading": ("S313", "Dòng này{more} in liền vào dòng trên, là đề mục chưa có dấu kết thúc.",
                "Tách đề mục thành một mục trong “de_muc”, hoặc thêm dấu hai chấm ở dòng trên."),
    "closing": ("S318", "Dòng này{more} sẽ in liền vào khoản, điểm ở dòng trên.",
                "Là một đoạn riêng thì để một dòng trống ở trên; là câu tiếp của khoản thì viết liền dòng."),
    "noun": ("S304", "“{mark}” ở đầu dòng này{more} là số thứ tự gõ tay; máy in nguyên như gõ, không đếm.",
             "Là đề mục của văn bản này thì viết thành một mục trong “dieu” hay “de_muc”, không gõ số. Trích của văn "
             "bản khác thì đặt cả phần trích trong ngoặc kép: dấu “ liền trước “{mark}”, dấu ” ở cuối. Nếu là chữ "
             "thường, đặt dấu \\ ở trước."),
    "marks": ("S314", "Dấu {mark} ở đầu dòng này{more} không mở được phần trích.",
              "Mở phần trích bằng dấu “, đóng bằng dấu ”. Nếu là chữ thường, đặt dấu \\ ở trước."),
    "unquoted": ("S314", "Dòng trên kết thúc bằng “như sau:” mà máy đếm dòng này{more} thành khoản, điểm tiếp theo.",
                 "Đặt cả phần trích trong ngoặc kép: dấu “ đứng đầu dòng, dấu ” ở cuối. Là phần dưới của dòng trên thì "
                 "dùng dấu bậc thấp hơn: a), -."),
}


@dataclass(slots=True)
class _First:
    """The first fault of a kind, and how many follow."""

    place: Place
    mark: str
    more: int = 0


@dataclass(slots=True)
class ToldOnce:
    """The faults of a block."""

    _firsts: dict[str, _First] = field(default_factory=dict)

    def tell(self, kind: str, place: Place, mark: str = "") -> None:
        """Keeps a fault, or counts it where one of its kind was kept."""
        if kind in self._firsts:
            self._firsts[kind].more += 1
        else:
            self._firsts[kind] = _First(place, mark)

    def findings(self) -> Iterator[Finding]:
        """What is to be told, in the order in which it was found."""
        for kind, first in self._firsts.items():
            code, message, hint = _SAID[kind]
            more = f" và {first.more} dòng nữa phía dưới" if first.more else ""
            said = message.replace("{more}", more).replace("{mark}", first.mark)
            yield finding(code, first.place, said, hint.replace("{mark}", first.mark.rstrip(".:)")))
