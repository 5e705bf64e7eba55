"""The text of a file → which numbers of which bodies may stand in it; nothing is read as YAML.

This says which files must be read together, so that a number given twice is seen. It may name too many.
"""

import re
from itertools import islice, product

_NUMBER = re.compile(rb"""\bso_van_ban["']?\s*:\s*["']?([0-9]+)""")
_BODY = re.compile(rb"""\bco_quan["']?\s*:\s*["']?([a-z0-9_]+)""")
Claim = tuple[bytes, bytes]  # a body, "" where none is named, and a number
# A document has one number and one body; what says them thousands of times is none.
_MOST = 100


def issued_numbers(raw: bytes) -> set[Claim]:
    """What a document of these bytes may be issued as; nothing for a draft."""
    numbers, bodies = (list(islice(dict.fromkeys(match[1] for match in pattern.finditer(raw)), _MOST))
                       for pattern in (_NUMBER, _BODY))
    return set(product(bodies or [b""], numbers))
