"""A file of answers that cannot be read: only that is told, at its line, with the way out; no answer is lost."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.support.planning import NEW, answer, carried, texts

LINE = "Rà soát trước ngày 31/7/2025."


@pytest.mark.parametrize(("said", "code"), [
    ("Tiếp tục thực hiện Nghị quyết: rõ việc", "S101"), ('"Nghị quyết" và Kế hoạch', "S101"), ("[[qd]] và việc khác", "S101"),
    ("*Rà soát* cho rõ", "S101"), ("%50 số việc", "S101"), ("@rà soát", "S101"), ('"Rà soát', "S101"), ("'Rà soát", "S101"),
    ("- Rà soát", "S101"), ("&a rà soát", "S105"),
])
def it_tells_only_that_the_file_cannot_be_read(tmp_path: Path, said: str, code: str) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN.replace("Theo phân công.", LINE))
    (place,) = [each.vi_tri for each in carried(home).decisions if "kh#de_muc" in each.vi_tri]
    answer(home, place, said)
    before = texts(home.content)
    findings = carried(home).findings
    assert {each.code for each in findings} == {code}
    assert said in (home.root / NEW / "chuyen_nam.yaml").read_text("utf-8").splitlines()[findings[0].line - 1]
    assert 'tra_loi: "…"' in findings[0].hint
    assert "các câu trả lời khác còn nguyên" in findings[0].hint
    assert not any("nơi khác" in each.hint for each in findings)
    assert texts(home.content) == before


def it_takes_the_answer_when_it_is_quoted_as_the_head_says(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN.replace("Theo phân công.", LINE))
    (place,) = [each.vi_tri for each in carried(home).decisions if "kh#de_muc" in each.vi_tri]
    assert 'tra_loi: "Nghị quyết: rõ việc"' in (home.root / NEW / "chuyen_nam.yaml").read_text("utf-8").partition("loai_du_lieu")[0]
    answer(home, place, '"Tiếp tục thực hiện Nghị quyết: rõ việc"')
    assert not carried(home).findings
    assert "Tiếp tục thực hiện Nghị quyết: rõ việc.\n" in (home.root / NEW / "kh.yaml").read_text("utf-8")
