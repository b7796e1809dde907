"""One ecosystem, its chains, its organizations, and who works where in which role."""
