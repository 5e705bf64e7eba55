"""Page frames (.docx) as they are found: an office restyles them in Word, so nothing in them is taken for granted.

Read by the check that tells an office what is wrong, and by the writer that fills them.

package   the bytes → the parts, within limits
word      elements of WordprocessingML; what Word adds on saving taken away
grammar   the little of Jinja that a frame may use
tags      the tags of a frame, and the template that they make
styles    named styles → the figures of the decree
looks     page, styles and cells of a frame, put in the place of our own figures
"""
