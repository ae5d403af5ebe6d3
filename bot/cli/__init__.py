"""The command line: what scripts and checks use. Holds no fact and takes no decision."""
