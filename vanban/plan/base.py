"""What was generated last time, as it is kept beside the plan: the texts by file name, and what they were made of."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

_VERSION = 1
# What could lead out of the folder, or be no name of a file on some machine.
_NO_NAME = re.compile(r'[/\\:\x00-\x1f\x7f]')
_LONGEST = 255


@dataclass(frozen=True, slots=True)
class Base:
    """texts    as generated, by the name of the file
    sources  fingerprints of the old files that they were made of, by name
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


def to_json(base: Base) -> str:
    """The file."""
    data = {"phien_ban": _VERSION, "typed_as": dict(sorted(base.sources.items())),
            "da_viet": dict(sorted(base.texts.items()))}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def from_json(raw: bytes, is_ours: Callable[[str], bool]) -> Base | None:
    """What a file says; None for one that says nothing we can believe: it lies in git, where everybody may write to it.
    `is_ours` says of the name of a file whether this command writes such a one."""
    try:
        data = json.loads(raw.decode("utf-8-sig"))
        version, texts, sources = data["phien_ban"], data["da_viet"], data["typed_as"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if version != _VERSION or not all(_is_of_texts(each) for each in (texts, sources)):
        return None
    return Base(texts, sources) if all(_is_bare(name) and is_ours(name) for name in texts) else None


def _is_of_texts(data: object) -> bool:
    """Whether it is a mapping of texts to texts, each of which can be written to a file."""
    return isinstance(data, dict) and all(
        isinstance(part, str) and not re.search("[\ud800-\udfff]", part) for pair in data.items() for part in pair)


def _is_bare(name: str) -> bool:
    """Whether a name is that of a file in the folder itself."""
    return not (name.startswith(".") or _NO_NAME.search(name)) and 0 < len(name.encode()) <= _LONGEST
