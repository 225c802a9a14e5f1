//! The requests that wait for the worker to be ready, and those that wait for their answer.

use futures::channel::oneshot::{self, Receiver, Sender};

use crate::background::protocol::{BackgroundError, Response};

/// What comes of a request. Cancelled when the worker breaks.
pub type Answer = Receiver<Result<Response, BackgroundError>>;

/// How it stands with the worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// It is being loaded.
    #[default]
    Starting,
    /// It listens.
    Ready,
    /// It could not be loaded, or broke at work.
    Broken,
}

/// How often the clock ticks while a worker lives, in milliseconds.
pub const TICK_MS: u32 = 5_000;

/// So many ticks without a word from a worker that is waited for, two minutes, and it counts as
/// broken. Ticks are counted rather than the time: both sides stand still while a phone rests.
const MOST_TICKS: u32 = 24;

/// What waits for one worker.
#[derive(Debug, Default)]
pub struct Waiting {
    state: State,
    /// Ticks since the worker last said something, as long as something waits.
    silent_ticks: u32,
    start: Vec<Sender<()>>,
    last_id: u32,
    answers: Vec<(u32, Sender<Result<Response, BackgroundError>>)>,
}

impl Waiting {
    /// How it stands with the worker.
    pub fn state(&self) -> State {
        self.state
    }

    /// Resolves once the worker is ready; cancelled when it cannot be loaded.
    pub fn until_ready(&mut self) -> Receiver<()> {
        let (sender, receiver) = oneshot::channel();
        match self.state {
            State::Starting => self.start.push(sender),
            // Nobody but the receiver below can have gone.
            State::Ready => _ = sender.send(()),
            State::Broken => {}
        }
        receiver
    }

    /// The worker listens now.
    pub fn begin(&mut self) {
        self.state = State::Ready;
        self.silent_ticks = 0;
        for sender in self.start.drain(..) {
            // Who has gone meanwhile needs no worker.
            let _ = sender.send(());
        }
    }

    /// A number for a request, and what will come of it.
    pub fn enter(&mut self) -> (u32, Answer) {
        let (sender, receiver) = oneshot::channel();
        self.last_id = self.last_id.wrapping_add(1);
        if self.state == State::Ready {
            self.answers.push((self.last_id, sender));
        }
        (self.last_id, receiver)
    }

    /// The answer of a request is here.
    pub fn answer(&mut self, id: u32, result: Result<Response, BackgroundError>) {
        self.silent_ticks = 0;
        if let Some(index) = self.answers.iter().position(|(waiting, _)| *waiting == id) {
            let (_, sender) = self.answers.swap_remove(index);
            // Who has gone meanwhile needs no answer.
            let _ = sender.send(result);
        }
    }

    /// Time passed: [`TICK_MS`]. A worker that was silent for too long is given up.
    pub fn tick(&mut self) {
        if self.start.is_empty() && self.answers.is_empty() {
            self.silent_ticks = 0;
            return;
        }
        self.silent_ticks += 1;
        if self.silent_ticks >= MOST_TICKS {
            self.break_off();
        }
    }

    /// Nothing will come any more.
    pub fn break_off(&mut self) {
        self.state = State::Broken;
        self.start.clear();
        self.answers.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now(answer: &mut Answer) -> Option<Result<Response, BackgroundError>> {
        answer.try_recv().expect("not cancelled")
    }

    #[test]
    fn requests_wait_for_the_start_and_then_each_for_its_own_answer() {
        let mut waiting = Waiting::default();
        let mut ready = waiting.until_ready();
        assert_eq!(ready.try_recv(), Ok(None));
        waiting.begin();
        assert_eq!(ready.try_recv(), Ok(Some(())));
        assert_eq!(waiting.until_ready().try_recv(), Ok(Some(())));
        let (first, mut first_answer) = waiting.enter();
        let (second, mut second_answer) = waiting.enter();
        waiting.answer(second, Err(BackgroundError::Frame));
        assert_eq!(now(&mut first_answer), None);
        assert_eq!(now(&mut second_answer), Some(Err(BackgroundError::Frame)));
        waiting.answer(first, Ok(Response::Done));
        assert_eq!(now(&mut first_answer), Some(Ok(Response::Done)));
        // Nobody asked for it.
        waiting.answer(70, Ok(Response::Done));
    }

    fn ticks(waiting: &mut Waiting, count: u32) -> State {
        for _ in 0..count {
            waiting.tick();
        }
        waiting.state()
    }

    #[test]
    fn a_worker_that_never_starts_is_given_up() {
        let mut waiting = Waiting::default();
        // Nobody waits: it may take its time.
        assert_eq!(ticks(&mut waiting, 100), State::Starting);
        let mut ready = waiting.until_ready();
        assert_eq!(ticks(&mut waiting, 23), State::Starting);
        assert_eq!(ready.try_recv(), Ok(None));
        assert_eq!(ticks(&mut waiting, 1), State::Broken);
        assert!(ready.try_recv().is_err());
    }

    #[test]
    fn a_worker_that_says_nothing_is_given_up_and_one_that_is_slow_is_not() {
        let mut waiting = Waiting::default();
        waiting.begin();
        assert_eq!(ticks(&mut waiting, 100), State::Ready);
        let (first, _first_answer) = waiting.enter();
        let (_, mut second_answer) = waiting.enter();
        assert_eq!(ticks(&mut waiting, 23), State::Ready);
        waiting.answer(first, Ok(Response::Done));
        assert_eq!(ticks(&mut waiting, 23), State::Ready);
        assert_eq!(now(&mut second_answer), None);
        assert_eq!(ticks(&mut waiting, 1), State::Broken);
        assert!(second_answer.try_recv().is_err());
    }

    #[test]
    fn a_worker_that_breaks_leaves_nobody_waiting() {
        let mut waiting = Waiting::default();
        let mut ready = waiting.until_ready();
        waiting.break_off();
        assert!(ready.try_recv().is_err());
        let mut waiting = Waiting::default();
        waiting.begin();
        let (_, mut answer) = waiting.enter();
        waiting.break_off();
        assert_eq!(waiting.state(), State::Broken);
        assert!(answer.try_recv().is_err() && waiting.until_ready().try_recv().is_err());
        assert!(waiting.enter().1.try_recv().is_err());
    }
}
