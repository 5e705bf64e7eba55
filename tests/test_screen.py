"""jsonschema-rs, which passes most files, and jsonschema, which tells the faults of the others, are of one mind."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.readers.schemas import Schemas
from vanban.readers.source import read_source

ROOT = Path(__file__).parents[1]
SCHEMAS = Schemas(ROOT / "schemas")


def kind_and_data(path: Path) -> tuple[str, Any] | None:
    """What a file says it is, and its typed data; None for what has no schema."""
    source, _ = read_source(path.name, path.read_bytes())
    if not isinstance(source.data, dict):
        return None
    kind = source.data.get("loai_du_lieu") or source.data.get("loai_van_ban")
    return (kind, SCHEMAS.typed(kind, source.data)) if kind in SCHEMAS.names else None


FILES = {
    path.relative_to(ROOT).as_posix(): found
    for folder in ("content", "tests/bad", "tests/good")
    for path in sorted((ROOT / folder).rglob("*.yaml")) if (found := kind_and_data(path))
}
SMALL = [found for found in FILES.values() if len(str(found[1])) < 2000]
# Control characters, of which the two libraries do not think alike, are refused before a schema is asked (S106).
LETTERS = st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t")
ODD = st.sampled_from([
    "", " ", "x", "x\n", "a\nb", "1", "012", "١", "1,5", "31/2/2025", "15/7/2025", "15/7/2025\n", "15/07/2025 ",
    "Quý I/2025", "true", True, 3, -1, [], ["a", "a"], {}, {"x": "y"}, "a_b", "A", "đ", "a-b", "𝟏", "İ", "ſ", "\u212a",
]) | st.text(LETTERS, max_size=8)


def is_faultless(kind: str, data: Any) -> bool:
    return not any(True for _ in SCHEMAS.validator(kind).iter_errors(data))


@pytest.mark.parametrize("name", FILES)
def it_gives_the_same_verdict_on_every_file(name: str) -> None:
    kind, data = FILES[name]
    assert SCHEMAS.passes(kind, data) == is_faultless(kind, data)


def changed(data: Any, steps: st.DataObject) -> Any:
    """`data` with one value somewhere replaced, or a key taken away or misspelt."""
    if isinstance(data, dict) and data and steps.draw(st.integers(0, 3)):
        key = steps.draw(st.sampled_from(sorted(data)))
        match steps.draw(st.integers(0, 5)):
            case 0:
                return {name: value for name, value in data.items() if name != key}
            case 1:
                return {name + ("x" if name == key else ""): value for name, value in data.items()}
        return data | {key: changed(data[key], steps)}
    if isinstance(data, list) and data and steps.draw(st.integers(0, 3)):
        index = steps.draw(st.integers(0, len(data) - 1))
        return [*data[:index], changed(data[index], steps), *data[index + 1 :]]
    return steps.draw(ODD)


@given(st.sampled_from(SMALL), st.data())
def it_passes_nothing_that_jsonschema_finds_a_fault_in(file: tuple[str, Any], steps: st.DataObject) -> None:
    kind, data = file
    broken = changed(data, steps)
    if SCHEMAS.passes(kind, broken):
        assert is_faultless(kind, broken)


def it_can_tell_a_faulty_file_from_a_sound_one() -> None:
    verdicts = {SCHEMAS.passes(kind, data) for kind, data in FILES.values()}
    assert verdicts == {True, False}
