//! Owns TOML's scalars: which kind they are, and whether a number or date is one that exists.

use super::super::Value;
use super::wording::NO_NUMBER;
use toml_datetime::Datetime;
use toml_parser::decoder::ScalarKind;
use toml_parser::{ParseError, Raw};

/// The value of a scalar as it is spelt, with what is wrong in it.
pub(super) fn read(raw: &Raw<'_>, errors: &mut Vec<ParseError>) -> (Value, Option<&'static str>) {
    let mut text = String::new();
    let known = errors.len();
    let kind = raw.decode_scalar(&mut text, errors);
    let spelling = || raw.as_str().to_owned();
    let (value, wrong) = match kind {
        ScalarKind::String => (Value::String(text), None),
        ScalarKind::Boolean(truth) => (Value::Bool(truth), None),
        ScalarKind::DateTime => (Value::Date(spelling()), wrong_date(raw.as_str())),
        ScalarKind::Float => (Value::Number(spelling()), wrong_float(&text)),
        ScalarKind::Integer(radix) => (Value::Number(spelling()), wrong_integer(&text, radix.value())),
    };
    // What the parser has said already need not be said again.
    (value, wrong.filter(|_| errors.len() == known))
}

fn wrong_date(text: &str) -> Option<&'static str> {
    let known = text.parse::<Datetime>().is_ok();
    (!known).then_some(
        "This date or time does not exist or is not spelt as TOML wants it, like 2024-01-31T10:00:00Z.",
    )
}

fn wrong_float(digits: &str) -> Option<&'static str> {
    let known = digits.parse::<f64>().is_ok();
    (!known).then_some(NO_NUMBER)
}

/// TOML's integers have 64 bits.
fn wrong_integer(digits: &str, radix: u32) -> Option<&'static str> {
    use std::num::IntErrorKind::{NegOverflow, PosOverflow};
    match i64::from_str_radix(digits, radix) {
        Ok(_) => None,
        Err(error) if matches!(error.kind(), PosOverflow | NegOverflow) => {
            Some("This number has too many digits for TOML; put quotes around it to keep it as text.")
        }
        Err(_) => Some(NO_NUMBER),
    }
}
