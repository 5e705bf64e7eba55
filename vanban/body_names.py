"""The name of a body → what it says of it, key by key of the register of bodies; what is not certain as a question."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from vanban.glossary import names
from vanban.text import fold_ascii, lower_first, nfc, question_in

# A unit and its name; the parts of a form are as short as can be, so that this is the last one in a name.
_PARTS = {"noi": "(?:tỉnh|thành phố|đặc khu|xã|phường) .+", "nganh": ".+?", "ten": ".+"}
_PART = re.compile(r"\\\{([a-z_]+)\\\}")
# What is asked, where that is not the label of the key.
_CALLED = {"ten_goi": "tên cơ quan", "chu_quan": "cơ quan chủ quản", "cap_truong": "chức danh người đứng đầu",
           "tap_the": "tên tập thể, không có thì xóa dòng này"}
_SHORT = {"Ủy ban nhân dân": "ubnd", "Hội đồng nhân dân": "hdnd", " tỉnh ": " "}


def named(ten_goi: str) -> dict[str, str]:
    """What the name says: keys of the register of bodies, `chu_quan` the name of the superior; a key that is missing is
    one that such a body does not have.
    """
    name = " ".join(nfc(ten_goi).split())
    form, parts = next((form, match.groupdict()) for form, pattern in _forms() if (match := pattern.fullmatch(name)))
    parts |= dict(_made(parts))
    said = {key: words.format_map(parts) for key, words in form.items() if key != "ten"}
    return {"ten_goi": name} | {key: _asked(key, words) for key, words in said.items()}


def question(key: str, likely: str = "") -> str:
    """The open question for a key, or whether the likely answer is right."""
    return f"{{XEM LẠI: {f'{likely}?' if likely else _CALLED.get(key) or lower_first(names()[key].label)}}}"


def id_of(ten_goi: str) -> str:
    """An id for a body: "Ủy ban nhân dân tỉnh Thanh Hóa" → "ubnd_thanh_hoa"."""
    name = nfc(ten_goi)
    for words, short in _SHORT.items():
        name = name.replace(words, short)
    ma = "_".join(re.findall("[a-z0-9]+", fold_ascii(name).lower()))
    return ma if ma[:1].isalpha() else f"co_quan_{ma}".rstrip("_")


def _made(parts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The parts that follow from others."""
    if noi := parts.get("noi"):
        kind, name = re.fullmatch("(tỉnh|thành phố|đặc khu|xã|phường) (.+)", noi).groups()  # type: ignore[union-attr]
        yield "dia_danh", name if kind == "tỉnh" else f"? {name}"
    if nganh := parts.get("nganh"):
        yield "chu_dau", "".join(word[0] for word in nganh.split() if word != "và" and word[0].isalpha()).upper()


def _asked(key: str, words: str) -> str:
    return question(key, words.removeprefix("?").strip()) if words.startswith("?") else words


def is_known(words: str) -> bool:
    """Whether a value is said, not asked."""
    return not question_in(words)


@cache
def _forms() -> tuple[tuple[Mapping[str, str], re.Pattern[str]], ...]:
    text = Path(__file__).with_suffix(".yaml").read_text("utf-8")
    forms = yaml.load(text, Loader=yaml.CSafeLoader)
    return tuple((form, re.compile(_PART.sub(_group, re.escape(form["ten"])))) for form in forms)


def _group(part: re.Match[str]) -> str:
    return f"(?P<{part[1]}>{_PARTS[part[1]]})"
