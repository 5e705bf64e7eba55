"""WordprocessingML as it is found in a .docx: one reading for frames, for what is built, for any other file.

parts      the names of the parts of a package
package    the bytes of a .docx → its parts, within limits
packing    parts → the bytes of a .docx
elements   elements of a part; what Word adds on saving taken away
styles     named styles → figures in the terms of the decree

opened     any .docx, where parts may be missing or broken; strict: the other namespaces of the standard
disguises  what a file is that is no .docx
reading/   any .docx → its words, all of them
"""
