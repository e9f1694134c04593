//! Work on many threads, taken in the order in which it was given.
//!
//! Each piece of work gets a slot for its result, and the slots stand in a queue in the order of the work. The queue is
//! short, so that no more than a few pieces a thread are under way, however slow the first of them is.

use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Calls `work` on everything that `feed` gives, on `jobs` threads, and `take` on every result, in order, on this thread.
///
/// Ends at `take`'s first error; `feed` is then told to stop.
pub(crate) fn ordered<T: Send, R: Send, E>(
    jobs: usize,
    feed: impl FnOnce(&mut dyn FnMut(T) -> ControlFlow<()>) + Send,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let (give, given) = sync_channel::<(T, SyncSender<R>)>(jobs);
    let (queue, slots) = sync_channel::<Receiver<R>>(jobs * 2);
    let given = Mutex::new(given);
    let next = || given.lock().unwrap_or_else(PoisonError::into_inner).recv();
    thread::scope(|scope| {
        scope.spawn(move || {
            feed(&mut |piece| {
                let (fill, slot) = sync_channel(1);
                let wanted = queue.send(slot).is_ok() && give.send((piece, fill)).is_ok();
                if wanted { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            });
        });
        for _ in 0..jobs {
            // As deep a stack as the main thread has: what reads web pages was made for that one.
            let worker = thread::Builder::new().stack_size(8 << 20);
            let body = || {
                while let Ok((piece, fill)) = next() {
                    // Nobody takes it any more once `take` has failed.
                    let _ = fill.send(work(piece));
                }
            };
            worker.spawn_scoped(scope, body).expect("a thread can be started");
        }
        for slot in slots {
            take(slot.recv().expect("every piece is worked on"))?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    fn check(jobs: usize, pieces: usize, stop_after: usize) {
        let given = AtomicUsize::new(0);
        let mut taken = Vec::new();
        let ended = ordered(
            jobs,
            |give| {
                for n in 0..pieces {
                    if give(n).is_break() {
                        break;
                    }
                    given.fetch_add(1, Ordering::SeqCst);
                }
            },
            |n| {
                // The first of every seven is the slowest.
                thread::sleep(Duration::from_millis(if n % 7 == 0 { 3 } else { 0 }));
                n * 10
            },
            |result| {
                if taken.len() == stop_after {
                    return Err("enough");
                }
                taken.push(result);
                Ok(())
            },
        );
        let expect = pieces.min(stop_after);
        assert_eq!(taken, (0..expect).map(|n| n * 10).collect::<Vec<_>>());
        assert_eq!(ended, if pieces > stop_after { Err("enough") } else { Ok(()) });
        // Taken, in the queue, in the hands of the taker and of the feeder.
        assert!(given.load(Ordering::SeqCst) <= expect + jobs * 2 + 2);
    }

    #[test]
    fn results_come_in_order_and_little_is_under_way() {
        for jobs in [1, 2, 5] {
            for pieces in [0, 1, 60] {
                check(jobs, pieces, usize::MAX);
                check(jobs, pieces, 12);
            }
        }
    }
}
