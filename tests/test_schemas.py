"""The schemas are sound, speak Vietnamese, and the content that we ship keeps to them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

ROOT = Path(__file__).parents[1]
SCHEMAS = {path.name: json.loads(path.read_text("utf-8")) for path in sorted((ROOT / "schemas").glob("*.schema.json"))}
CONTENT = sorted(path for path in (ROOT / "content").rglob("*.yaml") if "so_lieu" not in path.parts)
REGISTRY = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items())

VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
EDITOR_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


def _nodes(schema: Any, path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping inside a schema with its path, the outermost first."""
    if isinstance(schema, dict):
        yield path, schema
        for key, value in schema.items():
            yield from _nodes(value, f"{path}.{key}")
    elif isinstance(schema, list):
        for value in schema:
            yield from _nodes(value, f"{path}[]")


def _schemas(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The mappings that are schemas themselves, not maps of names to schemas."""
    maps = (".properties", ".patternProperties", ".$defs")
    return ((path, node) for path, node in _nodes(SCHEMAS[name]) if not path.endswith(maps))


def _named(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property, by its path."""
    for path, node in _schemas(name):
        for key, schema in {**node.get("properties", {}), **node.get("patternProperties", {})}.items():
            yield f"{path}.{key}", schema


def _kind(file: Path) -> tuple[dict[str, Any], str]:
    data = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    return data, data.get("loai_van_ban") or data.get("loai_du_lieu")


def _faults(kind: str, data: Any) -> list[str]:
    validator = Draft202012Validator(SCHEMAS[f"{kind}.schema.json"], registry=REGISTRY)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


every_schema = pytest.mark.parametrize("name", SCHEMAS)
every_content = pytest.mark.parametrize("file", CONTENT, ids=lambda file: str(file.relative_to(ROOT)))


@every_schema
def test_a_schema_is_itself_valid(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert SCHEMAS[name]["$id"] == name


@every_schema
def test_every_reference_leads_somewhere(name: str) -> None:
    resolver = REGISTRY.resolver(base_uri=name)
    for _, node in _schemas(name):
        if "$ref" in node:
            assert resolver.lookup(node["$ref"]).contents


@every_schema
def test_every_property_explains_itself_in_vietnamese(name: str) -> None:
    for path, schema in _named(name):
        assert VIETNAMESE.search(schema.get("title", "")), f"{path}: title"
        assert "Ví dụ: " in schema.get("description", ""), f"{path}: description with an example"


@every_schema
def test_every_object_refuses_unknown_keys(name: str) -> None:
    for path, node in _schemas(name):
        if node.get("type") == "object" or "properties" in node:
            assert node.get("additionalProperties") is False, path


@every_schema
def test_required_keys_exist(name: str) -> None:
    for path, node in _schemas(name):
        if "properties" in node:
            assert set(node.get("required", ())) <= set(node["properties"]), path


@every_schema
def test_every_pattern_says_what_to_write(name: str) -> None:
    for path, node in _schemas(name):
        if "pattern" in node:
            assert VIETNAMESE.search(node.get("patternErrorMessage", "")), path


@every_schema
def test_editors_understand_every_keyword(name: str) -> None:
    for path, node in _schemas(name):
        assert not {"oneOf", "anyOf", "unevaluatedProperties"} & node.keys(), path


@every_content
def test_content_keeps_to_its_schema(file: Path) -> None:
    data, kind = _kind(file)
    assert _faults(kind, data) == []


@every_content
def test_the_editor_line_names_the_schema_of_the_file(file: Path) -> None:
    match = EDITOR_LINE.match(file.read_text("utf-8"))
    assert match, "first line without the schema for editors"
    assert (file.parent / match[1]).resolve() == ROOT / "schemas" / f"{_kind(file)[1]}.schema.json"


def test_content_is_found() -> None:
    assert {_kind(file)[1] for file in CONTENT} >= {"quyet_dinh", "ke_hoach", "phu_luc", "co_quan", "can_cu", "chi_tieu"}


TASK = {"ma": "nv_x", "noi_dung": "Việc", "san_pham": "Báo cáo", "chu_tri": ["so_x"], "thoi_gian": "Năm 2025"}


def _annex(**changed: object) -> dict[str, Any]:
    group = {"nhom": "Nhóm", "gom": [{**TASK, **changed}]}
    return {"loai_van_ban": "phu_luc", "ma": "pl_x", "trich_yeu": "Danh mục", "nhiem_vu": [group]}


@pytest.mark.parametrize("thoi_gian", [
    "Thường xuyên", "Hằng quý", "Năm 2025", "Quý IV/2025", "Tháng 12/2025", "6 tháng cuối năm 2025",
    "Trước ngày 31/7/2025", "Chậm nhất ngày 31/7/2025", "Đến hết ngày 31/12/2025", "Từ tháng 8 đến tháng 11/2025",
])
def test_a_deadline_in_a_known_form_passes(thoi_gian: str) -> None:
    assert _faults("phu_luc", _annex(thoi_gian=thoi_gian)) == []


@pytest.mark.parametrize("thoi_gian", ["", "Sớm", "Quý V/2025", "quý IV/2025", "Trước 31/7/2025", "Năm 25"])
def test_a_deadline_in_another_form_is_refused(thoi_gian: str) -> None:
    assert _faults("phu_luc", _annex(thoi_gian=thoi_gian))


def test_a_task_without_a_lead_is_refused() -> None:
    assert _faults("phu_luc", _annex(chu_tri=[]))


def test_a_plan_that_stands_alone_needs_its_end() -> None:
    plan = {"loai_van_ban": "ke_hoach", "ma": "kh_x", "trich_yeu": "Tên", "de_muc": [{"tieu_de": "Mục tiêu"}]}
    assert _faults("ke_hoach", plan) == []
    faults = _faults("ke_hoach", plan | {"co_quan": "ubnd_x"})
    assert {fault.split("'")[1] for fault in faults} == {"noi_nhan", "luu", "nguoi_ky"}


@pytest.mark.parametrize("gia_tri", [95, "95", "98,63", "1.234,5", "-2"])
def test_a_number_may_have_a_decimal_comma(gia_tri: object) -> None:
    target = {"chi_tieu": "ty_le_x", "so_sanh": "bang", "gia_tri": gia_tri}
    plan = {"loai_van_ban": "ke_hoach", "ma": "kh_x", "trich_yeu": "Tên", "de_muc": [{}], "muc_tieu": [target]}
    assert _faults("ke_hoach", plan) == []
    assert _faults("ke_hoach", plan | {"muc_tieu": [target | {"gia_tri": f"{gia_tri}%"}]})
