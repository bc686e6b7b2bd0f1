//! Owns telling the kernel only which preview blocks have changed since the last answer.

use foreword_wire::{Block, BlockSplice, Range16};

/// What is remembered of a block that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sent {
    id: String,
    range: Range16,
}

/// How `blocks` differ from the blocks sent before, which they replace.
pub(crate) fn against(sent: &mut Vec<Sent>, blocks: Vec<Block>, reset: bool) -> BlockSplice {
    if reset {
        sent.clear();
    }
    let now: Vec<Sent> =
        blocks.iter().map(|block| Sent { id: block.id.clone(), range: block.range }).collect();
    let start = sent.iter().zip(&now).take_while(|(old, new)| old == new).count();
    let shift = match (sent.last(), now.last()) {
        (Some(old), Some(new)) => i64::from(new.range.to) - i64::from(old.range.to),
        _ => 0,
    };
    let moved = |old: &Sent, new: &Sent| {
        old.id == new.id
            && i64::from(old.range.from) + shift == i64::from(new.range.from)
            && i64::from(old.range.to) + shift == i64::from(new.range.to)
    };
    let most = sent.len().min(now.len()) - start;
    let kept =
        sent.iter().rev().zip(now.iter().rev()).take(most).take_while(|(old, new)| moved(old, new)).count();
    let remove = sent.len() - start - kept;
    let added = now.len() - start - kept;
    *sent = now;
    BlockSplice {
        reset,
        start: u32::try_from(start).unwrap_or(u32::MAX),
        remove: u32::try_from(remove).unwrap_or(u32::MAX),
        insert: blocks.into_iter().skip(start).take(added).collect(),
        shift: i32::try_from(shift).unwrap_or(0),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn block(id: &str, from: u32, to: u32) -> Block {
        Block { id: id.to_owned(), html: format!("<p>{id}</p>"), range: Range16 { from, to } }
    }

    #[test]
    fn a_key_in_the_middle_sends_one_block() {
        let mut sent = Vec::new();
        against(&mut sent, vec![block("a", 0, 2), block("b", 3, 5), block("c", 6, 8)], true);
        let splice = against(&mut sent, vec![block("a", 0, 2), block("B", 3, 6), block("c", 7, 9)], false);
        assert_eq!((splice.start, splice.remove, splice.shift), (1, 1, 1));
        assert_eq!(splice.insert, [block("B", 3, 6)]);
    }

    /// What the kernel does with a splice.
    #[expect(clippy::unwrap_used, reason = "a range that leaves the text is a failed test")]
    fn follow(blocks: &mut Vec<Block>, splice: BlockSplice) {
        if splice.reset {
            blocks.clear();
        }
        let (start, end) = (splice.start as usize, (splice.start + splice.remove) as usize);
        for block in blocks.iter_mut().skip(end) {
            block.range.from = block.range.from.checked_add_signed(splice.shift).unwrap();
            block.range.to = block.range.to.checked_add_signed(splice.shift).unwrap();
        }
        blocks.splice(start..end, splice.insert);
    }

    proptest! {
        #[test]
        fn following_the_splices_gives_the_blocks(
            versions in prop::collection::vec(prop::collection::vec(("[a-c]", 0u32..3, 1u32..4), 0..8), 1..8)
        ) {
            let (mut sent, mut kernel) = (Vec::new(), Vec::new());
            for (number, version) in versions.into_iter().enumerate() {
                let mut at = 0;
                let blocks: Vec<Block> = version.into_iter().map(|(id, gap, length)| {
                    let from = at + gap;
                    at = from + length;
                    block(&id, from, at)
                }).collect();
                follow(&mut kernel, against(&mut sent, blocks.clone(), number == 0));
                prop_assert_eq!(&kernel, &blocks);
            }
        }
    }
}
