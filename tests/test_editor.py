"""VS Code as an officer opens it: the settings of the folder, and the YAML language server that reads them.

The server (npm yaml-language-server, pinned in tests/editor/) takes every sample as good and marks a fault on the
line where `check` names it; beside a key it shows our words.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.language_server import LanguageServer, NoServer, installed
from vanban.readers.check_schema import check_schema
from vanban.readers.schemas import Schemas
from vanban.readers.source import read_source

pytestmark = pytest.mark.xdist_group("editor")  # one language server, one worker

ROOT = Path(__file__).parents[1]
# JSON with comments, as VS Code has it.
SETTINGS = json.loads(re.sub(r"(?m)^\s*//.*$", "", (ROOT / ".vscode" / "settings.json").read_text("utf-8")))
SCHEMAS = Schemas(ROOT / "schemas")
CONTENT = sorted((ROOT / "content").rglob("*.yaml"))
DECISION = ROOT / "content" / "nghe_an" / "2025" / "quyet_dinh_cchc.yaml"
PLAN = ROOT / "content" / "nghe_an" / "2025" / "ke_hoach_cchc.yaml"
REGISTER = ROOT / "content" / "dung_chung" / "co_quan.yaml"


def nested(settings: dict[str, Any], section: str) -> dict[str, Any]:
    """{"yaml.schemaStore.enable": x} → {"schemaStore": {"enable": x}}, as the extension sends them."""
    out: dict[str, Any] = {}
    for name, value in settings.items():
        first, *rest = name.split(".")
        if first == section:
            target = out
            for part in rest[:-1]:
                target = target.setdefault(part, {})
            target[rest[-1]] = value
    return out


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    try:
        program = installed()
    except NoServer as missing:
        pytest.skip(str(missing))
    with LanguageServer(program, ROOT, {"yaml": nested(SETTINGS, "yaml")}) as running:
        for file in CONTENT:  # it waits before it looks at a text; so it waits once
            running.open(file, file.read_text("utf-8"))
        yield running


def marked(server: LanguageServer, file: Path, text: str) -> set[int]:
    """The lines, from 1, that the editor marks red."""
    return {found["range"]["start"]["line"] + 1 for found in server.diagnostics(file, text) if found["severity"] == 1}


def told(file: Path, text: str) -> set[int]:
    """The lines that our check names, of the schema's faults."""
    source, findings = read_source(file.name, text.encode())
    assert not findings
    kind = source.data.get("loai_van_ban") or source.data["loai_du_lieu"]
    return {found.line for found in check_schema(source, kind, SCHEMAS)[1]}


def line_of(text: str, start: str) -> int:
    """The line, from 0, that begins with `start`."""
    return next(number for number, line in enumerate(text.split("\n")) if line.lstrip(" -").startswith(start))


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.relative_to(ROOT).as_posix())
def it_marks_nothing_in_a_sample(file: Path, server: LanguageServer) -> None:
    assert server.diagnostics(file, file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        (DECISION, "trich_yeu: ", "trich_ieu: "),
        (DECISION, "luu: VT", "mau_chu: đỏ\nluu: VT"),
        (DECISION, "luu: VT, KSTT\n", ""),
        (DECISION, "luu: VT", "ban: nhua\nluu: VT"),
        (DECISION, "15/7/2025", "15-7-2025"),
        (DECISION, "so_van_ban: 2228", "so_van_ban: hai"),
        (DECISION, "nguoi_ky: nguyen_van_a", "nguoi_ky: Nguyễn Văn A"),
        (DECISION, "vi_du: true", "vi_du: có"),
        (DECISION, "can_cu:\n", "can_cu: nq_76_2021\ncan_cu_khac:\n"),
        (PLAN, "so_sanh: bang", "so_sanh: khoang"),
        (PLAN, "gia_tri: 100", "gia_tri: 100%"),
        (PLAN, "  - tieu_de: Mục tiêu", "  - tieu_de_lon: Mục tiêu"),
        (REGISTER, "ten_goi: ", "ten_goi_day_du: "),
    ],
)
def it_marks_a_fault_on_the_line_where_our_check_names_it(
    file: Path, right: str, wrong: str, server: LanguageServer
) -> None:
    text = file.read_text("utf-8")
    broken = text.replace(right, wrong, 1)
    assert broken != text
    lines = told(file, broken)
    assert lines
    assert lines <= marked(server, file, broken)


@pytest.mark.parametrize("key", ["so_van_ban", "ngay_ban_hanh", "trich_yeu", "noi_nhan", "dieu", "noi_dung"])
def it_explains_a_key_in_vietnamese(key: str, server: LanguageServer) -> None:
    text = DECISION.read_text("utf-8")
    line = line_of(text, f"{key}:")
    schema = SCHEMAS.schema("quyet_dinh")
    if key == "noi_dung":
        schema = SCHEMAS.follow(SCHEMAS.follow(schema["properties"]["dieu"])["items"])
    described = SCHEMAS.follow(schema["properties"][key])
    shown = server.hover(DECISION, text, line, text.split("\n")[line].index(key) + 1).replace("\\", "")
    assert described["title"] in shown
    assert described["description"] in shown


def it_offers_the_keys_that_are_not_there_yet(server: LanguageServer) -> None:
    text = DECISION.read_text("utf-8") + "\n"
    offered = server.completions(DECISION, text, text.count("\n"), 0)
    assert offered["do_khan"].startswith("Dấu chỉ mức độ khẩn")
    assert "trich_yeu" not in offered


def it_offers_the_values_of_a_choice_with_their_meaning(server: LanguageServer) -> None:
    text = DECISION.read_text("utf-8") + "do_khan: \n"
    offered = server.completions(DECISION, text, text.count("\n") - 1, len("do_khan: "))
    assert offered == {"khan": "KHẨN", "thuong_khan": "THƯỢNG KHẨN", "hoa_toc": "HỎA TỐC"}


@pytest.mark.parametrize("name", ["co_quan", "can_cu", "chi_tieu"])
def it_knows_a_register_by_its_name_without_the_editor_line(name: str, server: LanguageServer) -> None:
    file = ROOT / "content" / "dung_chung" / f"{name}.yaml"
    text = file.read_text("utf-8").partition("\n")[2]
    assert server.diagnostics(file, text) == []
    assert marked(server, file, f"{text}\nla_lam: x\n") == {text.count("\n") + 2}


def it_recommends_the_extension_whose_server_is_tested() -> None:
    recommended = json.loads((ROOT / ".vscode" / "extensions.json").read_text("utf-8"))["recommendations"]
    assert recommended == ["redhat.vscode-yaml"]


def it_names_in_its_settings_schemas_that_are_there() -> None:
    for schema, pattern in SETTINGS["yaml.schemas"].items():
        assert (ROOT / schema).exists()
        assert (ROOT / pattern).exists()


def it_pins_the_server_without_naming_where_it_came_from() -> None:
    lock = json.loads((ROOT / "tests" / "editor" / "package-lock.json").read_text("utf-8"))
    wanted = json.loads((ROOT / "tests" / "editor" / "package.json").read_text("utf-8"))["dependencies"]
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert wanted == {"yaml-language-server": packages["node_modules/yaml-language-server"]["version"]}
    assert all(each["integrity"].startswith("sha512-") and "resolved" not in each for each in packages.values())
