"""XML in one form: two parts are alike exactly when their canonical texts are."""

from lxml import etree


def canonical(root: etree._Element) -> str:
    """Canonical XML 2.0 of `root`, each element on a line of its own; text inside w:t stays as it is."""
    copy = etree.fromstring(etree.tostring(root))
    etree.indent(copy, " ")
    return str(etree.canonicalize(etree.tostring(copy, encoding="unicode"))) + "\n"
