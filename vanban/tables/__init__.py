"""Table layouts: records of a document → Grid, one file each, found by looking under the name of `bo_cuc`.

A layout is a function `layout(van_ban, registers, the_thuc, places) -> (Grid, findings)`.
"""
