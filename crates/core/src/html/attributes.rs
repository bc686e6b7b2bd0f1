//! Owns writing the attributes that a post gives its elements.

use super::escape::escape_text;
use super::writer::Writer;

impl<'d> Writer<'d, '_> {
    /// The attributes of the element whose first event is being written.
    pub(super) fn own_attributes(&self) -> Option<&'d [(String, String)]> {
        let attributes = &self.document.attributes;
        let found = attributes.binary_search_by_key(&self.at, |(event, _)| *event).ok()?;
        attributes.get(found).map(|(_, own)| own.as_slice())
    }

    pub(super) fn write_own_attributes(&mut self) {
        for (name, value) in self.own_attributes().unwrap_or_default() {
            self.attribute(name, value);
        }
    }

    /// `<name>` in text, with its attributes.
    pub(super) fn open_inline(&mut self, name: &str) {
        self.out.push('<');
        self.out.push_str(name);
        self.write_own_attributes();
        self.out.push('>');
    }

    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape_text(&mut self.out, value);
        self.out.push('"');
    }
}
