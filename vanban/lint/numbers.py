"""Numbers of issued documents: a body gives each number and symbol once a year.

Source: NĐ 30/2020/NĐ-CP, Điều 15. Seen are the documents that were read together: at least those of one folder.
"""

from collections.abc import Iterable, Iterator

from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.places import Places


def check_numbers(sets: Iterable[BoVanBan], places: Places) -> Iterator[Finding]:
    """A finding for each issued document whose number another one has."""
    by_number: dict[tuple[object, ...], list[VanBan]] = {}
    for bo in sets:
        van_ban = bo.van_ban
        if van_ban.ngay_ban_hanh and van_ban.is_issued:
            symbol = van_ban.loai_van_ban, van_ban.ky_hieu, van_ban.don_vi_soan_thao
            key = van_ban.co_quan, van_ban.ngay_ban_hanh.year, symbol, van_ban.so_van_ban
            by_number.setdefault(key, []).append(van_ban)
    for same in by_number.values():
        for van_ban, other in zip(same, [*same[1:], same[0]], strict=True):
            if other is not van_ban:
                yield finding(
                    "R111", places[van_ban.origin_of("so_van_ban")],
                    f"Số {van_ban.so_van_ban} trong năm đã dùng ở {places.file(other.origin)}.",
                    "Hỏi lại Văn thư số của văn bản này.", "NĐ 30/2020/NĐ-CP, Điều 15",
                )
