//! Where a desk serves the rules' pages (`docs/rules`), so that reports and editors can lead there. Nothing is ever fetched.

/// The address of the rules' pages, as a configuration has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulePages {
    address: String,
}

/// What stands for a rule's code.
const CODE: &str = "{code}";
/// What addresses begin with: others might lead anywhere but to a page.
const SCHEMES: [&str; 2] = ["https://", "http://"];

impl RulePages {
    /// Of an address of the web that ends in `/`, or in which `{code}` stands for a rule's code.
    pub(crate) fn of(address: &str) -> Option<Self> {
        let place = SCHEMES.iter().find_map(|scheme| {
            let begins = address.get(..scheme.len())?.eq_ignore_ascii_case(scheme);
            begins.then(|| &address[scheme.len()..])
        })?;
        // What no address can hold as it is would end it early in some report.
        let is_plain = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c);
        let has_host = place.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[');
        let has_place = address.ends_with('/') || address.contains(CODE);
        let is_address = has_host && has_place && place.replace(CODE, "").chars().all(is_plain);
        is_address.then(|| Self { address: address.to_owned() })
    }

    /// As it was written.
    pub fn as_written(&self) -> &str {
        &self.address
    }

    /// The address of any rule's page: `{code}` stands for its code.
    pub fn pattern(&self) -> String {
        if self.address.contains(CODE) { self.address.clone() } else { format!("{}{CODE}.md", self.address) }
    }

    /// The address of a rule's page.
    pub fn page(&self, code: &str) -> String {
        self.pattern().replace(CODE, code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, expect: Option<&str>) {
        let page = RulePages::of(address).map(|pages| pages.page("ANO001"));
        assert_eq!(page.as_deref(), expect, "{address}");
    }

    #[test]
    fn a_folder_or_a_pattern_leads_to_a_page() {
        check("https://desk.example/rules/", Some("https://desk.example/rules/ANO001.md"));
        check("HTTP://desk.example:8080/", Some("HTTP://desk.example:8080/ANO001.md"));
        check("http://[::1]/rules/{code}.html#{code}", Some("http://[::1]/rules/ANO001.html#ANO001"));
        check("https://desk.example/?rule={code}", Some("https://desk.example/?rule=ANO001"));
        check("https://desk.example/{code}/", Some("https://desk.example/ANO001/"));
    }

    #[test]
    fn what_is_no_address_of_the_web_is_none() {
        for address in [
            "",
            "https://",
            "https:///rules/",
            "https://{code}.example/",
            "https://desk.example/rules",
            "desk.example/rules/",
            "//desk.example/",
            "file:///rules/",
            "javascript:alert(1)//",
            "ftp://desk.example/",
            "https://desk.example/a b/",
            "https://desk.example/é/",
            "https://desk.example/{name}/",
            "https://desk.example/\">/",
            "https://desk.example/\n/",
        ] {
            check(address, None);
        }
    }
}
