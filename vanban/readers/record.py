"""A mapping of a source, read field by field into the tree's kinds of value.

Lenient on purpose: what the schema has already refused reads as absent, so that one run can still show the
faults of everything around it. A tree read from a refused file is never written.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from vanban.dates import parse_date
from vanban.findings import Finding, Place, finding
from vanban.glossary import labelled
from vanban.ids import ids_of_basis, is_id
from vanban.model.deadline import Han, parse_deadline
from vanban.model.inline import Figure, Line, NoteMark, Reference
from vanban.model.places import Places
from vanban.model.running_text import Text
from vanban.numerals import is_document_number, parse_number
from vanban.readers.body_text import parse_text
from vanban.readers.inline_text import parse_inline, trimmed
from vanban.readers.own_scheme import nouns_of
from vanban.readers.source import Source
from vanban.readers.spans import Path
from vanban.readers.spots import TextSpot, ValueSpot
from vanban.rows import Rows
from vanban.text import nfc, question_in, upper_first
from vanban.units import Length, Mm

_YEAR = re.compile("(19|20)[0-9]{2}")
_NOT_OF_BASIS = (Figure, NoteMark)
_FILE = re.compile(r"\.ya?ml\Z")


@dataclass(frozen=True, slots=True)
class Record:
    """The mapping at `path` of `source`; `data` is its typed form. Findings gather in `findings`."""

    source: Source
    data: dict[str, Any]
    places: Places
    path: Path = ()
    findings: list[Finding] = field(default_factory=list)

    def text(self, key: str) -> str:
        """A string in NFC; "" where absent. A block of one line ends without its newline."""
        value = self.data.get(key)
        return nfc(value.rstrip("\n")) if isinstance(value, str) else ""

    def broken(self, key: str) -> tuple[str, ...]:
        """The lines of a string in which “ | ” stands where one ends."""
        return tuple(part.strip() for part in self.text(key).split("|") if part.strip())

    def id(self, key: str) -> str:
        """An id; "" where absent or not of that form."""
        return next(iter(well_formed([self.data.get(key)])), "")

    def need(self, *keys: str) -> None:
        """Tells of each key that is not there."""
        for key in keys:
            if key not in self.data:
                self.findings.append(finding(
                    "S202", self._opening(), f"Thiếu mục bắt buộc {labelled(key)}.", f"Thêm dòng “{key}: …”."
                ))

    def one_of(self, *ways: tuple[str, ...], needed: bool = True) -> None:
        """Tells where none of the ways to say something is there, or keys of two stand side by side."""
        given = [key for way in ways for key in way if key in self.data][:1]
        others = [key for way in ways if given and given[0] not in way for key in way if key in self.data]
        for key in others:
            self.findings.append(finding(
                "S201", self.source.place((*self.path, key), key=True),
                f"{upper_first(labelled(key))} không ghi cùng {labelled(given[0])}.", "Giữ một trong hai cách ghi.",
            ))
        if needed and not given:
            said = " hoặc ".join(labelled(way[0]) for way in ways)
            self.findings.append(finding("S202", self._opening(), f"Thiếu {said}.", f"Thêm dòng “{ways[-1][0]}: …”."))

    def _opening(self) -> Place:
        return self.source.place(self.path)

    def document_number(self, key: str) -> str:
        """The number of a document as it was typed, "2228" or "161/2025"; "" where absent or something else."""
        value = self.text(key)
        return value if is_document_number(value) else ""

    def choice(self, key: str, allowed: tuple[str, ...], default: str | None) -> Any:
        """One of `allowed`; `default` where it is none of them."""
        value = self.text(key)
        return value if value in allowed else default

    def part(self, key: str) -> "Record | None":
        """The mapping under `key`; None where absent."""
        value = self.data.get(key)
        if not isinstance(value, dict):
            return None
        return Record(self.source, value, self.places, (*self.path, key), self.findings)

    def flag(self, key: str) -> bool:
        return self.data.get(key) is True

    def number(self, key: str, default: int = 0) -> int:
        value = self.data.get(key)
        return value if isinstance(value, int) else default

    def decimal(self, key: str) -> Decimal | None:
        """A number; None where it could not be read, which the schema has told of: never 0."""
        try:
            return parse_number(self.text(key))
        except ValueError:
            return None

    def millimetres(self, key: str) -> Length | None:
        """A width; None where it could not be read."""
        number = self.decimal(key)
        return None if number is None else Mm(float(number))

    def dates(self, key: str) -> tuple[date, ...]:
        """The days of a list, without those that are none."""
        return tuple(day for value in self.texts(key) if (day := _day(value)))

    def date(self, key: str) -> date | None:
        return _day(self.text(key))

    def deadline(self, key: str) -> Han | None:
        """A deadline; None where absent or not one that can be."""
        try:
            return parse_deadline(self.text(key))
        except ValueError:
            return None

    def year(self, key: str) -> int | None:
        """A year of four digits; None where absent or not one."""
        value = self.text(key)
        return int(value) if _YEAR.fullmatch(value) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """The strings of a list."""
        return tuple(nfc(value) for value in self._list(key) if isinstance(value, str))

    def located_texts(self, key: str) -> Iterator[tuple[str, int]]:
        """The strings of a list that are not blank, each with its origin."""
        for index, value in enumerate(self._list(key)):
            if isinstance(value, str) and value.strip():
                yield nfc(value), self.origin(key, index)

    def ids(self, key: str) -> tuple[str, ...]:
        """The ids of a list, each once."""
        return well_formed(self._list(key))

    def ids_or_names(self, key: str) -> tuple[str, ...]:
        """The ids, and the names of what has none, of a list, each once."""
        return tuple(dict.fromkeys(self.texts(key)))

    def references(self, key: str) -> tuple[Reference, ...]:
        """A Reference for each id of a list."""
        located = self.located_texts(key)
        return tuple(Reference(ma, origin=origin) for text, origin in located for ma in well_formed([text]))

    def bases(self, key: str) -> tuple[Line, ...]:
        """Lines of căn cứ: ids between semicolons, or words with references; a question in place of either. A line with
        signs that the schema refuses there is empty."""
        return tuple(self._basis(line, key, index) for index, line in enumerate(self._list(key))
                     if isinstance(line, str) and line.strip())

    def _basis(self, line: str, key: str, index: int) -> Line:
        if (ids := ids_of_basis(line)) is not None:
            return tuple(Reference(ma, origin=self.origin(key, index)) for ma in ids if is_id(ma))
        read = self._line(line, (*self.path, key, index))
        return () if any(isinstance(each, _NOT_OF_BASIS) for each in read) else read

    def id_or_question(self, key: str) -> str:
        """An id, or a question as it was typed; "" where neither stands there."""
        return self.id(key) or (self.text(key) if question_in(self.text(key)) else "")

    def records(self, key: str) -> Iterator["Record"]:
        """The mappings of a list."""
        for index, value in enumerate(self._list(key)):
            if isinstance(value, dict):
                yield Record(self.source, value, self.places, (*self.path, key, index), self.findings)

    def line(self, key: str) -> Line:
        """One line of text with inline signs."""
        return self._line(self.data.get(key), (*self.path, key))

    def lines(self, key: str) -> tuple[Line, ...]:
        """The lines of a list."""
        return tuple(self._line(value, (*self.path, key, i)) for i, value in enumerate(self._list(key)))

    def is_block(self, key: str) -> bool:
        """Whether the value is written below its key, after | or >."""
        return isinstance(self.data.get(key), str) and self.source.style((*self.path, key)) in ("|", ">")

    def block(self, key: str) -> Text:
        """A literal block of running text."""
        value, path = self.data.get(key), (*self.path, key)
        if not isinstance(value, str):
            return Text()
        if self.source.style(path) not in (None, "|"):
            self.findings.append(finding(
                "S305", self.source.place(path), "Văn bản nhiều dòng phải viết sau dấu |.",
                f"Viết “{key}: |” rồi xuống dòng, thụt vào hai dấu cách.",
            ))
            return Text()
        locate = partial(TextSpot, self.source, path)
        # The điều of a list are counted from 1; those among headings only when all is read.
        behind = f"Điều {int(path[1]) + 1}." if path[::2] == ("dieu", "noi_dung") else ""
        text, findings = parse_text(value, locate, self.places, nouns_of(self.source.data), behind)
        self.findings.extend(findings)
        return text

    def origin(self, key: str | None = None, index: int | None = None) -> int:
        """The origin of this record, or of one of its values."""
        path = self.path if key is None else (*self.path, key)
        return self.places.add(ValueSpot(self.source, path if index is None else (*path, index)))

    def origins_of_entries(self, key: str) -> list[int]:
        """The origins of what stands in a list."""
        return [self.origin(key, index) for index, _ in enumerate(self._list(key))]

    def origin_of_key(self, *path: str) -> int:
        """The origin of a key at `path` below this record."""
        return self.places.add(ValueSpot(self.source, (*self.path, *path), key=True))

    def _line(self, value: Any, path: Path) -> Line:
        if not isinstance(value, str):
            return ()
        start, rows = len(value) - len(value.lstrip("\n")), Rows(value)

        def locate(column: int, length: int) -> TextSpot:
            return TextSpot(self.source, path, *rows.position(start + column), length)

        found = parse_inline(value.strip("\n"), locate, self.places)
        self.findings.extend(found.findings)
        if found.ma:
            self.findings.append(finding(
                "S302", self.source.place(path), f"Mã {{#{found.ma}}} không đặt được trong dòng này.",
                f"Ghi thành một mục riêng “ma: {found.ma}”.",
            ))
        return trimmed(found.inlines)

    def _list(self, key: str) -> list[Any]:
        value = self.data.get(key)
        return value if isinstance(value, list) else []


def well_formed(values: Iterable[Any]) -> tuple[str, ...]:
    """The ids among `values`, each once; the schema has told of the others. The name of a file is read as the id that
    it most likely has."""
    meant = (_FILE.sub("", value) for value in values if isinstance(value, str))
    return tuple(dict.fromkeys(value for value in meant if is_id(value)))


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
