"""The Vietnamese names: those of keys stand in the table of keys, those of fields and frames in glossary.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from vanban.keys import all_keys


@dataclass(frozen=True, slots=True)
class Name:
    """One name. `source` is where the decree has it, "" where it is ours; `refused` are names not to be used for it."""

    label: str
    gloss: str
    source: str = ""
    refused: tuple[str, ...] = ()


@cache
def names() -> Mapping[str, Name]:
    """Every name: those of keys, in the order of their table, then the others."""
    of_keys = {name: Name(key.label, key.gloss, key.source, key.refused) for name, key in all_keys() if key.label}
    text = Path(__file__).with_suffix(".yaml").read_text("utf-8")
    entries = yaml.load(text, Loader=yaml.CSafeLoader)
    others = {name: Name(**{**entry, "refused": tuple(entry.get("refused", ()))}) for name, entry in entries.items()}
    return of_keys | others


def labelled(name: str) -> str:
    """A key as a message names it: “noi_nhan” (Nơi nhận). What is no name of ours stands alone."""
    known = names().get(name)
    return f"“{name}” ({known.label})" if known else f"“{name}”"
