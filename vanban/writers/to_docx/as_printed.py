"""A resolved set → the set as it is printed: what `to_docx` writes, and what is kept of it when it is issued."""

from collections.abc import Iterable, Mapping

from vanban.doctypes import DocType
from vanban.model.document import BoVanBan, VanBan
from vanban.model.print_order import in_print_order
from vanban.model.printed import Part, PrintedDocument, PrintedSet
from vanban.model.rebuild import found
from vanban.model.running_text import Note
from vanban.the_thuc import TheThuc
from vanban.writers.to_docx.body import ended, in_parts


def as_printed(
    bo: BoVanBan, doctypes: Mapping[str, DocType], the_thuc: TheThuc, whole: BoVanBan | None = None
) -> PrintedSet:
    """`bo`, which has its zones, with everything that is printed composed. Of an extract of `whole` a document ends
    with the mark of the end where that has it."""
    ends = {part.van_ban.origin: in_print_order(part.van_ban)[-1:] for part in whole.parts()} if whole else {}

    def printed(part: BoVanBan) -> PrintedDocument:
        end = ends.get(part.van_ban.origin)
        is_ended = end is None or [each.origin for each in in_print_order(part.van_ban)[-1:]] == [
            each.origin for each in end]
        return _document(part, doctypes, the_thuc, is_ended)

    return PrintedSet(tuple(map(printed, bo.parts())), bo.ngay)


def _document(part: BoVanBan, doctypes: Mapping[str, DocType], the_thuc: TheThuc, is_ended: bool) -> PrintedDocument:
    van_ban = part.van_ban
    if part.zones is None:
        raise ValueError(f"{van_ban.ma!r} reached the writer without its zones")
    return PrintedDocument(
        ma=van_ban.ma,
        loai_van_ban=van_ban.loai_van_ban,
        ten_loai=doctypes[van_ban.loai_van_ban].ten_loai,
        trich_yeu=van_ban.trich_yeu,
        zones=part.zones,
        body=() if doctypes[van_ban.loai_van_ban].is_copy else _body(van_ban, the_thuc, is_ended),
        notes=tuple(notes_of([van_ban])),
        kho_giay=van_ban.kho_giay,
        vi_du=van_ban.vi_du,
    )


def _body(van_ban: VanBan, the_thuc: TheThuc, is_ended: bool) -> tuple[Part, ...]:
    parts = in_parts(van_ban)
    return tuple(ended(parts, the_thuc.words("ket_thuc"), the_thuc.words("ket_thuc_bang")) if is_ended else parts)


def notes_of(documents: Iterable[VanBan]) -> list[Note]:
    """The footnotes of `documents` that the text has a mark of, as the tree counts them."""
    counted = (note for van_ban in documents for note in found(van_ban, Note) if note.number)
    return sorted(counted, key=lambda note: note.number)
