"""Table layouts: what a document says → Grid, one file each, found by looking under the name of `bo_cuc`.

A layout is a function `layout(table, van_ban, registers, the_thuc, places) -> (Grid, findings)`. Most turn records into
columns and rows as an officer would write them, and let `_draw` do the rest.
"""
