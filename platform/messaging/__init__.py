"""How the house reaches a person. So far: an SMS gateway."""
