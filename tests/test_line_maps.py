"""From printed words to what was typed: every character of every sample, and words changed there and nowhere else."""

import json
import re
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.edits.applying import apply
from vanban.findings import Fix
from vanban.model.inline import Figure, Reference, Run, shown_text
from vanban.model.places import Places
from vanban.readers.body_text import lines_of, parse_text
from vanban.readers.inline_text import parse_inline, trimmed
from vanban.readers.line_maps import BlockMaps, LineMap, map_of_line, map_of_text
from vanban.readers.scalar_spans import scalar_spans
from vanban.readers.source import Source, read_source
from vanban.readers.spans import Path as SpanPath
from vanban.readers.spots import TextSpot
from vanban.text import nfc

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / "content").glob("*/20*/*.yaml")) + sorted((ROOT / "tests" / "good").glob("*.yaml"))
WORD = re.compile(r"[^\W\d_]{3,}")


@cache
def source_of(file: Path) -> Source:
    return read_source(file.name, file.read_bytes())[0]


def source(text: str) -> Source:
    found, findings = read_source("x.yaml", text.encode())
    assert findings == []
    return found


def scalars(data: Any, path: SpanPath = ()) -> Iterator[tuple[SpanPath, str]]:
    if isinstance(data, str):
        yield path, data
    else:
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from scalars(value, (*path, key))


def place(column: int, length: int) -> TextSpot:
    return TextSpot(Source("x.yaml"), (), 0, column, length)


def spelled(source: Source, found: LineMap) -> list[str]:
    """What was typed for each character of the words."""
    return [source.text[start:end] for start, end in found.spans]


def is_typed(char: str, typed: str) -> bool:
    """Whether `typed`, a piece of plain text or of a block, is what one character is typed as."""
    return nfc(typed) == char or typed == f"\\{char}" or char == " " and not typed.strip()


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def it_finds_every_character_of_a_value(file: Path) -> None:
    there = source_of(file)
    assert there.data
    for path, value in scalars(there.data):
        spans = scalar_spans(there, path)
        assert len(spans) == len(value)
        style = there.span(path).style
        for char, (start, end) in zip(value, spans, strict=True):
            if char.strip():
                assert there.text[start:end] == char or style in ("'", '"') and end - start == 2


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def it_finds_every_character_of_a_paragraph(file: Path) -> None:
    there = source_of(file)
    for path, value in scalars(there.data):
        if there.span(path).style == "|":
            maps = BlockMaps(there, path)
            text, _ = parse_text(value, partial(TextSpot, there, path), places := Places())
            blocks = [block for block in (*text.walk(), *text.notes) if hasattr(block, "inlines")]
            assert len(blocks) == len(lines_of(value))
            for block in blocks:
                spot = places.spot(block.origin)
                found = maps.map(spot.line, block.inlines)
                assert found.words == shown_text(block.inlines)
                at = 0
                for inline in block.inlines:
                    words = shown_text([inline])
                    typed = spelled(there, found)[at:at + len(words)]
                    at += len(words)
                    assert not isinstance(inline, Run) or all(map(is_typed, words, typed))
                    assert isinstance(inline, Run) or len({*typed}) <= 1


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def it_finds_every_character_of_a_line(file: Path) -> None:
    there = source_of(file)
    for path, value in scalars(there.data):
        if value and "\n" not in value.strip("\n"):
            read = trimmed(parse_inline(value.strip("\n"), place, Places()).inlines)
            assert map_of_line(there, path).words == shown_text(read)
            assert map_of_text(there, path).words == nfc(value.rstrip("\n"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def it_changes_a_word_of_a_value_and_nothing_else(file: Path) -> None:
    there = source_of(file)
    values = [(path, value) for path, value in scalars(there.data) if WORD.search(value)]
    for path, value in values[:: max(1, len(values) // 12)]:
        word = list(WORD.finditer(value))[-1]
        span = map_of_text(there, path).span(*word.span())
        assert span, f"{path}: {word[0]}"
        changed = source(apply(there.text, [Fix(*span, "Mới")]))
        assert dict(scalars(changed.data)) == dict(scalars(there.data)) | {
            path: f"{value[:word.start()]}Mới{value[word.end():]}"
        }


LETTERS = st.text(st.sampled_from("aăếđ  '\"\\:#,[]{}*0\t\n"), min_size=1, max_size=40)


def quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def folded_in_quotes(value: str) -> str:
    """In double quotes over several lines, as YAML takes them together again."""
    return quoted(value).replace("a ", "a\n  ").replace("ế", "\\u1ebf")


@given(LETTERS)
def it_finds_every_character_in_quotes(value: str) -> None:
    for written in (quoted(value), "'" + value.replace("'", "''").replace("\n", "\n\n  ") + "'", folded_in_quotes(value)):
        there, findings = read_source("x.yaml", f"k: {written}\n".encode())
        if findings:  # what cannot be written so
            continue
        read = there.value(("k",))
        for char, (start, end) in zip(read, scalar_spans(there, ("k",)), strict=True):
            typed = there.text[start:end]
            assert typed in (char, char * 2) or typed.startswith("\\") or not char.strip() and not typed.strip()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("k: một hai ba\n", "một hai ba"),
        ("k: một\n  hai\n  ba\n", "một hai ba"),
        ("k: một\n\n  hai ba\n", "một\nhai ba"),
        ("k: 'một ''hai'' ba'\n", "một 'hai' ba"),
        ('k: "một \\"hai\\" \\u0062a"\n', 'một "hai" ba'),
        ('k: "một \\\n  hai\n  ba"\n', "một hai ba"),
        ("k: >\n  một\n  hai\n  ba\n", "một hai ba\n"),
        ("k: |\n  một\n    hai\n\n  ba\n", "một\n  hai\n\nba\n"),
        ("k: |-\n  một hai\n  ba", "một hai\nba"),
        ("k: |\r\n  một hai\r\n  ba\r\nm: x\r\n", "một hai\nba\n"),
    ],
)
def it_changes_each_word_in_every_way_of_writing(written: str, value: str) -> None:
    there = source(written)
    assert there.value(("k",)) == value
    for word in re.finditer(r"\w+", value):
        span = map_of_text(there, ("k",)).span(*word.span())
        assert span
        changed = source(apply(there.text, [Fix(*span, "mới")]))
        assert changed.value(("k",)) == f"{value[:word.start()]}mới{value[word.end():]}"


BLOCK = """\
k: |
  - Rà soát **đúng \\* hạn** theo {{ muc_tieu.ty_le }} và [[nq_76_2021]]
  nối tiếp[^a].
  [^a]: Cuối trang.
"""


def _map(shown: bool = True) -> tuple[Source, LineMap]:
    there = source(BLOCK)
    text, _ = parse_text(there.value(("k",)), lambda line, column, length: place(column, length), Places())
    line = tuple(
        Figure("ty_le", nguon_so_lieu="muc_tieu", shown="95 %") if isinstance(each, Figure)
        else Reference("nq_76_2021", shown="Nghị quyết số 76") if isinstance(each, Reference) else each
        for each in next(iter(text.walk())).inlines
    )
    return there, BlockMaps(there, ("k",)).map(0, line if shown else ())


def it_says_where_the_words_of_a_resolved_line_were_typed() -> None:
    there, found = _map()
    assert found.words == "Rà soát đúng * hạn theo 95 % và Nghị quyết số 76 nối tiếp."
    for words, typed in [
        ("soát", "soát"), ("đúng *", "đúng \\*"), ("95 %", "{{ muc_tieu.ty_le }}"),
        ("95 % và Nghị quyết số 76", "{{ muc_tieu.ty_le }} và [[nq_76_2021]]"), ("76 nối"[3:], "nối"),
    ]:
        start = found.words.index(words)
        span = found.span(start, start + len(words))
        assert span
        assert there.text[slice(*span)] == typed


@pytest.mark.parametrize("words", ["95", "5 %", "số 76 nối", "soát đúng", "hạn theo", "tiếp.", ""])
def it_refuses_what_would_cut_a_sign_or_take_one_away(words: str) -> None:
    _, found = _map()
    start = found.words.index(words)
    refused = found.span(start, start + len(words))
    assert refused is None


def it_does_not_know_a_line_on_which_nothing_begins() -> None:
    with pytest.raises(KeyError):
        BlockMaps(source(BLOCK), ("k",)).map(1)
