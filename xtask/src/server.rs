//! A small server for dist/ on this machine: the same headers and the same answers as a host.

use std::fs;
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::Context;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;

use crate::files;
use crate::headers::Rules;

const PORTS_TRIED: u16 = 20;

struct Site {
    folder: PathBuf,
    base: String,
}

/// What a request gets.
#[derive(Debug, PartialEq)]
enum Answer {
    File(PathBuf),
    /// The page, for an address inside the app.
    Page,
    /// A folder without its slash.
    Redirect(String),
    Missing,
}

/// Serves until the process ends, at `port` or else at the first free one from `first`.
pub fn serve(folder: &Path, port: Option<u16>, first: u16) -> anyhow::Result<()> {
    let base = base_of(&files::read_text(&folder.join("index.html"))?)?;
    let site = Site { folder: folder.to_path_buf(), base };
    let (listener, port) = listen(port, first)?;
    println!("\nAskelma is at http://localhost:{port}{}   (Ctrl+C ends it)", site.base);
    run(listener, site)
}

/// Serves until the process ends, beside what else it does. Returns the address.
pub fn serve_beside(folder: &Path) -> anyhow::Result<String> {
    let base = base_of(&files::read_text(&folder.join("index.html"))?)?;
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("no port could be opened")?;
    let address = format!("http://localhost:{}{base}", listener.local_addr()?.port());
    let site = Site { folder: folder.to_path_buf(), base };
    thread::spawn(move || run(listener, site));
    Ok(address)
}

/// Every connection goes its own way: one that stays open, or that takes its answer slowly, holds
/// up no other. A server that kept connections in a queue was seen to leave one unanswered for
/// minutes.
fn run(listener: TcpListener, site: Site) -> anyhow::Result<()> {
    let site = Arc::new(site);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_io().build()?;
    runtime.block_on(async move {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        loop {
            let Ok((stream, _)) = listener.accept().await else { continue };
            let site = Arc::clone(&site);
            tokio::spawn(async move {
                let service = service_fn(move |request: Request<Incoming>| {
                    let site = Arc::clone(&site);
                    async move { site.respond(request.method(), request.uri().path()) }
                });
                // A browser that closed its connection is no reason to stop.
                let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
            });
        }
    })
}

fn listen(port: Option<u16>, first: u16) -> anyhow::Result<(TcpListener, u16)> {
    let open = |port: u16| TcpListener::bind(("127.0.0.1", port));
    if let Some(port) = port {
        let listener = open(port).with_context(|| format!("port {port} could not be opened"))?;
        return Ok((listener, port));
    }
    (first..first.saturating_add(PORTS_TRIED))
        .find_map(|port| open(port).ok().map(|listener| (listener, port)))
        .context("no free port was found: give one with --port")
}

/// The base the bundle was built for, as its page says.
fn base_of(page: &str) -> anyhow::Result<String> {
    let (_, rest) = page
        .split_once("name=\"askelma-base\" content=\"")
        .context("dist/index.html does not say which base it was built for")?;
    Ok(rest.split('"').next().unwrap_or("/").to_owned())
}

impl Site {
    fn respond(
        &self,
        method: &Method,
        path: &str,
    ) -> Result<Response<Full<Bytes>>, hyper::http::Error> {
        let empty = |status: StatusCode| Response::builder().status(status).body(Full::default());
        if !matches!(*method, Method::GET | Method::HEAD) {
            return empty(StatusCode::METHOD_NOT_ALLOWED);
        }
        let (status, file) = match self.answer(path) {
            Answer::Redirect(to) => {
                let moved = Response::builder().status(StatusCode::MOVED_PERMANENTLY);
                return moved.header("Location", to).body(Full::default());
            }
            Answer::File(file) => (StatusCode::OK, file),
            Answer::Page => (StatusCode::OK, self.folder.join("index.html")),
            Answer::Missing => (StatusCode::NOT_FOUND, self.folder.join("404.html")),
        };
        let Ok(bytes) = fs::read(&file) else { return empty(StatusCode::NOT_FOUND) };
        let mut response = Response::builder().status(status);
        // Read each time: another build may have taken the place of the one before.
        let rules = fs::read_to_string(self.folder.join("_headers")).unwrap_or_default();
        let rules = Rules::parse(&rules);
        let rules: Vec<_> = rules.for_path(path).collect();
        for (name, value) in &rules {
            response = response.header(name.as_str(), value.as_str());
        }
        if !rules.iter().any(|(name, _)| name == "Cache-Control") {
            response = response.header("Cache-Control", "no-cache");
        }
        response.header("Content-Type", mime_type(&file)).body(Full::new(Bytes::from(bytes)))
    }

    fn answer(&self, path: &str) -> Answer {
        let Some(inside) = path.strip_prefix(self.base.as_str()) else {
            let slashed = format!("{path}/");
            let is_base = slashed == self.base;
            return if is_base { Answer::Redirect(slashed) } else { Answer::Missing };
        };
        if inside.is_empty() {
            return Answer::Page;
        }
        let Some(inside) = decoded(inside) else {
            return Answer::Missing;
        };
        let wanted = Path::new(&inside);
        // Only plain names: nothing absolute, nothing upwards.
        if !wanted.components().all(|part| matches!(part, Component::Normal(_))) {
            return Answer::Missing;
        }
        let file = self.folder.join(wanted);
        let last = wanted.file_name().unwrap_or_default().to_string_lossy();
        if last.starts_with(['.', '_']) {
            return Answer::Missing;
        }
        let really_inside = || {
            let folder = self.folder.canonicalize().ok()?;
            file.canonicalize().ok().filter(|real| real.starts_with(folder) && real.is_file())
        };
        match really_inside() {
            Some(real) => Answer::File(real),
            None if last.contains('.') => Answer::Missing,
            None => Answer::Page,
        }
    }
}

/// Without %-escapes; `None` for a broken one, a NUL or a backslash.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let high = char::from(rest.next()?).to_digit(16)?;
        let low = char::from(rest.next()?).to_digit(16)?;
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok().filter(|text| !text.contains(['\0', '\\']))
}

fn mime_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    use super::{Answer, Site, base_of, decoded, run};
    use crate::files;

    fn site(name: &str, base: &str) -> anyhow::Result<Site> {
        let folder = std::env::temp_dir().join(format!("askelma-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("icons"))?;
        for file in ["index.html", "_headers", "icons/a.png"] {
            fs::write(folder.join(file), file)?;
        }
        Ok(Site { folder, base: base.to_owned() })
    }

    #[test]
    fn addresses_of_the_app_get_the_page_and_files_themselves() -> anyhow::Result<()> {
        let site = site("served", "/x/")?;
        assert_eq!(site.answer("/x/"), Answer::Page);
        assert_eq!(site.answer("/x/path/3"), Answer::Page);
        assert_eq!(site.answer("/x"), Answer::Redirect("/x/".to_owned()));
        let icon = site.folder.join("icons/a.png").canonicalize()?;
        assert_eq!(site.answer("/x/icons/a.png"), Answer::File(icon));
        for missing in ["/", "/y/", "/x/gone.js", "/x/_headers", "/xy"] {
            assert_eq!(site.answer(missing), Answer::Missing, "{missing}");
        }
        fs::remove_dir_all(&site.folder)?;
        Ok(())
    }

    /// A connection that asked for a file and stays open.
    fn ask(address: std::net::SocketAddr, name: &str) -> anyhow::Result<std::net::TcpStream> {
        let mut stream = std::net::TcpStream::connect(address)?;
        stream.set_read_timeout(Some(std::time::Duration::from_secs(20)))?;
        write!(stream, "GET /{name} HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
        Ok(stream)
    }

    fn said(stream: &mut std::net::TcpStream) -> anyhow::Result<[u8; 15]> {
        let mut first = [0; 15];
        stream.read_exact(&mut first)?;
        Ok(first)
    }

    #[test]
    fn connections_that_stay_open_or_do_not_read_hold_up_nobody() -> anyhow::Result<()> {
        let site = site("unread", "/")?;
        // Larger than what the two ends keep for each other.
        files::write(&site.folder.join("large.wasm"), vec![0; 16 << 20])?;
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        std::thread::spawn(move || run(listener, site));
        let unread = (0..12).map(|_| ask(address, "large.wasm")).collect::<Result<Vec<_>, _>>()?;
        // All at once, none closed: each must be answered all the same.
        let mut open =
            (0..40).map(|_| ask(address, "index.html")).collect::<Result<Vec<_>, _>>()?;
        for stream in &mut open {
            assert_eq!(&said(stream)?, b"HTTP/1.1 200 OK");
        }
        drop(unread);
        Ok(())
    }

    #[test]
    fn nothing_outside_the_folder_is_served() -> anyhow::Result<()> {
        let site = site("inside", "/")?;
        for outside in ["/../etc/passwd", "/%2e%2e/etc/passwd", "//etc/passwd", "/icons/../../a"] {
            assert_eq!(site.answer(outside), Answer::Missing, "{outside}");
        }
        fs::remove_dir_all(&site.folder)?;
        Ok(())
    }

    #[test]
    fn broken_escapes_are_refused() {
        assert_eq!(decoded("a%20b").as_deref(), Some("a b"));
        for bad in ["%", "%2", "%zz", "%00", "a%5cb", "%ff"] {
            assert_eq!(decoded(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_base_is_read_from_the_page() -> anyhow::Result<()> {
        assert_eq!(base_of("<meta name=\"askelma-base\" content=\"/x/\">")?, "/x/");
        Ok(())
    }
}
