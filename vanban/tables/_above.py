"""How much of its page stands above a table that opens an annex, the one that is known before pages are set.

It is worked out somewhat too high: a table that has less room than was thought leaves the page below the title empty.
"""

from vanban.metrics import text_width
from vanban.model.document import VanBan
from vanban.model.inline import shown_text
from vanban.model.print_order import in_print_order
from vanban.model.table import BangBieu
from vanban.setting import Setting
from vanban.units import Length, Pt

# A line of a title with what stands around it; the same of the name of a table.
_LINE, _NAME = Pt(16.5), Pt(30)
# “Phụ lục”, the two lines that say what it is attached to, the rule, and a line more for safety.
_ALWAYS = 5
# Titles are broken into lines of one length: these may be so much shorter than the page is wide.
_FULL = 0.8


def height_above(table: BangBieu, van_ban: VanBan, setting: Setting) -> Length | None:
    """The height of what stands on the page above a table that opens an annex; None for any other table."""
    kind = setting.doctypes.get(van_ban.loai_van_ban)
    if kind is None or kind.frame or in_print_order(van_ban)[:1] != [table]:
        return None
    width = setting.the_thuc.trang.text_width(van_ban.kho_giay) * _FULL
    style = setting.the_thuc.kieu["VB_PhuLucTen"]
    titles = [*van_ban.trich_yeu.upper().split("|"), *van_ban.phu_de.split("|"), shown_text(table.tieu_de)]
    lines = sum(1 + int(text_width(each, style.co_chu, bold=True) / width) for each in titles if each.strip())
    named = _NAME * (bool(table.tieu_de) + bool(table.don_vi_tinh))
    return Length(_LINE * (_ALWAYS + lines) + named)
