"""A review → the data of its HTML page; what draws them stands beside in `page.html`, `page.css` and `page.js`.

`_entries` puts the lines of two sides into one list, `_marked` marks the words of each; `_cells`, `_tables`, `_columns`
put those of tables into rows, `_drawing` makes blocks and folds of all of it; `_data` and `_document` shorten these.
"""
