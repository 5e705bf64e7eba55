"""The commands of build.py, a file each: its `run` takes the checkout and what was typed, and gives an exit code.

How a command is typed stands in `arguments`, which needs no library, so that help is there on a bare machine. The file
of the command that was typed is loaded then, and no other.
"""

# Nothing wrong; findings at error level; wrong use; the machine (no converter, unreadable frame, full disk).
CLEAN, FINDINGS, WRONG_USE, MACHINE = range(4)
STOPPED = 130  # by Ctrl-C, as shells have it
