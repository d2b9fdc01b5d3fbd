//! How the page is drawn on Linux, decided before GTK starts, because WebKitGTK reads it only then.
//!
//! The default path of WebKitGTK hands over pictures through the graphics card. Without one it falls to a few
//! frames a second, and with NVIDIA's own driver it may show nothing. A user's own setting always wins. A
//! variable cannot be set safely inside a running program, so the program starts itself again with it.

use serde::{Deserialize, Serialize};
use specta::Type;

/// The switch for a screen that stays white or flickers.
pub(crate) const SWITCH: &str = "--safe-rendering";

/// Which way the page is drawn; shown in About.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Rendering {
    /// The system's own way, nothing was changed.
    Usual,
    /// The user's environment decides.
    User,
    /// No graphics card: pictures are handed over in main memory.
    Software,
    /// NVIDIA's driver: pictures are handed over in shared memory.
    SharedMemory,
    /// Asked for by the switch.
    Safe,
}

#[cfg(target_os = "linux")]
pub(crate) use linux::settle;

/// Other systems have one way only.
#[cfg(not(target_os = "linux"))]
pub fn settle() -> Rendering {
    Rendering::Usual
}

/// Without a display GTK would end the program with a fault instead of a sentence.
pub(crate) fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY", "GDK_BACKEND"]
            .into_iter()
            .any(set)
}

#[cfg(target_os = "linux")]
mod linux {
    use super::{Rendering, SWITCH};
    use std::env;
    use std::ffi::OsStr;
    use std::fs;
    use std::os::unix::process::CommandExt;
    use std::path::Path;
    use std::process::Command;

    const NO_DMABUF: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    const FORCE_SHM: &str = "WEBKIT_DMABUF_RENDERER_FORCE_SHM";
    const NO_COMPOSITING: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";
    /// Tells the restarted program what was decided, and that it must not restart again.
    const DECIDED: &str = "THROUGHLINE_RENDERING";

    /// What the choice rests on.
    #[derive(Debug, Clone, Copy, Default)]
    pub(super) struct Machine {
        /// The user has set one of WebKit's variables.
        pub(super) user: bool,
        pub(super) switch: bool,
        /// There is a device to draw with.
        pub(super) render_node: bool,
        /// OpenGL is told to draw without the device.
        pub(super) software: bool,
        pub(super) nvidia: bool,
    }

    impl Machine {
        fn look() -> Self {
            let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
            Self {
                user: [NO_DMABUF, FORCE_SHM, NO_COMPOSITING].into_iter().any(set),
                switch: env::args_os().any(|argument| argument == SWITCH),
                render_node: render_node(Path::new("/dev/dri")),
                software: env::var_os("LIBGL_ALWAYS_SOFTWARE").is_some_and(|value| value != "0"),
                nvidia: Path::new("/proc/driver/nvidia/version").exists(),
            }
        }
    }

    fn render_node(folder: &Path) -> bool {
        fs::read_dir(folder).is_ok_and(|entries| {
            entries
                .flatten()
                .any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
        })
    }

    pub(super) fn choose(machine: Machine) -> Rendering {
        if machine.switch {
            Rendering::Safe
        } else if machine.user {
            Rendering::User
        } else if machine.software || !machine.render_node {
            Rendering::Software
        } else if machine.nvidia {
            Rendering::SharedMemory
        } else {
            Rendering::Usual
        }
    }

    pub(super) fn variables(rendering: Rendering) -> &'static [&'static str] {
        match rendering {
            Rendering::Usual | Rendering::User => &[],
            Rendering::Software => &[NO_DMABUF],
            Rendering::SharedMemory => &[FORCE_SHM],
            Rendering::Safe => &[NO_DMABUF, NO_COMPOSITING],
        }
    }

    fn name(rendering: Rendering) -> &'static str {
        match rendering {
            Rendering::Usual => "usual",
            Rendering::User => "user",
            Rendering::Software => "software",
            Rendering::SharedMemory => "shared_memory",
            Rendering::Safe => "safe",
        }
    }

    fn decided(said: Option<&OsStr>) -> Option<Rendering> {
        let said = said?.to_str()?;
        [
            Rendering::Software,
            Rendering::SharedMemory,
            Rendering::Safe,
        ]
        .into_iter()
        .find(|rendering| name(*rendering) == said)
    }

    /// Chooses the way and, where it needs a variable, replaces this process by itself with the variable set.
    /// Returns the way that holds. If the system refuses the restart, the usual way is taken.
    #[must_use]
    pub(crate) fn settle() -> Rendering {
        if let Some(rendering) = decided(env::var_os(DECIDED).as_deref()) {
            return rendering;
        }
        let rendering = choose(Machine::look());
        let variables = variables(rendering);
        if variables.is_empty() {
            return rendering;
        }
        if let Ok(program) = env::current_exe() {
            // `exec` keeps the process id and returns only when it failed.
            let _refused = Command::new(program)
                .args(env::args_os().skip(1))
                .envs(variables.iter().map(|name| (*name, "1")))
                .env(DECIDED, name(rendering))
                .exec();
        }
        Rendering::Usual
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        const CARD: Machine = Machine {
            user: false,
            switch: false,
            render_node: true,
            software: false,
            nvidia: false,
        };

        #[test]
        fn a_usual_machine_is_left_alone() {
            assert_eq!(choose(CARD), Rendering::Usual);
            assert!(variables(Rendering::Usual).is_empty());
        }

        #[test]
        fn without_a_graphics_card_pictures_go_through_main_memory() {
            assert_eq!(
                choose(Machine {
                    render_node: false,
                    ..CARD
                }),
                Rendering::Software
            );
            assert_eq!(
                choose(Machine {
                    software: true,
                    ..CARD
                }),
                Rendering::Software
            );
            assert_eq!(variables(Rendering::Software), [NO_DMABUF]);
        }

        #[test]
        fn the_driver_of_nvidia_gets_shared_memory() {
            assert_eq!(
                choose(Machine {
                    nvidia: true,
                    ..CARD
                }),
                Rendering::SharedMemory
            );
            assert_eq!(variables(Rendering::SharedMemory), [FORCE_SHM]);
        }

        #[test]
        fn a_setting_of_the_user_wins_over_what_the_machine_suggests() {
            let machine = Machine {
                user: true,
                render_node: false,
                nvidia: true,
                ..CARD
            };
            assert_eq!(choose(machine), Rendering::User);
        }

        #[test]
        fn the_switch_wins_because_it_was_given_for_this_start() {
            assert_eq!(
                choose(Machine {
                    user: true,
                    switch: true,
                    ..CARD
                }),
                Rendering::Safe
            );
        }

        #[test]
        fn the_restarted_program_knows_what_was_decided_and_does_not_restart() {
            for rendering in [
                Rendering::Software,
                Rendering::SharedMemory,
                Rendering::Safe,
            ] {
                assert_eq!(decided(Some(OsStr::new(name(rendering)))), Some(rendering));
            }
            assert_eq!(decided(Some(OsStr::new("usual"))), None);
            assert_eq!(decided(Some(OsStr::new("anything"))), None);
            assert_eq!(decided(None), None);
        }
    }
}
