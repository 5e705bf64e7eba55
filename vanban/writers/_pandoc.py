"""pandoc, as pypandoc brings it: a DOCX → text of another form."""

from pathlib import Path

import pypandoc

from vanban.errors import MachineError


def convert(docx: Path, to: str, *options: str, reader: str = "docx") -> str:
    """What pandoc reads in `docx`, written as `to`; it opens and fetches nothing else. Raises MachineError where it
    cannot read it, or is not there."""
    try:
        alone = ["--sandbox", "--wrap=none", *options]
        return str(pypandoc.convert_file(str(docx), to, format=reader, extra_args=alone))
    except (OSError, RuntimeError) as error:
        why = str(error).strip().splitlines()[-1:]
        raise MachineError(f"pandoc không đọc được {docx.name}: {''.join(why)}") from error
