//! Tests of finding and repairing garbled text: whole sentences through every encoding, single characters, and text
//! that is right.

use super::{Garbled, find, tables};
use proptest::prelude::*;

/// The text with all its findings repaired.
fn repaired(text: &str) -> String {
    let mut result = String::new();
    let mut at = 0;
    for garbled in find(text) {
        result
            .push_str(text.get(at..garbled.span.start).expect("spans are in order, on character boundaries"));
        assert!(garbled.span.end > garbled.span.start);
        result.push_str(&garbled.repaired);
        at = garbled.span.end;
    }
    result + text.get(at..).expect("spans end in the text")
}

/// What a program shows that takes UTF-8 for this encoding.
fn garble(text: &str, encoding: usize) -> String {
    let upper = tables::upper(encoding);
    let character = |byte: u8| match byte.checked_sub(0x80) {
        Some(place) => upper[usize::from(place)],
        None => char::from(byte),
    };
    text.bytes().map(character).collect()
}

/// The same for Latin-1.
fn garble_latin_1(text: &str) -> String {
    text.bytes().map(char::from).collect()
}

const SENTENCES: [&str; 20] = [
    "Die Bäckerin verkauft süße Brötchen – und heißen Tee für 2 €.",
    "Über den Dächern hängt noch Nebel, schöne Grüße!",
    "L’été dernier, nous avons mangé des crêpes à la châtaigne près de l’hôtel.",
    "El niño soñó con un pingüino; ¿quién lo creería mañana?",
    "A avó não sabia que as maçãs já estavam maduras, então começámos a colhê-las.",
    "La città è più bella di sera, perché c’è meno caldo.",
    "Grządka żółtych tulipanów śpi pod śniegiem, więc źdźbła czekają.",
    "Příští týden přijede vlak se žlutými koly až večer.",
    "Az őszi erdőben gyűjtöttünk gombát, és főztünk belőle levest.",
    "Bugün pazarda taze ıspanak, şeftali ve üzüm aldık, çok güzeldi.",
    "På øya bodde en gammel sjømann som åt blåbær hver dag.",
    "Sáng nay tôi uống cà phê với người bạn ở phố cổ.",
    "Утром мы нашли на крыльце ёжика и налили ему воды.",
    "Зранку їжак з’їв яблуко й заснув у траві.",
    "Το πρωί πίνουμε καφέ και κοιτάμε τη θάλασσα.",
    "בבוקר ירד גשם והילדים קפצו בשלוליות.",
    "في الصباح شربنا الشاي ونظرنا إلى البحر.",
    "朝ごはんに味噌汁を飲んでから散歩した。",
    "早上我们在河边散步，看见了三只白鹭。",
    "아침에 우리는 강가를 산책하고 차를 마셨다.",
];

#[test]
fn sentences_are_repaired_from_every_encoding() {
    let mut wrong = Vec::new();
    for sentence in SENTENCES {
        let encodings =
            (0..tables::COUNT).map(|encoding| (tables::name(encoding), garble(sentence, encoding)));
        for (name, text) in encodings.chain([("Latin-1", garble_latin_1(sentence))]) {
            // What Windows-1250 and ISO 8859-2 make of a letter are often two letters that exist.
            if name != "ISO 8859-2" && repaired(&text) != sentence {
                wrong.push(format!("{name}: {text}\n{sentence}\n{}", repaired(&text)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn sentences_are_repaired_after_several_times() {
    for sentence in SENTENCES {
        for encoding in [tables::WINDOWS_1252, tables::MAC_ROMAN] {
            let twice = garble(&garble(sentence, encoding), encoding);
            assert_eq!(repaired(&twice), sentence, "{twice}");
            assert!(find(&twice).iter().all(|garbled| garbled.times == 2), "{twice}");
            let thrice = garble(&twice, encoding);
            assert_eq!(repaired(&thrice), sentence, "{thrice}");
        }
        let mixed = garble(&garble_latin_1(sentence), tables::WINDOWS_1252);
        assert_eq!(repaired(&mixed), sentence, "{mixed}");
    }
}

#[test]
fn sentences_are_left_alone() {
    for sentence in SENTENCES {
        assert_eq!(find(sentence), [], "{sentence}");
    }
}

#[test]
fn single_characters_are_repaired() {
    for (garbled, meant) in [
        ("What a day! ðŸŽ‰", "What a day! 🎉"),
        ("So tired ðŸ˜´.", "So tired 😴."),
        ("a llama üòç. (really)", "a llama 😍. (really)"),
        ("a llama \u{f8ff}üòç. (really)", "a llama 😍. (really)"),
        ("funüòÅüòÅüòÅ", "fun😁😁😁"),
        ("**tuned!** üòº", "**tuned!** 😼"),
        ("ü™∑ ***One***", "🪷 ***One***"),
        ("I ‚ù§Ô∏è tea", "I ❤️ tea"),
        ("‚úÖ Done", "✅ Done"),
        ("âœ… Done", "✅ Done"),
        ("âœ¨ New", "✨ New"),
        ("âš\u{a0}ï¸\u{8f} Careful", "⚠️ Careful"),
        ("âš ï¸ Careful", "⚠️ Careful"),
        ("next â†’ last", "next → last"),
        ("≡ƒÄë party", "🎉 party"),
        ("рџЋ‰ party", "🎉 party"),
        ("K√∂rb√§cher", "Körbächer"),
        ("Str√•lund", "Strålund"),
        ("√©t√©", "été"),
        ("√âcole", "École"),
        ("the dial‚Äôs face", "the dial’s face"),
        ("one ‚Äî two", "one — two"),
        ("it isnâ€™t", "it isn’t"),
        ("one â€” two", "one — two"),
        ("one â€“ two", "one – two"),
        ("waitâ€¦", "wait…"),
        ("â€œquotedâ€\u{9d} text", "“quoted” text"),
        ("â€œquotedâ€ text", "“quoted” text"),
        ("he said â€œgoâ€.", "he said “go”."),
        ("it isnвЂ™t", "it isn’t"),
        ("isnÔÇÖt", "isn’t"),
        ("ÔÇô one", "– one"),
        ("costs â‚¬5", "costs €5"),
        ("costs Â£5", "costs £5"),
        ("20 Â°C", "20 °C"),
        ("20Â°C", "20°C"),
        ("Â© 2024", "© 2024"),
        ("1920Ã—1080", "1920×1080"),
        ("Â¿QuÃ© tal?", "¿Qué tal?"),
        ("CafÃ©", "Café"),
        ("Ã©", "é"),
        ("Ãœber", "Über"),
        ("HÃ–HE", "HÖHE"),
        ("FRANÃ‡AIS", "FRANÇAIS"),
        ("voilÃ  le jour", "voilà le jour"),
        ("voilÃ le jour", "voilà le jour"),
        ("jusquâ€™Ã nos jours", "jusqu’à nos jours"),
        ("atÃ© Ã s oito", "até às oito"),
        ("one\u{a0}two Â\u{a0}three", "one\u{a0}two \u{a0}three"),
        ("ÅŸehir", "şehir"),
        ("Ä°zmir", "İzmir"),
        ("MÄ™ska", "Męska"),
        ("pÅ™Ã\u{ad}tel", "přítel"),
        ("CĂłdigo", "Código"),
        ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
        ("РџСЂРёРІРµС‚", "Привет"),
        ("ä½\u{a0}å¥½", "你好"),
        ("ì•ˆë…•", "안녕"),
        ("â\u{80}\u{99}tis", "’tis"),
        ("\u{93}quoted\u{94} \u{96} well", "“quoted” – well"),
        ("\u{8a}kola", "Škola"),
        ("\u{ef}\u{bb}\u{bf}Title", "Title"),
        ("í\u{a0}½í¸\u{80} nice", "😀 nice"),
        ("lost â€\u{fffd} and â€œfoundâ€\u{fffd}", "lost \u{fffd} and “found\u{fffd}"),
        ("isnÃ¢â‚¬â„¢t", "isn’t"),
        ("cafÃƒÂ©", "café"),
        ("cafÃƒÆ’Ã‚Â©", "café"),
        ("right: é, garbled: Ã©tÃ©", "right: é, garbled: été"),
        ("10Î¼s and 5Âµm", "10μs and 5µm"),
    ] {
        assert_eq!(repaired(garbled), meant, "{garbled}");
    }
}

#[test]
fn text_that_is_right_is_left_alone() {
    for text in [
        "",
        "plain",
        "« Où est l’été ? » dit-elle…",
        "Le café\u{a0}» et le thé\u{a0}!",
        "« café¹² » et « thé³ »",
        "—À demain, dit-il—à—elle.—Étrange",
        "SÃO JOÃO, IRMÃ DULCE, AMANHÃ…",
        "NÃO É A MAÇÃ “DA IRMÔ",
        "as letras Ã e Õ, um título: R A Z Ã O",
        "„SPÄ“ und »Ä« und „Ö“ – süß…",
        "CAFÉ™ und CAFÉ® und CAFÉ…",
        "the letter “Ã” and the ‘Â’",
        "på…” sa han, så…",
        "10 Å², 5 Å± 2 Å, ±5 Å",
        "RÅØL, ÅØ, SMØRBRØD",
        "üçü de geldi, üçüncü, büyüğü üç",
        "Bu bizim üçün, o üçü",
        "Süßöl, Grüße, üüü",
        "hâlâ…” dedi",
        "plášť, zášť, zvlášť, MŮŽE, KŮŽE, PÄŤ",
        "ŹRÓDŁO RÓŻA MĘŻCZYZNA ĆŁŻ",
        "ÎNVĂȚĂTOR RĂŞINĂ FĂŢĂ şi ţară",
        "лінії Росії мрії її Всё ещё Её",
        "«Аня», —А что? —Я. Всё — «Ёлка»…",
        "[А-Яа-яЁё]+ и [А-яЁё]",
        "маршрут А—Б—В—Г, А–Я–Ё, от А до Я",
        "РІКА, Її, ПРИВІТ, кВАр",
        "ДобарЂак Ђорђе, љубав, њива",
        "Η «ανατροφή» — ΠΡΟΣΟΧΗ… ¨έτσι¨",
        "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
        "¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿",
        "ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ áčďéěíňóřšťúůýž ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ",
        "ăâîșț ĂÂÎȘȚ őűŐŰ ğışİĞŞ",
        "f(x) = √π, √2, √(x²+y²) ≈ 5, ∆x → 0, ∆°",
        "∀x ∈ ℝ: ¬∃y, x ≤ y ∧ y ≥ ∞, ∑ aᵢ·bᵢ, ∂ƒ/∂x",
        "3×£20, 640×…, “×” and ÷",
        "x ≈ 3 ± 0.2, n ≠ ∞, α ≤ β, 1999—∞",
        "┌──────┬──────┐\n│ name │ größe│\n├──────┼──────┤\n└──────┴──────┘",
        "├── src\n│   └── été.rs\n╔═╗ ║é║ ╚═╝",
        "┌┬┐├┼┤└┴┘ ╠╬╣ ░▒▓█ ▄▀",
        "├┤x┼┐y┬┤z",
        "(¬_¬) (¬ô¬) `¬´` (´･ω･`) ¯\\_(ツ)_/¯ °º¤ø,¸¸,ø¤º°",
        "ヽ(´▽`)/ (╯°□°)╯︵ ┻━┻",
        "🇫🇷✨ 👩🏻\u{200d}💻 ❤️ 😀😀",
        "中文“引号”——破折号……（括号）",
        "日本語「かぎ」〜長音ー…",
        "한국어 “따옴표” – …",
        "ไทย ภาษา, हिन्दी भाषा, தமிழ்",
        "Tiếng Việt: ĐƯỜNG, Ở ĐÂU, Ấn, Ừ, ÂN",
        "\u{feff}Title with a byte order mark",
        "a\u{a0}b\u{a0}© c\u{ad}d",
        "lost \u{fffd} and \u{fffd}\u{fffd} here",
        "really?? Ã? no",
        "5Î&frac14;m",
        "price: 5€–10€, £5–£10, ¥100…",
        "§ 5, ¶ 3, 3½”, 20°, 1º, 2ª, N° 7, №5, Приказ №5",
        "naïve façade coöperate Ångström Œuvre cœur œuf",
        "Æsir, æble, Þór, ðú, ÍSLAND",
        "̶s̶t̶r̶u̶c̶k̶",
        "KOTÂ\u{a0}NORI, PÄÄ\u{a0}YLÄ",
        "let s = \"\\u{e9}\"; // é",
        "βè ƒôř ƒïℓè, Ţĥîš ïš ƥšéûðö",
        "fóø\u{2019}s bár: “ÿ”",
        "\u{81}",
    ] {
        assert_eq!(find(text), [], "{text}");
    }
}

#[test]
fn a_garble_that_cannot_be_undone_is_left_alone() {
    assert_eq!(find("ãƒâ€šã‚â¢ãƒâ€¦ã‚â€œãƒâ‚¬ã¢â€â„¢ãƒâ ã‚â"), []);
}

#[test]
fn a_finding_says_what_happened() {
    let [one] = find("isnÃ¢â‚¬â„¢t").try_into().expect("one run");
    assert_eq!(
        one,
        Garbled {
            span: foreword_core::Span::new(3, 21),
            repaired: "’".to_owned(),
            encoding: "Windows-1252",
            times: 2
        }
    );
    let encodings = |text: &str| find(text).iter().map(|garbled| garbled.encoding).collect::<Vec<_>>();
    assert_eq!(encodings("caf√© and cafÃ©"), ["Mac Roman", "Windows-1252"]);
    assert_eq!(encodings("â\u{80}\u{9c}quoted"), ["Latin-1"]);
    assert_eq!(encodings("РџСЂРёРІРµС‚ РјРёСЂ"), ["Windows-1251", "Windows-1251"]);
}

#[test]
fn a_finding_is_a_whole_run() {
    let found = find("### ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€!\nðŸŽ‰ðŸŽ‰");
    let texts: Vec<_> = found.iter().map(|garbled| garbled.repaired.as_str()).collect();
    assert_eq!(texts, ["Привет", "мир", "🎉🎉"]);
}

#[test]
fn tables_are_complete() {
    for encoding in 0..tables::COUNT {
        let upper = tables::upper(encoding);
        assert_eq!(upper.len(), 128, "{}", tables::name(encoding));
        for (byte, character) in (0x80..=0xFF).zip(upper) {
            assert_eq!(tables::byte(encoding, character), byte, "{character} in {}", tables::name(encoding));
        }
    }
}

fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Straße",
        "schön",
        "für",
        "été",
        "déjà",
        "naïf",
        "niño",
        "mañana",
        "maçã",
        "coração",
        "più",
        "łódź",
        "žluť",
        "blåbær",
        "güzel",
        "şehir",
        "người",
        "привет",
        "море",
        "θάλασσα",
        "שלום",
        "مرحبا",
        "日本",
        "天气",
        "바다",
        "🎉",
        "🚀",
        "it’s",
        "“so”",
        "–",
        "…",
        "€5",
        "→",
        "plain",
        "text",
        "and",
        "of",
    ]);
    prop::collection::vec(word, 1..12).prop_map(|words| words.join(" "))
}

/// Characters of the tables, in any order: what garbled text is made of.
fn noise() -> impl Strategy<Value = String> {
    let all: Vec<char> =
        (0..tables::COUNT).flat_map(tables::upper).chain(" ?a\n\u{fffd}🎉中".chars()).collect();
    prop::collection::vec(prop::sample::select(all), 0..40)
        .prop_map(|characters| characters.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn garbled_words_are_repaired(
        text in words(),
        encoding in prop::sample::select(vec![tables::WINDOWS_1252, tables::MAC_ROMAN]),
        times in 1..4,
    ) {
        let garbled = (0..times).fold(text.clone(), |text, _| garble(&text, encoding));
        prop_assert_eq!(find(&text), []);
        prop_assert_eq!(repaired(&garbled), text);
    }

    #[test]
    fn repaired_text_has_no_findings(text in prop_oneof![noise(), any::<String>()]) {
        let once = repaired(&text);
        prop_assert_eq!(find(&once), [], "{:?}", once);
    }
}
