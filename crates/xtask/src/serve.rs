//! Owns the local server of the finished page: loopback only, no caching, and a rebuild when sources change.

use std::fs;
use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use anyhow::{Result, bail};
use oxhttp::model::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use oxhttp::model::{Body, Method, Request, Response, StatusCode};
use oxhttp::{ListeningServer, Server};

use crate::{page, process, sources, steps, workspace};

/// The port tried first, and how many after it.
const PORT: u16 = 8000;
const TRIES: u16 = 50;

/// How to serve.
pub(crate) struct Options {
    /// Open the page in the person's browser.
    pub(crate) open: bool,
    /// Rebuild when a source file changes.
    pub(crate) watch: bool,
    /// The port to try first.
    pub(crate) port: Option<u16>,
}

/// Builds the page and serves it until the process is ended.
pub(crate) fn run(options: &Options) -> Result<()> {
    page::build()?;
    let (server, port) = listen(options.port.unwrap_or(PORT))?;
    let address = format!("http://127.0.0.1:{port}/");
    println!("Foreword is at {address}  (Ctrl+C ends it)");
    if options.open && open(&address).is_err() {
        steps::note("No browser could be opened; please open the address yourself.");
    }
    if options.watch {
        watch();
    }
    Ok(server.join()?)
}

fn listen(first: u16) -> Result<(ListeningServer, u16)> {
    for port in first..=first.saturating_add(TRIES) {
        match Server::new(answer).bind((Ipv4Addr::LOCALHOST, port)).spawn() {
            Ok(server) => return Ok((server, port)),
            Err(problem) if problem.kind() == ErrorKind::AddrInUse => {}
            Err(problem) => bail!("Port {port} cannot be used: {problem}. Choose another one with --port."),
        }
    }
    bail!(
        "Every port from {first} to {} is taken. Choose another one with --port.",
        first.saturating_add(TRIES)
    )
}

fn open(address: &str) -> Result<()> {
    if cfg!(target_os = "macos") {
        process::run(Command::new("open").arg(address))
    } else if cfg!(windows) {
        process::run(Command::new("cmd").args(["/c", "start", "", address]))
    } else {
        process::run(Command::new("xdg-open").arg(address))
    }
}

/// Rebuilds whenever a source file changes, and keeps on after a build that fails.
fn watch() {
    let inputs = page::inputs();
    let mut known = sources::written(&inputs);
    println!("Watching the sources; reload the page after a rebuild.");
    loop {
        thread::sleep(Duration::from_millis(500));
        let now = sources::written(&inputs);
        if now != known {
            known = now;
            match page::build() {
                Ok(()) => println!("The page is new; reload it."),
                Err(problem) => eprintln!("{problem:#}\nThe page stays as it was."),
            }
        }
    }
}

fn answer(request: &mut Request<Body>) -> Response<Body> {
    let wanted = request.method() == Method::GET || request.method() == Method::HEAD;
    let file = if wanted { file_for(&workspace::dist(), request.uri().path()) } else { None };
    let mut response = match file.and_then(|file| Some((media_type(&file), fs::read(&file).ok()?))) {
        // The answer to HEAD has no body.
        Some((kind, _)) if request.method() == Method::HEAD => with_type(Response::new(Body::empty()), kind),
        Some((kind, content)) => with_type(Response::new(Body::from(content)), kind),
        None => {
            let mut response = Response::new(Body::from("Not found"));
            *response.status_mut() = StatusCode::NOT_FOUND;
            with_type(response, "text/plain; charset=utf-8")
        }
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn with_type(mut response: Response<Body>, kind: &'static str) -> Response<Body> {
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

/// The file that an address's path means; none when it is not there or not inside the folder.
fn file_for(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = decoded(path)?;
    let below = Path::new(path.trim_start_matches('/'));
    let plain = below.components().all(|part| matches!(part, Component::Normal(_)));
    if !plain || path.contains(['\\', '\0']) {
        return None;
    }
    let mut file = folder.join(below);
    if file.is_dir() {
        file = file.join("index.html");
    }
    // A symbolic link must not lead out either.
    let real = file.canonicalize().ok()?;
    real.starts_with(folder.canonicalize().ok()?).then_some(real)
}

/// An address with its `%` escapes resolved; none when they are not UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{decoded, file_for, media_type};
    use std::path::Path;

    #[test]
    fn only_files_inside_the_folder_are_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(file_for(&folder, "/main.rs").is_some());
        assert!(file_for(&folder, "/setup/%6eode.rs").is_some());
        for outside in
            ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/setup/..%2f../Cargo.toml", "//etc/passwd", "/nothing"]
        {
            assert_eq!(file_for(&folder, outside), None, "{outside}");
        }
    }

    #[test]
    fn broken_escapes_are_refused() {
        assert_eq!(decoded("/a%20b"), Some("/a b".to_owned()));
        assert_eq!(decoded("/%zz"), None);
        assert_eq!(decoded("/%e"), None);
        assert_eq!(decoded("/%ff"), None);
    }

    #[test]
    fn wasm_has_the_type_that_streaming_needs() {
        assert_eq!(media_type(Path::new("a/engine.wasm")), "application/wasm");
    }
}
