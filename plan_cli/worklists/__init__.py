"""Work lists as workbooks, there and back.

There: `sheet` says which columns a sheet has, `content` fills it from the dataset, `workbook`
writes it; `manifest` is what the workbook remembers of the dataset. Back: `container` and `cells`
open the file, `returned` finds its rows, `values` and `entries` read what was filled in, `outcome`
says what that adds, `submit` submits it.

A work list is in Chinese whatever language the program speaks: it goes to Chinese offices.
"""
