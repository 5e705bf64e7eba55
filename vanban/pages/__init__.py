"""The manual pages of the codes in `codes.yaml`, for `build.py rule`; those of rules are the docstrings of their files.

One file for each group of codes. An entry says what is wrong (`sai`), why it matters (`vi_sao`), which article asks
for it where one does (`can_cu`), what to do (`cach_sua`), and shows an example (`vi_du`).
"""

from functools import cache
from pathlib import Path
from textwrap import fill

import yaml

_LEADS = {"vi_sao": "Vì sao", "can_cu": "Căn cứ", "cach_sua": "Cách sửa"}


@cache
def pages() -> dict[str, dict[str, str]]:
    """The entries of all files by code."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(Path(__file__).parent.glob("*.yaml")):
        found |= yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return found


def page_of(code: str) -> str:
    """The page of a code; "" where none is written here."""
    entry = pages().get(code)
    if entry is None:
        return ""
    reasons = [_wrapped(f"{lead}: {entry[key]}") for key, lead in _LEADS.items() if key in entry]
    example = "".join(f"    {line}\n" for line in entry["vi_du"].rstrip().split("\n"))
    return "\n".join([_wrapped(f"{code}: {entry['sai']}"), "", *reasons, "", "Ví dụ:", example]).rstrip()


def _wrapped(text: str) -> str:
    return fill(text, 110, break_long_words=False, break_on_hyphens=False)
