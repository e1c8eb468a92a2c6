"""The stages: each turns records into records and knows no file format and no other reader."""
