"""What PDF needs of the machine."""

import sys

from vanban import bootstrap
from vanban.writers import to_pdf


def prepare_pdf() -> bool:
    """Installs what PDF needs where nobody need be asked; else says what it needs. Whether PDF can be made."""
    lacking = None if to_pdf.is_ready() else bootstrap.ensure_pdf()
    if lacking:
        print(lacking, file=sys.stderr)
    return not lacking
