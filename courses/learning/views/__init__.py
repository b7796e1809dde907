"""Pages: the catalogue, a run's seat, a lesson, one's own learning, a certificate for everyone."""
