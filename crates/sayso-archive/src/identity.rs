//! What makes two articles the same: by what name an article is known when its text changes, and what it is that was added before.

use sayso_article::Article;
use sha2::{Digest, Sha256};
use url::Url;

/// Which article it is, and which text of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Identity {
    /// What stays when the text changes.
    pub key: String,
    /// What an article has that was added before.
    pub content: [u8; 16],
}

impl Identity {
    /// An article's. Without an address or identifier its path is its name.
    pub fn of(article: &Article) -> Self {
        let path = article.path.as_deref().unwrap_or("-");
        let address = article.url.as_deref().and_then(canonical);
        let key = address.or_else(|| article.id.clone()).unwrap_or_else(|| path.to_owned());
        // The same text found again under another path is the same article, unless it has a name of its own.
        let name = if article.url.is_some() || article.id.is_some() { key.as_str() } else { "" };
        let told =
            [&article.outlet, &article.title, &article.published].map(|told| told.as_deref().unwrap_or_default());
        let mut hash = Sha256::new();
        for piece in [name].into_iter().chain(told).chain([article.text.as_str()]) {
            hash.update((piece.len() as u64).to_le_bytes());
            hash.update(piece);
        }
        let mut content = [0; 16];
        content.copy_from_slice(&hash.finalize()[..16]);
        Self { key, content }
    }
}

/// Names of parameters that only tell where a reader came from.
const TRACKING: &[&str] = &[
    "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid", "ocid", "cmpid", "ncid", "smid",
    "ref", "ref_src", "referrer", "partner", "source", "share", "taid", "s_cid", "ito", "amp",
];

/// An address without what only tracks readers: no fragment, no tracking parameters, no default port, one slash less at its end;
/// the scheme and `www.` are left out of account, since the same page has both. Nothing where it is no address of the web.
pub fn canonical(address: &str) -> Option<String> {
    let url = Url::parse(address.trim()).ok()?;
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    let host = url.host_str()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let port = url.port().map_or(String::new(), |port| format!(":{port}"));
    let path = url.path().trim_end_matches('/');
    let is_kept = |name: &str| !name.starts_with("utm_") && !TRACKING.contains(&name);
    let mut kept: Vec<(String, String)> =
        url.query_pairs().filter(|(name, _)| is_kept(name)).map(|(n, v)| (n.into_owned(), v.into_owned())).collect();
    kept.sort();
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&kept).finish();
    let query = if query.is_empty() { query } else { format!("?{query}") };
    Some(format!("https://{host}{port}{path}{query}"))
}

/// The host of an address, without `www.`: what an outlet is called where nothing else says.
pub fn host(address: &str) -> Option<String> {
    let url = Url::parse(address.trim()).ok()?;
    let host = url.host_str()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_one_form() {
        for (address, expect) in [
            ("https://www.courier.example/a/b/?utm_source=x&id=7#top", Some("https://courier.example/a/b?id=7")),
            ("http://COURIER.example:80/a", Some("https://courier.example/a")),
            ("https://courier.example:8443/a?b=2&a=1", Some("https://courier.example:8443/a?a=1&b=2")),
            ("https://courier.example", Some("https://courier.example")),
            ("ftp://courier.example/a", None),
            ("a/b.html", None),
        ] {
            assert_eq!(canonical(address).as_deref(), expect, "{address}");
        }
    }

    #[test]
    fn the_same_text_is_the_same_article_unless_it_has_another_name() {
        let article = |path: &str, url: Option<&str>, text: &str| Article {
            path: Some(path.to_owned()),
            url: url.map(str::to_owned),
            text: text.to_owned(),
            ..Article::default()
        };
        let of = |path, url, text| Identity::of(&article(path, url, text));
        assert_eq!(of("a", None, "x").content, of("b", None, "x").content);
        assert_ne!(of("a", None, "x").content, of("a", None, "y").content);
        assert_ne!(
            of("a", Some("https://x.example/1"), "x").content,
            of("a", Some("https://x.example/2"), "x").content
        );
        assert_eq!(
            of("a", Some("http://x.example/1#a"), "x"),
            of("b", Some("https://www.x.example/1/"), "x"),
            "an address is more than a path"
        );
    }
}
