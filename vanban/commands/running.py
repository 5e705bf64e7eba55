"""A command that was typed → its exit code: whatever ends it is told in a sentence."""

import os
import sys
from argparse import Namespace
from importlib import import_module
from pathlib import Path

from vanban.commands import MACHINE, WRONG_USE
from vanban.commands.checkout import Checkout
from vanban.errors import VanBanError, WrongUse, system_words
from vanban.pipeline.crashes import sentence


def run(root: Path, arguments: Namespace) -> int:
    """Loads the file of the command that was typed, and no other, and runs it in the project of `root`."""
    checkout = Checkout(root, arguments.verbose)
    try:
        code = int(import_module(f"vanban.commands.{arguments.module}").run(checkout, arguments))
        sys.stdout.flush()
        return code
    except WrongUse as error:
        print(f"Lệnh viết chưa đúng: {error}.", file=sys.stderr)
        return WRONG_USE
    except VanBanError as error:
        print(f"Không làm được: {error}", file=sys.stderr)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # who read us ("… | head") has gone
    except OSError as error:
        print(f"Không làm được: {error.filename or ''}: {system_words(error)}.", file=sys.stderr)
    except Exception as error:  # a fault of ours that nothing closer to it could take
        print(sentence(checkout.project(), f"Lệnh {arguments.command}", error), file=sys.stderr)
    return MACHINE
