"""What people bring with them, taken apart into posts: files, archives, exports of WordPress and Ghost.

In: the bytes of a file and its name, from anybody. Out: posts one by one, each as text with what is known of it, or a
sentence on why it is none. May not import: models, services, or any room above; no database, no settings, no network.
Everything is bounded: sizes, counts, depth.
"""

from __future__ import annotations
