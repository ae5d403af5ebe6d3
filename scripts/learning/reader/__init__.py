"""A reader that is learned from marked rows, on trial: it is to replace knowledge/understanding."""
