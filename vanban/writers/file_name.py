"""Names of files for an e-office: "2228-QD-UBND_2025-07-15_ke-hoach-cchc".

ASCII, so that every system and mail takes them; number first, as registries sort; the date as machines read it.
"""

from vanban.model.document import BoVanBan, VanBan
from vanban.text import fold_ascii


def file_name(bo: BoVanBan, part: VanBan) -> str:
    """The name, without suffix, of one document of an issued set; of a draft it begins with "du-thao"."""
    van_ban, zones = bo.van_ban, bo.zones
    issued = van_ban.is_issued and zones
    number = fold_ascii(zones.so_ky_hieu).replace("/", "-").replace("&", "-") if issued and zones else "du-thao"
    day = van_ban.ngay_ban_hanh.isoformat() if van_ban.ngay_ban_hanh else ""
    return "_".join(filter(None, (number, day, part.ma.replace("_", "-"))))
