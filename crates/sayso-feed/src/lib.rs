//! Feeds, web archives and Parquet → the articles in them.
