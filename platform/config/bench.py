"""What `dev bench` measures: a name, and the dotted path of a trial (see measuring.py)."""

BENCHES = {
    "pages": "config.pages_bench.run",
    "import": "config.import_bench.run",
}
