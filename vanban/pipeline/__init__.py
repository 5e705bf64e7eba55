"""The only package that knows every stage: content → findings, documents, files. One module for each command.

`build.py` imports the module of the command that was typed and no other, so that checking one file does not wait for
the writers.
"""
