//! Invented reports of one claim, each rule by what must and what must not come out.

use std::sync::Arc;

use proptest::prelude::*;
use sayso_reading::{Act, Kind, SourceType, Terms, figures::Bound};

use super::*;
use crate::record::{ArticleRecord, FigureRecord, SourceRecord, StatementRecord};

pub(super) mod builder;
mod changing;
mod following;
mod resting;

use builder::*;
