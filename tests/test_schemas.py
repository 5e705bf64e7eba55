"""The schemas are sound, speak Vietnamese, and the content that we ship keeps to them."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from vanban.model.document import Ban, DoKhan, DoMat, KhoGiay, PhamViLuuHanh, SoSanh, VanBan
from vanban.model.registers import DanhSoPhuLuc, HoSo, TuCachKy

ROOT = Path(__file__).parents[1]
SCHEMAS = {path.name: json.loads(path.read_text("utf-8")) for path in sorted((ROOT / "schemas").glob("*.schema.json"))}
CONTENT = sorted((ROOT / "content").rglob("*.yaml"))
REGISTRY = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items())

VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
EDITOR_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
# A syllable as Vietnamese spells it, its accents gone.
SYLLABLE = re.compile(
    "(b|ch?|d|gh?|gi|h|kh?|l|m|nh?|ngh?|ph?|qu|r|s|th?|tr|v|x)?"
    "(a|ai|ao|au|ay|e|eo|eu|i|ia|ie|ieu|iu|o|oa|oai|oe|oi|u|ua|ue|ui|uo|uoi|uou|uu|uy|uye|uya|y|ye|yeu)(ch?|m|ng?|nh|p|t)?"
)
# One syllable only for the provision ladder, and where the format of the sources fixes one.
ONE_SYLLABLE = {"phan", "chuong", "muc", "dieu", "khoan", "diem", "ma", "luu", "ban", "nhom", "gom", "ngay", "cot", "hang", "tach", "hinh", "tep"}
# What check_schema tells of, and what only explains.
TOLD = {
    "additionalProperties", "required", "type", "const", "enum", "format", "pattern", "minItems", "minLength",
    "uniqueItems", "if", "minimum", "maximum", "maxItems",
}
SILENT = {
    "$schema", "$id", "$ref", "$defs", "title", "description", "default", "properties", "patternProperties", "items", "then",
    "enumDescriptions", "patternErrorMessage",
}
DOCUMENTS = sorted(name for name, schema in SCHEMAS.items() if "loai_van_ban" in schema.get("properties", {}))
# Types that are always issued by themselves, and what their minimum holds beside that of every type.
ALONE: dict[str, dict[str, Any]] = {
    "bao_cao": {}, "thong_bao": {}, "giay_moi": {}, "to_trinh": {"kinh_gui": ["UBND tỉnh"]},
    "cong_van": {"kinh_gui": ["UBND tỉnh"]},
    "bien_ban": {"thu_ky": "Nguyễn Văn T", "chu_toa": "Hoàng Thị E"},
    "quyet_dinh": {"can_cu": ["nq_x"], "dieu": [{"noi_dung": "Việc."}]},
}
EITHER = ("ke_hoach", "de_an", "chuong_trinh")  # alone, or attached to a decision
OF_EVERY_ISSUED = {
    "loai_van_ban", "ma", "vi_du", "ghi_chu", "co_quan", "so_van_ban", "ngay_ban_hanh", "ngay_du_kien", "ky_hieu",
    "du_thao", "ban", "do_khan", "do_mat", "pham_vi_luu_hanh", "in_dia_chi", "trich_yeu", "can_cu", "noi_nhan", "luu",
    "so_ban_luu", "nguoi_soan_thao", "so_ban_phat_hanh", "kem_theo", "bo_qua",
}


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


def _property(name: str, *path: str) -> dict[str, Any]:
    """A property of a schema, or of a definition in it, with what it refers to; its own words win."""
    node = SCHEMAS[name]
    for key in path:
        node = node[key]
    return _resolved(name, node)


def _resolved(name: str, node: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in node:
        return node
    target = REGISTRY.resolver(base_uri=name).lookup(node["$ref"])
    return {**_resolved(node["$ref"].partition("#")[0] or name, target.contents), **node}


def _named(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property with its words, by its path."""
    for path, node in _schemas(name):
        for key, schema in {**node.get("properties", {}), **node.get("patternProperties", {})}.items():
            yield f"{path}.{key}", _resolved(name, schema)


# Mappings whose other keys are columns of a table, or indicators.
OTHERS = {"mot_hang": "Ô", "mot_gia_tri": "Giá trị của chỉ tiêu", "mot_ghi_chu_so_lieu": "Ghi chú của chỉ tiêu"}


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
    assert "$id" not in SCHEMAS[name]  # what it refers to is found beside it, from wherever it is read


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
        if name == "chung.schema.json" and (other := OTHERS.get(path.rpartition(".")[2])):
            assert node["additionalProperties"]["title"] == other
        elif node.get("type") == "object" or "properties" in node:
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


@every_schema
def test_every_keyword_is_one_that_the_check_can_tell_of(name: str) -> None:
    for path, node in _schemas(name):
        assert node.keys() <= TOLD | SILENT, path


@every_schema
def test_keys_are_vietnamese_of_two_syllables_or_more(name: str) -> None:
    for path, node in _schemas(name):
        for key in node.get("properties", {}):
            parts = key.split("_")
            assert all(map(SYLLABLE.fullmatch, parts)), f"{path}.{key}: not Vietnamese"
            assert len(parts) > 1 or key in ONE_SYLLABLE, f"{path}.{key}: one syllable"


def test_the_words_of_a_key_are_written_once() -> None:
    """What several types explain in the same words stands in chung.schema.json."""
    words = Counter(
        schema["description"] for name in DOCUMENTS for schema in SCHEMAS[name]["properties"].values() if "description" in schema
    )
    assert [text for text, count in words.items() if count > 1] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_key_of_a_document_is_a_field_of_the_tree(name: str) -> None:
    unprinted, another_name = {"ghi_chu"}, {"dieu"}
    assert SCHEMAS[name]["properties"].keys() <= {field.name for field in fields(VanBan)} | unprinted | another_name


@pytest.mark.parametrize(("literal", "file", "path"), [
    (Ban, "chung", ("$defs", "ban")),
    (DoKhan, "chung", ("$defs", "do_khan")),
    (DoMat, "chung", ("$defs", "do_mat")),
    (PhamViLuuHanh, "chung", ("$defs", "pham_vi_luu_hanh")),
    (SoSanh, "chung", ("$defs", "mot_muc_tieu", "properties", "so_sanh")),
    (KhoGiay, "chung", ("$defs", "kho_giay")),
    (HoSo, "chung", ("$defs", "mot_co_quan", "properties", "ho_so")),
    (DanhSoPhuLuc, "chung", ("$defs", "mot_co_quan", "properties", "danh_so_phu_luc")),
    (TuCachKy, "chung", ("$defs", "mot_nguoi_ky", "properties", "tu_cach_ky")),
])
def test_the_choices_of_a_key_are_those_of_the_tree(literal: Any, file: str, path: tuple[str, ...]) -> None:
    choice = _property(f"{file}.schema.json", *path)
    assert set(choice["enum"]) == set(get_args(literal))
    assert len(choice["enum"]) == len(choice["enumDescriptions"])


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
    kinds = {_kind(file)[1] for file in CONTENT}
    made_by_plan = "chuyen_nam.schema.json"  # tests/test_plan.py holds what `plan` writes to it
    assert {f"{kind}.schema.json" for kind in kinds} == SCHEMAS.keys() - {"chung.schema.json", made_by_plan}


@pytest.mark.parametrize("file", [file for file in CONTENT if file.parent.name not in ("dung_chung", "so_lieu")], ids=lambda file: file.name)
def test_a_sample_says_that_it_is_one(file: Path) -> None:
    assert _kind(file)[0]["vi_du"] is True


def _minimum(kind: str) -> dict[str, Any]:
    document = {
        "loai_van_ban": kind, "ma": "x", "co_quan": "co_quan_x", "trich_yeu": "Tên", "noi_nhan": ["Nơi nhận"], "luu": "VT",
    }
    if kind in EITHER:
        document["de_muc"] = [{"tieu_de": "Mục tiêu"}]
    if kind != "bien_ban":
        document["nguoi_ky"] = "nguyen_van_a"
    return document | ALONE.get(kind, {})


@pytest.mark.parametrize("kind", [*ALONE, *EITHER])
def test_a_document_that_is_issued_has_its_minimum_and_no_less(kind: str) -> None:
    document = _minimum(kind)
    assert _faults(kind, document) == []
    for key in document.keys() - {"co_quan"} if kind in EITHER else document:
        assert _faults(kind, {k: value for k, value in document.items() if k != key}), key


@pytest.mark.parametrize("kind", [*ALONE, *EITHER])
def test_documents_that_are_issued_share_their_keys(kind: str) -> None:
    assert SCHEMAS[f"{kind}.schema.json"]["properties"].keys() >= OF_EVERY_ISSUED


@pytest.mark.parametrize(("kind", "key"), [
    ("quyet_dinh", "de_muc"), ("quyet_dinh", "kinh_gui"), ("bien_ban", "nguoi_ky"), ("bao_cao", "don_vi_soan_thao"),
    ("ke_hoach", "phu_de"), ("phu_luc", "co_quan"), ("thong_bao", "thu_ky"),
])
def test_a_key_that_a_type_does_not_print_is_refused(kind: str, key: str) -> None:
    assert key not in SCHEMAS[f"{kind}.schema.json"]["properties"]


@pytest.mark.parametrize("zones", [
    {"du_thao": {"lan_thu": 2, "ngay": "05/12/2025"}}, {"du_thao": {"lan_thu": 1}}, {"ban": "dien_tu_rieng_tep"},
    {"do_khan": "hoa_toc", "do_mat": "mat", "pham_vi_luu_hanh": "xem_xong_tra_lai", "in_dia_chi": True},
    {"so_ban_luu": 2, "nguoi_soan_thao": "NVA", "so_ban_phat_hanh": 150}, {"ky_hieu": "QĐ-CTUBND"},
    {"so_van_ban": "0125"}, {"noi_nhan": ["[[lanh_dao_tinh]]", "Cổng TTĐT tỉnh"]},
])
def test_the_zones_of_an_issued_document_pass(zones: dict[str, Any]) -> None:
    assert _faults("bao_cao", _minimum("bao_cao") | zones) == []


@pytest.mark.parametrize("zones", [
    {"du_thao": {"lan": 2}}, {"du_thao": {"lan_thu": "hai"}}, {"du_thao": 2}, {"ban": "pdf"}, {"do_khan": "gap"},
    {"do_mat": True}, {"in_dia_chi": "co"}, {"so_ban_luu": "02 bản"}, {"nguoi_soan_thao": "Nguyễn A"},
    {"ky_hieu": "125/QĐ-UBND"}, {"so_van_ban": "125/BC"}, {"kinh_gui": "UBND tỉnh"}, {"noi_nhan": []},
])
def test_zones_in_another_form_are_refused(zones: dict[str, Any]) -> None:
    assert _faults("bao_cao", _minimum("bao_cao") | zones)


def _register(**signer: object) -> dict[str, Any]:
    person = {"ma": "x", "ho_ten": "Lê Văn C", "chuc_vu": "Phó Chánh Văn phòng", "tu_ngay": "01/3/2023", **signer}
    return {"loai_du_lieu": "co_quan", "co_quan": [{"ma": "ubnd_x", "ten_goi": "Ủy ban", "nguoi_ky": [person]}]}


@pytest.mark.parametrize("signer", [
    {"tu_cach_ky": "thua_lenh_cap_pho", "cap_truong": "Chánh Văn phòng"}, {"tu_cach_ky": "thua_uy_quyen"},
    {"tu_cach_ky": "cap_truong", "chuc_vu_khac": "Giám đốc Sở Nội vụ", "linh_vuc": "Nội vụ"},
])
def test_a_signer_may_sign_by_order_or_authorised(signer: dict[str, Any]) -> None:
    assert _faults("co_quan", _register(**signer)) == []
    assert _faults("co_quan", _register(**signer | {"tu_cach_ky": "phu_trach"}))


def test_recipients_may_be_named_as_a_group() -> None:
    group = {"ma": "lanh_dao_tinh", "gom": ["TT Tỉnh ủy, TT HĐND tỉnh", "Chủ tịch, các PCT UBND tỉnh"]}
    register = _register(tu_cach_ky="thua_lenh")
    assert _faults("co_quan", register | {"nhom_noi_nhan": [group]}) == []
    assert _faults("co_quan", register | {"nhom_noi_nhan": [group | {"gom": []}]})
    assert _faults("co_quan", register | {"nhom_noi_nhan": [{"ma": "lanh_dao_tinh"}]})


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


@pytest.mark.parametrize("thoi_gian", ["", "cuối năm", "Quý V/2025", "quý IV/2025", "Khoảng tháng 8/2025", "Năm 25"])
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
