//! Owns what lies around posts: the configuration files from each post's folder upwards, and the site that it is of.
//!
//! Each folder is looked at once, however many posts it holds. A repository's root ends the way upwards.

use super::Arguments;
use super::selection::Selection;
use crate::Failure;
use crate::input::{read, site};
use foreword_core::site::Site;
use foreword_lint::config::{Problem, is_configuration};
use foreword_lint::{Config, Folder};
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

/// What is known besides a post.
pub(super) struct Around<'s> {
    pub(super) config: &'s Config,
    pub(super) site: Option<&'s Site>,
    pub(super) folder: Option<&'s Folder>,
    /// Its path from the site's folder, else as given; none for standard input.
    pub(super) file_name: Option<String>,
}

/// What is known besides all posts that were asked for.
pub(super) struct Surroundings {
    /// What is wrong in configuration files, as lines.
    pub(super) problems: Vec<String>,
    by_folder: HashMap<PathBuf, (usize, Option<usize>)>,
    configs: Vec<Config>,
    places: Vec<Place>,
}

/// A site's folder, or one that was asked for.
struct Place {
    root: PathBuf,
    site: Option<Site>,
    files: Folder,
}

impl Surroundings {
    /// Looks around posts.
    pub(super) fn of(names: &[String], arguments: &Arguments) -> Result<Surroundings, Failure> {
        let mut around = Surroundings {
            problems: Vec::new(),
            by_folder: HashMap::new(),
            configs: Vec::new(),
            places: Vec::new(),
        };
        let selection = Selection::of(arguments)?;
        let mut problems = BTreeSet::new();
        let asked = arguments.config.as_deref().map(text_of).transpose()?;
        let site_root = arguments.site.as_deref().map(absolute);
        for name in names {
            let folder = folder_of(name);
            if around.by_folder.contains_key(&folder) {
                continue;
            }
            let files = match &asked {
                Some(file) => vec![file.clone()],
                None => upwards(&folder).flat_map(configurations).collect(),
            };
            let files: Vec<(&str, &str)> =
                files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
            let (mut config, found) = Config::read(&files);
            problems.extend(found);
            selection.apply(&mut config);
            let config = around.place_of_config(config);
            let root = site_root
                .clone()
                .or_else(|| upwards(&folder).find(|folder| is_site(folder)).map(Path::to_owned));
            let root = root.or_else(|| asked_for(&folder, arguments));
            let place = root.map(|root| around.place(root)).transpose()?;
            around.by_folder.insert(folder, (config, place));
        }
        around.problems = problems.iter().map(line).collect();
        Ok(around)
    }

    /// Many folders share one choice of rules.
    fn place_of_config(&mut self, config: Config) -> usize {
        self.configs.iter().position(|known| *known == config).unwrap_or_else(|| {
            self.configs.push(config);
            self.configs.len() - 1
        })
    }

    fn place(&mut self, root: PathBuf) -> Result<usize, Failure> {
        if let Some(known) = self.places.iter().position(|place| place.root == root) {
            return Ok(known);
        }
        let site =
            Some(site(&root)?).filter(|site| site.dialect.is_some() || !site.templates.names().is_empty());
        let files = Folder::new(files_below(&root));
        self.places.push(Place { root, site, files });
        Ok(self.places.len() - 1)
    }

    /// What is known besides this post.
    pub(super) fn around(&self, name: &str) -> Around<'_> {
        static NOTHING: Config = Config::new();
        let (config, place) = self.by_folder.get(&folder_of(name)).copied().unwrap_or((usize::MAX, None));
        let place = place.and_then(|place| self.places.get(place));
        let inside =
            place.and_then(|place| slashed(absolute(Path::new(name)).strip_prefix(&place.root).ok()?));
        Around {
            config: self.configs.get(config).unwrap_or(&NOTHING),
            site: place.and_then(|place| place.site.as_ref()),
            folder: place.map(|place| &place.files),
            file_name: inside.or_else(|| (name != "-").then(|| name.to_owned())),
        }
    }
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// The folder of a post; where the command runs for standard input.
fn folder_of(name: &str) -> PathBuf {
    absolute(Path::new(name)).parent().map(Path::to_owned).unwrap_or_default()
}

/// A folder and those around it, up to the root of a repository.
fn upwards(folder: &Path) -> impl Iterator<Item = &Path> {
    let mut is_inside = true;
    folder
        .ancestors()
        .take_while(move |folder| std::mem::replace(&mut is_inside, !folder.join(".git").exists()))
}

/// The configuration files in a folder, as paths and texts. What cannot be read says nothing.
fn configurations(folder: &Path) -> Vec<(String, String)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let found = entries.flatten().filter(|entry| is_configuration(&entry.file_name().to_string_lossy()));
    found
        .filter_map(|entry| {
            Some((entry.path().display().to_string(), std::fs::read_to_string(entry.path()).ok()?))
        })
        .collect()
}

/// The configuration file that was asked for. Any other name than markdownlint's is one of ours.
fn text_of(file: &Path) -> Result<(String, String), Failure> {
    let path = file.display().to_string();
    let text = read(&path)?.text;
    if !is_configuration(&path) {
        let known = "name it like .foreword.toml or .markdownlint.yaml";
        return Err(Failure::Impossible(format!("{path}: it does not say what kind of file it is; {known}")));
    }
    Ok((path, text))
}

/// Whether a folder holds the configuration of a site. Names that other programs use too need a site's address.
fn is_site(folder: &Path) -> bool {
    site(folder).is_ok_and(|site| {
        site.dialect.as_ref().is_some_and(|(_, file)| {
            let is_common = file.starts_with("config.") || file.starts_with("config/");
            !is_common || ["baseURL", "base_url"].iter().any(|key| site.value(key).is_some())
        })
    })
}

/// The folder around this one that was asked for.
fn asked_for(folder: &Path, arguments: &Arguments) -> Option<PathBuf> {
    let asked = arguments.paths.iter().filter(|path| *path != "-").map(|path| absolute(Path::new(path)));
    asked.filter(|asked| folder.starts_with(asked) && asked.is_dir()).min()
}

/// The paths of all files below a folder, hidden folders and those of packages excepted.
fn files_below(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => {
                    if !name.starts_with('.') && name != "node_modules" {
                        folders.push(entry.path());
                    }
                }
                Ok(_) => found.extend(entry.path().strip_prefix(root).ok().and_then(slashed)),
                Err(_) => {}
            }
        }
    }
    found
}

/// A relative path with slashes.
fn slashed(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.components().map(|part| part.as_os_str().to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

fn line(problem: &Problem) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let path = Path::new(&problem.path);
    let path = path.strip_prefix(here).unwrap_or(path).display();
    format!("foreword: {path}:{}:{}: {}", problem.line, problem.column, problem.message)
}
