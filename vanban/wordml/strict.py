"""The strict form of the standard → the one that Word saves by default: other namespaces, the same elements.

"http://purl.oclc.org/ooxml/wordprocessingml/main" is "http://schemas.openxmlformats.org/wordprocessingml/2006/main".
"""

from vanban.wordml.elements import Element

_STRICT, _USUAL = "http://purl.oclc.org/ooxml/", "http://schemas.openxmlformats.org/"


def is_strict(data: bytes) -> bool:
    return _STRICT.encode() in data


def make_usual(root: Element) -> None:
    """Gives the elements and attributes of a part the usual namespaces."""
    for element in root.iter("{*}*"):
        element.tag = _usual(str(element.tag))
        for name in [name for name in element.attrib if str(name).startswith("{" + _STRICT)]:
            element.set(_usual(str(name)), element.attrib.pop(name))


def _usual(name: str) -> str:
    """`name` with its namespace, as lxml has it: "{…}p"."""
    namespace, _, local = name.rpartition("}")
    if not namespace.startswith("{" + _STRICT):
        return name
    kind, _, rest = namespace.removeprefix("{" + _STRICT).partition("/")
    return f"{{{_USUAL}{kind}/2006/{rest}}}{local}"
