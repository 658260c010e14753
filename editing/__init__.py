"""Forms that two people may have open at once: the second save takes nothing of the first back unseen.

In: a form of the admin and the row as it stands. Out: fields that one person changed are put together, a field that
both changed is asked about. May not import: any app of ours; it knows no model.
"""
