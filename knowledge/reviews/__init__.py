"""What families say of a film, counted. Values and pure functions; where it is kept is storage's work."""
