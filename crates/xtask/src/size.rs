//! Owns the table of the finished page's files and their sizes.

use std::process::Command;

use anyhow::{Result, bail};

use crate::{process, workspace};

const MEASURE: &str = include_str!("size.mjs");

struct Row {
    name: String,
    /// Bytes as they are, with gzip, and with brotli.
    bytes: [u64; 3],
}

/// Prints every file of `dist/` with its size raw, with gzip and with brotli.
pub(crate) fn print() -> Result<()> {
    let dist = workspace::dist();
    if !dist.join("index.html").is_file() {
        bail!("There is no page yet. Build it with: cargo xtask dist");
    }
    let script = workspace::scratch().join("size.mjs");
    std::fs::create_dir_all(workspace::scratch())?;
    std::fs::write(&script, MEASURE)?;
    let rows = rows(&process::read(Command::new("node").arg(script).arg(dist))?);
    print!("{}", table(&rows));
    Ok(())
}

fn rows(output: &str) -> Vec<Row> {
    let row = |line: &str| {
        let mut cells = line.split('\t');
        let name = cells.next()?.to_owned();
        let mut number = || cells.next()?.parse().ok();
        Some(Row { name, bytes: [number()?, number()?, number()?] })
    };
    output.lines().filter_map(row).collect()
}

fn table(rows: &[Row]) -> String {
    let total = rows.iter().fold([0; 3], |sum, row| [0, 1, 2].map(|i| sum[i] + row.bytes[i]));
    let total = Row { name: format!("{} files", rows.len()), bytes: total };
    let width = rows.iter().map(|row| row.name.len()).max().unwrap_or(0).max(12);
    let mut text = format!("{:width$}  {:>12}  {:>12}  {:>12}\n", "file", "bytes", "gzip", "brotli");
    for row in rows.iter().chain([&total]) {
        let [raw, gzip, brotli] = row.bytes.map(grouped);
        text.push_str(&format!("{:width$}  {raw:>12}  {gzip:>12}  {brotli:>12}\n", row.name));
    }
    text
}

/// A number with its thousands apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{grouped, rows, table};

    #[test]
    fn the_table_adds_up() {
        let text = table(&rows("a.js\t1000\t400\t300\nb/c.css\t24\t20\t10\n"));
        assert!(text.ends_with("2 files              1 024           420           310\n"), "{text}");
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1 000", "1 234 567"]);
    }
}
