//! Owns what the commands say about their progress: one line per step, with how long it took.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Announces a step, does it, and says how long it took.
pub(crate) fn step<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("→ {title}");
    let started = Instant::now();
    let result = work();
    let mark = if result.is_ok() { "✓" } else { "✗" };
    println!("{mark} {title}  {}", seconds(started.elapsed()));
    result
}

/// Says that a step has nothing to do.
pub(crate) fn ready(title: &str, detail: &str) {
    println!("· {title}: {detail}");
}

/// Says something a person should know while a step runs.
pub(crate) fn note(text: &str) {
    println!("  {text}");
}

/// A duration as people read it.
pub(crate) fn seconds(duration: Duration) -> String {
    if duration >= Duration::from_secs(60) {
        format!("{} min {:02} s", duration.as_secs() / 60, duration.as_secs() % 60)
    } else {
        format!("{:.1} s", duration.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::seconds;
    use std::time::Duration;

    #[test]
    fn durations_read_well() {
        assert_eq!(seconds(Duration::from_millis(1_234)), "1.2 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 05 s");
    }
}
