"""What a lesson is made of, one kind a file."""
