"""Counts footnotes through a set, so that each mark finds its text.

Reads: footnote marks and footnotes; ids are of one document. Writes: `number` of both. What print shows is Word's own
count by the order on the pages.
"""

from dataclasses import replace
from itertools import count

from vanban.findings import Finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.inline import NoteMark
from vanban.model.running_text import Text
from vanban.model.walk import map_inlines, map_texts
from vanban.setting import Setting

TITLE = "đếm chú thích"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with every footnote counted; a text without mark, which was a finding, keeps 0."""
    numbers = count(1)

    def numbered(van_ban: VanBan) -> VanBan:
        marks: dict[str, int] = {}

        def counted(mark: NoteMark) -> NoteMark:
            return replace(mark, number=marks.setdefault(mark.ma, next(numbers)))

        def text(text: Text) -> Text:
            notes = tuple(replace(note, number=marks.get(note.ma, 0)) for note in text.notes)
            return replace(text, notes=notes) if notes else text

        return map_texts(map_inlines(van_ban, counted, NoteMark), text)

    return bo.map(numbered), []
