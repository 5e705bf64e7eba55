"""A formula of Word's (Office Math) → one line: (a+b)/(2), x^(2), √(3), ∑_(i=1)^(n) (ECMA-376-1, 22.1)."""

from collections.abc import Iterator, Mapping

from vanban.wordml.elements import Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SUB, _SUP = ("sub", "_(", ")"), ("sup", "^(", ")")
# The parts of a structure in the order of reading, each with what stands before and behind it.
_PARTS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "f": (("num", "(", ")"), ("den", "/(", ")")),
    "sSup": (("e", "", ""), _SUP),
    "sSub": (("e", "", ""), _SUB),
    "sSubSup": (("e", "", ""), _SUB, _SUP),
    "sPre": (_SUB, _SUP, ("e", "", "")),
    "rad": (("deg", "(", ")"), ("e", "√(", ")")),
    "nary": (_SUB, _SUP, ("e", "", "")),
    "func": (("fName", "", " "), ("e", "", "")),
    "limLow": (("e", "", ""), ("lim", "_(", ")")),
    "limUpp": (("e", "", ""), ("lim", "^(", ")")),
    "d": (("e", "", ""),), "eqArr": (("e", "", "; "),), "mr": (("e", "", " "),), "m": (("mr", "", "; "),),
}
STRUCTURES = tuple(M + name for name in _PARTS)


def line_of(structure: Element) -> Iterator[str | Element]:
    """Signs and the elements between them, in the order of reading."""
    name = structure.tag.removeprefix(M)
    before, between, behind = _around(structure, name)
    yield before
    for part, opens, closes in _PARTS[name]:
        found = structure.findall(M + part)
        for number, each in enumerate(found):
            if number and between:
                yield between
            yield from (opens, each, closes) if len(each) else ()
    yield behind


def _around(structure: Element, name: str) -> tuple[str, str, str]:
    """What a sum begins with, and brackets."""
    if name == "nary":
        return _stated(structure, "nary", "chr", "∫"), "", ""
    if name == "d":
        return _stated(structure, "d", "begChr", "("), _stated(structure, "d", "sepChr", "|"), \
            _stated(structure, "d", "endChr", ")")
    return "", "", ""


def _stated(structure: Element, name: str, sign: str, otherwise: str) -> str:
    found = structure.find(f"{M}{name}Pr/{M}{sign}")
    return otherwise if found is None else found.get(M + "val", otherwise)
