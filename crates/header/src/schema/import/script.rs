//! Owns reading the part of JavaScript and TypeScript that declarations of data are written in: literals, calls
//! and names. Nothing is run; what is more than that becomes [`Value::Unknown`].

mod token;

use std::collections::HashMap;
use std::ops::ControlFlow;
use token::{Token, tokens};

/// Deeper expressions than this are unknown.
const MAX_DEPTH: usize = 60;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Text in quotes, or in backquotes without placeholders.
    Text(String),
    /// A number, `true`, `false`: as spelt.
    Literal(String),
    /// `[…]`
    List(Vec<Value>),
    /// `{…}`; the value of `...x` has no key.
    Object(Vec<(String, Value)>),
    /// Names and calls that follow one another: `z.string().max(3)`. A call has its arguments.
    Chain(Vec<Link>),
    /// Anything else.
    Unknown,
}

/// A name in a chain, and the arguments where it is called.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Link {
    pub(super) name: String,
    pub(super) arguments: Option<Vec<Value>>,
}

impl Value {
    /// The value of a key of an object.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Object(entries) => entries.iter().find(|entry| entry.0 == key).map(|entry| &entry.1),
            _ => None,
        }
    }

    /// Its text, where it is text.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The values that a script gives names to: `const name = value`, exported or not.
pub(super) fn constants(script: &str) -> HashMap<String, Value> {
    let tokens = tokens(script);
    let mut parser = Parser { tokens: &tokens, at: 0, depth: 0 };
    let mut found = HashMap::new();
    while parser.at < tokens.len() {
        let declares = ["const", "let", "var"].iter().any(|word| parser.takes_word(word));
        if declares && let Some(Token::Word(name)) = parser.next() {
            let name = (*name).to_owned();
            // A type may stand between the name and the value.
            while !matches!(parser.peek(), None | Some(Token::Sign('=' | ';'))) {
                parser.at += 1;
            }
            if parser.takes('=') {
                found.insert(name, parser.value());
            }
        } else if !declares {
            parser.at += 1;
        }
    }
    found
}

struct Parser<'a> {
    tokens: &'a [Token<'a>],
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a Token<'a>> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Option<&'a Token<'a>> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    fn takes(&mut self, sign: char) -> bool {
        let is_next = self.peek() == Some(&Token::Sign(sign));
        self.at += usize::from(is_next);
        is_next
    }

    fn takes_word(&mut self, word: &str) -> bool {
        let is_next = matches!(self.peek(), Some(Token::Word(next)) if *next == word);
        self.at += usize::from(is_next);
        is_next
    }

    /// The value that starts here. Afterwards comes the `,`, `;` or bracket that ends it.
    fn value(&mut self) -> Value {
        self.depth += 1;
        let value = if self.depth > MAX_DEPTH { Value::Unknown } else { self.primary() };
        self.depth -= 1;
        // What operators and type assertions (`as const`) do to it does not matter here.
        self.skip_to_end();
        value
    }

    fn primary(&mut self) -> Value {
        self.takes_word("async");
        if let Some(body) = self.arrow_body() {
            return body;
        }
        self.takes_word("await");
        match self.peek() {
            Some(Token::Text(text)) => {
                self.at += 1;
                Value::Text(text.clone())
            }
            Some(Token::Sign('[')) => Value::List(self.items(']', Parser::value)),
            Some(Token::Sign('{')) => Value::Object(self.items('}', Parser::entry)),
            Some(Token::Sign('(')) => {
                self.at += 1;
                let value = self.value();
                self.takes(')');
                value
            }
            Some(Token::Sign('-')) => {
                self.at += 1;
                match self.next() {
                    Some(Token::Word(number)) => Value::Literal(format!("-{number}")),
                    _ => Value::Unknown,
                }
            }
            Some(Token::Word(word)) if word.starts_with(|c: char| c.is_ascii_digit()) => {
                self.at += 1;
                Value::Literal((*word).to_owned())
            }
            Some(Token::Word(word @ ("true" | "false" | "null"))) => {
                self.at += 1;
                Value::Literal((*word).to_owned())
            }
            Some(Token::Word(_)) => Value::Chain(self.chain()),
            _ => Value::Unknown,
        }
    }

    fn chain(&mut self) -> Vec<Link> {
        let mut links = Vec::new();
        while let Some(Token::Word(name)) = self.peek() {
            self.at += 1;
            self.skip_type_arguments();
            let is_call = self.peek() == Some(&Token::Sign('('));
            let arguments = is_call.then(|| self.items(')', Parser::value));
            links.push(Link { name: (*name).to_owned(), arguments });
            self.takes('!');
            self.takes('?');
            if !self.takes('.') {
                break;
            }
        }
        links
    }

    /// `<string>` between a name and its arguments.
    fn skip_type_arguments(&mut self) {
        let start = self.at;
        if self.takes('<') {
            let close = self.tokens.iter().skip(start).take(20).position(|token| *token == Token::Sign('>'));
            let after = close.map_or(start, |length| start + length + 1);
            let is_call = self.tokens.get(after) == Some(&Token::Sign('('));
            self.at = if is_call { after } else { start };
        }
    }

    /// The value that a function without own statements returns: `() => value`, `({ image }) => { return value }`.
    fn arrow_body(&mut self) -> Option<Value> {
        let start = self.at;
        match self.peek()? {
            Token::Sign('(') => self.skip_brackets(),
            Token::Word(_) => self.at += 1,
            _ => return None,
        }
        if self.peek() != Some(&Token::Arrow) {
            self.at = start;
            return None;
        }
        self.at += 1;
        if self.peek() != Some(&Token::Sign('{')) {
            return Some(self.value());
        }
        let body = self.at;
        self.skip_brackets();
        let after = self.at;
        let returned =
            self.tokens.iter().take(after).skip(body).position(|token| *token == Token::Word("return"));
        let value = returned.map_or(Value::Unknown, |offset| {
            self.at = body + offset + 1;
            self.value()
        });
        self.at = after;
        Some(value)
    }

    /// Reads items between brackets, of which the opening one comes now.
    fn items<T>(&mut self, close: char, read: fn(&mut Parser<'a>) -> T) -> Vec<T> {
        self.at += 1;
        let mut items = Vec::new();
        while self.peek().is_some() && !self.takes(close) {
            let before = self.at;
            items.push(read(self));
            self.takes(',');
            if self.at == before {
                // Brackets do not match here; nothing after this can be trusted.
                self.at = self.tokens.len();
            }
        }
        items
    }

    fn entry(&mut self) -> (String, Value) {
        let key = match self.next() {
            Some(Token::Spread) => return (String::new(), self.value()),
            Some(Token::Word(key)) => (*key).to_owned(),
            Some(Token::Text(key)) => key.clone(),
            _ => String::new(),
        };
        if self.takes(':') {
            return (key, self.value());
        }
        // `{ image }` is short for `{ image: image }`; anything else, a method, is unknown.
        let is_short = matches!(self.peek(), Some(Token::Sign(',' | '}')));
        let link = Link { name: key.clone(), arguments: None };
        let value = if is_short { Value::Chain(vec![link]) } else { Value::Unknown };
        self.skip_to_end();
        (key, value)
    }

    fn skip_brackets(&mut self) {
        let mut open = 0usize;
        while let Some(token) = self.next() {
            match token {
                Token::Sign('(' | '[' | '{') => open += 1,
                Token::Sign(')' | ']' | '}') => open = open.saturating_sub(1),
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
    }

    fn skip_to_end(&mut self) {
        while let ControlFlow::Continue(()) = match self.peek() {
            None | Some(Token::Sign(',' | ';' | ')' | ']' | '}')) => ControlFlow::Break(()),
            // The next statement, where semicolons are left out.
            Some(Token::Word("const" | "let" | "var" | "export")) if self.depth == 0 => {
                ControlFlow::Break(())
            }
            Some(Token::Sign('(' | '[' | '{')) => {
                self.skip_brackets();
                ControlFlow::Continue(())
            }
            Some(_) => {
                self.at += 1;
                ControlFlow::Continue(())
            }
        } {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(script: &str) -> Value {
        constants(&format!("const a = {script}")).remove("a").unwrap()
    }

    fn name(name: &str) -> Value {
        Value::Chain(vec![Link { name: name.to_owned(), arguments: None }])
    }

    #[test]
    fn literals() {
        assert_eq!(value("'it\\'s'"), Value::Text("it's".to_owned()));
        assert_eq!(value("-1.5"), Value::Literal("-1.5".to_owned()));
        assert_eq!(
            value("[true, `x`,] as const"),
            Value::List(vec![Value::Literal("true".to_owned()), Value::Text("x".to_owned())])
        );
        let object = value("{ a: 1, 'b-c': x, d, ...e, f() { return 1 }, /* , */ g: 2 } // end");
        assert_eq!(object.get("a"), Some(&Value::Literal("1".to_owned())));
        assert_eq!(object.get("b-c"), Some(&name("x")));
        assert_eq!(object.get("d"), Some(&name("d")));
        assert_eq!(object.get(""), Some(&name("e")));
        assert_eq!(object.get("f"), Some(&Value::Unknown));
        assert_eq!(object.get("g"), Some(&Value::Literal("2".to_owned())));
    }

    #[test]
    fn chains_and_functions() {
        let Value::Chain(links) = value("z.coerce\n  .date().optional<string>()") else {
            panic!("a chain");
        };
        let names: Vec<_> = links.iter().map(|link| (link.name.as_str(), link.arguments.is_some())).collect();
        assert_eq!(names, [("z", false), ("coerce", false), ("date", true), ("optional", true)]);
        assert_eq!(value("({ image }) => x"), name("x"));
        assert_eq!(value("() => ({ a: 1 })").get("a"), Some(&Value::Literal("1".to_owned())));
        assert_eq!(value("async (c) => { const b = 1; return x; }"), name("x"));
        assert_eq!(value("c => { const b = 1; return x; }"), name("x"));
    }

    #[test]
    fn declarations_with_types_and_without_semicolons() {
        let found =
            constants("import { z } from 'zod'\nconst a: Foo<Bar> = 1\nexport const b = a + 1\nlet c = {}\n");
        assert_eq!(found.len(), 3);
        assert_eq!(found.get("b"), Some(&name("a")));
    }

    #[test]
    fn broken_scripts_come_to_an_end() {
        for script in [
            "const",
            "const a",
            "const a =",
            "const a = [",
            "const a = {(}",
            "const a = )",
            "const a = {:}}}",
        ] {
            constants(script);
        }
    }
}
