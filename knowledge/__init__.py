"""The guide: films, questions and answers. Usable without Discord; imports neither discord nor bot."""
