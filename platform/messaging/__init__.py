"""How the house reaches a person. Today: an SMS gateway; messages, preferences and quiet hours come with step 2 and 4."""
