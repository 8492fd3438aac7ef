"""What each list shows: the columns of its table and the line above it."""
