"""Files into a library: reading, checking, and saying what would be right."""
