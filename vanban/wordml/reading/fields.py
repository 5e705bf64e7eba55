"""A field of Word's (ECMA-376-1, 17.16): its code, what it shows, what it would print where it shows nothing yet."""

import re
from dataclasses import dataclass, field

from vanban.wordml.elements import Element, W, is_on, number, value

# Fields that print nothing: marks of indexes and tables, names, what other programs keep.
_SILENT = frozenset(("XE", "TC", "TA", "RD", "SET", "ASK", "FILLIN", "ADDIN", "PRIVATE", "BIBLIOGRAPHY", "HYPERLINK"))
# Fields whose words nobody types: Word works them out when it opens, saves or prints the file.
_WORKED_OUT = frozenset((
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "STYLEREF", "DATE", "TIME", "SAVEDATE", "PRINTDATE",
    "CREATEDATE", "EDITTIME", "FILENAME", "FILESIZE", "NUMWORDS", "NUMCHARS", "REVNUM", "LASTSAVEDBY", "USERNAME",
))
_ADDRESS = re.compile(r'\s*HYPERLINK\s+"?([^"\s\\][^"\s]*)', re.IGNORECASE)
_BOXES = {True: "☒", False: "☐"}


@dataclass(eq=False)
class Field:
    """code   as it stands, in pieces
    shows  whether its code is over: what comes now is its result
    shown  the texts of its result
    form   what a box or a list of a form holds (w:ffData)
    """

    code: list[str] = field(default_factory=list)
    shows: bool = False
    shown: list[str] = field(default_factory=list)
    form: Element | None = None

    @property
    def words(self) -> str:
        return " ".join("".join(self.code).split())

    @property
    def name(self) -> str:
        """What kind of field it is, in capitals; "" for none."""
        return self.words.partition(" ")[0].upper()

    @property
    def worked_out(self) -> str:
        """Its name, where Word works its words out anew whenever it opens the file; else ""."""
        return self.name if self.name in _WORKED_OUT else ""

    @property
    def address(self) -> str:
        """Where it leads, if it leads out of the document."""
        found = _ADDRESS.match("".join(self.code))
        return found[1] if found else ""

    def in_form(self) -> str:
        """What a box or a list of a form shows, "" for none."""
        if self.form is None:
            return ""
        if (box := self.form.find(W + "checkBox")) is not None:
            checked = box.find(W + "checked")
            return _BOXES[is_on(box.find(W + "default") if checked is None else checked)]
        if (list_ := self.form.find(W + "ddList")) is not None:
            entries = [value(each) for each in list_.findall(W + "listEntry")]
            chosen = number(list_.find(W + "result")) or number(list_.find(W + "default")) or 0
            return entries[chosen] if 0 <= chosen < len(entries) else ""
        return ""

    def unprinted(self) -> str:
        """The code of a field that has no result yet and will have one; else ""."""
        return "" if self.shown or self.name in _SILENT else self.words
