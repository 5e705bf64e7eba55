"""Page frames (.docx): the decree's, made from its figures, and an office's own, which it restyles in Word.

making    the figures of the_thuc → the frames of templates/
checking  an office's own frames against the decree and against the frame that they were copied from
prepared  a frame made ready, once, for the writer to fill
grammar   the little of Jinja that a frame may use
tags      the tags of a frame, and the template that they make
looks     page, styles and cells of a frame, put in the place of our own figures
"""
