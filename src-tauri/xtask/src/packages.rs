//! What each task needs from the operating system: installed on Debian and Ubuntu, named exactly elsewhere.

use std::path::PathBuf;
use std::process::Command;

use crate::fault::Fault;
use crate::spawn::{find, loudly, on_path, quietly};
use crate::system::System;

/// What the packages are wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// A C compiler, for SQLite in the headless crates.
    Compile,
    /// Building and opening the desktop application.
    Desktop,
    /// Driving the built application on a virtual display and taking pictures of it.
    Journeys,
    /// Measuring the canvas in a browser.
    Browser,
}

impl Need {
    fn packages(self, system: System) -> &'static [&'static str] {
        match (self, system) {
            (Self::Compile, System::Debian | System::Ubuntu) => &["build-essential"],
            (Self::Compile, System::Fedora) => &["gcc", "gcc-c++", "make"],
            (Self::Compile, System::Arch) => &["base-devel"],
            (Self::Desktop, System::Debian | System::Ubuntu) => {
                &["pkg-config", "libwebkit2gtk-4.1-dev"]
            }
            (Self::Desktop, System::Fedora) => &["pkgconf-pkg-config", "webkit2gtk4.1-devel"],
            (Self::Desktop, System::Arch) => &["pkgconf", "webkit2gtk-4.1"],
            (Self::Journeys, System::Debian | System::Ubuntu) => {
                &["webkit2gtk-driver", "xvfb", "imagemagick", "fonts-inter"]
            }
            (Self::Journeys, System::Fedora) => &[
                "/usr/bin/WebKitWebDriver",
                "xorg-x11-server-Xvfb",
                "ImageMagick",
                "rsms-inter-fonts",
            ],
            (Self::Journeys, System::Arch) => &[
                "webkitgtk-6.0",
                "xorg-server-xvfb",
                "imagemagick",
                "inter-font",
            ],
            (Self::Browser, System::Debian | System::Fedora | System::Arch) => &["chromium"],
            (_, System::Ubuntu | System::OtherLinux | System::MacOs | System::Windows) => &[],
        }
    }

    /// Whether what the packages bring is here, asked without a package manager.
    fn is_met(self) -> bool {
        match self {
            Self::Compile => on_path("cc"),
            Self::Desktop => {
                quietly(Command::new("pkg-config").args(["--exists", "webkit2gtk-4.1"])).is_some()
            }
            Self::Journeys => ["WebKitWebDriver", "Xvfb", "import"]
                .into_iter()
                .all(on_path),
            Self::Browser => browser().is_some(),
        }
    }

    fn what(self) -> &'static str {
        match self {
            Self::Compile => "a C compiler (`cc`)",
            Self::Desktop => {
                "pkg-config and the development files of WebKitGTK 4.1 (webkit2gtk-4.1)"
            }
            Self::Journeys => "WebKitWebDriver, Xvfb and ImageMagick's `import`",
            Self::Browser => "Chromium",
        }
    }
}

/// The Chromium on the search path, under the names that distributions give it.
pub(crate) fn browser() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find_map(find)
}

/// Installs what is missing where we can (Debian, Ubuntu), otherwise says exactly what to install.
///
/// # Errors
/// When something is missing and could not be installed from here.
pub(crate) fn ensure(needs: &[Need]) -> Result<(), Fault> {
    let system = System::here();
    match system {
        System::Debian | System::Ubuntu => install(needs, system),
        System::Fedora | System::Arch | System::OtherLinux => {
            let missing: Vec<Need> = needs
                .iter()
                .copied()
                .filter(|need| !need.is_met())
                .collect();
            if missing.is_empty() {
                Ok(())
            } else {
                Err(Fault::new(advice(system, &missing)))
            }
        }
        System::MacOs => match quietly(Command::new("xcode-select").arg("-p")) {
            Some(_) => Ok(()),
            None => Err(Fault::new(
                "The Xcode command line tools are missing. Install them with\n  xcode-select --install\n\
                 and call the same command again. Nothing else is needed: WebKit is part of macOS.",
            )),
        },
        System::Windows => {
            // Rust could not have compiled this program without the C++ build tools, so only WebView2 is in doubt.
            println!(
                "On Windows, Throughline needs the WebView2 runtime, which is part of Windows 11. On Windows 10:\n  \
                 winget install --id Microsoft.EdgeWebView2Runtime"
            );
            Ok(())
        }
    }
}

fn advice(system: System, missing: &[Need]) -> String {
    let packages: Vec<&str> = missing
        .iter()
        .flat_map(|need| need.packages(system))
        .copied()
        .collect();
    let what: Vec<&str> = missing.iter().map(|need| need.what()).collect();
    let how = match system {
        System::Fedora => format!("Install it with\n  sudo dnf install {}", packages.join(" ")),
        System::Arch => format!(
            "Install it with\n  sudo pacman -S --needed {}",
            packages.join(" ")
        ),
        _ => "Install what your distribution calls these".to_owned(),
    };
    format!(
        "Missing on this machine: {}.\n{how}\nand call the same command again.",
        what.join("; ")
    )
}

/// Debian and Ubuntu: asks dpkg first, so that a machine that has everything needs neither network nor rights.
fn install(needs: &[Need], system: System) -> Result<(), Fault> {
    if system == System::Ubuntu && needs.contains(&Need::Browser) && browser().is_none() {
        return Err(Fault::new(
            "Chromium is missing; on Ubuntu it is no apt package. Install it with\n  sudo snap install chromium\n\
             and call the same command again.",
        ));
    }
    let wanted: Vec<&str> = needs
        .iter()
        .flat_map(|need| need.packages(system))
        .copied()
        .collect();
    let missing = not_installed(&wanted);
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing: {}", missing.join(" "));
    let by_hand = format!("apt-get install {}", missing.join(" "));
    let root = quietly(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if !root && !on_path("sudo") {
        return Err(Fault::new(format!(
            "Packages are missing, and neither root's rights nor sudo are here. As root, call\n  {by_hand}"
        )));
    }
    let apt = |words: &[&str]| {
        let mut command = if root {
            Command::new("env")
        } else {
            let mut sudo = Command::new("sudo");
            sudo.arg("env");
            sudo
        };
        // By `env`, because sudo does not pass our own environment on.
        command
            .args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
            .args(words);
        command
    };
    loudly(&mut apt(&["update"]))?;
    let mut words = vec!["install", "--yes", "--no-install-recommends"];
    words.extend(&missing);
    loudly(&mut apt(&words)).map_err(|fault| {
        Fault::new(format!(
            "{fault}\nThe packages could not be installed. Needed: {by_hand}"
        ))
    })
}

fn not_installed<'a>(wanted: &[&'a str]) -> Vec<&'a str> {
    // dpkg-query ends with 1 as soon as one package is unknown, and still lists the others: read, don't judge.
    let listed = Command::new("dpkg-query")
        .args(["--show", "--showformat=${Package} ${db:Status-Status}\n"])
        .args(wanted)
        .output()
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    wanted
        .iter()
        .copied()
        .filter(|name| {
            !listed
                .lines()
                .any(|line| line == format!("{name} installed"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Need, advice};
    use crate::system::System;

    const NEEDS: [Need; 3] = [Need::Compile, Need::Desktop, Need::Journeys];

    #[test]
    fn fedora_and_arch_get_one_line_to_copy() {
        assert!(
            advice(System::Fedora, &[Need::Desktop])
                .contains("dnf install pkgconf-pkg-config webkit2gtk4.1-devel")
        );
        assert!(advice(System::Arch, &[Need::Compile]).contains("pacman -S --needed base-devel"));
    }

    #[test]
    fn an_unknown_linux_is_told_what_is_missing_by_what_it_is() {
        let text = advice(System::OtherLinux, &NEEDS);
        assert!(NEEDS.iter().all(|need| text.contains(need.what())));
    }

    #[test]
    fn every_need_names_packages_on_each_distribution_we_know() {
        for system in [System::Debian, System::Ubuntu, System::Fedora, System::Arch] {
            assert!(NEEDS.iter().all(|need| !need.packages(system).is_empty()));
        }
    }
}
