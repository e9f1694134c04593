//! The same done to many things at once, on as many threads as there are processors: reading sentences and comparing words takes nearly
//! all of the time of a trace, and no two of them wait for each other.

use std::panic::resume_unwind;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, available_parallelism, scope};

/// More threads than this gain nothing for some dozens of things.
const MOST_THREADS: usize = 8;

static THREADS: LazyLock<usize> = LazyLock::new(|| available_parallelism().map_or(1, usize::from).min(MOST_THREADS));

/// What comes of each, in the order in which they stand, whatever the number of threads. Where no thread is to be had, this one does all.
pub fn side_by_side<T: Sync, R: Send>(all: &[T], of: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(one) = all.get(at) else { return done };
            done.push((at, of(one)));
        }
    };
    let mut done = scope(|scope| {
        let helpers = (1..(*THREADS).min(all.len())).map_while(|_| Builder::new().spawn_scoped(scope, work).ok());
        let helpers: Vec<_> = helpers.collect();
        let mut done = work();
        for helper in helpers {
            done.extend(helper.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, one)| one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_out_stands_in_the_order_of_what_went_in() {
        for count in [0_u64, 1, 2, 7, 1000] {
            let all: Vec<u64> = (0..count).collect();
            assert_eq!(side_by_side(&all, |one| one * 3), all.iter().map(|one| one * 3).collect::<Vec<_>>());
        }
    }

    #[test]
    #[should_panic(expected = "the fifth")]
    fn a_panic_is_not_swallowed() {
        side_by_side(&[1, 2, 3, 4, 5, 6], |one| assert_ne!(*one, 5, "the fifth"));
    }
}
