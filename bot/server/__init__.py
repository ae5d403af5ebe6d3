"""A server's affairs: its settings, what people ask for and report, what is stored and how long."""
