"""A dataset: its files, the plain rows read from them, and its snapshot."""
