"""Which documents are samples to learn from (bản ví dụ): they say so, and nobody real signs them."""

import re
from collections.abc import Iterator

from vanban.model.document import VanBan
from vanban.model.registers import Registers

# As signers of samples are called: "Nguyễn Văn A".
_INVENTED = re.compile(r".*\s[A-ZĐ]\.?")


def is_sample(van_ban: VanBan, registers: Registers) -> bool:
    """Whether a document says that it is a sample, and all who sign it have invented names."""
    return van_ban.vi_du and all(map(_INVENTED.fullmatch, _signers(van_ban, registers)))


def _signers(van_ban: VanBan, registers: Registers) -> Iterator[str]:
    """The names of all who sign; of an id that no register knows that is told already."""
    beside = ((each.co_quan, each.nguoi_ky) for each in van_ban.lien_tich)
    for co_quan, nguoi_ky in ((van_ban.co_quan, van_ban.nguoi_ky), *beside):
        body = registers.co_quan.get(co_quan)
        yield from (person.ho_ten for person in body.nguoi_ky if person.ma == nguoi_ky) if body else ()
    yield from filter(None, (van_ban.thu_ky, van_ban.chu_toa, van_ban.ben_ky.ho_ten if van_ban.ben_ky else ""))
