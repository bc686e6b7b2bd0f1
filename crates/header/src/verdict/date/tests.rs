//! Owns what reading dates is tested with: every spelling, every refusal, round trips.

use super::*;
use proptest::prelude::*;

#[track_caller]
fn show(text: &str) -> String {
    let moment = read_date(text).unwrap();
    format!("{} {:?} {:?}", moment.rfc3339(), moment.precision, moment.zone)
}

#[test]
fn every_spelling() {
    for (text, wanted) in [
        ("2024-04-07", "2024-04-07 Day Missing"),
        ("2024-4-7", "2024-04-07 Day Missing"),
        ("2024/04/07", "2024-04-07 Day Missing"),
        ("2024-04-07T11:05:09Z", "2024-04-07T11:05:09Z Second Stated(0)"),
        ("2024-04-07t11:05:09z", "2024-04-07T11:05:09Z Second Stated(0)"),
        ("2024-04-07T11:05:09.123456789+05:30", "2024-04-07T11:05:09+05:30 Fraction Stated(330)"),
        ("2024-04-07T11:05Z", "2024-04-07T11:05:00Z Minute Stated(0)"),
        ("2024-04-07T11:05", "2024-04-07T11:05:00 Minute Missing"),
        ("2024-04-07 11:05:09 +0500", "2024-04-07T11:05:09+05:00 Second Stated(300)"),
        ("2023-10-15T13:18:50-0700", "2023-10-15T13:18:50-07:00 Second Stated(-420)"),
        ("2023-10-15T13:18:50-07:00", "2023-10-15T13:18:50-07:00 Second Stated(-420)"),
        ("2023-10-15 13:18:50 UTC", "2023-10-15T13:18:50Z Second Stated(0)"),
        ("2001-12-14 21:59:43.10 -5", "2001-12-14T21:59:43-05:00 Fraction Stated(-300)"),
        ("2001-12-15   2:59:43", "2001-12-15T02:59:43 Second Missing"),
        ("1979-05-27 07:32:00.999999", "1979-05-27T07:32:00 Fraction Missing"),
        ("15 Oct 2023", "2023-10-15 Day Missing"),
        ("5 October 2023", "2023-10-05 Day Missing"),
        ("15-Oct-2023", "2023-10-15 Day Missing"),
        ("Jul 08 2022", "2022-07-08 Day Missing"),
        ("July 8, 2022", "2022-07-08 Day Missing"),
        ("Sun, 15 Oct 2023 13:18:50 GMT", "2023-10-15T13:18:50Z Second Stated(0)"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z Second Stated(0)"),
        ("  2024-02-29\n", "2024-02-29 Day Missing"),
        ("0000-01-01", "0000-01-01 Day Missing"),
        ("9999-12-31T23:59:60-23:59", "10000-01-01T00:00:00-23:59 Second Stated(-1439)"),
    ] {
        assert_eq!(show(text), wanted, "{text}");
    }
}

#[test]
fn what_is_no_date_says_why() {
    for (text, reason) in [
        ("2024-02-30", "2024 has no 30 February"),
        ("2023-02-29", "2023 has no 29 February"),
        ("1900-02-29", "1900 has no 29 February"),
        ("2024-04-00", "2024 has no 0 April"),
        ("31 Apr 2024", "2024 has no 31 April"),
        ("2024-13-01", "there is no month 13"),
        ("2024-00-01", "there is no month 0"),
        ("2024-04-07T25:00:00", "there is no hour 25"),
        ("2024-04-07 24:00:00", "there is no hour 24"),
        ("2024-04-07 11:60", "there is no minute 60"),
        ("2024-04-07T11:05:61Z", "there is no second 61"),
        ("2024-04-07T11:05:09+24:00", "there is no such zone"),
        ("2024-04-07T11:05:09+05:60", "there is no such zone"),
        ("11:05:09", "it is a time without a day"),
        ("", NO_DATE),
        ("2024", NO_DATE),
        ("2024-04", NO_DATE),
        ("2024-04-07T", NO_DATE),
        ("2024-04-07-title", NO_DATE),
        ("2024-04-07T11", NO_DATE),
        ("2024-04-07T11:05:09 CEST", NO_DATE),
        ("2024-04-07T11:05:09Z and more", NO_DATE),
        ("tomorrow", NO_DATE),
        ("Ma 7 2024", NO_DATE),
        ("12024-04-07", NO_DATE),
        ("２０２４-04-07", NO_DATE),
    ] {
        assert_eq!(read_date(text).unwrap_err(), reason, "{text}");
    }
}

#[test]
fn a_missing_zone_is_filled_in() {
    let eleven = read_date("2024-04-07T11:05:09").unwrap();
    assert_eq!(eleven.instant(0), 1_712_487_909);
    assert_eq!(eleven.instant(300), 1_712_487_909 - 5 * 3_600);
    assert_eq!(read_date("2024-04-07T11:05:09+02:00").unwrap().instant(300), 1_712_487_909 - 2 * 3_600);
}

/// A moment of the years 1 to 9999 in a zone.
fn moments() -> impl Strategy<Value = Moment> {
    let zone = prop_oneof![Just(Zone::Missing), (-1_439i32..=1_439).prop_map(Zone::Stated)];
    (-62_135_596_800i64..253_402_300_800, zone).prop_map(|(written, zone)| Moment {
        written,
        precision: Precision::Second,
        zone,
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_back(moment in moments()) {
        prop_assert_eq!(read_date(&moment.rfc3339()), Ok(moment));
        let spaced = moment.rfc3339().replace('T', " ");
        prop_assert_eq!(read_date(&spaced), Ok(moment));
    }

    #[test]
    fn later_text_is_a_later_instant(one in moments(), other in moments()) {
        let (one, other) = (Moment { zone: Zone::Missing, ..one }, Moment { zone: Zone::Missing, ..other });
        prop_assert_eq!(one.rfc3339().cmp(&other.rfc3339()), one.instant(0).cmp(&other.instant(0)));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*", zone: i32) {
        if let Ok(moment) = read_date(&text) {
            moment.instant(zone);
        }
    }

    #[test]
    fn text_like_dates_is_read_or_refused(text in "[0-9]{1,4}[-/ ]([0-9]{1,2}|Oct)[-/ ][0-9]{1,4}([T ][0-9]{1,2}:[0-9]{1,2}(:[0-9]{1,2}(\\.[0-9]{0,20})?)?)?( ?[-+Z−][0-9:]{0,5})?") {
        if let Ok(spelling) = spell(&text) {
            prop_assert!(spelling.day_length <= spelling.time_length && spelling.time_length <= spelling.text.len());
            prop_assert_eq!(read_date(&spelling.moment.rfc3339()).map(|moment| moment.instant(0)), Ok(spelling.moment.instant(0)));
        }
    }
}
