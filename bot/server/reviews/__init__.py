"""What families say: written in two short forms, read page by page, looked after by moderators."""
