"""The names of all films in arrays that can be mapped from disk. Orders candidates, decides nothing."""
