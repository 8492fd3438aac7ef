"""Reads an official notice; what cannot be read is reported with its place, never guessed."""
