"""What `dev faults import` breaks on purpose: hostile files, killed workers, and how both are watched."""
