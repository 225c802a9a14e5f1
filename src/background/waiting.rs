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

/// What waits for one worker.
#[derive(Debug, Default)]
pub struct Waiting {
    state: State,
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
        if let Some(index) = self.answers.iter().position(|(waiting, _)| *waiting == id) {
            let (_, sender) = self.answers.swap_remove(index);
            // Who has gone meanwhile needs no answer.
            let _ = sender.send(result);
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
