//! Which addresses are connected to. The check is where names become addresses, and what was checked is what is connected to: a
//! name that means something else the next moment (DNS rebinding) gains nothing.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use sayso_feed::address::is_private;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

/// How Sayso names itself.
const USER_AGENT: &str = concat!("sayso/", env!("CARGO_PKG_VERSION"), " (reads what its user names)");

/// What a request may take, from the name to the last byte.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);

/// What connects. Redirections are for the caller to look at; no proxy is asked, which would look names up where nobody checks.
pub(super) fn agent(allow_private: bool) -> Agent {
    let config = Config::builder()
        .proxy(None)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .timeout_global(Some(PATIENCE))
        .user_agent(USER_AGENT)
        .accept("text/html, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5")
        .build();
    Agent::with_parts(config, DefaultConnector::default(), Guard { allow_private, names: DefaultResolver::default() })
}

#[derive(Debug)]
struct Guard {
    allow_private: bool,
    names: DefaultResolver,
}

impl Resolver for Guard {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        // A name that means both is not to be trusted with either.
        match found.iter().map(SocketAddr::ip).find(|ip| is_private(*ip)) {
            Some(ip) if !self.allow_private => Err(Error::Other(Box::new(Private(ip)))),
            _ => Ok(found),
        }
    }
}

/// An address that is not connected to.
#[derive(Debug)]
struct Private(IpAddr);

impl fmt::Display for Private {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = "is an address of this machine or of a private network, and such are not fetched from";
        write!(f, "{} {what}: name `--allow-private` if you trust it", self.0)
    }
}

impl std::error::Error for Private {}

/// Why something could not be fetched, and what to do; one line, no full stop.
pub(super) fn told(error: &Error) -> String {
    match error {
        Error::Other(other) if other.is::<Private>() => other.to_string(),
        Error::HostNotFound => "no such host: check the spelling".to_owned(),
        Error::Io(error) if error.raw_os_error().is_none() && error.to_string().contains("lookup address") => {
            "no such host: check the spelling".to_owned()
        }
        Error::Timeout(_) => format!("took longer than {} seconds: try again later", PATIENCE.as_secs()),
        Error::BadUri(_) | Error::Http(_) => format!("cannot be asked for ({error}): check the spelling"),
        Error::Tls(_) | Error::Rustls(_) => format!("cannot be trusted to be who it says ({error}): check the address"),
        error => format!("cannot be fetched ({error}): try again later"),
    }
}
