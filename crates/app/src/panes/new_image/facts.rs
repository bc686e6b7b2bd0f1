//! Owns the words for an image's facts: its kind, its size, what a choice saves.

use foreword_wire::ImageOutcome;

/// `PNG, 2400 × 1600 px, 3.1 MB`
pub(super) fn facts(image: &ImageOutcome) -> String {
    let size = sized(image.bytes);
    if image.width == 0 {
        return format!("{}, {size}", image.format);
    }
    format!("{}, {} × {} px, {size}", image.format, image.width, image.height)
}

/// Bytes as a person reads them: `812 bytes`, `94 KB`, `3.1 MB`.
pub(super) fn sized(bytes: u32) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} KB", bytes.div_ceil(1_000).min(999)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

/// How much smaller or larger something became; empty when that is not worth a word.
pub(super) fn saved(before: u32, after: u32) -> String {
    let (before, after) = (u64::from(before.max(1)), u64::from(after));
    let percent = after.abs_diff(before) * 100 / before;
    match (percent, after < before) {
        (0, _) => String::new(),
        (_, true) => format!(" ({percent} % smaller)"),
        (_, false) => format!(" ({percent} % larger than it came)"),
    }
}

#[cfg(test)]
mod tests {
    use super::{facts, saved, sized};
    use foreword_wire::ImageOutcome;

    #[test]
    fn bytes_are_written_for_people() {
        let written = [0, 999, 1_000, 94_001, 999_999, 1_000_000, 3_149_999].map(sized);
        assert_eq!(written, ["0 bytes", "999 bytes", "1 KB", "95 KB", "999 KB", "1.0 MB", "3.1 MB"]);
    }

    #[test]
    fn a_drawing_has_no_pixels() {
        let image = |format: &str, width, height| ImageOutcome {
            format: format.to_owned(),
            width,
            height,
            bytes: 5_000,
        };
        assert_eq!(facts(&image("SVG", 0, 0)), "SVG, 5 KB");
        assert_eq!(facts(&image("PNG", 20, 10)), "PNG, 20 × 10 px, 5 KB");
    }

    #[test]
    fn what_is_saved_is_said_and_what_is_lost_too() {
        assert_eq!(saved(100_000, 6_000), " (94 % smaller)");
        assert_eq!(saved(100_000, 150_000), " (50 % larger than it came)");
        assert_eq!(saved(100_000, 99_990), "");
    }
}
