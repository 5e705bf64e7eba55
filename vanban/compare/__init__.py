"""Two readings of the same documents → one list of changes (`model/change`).

`reading` says what a side is, `sheets` makes of every document its printed lines and the tree of nodes that they stand
in; `pairing` finds which node is which, `listing` what was done, `following` what follows of what.
"""
