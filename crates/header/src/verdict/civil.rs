//! Owns the calendar: days since 1970 to and from year, month and day, exact for every number of days.

/// Seconds of a day.
pub(crate) const DAY: i64 = 86_400;

/// Names of the months, January first.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Civil {
    pub(crate) year: i64,
    /// 1 to 12.
    pub(crate) month: u32,
    /// 1 to 31.
    pub(crate) day: u32,
}

impl Civil {
    /// Days since 1970-01-01. Years are counted from March, so that a leap day comes last
    /// (<https://howardhinnant.github.io/date_algorithms.html>). The year has at most six digits here.
    pub(crate) fn days(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = if month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day that is so many days after 1970-01-01.
    pub(crate) fn from_days(days: i64) -> Civil {
        let days = days.saturating_add(719_468);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = days.div_euclid(146_097) * 400 + year_of_era + i64::from(month <= 2);
        // Both are small by construction.
        Civil { year, month: u32::try_from(month).unwrap_or(1), day: u32::try_from(day).unwrap_or(1) }
    }
}

/// How many days a month of 1 to 12 has.
pub(super) fn days_in_month(year: i64, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_days() {
        for (year, month, day, days) in [
            (1970, 1, 1, 0),
            (1969, 12, 31, -1),
            (2000, 2, 29, 11_016),
            (2024, 4, 7, 19_820),
            (1, 1, 1, -719_162),
            (9999, 12, 31, 2_932_896),
        ] {
            let civil = Civil { year, month, day };
            assert_eq!(civil.days(), days, "{civil:?}");
            assert_eq!(Civil::from_days(days), civil);
        }
    }

    proptest! {
        #[test]
        fn days_and_dates_are_one_to_one(days in -400_000_000i64..400_000_000) {
            let civil = Civil::from_days(days);
            prop_assert_eq!(civil.days(), days);
            prop_assert!(civil.day >= 1 && civil.day <= days_in_month(civil.year, civil.month));
            prop_assert!(civil < Civil::from_days(days + 1));
        }

        #[test]
        fn no_day_is_too_far(days: i64) {
            let civil = Civil::from_days(days);
            prop_assert!((1..=12).contains(&civil.month) && (1..=31).contains(&civil.day));
        }
    }
}
