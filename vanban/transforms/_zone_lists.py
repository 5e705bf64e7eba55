"""The zones that are lists: căn cứ, nơi nhận, kính gửi (Phụ lục I, II.6, II.8, II.9)."""

from collections.abc import Iterator
from dataclasses import replace

from vanban.model.document import VanBan
from vanban.model.inline import Line, Run
from vanban.model.zones import ZoneLine
from vanban.text import lower_first, upper_first, without_end
from vanban.the_thuc import TheThuc
from vanban.transforms._zone_text import Pieces, parted, piece, punctuated, words_of


def can_cu(van_ban: VanBan, the_thuc: TheThuc) -> tuple[ZoneLine, ...]:
    """The acts that `van_ban` rests on, a line for each entry, and last who proposes it."""
    lines = [_basis(line, van_ban.origin_of("can_cu", index), the_thuc) for index, line in enumerate(van_ban.can_cu)]
    if van_ban.theo_de_nghi:
        proposal = words_of(van_ban.theo_de_nghi, van_ban.origin_of("theo_de_nghi"))
        lines.append(piece(f"{the_thuc.words('theo_de_nghi')} ") + proposal)
    return punctuated(lines, the_thuc.dau_cuoi_dong["can_cu"])


def _basis(line: Line, origin: int, the_thuc: TheThuc) -> Pieces:
    """One line of căn cứ: acts, semicolons between them; or words, which may open it by themselves: "Xét …"."""
    opening = the_thuc.words("can_cu")
    if not any(isinstance(each, Run) for each in line):
        return piece(f"{opening} ") + _listed(tuple(words_of((act,), origin) for act in line))
    words = words_of(line, origin)
    if words[0].words.startswith(_leads(the_thuc, "mo_can_cu")):
        return piece(opening[: -len(opening.lstrip("- "))]) + words
    if words[0].words.startswith(_leads(the_thuc, "sau_can_cu")):
        words = (replace(words[0], words=lower_first(words[0].words)), *words[1:])
    return piece(f"{opening} ") + words


def _leads(the_thuc: TheThuc, name: str) -> tuple[str, ...]:
    """What such a line begins with, with the space behind it."""
    return tuple(f"{lead} " for lead in the_thuc.words(name).split("|"))


def noi_nhan(van_ban: VanBan, the_thuc: TheThuc) -> tuple[ZoneLine, ...]:
    """Recipients, a group line by line, and the keeper last; behind it who drafted and how many copies (ô 12)."""
    keeper = piece(f"- {the_thuc.words('luu')} ") + piece(van_ban.luu, van_ban.origin_of("luu"))
    if van_ban.so_ban_luu:
        keeper += piece(f" ({van_ban.so_ban_luu})", van_ban.origin_of("so_ban_luu"))
    listed = [piece("- ") + name for name in _names(van_ban, "noi_nhan", van_ban.noi_nhan)]
    *lines, last = punctuated([*listed, keeper], the_thuc.dau_cuoi_dong["noi_nhan"])
    behind: Pieces = ()
    if van_ban.nguoi_soan_thao:
        behind += piece(f"{without_end(van_ban.nguoi_soan_thao)}.", van_ban.origin_of("nguoi_soan_thao"))
    if van_ban.so_ban_phat_hanh:
        behind += piece(f"({van_ban.so_ban_phat_hanh})", van_ban.origin_of("so_ban_phat_hanh"))
    return (*lines, ZoneLine(last.pieces + piece(" ") + behind) if behind else last)


def kinh_gui(van_ban: VanBan, the_thuc: TheThuc) -> tuple[ZoneLine, ...]:
    """One addressee as he is called; several with dash and punctuation (Phụ lục I, II.9.d)."""
    names = [*_names(van_ban, "kinh_gui", van_ban.kinh_gui)]
    if len(names) < 2:
        return tuple(map(ZoneLine, names))
    return punctuated([piece("- ") + name for name in names], the_thuc.dau_cuoi_dong["kinh_gui"])


def _names(van_ban: VanBan, key: str, lines: tuple[Line, ...]) -> Iterator[Pieces]:
    """The bodies and persons of the `lines` under `key`, of a group each one, as lines begin."""
    for index, line in enumerate(lines):
        for name in parted(words_of(line, van_ban.origin_of(key, index)), "\n"):
            yield tuple([replace(each, words=upper_first(each.words)) for each in name[:1]]) + name[1:]


def _listed(acts: tuple[Pieces, ...]) -> Pieces:
    """Acts of one line, semicolons between them."""
    return tuple([each for count, act in enumerate(acts) for each in (*piece("; " if count else ""), *act)])
