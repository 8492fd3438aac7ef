"""Questions to a dataset, answered from its rows."""
