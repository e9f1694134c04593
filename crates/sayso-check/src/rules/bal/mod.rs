//! Balance: who is heard and who is not.
