"""Hyphens that hold a number, a symbol or a period of years together: "30/2020/NĐ-CP", "TTr-SNV", "2021-2025".

A line may end at any hyphen, in Word as in LibreOffice; where it must not, whoever sets the lines asks here. Hyphens
stay what they are: another sign would not be found by who searches for the symbol.
"""

import re
from collections.abc import Iterator

from vanban.web_addresses import is_web_address

# What has a hyphen, or a dash that some type for one, between two letters; in it the hyphens, and all that parts it.
_HYPHENED = re.compile(r"\S*\w[-–]\w\S*")
_HYPHEN = re.compile(r"(?<=\w)[-–](?=\w)")
_PARTING = re.compile(r"[-–/]")


def joints(text: str) -> Iterator[int]:
    """Where they stand in `text`.

    Not those in words of small letters ("kinh tế-xã hội"), in names and in addresses: a line may end there.
    """
    for found in _HYPHENED.finditer(text):
        word = found[0]
        if not is_web_address(word):
            yield from (found.start() + hyphen.start() for hyphen in _HYPHEN.finditer(word)
                        if _is_joint(_PARTING.split(word[:hyphen.start()])[-1], word[hyphen.end()]))


def _is_joint(before: str, behind: str) -> bool:
    """Whether a hyphen joins signs: a digit or two capitals `before` it, a digit or a capital right `behind` it."""
    is_sign = sum(map(str.isupper, before)) > 1 or any(map(str.isdigit, before))
    return is_sign and (behind.isupper() or behind.isdigit())
