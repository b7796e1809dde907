"""What HR does with a roster on its way in, one deed a file."""
