"""References to parts of a document that hands type: "khoản 1, 2 Điều 5 Quy chế này", "điểm c khoản 3 Mục này".

Only those are read that say of which document they are, or that they are of the part they stand in ("Điều này"). What
is another act's has its name behind it and is not read; nor is what does not say where it stands ("khoản 9").
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from vanban.model.address import Address, AddressPart
from vanban.text import upper_first

_NOUNS = "khoản|Khoản|Điều|Tiểu mục|Mục|Chương|Phần"
_LABEL = r"(?:\d{1,3}|[IVXLC]+|[A-Z]|thứ [^\W\d]+)\b(?![/.]\d)"
_AND = r"(?:,|,? và| hoặc| hay| đến)"
_LETTER = r"[a-zđ]\b"
_STEP = re.compile(
    rf"(?<!tài )\b(?:(?P<noun>{_NOUNS}) (?:này\b|(?P<labels>{_LABEL}(?:{_AND} (?:(?P=noun) )?{_LABEL})*))"
    rf"|(?P<point>điểm|Điểm) (?P<letters>{_LETTER}(?:{_AND} (?:(?P=point) )?{_LETTER})*))")
_BETWEEN = re.compile(r",? (?:của |tại |thuộc )?")
_ONE = re.compile(rf"(?<!\w)(?:{_LABEL}|{_LETTER})")
_DIEM, _PHAN = "điểm", "phần"
# They are called by their own nouns alone; in a text in điều phần too.
_OWN, _IN_DIEU = ("điều", _DIEM, "chương"), ("điều", _DIEM, "chương", _PHAN)
# They are printed small, the others begin with a capital.
_SMALL = frozenset({"khoản", _DIEM})


@dataclass(frozen=True, slots=True)
class TypedStep:
    """A step of a reference: its noun, and its labels; none where it is the one that the reference stands in."""

    noun: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedPart:
    """A reference, innermost step first; `name`: the type of the document that it is of, "" where it is of the part it
    stands in."""

    words: str
    start: int
    steps: tuple[TypedStep, ...]
    name: str = ""


def typed_parts(text: str, names: Collection[str]) -> Iterator[TypedPart]:
    """The references in a text. `names` are the types of the documents of its set: "Quy chế"."""
    kinds = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    of_document = re.compile(rf",? (?:của )?(?P<name>{kinds})(?: (?:ban hành )?kèm theo (?:{kinds}))? này\b")
    at = 0
    while first := _STEP.search(text, at):
        steps, at = _steps(text, first)
        name = of_document.match(text, at) if names else None
        if name or any(not step.labels for step in steps):
            end = name.end() if name else at
            yield TypedPart(text[first.start() : end], first.start(), steps, name["name"] if name else "")


def part_at(text: str, at: int) -> TypedPart | None:
    """The reference that begins at `at`, of whichever document: "Điều 3" in "Như Điều 3"; None where none begins."""
    first = _STEP.match(text, at)
    if first is None:
        return None
    steps, end = _steps(text, first)
    return TypedPart(text[at:end], at, steps)


def _steps(text: str, first: re.Match[str]) -> tuple[tuple[TypedStep, ...], int]:
    """The steps from one on, and where they end."""
    steps, found = [_step(first)], first
    while (between := _BETWEEN.match(text, found.end())) and (more := _STEP.match(text, between.end())):
        if (step := _step(more)).noun == steps[-1].noun:
            break
        found = more
        steps.append(step)
    return tuple(steps), found.end()


def _step(found: re.Match[str]) -> TypedStep:
    labels = found["labels"] or found["letters"] or ""
    return TypedStep((found["noun"] or found["point"]).lower(), tuple(_ONE.findall(labels)))


# Steps from the outermost on, each with the labels that it may have.
_Wanted = tuple[tuple[str, frozenset[str]], ...]


def missing(part: TypedPart, here: Address, there: Collection[Address]) -> str:
    """The outermost step of a reference that none of the addresses `there` leads to: "khoản 5"; "" where all are there.

    here  the address of who refers; a step "này" that it is not inside of cannot be judged
    """
    outer: _Wanted = ()
    is_in_dieu = any(each.noun == "Điều" for address in there for each in address.parts)
    own_nouns = _IN_DIEU if is_in_dieu else _OWN
    for step in reversed(part.steps):
        own = () if step.labels else tuple(
            each.label for each in here.parts if _is_called(each, step.noun, own_nouns))
        if not (step.labels or own):
            return ""
        for label in step.labels:
            if not _leads(there, (*outer, (step.noun, frozenset([label.lower()]))), own_nouns):
                return f"{step.noun if step.noun in _SMALL else upper_first(step.noun)} {label}"
        outer = *outer, (step.noun, frozenset(label.lower() for label in step.labels or own))
    return ""


def _leads(there: Collection[Address], wanted: _Wanted, own_nouns: Sequence[str]) -> bool:
    """Whether one of the addresses goes through all steps."""
    return any(_goes_through(address, wanted, own_nouns) for address in there)


def _goes_through(address: Address, wanted: _Wanted, own_nouns: Sequence[str]) -> bool:
    left = iter(reversed(address.parts))
    return all(any(_is_called(part, noun, own_nouns) and part.label.lower() in labels for part in left)
               for noun, labels in wanted)


def _is_called(part: AddressPart, noun: str, own_nouns: Sequence[str]) -> bool:
    """Whether a part may be called `noun`: some by their own nouns alone, the others by each other's ("1." is a khoản,
    a mục, a phần)."""
    return all((part.noun.lower() == own) == (noun == own) for own in own_nouns)
