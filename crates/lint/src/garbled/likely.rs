//! Owns how likely text is garbled: how odd the characters look side by side, and how good what they may mean looks.

/// What a character is when odd neighbours are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// White space, ASCII punctuation, and all that no table has: it says nothing.
    Plain,
    Digit,
    Lower,
    Upper,
    /// Opens a quotation or a Spanish question.
    Open,
    /// Closes a quotation, or stands between words or at their end.
    Close,
    /// Small signs at the end of words.
    Mark,
    /// Any other sign of the tables.
    Sign,
    /// A line or block for drawing.
    Box,
}

#[inline(never)]
fn kind(character: char) -> Kind {
    match character {
        '0'..='9' => Kind::Digit,
        'ª' | 'º' | '™' | '®' | '©' | '°' => Kind::Mark,
        '“' | '‘' | '„' | '‚' | '«' | '‹' | '¡' | '¿' => Kind::Open,
        '’' | '”' | '»' | '›' | '…' | '–' | '—' | '·' | '•' | '´' => Kind::Close,
        '\0'..='\u{7F}' if !character.is_ascii_alphabetic() => Kind::Plain,
        '\u{A0}' => Kind::Plain,
        'ƒ' | 'µ' => Kind::Sign,
        '\u{2500}'..='\u{25A0}' => Kind::Box,
        _ if character.is_lowercase() => Kind::Lower,
        _ if character.is_uppercase() => Kind::Upper,
        '\u{80}'..='\u{2FF}'
        | '\u{384}'
        | '\u{385}'
        | '\u{2000}'..='\u{24FF}'
        | '◊'
        | '\u{F8FF}'
        | '\u{FFFD}' => Kind::Sign,
        _ => Kind::Plain,
    }
}

fn letter(kind: Kind) -> bool {
    matches!(kind, Kind::Lower | Kind::Upper)
}

/// Latin, Greek and Cyrillic letters do not mix within a word.
fn alphabet(character: char) -> u8 {
    match character {
        '\u{370}'..='\u{3FF}' => 1,
        '\u{400}'..='\u{4AF}' => 2,
        _ => 0,
    }
}

/// How odd the characters `start..end` look side by side and beside their neighbours: about one for each pair that
/// does not occur in text that is right.
#[inline(never)]
pub(super) fn oddness(line: &[char], start: usize, end: usize) -> i32 {
    let at = |index: Option<usize>| index.and_then(|index| line.get(index)).copied().unwrap_or(' ');
    let mut odd = 0;
    for index in start..=end {
        let (a, b, c) = (at(index.checked_sub(1)), at(Some(index)), at(Some(index + 1)));
        odd += odd_pair(a, b, c, index < end, index > start);
        if index == end {
            break;
        }
        odd += match b {
            '\u{80}'..='\u{9F}' | '\u{F8FF}' => 2,
            // These letters stand beside unaccented ones.
            'œ' | 'Œ' if index > start && !c.is_ascii_alphabetic() => 1,
            _ => odd_beginning(a, b, c, at(Some(index + 2))),
        };
    }
    odd
}

/// What speaks for garbled text that begins with `first`, beyond the oddness of pairs.
fn odd_beginning(before: char, first: char, second: char, after: char) -> i32 {
    let eastern = "ąĄľĽłŁœŒśŚšŠťŤźŹżŻžŽŸ".contains(second);
    let odd = match first {
        // Letters of languages that do not meet in a word.
        'Ä' if eastern => !(before.is_uppercase() && second.is_uppercase()),
        'Ã' | 'Å' | 'Ă' | 'Ĺ' | 'â' if eastern => true,
        // The commonest beginnings of garbled text are rare letters at the end of a word.
        'Ã' | 'Â' | 'Ă' if !letter(kind(before)) => {
            let quoted = matches!(kind(before), Kind::Open | Kind::Close);
            match kind(second) {
                Kind::Open | Kind::Mark => !quoted,
                Kind::Plain if second == '\u{A0}' => first == 'Â' || after == ' ' || after.is_lowercase(),
                Kind::Plain => {
                    first == 'Â' && second == ' ' && matches!(before, '.' | ',' | '!' | '?' | ':' | ';' | ')')
                }
                Kind::Close => matches!(second, '–' | '—' | '·' | '•' | '´') && !quoted,
                _ => false,
            }
        }
        'Ã' if second == '\u{A0}' => after.is_lowercase(),
        'Ã' | 'Â' => kind(second) == Kind::Mark || (dash(second) && after.is_uppercase()),
        '√' | 'ƒ' | '≈' => kind(second) == Kind::Close && letter(kind(after)),
        'в' => second == 'њ' && !letter(kind(after)),
        'Ô' => matches!(second, 'Ç' | 'ö'),
        '¬' => second == '†',
        // A low quotation mark opens a word, and no word begins like this.
        '‚' => !second.is_ascii() && !after.is_ascii(),
        _ => false,
    };
    i32::from(odd)
}

/// One if `a` is not followed by `b`. Which of both belong to the text in question is given, so that only what the
/// garbling brought counts.
#[inline(never)]
fn odd_pair(a: char, b: char, next: char, b_inside: bool, a_inside: bool) -> i32 {
    use Kind::{Box, Close, Digit, Lower, Mark, Open, Plain, Sign, Upper};
    let (first, second) = (kind(a), kind(b));
    let odd = match (first, second) {
        (Lower, Upper) => !(a.is_ascii() && b.is_ascii()),
        (Lower | Upper, Lower | Upper) => alphabet(a) != alphabet(b),
        (Lower | Upper, Sign | Box) => true,
        (Lower | Upper, Mark) => letter(kind(next)),
        (Lower | Upper, Open) => letter(kind(next)) || matches!(b, '¡' | '¿' | '„' | '‚'),
        (Lower | Upper | Mark, Close) => {
            a_inside && !matches!(b, '’' | '·') && !dash(b) && letter(kind(next))
        }
        // Signs stand before letters in formulas and prices.
        (Sign, Lower | Upper) if alphabet(b) == 1 => a_inside && a != '√',
        (Sign, Lower | Upper) => a_inside || !currency(a),
        (Box | Mark, Lower | Upper) => true,
        // Not Cyrillic ones, which name the places of a route.
        (Close, Lower | Upper) => dash(a) && dash(next) && alphabet(b) == 0,
        (Sign | Mark | Close, Open) | (Sign, Mark) | (Mark | Close, Sign) => true,
        (Sign | Mark | Open | Close, Box) | (Box, Sign | Mark | Open | Close) => true,
        (Plain | Digit | Upper | Lower | Sign | Mark | Open | Close | Box, _) => false,
    };
    i32::from(odd && (a_inside || b_inside))
}

fn dash(character: char) -> bool {
    matches!(character, '–' | '—')
}

fn currency(character: char) -> bool {
    matches!(character, '£' | '€' | '¥' | '¢' | '§' | '¶' | '±' | 'µ')
}

/// The groups of characters that repaired text is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    /// Nothing that anyone writes in a post.
    Never,
    /// Says nothing.
    Neutral,
    Latin,
    /// Letters of another script; they come in company.
    Script(u8),
    /// Chinese, Japanese and Korean; the same.
    Asian,
    /// Punctuation and signs of everyday texts.
    Everyday,
    Symbol,
    Emoji,
}

#[inline(never)]
fn group(character: char) -> Group {
    match character {
        '\u{80}'..='\u{9F}' | '\u{AD}' | '¤' | '¦' | '¨' | '¬' | '¯' | '´' | '¸' | '¹' => {
            Group::Neutral
        }
        '×' | '÷' | '\u{A0}'..='¿' => Group::Everyday,
        'ĸ' | 'Ŀ' | 'ŀ' | 'ſ' | 'Ѡ'..='҉' => Group::Never,
        'À'..='ž' | 'ƒ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ǆ'..='ǜ' | 'Ș'..='ț' | 'Ə' | 'ə' | 'Ḁ'..='ỹ' => {
            Group::Latin
        }
        'ˆ' | 'ˇ' | '˘'..='˝' | '\u{300}'..='\u{36F}' => Group::Neutral,
        'Ά'..='ώ' | 'ἀ'..='ῼ' => Group::Script(1),
        'Ѐ'..='ԯ' => Group::Script(2),
        'Ա'..='և' => Group::Script(3),
        'א'..='״' => Group::Script(4),
        '؀'..='ۿ' => Group::Script(5),
        'ऀ'..='\u{FFF}' => Group::Script((u32::from(character) >> 7) as u8),
        'Ⴀ'..='ჿ' => Group::Script(6),
        'ሀ'..='\u{137F}' => Group::Script(7),
        'ក'..='\u{17FF}' => Group::Script(8),
        '\u{2009}'..='\u{200F}'
        | '‐'..='„'
        | '†'
        | '‡'
        | '•'
        | '…'
        | '\u{202F}'
        | '‰'
        | '′'
        | '″'
        | '‹'
        | '›'
        | '€'
        | '₤'..='₿' => Group::Everyday,
        '\u{2000}'..='\u{206F}' | '⁰'..='₾' | '\u{2800}' | '\u{F8FF}' | '\u{FFFD}' => Group::Neutral,
        '™' | '℃' | '№' => Group::Everyday,
        '\u{2100}'..='\u{27BF}' | '⤀'..='⥿' | '⬀'..='⯿' | '\u{FE0E}' | '\u{FE0F}' | 'ﬀ'..='ﬆ' => {
            Group::Symbol
        }
        '\u{FEFF}' => Group::Emoji,
        '、'..='ヿ' | '一'..='鿿' | '가'..='힣' | '！'..='ﾟ' => Group::Asian,
        '\u{1F000}'..='\u{1F7EB}' | '\u{1F7F0}' | '\u{1F90C}'..='\u{1FAFF}' => Group::Emoji,
        '\u{1D400}'..='\u{1D7FF}' | '\u{1F800}'..='\u{1F8FF}' => Group::Symbol,
        '\u{20000}'..='\u{2FA1F}' | '\u{E0020}'..='\u{E007F}' => Group::Neutral,
        _ => Group::Never,
    }
}

/// A bit for the script that a letter is of; 0 for Latin and all that is no letter.
pub(super) fn script(meant: char) -> u64 {
    match group(meant) {
        Group::Script(script) => 1 << script,
        Group::Asian => 1,
        _ => 0,
    }
}

/// True for quotation marks, dashes and the like, which stand beside garbled text unharmed.
pub(super) fn punctuation(character: char) -> bool {
    matches!(kind(character), Kind::Plain | Kind::Open | Kind::Close)
}

/// True for a sign that is rarely the end of a word.
pub(super) fn sign(character: char) -> bool {
    matches!(kind(character), Kind::Sign | Kind::Mark) && !character.is_control()
}

/// True for lines and blocks.
pub(super) fn drawn(character: char) -> bool {
    kind(character) == Kind::Box
}

/// False for a character that no one writes.
pub(super) fn possible(meant: char) -> bool {
    group(meant) != Group::Never
}

/// True for a character whose four bytes hardly stand side by side by chance.
pub(super) fn speaks_for_itself(meant: char) -> bool {
    group(meant) == Group::Emoji
}

/// A letter of a script without company.
pub(super) const ALONE: i32 = -1;
/// A letter in the wrong place.
pub(super) const MISPLACED: i32 = -2;

/// How good one repaired character looks between its neighbours; negative if it does not fit there.
#[inline(never)]
pub(super) fn fit(meant: char, before: [char; 2], after: char) -> i32 {
    let [second_before, first_before] = before;
    match group(meant) {
        Group::Never => -9,
        Group::Neutral => 0,
        Group::Latin => {
            let (left, right) = (kind(first_before), kind(after));
            let foreign = |c: char| matches!(group(c), Group::Script(_));
            let shouted = left == Kind::Upper && (kind(second_before) == Kind::Upper || right == Kind::Upper);
            let misplaced = match kind(meant) {
                Kind::Lower => shouted || (right == Kind::Upper && left != Kind::Lower),
                Kind::Upper => left == Kind::Lower,
                _ => false,
            };
            if misplaced {
                MISPLACED
            } else if foreign(first_before) || foreign(after) {
                ALONE
            } else {
                // Of the letters that are words by themselves, all are in Latin-1.
                let lone = !letter(left) && !letter(right);
                i32::from(!lone || (meant <= 'ÿ' && !matches!(right, Kind::Digit)))
            }
        }
        Group::Script(script) => {
            let same = |c: char| group(c) == Group::Script(script);
            if same(first_before) || same(after) {
                1
            } else if script == 1 {
                0
            } else {
                ALONE
            }
        }
        Group::Asian => {
            let same = |c: char| group(c) == Group::Asian;
            match meant {
                _ if same(first_before) || same(after) => 1,
                '！'.. => 0,
                _ => ALONE,
            }
        }
        Group::Everyday => match meant {
            '«' | '¿' | '¡' => {
                let opens = kind(first_before) == Kind::Plain && !matches!(first_before, '`' | '´');
                if opens { 1 } else { -1 }
            }
            '\u{A0}' => i32::from(kind(first_before) != Kind::Upper),
            _ => 1,
        },
        Group::Symbol => 1,
        Group::Emoji => 3,
    }
}
