"""What each glyph of a PDF tells who searches, copies or listens: its own letters, once.

Typst tells the letters of a whole cluster (a consonant with its marks) with each part of it that is set by itself, so
a reader finds them twice and a search finds nothing. Here each glyph gets its own letters, by the typeface it was
taken from, and the text beside glyphs goes where it says no more than they do. What is seen stays as it is.
"""
