"""Reads an official notice: text in, values out. Knows no files, no YAML and no city.

A notice divides a plan into numbered clauses and ends each with an attribution bracket:
`51.到2023年,创建…。(牵头部门:市工业园区,配合部门:市工信局、发改局〈科技局〉等)`.
What cannot be read is reported with its line and column; nothing is guessed.
"""
