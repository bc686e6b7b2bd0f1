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
        Origins::of(self).origin(span).0
    }

    /// Whether this is the last of the pieces that fulfil a condition, which all pieces up to some point do.
    fn is_last(&self, index: usize, is_before: impl Fn(&Piece) -> bool) -> bool {
        self.pieces.get(index).is_some_and(&is_before) && !self.pieces.get(index + 1).is_some_and(is_before)
    }
}

/// Leads parts of a text back that come one after the other, mostly.
pub(super) struct Origins<'t> {
    text: &'t Rewritten,
    /// The piece that the last part ended in, which the next is likely to be in.
    near: usize,
}

impl<'t> Origins<'t> {
    pub(super) fn of(text: &'t Rewritten) -> Origins<'t> {
        Origins { text, near: 0 }
    }

    /// The part of the post that a part of the text is or stands for, and whether it is the same, byte for byte.
    pub(super) fn origin(&mut self, span: Span) -> (Span, bool) {
        let first = self.last_piece(|piece| piece.at <= span.start);
        let start = match first {
            Some((_, piece)) if piece.is_copy => {
                (piece.span.start + span.start - piece.at).min(piece.span.end)
            }
            Some((_, piece)) => piece.span.start,
            None => 0,
        };
        let last = self.last_piece(|piece| piece.at < span.end);
        let end = match last {
            Some((_, piece)) if piece.is_copy => (piece.span.start + span.end - piece.at).min(piece.span.end),
            Some((_, piece)) => piece.span.end,
            None => start,
        };
        let is_same =
            matches!((first, last), (Some((one, piece)), Some((other, _))) if one == other && piece.is_copy);
        (Span::new(start, end), is_same)
    }

    /// The last of the pieces that fulfil a condition, which all pieces up to some point do.
    fn last_piece(&mut self, is_before: impl Fn(&Piece) -> bool) -> Option<(usize, &'t Piece)> {
        let near = [self.near, self.near + 1].into_iter().find(|index| self.text.is_last(*index, &is_before));
        let index = match near {
            Some(index) => index,
            None => self.text.pieces.partition_point(is_before).checked_sub(1)?,
        };
        self.near = index;
        Some((index, self.text.pieces.get(index)?))
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
