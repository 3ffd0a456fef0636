"""Work out how routes are drawn as riders know it: side by side on what they share, told apart, and named.

What is worked out is a drawing, not a measurement: lengths, times and walks never come from here.
"""
