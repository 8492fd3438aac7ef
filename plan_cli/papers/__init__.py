"""Papers that people read, file and print: what they are made of, and what they say.

`blocks` is the vocabulary of a paper, `renderers` turn papers into files. A paper is plain data in
the reader's language; a renderer knows nothing of plans and reports.
"""
