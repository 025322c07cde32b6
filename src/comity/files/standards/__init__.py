"""Standards of other houses: OCDS, IATI, iCalendar and tables of treaties, read and written without a node.

A file is read whole or not at all: what is wrong is said with its row, its column and its value. Enter by module:
`from comity.files.standards.iati import read_activities`.
"""
