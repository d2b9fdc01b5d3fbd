//! Journeys on the built application: what a person does from the first start to a diagnosis, through the real
//! window, the real file and the real database. `cargo xtask test` builds the application and starts them.
//!
//! Elements are found by `data-testid`, never by words or places. The journeys rely on these:
//!
//! | where | ids |
//! |---|---|
//! | first screen | `start-drop`, `start-sample`, `start-new` |
//! | import | `import-sheet`, `import-header-row`, `import-role-N`, `import-problems`, `import-counts`, `import-confirm` |
//! | canvas | `canvas`, `canvas-mirror`, `card-ID`, `add-KIND`, `link-mechanism`, `toggle-outline`, `outline-panel`, `carried` |
//! | canvases | `canvas-switch`, `menu-new-canvas`, `gallery`, `kind-KIND`, `canvas-make`, `chart`, `canvas-empty` |
//! | frames | `frame-draft`, `presentation`, `present-said` |
//! | picture | `menu-picture`, `picture`, `picture-save` |
//! | findings | `toggle-findings`, `findings-panel`, `finding-KEY` |
//! | outline | rows `outline-ID` |
//! | table | `nav-table`, `table`, rows by `data-row`, cells by `data-column` |
//! | inspector | `element-menu`, `menu-merge`, `merge-find`, `ask-act` |
//! | frame | `undo`, `redo`, `palette`, `palette-field`, `menu`, `menu-ENTRY` |
//!
//! Each journey has its own display, driver, port and folder, so they may run side by side. Pictures are kept in
//! `target/e2e/JOURNEY/`; the one named `failed` was taken at the moment of a failure.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a journey that cannot go on has failed, and says where its pictures are"
)]
#![cfg(target_os = "linux")]

mod bulk_edit;
mod canvases;
mod diagnosis;
mod dragging;
mod driver;
mod duplicates;
mod first_start;
mod http;
mod killed;
mod page;
mod presenting;
mod stage;
mod two_windows;
