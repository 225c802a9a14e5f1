//! A small server for dist/ on this machine: the same headers and the same answers as a host.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::thread;

use anyhow::Context;
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::files;
use crate::headers::Rules;

const FIRST_PORT: u16 = 4040;
const PORTS_TRIED: u16 = 20;

struct Site {
    folder: PathBuf,
    base: String,
    rules: Rules,
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

/// Serves until the process ends.
pub fn serve(folder: &Path, port: Option<u16>) -> anyhow::Result<()> {
    let base = base_of(&files::read_text(&folder.join("index.html"))?)?;
    let rules = Rules::parse(&files::read_text(&folder.join("_headers"))?);
    let site = Site { folder: folder.to_path_buf(), base, rules };
    let (server, port) = listen(port)?;
    println!("\nAskelma is at http://localhost:{port}{}   (Ctrl+C ends it)", site.base);
    run(&server, &site);
    Ok(())
}

/// A thread a request: a browser that takes its answer slowly, or not at all, holds up nobody
/// else. Four threads for all were seen to stand still for three minutes.
fn run(server: &Server, site: &Site) {
    thread::scope(|scope| {
        while let Ok(request) = server.recv() {
            scope.spawn(move || {
                // A browser that closed its connection is no reason to stop.
                let _ = site.respond(request);
            });
        }
    });
}

fn listen(port: Option<u16>) -> anyhow::Result<(Server, u16)> {
    let open = |port: u16| Server::http(("127.0.0.1", port)).map_err(|e| anyhow::anyhow!(e));
    if let Some(port) = port {
        let server = open(port).with_context(|| format!("port {port} could not be opened"))?;
        return Ok((server, port));
    }
    (FIRST_PORT..FIRST_PORT + PORTS_TRIED)
        .find_map(|port| open(port).ok().map(|server| (server, port)))
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
    fn respond(&self, request: Request) -> io::Result<()> {
        if !matches!(request.method(), Method::Get | Method::Head) {
            return request.respond(Response::empty(StatusCode(405)));
        }
        let path = request.url().split(['?', '#']).next().unwrap_or("/").to_owned();
        let (status, file) = match self.answer(&path) {
            Answer::Redirect(to) => {
                let response = Response::empty(StatusCode(301));
                let location = Header::from_bytes("Location", to);
                return match location {
                    Ok(location) => request.respond(response.with_header(location)),
                    Err(()) => request.respond(Response::empty(StatusCode(404))),
                };
            }
            Answer::File(file) => (200, file),
            Answer::Page => (200, self.folder.join("index.html")),
            Answer::Missing => (404, self.folder.join("404.html")),
        };
        let Ok(bytes) = fs::read(&file) else {
            return request.respond(Response::empty(StatusCode(404)));
        };
        let mut response = Response::from_data(bytes).with_status_code(StatusCode(status));
        let rules = self.rules.for_path(&path).map(|(n, v)| (n.as_str(), v.as_str()));
        let own = [("Content-Type", mime_type(&file))];
        let mut fresh = Some(("Cache-Control", "no-cache"));
        for (name, value) in rules.chain(own) {
            if name == "Cache-Control" {
                fresh = None;
            }
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        if let Some(header) = fresh.and_then(|(n, v)| Header::from_bytes(n, v).ok()) {
            response.add_header(header);
        }
        request.respond(response)
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

    use anyhow::Context;
    use tiny_http::Server;

    use super::{Answer, Site, base_of, decoded, run};
    use crate::files;
    use crate::headers::Rules;

    fn site(name: &str, base: &str) -> anyhow::Result<Site> {
        let folder = std::env::temp_dir().join(format!("askelma-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("icons"))?;
        for file in ["index.html", "_headers", "icons/a.png"] {
            fs::write(folder.join(file), file)?;
        }
        Ok(Site { folder, base: base.to_owned(), rules: Rules::parse("") })
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

    #[test]
    fn a_browser_that_does_not_read_holds_up_nobody() -> anyhow::Result<()> {
        use std::io::{Read as _, Write as _};
        let site = site("unread", "/")?;
        // Larger than what the two ends keep for each other.
        files::write(&site.folder.join("large.wasm"), vec![0; 16 << 20])?;
        let server = Server::http(("127.0.0.1", 0)).map_err(|error| anyhow::anyhow!(error))?;
        let address = server.server_addr().to_ip().context("an address")?;
        std::thread::spawn(move || run(&server, &site));
        let ask = |name: &str| -> anyhow::Result<_> {
            let mut stream = std::net::TcpStream::connect(address)?;
            stream.set_read_timeout(Some(std::time::Duration::from_secs(20)))?;
            write!(stream, "GET /{name} HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
            Ok(stream)
        };
        let unread = (0..12).map(|_| ask("large.wasm")).collect::<Result<Vec<_>, _>>()?;
        let mut first = [0; 15];
        ask("index.html")?.read_exact(&mut first)?;
        assert_eq!(&first, b"HTTP/1.1 200 OK");
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
