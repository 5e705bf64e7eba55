"""Page frames (.docx) as they are found: an office restyles them in Word, so nothing in them is taken for granted.

Read by the check that tells an office what is wrong, and by the writer that fills them.

package   the bytes → the parts, within limits
word      elements of WordprocessingML; what Word adds on saving taken away
tags      the Jinja of a frame, and the little of it that a frame may use
styles    named styles → the figures of the decree
looks     page, styles and cells of a frame, put in the place of our own figures
"""
