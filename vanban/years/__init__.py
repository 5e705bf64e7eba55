"""Years and dates in running text: where each is mentioned, what it is there for, what becomes of it in another year.

1 folding    a text, its characters as the patterns expect them, each with its place in the text as it was typed
2 spotting   → mentions: kind, place, first and last day (grammar: the patterns)
3 setting    the sentence, row, line and key in which a mention stands
4 rules      → its role, by rules that are data (roles.yaml), first match wins; none: it is asked
5 fates      → what becomes of it and why

`deciding.decide` does all of it for one text. It reads no file: the command `years` hands it the values of a YAML
file, the lines of a text or of a DOCX, and next year's plan the nodes of its tree, each with its key.
"""
