"""Whole documents in the hard forms of offices, each a file as an officer writes it: what is told of it and what its pages say.

Beside each `formats/whole/*.yaml` stands its `.printed.txt`; after a wanted change:
`VANBAN_UPDATE_GOLDENS=1 python -m pytest tests/test_hard_forms.py`, then read `git diff tests/formats/whole`.
"""

import os
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from tests.support.content import project
from vanban.pipeline.checking import check
from vanban.pipeline.reporting import docx
from vanban.wordml.printed_words import printed_words

WHOLE = Path(__file__).parent / "formats" / "whole"
REGISTERS, ATTACHED = ("so_dung_chung", "so_co_quan"), ".phu_luc"
FILES = sorted(path for path in WHOLE.glob("*.yaml") if path.stem not in REGISTERS and not path.stem.endswith(ATTACHED))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def it_tells_and_prints_what_was_read(path: Path, tmp_path: Path) -> None:
    texts = {name: (WHOLE / f"{name}.yaml").read_text("utf-8") for name in (path.stem, *REGISTERS)}
    attached = path.with_name(f"{path.stem}{ATTACHED}.yaml")
    if attached.exists():
        texts["kem"] = attached.read_text("utf-8")
    home = project(tmp_path, **texts)
    checked = check(home)
    told = [f"{each.code} {each.level} {each.path}: {each.message}" for each in checked.findings]
    (bo,) = checked.sound
    data = docx(home, checked, bo)
    (tmp_path / "a.docx").write_bytes(data)
    assert OpenXmlValidator().validate(tmp_path / "a.docx").is_valid
    printed = [each.words for each in printed_words(data).paragraphs if each.words.strip()]
    found = "\n".join([*told, "-" * 10, *printed]).replace("\N{NO-BREAK SPACE}", " ") + "\n"
    golden = path.with_suffix(".printed.txt")
    if os.environ.get("VANBAN_UPDATE_GOLDENS"):
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text("utf-8")


def it_has_the_words_of_every_file_and_none_too_many() -> None:
    assert {path.stem for path in FILES} == {each.name.removesuffix(".printed.txt") for each in WHOLE.glob("*.txt")}
