"""Next year's plan from this year's: every date, basis, signer, target and task is decided or put before a person.

1 documents  which sets of the old year are made again (documents.yaml: rules that are data)
2 pieces     the texts of a file, its bases, tasks, targets, signer → items: what was decided of each place, and what a
             person may answer (`item`)
3 rolling    the items of a file, with the answers there are → the text of the new file: the old one with span edits
  given        the tasks that the plan of a superior gives to the unit, and how that is cited
4 merging    what was generated last time, what is generated now, what lies there → what may be written
5 to_yaml, to_md  the decisions for the machine and for reading

It stands above edits: what it makes are edits of texts, and files, not another set as a transform does. It reads and
writes no file; `pipeline/planning` does.
"""
