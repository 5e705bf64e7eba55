"""Names of files for an e-office: "2228-QD-UBND_2025-07-15_ke-hoach-cchc".

ASCII, so that every system and mail takes them; number first, as registries sort; the date as machines read it.
"""

import re

from vanban.model.document import VanBan
from vanban.text import fold_ascii

# What a symbol may hold and a name may not: Windows takes "a:b" for a part of the file "a".
_OTHER = re.compile("[^A-Za-z0-9.-]")


def file_name(van_ban: VanBan, so_ky_hieu: str, part: str) -> str:
    """The name, without suffix, of the document `part` (its id) of the set of `van_ban`, which has that number and
    symbol if it is issued; of a draft it begins with "du-thao"."""
    number = _OTHER.sub("-", fold_ascii(so_ky_hieu)) if van_ban.is_issued else "du-thao"
    day = van_ban.ngay_ban_hanh.isoformat() if van_ban.ngay_ban_hanh else ""
    return "_".join(filter(None, (number, day, part.replace("_", "-"))))
