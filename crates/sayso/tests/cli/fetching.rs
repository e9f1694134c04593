//! Addresses that are named to `sayso add`: what is fetched, what is not, and what is said of it. All servers are this test's own.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use rusqlite::Connection;

use crate::feeds::{page, rss};
use crate::support::{Desk, gzip};

/// A server that answers by path, and remembers what it was asked for.
struct Server {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

type Answers = BTreeMap<&'static str, Vec<u8>>;

impl Server {
    /// `answers` makes whole responses, given the server's own address.
    fn of(answers: impl FnOnce(&str) -> Answers) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let answers = answers(&address);
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let heard = Arc::clone(&asked);
        // Ends with the process.
        thread::spawn(move || {
            for stream in listener.incoming() {
                answer(stream.unwrap(), &answers, &heard);
            }
        });
        Self { address, asked }
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn answer(mut stream: TcpStream, answers: &Answers, heard: &Mutex<Vec<String>>) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
    let first = lines.next().unwrap_or_default();
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    for line in lines.take_while(|line| !line.is_empty()) {
        if let Some(agent) = line.to_ascii_lowercase().strip_prefix("user-agent:") {
            assert!(agent.trim().starts_with("sayso/"), "{line}");
        }
    }
    heard.lock().unwrap().push(path.clone());
    let missing = response("404 Not Found", "text/plain", b"");
    // Whoever asked may have gone away.
    let _ = stream.write_all(answers.get(path.as_str()).unwrap_or(&missing));
}

fn response(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {headers}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

fn ok(headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    response("200 OK", headers, body.as_ref())
}

fn moved(to: &str) -> Vec<u8> {
    response("302 Found", &format!("text/plain\r\nLocation: {to}"), b"")
}

fn add(desk: &Desk, args: &[&str]) -> (i32, Vec<String>, String) {
    let run = desk.run(&[&["add", "a.db"], args].concat());
    (run.status, run.messages().into_iter().map(str::to_owned).collect(), run.out)
}

fn texts(desk: &Desk, sql: &str) -> Vec<String> {
    let db = Connection::open(desk.path("a.db")).unwrap();
    let mut select = db.prepare(sql).unwrap();
    let rows = select.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn a_feeds_items_are_added_as_they_stand_and_once() {
    let server =
        Server::of(|_| BTreeMap::from([("/feed.xml", ok("application/rss+xml", rss("https://courier.example/")))]));
    let desk = Desk::new(&[]);
    let feed = format!("{}/feed.xml", server.address);
    let (status, messages, out) = add(&desk, &["--allow-private", &feed]);
    assert_eq!((status, messages, out.as_str()), (0, Vec::new(), "a.db: 2 articles added\n"));
    assert_eq!(server.asked(), ["/robots.txt", "/feed.xml"], "nothing else is fetched");
    assert_eq!(texts(&desk, "SELECT path FROM article"), [format!("{feed}:item 1"), format!("{feed}:item 2")]);
    assert_eq!(add(&desk, &["--allow-private", &feed]).2, "a.db: 2 were there\n");
}

#[test]
fn a_feeds_items_are_followed_where_that_is_asked_for() {
    let server = Server::of(|address| {
        BTreeMap::from([
            ("/feed.xml", ok("application/xml", rss(&format!("{address}/")))),
            ("/1", moved("/pages/1")),
            ("/pages/1", ok("text/html\r\nContent-Encoding: gzip", gzip(page(1).as_bytes()))),
            ("/2", ok("application/pdf", b"%PDF")),
        ])
    });
    let desk = Desk::new(&[]);
    let (status, messages, out) = add(&desk, &["--allow-private", "--follow", &format!("{}/feed.xml", server.address)]);
    let expect = format!(
        "sayso: error: {}/2: is no web page, it says `application/pdf`: download it and add the file",
        server.address
    );
    assert_eq!((status, messages, out.as_str()), (2, vec![expect], "a.db: 1 article added\n"));
    assert_eq!(server.asked(), ["/robots.txt", "/feed.xml", "/1", "/pages/1", "/2"]);
    assert_eq!(texts(&desk, "SELECT url FROM article"), [format!("{}/pages/1", server.address)]);
    assert_eq!(desk.run(&["reread", "a.db", "--all"]).out, "a.db: 1 article read again, none with other statements\n");
}

#[test]
fn a_page_is_decoded_as_its_server_says() {
    // "мост", bridge, in KOI8-R.
    let body =
        [b"<html><body><p>The \xCD\xCF\xD3\xD4 is shut, ".as_slice(), b"the mayor said on Monday.</p></body></html>"]
            .concat();
    let feed = [
        b"<rss><channel><title>x</title><item><link>https://courier.example/1</link><description>\xCD\xCF\xD3\xD4"
            .as_slice(),
        b" is shut, the mayor said.</description></item></channel></rss>",
    ]
    .concat();
    let server = Server::of(|_| {
        BTreeMap::from([
            ("/page", ok("text/html; charset=KOI8-R", body)),
            ("/feed", ok("text/xml; charset=koi8-r", feed)),
        ])
    });
    let desk = Desk::new(&[]);
    let [page, feed] = ["page", "feed"].map(|name| format!("{}/{name}", server.address));
    let (status, messages, _) = add(&desk, &["--allow-private", &page, &feed]);
    assert_eq!((status, messages), (0, Vec::new()));
    let texts = texts(&desk, "SELECT text FROM article ORDER BY id");
    assert!(texts.len() == 2 && texts.iter().all(|text| text.contains("мост is shut")), "{texts:?}");
}

/// What is said of one address beside a good one, which is added.
fn check_refused(answers: impl FnOnce(&str) -> Answers, path: &str, says: &str) -> Vec<String> {
    let good = ok("text/html", page(1));
    let server = Server::of(|address| {
        let mut all = answers(address);
        all.insert("/good", good);
        all
    });
    let desk = Desk::new(&[]);
    let [bad, good] = [path, "/good"].map(|path| format!("{}{path}", server.address));
    let (status, messages, out) = add(&desk, &["--allow-private", &bad, &good]);
    assert_eq!((status, out.as_str()), (2, "a.db: 1 article added\n"), "{messages:?}");
    assert_eq!(messages, [format!("sayso: error: {bad}: {says}")]);
    server.asked()
}

#[test]
fn what_cannot_be_fetched_is_said_and_the_rest_goes_on() {
    check_refused(|_| BTreeMap::new(), "/away", "server answers 404 Not Found: check the address");
    check_refused(
        |_| BTreeMap::from([("/a.png", ok("image/png", b"\x89PNG"))]),
        "/a.png",
        "is neither a feed nor a web page, it says `image/png`: download it and add the file",
    );
    check_refused(
        |_| BTreeMap::from([("/a", moved("file:///etc/passwd"))]),
        "/a",
        "leads on to `file:`, and only http and https are fetched: name another",
    );
    let asked = check_refused(
        |_| BTreeMap::from([("/round", moved("/round"))]),
        "/round",
        "leads on more than 5 times: name the address where it ends",
    );
    assert_eq!(asked.iter().filter(|path| *path == "/round").count(), 6);
}

#[test]
fn what_is_too_large_is_not_read_however_it_is_packed() {
    let bomb = gzip(&vec![b' '; (16 << 20) + 1]);
    check_refused(
        |_| BTreeMap::from([("/bomb", ok("text/html\r\nContent-Encoding: gzip", bomb))]),
        "/bomb",
        "holds more than 16 MiB: download it and add the file",
    );
}

#[test]
fn robots_txt_is_obeyed_and_asked_for_once() {
    let robots = ok("text/plain", "User-agent: *\nDisallow: /shut\n\nUser-agent: sayso\nDisallow: /drafts\n");
    let asked = check_refused(
        |_| BTreeMap::from([("/robots.txt", robots), ("/drafts/1", ok("text/html", page(1)))]),
        "/drafts/1",
        "the site’s `robots.txt` does not allow it to be fetched: leave it out, or save it in a browser and add the file",
    );
    assert_eq!(asked, ["/robots.txt", "/good"]);
}

#[test]
fn a_redirection_leads_past_no_robots_txt() {
    let robots = ok("text/plain", "User-agent: *\nDisallow: /drafts\n");
    let asked = check_refused(
        |_| {
            BTreeMap::from([
                ("/robots.txt", robots),
                ("/a", moved("/drafts/1")),
                ("/drafts/1", ok("text/html", page(1))),
            ])
        },
        "/a",
        "the site’s `robots.txt` does not allow it to be fetched: leave it out, or save it in a browser and add the file",
    );
    assert_eq!(asked, ["/robots.txt", "/a", "/good"]);
}

#[test]
fn a_site_that_cannot_say_what_it_allows_is_left_alone() {
    let server = Server::of(|_| {
        BTreeMap::from([
            ("/robots.txt", response("503 Unavailable", "text/plain", b"")),
            ("/a", ok("text/html", page(1))),
        ])
    });
    let address = format!("{}/a", server.address);
    let (status, messages, _) = add(&Desk::new(&[]), &["--allow-private", &address]);
    let what = "the site answers 503 Service Unavailable when asked for its `robots.txt`, so that nothing may be fetched from it: try \
        again later";
    assert_eq!((status, messages), (2, vec![format!("sayso: error: {address}: {what}")]));
    assert_eq!(server.asked(), ["/robots.txt"]);
}

#[test]
fn private_addresses_are_not_connected_to_unless_that_is_allowed() {
    let server = Server::of(|_| BTreeMap::from([("/a", ok("text/html", page(1)))]));
    let port = server.address.rsplit(':').next().unwrap();
    for host in ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]", "0.0.0.0"] {
        let address = format!("http://{host}:{port}/a");
        let (status, messages, out) = add(&Desk::new(&[]), &[&address]);
        assert_eq!((status, out.as_str()), (2, "a.db: nothing to add\n"), "{host}");
        let what = "is an address of this machine or of a private network, and such are not fetched from: name \
            `--allow-private` if you trust it";
        assert!(messages.len() == 1 && messages[0].ends_with(what), "{host}: {messages:?}");
    }
    assert_eq!(server.asked(), [""; 0]);
}

#[test]
fn an_address_with_a_name_to_log_in_with_is_not_asked_for() {
    let server = Server::of(|_| BTreeMap::new());
    let address = server.address.replace("http://", "http://ann:secret@");
    let (status, messages, _) = add(&Desk::new(&[]), &["--allow-private", &address]);
    assert_eq!((status, messages.len(), server.asked().len()), (2, 1, 0));
    assert!(messages[0].ends_with("has a user name in it, and none is sent: download it and add the file"));
}
