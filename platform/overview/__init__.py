"""What stands above all rooms: the desk with everything that waits for somebody."""
