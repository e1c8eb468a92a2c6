"""Many files into one database: a pool of workers that read, one writer that stores."""

from extract.batch.ingest import Progress, Summary, ingest
from extract.batch.work import Failure, Options, Outcome, extract_alone

__all__ = ["Failure", "Options", "Outcome", "Progress", "Summary", "extract_alone", "ingest"]
