//! Owns reading a JSON header into entries with spans: a scanner for RFC 8259.

use super::{Entry, Node, Problem, Value};
use crate::span::Span;

/// Deeper values than this are refused rather than followed.
const MAX_DEPTH: usize = 80;

/// Entries of the header and what is wrong in it. On a syntax error, the entries before it.
pub(super) fn read(source: &str, inner: Span) -> (Vec<Entry>, Vec<Problem>) {
    let mut scanner = Scanner { source, at: inner.start, end: inner.end };
    let mut entries = Vec::new();
    let result = scanner.document(&mut entries);
    let problems = result.err().map(|(at, message)| {
        let end = source
            .get(at..inner.end)
            .and_then(|rest| rest.char_indices().nth(1))
            .map_or(inner.end, |(length, _)| at + length);
        Problem { span: Span::new(at, end), message: format!("JSON cannot be read here: {message}.") }
    });
    (entries, problems.into_iter().collect())
}

/// Where and why reading stopped.
type Fault = (usize, &'static str);

struct Scanner<'a> {
    source: &'a str,
    at: usize,
    end: usize,
}

impl Scanner<'_> {
    fn document(&mut self, entries: &mut Vec<Entry>) -> Result<(), Fault> {
        self.skip_space();
        if self.at == self.end {
            return Ok(());
        }
        if self.peek() != Some(b'{') {
            return Err((self.at, "a header is an object, `{ … }`"));
        }
        self.object(entries, 0)?;
        self.skip_space();
        if self.at < self.end {
            return Err((self.at, "nothing may follow the closing brace"));
        }
        Ok(())
    }

    fn peek(&self) -> Option<u8> {
        if self.at < self.end { self.source.as_bytes().get(self.at).copied() } else { None }
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn object(&mut self, entries: &mut Vec<Entry>, depth: usize) -> Result<(), Fault> {
        self.at += 1;
        self.skip_space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.skip_space();
            if self.peek() != Some(b'"') {
                return Err((self.at, "a key in double quotes is expected"));
            }
            let key_start = self.at;
            let key = self.string()?;
            let key_span = Span::new(key_start, self.at);
            self.skip_space();
            if self.peek() != Some(b':') {
                return Err((self.at, "a colon is expected after the key"));
            }
            self.at += 1;
            let value = self.value(depth)?;
            entries.push(Entry { key, key_span, value });
            if self.next_or_end(b'}', "a comma or `}` is expected")? {
                return Ok(());
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<Vec<Node>, Fault> {
        self.at += 1;
        let mut items = Vec::new();
        self.skip_space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(items);
        }
        loop {
            items.push(self.value(depth)?);
            if self.next_or_end(b']', "a comma or `]` is expected")? {
                return Ok(items);
            }
        }
    }

    /// True at the closing bracket, false after a comma.
    fn next_or_end(&mut self, close: u8, message: &'static str) -> Result<bool, Fault> {
        self.skip_space();
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                Ok(false)
            }
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(true)
            }
            _ => Err((self.at, message)),
        }
    }

    fn value(&mut self, depth: usize) -> Result<Node, Fault> {
        self.skip_space();
        let start = self.at;
        if depth >= MAX_DEPTH {
            return Err((start, "values are nested too deeply"));
        }
        let value = match self.peek() {
            Some(b'{') => {
                let mut entries = Vec::new();
                self.object(&mut entries, depth + 1)?;
                Value::Map(entries)
            }
            Some(b'[') => Value::List(self.array(depth + 1)?),
            Some(b'"') => Value::String(self.string()?),
            Some(_) => self.word()?,
            None => return Err((start, "a value is expected")),
        };
        Ok(Node { value, span: Span::new(start, self.at) })
    }

    fn word(&mut self) -> Result<Value, Fault> {
        let start = self.at;
        while matches!(self.peek(), Some(b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'+' | b'-' | b'.')) {
            self.at += 1;
        }
        match Span::new(start, self.at).slice(self.source) {
            "true" => Ok(Value::Bool(true)),
            "false" => Ok(Value::Bool(false)),
            "null" => Ok(Value::Null),
            word if is_json_number(word) => Ok(Value::Number(word.to_owned())),
            _ => Err((
                start,
                "a value is expected: text in double quotes, a number, true, false, null, [ or {",
            )),
        }
    }

    fn string(&mut self) -> Result<String, Fault> {
        let start = self.at;
        self.at += 1;
        let mut text = String::new();
        let mut from = self.at;
        loop {
            let at = self.at;
            match self.peek() {
                Some(b'"') => {
                    text.push_str(Span::new(from, at).slice(self.source));
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => {
                    text.push_str(Span::new(from, at).slice(self.source));
                    text.push(self.escape()?);
                    from = self.at;
                }
                Some(0..0x20) => return Err((at, "a line end or control character in text must be escaped")),
                Some(_) => self.at += 1,
                None => return Err((start, "the closing quote is missing")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let start = self.at;
        self.at += 1;
        let escaped = self.peek();
        self.at += 1;
        Ok(match escaped {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let mut units = vec![self.hex4(start)?];
                let next = self.source.get(self.at..self.end).unwrap_or("");
                if (0xD800..0xDC00).contains(&units.first().copied().unwrap_or(0)) && next.starts_with("\\u")
                {
                    self.at += 2;
                    units.push(self.hex4(start)?);
                }
                char::decode_utf16(units).next().and_then(Result::ok).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return Err((start, "this escape is not known")),
        })
    }

    fn hex4(&mut self, start: usize) -> Result<u16, Fault> {
        let digits = self.source.get(self.at..(self.at + 4).min(self.end)).unwrap_or("");
        let valid = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        self.at += digits.len();
        u16::from_str_radix(digits, 16)
            .ok()
            .filter(|_| valid)
            .ok_or((start, "four hexadecimal digits are expected after `\\u`"))
    }
}

/// RFC 8259 section 6.
fn is_json_number(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    let whole = digits.split(['.', 'e', 'E']).next().unwrap_or("");
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || b".eE+-".contains(&byte));
    let point_between_digits = !digits.ends_with('.') && !digits.contains(".e") && !digits.contains(".E");
    plain
        && !leading_zero
        && point_between_digits
        && whole.bytes().all(|byte| byte.is_ascii_digit())
        && !whole.is_empty()
        && digits.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::tests_support::outline;
    use insta::assert_snapshot;

    #[test]
    fn values() {
        assert_snapshot!(outline("{\n  \"title\": \"A \\\"B\\\" \\u00e9 \\ud83c\\udf89\",\n  \"n\": -1.50,\n  \"list\": [true, null, {\"x\": []}]\n}\n"), @r#"
        title = "A \"B\" é 🎉" at `"A \"B\" \u00e9 \ud83c\udf89"`
        n = number -1.50 at `-1.50`
        list = [true at `true`, nothing at `null`, {x = [] at `[]`} at `{"x": []}`] at `[true, null, {"x": []}]`
        "#);
    }

    #[test]
    fn errors_keep_the_entries_before_them() {
        assert_snapshot!(outline("{\"a\": 1,\n\"b\": 01}\n"), @r"
        a = number 1 at `1`
        ! JSON cannot be read here: a value is expected: text in double quotes, a number, true, false, null, [ or {. at `0`
        ");
        assert_snapshot!(outline("{\"a\": 1,}\n"), @r"
        a = number 1 at `1`
        ! JSON cannot be read here: a key in double quotes is expected. at `}`
        ");
    }
}
