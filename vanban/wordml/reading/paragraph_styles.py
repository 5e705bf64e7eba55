"""The styles of a package, asked for one paragraph: which heading it is, whether Word hides its words."""

from dataclasses import dataclass, field

from lxml import etree

from vanban.wordml.elements import Element, W, child, is_on, number, value
from vanban.wordml.styles import StyleSheet

_TEXT = 9  # the outline level of what is no heading


@dataclass
class ParagraphStyles:
    sheet: StyleSheet
    _hidden: dict[str, bool] = field(default_factory=dict)
    _levels: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._default = self.sheet.general

    def of(self, properties: Element | None) -> str:
        """The id of the style of a paragraph with these properties (w:pPr), be it the one that no paragraph names."""
        return value(child(properties, "pStyle")) or self._default

    def level(self, properties: Element | None, style: str) -> int:
        """The level of a heading, from 1; 0 for text."""
        own = number(child(properties, "outlineLvl"))
        level = self._level(style) if own is None else own
        return level + 1 if 0 <= level < _TEXT else 0

    def is_hidden(self, properties: Element | None, style: str) -> bool:
        """Whether a run with these properties (w:rPr), in a paragraph of that style, is hidden."""
        if properties is not None:
            if (own := properties.find(W + "vanish")) is not None:
                return is_on(own)
            named = value(child(properties, "rStyle"))
            if named and self._hides(named):
                return True
        return self._hides(style)

    def _level(self, id_: str) -> int:
        if id_ not in self._levels:
            stated = (number(style.find(f"{W}pPr/{W}outlineLvl")) for style in self.sheet.chain(id_))
            self._levels[id_] = next((level for level in stated if level is not None), _TEXT)
        return self._levels[id_]

    def _hides(self, id_: str) -> bool:
        if id_ not in self._hidden:
            stated = (style.find(f"{W}rPr/{W}vanish") for style in self.sheet.chain(id_))
            self._hidden[id_] = is_on(next((each for each in stated if each is not None), None))
        return self._hidden[id_]


def paragraph_styles(root: Element | None) -> ParagraphStyles:
    """Those of word/styles.xml; none where there is no such part."""
    root = etree.Element(W + "styles") if root is None else root
    by_id = {value(style, "styleId"): style for style in root.iter(W + "style")}
    return ParagraphStyles(StyleSheet(root, by_id, {}, {}))
