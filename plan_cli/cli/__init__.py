"""What commands share: options and how they are read, consoles, formats, errors, help pages."""
