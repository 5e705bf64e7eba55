"""Every code that a finding can carry, with its level and its name. A code is never reused.

S source and schema · C content · F format (thể thức) · D figures · R references · X suppressions.
Rules of lint/ stand here too, so that one table answers for uniqueness; a test compares both.
"""

from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import yaml


class Code(NamedTuple):
    level: Literal["error", "warning", "info"]
    name: str


CODES: dict[str, Code] = {
    # S1 the file
    "S101": Code("error", "yaml-syntax"),
    "S102": Code("error", "not-utf8"),
    "S103": Code("error", "empty-file"),
    "S104": Code("error", "duplicate-key"),
    "S105": Code("error", "anchor-alias-tag"),
    "S106": Code("error", "control-character"),
    "S107": Code("error", "file-unreadable"),
    "S108": Code("error", "type-unknown"),
    "S109": Code("error", "issued-record-broken"),
    "S110": Code("error", "letter-stray"),
    "S111": Code("error", "encoding-old"),
    "S112": Code("error", "text-cut-by-comment"),
    # S2 the schema
    "S201": Code("error", "key-unknown"),
    "S202": Code("error", "key-missing"),
    "S203": Code("error", "value-wrong-kind"),
    "S204": Code("error", "value-not-allowed"),
    "S205": Code("error", "value-ill-formed"),
    "S206": Code("error", "date-impossible"),
    "S207": Code("error", "number-ambiguous"),
    # S3 the text grammar
    "S301": Code("error", "mark-unclosed"),
    "S302": Code("error", "reference-ill-formed"),
    "S303": Code("error", "continuation-without-item"),
    "S304": Code("error", "sign-lookalike"),
    "S305": Code("error", "text-not-literal"),
    "S306": Code("error", "note-without-text"),
    "S307": Code("error", "note-without-mark"),
    "S308": Code("error", "insert-unknown"),
    "S309": Code("error", "id-twice"),
    "S310": Code("error", "note-marked-twice"),
    "S311": Code("error", "column-unknown"),
    # R references and registers
    "R101": Code("error", "reference-unknown"),
    "R102": Code("error", "basis-not-in-force"),
    "R103": Code("error", "body-unknown"),
    "R104": Code("error", "signer-unknown"),
    "R105": Code("error", "signer-not-in-office"),
    "R106": Code("error", "attachment-unknown"),
    "R107": Code("error", "attachment-cycle"),
    "R108": Code("error", "attachment-twice"),
    "R109": Code("error", "basis-younger-than-document"),
    "R110": Code("error", "attached-to-nothing"),
    "R111": Code("error", "number-used-twice"),
    "R112": Code("error", "type-never-attached"),
    "R113": Code("info", "day-assumed"),
    # D figures
    "D101": Code("error", "figure-unknown"),
    "D102": Code("error", "figure-format-unknown"),
    "D103": Code("error", "total-incomplete"),
    "D104": Code("error", "relation-broken"),
    # C content
    "C101": Code("error", "question-open"),
    "C102": Code("error", "numbering-exhausted"),
    "C103": Code("error", "scheme-unknown"),
    # C104 is past: it told of what could not be printed yet
    "C105": Code("error", "issued-edited"),
    "C106": Code("error", "noi-dung-empty"),
    "C107": Code("error", "cell-missing"),
    "C108": Code("error", "span-impossible"),
    "C109": Code("warning", "chu-tri-missing"),
    "C110": Code("error", "picture-missing"),
    "C111": Code("error", "picture-broken"),
    "C112": Code("error", "picture-too-large"),
    "C113": Code("error", "picture-outside"),
    "C114": Code("error", "records-without-table"),
    "C115": Code("error", "list-forgotten"),
    "C116": Code("error", "sign-in-plain-text"),
    # F format
    "F101": Code("error", "noi-nhan-missing-vt"),
    "F102": Code("error", "phu-luc-not-named"),
    "F103": Code("error", "no-format-in-force"),
    "F104": Code("error", "nhu-tren-without-kinh-gui"),
    "F105": Code("error", "tham-quyen-against-chu-ky"),
    "F106": Code("error", "trich-yeu-with-ve-viec"),
    "F107": Code("error", "type-of-another-profile"),
    "F108": Code("info", "phu-luc-counted-otherwise"),
    "F109": Code("error", "table-too-wide"),
    "F110": Code("error", "column-too-narrow"),
    "F111": Code("error", "picture-too-wide"),
    "F112": Code("warning", "phu-luc-not-there"),
    "F113": Code("warning", "zones-of-issuer"),
    "F114": Code("error", "stamp-of-attachment"),
    "F115": Code("error", "symbol-of-another-type"),
    # F2 an office's own page frames
    "F201": Code("error", "frame-unreadable"),
    "F202": Code("error", "frame-name-unknown"),
    "F203": Code("error", "frame-package-refused"),
    "F204": Code("error", "frame-active-content"),
    "F205": Code("error", "frame-tag-broken"),
    "F206": Code("error", "frame-tag-refused"),
    "F207": Code("error", "frame-variable-unknown"),
    "F208": Code("error", "frame-zone-missing"),
    "F209": Code("warning", "frame-zone-left-out"),
    "F210": Code("error", "frame-tag-misplaced"),
    "F211": Code("warning", "frame-tag-split"),
    "F212": Code("error", "frame-style-missing"),
    "F213": Code("error", "frame-style-against-decree"),
    "F214": Code("error", "frame-page-against-decree"),
    "F215": Code("error", "frame-font-wrong"),
    "F216": Code("warning", "frame-too-wide"),
    "F217": Code("error", "frame-part-missing"),
    "F218": Code("error", "frame-unfillable"),
    "F219": Code("error", "frame-changes-open"),
    "F220": Code("error", "zone-without-place"),
    # X suppressions
    "X101": Code("warning", "suppression-idle"),
    "X102": Code("error", "suppression-refused"),
}

# What no `bo_qua` silences: an open question would be printed in an issued document.
NEVER_SILENCED = frozenset({"C101"})


def meaning(code: str) -> str:
    """What a code that is no lint rule means, for the clerk who asks; "" for another."""
    return _meanings().get(code, "")


@cache
def _meanings() -> dict[str, str]:
    meanings: dict[str, str] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
    return meanings
