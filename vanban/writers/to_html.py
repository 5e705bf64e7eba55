"""A built DOCX → one HTML file to read on a screen or a telephone; it is a copy to read, never the document.

Through pandoc, which keeps the names of our styles; `reading_copy.html` beside this file gives each its look.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from vanban.rooms import room
from vanban.writers._html_copy import html_copy
from vanban.writers._pandoc import convert

_PAGE = Path(__file__).with_name("reading_copy.html")
_DC = "{http://purl.org/dc/elements/1.1/}"


def to_html(docx: Path) -> bytes:
    """The page of `docx`, with everything it needs inside. Raises MachineError where pandoc cannot read the DOCX.

    Its title, and whether it is a sample, are those of the properties that `to_docx` wrote.
    """
    with ZipFile(docx) as package:
        properties = etree.fromstring(package.read("docProps/core.xml"))
    # pandoc escapes what it reads; a variable of the page stands there as it is given.
    options = (f"--variable=pagetitle:{escape(properties.findtext(f'{_DC}title', docx.stem))}",
               f"--variable=subject:{escape(properties.findtext(f'{_DC}subject', ''))}")
    with _copy(docx) as source:
        return convert(
            source, "html5", "--standalone", "--embed-resources", f"--template={_PAGE}", *options, reader="docx+styles"
        ).encode()


@contextmanager
def _copy(docx: Path) -> Iterator[Path]:
    """The file that pandoc reads, under the name of `docx`."""
    if (copy := html_copy(docx.read_bytes())) is None:
        yield docx
        return
    with room() as folder:
        (folder / docx.name).write_bytes(copy)
        yield folder / docx.name
