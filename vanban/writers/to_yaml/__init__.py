"""A document of the tree → the text of its YAML file, as an officer would type it; for import and roll-forward.

Read again it is the same tree. Keys stand in the order of the schema of the type; running text in literal blocks with
the marks that the machine counts, one paragraph a line. The tree may be resolved or not: what others compute
(`NOT_WRITTEN`) is not looked at. Not written is what the tree does not keep: comments, `ghi_chu` of the file, the
order and layout of the source; an edit of a file that exists is made in `edits`, which keeps all of that.

The same tree comes back where it is one that can be typed. Such a tree has no empty paragraphs, items, runs or cells,
no neighbouring runs of one face, no blanks at the ends of a line, or at the edges of italics; italics that do not
begin or end inside a word; no braces inside a question; items nested as their signs are (`running_text`); texts in
NFC. Others are written as the nearest that can. A value for which the type has no key is written all the same, so
that the check tells of it.
"""

from collections.abc import Mapping

from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.inline import Figure, NoteMark, Reference
from vanban.model.picture import Hinh
from vanban.model.running_text import Item, Note, Paragraph
from vanban.model.table import BangBieu, Entry, Hang
from vanban.writers.to_yaml.document import document_entries
from vanban.writers.to_yaml.emit import Follow, Schema, emit

# Fields that other stages compute from what is written, beside every `origin`.
NOT_WRITTEN: Mapping[type, frozenset[str]] = {
    VanBan: frozenset({"mark", "origins"}),
    DeMuc: frozenset({"step", "mark"}),
    Item: frozenset({"mark", "typed_mark"}),
    Paragraph: frozenset({"quoted", "composed", "centred"}),
    Note: frozenset({"number"}),
    NoteMark: frozenset({"number"}),
    Figure: frozenset({"value", "shown", "total", "is_open", "uneven"}),
    Reference: frozenset({"target", "shown"}),
    BangBieu: frozenset({"grid", "written_from", "has_others_columns", "typed"}),
    Hang: frozenset({"ma", "totals"}),
    Entry: frozenset({"value"}),
    Hinh: frozenset({"image", "number", "drawn", "origins"}),
}


def to_yaml(van_ban: VanBan, schema: Schema, follow: Follow, schema_path: str) -> str:
    """The text of the file of `van_ban`.

    schema       that of its type; `follow` gives a schema with what it refers to (`$ref`)
    schema_path  the schema from the folder of the file, for the editor line
    """
    # A type that may have either says by its scheme that it has no điều (`readers.own_scheme`).
    has_dieu = "dieu" in schema["properties"] and not ("de_muc" in schema["properties"] and van_ban.danh_so)
    nodes_key = "dieu" if has_dieu else "de_muc"
    return f"# yaml-language-server: $schema={schema_path}\n" + emit(
        document_entries(van_ban, nodes_key), schema, follow
    )
