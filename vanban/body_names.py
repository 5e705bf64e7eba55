"""The name of a body → what it says of it, key by key of the register of bodies; what is not certain as a question.

Whether a collective decides or one head alone is read from the same forms (`collective_of`), so that a new entry and an
entry without that line say the same.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from vanban.glossary import names
from vanban.text import fold_ascii, lower_first, nfc, question_in, upper_first

# A unit and its name; the parts of a form are as short as can be, so that this is the last one in a name.
_UNITS = "tỉnh|thành phố|đặc khu|xã|phường|huyện|quận|thị xã|thị trấn"
_PARTS = {"noi": f"(?:{_UNITS}) .+", "nganh": ".+?", "ten": ".+",
          "cap_uy": "(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng) ủy(?: .+)?"}
_UNIT = re.compile(f"({_UNITS}) (.+)", re.IGNORECASE)
_PART = re.compile(r"\\\{([a-z_]+)\\\}")
_WORDS = re.compile(r"[\w ,.&-]+")
# Syllables of a name that have no capital wherever they stand.
_SMALL = ("và", "của")
# What is asked, where that is not the label of the key.
_CALLED = {"ten_goi": "tên cơ quan", "chu_quan": "cơ quan chủ quản", "cap_truong": "chức danh người đứng đầu",
           "tap_the": "tên tập thể ký TM., không có tập thể thì ghi: không"}
_SHORT = {"Ủy ban nhân dân": "ubnd", "Hội đồng nhân dân": "hdnd", " tỉnh ": " "}


def named(ten_goi: str) -> dict[str, str]:
    """What the name says: keys of the register of bodies, `chu_quan` the name of the superior; a key that is missing is
    one that such a body does not have.
    """
    name, said = _said(ten_goi)
    return {"ten_goi": name} | {key: _asked(key, words) for key, words in said.items()}


def collective_of(ten_goi: str) -> str | None:
    """The collective that decides in the body of that name; "" where its head decides alone; None where the name does
    not say."""
    words = _said(ten_goi)[1].get("tap_the", "")
    return None if words.startswith("?") else words


def likely_collective(ten_goi: str) -> str:
    """The collective that probably decides, where the name is not certain; "" where it says nothing."""
    return _said(ten_goi)[1].get("tap_the", "").removeprefix("?").strip()


def _said(ten_goi: str) -> tuple[str, dict[str, str]]:
    """The name on one line, and what the first form that fits says: a question begins with “?”."""
    name = " ".join(nfc(ten_goi).split())
    form, parts = next((form, match.groupdict()) for form, pattern in _forms() if (match := pattern.fullmatch(name)))
    parts |= dict(_made(parts))
    return name, {key: words.format_map(parts) for key, words in form.items() if key != "ten"}


class Spelled(NamedTuple):
    """A name as a register has it, and whether its capitals are certain."""

    name: str
    is_certain: bool = True


def spelled(ten_goi: str) -> Spelled:
    """A name as an officer types it, in abbreviations, in capitals or in small letters alone, written out: the words
    of its form as they stand there, the name of a place with capitals. Other words keep the letters that were typed,
    unless these say nothing: then each syllable has a capital, which somebody must look at."""
    typed = nfc(ten_goi)
    says_nothing = typed.isupper() or typed.islower()
    name = " ".join(_written_out(word, says_nothing) for word in typed.split())
    form, parts = next((form, match.groupdict()) for form, pattern in _forms() if (match := pattern.fullmatch(name)))
    parts |= {"noi": _place(parts["noi"])} if "noi" in parts else {}
    says_place = any("{ten}" in form.get(key, "") for key in ("dia_danh", "ten_chu_quan"))
    is_certain = not says_nothing or says_place or parts.keys() <= {"noi"} or not _WORDS.fullmatch(name)
    return Spelled(form["ten"].format_map(parts), is_certain)


def _written_out(word: str, with_capital: bool) -> str:
    bare = word.rstrip(",.")
    if full := _abbreviations().get(bare.upper()):
        return f"{full}{word[len(bare):].replace('.', '')}"
    if not with_capital:
        return word
    return word.lower() if word.lower() in _SMALL else upper_first(word.lower())


def _place(noi: str) -> str:
    """A unit and its name, with capitals where the name has either none or nothing else."""
    unit, name = _UNIT.fullmatch(noi).groups()  # type: ignore[union-attr]
    in_one_case = name.isupper() or name.islower()
    return f"{unit.lower()} {' '.join(upper_first(word.lower()) for word in name.split()) if in_one_case else name}"


def question(key: str, likely: str = "") -> str:
    """The open question for a key, or whether the likely answer is right."""
    return f"{{XEM LẠI: {f'{likely}?' if likely else _CALLED.get(key) or lower_first(names()[key].label)}}}"


def id_of(ten_goi: str) -> str:
    """An id for a body: "Ủy ban nhân dân tỉnh Thanh Hóa" → "ubnd_thanh_hoa"."""
    name = nfc(ten_goi)
    for words, short in _SHORT.items():
        name = re.sub(_as_typed(words), short, name, flags=re.IGNORECASE)
    ma = "_".join(re.findall("[a-z0-9]+", fold_ascii(name).lower()))
    return ma if ma[:1].isalpha() else f"co_quan_{ma}".rstrip("_")


def _made(parts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The parts that follow from others."""
    if noi := parts.get("noi"):
        kind, name = _UNIT.fullmatch(noi).groups()  # type: ignore[union-attr]
        yield "dia_danh", name if kind.lower() == "tỉnh" else f"? {name}"
    if nganh := parts.get("nganh"):
        yield "chu_dau", "".join(word[0] for word in nganh.split() if word != "và" and word[0].isalpha()).upper()


def _asked(key: str, words: str) -> str:
    return question(key, words.removeprefix("?").strip()) if words.startswith("?") else words


def is_known(words: str) -> bool:
    """Whether a value is said, not asked."""
    return not question_in(words)


@cache
def _abbreviations() -> Mapping[str, str]:
    text = Path(__file__).with_name("body_abbreviations.yaml").read_text("utf-8")
    full: dict[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)
    return full


@cache
def _forms() -> tuple[tuple[Mapping[str, str], re.Pattern[str]], ...]:
    text = Path(__file__).with_suffix(".yaml").read_text("utf-8")
    forms = yaml.load(text, Loader=yaml.CSafeLoader)
    return tuple((form, _pattern(form["ten"])) for form in forms)


def _pattern(ten: str) -> re.Pattern[str]:
    """A form as it may be typed: in large or small letters, "Uỷ" for "Ủy"."""
    return re.compile(_as_typed(_PART.sub(_group, re.escape(ten))), re.IGNORECASE)


def _as_typed(pattern: str) -> str:
    return pattern.replace("Ủy", "(?:Ủy|Uỷ)").replace("ủy", "(?:ủy|uỷ)")


def _group(part: re.Match[str]) -> str:
    return f"(?P<{part[1]}>{_PARTS[part[1]]})"
