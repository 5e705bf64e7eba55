"""Parts that are found by looking: a file dropped in counts, and its papers must be in order."""

import ast
import importlib
import re
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import pytest

from vanban import lint
from vanban.codes import table
from vanban.commands.arguments import COMMANDS
from vanban.datatypes import DataType, datatypes
from vanban.doctypes import doctypes
from vanban.errors import PluginError
from vanban.keys import keys_of, lists
from vanban.lint.engine import Rule, all_rules, known_codes
from vanban.registry import discover, faults
from vanban.reporters import reporters
from vanban.tables import Layout, layouts
from vanban.the_thuc import latest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "vanban"
RULES = all_rules()
TYPES = doctypes()
CODES = known_codes()


def files(folder: str) -> set[str]:
    return {p.stem for p in (PACKAGE / folder).glob("*.py") if not p.stem.startswith("_")}


def it_has_a_file_that_runs_each_command():
    for command in COMMANDS:
        module = importlib.import_module(f"vanban.commands.{command.module or command.name}")
        assert (module.__doc__, callable(module.run)) != (None, False), command.name


def it_finds_every_file_of_a_kind():
    assert set(RULES) == files("lint/rules")
    assert set(TYPES) == files("doctypes")
    assert set(layouts()) == files("tables")
    assert set(datatypes()) == files("datatypes")
    assert set(reporters()) == files("reporters")


@pytest.mark.parametrize("name", RULES)
def it_gives_a_rule_its_papers(name):
    rule = RULES[name]
    assert rule.CODE in CODES
    assert rule.__doc__.startswith(f"{rule.CODE}: ")
    assert "Vì sao:" in rule.__doc__
    assert "Cách sửa:" in rule.__doc__
    assert "\nVí dụ:\n" in rule.__doc__ or "\nĐạt:\n" in rule.__doc__ and "\nKhông đạt:\n" in rule.__doc__


def it_has_an_entry_for_a_code_in_one_place_only():
    """Raises where a rule brings an entry along that stands elsewhere too."""
    own = [rule.CODE for rule in RULES.values() if hasattr(rule, "LEVEL")]
    assert len(own) == len(set(own))
    assert not set(own) & set(table())


@pytest.mark.parametrize("kind", TYPES)
def it_gives_a_type_its_schema_and_frames(kind):
    kind = TYPES[kind]
    assert (ROOT / "schemas" / f"{kind.ma}.schema.json").exists()
    for profile in kind.viet_tat:
        for form in filter(None, (kind.frame, kind.attached)):
            assert (ROOT / "templates" / f"{latest(profile).khung_trang[form]}.docx").exists()


@pytest.mark.parametrize("layout", layouts())
def it_offers_every_layout_in_the_schema(layout):
    assert f'"{layout}"' in (ROOT / "schemas" / "chung.schema.json").read_text("utf-8")


def it_has_a_kind_of_data_for_every_list_of_the_table_of_keys():
    assert set(datatypes()) == set(lists())


@pytest.mark.parametrize("data", datatypes().values(), ids=datatypes())
def it_has_a_field_for_every_key_of_an_entry(data: DataType):
    """Some fields hold several keys, as a validity does."""
    names = {each.name for each in fields(data.node)}
    names |= {inner.name for hint in get_type_hints(data.node).values() if is_dataclass(hint) for inner in fields(hint)}
    assert set(keys_of(lists()[data.ma][0])) <= names
    assert data.unknown in CODES


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


# What a plug-in of each kind must have


def wrong_layout(folder: Path, text: str) -> str:
    """What is said of a package of layouts with one module of that text."""
    package = folder / "bo_cuc_thu"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "ke_doc.py").write_text(text)
    sys.path.insert(0, str(folder))
    try:
        discover(importlib.import_module("bo_cuc_thu"), Layout)
    except PluginError as error:
        return str(error)
    finally:
        sys.path.remove(str(folder))
        for name in ("bo_cuc_thu", "bo_cuc_thu.ke_doc"):
            sys.modules.pop(name, None)
    return ""


@pytest.mark.parametrize(("text", "said"), [
    ("", "Tệp bo_cuc_thu/ke_doc.py chưa dùng được: thiếu TITLE (kiểu str)."),
    ("TITLE, RECORDS = 'Bảng', ''\nwrite_out = 5", "Tệp bo_cuc_thu/ke_doc.py chưa dùng được: thiếu hàm write_out(table, van_ban, setting)."),
    ("TITLE, RECORDS = 'Bảng', ''\ndef write_out(table): ...", "Tệp bo_cuc_thu/ke_doc.py chưa dùng được: thiếu hàm write_out(table, van_ban, setting)."),
    ("TITLE, RECORDS = 'Bảng', ''\ndef write_out(table, van_ban, setting): ...", ""),
    ("1 / 0", "Tệp bo_cuc_thu/ke_doc.py chưa dùng được: khi nạp thì gặp ZeroDivisionError: division by zero."),
    ("import khong_co", "Tệp bo_cuc_thu/ke_doc.py chưa dùng được: khi nạp thì gặp ModuleNotFoundError: No module named 'khong_co'."),
    ("raise SystemExit(0)", "Tệp bo_cuc_thu/ke_doc.py chưa dùng được: khi nạp thì gặp SystemExit: 0."),
    ("def :", "Tệp bo_cuc_thu/ke_doc.py chưa dùng được: khi nạp thì gặp SyntaxError: invalid syntax (ke_doc.py, line 1)."),
])
def it_says_what_a_wrong_plug_in_lacks(tmp_path: Path, text: str, said: str):
    assert wrong_layout(tmp_path, text) == said


def it_refuses_a_name_of_the_wrong_kind():
    rule = ModuleType("vanban.lint.rules.thu")
    rule.TARGET, rule.CODE, rule.SOURCE, rule.check = "set", 101, "", lambda subject: iter(())
    assert list(faults(rule, Rule)) == ["thiếu CODE (kiểu str)"]


def it_refuses_a_value_that_is_none_of_those_it_may_be():
    rule = ModuleType("vanban.lint.rules.thu")
    rule.TARGET, rule.CODE, rule.SOURCE, rule.check = "nowhere", "C101", "", lambda subject: iter(())
    assert list(faults(rule, Rule)) == ["TARGET phải là một trong source, document, set, content, docx"]


@pytest.mark.parametrize(("known", "module"), [(doctypes, "giay_moi"), (datatypes, "co_quan")])
def it_refuses_an_id_that_is_not_the_name_of_its_file(known, module, monkeypatch: pytest.MonkeyPatch):
    package = sys.modules[known.__module__]
    found = importlib.import_module(f"{package.__name__}.{module}")
    monkeypatch.setattr(package, "discover", lambda *_: {module: found, "khac": found})
    with pytest.raises(PluginError, match=r"khac\.py chưa dùng được: ma của (TYPE|DATA) phải là “khac”"):
        known.__wrapped__()
