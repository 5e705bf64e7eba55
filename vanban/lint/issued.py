"""An issued set against what was kept when it was issued: nobody edits it afterwards.

Source: NĐ 30/2020/NĐ-CP, Điều 18, khoản 3.
"""

from collections.abc import Mapping

from vanban.findings import Finding, Place, finding
from vanban.model.frozen import Frozen

_HINT = (
    "Khôi phục tệp như khi ban hành (git checkout -- {}). Sai về nội dung: ban hành văn bản mới có hình thức tương "
    "đương để sửa đổi, thay thế. Sai về thể thức, kỹ thuật trình bày: đính chính bằng công văn."
)


def check_issued(frozen: Frozen, fingerprints: Mapping[str, str]) -> list[Finding]:
    """A finding for each file of the set that says something else than on the day of issue, is new or is gone.

    `fingerprints` are those of the set's files and pictures by name.
    """
    changed = {name for name in fingerprints.keys() | frozen.tep.keys()
               if fingerprints.get(name) != frozen.tep.get(name)}
    return [
        finding("C105", Place(name), "Văn bản đã ban hành mà tệp này bị sửa.", _HINT.format(name),
                "NĐ 30/2020/NĐ-CP, Điều 18, khoản 3")
        for name in sorted(changed)
    ]
