"""What was generated last time, as it is kept beside the plan: the texts by file name, and what they were made of."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Base:
    """texts    as generated, by the name of the file
    sources  fingerprints of the old files that they were made of, by name
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


def to_json(base: Base) -> str:
    """The file."""
    data = {"phien_ban": _VERSION, "nguon": dict(sorted(base.sources.items())),
            "da_viet": dict(sorted(base.texts.items()))}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> Base | None:
    """What a file says; None for one that says nothing we can believe."""
    try:
        data = json.loads(text)
        texts, sources = data["da_viet"], data["nguon"]
    except (ValueError, KeyError, TypeError):
        return None
    whole = data["phien_ban"] == _VERSION and all(
        isinstance(each, dict) and all(isinstance(part, str) for pair in each.items() for part in pair)
        for each in (texts, sources))
    return Base(texts, sources) if whole else None
