"""Parts that are found by looking: a file dropped in counts, and its papers must be in order."""

import ast
import re
from pathlib import Path

import pytest

from vanban import doctypes, lint, reporters, tables
from vanban.codes import CODES, meaning
from vanban.lint.engine import all_rules
from vanban.registry import discover
from vanban.the_thuc import latest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "vanban"
RULES = all_rules()
TYPES = {name: module.TYPE for name, module in discover(doctypes).items()}


def files(folder: str) -> set[str]:
    return {p.stem for p in (PACKAGE / folder).glob("*.py") if not p.stem.startswith("_")}


def it_finds_every_file_of_a_kind():
    assert set(RULES) == files("lint/rules")
    assert set(TYPES) == files("doctypes")
    assert set(discover(tables)) == files("tables")
    assert set(discover(reporters)) == files("reporters")


@pytest.mark.parametrize("name", RULES)
def it_gives_a_rule_its_papers(name):
    rule = RULES[name]
    assert CODES[rule.CODE].name == rule.NAME
    assert rule.__doc__.startswith(f"{rule.CODE}: ")
    assert "Vì sao:" in rule.__doc__
    assert "Đạt:" in rule.__doc__
    assert "Không đạt:" in rule.__doc__


def it_gives_no_code_to_two_rules():
    codes = [rule.CODE for rule in RULES.values()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("kind", TYPES)
def it_gives_a_type_its_schema_and_frames(kind):
    kind = TYPES[kind]
    assert (ROOT / "schemas" / f"{kind.ma}.schema.json").exists()
    for profile in kind.viet_tat:
        for form in filter(None, (kind.frame, kind.attached)):
            assert (ROOT / "templates" / f"{latest(profile).khung_trang[form]}.docx").exists()


@pytest.mark.parametrize("layout", discover(tables))
def it_offers_every_layout_in_the_schema(layout):
    assert f'"{layout}"' in (ROOT / "schemas" / "chung.schema.json").read_text("utf-8")


def emitted_codes() -> set[str]:
    """Codes that stand as literals in the engine, the table of codes aside."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        if path.name != "codes.py":
            tree = ast.parse(path.read_text("utf-8"))
            found |= {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)
                      and isinstance(node.value, str) and re.fullmatch(r"[A-Z]\d{3}", node.value)}
    return found


def it_uses_every_code_and_no_other():
    assert emitted_codes() == set(CODES)
    assert lint is not None


def it_explains_every_code():
    of_rules = {rule.CODE for rule in RULES.values()}
    assert [code for code in CODES if code not in of_rules and not meaning(code)] == []
    assert [code for code in of_rules if meaning(code)] == []
