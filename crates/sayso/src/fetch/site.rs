//! One request after the other, as each site's `robots.txt` allows, with time between two to one host.

use std::collections::BTreeMap;
use std::io::Read;
use std::net::IpAddr;
use std::thread;
use std::time::{Duration, Instant};

use sayso_article::MAX_ARTICLE_BYTES;
use sayso_feed::robots::Robots;
use ureq::Agent;
use ureq::http::StatusCode;
use ureq::http::header::LOCATION;
use url::{Host, Url};

use super::Web;
use super::guard::{agent, told};

/// The name that `robots.txt` files may call us by.
const PRODUCT: &str = "sayso";
/// Redirections of one address that are followed.
const MAX_REDIRECTS: usize = 5;
/// Between two requests to one host, unless it asks for more.
const DELAY: Duration = Duration::from_secs(1);
/// What a host asks for beyond that is not waited.
const MAX_DELAY: Duration = Duration::from_secs(30);
/// Of a `robots.txt`; RFC 9309 (section 2.5) asks for 500 KiB.
const MAX_ROBOTS: usize = 512 << 10;

/// What was fetched.
#[derive(Debug)]
pub(crate) struct Page {
    /// Where it was in the end.
    pub(super) url: String,
    /// What the server says it is, in lower case.
    pub(super) media_type: Option<String>,
    /// The encoding that the server says it is in.
    pub(super) charset: Option<String>,
    /// When: `2026-11-24T06:00:00Z`.
    pub(super) fetched: String,
    /// Decompressed.
    pub(super) bytes: Vec<u8>,
}

/// Fetches, and remembers for the run what each site said to robots and when it was last asked.
#[derive(Default)]
pub(crate) struct Fetcher {
    agent: Option<Agent>,
    /// By scheme, host and port.
    robots: BTreeMap<String, Verdict>,
    /// By host.
    asked: BTreeMap<String, Instant>,
}

/// What a site says to robots.
#[derive(Debug)]
enum Verdict {
    Rules(Robots),
    /// It could not be asked, for this reason.
    Silent(String),
}

/// What a server answers.
enum Answer {
    Page(Page),
    Moved(Url),
    Status(StatusCode),
}

impl Fetcher {
    /// What is at an address. The error is one line that says why there is nothing and what to do.
    pub(super) fn get(&mut self, address: &str, web: Web) -> Result<Page, String> {
        let mut url = checked(Url::parse(address).map_err(|error| format!("is no address ({error}): check it"))?)?;
        for _ in 0..=MAX_REDIRECTS {
            let delay = self.allowed(&url, web)?;
            match self.ask(&url, web, delay, MAX_ARTICLE_BYTES)? {
                Answer::Page(page) if page.bytes.len() > MAX_ARTICLE_BYTES => {
                    return Err("holds more than 16 MiB: download it and add the file".to_owned());
                }
                Answer::Page(page) => return Ok(page),
                Answer::Moved(to) => url = to,
                Answer::Status(status) => return Err(format!("server answers {status}: check the address")),
            }
        }
        Err(format!("leads on more than {MAX_REDIRECTS} times: name the address where it ends"))
    }

    /// Whether a page may be fetched, and how long to wait between two.
    fn allowed(&mut self, url: &Url, web: Web) -> Result<Duration, String> {
        let site = url.origin().ascii_serialization();
        if !self.robots.contains_key(&site) {
            let verdict = self.robots_of(url, web);
            self.robots.insert(site.clone(), verdict);
        }
        match &self.robots[&site] {
            Verdict::Silent(why) => Err(why.clone()),
            Verdict::Rules(robots) => {
                let rules = robots.rules_for(PRODUCT);
                let target = &url[url::Position::BeforePath..url::Position::AfterQuery];
                if !rules.allows(target) {
                    return Err("the site’s `robots.txt` does not allow it to be fetched: leave it out, or save it \
                                in a browser and add the file"
                        .to_owned());
                }
                Ok(delay(rules.crawl_delay(), is_loopback(url)))
            }
        }
    }

    /// Asks a site for its `robots.txt` (RFC 9309, section 2.3): where there is none all is allowed, where it cannot be had nothing.
    fn robots_of(&mut self, url: &Url, web: Web) -> Verdict {
        let mut url = url.clone();
        url.set_path("/robots.txt");
        url.set_query(None);
        for _ in 0..=MAX_REDIRECTS {
            let delay = delay(None, is_loopback(&url));
            match self.ask(&url, web, delay, MAX_ROBOTS) {
                Ok(Answer::Page(page)) => return Verdict::Rules(Robots::parse(&page.bytes)),
                Ok(Answer::Moved(to)) => url = to,
                Ok(Answer::Status(status)) if status.is_server_error() => {
                    let what = "so that nothing may be fetched from it: try again later";
                    return Verdict::Silent(format!(
                        "the site answers {status} when asked for its `robots.txt`, {what}"
                    ));
                }
                Ok(Answer::Status(_)) => return Verdict::Rules(Robots::default()),
                Err(why) => return Verdict::Silent(why),
            }
        }
        // What leads on and on may be taken as not there.
        Verdict::Rules(Robots::default())
    }

    /// Asks once, no sooner than `delay` after the host was last asked. No more than one byte over `most` is read.
    fn ask(&mut self, url: &Url, web: Web, delay: Duration, most: usize) -> Result<Answer, String> {
        let host = url.host_str().unwrap_or_default().to_owned();
        if let Some(asked) = self.asked.get(&host) {
            thread::sleep(delay.saturating_sub(asked.elapsed()));
        }
        let agent = self.agent.get_or_insert_with(|| agent(web.allow_private));
        let answer = answer(agent, url, most);
        self.asked.insert(host, Instant::now());
        answer
    }
}

fn answer(agent: &Agent, url: &Url, most: usize) -> Result<Answer, String> {
    let response = agent.get(url.as_str()).call().map_err(|error| told(&error))?;
    let status = response.status();
    if status.is_redirection()
        && let Some(to) = response.headers().get(LOCATION)
    {
        let to = String::from_utf8_lossy(to.as_bytes());
        let to = url.join(&to).map_err(|error| format!("leads on to `{to}`, which is no address ({error})"))?;
        return checked(to).map(Answer::Moved);
    }
    if status != StatusCode::OK {
        return Ok(Answer::Status(status));
    }
    let body = response.into_body();
    let lower = |told: Option<&str>| told.map(str::to_ascii_lowercase);
    let (media_type, charset) = (lower(body.mime_type()), lower(body.charset()));
    let mut bytes = Vec::new();
    let read = body.into_reader().take(most as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| told(&error.into()))?;
    Ok(Answer::Page(Page { url: url.to_string(), media_type, charset, fetched: now(), bytes }))
}

/// The moment, in whole seconds.
fn now() -> String {
    let now = jiff::Timestamp::now();
    jiff::Timestamp::from_second(now.as_second()).unwrap_or(now).to_string()
}

/// An address that may be asked for at all.
fn checked(mut url: Url) -> Result<Url, String> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(format!("leads on to `{}:`, and only http and https are fetched: name another", url.scheme()));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("has a user name in it, and none is sent: download it and add the file".to_owned());
    }
    url.set_fragment(None);
    Ok(url)
}

fn delay(asked: Option<Duration>, is_loopback: bool) -> Duration {
    let least = if is_loopback { Duration::ZERO } else { DELAY };
    asked.unwrap_or_default().clamp(least, MAX_DELAY)
}

/// Whether a host is this machine by its name: nobody else is disturbed.
fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => IpAddr::V4(ip).is_loopback(),
        Some(Host::Ipv6(ip)) => IpAddr::V6(ip).is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_given_time_as_it_asks_within_bounds() {
        let check = |asked: Option<u64>, is_loopback: bool, expect: u64| {
            let asked = asked.map(Duration::from_secs);
            assert_eq!(delay(asked, is_loopback), Duration::from_secs(expect), "{asked:?} {is_loopback}");
        };
        check(None, false, 1);
        check(Some(0), false, 1);
        check(Some(7), false, 7);
        check(Some(600), false, 30);
        check(None, true, 0);
        check(Some(2), true, 2);
    }

    #[test]
    fn only_plain_addresses_of_the_web_are_asked_for() {
        let check = |address: &str, expect: Option<&str>| {
            let url = checked(Url::parse(address).unwrap()).ok();
            assert_eq!(url.as_ref().map(Url::as_str), expect, "{address}");
        };
        check("https://courier.example/a?b=c#d", Some("https://courier.example/a?b=c"));
        check("HTTP://Courier.example", Some("http://courier.example/"));
        check("http://0x7f.1/", Some("http://127.0.0.1/"));
        check("file:///etc/passwd", None);
        check("ftp://courier.example/a", None);
        check("https://ann:secret@courier.example/", None);
    }

    #[test]
    fn this_machine_is_known_by_its_names() {
        for (address, expect) in [
            ("http://localhost:8000/", true),
            ("http://127.8.0.1/", true),
            ("http://[::1]/", true),
            ("http://10.0.0.1/", false),
        ] {
            assert_eq!(is_loopback(&Url::parse(address).unwrap()), expect, "{address}");
        }
    }
}
