"""What developers run; not part of the program: `python -m scripts refresh`."""
