//! Owns a text that differs from the post in places, and the way from every place in it back to the post.

use crate::span::Span;

/// A text made of pieces of the post and of pieces that stand for parts of it.
#[derive(Debug, Default)]
pub(super) struct Rewritten {
    pub(super) text: String,
    pieces: Vec<Piece>,
}

#[derive(Debug)]
struct Piece {
    /// Where it begins in the text.
    at: usize,
    /// What it is, or stands for, in the post.
    span: Span,
    is_copy: bool,
}

impl Rewritten {
    /// Adds a part of the post as it is.
    pub(super) fn copy(&mut self, source: &str, span: Span) {
        if !span.is_empty() {
            self.pieces.push(Piece { at: self.text.len(), span, is_copy: true });
            self.text.push_str(span.slice(source));
        }
    }

    /// Adds text that stands for a part of the post.
    pub(super) fn replace(&mut self, span: Span, text: &str) {
        self.pieces.push(Piece { at: self.text.len(), span, is_copy: false });
        self.text.push_str(text);
    }

    /// The part of the post that a part of the text is or stands for.
    pub(super) fn origin(&self, span: Span) -> Span {
        let start = match self.piece(|piece| piece.at <= span.start) {
            Some(piece) if piece.is_copy => (piece.span.start + span.start - piece.at).min(piece.span.end),
            Some(piece) => piece.span.start,
            None => 0,
        };
        let end = match self.piece(|piece| piece.at < span.end) {
            Some(piece) if piece.is_copy => (piece.span.start + span.end - piece.at).min(piece.span.end),
            Some(piece) => piece.span.end,
            None => start,
        };
        Span::new(start, end)
    }

    /// The last piece of those that fulfil a condition, which all pieces up to some point do.
    fn piece(&self, is_before: impl Fn(&Piece) -> bool) -> Option<&Piece> {
        let count = self.pieces.partition_point(is_before);
        self.pieces.get(count.checked_sub(1)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_leads_back() {
        let source = "ab{{x}}cd{{y}}";
        let mut text = Rewritten::default();
        text.copy(source, Span::new(0, 2));
        text.replace(Span::new(2, 7), "long word");
        text.copy(source, Span::new(7, 9));
        text.replace(Span::new(9, 14), "");
        assert_eq!(text.text, "ablong wordcd");
        let origin = |start, end| text.origin(Span::new(start, end)).slice(source);
        assert_eq!(origin(0, 2), "ab");
        assert_eq!(origin(2, 11), "{{x}}");
        assert_eq!(origin(4, 6), "{{x}}");
        assert_eq!(origin(1, 12), "b{{x}}c");
        assert_eq!(origin(11, 13), "cd");
        assert_eq!(origin(0, 13), "ab{{x}}cd");
    }
}
