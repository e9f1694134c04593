//! Where things are: the project's root, what cargo builds, the interpreter that the peer runs in.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, bail};
use serde_json::Value;

/// The project's root.
pub(crate) fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("xtask"), PathBuf::from);
    here.parent().map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// Where builds go.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// `cargo`, as the one that runs this, in the project's root.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

/// Runs `cargo build …` and gives the path of the one program that it made.
pub(crate) fn build(cargo: &mut Command) -> anyhow::Result<PathBuf> {
    let made = cargo.arg("--message-format=json-render-diagnostics").stderr(Stdio::inherit()).output()?;
    if !made.status.success() {
        bail!("the build failed: see above");
    }
    let messages = String::from_utf8(made.stdout)?;
    let mut programs = messages.lines().filter_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        message["executable"].as_str().map(PathBuf::from)
    });
    programs.next_back().context("the build made no program")
}

/// Runs a command and shows nothing of it unless it fails.
pub(crate) fn quietly(command: &mut Command) -> anyhow::Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let done = command.output().with_context(|| format!("cannot run `{name}`"))?;
    if !done.status.success() {
        bail!("`{name}` failed:\n{}", String::from_utf8_lossy(&done.stderr).trim_end());
    }
    Ok(())
}
