"""Work lists as workbooks, out and back, in Chinese whatever the program speaks.

Out: `sheet` has the columns, `content` fills them from the dataset, `workbook` writes them,
`manifest` stores what the workbook must know of the dataset. Back: `container` and `cells` open
the file, `returned` finds its rows, `values` and `entries` read them, `outcome` compares them with
the dataset, `submit` submits them.
"""
