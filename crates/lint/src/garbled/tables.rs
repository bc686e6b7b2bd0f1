//! Owns which byte a character stands for in the encodings of one byte a character that text is misread as.

use std::sync::LazyLock;

/// How many encodings there are.
pub(super) const COUNT: usize = 13;
/// Numbers of encodings that are treated specially; the number is also the order of preference.
pub(super) const WINDOWS_1252: usize = 0;
pub(super) const WINDOWS_1250: usize = 2;
pub(super) const MAC_ROMAN: usize = 7;
pub(super) const DOS: std::ops::Range<usize> = 8..11;

/// Name and upper half of each encoding. A space is a byte without a character: programs keep it as the control
/// character of the same number.
const TABLES: [(&str, &str); COUNT] = [
    (
        "Windows-1252",
        "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿\
         ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    ),
    (
        "Windows-1251",
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–— ™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї\
         АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
    ),
    (
        "Windows-1250",
        "€ ‚ „…†‡ ‰Š‹ŚŤŽŹ ‘’“”•–— ™š›śťžź\u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
         ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    ),
    (
        "Windows-1253",
        "€ ‚ƒ„…†‡ ‰ ‹     ‘’“”•–— ™ ›    \u{a0}΅Ά£¤¥¦§¨© «¬\u{ad}®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏ\
         ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ ΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ ",
    ),
    (
        "Windows-1254",
        "€ ‚ƒ„…†‡ˆ‰Š‹Œ    ‘’“”•–—˜™š›œ  Ÿ\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿\
         ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ",
    ),
    (
        "Windows-1257",
        "€ ‚ „…†‡ ‰ ‹ ¨ˇ¸ ‘’“”•–— ™ › ¯˛ \u{a0} ¢£¤ ¦§Ø©Ŗ«¬\u{ad}®Æ°±²³´µ¶·ø¹ŗ»¼½¾æ\
         ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙",
    ),
    (
        "ISO 8859-2",
        "                                \u{a0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{ad}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žż\
         ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    ),
    (
        "Mac Roman",
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
         ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
    ),
    (
        "code page 437",
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
         └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
    ),
    (
        "code page 850",
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
         └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}",
    ),
    (
        "code page 866",
        "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
         └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{a0}",
    ),
    (
        "Mac Cyrillic",
        "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ†°Ґ£§•¶І®©™Ђђ≠Ѓѓ∞±≤≥іµґЈЄєЇїЉљЊњ\
         јЅ¬√ƒ≈∆«»…\u{a0}ЋћЌќѕ–—“”‘’÷„ЎўЏџ№Ёёяабвгдежзийклмнопрстуфхцчшщъыьэю€",
    ),
    (
        "KOI8-R",
        "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{a0}⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©\
         юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
    ),
];

/// Characters that stand for a byte although no table has them there.
const ALSO: [(char, usize, u8); 1] = [
    // Before 1998, this place of Mac Roman had the general currency sign.
    ('¤', MAC_ROMAN, 0xDB),
];

/// Characters outside the two blocks that `slot` knows.
const FAR: [char; 4] = ['\u{F8FF}', 'ﬁ', 'ﬂ', '\u{FFFD}'];

const LATIN: std::ops::Range<u32> = 0x80..0x4A0;
const SIGNS: std::ops::Range<u32> = 0x2000..0x2600;
const LATIN_SLOTS: usize = 0x420;
const SLOTS: usize = LATIN_SLOTS + 0x600 + FAR.len();

/// Where a character is in the index; past its end if it is in no table.
fn slot(character: char) -> usize {
    let code = u32::from(character);
    if LATIN.contains(&code) {
        (code - LATIN.start) as usize
    } else if SIGNS.contains(&code) {
        LATIN_SLOTS + (code - SIGNS.start) as usize
    } else {
        let far = FAR.iter().position(|&far| far == character).unwrap_or(FAR.len());
        SLOTS - FAR.len() + far
    }
}

/// The tables the other way round, made when they are first needed.
struct Index {
    bytes: Vec<[u8; COUNT]>,
    /// By character: the encodings in which it is the first byte of a character in UTF-8.
    leads: Vec<u16>,
    /// By character: the encodings in which it is a further byte of a character in UTF-8.
    further: Vec<u16>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut bytes = vec![[0; COUNT]; SLOTS];
    let mut set = |character: char, encoding: usize, byte: u8| {
        if let Some(cell) = bytes.get_mut(slot(character)).and_then(|row| row.get_mut(encoding)) {
            *cell = byte;
        }
    };
    for (encoding, (_, upper)) in TABLES.iter().enumerate() {
        for (byte, character) in (0x80..=0xFF).zip(upper.chars()) {
            set(if character == ' ' { char::from(byte) } else { character }, encoding, byte);
        }
    }
    for byte in 0x80..=0x9F {
        // Latin-1 and Windows-1252 are taken for each other everywhere.
        set(char::from(byte), WINDOWS_1252, byte);
    }
    for (character, encoding, byte) in ALSO {
        set(character, encoding, byte);
    }
    let mask = |row: &[u8; COUNT], range: std::ops::RangeInclusive<u8>| {
        row.iter().rev().fold(0, |mask, byte| mask << 1 | u16::from(range.contains(byte)))
    };
    let leads = bytes.iter().map(|row| mask(row, 0xC2..=0xF4)).collect();
    let mut further: Vec<u16> = bytes.iter().map(|row| mask(row, 0x80..=0xBF)).collect();
    if let Some(lost) = further.get_mut(slot('\u{FFFD}')) {
        *lost = u16::MAX;
    }
    Index { bytes, leads, further }
});

/// The byte, from 0x80, that this character stands for in an encoding, or 0.
pub(super) fn byte(encoding: usize, character: char) -> u8 {
    INDEX.bytes.get(slot(character)).and_then(|row| row.get(encoding)).copied().unwrap_or(0)
}

/// The encodings, as bits, in which these two can be the beginning of one character in UTF-8. U+FFFD stands for
/// any byte.
pub(super) fn pair(first: char, second: char) -> u16 {
    let leads = INDEX.leads.get(slot(first)).copied().unwrap_or(0);
    if leads == 0 { 0 } else { leads & INDEX.further.get(slot(second)).copied().unwrap_or(0) }
}

/// What people call an encoding.
pub(super) fn name(encoding: usize) -> &'static str {
    TABLES.get(encoding).map_or("", |(name, _)| name)
}

/// What an encoding has for a control character from U+0080 to U+009F.
pub(super) fn meant_by(control: char, encoding: usize) -> Option<char> {
    let place = u32::from(control).checked_sub(0x80).filter(|&place| place < 0x20)?;
    let (_, upper) = TABLES.get(encoding)?;
    upper.chars().nth(place as usize).filter(|&meant| meant != ' ')
}

/// An encoding's upper half, for tests that garble.
#[cfg(test)]
pub(super) fn upper(encoding: usize) -> Vec<char> {
    let Some((_, upper)) = TABLES.get(encoding) else { return Vec::new() };
    (0x80..=0xFF).zip(upper.chars()).map(|(byte, c)| if c == ' ' { char::from(byte) } else { c }).collect()
}
