"""Programs of .venv that commands hand on to."""

import subprocess
import sys

from vanban.commands.checkout import Checkout


def python(checkout: Checkout, *words: str) -> int:
    """Runs Python with these words in the folder of the project; its exit code."""
    return subprocess.run([sys.executable, *words], cwd=checkout.root, check=False).returncode
