"""A value → its YAML scalar: plain where it comes back as the same text, else between double quotes.

Our reader takes every scalar as text, editors and other tools do not: what they would take as a number, a date, a
truth or nothing ("012", "1.000", "no", "~") stands between quotes, but a whole number where the schema has a number.
"""

import io
import re
from collections.abc import Callable

import yaml
from yaml.emitter import Emitter

_ANALYSER = Emitter(io.StringIO(), allow_unicode=True)
_RESOLVE: Callable[[type, str, tuple[bool, bool]], str] = yaml.resolver.Resolver().resolve
_TEXT = "tag:yaml.org,2002:str"
# Numbers of YAML 1.2, which editors speak, that are none in PyYAML's 1.1.
_NUMBER = re.compile(r"[-+]?(\d+|\d*\.\d*)([eE][-+]?\d+)?|0o[0-7]+")
_WHOLE = re.compile("0|-?[1-9][0-9]*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n"}


def scalar(text: str, *, in_flow: bool = False, is_number: bool = False) -> str:
    """`text` as a YAML scalar on one line.

    in_flow    it stands inside { } or [ ]
    is_number  the schema lets a number stand there
    """
    if is_number and _WHOLE.fullmatch(text):
        return text
    analysis = _ANALYSER.analyze_scalar(text)
    is_plain = analysis.allow_flow_plain if in_flow else analysis.allow_block_plain
    if is_plain and not analysis.multiline and not _is_typed(text):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """`text` between double quotes, on one line."""
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def _is_typed(text: str) -> bool:
    """Whether other readers of YAML take it for something else than text."""
    return bool(_NUMBER.fullmatch(text)) or _RESOLVE(yaml.ScalarNode, text, (True, False)) != _TEXT
