"""The layers: imports flow one way, no cycle, none hidden in a function.

ground ← the_thuc ← wordml, model ← doctypes, datatypes, setting, years ← frames ← stages ← edits ← plan ← pipeline ← commands ← build.py. Stages of one kind do not
know each other.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in [*sorted((ROOT / "vanban").rglob("*.py")), ROOT / "build.py"]
}
# Folders by height. What is not in a folder and not named here is ground.
HEIGHTS = {
    "the_thuc": 1, "metrics": 1, "wordml": 2, "model": 2, "doctypes": 3, "datatypes": 3, "facts": 3, "setting": 3, "printer": 3, "figure_words": 3, "years": 3, "frames": 4,
    "edits": 6, "plan": 7, "pipeline": 8, "commands": 9, "build": 10,
}
STAGES = ("readers", "transforms", "tables", "lint", "compare", "writers", "reporters", "reviews")
# A stage may use these of another kind: transforms call layouts by name.
ALLOWED_SIDEWAYS = {(f"vanban.transforms.{name}", "vanban.tables") for name in ("layouts", "drawing")}
# What opens the frames of offices is loaded where one has its own.
MAY_HIDE_IMPORTS = {"vanban.commands.checkout"}


def room(module: str) -> str:
    """The folder below vanban/, or the module itself at the top."""
    return (module.split(".") + [module])[1] if module.startswith("vanban.") else module


def height(module: str) -> int:
    name = room(module)
    return 5 if name in STAGES else HEIGHTS.get(name, 0)


def kind(module: str) -> str:
    """The writer, reader … that a module belongs to: `vanban.writers.to_docx.table` → `vanban.writers.to_docx`."""
    return ".".join(module.split(".")[:3])


def imports(module: str) -> Iterator[tuple[str, ast.stmt, bool]]:
    """Our modules that `module` imports, each with its statement and whether a function hides it."""
    tree = ast.parse(MODULES[module].read_text("utf-8"))
    hidden = {inner for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
              for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found = [name if name in MODULES else node.module for name in names]
        elif isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        else:
            continue
        yield from ((name, node, node in hidden) for name in found if name in MODULES)


EDGES = {module: sorted({name for name, _, _ in imports(module)} - {module}) for module in MODULES}


@pytest.mark.parametrize("module", MODULES)
def it_imports_downwards_only(module):
    upward = [name for name in EDGES[module] if height(name) > height(module)]
    assert not upward, f"{module} reaches up to {upward}"


@pytest.mark.parametrize("module", [m for m in MODULES if room(m) in STAGES])
def it_knows_no_other_stage(module):
    others = [name for name in EDGES[module] if room(name) in STAGES and room(name) != room(module)
              and (module, f"vanban.{room(name)}") not in ALLOWED_SIDEWAYS]
    assert not others, f"{module} reaches sideways to {others}"


@pytest.mark.parametrize("module", [m for m in MODULES if room(m) in ("transforms", "reporters", "reviews", "writers")])
def it_knows_no_other_transform_writer_or_reporter(module):
    siblings = [name for name in EDGES[module] if room(name) == room(module) and kind(name) != kind(module)
                and not name.rpartition(".")[2].startswith("_") and name != f"vanban.{room(module)}"]
    assert not siblings, f"{module} reaches sideways to {siblings}"


@pytest.mark.parametrize("module", [m for m in MODULES if m not in MAY_HIDE_IMPORTS])
def it_hides_no_import_in_a_function(module):
    assert not [name for name, _, is_hidden in imports(module) if is_hidden]


def it_has_no_cycle():
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " → ".join((*path[path.index(module):], module))
        if module not in done:
            for name in EDGES[module]:
                visit(name, (*path, module))
            done.add(module)

    for module in MODULES:
        visit(module, ())


def it_sees_a_fault_of_each_kind():
    """The checks above can fail: they would refuse these."""
    assert height("vanban.model.body") > height("vanban.text")
    assert room("vanban.writers.to_docx.table") == "writers"
    assert kind("vanban.writers.to_docx.table") != kind("vanban.writers.to_pdf")
    assert "vanban.tables" in EDGES["vanban.transforms.layouts"]
