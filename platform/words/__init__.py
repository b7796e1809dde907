"""Chinese text made comparable: tokens for search, pinyin, names, digits, dates, phone numbers."""
