//! Owns how instants and zones are said to people.

use super::civil::{Civil, DAY, MONTHS};
use super::date::offset_text;

/// The instant as the clock and calendar of a zone show it, days next to now by name:
/// `01:00 tomorrow`, `11:05 on 7 April 2024`. `now` is in Unix seconds, `zone` in minutes east of UTC.
pub(super) fn when(instant: i64, now: i64, zone: i32) -> String {
    let time = local(instant, zone).rem_euclid(DAY);
    format!("{:02}:{:02} {}", time / 3_600, time / 60 % 60, day(instant, now, zone))
}

/// The day of an instant: `today`, `on 7 April 2024`.
fn day(instant: i64, now: i64, zone: i32) -> String {
    let days = local(instant, zone).div_euclid(DAY);
    match days - local(now, zone).div_euclid(DAY) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        _ => format!("on {}", calendar(days)),
    }
}

/// `7 April 2024`, from days since 1970-01-01.
pub(super) fn calendar(days: i64) -> String {
    let Civil { year, month, day } = Civil::from_days(days);
    let index = usize::try_from(month).unwrap_or(1).saturating_sub(1);
    format!("{day} {} {year}", MONTHS.get(index).unwrap_or(&""))
}

/// `UTC` or `UTC+05:00`.
pub(super) fn zone_name(offset: i32) -> String {
    if offset == 0 { "UTC".to_owned() } else { format!("UTC{}", offset_text(offset, ":")) }
}

/// Seconds on the clock of a zone.
pub(super) fn local(instant: i64, zone: i32) -> i64 {
    instant.saturating_add(i64::from(zone) * 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_near_now_have_names() {
        let now = 1_712_487_909; // 2024-04-07T11:05:09Z
        for (instant, zone, said) in [
            (now, 0, "11:05 today"),
            (now, 300, "16:05 today"),
            (now + 13 * 3_600, 0, "00:05 tomorrow"),
            (now + 13 * 3_600, -120, "22:05 today"),
            (now - 12 * 3_600, 0, "23:05 yesterday"),
            (now + 3 * DAY, 0, "11:05 on 10 April 2024"),
            (0, 0, "00:00 on 1 January 1970"),
        ] {
            assert_eq!(when(instant, now, zone), said);
        }
    }

    proptest! {
        #[test]
        fn every_instant_can_be_said(instant: i64, now: i64, zone: i32) {
            prop_assert!(!when(instant, now, zone).is_empty());
            prop_assert!(zone_name(zone).starts_with("UTC"));
        }
    }
}
