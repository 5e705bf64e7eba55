"""Looks without words: the size of the paper, the widths of columns and pictures, how cells stand. Told in words, for
they show in no line."""

from collections.abc import Iterator

from vanban.compare.listing import Unit
from vanban.compare.pairing import Pairing
from vanban.compare.sheet import Node
from vanban.compare.wording import quoted
from vanban.model.document import BoVanBan
from vanban.model.inline import shown_text
from vanban.model.picture import Hinh
from vanban.model.table import BangBieu, Cot
from vanban.units import Length

_PAPER = {"doc": "khổ giấy dọc", "ngang": "khổ giấy ngang"}
_ALIGN = {"trai": "canh trái", "giua": "canh giữa", "phai": "canh phải", None: "canh theo loại ô"}


def layout_units(pairing: Pairing) -> Iterator[Unit]:
    """A change for the paper, for each table and each picture that looks otherwise."""
    old, new = pairing.old.document.part, pairing.new.document.part
    if isinstance(old, BoVanBan) and isinstance(new, BoVanBan) and old.van_ban.kho_giay != new.van_ban.kho_giay:
        yield _unit(pairing.old.root, pairing.new.root, _PAPER[old.van_ban.kho_giay], _PAPER[new.van_ban.kho_giay])
    for one, other in pairing.pairs():
        apart = [(was, now) for was, now in _looks(one, other, pairing) if was != now]
        if apart:
            yield _unit(one, other, "; ".join(was for was, _ in apart), "; ".join(now for _, now in apart))


def _unit(old: Node, new: Node, before: str, after: str) -> Unit:
    return Unit("layout", "changed", "format", [old], [new], said=(before, after))


def _looks(old: Node, new: Node, pairing: Pairing) -> Iterator[tuple[str, str]]:
    """What a table, a picture looks like on both sides, a column at a time."""
    match old.shown, new.shown:
        case Hinh() as one, Hinh() as other:
            yield _picture(one), _picture(other)
        case BangBieu() as one, BangBieu() as other:
            before, after = ({leaf.ma: leaf for leaf in table.leaves} for table in (one, other))
            for column in old.children:
                partner = pairing.of(column)
                if column.kind == "column" and partner:
                    yield _column(before[column.ma]), _column(after[partner.ma], before[column.ma])


def _picture(picture: Hinh) -> str:
    return f"hình rộng {_millimetres(picture.do_rong)}" if picture.do_rong else "hình rộng theo cỡ của tệp"


def _column(leaf: Cot, named: Cot | None = None) -> str:
    """How a column looks, under the name that it, or `named`, has."""
    share = f"{leaf.ty_le} phần" if leaf.ty_le else "phần còn lại"
    width = _millimetres(leaf.do_rong) if leaf.do_rong else share
    title = shown_text((named or leaf).tieu_de) or (named or leaf).ma
    return f"cột {quoted(title)} rộng {width}, {_ALIGN[leaf.canh_le]}"


def _millimetres(width: Length) -> str:
    return f"{width.mm:g} mm".replace(".", ",")
