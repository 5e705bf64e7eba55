"""The page of examples to copy: each fence is a whole file, and what is copied builds without a word against it."""

import re
from pathlib import Path

import pytest

from tests.support.content import ROOT, project
from vanban.model.printed_lines import printed_lines
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.reporting import report

PAGE = (ROOT / "docs/vi_du_de_chep.md").read_text("utf-8")
FENCES = re.findall(r"^```(\w*)\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
FILES = {text.partition("\n")[0].removeprefix("# "): text for _, text in FENCES}


def copied(folder: Path) -> Checked:
    made = project(folder)
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return check(made, [made.content / "xa_yen_thanh"])


def it_names_the_file_of_every_fence() -> None:
    assert {kind for kind, _ in FENCES} == {"yaml"}
    assert len(FILES) == len(FENCES)
    assert all(re.fullmatch(r"content/[a-z_]+/20\d\d/[a-z_]+\.yaml", name) for name in FILES)


def it_builds_what_is_copied_without_a_word_against_it(tmp_path: Path) -> None:
    checked = copied(tmp_path)
    assert [(each.file, each.line, each.code, each.message) for each in checked.findings if each.code != "C132"] == []
    assert sorted(bo.van_ban.loai_van_ban for bo in checked.sound) == ["cong_van", "giay_moi", "ke_hoach"]
    result = report(project(tmp_path), [tmp_path / "content/xa_yen_thanh"], ["docx"])
    assert len(result.written) == 3
    assert result.failures == []


@pytest.mark.parametrize("words", ["Phụ lục", "Lắp đặt máy quét", "Tổng cộng", "508", "Như thành phần mời"])
def it_prints_its_annexes_and_its_tables(words: str, tmp_path: Path) -> None:
    lines = [line.text for bo in copied(tmp_path).sound for line in printed_lines(bo)]
    assert any(words.casefold() in line.casefold() for line in lines)


def it_is_found_from_the_guide() -> None:
    assert "(vi_du_de_chep.md)" in (ROOT / "docs/huong_dan.md").read_text("utf-8")
