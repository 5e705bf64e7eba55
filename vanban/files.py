"""Writing files so that at every moment the old file or the new one stands there, never half of one."""

import os
from pathlib import Path


def write_whole(target: Path, data: bytes) -> None:
    """Puts `data` at `target`, its folder made where it is missing. Raises OSError; then the old file stands."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
