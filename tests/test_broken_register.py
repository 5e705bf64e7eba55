"""A register that cannot be read is told of there; files of figures are told of nothing that rests on it."""

from pathlib import Path

import pytest

from tests.support.content import project
from tests.test_so_lieu import of, put
from vanban.pipeline.checking import check


@pytest.mark.parametrize("name", ["co_quan.yaml", "co_quan_bao_cao.yaml", "chi_tieu_bao_cao.yaml", "che_do_bao_cao.yaml"])
def it_tells_of_the_register_alone(name: str, tmp_path: Path) -> None:
    made = project(tmp_path)
    path = put(made, of())
    (register,) = made.content.glob(f"dung_chung/**/{name}")
    text = register.read_text("utf-8")
    register.write_text(text + '\nhong: "mở mà không đóng\n', "utf-8")
    found = check(made, [path]).findings
    assert [each.code for each in found if "/so_lieu/" in each.file] == []
    assert "S101" in {each.code for each in found}
