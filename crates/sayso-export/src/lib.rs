//! An archive in the formats of the field.
