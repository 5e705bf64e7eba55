"""One name for one thing: schemas, model and frames use the names of the glossary, and no others."""

import json
import pkgutil
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from jinja2 import Environment, nodes
from lxml import etree

from vanban import model
from vanban.glossary import labelled, names
from vanban.text import fold_ascii

ROOT = Path(__file__).parents[1]
FRAMES = sorted((ROOT / "templates").glob("*.docx"))

# The steps of a law have one syllable, and so have these, which were there first. The list gets no longer.
ONE_SYLLABLE = {"phan", "chuong", "muc", "dieu", "khoan", "diem"} | {
    "ma", "luu", "ban", "ngay", "nhom", "gom", "ky", "dong", "tep", "cot", "hang", "tach", "hinh",
}
# A syllable of Vietnamese without its accents. English words with the same letters ("can", "run") are rare enough.
SYLLABLE = re.compile(
    "(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?"
    "(a|ai|ao|au|ay|e|eo|eu|i|ia|ie|ieu|iu|o|oa|oai|oay|oe|oi|u|ua|uay|ue|ui|uo|uoi|uou|uu|uy|uya|uye|y|ye|yeu)"
    "(c|ch|m|n|ng|nh|p|t)?"
)


def is_vietnamese(name: str) -> bool:
    """Whether every part of a name reads as a syllable."""
    return all(SYLLABLE.fullmatch(part) for part in name.strip("_").split("_"))


def schema_keys() -> set[str]:
    """Every key that an officer may type."""
    def keys(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            yield from node.get("properties", ())
            for value in node.values():
                yield from keys(value)
        elif isinstance(node, list):
            for value in node:
                yield from keys(value)
    return {key for path in (ROOT / "schemas").glob("*.json") for key in keys(json.loads(path.read_text("utf-8")))}


def model_fields() -> set[str]:
    modules = [import_module(f"vanban.model.{each.name}") for each in pkgutil.iter_modules(model.__path__)]
    return {field.name for module in modules for kind in vars(module).values()
            if is_dataclass(kind) and kind.__module__ == module.__name__ for field in fields(kind)}


def frame_names(frame: Path) -> set[str]:
    """The variables of a page frame, those of its loops among them."""
    with ZipFile(frame) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    text = re.sub(r"\{([{%])(?:p|tr|tc|r)\s", r"{\1 ", "".join(document.itertext()))
    return {node.name for node in Environment().parse(text).find_all(nodes.Name)}


def it_has_every_key_of_the_schemas() -> None:
    assert schema_keys() - set(names()) == set()


def it_has_every_vietnamese_field_of_the_model() -> None:
    assert {field for field in model_fields() if is_vietnamese(field)} - set(names()) == set()


@pytest.mark.parametrize("frame", FRAMES, ids=lambda path: path.stem)
def it_has_every_variable_of_a_frame(frame: Path) -> None:
    found = frame_names(frame)
    assert found
    assert found - set(names()) == set()


def it_has_no_name_that_nothing_uses() -> None:
    used = schema_keys() | model_fields() | {name for frame in FRAMES for name in frame_names(frame)}
    assert set(names()) - used == set()


@pytest.mark.parametrize("name", names())
def it_labels_a_name_with_its_own_word(name: str) -> None:
    """The label is the name with its accents; so no two names can have one label."""
    entry = names()[name]
    assert unicodedata.is_normalized("NFC", entry.label)
    assert re.sub(r"\W+", "_", fold_ascii(entry.label)).lower() == name
    assert entry.label[0].isupper()
    assert entry.gloss


@pytest.mark.parametrize("name", names())
def it_is_vietnamese_of_two_syllables_or_more(name: str) -> None:
    assert is_vietnamese(name)
    assert "_" in name or name in ONE_SYLLABLE


def it_gives_no_label_twice() -> None:
    labels = [entry.label for entry in names().values()]
    assert len(labels) == len(set(labels))


def it_refuses_names_that_nothing_uses() -> None:
    refused = {name for entry in names().values() for name in entry.refused}
    assert refused
    assert not refused & (set(names()) | schema_keys() | model_fields())


def it_names_a_key_to_a_clerk_by_its_label() -> None:
    assert labelled("noi_nhan") == "“noi_nhan” (Nơi nhận)"
    assert labelled("la_lam") == "“la_lam”"


@pytest.mark.parametrize(("name", "vietnamese"), [
    ("noi_nhan", True), ("phuong_thuc", True), ("nghieng", True), ("quyen_han", True), ("ngay", True),
    ("inlines", False), ("origin", False), ("bold", False), ("step", False), ("roll_up", False), ("keep", False),
    ("title", False), ("date", False), ("number", False),
])
def it_knows_a_vietnamese_name_by_its_syllables(name: str, vietnamese: bool) -> None:
    assert is_vietnamese(name) is vietnamese
