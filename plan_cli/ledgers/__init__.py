"""Work lists as workbooks, there and back.

There: `layout` says which columns a sheet has, `content` fills it from the dataset, `writer` makes
the workbook; `manifest` is what the workbook remembers of the dataset.

What a work list says is Chinese whatever language the program speaks: it goes to Chinese offices.
"""
