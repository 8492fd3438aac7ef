"""Lists for people and programs: which columns they have, and their text in every format."""
