"""Copies of documents that are built here → the sets that they are copies of. Ids are of one folder, as in `kem_theo`.
"""

from collections.abc import Callable, Iterable

from vanban.model.document import BoVanBan, VanBan


def originals_of(bo: BoVanBan, sets: Iterable[BoVanBan], file_of: Callable[[VanBan], str]) -> list[BoVanBan]:
    """What `bo` is a copy of, and what that is a copy of, the nearest first; a circle is gone round once."""
    if not bo.van_ban.sao_tu:
        return []
    folder = file_of(bo.van_ban).rpartition("/")[0]
    beside = {each.van_ban.ma: each for each in sets if file_of(each.van_ban).rpartition("/")[0] == folder}
    found, seen = [bo], {bo.van_ban.origin}
    while (original := beside.get(found[-1].van_ban.sao_tu)) and original.van_ban.origin not in seen:
        found.append(original)
        seen.add(original.van_ban.origin)
    return found[1:]
