//! Owns how the sources of a schema become one: the site's own configuration wins over the generator, the
//! generator over what posts do; of two that do not contradict each other, the one that says more is taken.

use super::import::Collection;
use super::learn::{Learned, LearnedKey};
use super::{Field, Group, Kind, Origin, Schema, order};

/// At most this many values are suggested.
const MAX_SUGGESTIONS: usize = 200;
/// From this many posts on, what they do says something about a key that others know already. Before that, a
/// field would change its kind while somebody types into it.
const SEVERAL: usize = 3;

/// The schema of a post: its generator's, its collection's where the site declares one, and what was learned.
/// To learn from a site once and from the open post at every change, merge the result again with what was
/// learned from the post.
pub fn merge(base: Schema, imported: Option<&Collection>, learned: Option<&Learned>) -> Schema {
    let known = base.fields.iter().filter(|field| field.origin == Origin::Generator);
    let plain: Vec<String> = known
        .filter(|field| matches!(field.kind, Kind::Text | Kind::List))
        .flat_map(|field| std::iter::once(&field.key).chain(&field.aliases).cloned())
        .collect();
    let mut rules = Rules { ignores_case: base.ignores_case, site_says_required: false, plain: &plain };
    let mut fields = base.fields;
    if let Some(collection) = imported {
        rules.site_says_required = collection.says_required;
        if collection.is_closed {
            // Other keys are cut off before anyone sees them; `slug` alone is read by Astro itself.
            let declares =
                |field: &Field| collection.fields.iter().any(|site| rules.answers(field, &site.key));
            fields.retain(|field| field.key == "slug" || declares(field));
        }
        fields = rules.with_site(fields, &collection.fields);
    }
    if let Some(learned) = learned {
        fields = rules.with_posts(fields, &learned.keys);
    }
    Schema { fields, custom_keys: base.custom_keys, ignores_case: base.ignores_case }
}

#[derive(Clone, Copy)]
struct Rules<'a> {
    ignores_case: bool,
    /// True when the site's configuration tells what is required, and so also what is not.
    site_says_required: bool,
    /// Keys of which the generator knows that they hold a line of text or a list of lines, however long or short
    /// those of the posts happen to be.
    plain: &'a [String],
}

impl Rules<'_> {
    fn answers(self, field: &Field, key: &str) -> bool {
        field.answers_to(key, self.ignores_case)
    }

    fn with_site(self, known: Vec<Field>, site: &[Field]) -> Vec<Field> {
        self.weave(known, site, |field| &field.key, |site, twin| self.declared(site.clone(), twin))
    }

    fn with_posts(self, known: Vec<Field>, keys: &[LearnedKey]) -> Vec<Field> {
        let unite = |learned: &LearnedKey, twin| match twin {
            Some(field) => self.taught(field, learned),
            None => self.inferred(learned),
        };
        let mut fields = self.weave(known, keys, |learned| &learned.key, unite);
        // A second spelling of one key (`menu` beside `menus`, `Author` beside `author`) has the field of the
        // first, or of the one that more posts use.
        let posts = |field: &Field| field.usage.map_or(0, |usage| usage.posts);
        let is_second = |(at, field): (usize, &Field)| {
            field.origin == Origin::Posts
                && fields.iter().enumerate().any(|(other_at, other)| {
                    let wins = other.origin != Origin::Posts || (posts(other), at) > (posts(field), other_at);
                    other_at != at && wins && self.answers(other, &field.key)
                })
        };
        let mut seconds = fields.iter().enumerate().map(is_second).collect::<Vec<bool>>().into_iter();
        fields.retain(|_| !seconds.next().unwrap_or(false));
        fields
    }

    /// Unites each of `ours` with its twin among `known`, and puts the other known fields between them, each
    /// beside its neighbours.
    fn weave<T>(
        self,
        known: Vec<Field>,
        ours: &[T],
        key: impl Fn(&T) -> &String,
        unite: impl Fn(&T, Option<Field>) -> Field,
    ) -> Vec<Field> {
        let keys: Vec<&String> = ours.iter().map(key).collect();
        let mut known: Vec<(usize, Field)> = known.into_iter().enumerate().collect();
        let mut woven: Vec<(Option<usize>, Field)> = Vec::new();
        for (own, key) in ours.iter().zip(&keys) {
            // By another name only where nothing has the field's own.
            let exact = known.iter().position(|(_, field)| field.key == **key);
            let at = exact.or_else(|| {
                known.iter().position(|(_, field)| self.answers(field, key) && !keys.contains(&&field.key))
            });
            let twin = at.map(|at| known.remove(at));
            let (rank, twin) = twin.map_or((None, None), |(rank, twin)| (Some(rank), Some(twin)));
            woven.push((rank, unite(own, twin)));
        }
        for (rank, field) in known {
            let there: Vec<Option<usize>> = woven.iter().map(|(rank, _)| *rank).collect();
            woven.insert(order::place(Some(rank), &there), (Some(rank), field));
        }
        woven.into_iter().map(|(_, field)| field).collect()
    }

    /// A field that the site declares, completed by what the generator says about it.
    fn declared(self, mut field: Field, twin: Option<Field>) -> Field {
        field.origin = Origin::Site;
        field.required &= self.site_says_required;
        let Some(twin) = twin else {
            field.group = group_of(&field);
            return field;
        };
        if twin.kind.refines(field.kind) && !field.multiple && field.choices.is_empty() {
            field.kind = twin.kind;
            field.multiple = twin.multiple;
        }
        if field.kind == Kind::Text && matches!(twin.kind, Kind::Date | Kind::DateTime) {
            // The site wants its dates as text.
            field.also.push(twin.kind);
        }
        if field.about.is_empty() {
            field.about.clone_from(&twin.about);
        }
        if field.choices.is_empty() && field.kind == twin.kind {
            field.choices.clone_from(&twin.choices);
        }
        field.aliases = names_beside(&field.key, &twin);
        add_kinds(&mut field, &twin.also);
        field.group = twin.group;
        field.default = field.default.or(twin.default);
        field.required |= twin.required && !self.site_says_required;
        let mut parts = twin.fields;
        if self.site_says_required && !field.fields.is_empty() {
            // Whoever declares the parts of an object declares them all.
            parts.retain(|part| field.fields.iter().any(|site| self.answers(part, &site.key)));
        }
        field.fields = self.with_site(parts, &field.fields);
        field
    }

    /// A known field, completed by what posts have there.
    fn taught(self, mut field: Field, learned: &LearnedKey) -> Field {
        if field.origin == Origin::Generator && field.key != learned.key {
            // The name that posts use is the one to add.
            field.aliases = names_beside(&learned.key, &field);
            field.key.clone_from(&learned.key);
        }
        if field.kind == Kind::Raw && learned.kind != Kind::Raw || self.knows_better(learned, &field) {
            field.kind = learned.kind;
            field.multiple = learned.multiple;
        } else if !learned.multiple {
            add_kinds(&mut field, &[learned.kind]);
        }
        add_kinds(&mut field, &learned.also);
        let is_decided = field.origin == Origin::Site && self.site_says_required;
        field.required |= learned.is_required() && !is_decided;
        // What the whole site does says more than one of its posts.
        if field.usage.is_none_or(|usage| usage.of < learned.usage.of) {
            field.usage = Some(learned.usage);
        }
        for word in suggestions(learned) {
            if field.suggestions.len() < MAX_SUGGESTIONS && !field.suggestions.contains(&word) {
                field.suggestions.push(word);
            }
        }
        field.fields = self.with_posts(field.fields, &learned.fields);
        field
    }

    /// True when posts tell more about the kind of a field than was known, without a doubt.
    fn knows_better(self, learned: &LearnedKey, field: &Field) -> bool {
        let is_shade = match learned.kind {
            Kind::Slug | Kind::Colour => false,
            Kind::LongText | Kind::Markdown | Kind::Tags => !self.plain.contains(&field.key),
            _ => true,
        };
        is_shade
            && learned.kind.refines(field.kind)
            && learned.usage.posts >= SEVERAL
            && learned.also.is_empty()
            && !field.multiple
            && field.choices.is_empty()
    }

    /// A field that only posts tell of.
    fn inferred(self, learned: &LearnedKey) -> Field {
        let mut field = Field {
            key: learned.key.clone(),
            kind: learned.kind,
            multiple: learned.multiple,
            also: learned.also.clone(),
            required: learned.is_required(),
            suggestions: suggestions(learned).collect(),
            fields: self.with_posts(Vec::new(), &learned.fields),
            origin: Origin::Posts,
            usage: Some(learned.usage),
            ..Field::default()
        };
        field.group = group_of(&field);
        field
    }
}

/// The names of `field` other than `key`.
fn names_beside(key: &str, field: &Field) -> Vec<String> {
    std::iter::once(&field.key).chain(&field.aliases).filter(|name| *name != key).cloned().collect()
}

/// Adds kinds that say something besides the field's own.
fn add_kinds(field: &mut Field, kinds: &[Kind]) {
    for &kind in kinds {
        let is_known = kind == Kind::Raw
            || kind == field.kind
            || field.kind.refines(kind)
            || kind.refines(field.kind)
            || field.also.contains(&kind);
        if !is_known {
            field.also.push(kind);
        }
    }
    let own = field.kind;
    field.also.retain(|kind| *kind != own);
}

fn suggestions(learned: &LearnedKey) -> impl Iterator<Item = String> {
    learned.vocabulary.iter().take(MAX_SUGGESTIONS).map(|(word, _)| word.clone())
}

/// Where the form shows a field that no generator knows.
fn group_of(field: &Field) -> Group {
    match field.kind {
        Kind::Date | Kind::DateTime => Group::Dates,
        Kind::Tags | Kind::MultiChoice => Group::Taxonomy,
        _ if field.origin == Origin::Site && field.required => Group::Common,
        _ => Group::More,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front_matter::{FrontMatter, Step, Value};
    use crate::schema::{for_generator, learn};

    fn learned(posts: &[&str]) -> Learned {
        let headers: Vec<_> = posts.iter().map(|post| (*post, FrontMatter::read(post).unwrap())).collect();
        learn::from_posts(headers.iter().map(|(post, header)| (*post, header)))
    }

    fn site(key: &str, kind: Kind) -> Field {
        Field { key: key.to_owned(), kind, ..Field::default() }
    }

    fn collection(fields: Vec<Field>) -> Collection {
        Collection { fields, says_required: true, ..Collection::default() }
    }

    fn field<'a>(schema: &'a Schema, path: &str) -> &'a Field {
        let path: Vec<Step> = path.split('.').map(|key| Step::Key(key.to_owned())).collect();
        schema.field(&path).unwrap()
    }

    fn keys(schema: &Schema) -> Vec<&str> {
        schema.fields.iter().map(|field| field.key.as_str()).collect()
    }

    #[test]
    fn the_site_wins_and_the_generator_completes() {
        let title = Field { required: true, about: "Keep it short.".to_owned(), ..site("title", Kind::Text) };
        let imported = collection(vec![
            title,
            site("image", Kind::Text),
            site("tags", Kind::List),
            site("draft", Kind::Choice),
            Field { required: true, ..site("mood", Kind::Text) },
        ]);
        let schema = merge(for_generator("jekyll", None), Some(&imported), None);
        assert!(field(&schema, "title").required);
        assert_eq!(field(&schema, "title").about, "Keep it short.");
        assert_eq!(field(&schema, "image").kind, Kind::Image);
        assert!(field(&schema, "image").about.starts_with("The picture"));
        assert_eq!(field(&schema, "tags").kind, Kind::Tags);
        assert_eq!(field(&schema, "draft").kind, Kind::Choice);
        assert_eq!(field(&schema, "mood").group, Group::Common);
        assert_eq!(field(&schema, "permalink").origin, Origin::Generator);
    }

    #[test]
    fn a_closed_collection_offers_its_own_keys_only() {
        let mut imported = collection(vec![site("title", Kind::Text), site("date", Kind::Date)]);
        imported.is_closed = true;
        let schema = merge(for_generator("astro", None), Some(&imported), None);
        assert_eq!(keys(&schema), ["title", "date", "slug"]);
        assert!(field(&schema, "date").aliases.contains(&"pubDate".to_owned()));
        assert!(!field(&schema, "date").about.is_empty());
    }

    #[test]
    fn a_site_that_keeps_dates_as_text_still_picks_dates() {
        let imported = collection(vec![site("updatedDate", Kind::Text)]);
        let schema = merge(for_generator("astro", None), Some(&imported), None);
        let widget = |text: &str| field(&schema, "updatedDate").widget(&Value::String(text.to_owned())).0;
        assert_eq!((widget("2024-01-31"), widget("soon")), (Kind::DateTime, Kind::Text));
    }

    #[test]
    fn whoever_declares_the_parts_of_an_object_declares_them_all() {
        let image = Field { fields: vec![site("path", Kind::Text)], ..site("image", Kind::Object) };
        let schema = merge(for_generator("jekyll", None), Some(&collection(vec![image])), None);
        assert_eq!(field(&schema, "image").fields.len(), 1);
        assert_eq!(field(&schema, "image.path").kind, Kind::Image);
    }

    #[test]
    fn posts_add_their_own_keys_words_and_order() {
        let post = "---\ndate: 2024-01-01\ntitle: A\nmood: calm\ntags: [x]\nmenu: main\n---\n";
        let schema = merge(for_generator("hugo", None), None, Some(&learned(&[post])));
        assert_eq!(keys(&schema)[..2], ["date", "publishDate"]);
        assert_eq!(field(&schema, "mood").origin, Origin::Posts);
        assert_eq!(field(&schema, "tags").suggestions, ["x"]);
        assert_eq!(field(&schema, "menus").key, "menu");
        let place = |key| keys(&schema).iter().position(|other| *other == key).unwrap();
        assert!(place("title") < place("linkTitle") && place("linkTitle") < place("tags"));
    }

    #[test]
    fn several_posts_say_what_is_usual() {
        let posts = ["---\ntitle: A\nauthor: jo\ndate: 2024-01-01\nparams: {toc: true}\n---\n"; 6];
        let schema = merge(for_generator("hugo", None), None, Some(&learned(&posts)));
        assert!(field(&schema, "title").required && !field(&schema, "draft").required);
        assert_eq!(field(&schema, "date").kind, Kind::Date);
        assert_eq!(field(&schema, "author").suggestions, ["jo"]);
        assert_eq!(field(&schema, "params.toc").kind, Kind::Switch);
        // The site says it is not required, whatever its posts do.
        let imported = collection(vec![site("author", Kind::Text)]);
        let schema = merge(for_generator("hugo", None), Some(&imported), Some(&learned(&posts)));
        assert!(!field(&schema, "author").required);
    }

    #[test]
    fn one_post_does_not_change_the_kind_of_a_known_key() {
        let post = "---\ntitle: A `b`\ndescription: [x]\n---\n";
        let schema = merge(for_generator("hugo", None), None, Some(&learned(&[post])));
        assert_eq!(field(&schema, "title").kind, Kind::Text);
        assert_eq!(field(&schema, "description").kind, Kind::LongText);
        assert_eq!(field(&schema, "description").also, [Kind::Tags]);
    }

    #[test]
    fn a_site_and_then_the_open_post() {
        let posts = ["---\ntitle: A\ntags: [x]\nauthor: jo\n---\n"; 6];
        let site = merge(for_generator("jekyll", None), None, Some(&learned(&posts)));
        let post = "---\nauthor: al\ntags: [y]\nmood: calm\n---\n";
        let schema = merge(site, None, Some(&learned(&[post])));
        assert_eq!(field(&schema, "tags").suggestions, ["x", "y"]);
        assert_eq!(field(&schema, "author").usage.map(|usage| usage.of), Some(6));
        assert!(field(&schema, "title").required && !field(&schema, "mood").required);
    }

    #[test]
    fn two_spellings_of_one_key_are_one_field() {
        let post = "---\nTitle: A\npubdate: 2024-01-01\npublishDate: 2024-01-01\ntitle: B\n---\n";
        let schema = merge(for_generator("hugo", None), None, Some(&learned(&[post])));
        assert_eq!(keys(&schema).iter().filter(|key| key.eq_ignore_ascii_case("title")).count(), 1);
        assert_eq!(field(&schema, "pubdate").key, "publishDate");
        let posts = ["---\nauthor: a\n---\n", "---\nAuthor: a\n---\n", "---\nAuthor: b\n---\n"];
        let schema = merge(for_generator("hugo", None), None, Some(&learned(&posts)));
        assert_eq!(field(&schema, "author").key, "Author");
    }

    #[test]
    fn a_misspelt_key_of_the_post_is_still_a_misspelling() {
        let post = "---\ntitle: A\ncatgories: [x]\n---\n";
        let schema = merge(for_generator("hugo", None), None, Some(&learned(&[post])));
        assert_eq!(schema.near_miss("catgories"), Some("categories"));
    }
}
