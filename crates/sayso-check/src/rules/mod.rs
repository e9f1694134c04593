//! The rules, one file each, a folder for each family. Their doc comments are what `sayso rule CODE` and `docs/rules/` show;
//! sentences that must and must not be found stand at the end of each file.

pub(crate) mod ano;
pub(crate) mod att;
pub(crate) mod bal;
pub(crate) mod chn;
pub(crate) mod fig;
pub(crate) mod lin;
pub(crate) mod quo;
pub(crate) mod src;
pub(crate) mod sup;
pub(crate) mod vag;
pub(crate) mod vrb;
