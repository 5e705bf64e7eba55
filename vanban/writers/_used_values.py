"""What an issued set keeps besides its registers: its words without what they were made from, and the figures used."""

from collections.abc import Iterator

from vanban.model.document import BoVanBan, VanBan
from vanban.model.frozen import LoaiSo, UsedValue
from vanban.model.inline import Figure, Reference, Run
from vanban.model.places import NOWHERE, Places
from vanban.model.printed import PrintedSet
from vanban.model.rebuild import rebuilt
from vanban.model.total import Total
from vanban.model.value import Amount
from vanban.model.walk import inlines, tables


def as_words(words: PrintedSet) -> PrintedSet:
    """`words` with text in place of resolved figures and references."""
    return rebuilt(words, {Figure: _as_run, Reference: _as_run})


def _as_run(inline: Figure | Reference) -> Run:
    if inline.shown is None:
        raise ValueError(f"unresolved {inline!r} would be kept")
    return Run(inline.shown, inline.bold, inline.italic)


def used_values(bo: BoVanBan, places: Places) -> tuple[UsedValue, ...]:
    """The targets, the figures in the text and the cells of total rows, in the order of print; each once."""
    return tuple(dict.fromkeys(value for van_ban in bo for value in _of_document(van_ban, places)))


def _of_document(van_ban: VanBan, places: Places) -> Iterator[UsedValue]:
    def value(kind: LoaiSo, ma: str, amount: Amount, total: Total | None = None) -> UsedValue:
        digits = "" if amount.number is None else str(amount.number)
        sources = dict.fromkeys(_source(origin, places) for origin in amount.inputs if origin != NOWHERE)
        sources |= dict.fromkeys(f"{each.tep}#{each.ma}" for each in (total.inputs if total else ()))
        return UsedValue(kind, van_ban.ma, ma, digits, amount.unit, amount.decimals, amount.state, tuple(sources))

    for target in van_ban.muc_tieu:
        yield value("muc_tieu", target.chi_tieu, Amount(target.gia_tri, inputs=(target.origin,)))
    for inline in inlines(van_ban):
        if isinstance(inline, Figure) and inline.value:
            yield value("so_dan", inline.name, inline.value, inline.total)
    for table in tables(van_ban):
        for address, row in table.addressed_rows():
            for entry in row.totals:
                if entry.value:
                    yield value("hang_tong", f"{address}.{entry.cot}", entry.value)


def _source(origin: int, places: Places) -> str:
    """A file, and the path in it: "content/…/kh.yaml#muc_tieu[0]"."""
    place = places[origin]
    return f"{place.file}#{place.path.removeprefix('$').removeprefix('.')}".removesuffix("#")
