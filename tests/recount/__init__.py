"""An independent count: figures of the papers, worked out again from the files alone.

Nothing here uses the package's own modules but the command line that writes the papers: files are
read with PyYAML, figures are fractions, and every rule is written down anew from docs/. Where a
paper and the count differ, one of the two does not do what the documents say.
"""
