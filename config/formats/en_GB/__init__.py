"""British English, without am and pm."""
