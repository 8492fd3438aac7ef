"""Snapshots of datasets: what queries are answered from, ready to be read, in the user's cache.

A snapshot is made when a dataset has been loaded and checked, and is good only as long as every
file that it came from holds the very same bytes. Whatever is wrong with one, it is as if it were
not there, and it is made again. Nothing here needs Pydantic or YAML.
"""

from plan_cli.snapshot.store import answers

__all__ = ["answers"]
