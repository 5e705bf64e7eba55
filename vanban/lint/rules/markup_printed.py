"""S320: dấu của trang web, của Markdown theo vào khi dán: <i>, <br>, &nbsp;, &amp;, ## đầu dòng, [chữ](địa chỉ) …

Vì sao: các dấu ấy chỉ có nghĩa ở nơi đã chép; ở đây chúng in nguyên ra giấy.
Cách sửa: chữ nghiêng gõ *…*, chữ đậm **…**; <br> là xuống dòng; &nbsp; là dấu cách, &amp; là &; đề mục thành một
mục trong “de_muc”. Đúng là chữ cần in thì ghi “bo_qua: {S320: lý do}”.

Đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: Tỷ lệ < 5% thì báo cáo; nghiên cứu và phát triển (R&D); mẫu <họ và tên>.
Không đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: Thực hiện <i>nghiêm túc</i>, đúng&nbsp;hạn.    # lỗi: S320 $.de_muc[0].noi_dung
"""

import re
from collections.abc import Iterator
from html.entities import html5

from vanban.findings import Place
from vanban.lint.also_at import also_at
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_place import place_of_first
from vanban.lint.words import all_words, led_home

CODE, LEVEL, NAME, BO_QUA = "S320", "warning", "markup-printed", True
TARGET, SOURCE = "set", ""
# "<A>" may be a name of something: of one letter only what is typed small, of <a> what leads somewhere.
_TAGS = (
    "em|strong|br|hr|div|span|font|ul|ol|li|sup|sub|table|thead|tbody|tr|td|th|h[1-6]|img|html|body|code|pre"
    "|center|blockquote|strike|del|ins|small|big|o:p"
)
_MARKUP = re.compile(
    rf"</?(?:[biusp]|(?i:{_TAGS}))(?:\s[^<>]*)?\s?/?>|<a\s[^<>]*>|</a>|<!--|&(?:\#\d{{2,5}}|\#x[0-9a-fA-F]{{2,4}}|(?P<entity>[a-zA-Z]{{2,8}}));"
    r"|^#{1,6}\s+(?=\w)|^```|^>\s+(?=\w)|^(?:-{3,}|\*{3,}|={3,})$|\[[^\[\]]+\]\((?:https?:|www\.)[^()\s]*\)"
)


def check(subject: SetSubject) -> Iterator[Fault]:
    """One fault for each file of a set, at the first sign of markup in the order of print."""
    found: dict[str, list[tuple[Place, str]]] = {}
    for words, line in all_words(subject):
        if sign := _first(words.text):
            at = place_of_first(subject.places, origin := led_home(words, line, subject).origin, [sign])
            place = at if isinstance(at, Place) else subject.places[origin]
            if (place, sign) not in found.setdefault(place.file, []):
                found[place.file].append((place, sign))
    for (first, sign), *others in found.values():
        more = also_at([place for place, _ in others])
        yield Fault(
            first, f"“{sign}” là dấu của nơi đã chép (trang web, Markdown), sẽ in nguyên ra giấy{more}.",
            "Xóa dấu ấy; chữ nghiêng gõ *…*, chữ đậm **…**, đề mục ghi ở “de_muc”, dấu cách và & gõ thẳng.",
        )


def _first(text: str) -> str:
    """The first markup in a text; "" for none."""
    known = (each[0] for each in _MARKUP.finditer(text) if not each["entity"] or f"{each['entity']};" in html5)
    return next(known, "").strip()
