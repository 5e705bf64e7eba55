"""What rules look at: one subject for each TARGET, with all that a rule may ask.

source    one file as it stands, whatever it says
document  one document as it was read, before anything of its set is known: what it promises itself
set       a resolved set with its setting: most rules
content   all sets that were read together
docx      a Word file, whoever made it: for rules that measure what is printed; nothing hands one out yet
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import ClassVar, Literal

from vanban.facts.tasks import TaskStates
from vanban.findings import Place
from vanban.model.deciding_day import DecidingDay
from vanban.model.document import BoVanBan, VanBan
from vanban.model.frozen import Frozen
from vanban.model.inline import Inline, NoteMark, Reference
from vanban.model.places import Places
from vanban.model.printed_lines import PrintedLine, printed_lines
from vanban.model.registers import CanCu, CoQuan, NguoiKy
from vanban.model.running_text import Note, Text
from vanban.model.table import BangBieu
from vanban.model.walk import inlines, tables, texts
from vanban.rows import Rows
from vanban.setting import Setting
from vanban.the_thuc import TheThuc

_MAY_BE_FORMS = ("phu_luc", "de_cuong")
Target = Literal["source", "document", "set", "content", "docx"]


@dataclass(frozen=True)
class SourceSubject:
    """The text of a file, and its name in findings."""

    file: str
    text: str
    target: ClassVar[Target] = "source"

    def place(self, start: int, length: int) -> Place:
        """The place of `length` characters of one line at `start` of the text."""
        row, column = self._rows.position(start)
        return Place(self.file, row + 1, column + 1, row + 1, column + 1 + length)

    @cached_property
    def _rows(self) -> Rows:
        return Rows(self.text)


@dataclass(frozen=True)
class DocumentSubject:
    """A document before its set resolves it. What it holds is walked through once for all rules."""

    van_ban: VanBan
    places: Places
    target: ClassVar[Target] = "document"

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        return tuple(texts(self.van_ban))

    @cached_property
    def inlines(self) -> tuple[Inline, ...]:
        return tuple(inlines(self.van_ban))

    @cached_property
    def tables(self) -> tuple[BangBieu, ...]:
        return tuple(tables(self.van_ban))

    @cached_property
    def notes(self) -> Mapping[str, Note]:
        """The texts of footnotes by id; of two of one id the last."""
        return {note.ma: note for text in self.texts for note in text.notes}

    @cached_property
    def note_marks(self) -> Mapping[str, Sequence[NoteMark]]:
        """The marks of footnotes by id, each id with one or more."""
        marks: dict[str, list[NoteMark]] = {}
        for inline in self.inlines:
            if isinstance(inline, NoteMark):
                marks.setdefault(inline.ma, []).append(inline)
        return marks

    def line(self, origin: int) -> int:
        """The line of the file that a node stands in."""
        return self.places[origin].line

    @cached_property
    def written_tables(self) -> tuple[BangBieu, ...]:
        """Those with columns and rows, not drawn from records."""
        return tuple(table for table in self.tables if table.cot)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept of a set at its issue.

    today  the fingerprints that its files and pictures have today, by name
    gone   the files that it was issued with and that are no longer there
    """

    frozen: Frozen
    today: Mapping[str, str]
    gone: frozenset[str] = frozenset()

    @property
    def is_untouched(self) -> bool:
        """Whether every file says what it said on the day of issue."""
        return self.frozen.tep == self.today

    @property
    def renamed(self) -> Mapping[str, str]:
        """The names at issue of files that say what they said and have another name today."""
        old = {self.frozen.tep[name]: name for name in sorted(self.gone, reverse=True)}
        return {name: old[said] for name, said in self.today.items() if name not in self.frozen.tep and said in old}

    @property
    def missing(self) -> frozenset[str]:
        """The files that are gone, and not under another name in the set."""
        return self.gone - {*self.renamed.values()}


@dataclass(frozen=True, slots=True)
class Party:
    """A body that issues a document, the one that leads or one beside it; where the document names it and who signs."""

    issuer: CoQuan
    nguoi_ky: str
    origin: int
    origin_of_signer: int


@dataclass(frozen=True, slots=True)
class Signing:
    """One who signs, the body that he signs for, and where the document names him."""

    issuer: CoQuan
    signer: NguoiKy
    origin: int


@dataclass(frozen=True)
class SetSubject:
    """A resolved set.

    kept           None where it was not issued, or nothing was kept
    without_place  by id of document: the office's own frame for it, and the zones that this does not print
    """

    bo: BoVanBan
    setting: Setting
    kept: Kept | None = None
    without_place: Mapping[str, tuple[str, frozenset[str]]] = field(default_factory=dict)
    target: ClassVar[Target] = "set"

    @property
    def the_thuc(self) -> TheThuc:
        return self.setting.the_thuc

    @property
    def places(self) -> Places:
        return self.setting.places

    @property
    def ngay(self) -> date | None:
        """The day that decides."""
        return self.bo.ngay

    @property
    def stands_alone(self) -> bool:
        """Whether the set can be issued by itself."""
        return self.setting.stands_alone(self.bo.van_ban)

    @cached_property
    def lines(self) -> tuple[PrintedLine, ...]:
        """Everything that is printed of the set, line by line."""
        return tuple(printed_lines(self.bo))

    @cached_property
    def forms(self) -> frozenset[str]:
        """The files of documents that may be forms, which others fill in: annexes, outlines."""
        return frozenset(self.places.file(part.origin) for part in self.bo if part.loai_van_ban in _MAY_BE_FORMS)

    @cached_property
    def task_states(self) -> tuple[TaskStates, ...]:
        """What the documents of the set say of the tasks of plans, held against these."""
        facts = self.setting.facts
        return tuple(facts.task_states(van_ban.ket_qua_nhiem_vu) for van_ban in self.bo if van_ban.ket_qua_nhiem_vu)

    @cached_property
    def issuer(self) -> CoQuan | None:
        """The body that issues the set; None where the set cannot stand alone or the register does not know it."""
        return self.setting.issuer(self.bo) if self.stands_alone else None

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """The bodies that issue the set, the one that leads first; those that the register knows."""
        van_ban = self.bo.van_ban
        if self.issuer is None:
            return ()
        lead = Party(self.issuer, van_ban.nguoi_ky, van_ban.origin_of("co_quan"), van_ban.origin_of("nguoi_ky"))
        beside = (Party(body, ben.nguoi_ky, ben.origin, ben.origin) for ben, body in self.setting.partners(self.bo))
        return (lead, *beside)

    @cached_property
    def signings(self) -> tuple[Signing, ...]:
        """Who signs, where the register knows him."""
        found = ((each, each.issuer.signer(each.nguoi_ky, self.ngay)) for each in self.parties)
        return tuple(Signing(each.issuer, signer, each.origin_of_signer) for each, signer in found if signer)

    @cached_property
    def bases(self) -> tuple[tuple[Reference, CanCu], ...]:
        """What is cited as căn cứ in the documents of the set, with the act; an unknown one was told."""
        acts = self.setting.registers.can_cu
        cited = (reference for van_ban in self.bo for line in van_ban.can_cu for reference in line
                 if isinstance(reference, Reference))
        return tuple((reference, act) for reference in cited if (act := acts.get(reference.ma)))


@dataclass(frozen=True)
class ContentSubject:
    """All sets that were read together: at least those of one folder.

    issued  the files of those that were issued, as they were kept
    bodies  the register of bodies
    """

    sets: Sequence[BoVanBan]
    places: Places
    issued: frozenset[str] = frozenset()
    bodies: Mapping[str, CoQuan] = field(default_factory=dict)
    target: ClassVar[Target] = "content"


@dataclass(frozen=True)
class DocxSubject:
    """A Word file: its name in findings, its parts, the format that it is held to."""

    file: str
    parts: Mapping[str, bytes]
    the_thuc: TheThuc
    target: ClassVar[Target] = "docx"


Subject = SourceSubject | DocumentSubject | SetSubject | ContentSubject | DocxSubject


def places_of(subject: Subject) -> Places | None:
    """Where the nodes of the subject stand; None for files."""
    return None if isinstance(subject, SourceSubject | DocxSubject) else subject.places


def day_of(subject: Subject) -> DecidingDay | None:
    """The day that decides for a set."""
    return subject.bo.deciding_day if isinstance(subject, SetSubject) else None


def is_draft(subject: Subject) -> bool:
    """Whether it is a set that has no number or no day yet."""
    return isinstance(subject, SetSubject) and not subject.bo.van_ban.is_issued


def cites(subject: Subject) -> bool:
    """Whether findings name their article: not where the format is one whose text we have not read."""
    return not (isinstance(subject, SetSubject) and subject.the_thuc.gian_tiep)
