"""Many files into one database: a pool of workers that read, one writer that stores.

`ingest` is a run; `work` is what a worker does, and imports nothing of the writer.
"""
