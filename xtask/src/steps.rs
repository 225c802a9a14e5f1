//! The steps of a command: which of how many, how long each took, and about how much is left.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::process::heading;
use crate::{files, paths};

/// A step of a command, and how long it takes on two cores when nothing is there yet.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    pub title: &'static str,
    pub seconds: u64,
}

/// The plan of a command, and what is done of it.
pub struct Steps {
    plan: Vec<Step>,
    done: Vec<(&'static str, Duration)>,
    /// Seconds that each step took when it was last taken in this clone.
    usual: BTreeMap<String, u64>,
}

impl Steps {
    pub fn new(plan: Vec<Step>) -> Self {
        let usual = files::read(&record()).ok();
        let usual = usual.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self { plan, done: Vec::new(), usual: usual.unwrap_or_default() }
    }

    /// Takes the next step of the plan, which `step` must be.
    pub fn take<T>(
        &mut self,
        step: Step,
        job: impl FnOnce() -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let (at, all) = (self.done.len(), self.plan.len());
        let planned = self.plan.get(at).map(|next| next.title);
        anyhow::ensure!(planned == Some(step.title), "\"{}\" is not the next step", step.title);
        let left: u64 = self.plan[at..].iter().map(|step| self.usual_seconds(*step)).sum();
        let left = short(Duration::from_secs(left));
        heading(&format!("{} of {all}: {} (about {left} left)", at + 1, step.title));
        let begun = Instant::now();
        let result = job()?;
        let took = begun.elapsed();
        println!("   took {}", short(took));
        self.done.push((step.title, took));
        self.usual.insert(step.title.to_owned(), took.as_secs());
        // The record only serves the guess of what is left.
        let _ = serde_json::to_vec(&self.usual).map(|text| fs::write(record(), text));
        Ok(result)
    }

    /// What took how long.
    pub fn table(&self) {
        heading("What took how long");
        for (title, took) in &self.done {
            println!("   {title:<54} {:>12}", short(*took));
        }
        let all = self.done.iter().map(|(_, took)| *took).sum();
        println!("   {:<54} {:>12}", "together", short(all));
    }

    fn usual_seconds(&self, step: Step) -> u64 {
        self.usual.get(step.title).copied().unwrap_or(step.seconds)
    }
}

fn record() -> PathBuf {
    paths::made().join("seconds.json")
}

/// `8 s`, `2 min 5 s`.
pub fn short(time: Duration) -> String {
    let seconds = (time.as_millis() + 500) / 1000;
    if seconds < 60 {
        return format!("{seconds} s");
    }
    format!("{} min {} s", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Step, Steps, short};

    #[test]
    fn times_are_said_in_minutes_and_seconds() {
        assert_eq!(short(Duration::from_millis(499)), "0 s");
        assert_eq!(short(Duration::from_secs(59)), "59 s");
        assert_eq!(short(Duration::from_secs(125)), "2 min 5 s");
    }

    #[test]
    fn steps_are_taken_in_the_order_of_the_plan() {
        let step = |title| Step { title, seconds: 1 };
        let mut steps = Steps::new(vec![step("first of a test"), step("second of a test")]);
        assert!(steps.take(step("second of a test"), || Ok(())).is_err());
        assert!(steps.take(step("first of a test"), || anyhow::bail!("no")).is_err() as bool);
        assert_eq!(steps.done.len(), 0);
    }
}
