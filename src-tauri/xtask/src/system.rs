//! Which operating system this is, as far as installing packages goes.

use std::path::Path;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum System {
    Debian,
    /// Like Debian, but its `chromium` is not an apt package.
    Ubuntu,
    Fedora,
    Arch,
    /// A Linux whose package names we do not know.
    OtherLinux,
    MacOs,
    Windows,
}

impl System {
    pub(crate) fn here() -> Self {
        if cfg!(target_os = "macos") {
            Self::MacOs
        } else if cfg!(windows) {
            Self::Windows
        } else {
            let text = std::fs::read_to_string(Path::new("/etc/os-release")).unwrap_or_default();
            Self::of_release(&text)
        }
    }

    /// Reads `ID` and `ID_LIKE` of an os-release file; what a system is comes before what it is like.
    fn of_release(text: &str) -> Self {
        let value = |key: &str| {
            text.lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix('='))
                .map(|value| value.trim_matches('"'))
                .unwrap_or_default()
        };
        [value("ID"), value("ID_LIKE")]
            .into_iter()
            .flat_map(str::split_whitespace)
            .find_map(|name| match name {
                "ubuntu" => Some(Self::Ubuntu),
                "debian" => Some(Self::Debian),
                "fedora" | "rhel" => Some(Self::Fedora),
                "arch" => Some(Self::Arch),
                _ => None,
            })
            .unwrap_or(Self::OtherLinux)
    }

    pub(crate) fn is_linux(self) -> bool {
        !matches!(self, Self::MacOs | Self::Windows)
    }

    /// Whether a window can be opened. Only on Linux is that in doubt.
    pub(crate) fn has_display(self) -> bool {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        !self.is_linux() || set("DISPLAY") || set("WAYLAND_DISPLAY")
    }
}

#[cfg(test)]
mod tests {
    use super::System;

    #[test]
    fn a_derived_system_is_taken_for_what_it_is_like() {
        let mint = "NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n";
        assert_eq!(System::of_release(mint), System::Ubuntu);
        assert_eq!(System::of_release("ID=debian\n"), System::Debian);
        assert_eq!(
            System::of_release("ID=nobara\nID_LIKE=\"rhel fedora\"\n"),
            System::Fedora
        );
        assert_eq!(
            System::of_release("ID=manjaro\nID_LIKE=arch\n"),
            System::Arch
        );
    }

    #[test]
    fn an_unknown_system_stays_unknown() {
        assert_eq!(System::of_release("ID=nixos\n"), System::OtherLinux);
        assert_eq!(System::of_release(""), System::OtherLinux);
    }
}
