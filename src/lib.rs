//! Askelma: the app.
