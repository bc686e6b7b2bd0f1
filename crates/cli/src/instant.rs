//! Owns the instant at which a command judges dates: the one that was asked for, else the present.

use crate::Failure;
use foreword_core::verdict::read_date;
use std::time::{SystemTime, UNIX_EPOCH};

/// Unix seconds of the date asked for, with `zone` in minutes east of UTC where it states none; else of now.
pub(crate) fn instant(asked: Option<&str>, zone: i32) -> Result<i64, Failure> {
    match asked {
        Some(text) => read_date(text)
            .map(|moment| moment.instant(zone))
            .map_err(|why| Failure::Impossible(format!("`{text}` is no date: {why}"))),
        None => {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            Ok(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
        }
    }
}
