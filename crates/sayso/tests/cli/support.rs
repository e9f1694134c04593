//! Runs the program in a folder of its own.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

/// No test's input takes this long unless the program hangs.
const PATIENCE: Duration = Duration::from_mins(4);

/// A folder with files, in which the program is run.
pub(crate) struct Desk {
    folder: TempDir,
    /// Where the user's own configuration and cache are.
    home: TempDir,
}

/// What a run left.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
    /// The most memory it held, in MiB; 0 where that cannot be told.
    pub(crate) peak: u64,
}

impl Desk {
    pub(crate) fn new(files: &[(&str, &[u8])]) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap(), home: tempfile::tempdir().unwrap() };
        for (name, bytes) in files {
            desk.put(name, bytes);
        }
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file of the user's own, below `config` or `cache`.
    pub(crate) fn home(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub(crate) fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub(crate) fn get(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names in a folder, hidden ones too.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).unwrap();
        let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Runs the program with nothing on standard input.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, |_| {})
    }

    /// Runs the program; `feed` writes to its standard input.
    pub(crate) fn run_with(&self, args: &[&str], feed: impl FnOnce(&mut dyn Write) + Send + 'static) -> Run {
        let mut child = self.spawn(args);
        let mut stdin = child.stdin.take().unwrap();
        // A program that has seen enough may close its input: what can't be written then is nobody's loss.
        thread::spawn(move || feed(&mut stdin));
        let out = read_all(child.stdout.take().unwrap());
        let err = read_all(child.stderr.take().unwrap());
        let (status, peak) = wait(&mut child, args);
        Run { status, out: out.join().unwrap(), err: err.join().unwrap(), peak }
    }

    /// Runs the program without a standard input, with variables.
    pub(crate) fn run_alone(&self, args: &[&str], variables: &[(&str, &str)]) -> Run {
        let mut child = self.command(args).stdin(Stdio::null()).envs(variables.iter().copied()).spawn().unwrap();
        let out = read_all(child.stdout.take().unwrap());
        let err = read_all(child.stderr.take().unwrap());
        let (status, peak) = wait(&mut child, args);
        Run { status, out: out.join().unwrap(), err: err.join().unwrap(), peak }
    }

    pub(crate) fn spawn(&self, args: &[&str]) -> Child {
        self.command(args).stdin(Stdio::piped()).spawn().unwrap()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
        command
            .args(args)
            .current_dir(self.folder.path())
            .env("HOME", self.home("."))
            .env("XDG_CONFIG_HOME", self.home("config"))
            .env("XDG_CACHE_HOME", self.home("cache"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        for variable in ["NO_COLOR", "SAYSO_CONFIG", "SAYSO_OUTPUT_FORMAT"] {
            command.env_remove(variable);
        }
        command
    }
}

impl Run {
    /// The readings of JSON Lines.
    pub(crate) fn readings(&self) -> Vec<Value> {
        let lines = self.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}")));
        lines
            .map(|document: Value| match document.get("readings").and_then(Value::as_array) {
                Some(readings) => readings[0].clone(),
                None => document,
            })
            .collect()
    }

    /// What the readings are of, in order.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.readings().iter().map(|r| r["document"]["path"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Every message is one line with its level and no full stop.
    pub(crate) fn messages(&self) -> Vec<&str> {
        let lines: Vec<&str> = self.err.lines().collect();
        for line in &lines {
            let is_message =
                ["error", "warning", "note"].iter().any(|level| line.starts_with(&format!("sayso: {level}: ")));
            assert!(is_message && !line.ends_with('.'), "{line}");
        }
        lines
    }
}

fn read_all(mut stream: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    })
}

pub(crate) fn wait(child: &mut Child, args: &[&str]) -> (i32, u64) {
    let start = Instant::now();
    let mut peak = 0;
    loop {
        peak = peak_memory(child.id()).unwrap_or(peak);
        if let Some(status) = child.try_wait().unwrap() {
            return (status.code().unwrap_or_else(|| panic!("{args:?} was ended by a signal: {status}")), peak);
        }
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("{args:?} hangs");
        }
        thread::sleep(Duration::from_millis(2));
    }
}

fn peak_memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(Path::new("/proc").join(process.to_string()).join("status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kib| kib / 1024)
}

/// An article, of another number each.
pub(crate) fn article(number: usize) -> String {
    format!(
        "Ferry {number} stays in port\n\nHARWICK, May {day} — The ferry to Lower Marl will not sail before noon, harbour \
         master Odile Marsh said on Tuesday.\n\n“The pump of boat {number} is broken,” she told reporters. Two passengers \
         said they had waited since dawn.\n",
        day = number % 28 + 1
    )
}

/// An article as a line of JSON.
pub(crate) fn json_line(number: usize) -> String {
    serde_json::json!({ "id": number.to_string(), "text": article(number) }).to_string()
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}
