"""The files that a catalogue can be read from, one module a format. Nothing is kept here."""
