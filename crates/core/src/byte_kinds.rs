//! Owns looking for the few bytes of a text that mean something: most text has none of them.

/// What each byte means, as bits; 0 for those that mean nothing.
pub(crate) struct ByteKinds([u8; 256]);

/// So many bytes are looked at together.
const TOGETHER: usize = 16;

impl ByteKinds {
    /// Bytes and what they mean.
    pub(crate) const fn new(kinds: &[(&[u8], u8)]) -> ByteKinds {
        let mut table = [0; 256];
        let mut kind = 0;
        while kind < kinds.len() {
            let (bytes, meaning) = kinds[kind];
            let mut at = 0;
            while at < bytes.len() {
                table[bytes[at] as usize] |= meaning;
                at += 1;
            }
            kind += 1;
        }
        ByteKinds(table)
    }

    pub(crate) fn of(&self, byte: u8) -> u8 {
        self.0[usize::from(byte)]
    }

    /// Where the first byte at or after `from` stands that means any of `wanted`.
    pub(crate) fn find(&self, text: &[u8], from: usize, wanted: u8) -> Option<usize> {
        let rest = text.get(from..)?;
        let means_any = |bytes: &[u8]| bytes.iter().fold(0, |all, byte| all | self.of(*byte)) & wanted != 0;
        let passed = rest.chunks_exact(TOGETHER).take_while(|bytes| !means_any(bytes)).count() * TOGETHER;
        let found = rest.get(passed..)?.iter().position(|byte| self.of(*byte) & wanted != 0)?;
        Some(from + passed + found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_first_byte_of_a_kind() {
        let kinds = ByteKinds::new(&[(b".!", 1), (b"!?", 2)]);
        let text = format!("{}.{}?{}!", "a".repeat(20), "b".repeat(20), "é".repeat(10));
        let find = |from, wanted| kinds.find(text.as_bytes(), from, wanted);
        assert_eq!((find(0, 1), find(20, 1), find(21, 1)), (Some(20), Some(20), Some(62)));
        assert_eq!((find(0, 2), find(42, 3), find(0, 4)), (Some(41), Some(62), None));
        assert_eq!((find(62, 3), find(63, 3), find(64, 3)), (Some(62), None, None));
    }
}
