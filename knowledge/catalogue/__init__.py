"""Every film that exists, guide or not: read from files, kept in one SQLite file, indexed for titles."""
