//! Which addresses are no public ones. A page that names one could make the reader fetch from the inside of a network that
//! the page's writer cannot reach.
//!
//! By the IANA registries of special-purpose addresses (RFC 6890 and those after it). Of IPv6 only global unicast is public; where
//! an address of it carries one of IPv4, that one decides.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Blocks of IPv4 that are not public: first address and length of the prefix.
const BLOCKS_4: &[([u8; 4], u32)] = &[
    ([0, 0, 0, 0], 8),       // this network
    ([10, 0, 0, 0], 8),      // private
    ([100, 64, 0, 0], 10),   // carriers' shared space
    ([127, 0, 0, 0], 8),     // loopback
    ([169, 254, 0, 0], 16),  // link-local; clouds' metadata
    ([172, 16, 0, 0], 12),   // private
    ([192, 0, 0, 0], 24),    // protocol assignments
    ([192, 0, 2, 0], 24),    // documentation
    ([192, 88, 99, 0], 24),  // relays of 6to4
    ([192, 168, 0, 0], 16),  // private
    ([198, 18, 0, 0], 15),   // benchmarks
    ([198, 51, 100, 0], 24), // documentation
    ([203, 0, 113, 0], 24),  // documentation
    ([224, 0, 0, 0], 4),     // multicast
    ([240, 0, 0, 0], 4),     // reserved, broadcast
];

/// Blocks of global unicast, `2000::/3`, that are not public.
const BLOCKS_6: &[([u16; 8], u32)] = &[
    ([0x2001, 0, 0, 0, 0, 0, 0, 0], 23),     // protocol assignments, Teredo
    ([0x2001, 0xdb8, 0, 0, 0, 0, 0, 0], 32), // documentation
    ([0x3fff, 0, 0, 0, 0, 0, 0, 0], 20),     // documentation
];

/// Whether an address is not one of the public internet: loopback, private, link-local, shared, multicast, unspecified,
/// reserved, for documentation, or one that carries such an address of IPv4.
pub fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_private_4(ip),
        IpAddr::V6(ip) => is_private_6(ip),
    }
}

fn is_private_4(ip: Ipv4Addr) -> bool {
    BLOCKS_4.iter().any(|(first, prefix)| (ip.to_bits() ^ Ipv4Addr::from(*first).to_bits()) >> (32 - prefix) == 0)
}

fn is_private_6(ip: Ipv6Addr) -> bool {
    let bits = ip.to_bits();
    let carried = |shift: u32| is_private_4(Ipv4Addr::from_bits((bits >> shift) as u32));
    match ip.segments() {
        // Mapped, and translated by NAT64 (RFC 6052).
        [0, 0, 0, 0, 0, 0xffff, ..] | [0x64, 0xff9b, 0, 0, 0, 0, ..] => carried(0),
        // 6to4.
        [0x2002, ..] => carried(80),
        [first, ..] if first & 0xe000 != 0x2000 => true,
        _ => BLOCKS_6.iter().any(|(first, prefix)| (bits ^ Ipv6Addr::from(*first).to_bits()) >> (128 - prefix) == 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(addresses: &[&str], expect: bool) {
        for address in addresses {
            assert_eq!(is_private(address.parse().unwrap()), expect, "{address}");
        }
    }

    #[test]
    fn what_is_not_public_is_private() {
        check(
            &["0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1"],
            true,
        );
        check(&["127.8.8.8", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.168.1.1"], true);
        check(&["192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1"], true);
        check(&["239.255.255.255", "240.0.0.1", "255.255.255.255", "192.88.99.1"], true);
        check(&["::", "::1", "::7f00:1", "fc00::1", "fd12:3456::1", "fe80::1", "febf::1", "fec0::1", "ff02::1"], true);
        check(&["100::1", "2001:db8::1", "2001::1", "2001:2::1", "3fff::1", "64:ff9b:1::a00:1", "5f00::1"], true);
    }

    #[test]
    fn an_address_inside_another_decides() {
        check(&["::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::192.168.0.1", "2002:7f00:1::", "2002:a00:1::1"], true);
        check(&["::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1"], false);
    }

    #[test]
    fn the_neighbours_of_private_blocks_are_public() {
        check(&["1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255"], false);
        check(&["128.0.0.1", "169.253.1.1", "172.15.255.255", "172.32.0.0", "192.167.1.1", "192.169.0.1"], false);
        check(
            &["198.17.0.1", "198.20.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "2001:200::1"],
            false,
        );
    }
}
