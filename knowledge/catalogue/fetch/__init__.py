"""All films that exist, brought from the services that record them. What a file says is known elsewhere."""
