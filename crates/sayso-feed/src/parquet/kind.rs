//! What a column's values are, from the type that Parquet stores them in and what Arrow's schema adds to it.

use parquet::basic::{ConvertedType, LogicalType, Repetition, TimeUnit, Type as Physical};
use parquet::schema::types::Type;

use super::hint::Hint;

/// What the values of a column are.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// Bytes that should be UTF-8.
    Text,
    Signed,
    Unsigned,
    Float,
    /// Days since 1970.
    Day,
    /// Milliseconds since 1970 at midnight.
    DayMillis,
    /// A moment: how many of its units make a second, and the zone it is told in.
    Moment(i64, Option<Zone>),
    /// Of another type.
    Other,
}

/// A zone by its minutes east of Greenwich.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Zone(pub(super) i64);

/// The values of a column and, if it is a list, from what definition level on there is a list and what its items are.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    One(Kind),
    List { from: i16, items: Kind },
}

impl Shape {
    /// What a column holds. As for all readers of Parquet, a field that is repeated is a list though nothing says so, and the
    /// middle of a list's three levels may be missing.
    pub(super) fn of(field: &Type, hint: Option<&Hint>) -> Self {
        let items = |hint: Option<&Hint>| match hint {
            Some(Hint::List(items)) => items.as_deref().cloned(),
            _ => None,
        };
        let info = field.get_basic_info();
        let is_repeated = |field: &Type| {
            let info = field.get_basic_info();
            info.has_repetition() && info.repetition() == Repetition::REPEATED
        };
        if is_repeated(field) {
            return Self::List { from: 0, items: Kind::of(field, items(hint).as_ref()) };
        }
        if field.is_primitive() {
            return Self::One(Kind::of(field, hint));
        }
        let is_list =
            info.converted_type() == ConvertedType::LIST || info.logical_type_ref() == Some(&LogicalType::List);
        let [middle] = field.get_fields() else { return Self::One(Kind::Other) };
        if !is_list || !is_repeated(middle) {
            return Self::One(Kind::Other);
        }
        let item = match middle.is_group().then(|| middle.get_fields()) {
            Some([item]) if middle.name() != "array" && middle.name() != format!("{}_tuple", field.name()) => item,
            // A record of its own.
            None | Some(_) => middle,
        };
        // A list in a list is none of ours, and there is no end to how deep they go.
        let is_deep = item.is_group() || (is_repeated(item) && middle.is_group());
        let items = if is_deep { Kind::Other } else { Kind::of(item, items(hint).as_ref()) };
        Self::List { from: i16::from(info.repetition() == Repetition::OPTIONAL), items }
    }
}

impl Kind {
    fn of(field: &Type, hint: Option<&Hint>) -> Self {
        let Type::PrimitiveType { physical_type, .. } = field else { return Self::Other };
        let info = field.get_basic_info();
        let (logical, converted) = (info.logical_type_ref(), info.converted_type());
        if logical == Some(&LogicalType::Unknown) {
            return Self::Other;
        }
        match physical_type {
            Physical::BOOLEAN => Self::Other,
            Physical::FLOAT | Physical::DOUBLE => Self::Float,
            Physical::INT96 => match hint {
                Some(Hint::Moment(_, zone)) => Self::Moment(1, zone.as_deref().map(zone_of)),
                _ => Self::Moment(1, None),
            },
            Physical::INT32 | Physical::INT64 => Self::of_number(*physical_type, logical, converted, hint),
            Physical::BYTE_ARRAY => match (logical, converted) {
                (Some(LogicalType::Decimal { .. }), _) | (None, ConvertedType::DECIMAL) => Self::Other,
                _ => Self::Text,
            },
            Physical::FIXED_LEN_BYTE_ARRAY => match (logical, converted) {
                (Some(LogicalType::Decimal { .. }), _) | (None, ConvertedType::DECIMAL | ConvertedType::INTERVAL) => {
                    Self::Other
                }
                (Some(LogicalType::Float16), _) => Self::Float,
                _ => Self::Text,
            },
        }
    }

    fn of_number(
        physical: Physical,
        logical: Option<&LogicalType>,
        converted: ConvertedType,
        hint: Option<&Hint>,
    ) -> Self {
        use ConvertedType as C;
        let plain = || match hint {
            // Not every unit of Arrow's is one of Parquet's.
            Some(Hint::Moment(units, zone)) => Self::Moment(*units, zone.as_deref().map(zone_of)),
            Some(Hint::DayMillis) if physical == Physical::INT64 => Self::DayMillis,
            Some(Hint::Time) => Self::Other,
            _ => Self::Signed,
        };
        let moment = |units: i64, is_utc: bool| match hint {
            Some(Hint::Moment(told, Some(zone))) if *told == units => Self::Moment(units, Some(zone_of(zone))),
            _ => Self::Moment(units, is_utc.then_some(Zone(0))),
        };
        match (logical, converted) {
            (Some(LogicalType::Integer(int)), _) if !int.is_signed => Self::Unsigned,
            (Some(LogicalType::Integer(_)), _) | (None, C::NONE | C::INT_32 | C::INT_64) => plain(),
            (None, C::INT_8 | C::INT_16) => Self::Signed,
            (None, C::UINT_8 | C::UINT_16 | C::UINT_32 | C::UINT_64) => Self::Unsigned,
            (Some(LogicalType::Date), _) | (None, C::DATE) => Self::Day,
            (Some(LogicalType::Timestamp(told)), _) => {
                let units = match told.unit {
                    TimeUnit::MILLIS => 1_000,
                    TimeUnit::MICROS => 1_000_000,
                    TimeUnit::NANOS => 1_000_000_000,
                };
                moment(units, told.is_adjusted_to_u_t_c)
            }
            (None, C::TIMESTAMP_MILLIS) => moment(1_000, true),
            (None, C::TIMESTAMP_MICROS) => moment(1_000_000, true),
            _ => Self::Other,
        }
    }
}

/// A zone as Arrow writes it: `+01:00`, `UTC`. One by name is told in UTC: the moment is the same.
pub(super) fn zone_of(zone: &str) -> Zone {
    let offset = || {
        let digits: String = zone.get(1..)?.chars().filter(|c| *c != ':').collect();
        let number = |from: usize, to: usize| digits.get(from..to)?.parse::<i64>().ok();
        let minutes = number(0, 2)? * 60 + if digits.len() == 4 { number(2, 4)? } else { 0 };
        match zone.as_bytes().first()? {
            b'+' => Some(minutes),
            b'-' => Some(-minutes),
            _ => None,
        }
    };
    Zone(offset().filter(|minutes| minutes.abs() < 24 * 60).unwrap_or(0))
}

/// `2026-11-24T06:00:00+01:00` of seconds since 1970; without a zone where none is told.
pub(super) fn moment(seconds: i64, zone: Option<Zone>) -> Option<String> {
    const DAY: i64 = 86_400;
    let minutes = zone.map_or(0, |zone| zone.0);
    let local = seconds.checked_add(minutes * 60)?;
    let (date, time) = (day(local.div_euclid(DAY))?, local.rem_euclid(DAY));
    let sign = if minutes < 0 { '-' } else { '+' };
    let zone = match zone {
        None => String::new(),
        Some(Zone(0)) => "Z".to_owned(),
        Some(_) => format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60),
    };
    Some(format!("{date}T{:02}:{:02}:{:02}{zone}", time / 3600, time / 60 % 60, time % 60))
}

/// `2026-11-24` of days since 1970, by H. Hinnant's `civil_from_days`; nothing beyond the years 1 to 9999.
pub(super) fn day(days: i64) -> Option<String> {
    if !(-719_162..=2_932_896).contains(&days) {
        return None;
    }
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let date = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some(format!("{year:04}-{month:02}-{date:02}"))
}
