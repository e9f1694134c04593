//! Answers of an archive as text, JSON, web pages and graphs.
