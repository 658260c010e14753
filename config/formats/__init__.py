"""How days and times are written, the same everywhere in the newsroom and on the pages."""
