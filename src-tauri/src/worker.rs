//! One thread owns the desk and does one thing after another: no lock, no pool, no interleaving.
//!
//! A command sends a closure and awaits its answer. Nothing else may reach the workspace.

use crate::desk::Desk;
use crate::error::{Answer, Failure};
use portfolio::error::Words;
use portfolio::model::Lang;
use portfolio::{Code, Error, Result};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

type Job = Box<dyn FnOnce(&mut Desk) + Send>;

/// How long the thread looks at nothing but its jobs.
const ROUND: Duration = Duration::from_secs(2);

/// The way to the thread. It ends, and puts the portfolio away, when the last of these is dropped.
#[derive(Debug, Clone)]
pub struct Worker {
    jobs: Sender<Job>,
}

impl Worker {
    /// Starts the thread on a desk. Every two seconds, between two jobs, it makes its round.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(
        mut desk: Desk,
        mut round: impl FnMut(&mut Desk) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (jobs, queue) = channel::<Job>();
        // A fault of ours must not take the application down: the portfolio, whose mirror may be half changed, is
        // put away as it is on disk, and whoever waits is told.
        let mut safely = move |job: &mut dyn FnMut(&mut Desk)| {
            if catch_unwind(AssertUnwindSafe(|| job(&mut desk))).is_err() {
                let _ = desk.close();
            }
        };
        thread::Builder::new()
            .name("workspace".to_owned())
            .spawn(move || {
                let mut next = Instant::now() + ROUND;
                loop {
                    match queue.recv_timeout(next.saturating_duration_since(Instant::now())) {
                        Ok(job) => {
                            let mut job = Some(job);
                            safely(&mut |desk| {
                                if let Some(job) = job.take() {
                                    job(desk);
                                }
                            });
                        }
                        Err(RecvTimeoutError::Timeout) => {
                            safely(&mut round);
                            next = Instant::now() + ROUND;
                        }
                        Err(RecvTimeoutError::Disconnected) => break,
                    }
                }
            })?;
        Ok(Self { jobs })
    }

    /// Does a job on the desk; a refusal is told in the language of the desk.
    ///
    /// # Errors
    /// The refusal of the job, or `Internal` when it met a fault of ours.
    pub async fn ask<T, F>(&self, job: F) -> Answer<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Desk) -> Result<T> + Send + 'static,
    {
        let (answer, wait) = oneshot::channel();
        self.send(Box::new(move |desk| {
            let outcome = job(desk).map_err(|error| Failure::told(&error, desk.lang()));
            // The window may be gone by now; then nobody waits for the answer.
            let _ = answer.send(outcome);
        }))?;
        wait.await.map_err(|_| stopped())?
    }

    /// Does a job that nobody waits for.
    pub fn post(&self, job: impl FnOnce(&mut Desk) + Send + 'static) {
        // A thread that has ended tells so to whoever asks next.
        let _ = self.send(Box::new(job));
    }

    /// Puts the portfolio away and waits until its file is closed. For the end of the program, outside the
    /// asynchronous runtime.
    pub fn finish(&self) {
        let (answer, wait) = oneshot::channel();
        let sent = self.send(Box::new(move |desk| {
            let _ = desk.close();
            let _ = answer.send(());
        }));
        if sent.is_ok() {
            let _ = wait.blocking_recv();
        }
    }

    fn send(&self, job: Job) -> Answer<()> {
        self.jobs.send(job).map_err(|_| stopped())
    }
}

/// A job ended by a fault of ours. What was saved is safe: every step is written before it is answered.
fn stopped() -> Failure {
    let error = Error::new(
        Code::Internal,
        Words::new(
            "Throughline met a fault of its own and closed this portfolio. Every step up to the last one is saved.",
            "Throughline a rencontré une erreur interne et a fermé ce portefeuille. Tout est enregistré jusqu’à la dernière étape.",
        ),
        Words::new(
            "Open the file again. If it happens again, report what you were doing.",
            "Rouvrez le fichier. Si cela se reproduit, signalez ce que vous faisiez.",
        ),
    );
    Failure::told(&error, Lang::default())
}
