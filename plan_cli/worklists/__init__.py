"""Work lists as workbooks, out and back, in Chinese whatever the program speaks."""
