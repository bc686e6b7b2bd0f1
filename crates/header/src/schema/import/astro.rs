//! Owns the schemas of Astro's content collections (<https://docs.astro.build/en/guides/content-collections/>), as
//! far as their text tells.

use super::script::{Link, Value, constants};
use super::{Collection, settings, zod};
use std::collections::HashMap;

pub(super) fn read(script: &str) -> Vec<Collection> {
    let names = constants(script);
    let mut reader = zod::Reader::new(&names);
    let Some(Value::Object(entries)) = names.get("collections") else {
        return Vec::new();
    };
    let collections = entries.iter().filter_map(|(name, value)| {
        let definition = definition(&names, value)?;
        let folder = definition.get("loader").and_then(|loader| base(&names, loader));
        Some(Collection {
            folder: Some(folder.unwrap_or_else(|| format!("src/content/{name}"))),
            name: name.clone(),
            fields: reader.fields(definition.get("schema")?),
            says_required: true,
            is_closed: true,
        })
    });
    collections.collect()
}

/// The argument of `defineCollection`, called in place or under a name.
fn definition<'a>(names: &'a HashMap<String, Value>, value: &'a Value) -> Option<&'a Value> {
    let Value::Chain(links) = value else {
        return None;
    };
    match links.first()? {
        Link { arguments: Some(arguments), .. } => arguments.first(),
        Link { name, arguments: None } => match names.get(name)? {
            Value::Chain(links) => links.first()?.arguments.as_ref()?.first(),
            _ => None,
        },
    }
}

/// The folder of `glob({ base: './src/blog' })`.
fn base(names: &HashMap<String, Value>, loader: &Value) -> Option<String> {
    let Value::Chain(links) = loader else {
        return None;
    };
    let options = links.first()?.arguments.as_ref()?.first()?;
    let base = match options.get("base")? {
        Value::Chain(links) => names.get(&links.first()?.name)?.text()?,
        base => base.text()?,
    };
    Some(settings::folder(base))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Kind;

    const CONFIG: &str = r#"
import { defineCollection, reference, z } from "astro:content";
import { glob } from 'astro/loaders';

const SOURCE = "./content/notes";
const seo = z.object({ title: z.string().max(60).optional(), noindex: z.boolean().default(false) });
const levels = ["easy", "hard"] as const;

const blog = defineCollection({
  loader: glob({ pattern: "**/[^_]*.{md,mdx}", base: "./src/data/blog/" }),
  schema: ({ image }) =>
    z.object({
      title: z.string().min(1, "Don't forget").describe("Shown on top."),
      description: z.string().max(300),
      // Transform string to Date object
      pubDate: z.coerce.date(),
      updatedDate: z.date().optional().nullable(),
      'day': z.string().date(),
      when: z.string().or(z.date()).transform((v) => new Date(v)),
      hero: image().refine((img) => img.width >= 100, { message: "too small" }).optional(),
      photos: z.array(image()),
      draft: z.boolean().default(false),
      tags: z.array(z.string()).default(["others"]),
      level: z.enum(levels),
      kind: z.union([z.literal("post"), z.literal("link")]).default("post"),
      cover: image().or(z.string()).optional(),
      author: reference("authors"),
      related: z.array(reference("blog")).optional(),
      canonical: z.string().url().nullish(),
      mail: z.email(),
      rating: z.number().int().min(1).max(5).optional(),
      seo: seo.extend({ image: z.string() }).optional(),
      links: z.array(z.object({ text: z.string(), href: z.string().url() })),
      odd: somethingElse(1),
      clean: z.preprocess((v) => v, z.string()),
    }),
});

export const collections = {
  blog,
  'notes': defineCollection({ loader: glob({ pattern: "*.md", base: SOURCE }), schema: seo }),
  team: defineCollection({ type: "content", schema: z.object({ name: z.string() }) }),
};
"#;

    #[test]
    fn calls_become_kinds() {
        let collections = read(CONFIG);
        let blog = &collections[0];
        let kinds: Vec<_> =
            blog.fields.iter().map(|field| (field.key.as_str(), field.kind, field.required)).collect();
        assert_eq!(
            kinds,
            [
                ("title", Kind::Text, true),
                ("description", Kind::LongText, true),
                ("pubDate", Kind::DateTime, true),
                ("updatedDate", Kind::DateTime, false),
                ("day", Kind::Date, true),
                ("when", Kind::DateTime, true),
                ("hero", Kind::Image, false),
                ("photos", Kind::Image, true),
                ("draft", Kind::Switch, false),
                ("tags", Kind::List, false),
                ("level", Kind::Choice, true),
                ("kind", Kind::Choice, false),
                ("cover", Kind::Image, false),
                ("author", Kind::Relation, true),
                ("related", Kind::Relation, false),
                ("canonical", Kind::Url, false),
                ("mail", Kind::Email, true),
                ("rating", Kind::Number, false),
                ("seo", Kind::Object, false),
                ("links", Kind::ObjectList, true),
                ("odd", Kind::Raw, true),
                ("clean", Kind::Text, true),
            ]
        );
        let field = |key: &str| blog.fields.iter().find(|field| field.key == key).unwrap();
        assert_eq!(field("title").about, "Shown on top.");
        assert_eq!(field("draft").default.as_deref(), Some("false"));
        assert_eq!(field("level").choices, ["easy", "hard"]);
        assert_eq!(
            (field("kind").choices.join("|"), field("kind").default.as_deref()),
            ("post|link".into(), Some("post"))
        );
        assert!(field("photos").multiple && field("related").multiple && !field("hero").multiple);
        assert_eq!(field("cover").also, [Kind::Text]);
        let parts =
            |key| field(key).fields.iter().map(|part| (part.key.as_str(), part.kind)).collect::<Vec<_>>();
        assert_eq!(parts("seo"), [("title", Kind::Text), ("noindex", Kind::Switch), ("image", Kind::Text)]);
        assert_eq!(parts("links"), [("text", Kind::Text), ("href", Kind::Url)]);
    }

    #[test]
    fn every_collection_has_its_folder() {
        let folders: Vec<_> = read(CONFIG)
            .into_iter()
            .map(|collection| (collection.name, collection.folder.unwrap()))
            .collect();
        let expected = [("blog", "src/data/blog"), ("notes", "content/notes"), ("team", "src/content/team")];
        assert_eq!(folders, expected.map(|(name, folder)| (name.to_owned(), folder.to_owned())));
    }

    #[test]
    fn names_that_lead_in_circles_come_to_an_end() {
        let script = "const a = z.object({ b: b, c: b, ...a }); const b = z.object({ a: a, d: a });
            export const collections = { x: defineCollection({ schema: a }) };";
        assert!(!read(script)[0].fields.is_empty());
    }
}
