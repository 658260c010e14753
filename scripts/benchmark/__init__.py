"""The measures of `scripts/bench_engine.py`, by what they measure. Nothing is trained here."""
