"""What servers wrote, kept safe in SQLite or PostgreSQL. Files are curation's work."""
