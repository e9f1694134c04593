//! The same done to many things at once, on as many threads as there are processors: reading sentences and comparing words takes nearly
//! all of the time of a trace, and no two of them wait for each other.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::sync::{LazyLock, Mutex, PoisonError};
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
    gathered(all.len(), || {}, work)
}

/// As [`side_by_side`], of what is fetched on this thread, one after the other: while the next is fetched, others work on what is there.
pub fn as_they_come<T: Send, R: Send>(all: impl Iterator<Item = T>, of: impl Fn(T) -> R + Sync) -> Vec<R> {
    let (send, receive) = channel();
    let receive = Mutex::new(receive);
    let next = || receive.lock().unwrap_or_else(PoisonError::into_inner).recv();
    let work = || {
        let mut done = Vec::new();
        while let Ok((at, one)) = next() {
            done.push((at, of(one)));
        }
        done
    };
    let most = all.size_hint().1.unwrap_or(usize::MAX);
    // Nobody stops receiving before the last was sent.
    gathered(most, move || all.enumerate().for_each(|one| drop(send.send(one))), work)
}

/// What several threads make of at most `most` things, in order; this thread works with them once it has done what it does meanwhile.
fn gathered<R: Send>(most: usize, meanwhile: impl FnOnce(), work: impl Fn() -> Vec<(usize, R)> + Sync) -> Vec<R> {
    let mut done = scope(|scope| {
        let helpers = (1..(*THREADS).min(most)).map_while(|_| Builder::new().spawn_scoped(scope, &work).ok());
        let helpers: Vec<_> = helpers.collect();
        meanwhile();
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
            let thrice: Vec<u64> = all.iter().map(|one| one * 3).collect();
            assert_eq!(side_by_side(&all, |one| one * 3), thrice);
            assert_eq!(as_they_come(all.into_iter(), |one| one * 3), thrice);
        }
    }

    #[test]
    #[should_panic(expected = "the fifth")]
    fn a_panic_is_not_swallowed() {
        side_by_side(&[1, 2, 3, 4, 5, 6], |one| assert_ne!(*one, 5, "the fifth"));
    }
}
