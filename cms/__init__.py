"""What is taught and published: the Red Leader Academy in Wagtail. Knows pages, not people."""
