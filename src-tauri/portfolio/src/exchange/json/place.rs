//! Where a value stands in the text: a second look at a document that is known to be JSON, taken only when a fault
//! is to be told, so that a good document pays nothing for it.

/// A place as an editor shows it: both count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
}

impl Place {
    /// The place of a byte. A line ends with a line feed, whatever stands before it.
    pub(super) fn of(text: &[u8], at: usize) -> Self {
        let before = text.get(..at).unwrap_or(text);
        let line_at = before
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |end| end + 1);
        Self {
            line: before[..line_at]
                .iter()
                .filter(|byte| **byte == b'\n')
                .count()
                + 1,
            column: String::from_utf8_lossy(&before[line_at..]).chars().count() + 1,
        }
    }
}

/// What a pointer means in an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum On {
    Value,
    /// The name of the member that the pointer ends with; the last of that name.
    Name,
}

/// The byte at which stands what a JSON pointer names; of what is not there, the last that is on the way.
pub(super) fn find(text: &str, pointer: &str, on: On) -> usize {
    let mut scan = Scan {
        text: text.as_bytes(),
        at: 0,
    };
    scan.space();
    let mut steps = pointer.split('/').skip(1).peekable();
    while let Some(step) = steps.next() {
        let step = step.replace("~1", "/").replace("~0", "~");
        let last_name = on == On::Name && steps.peek().is_none();
        match scan.child(&step, last_name) {
            Some(at) => scan.at = at,
            None => break,
        }
    }
    scan.at
}

/// The pointer of the record of a list that has this id.
pub(super) fn record(text: &str, list: &str, id: &str) -> Option<String> {
    let mut scan = Scan {
        text: text.as_bytes(),
        at: 0,
    };
    scan.space();
    scan.at = scan.child(list, false)?;
    let mut items = Vec::new();
    scan.members(|_, at| items.push(at));
    let wanted = serde_json::Value::from(id);
    items
        .into_iter()
        .position(|at| {
            let mut item = Scan {
                text: scan.text,
                at,
            };
            item.child("id", false).is_some_and(|at| {
                item.at = at;
                item.value();
                serde_json::from_slice(&item.text[at..item.at])
                    .ok()
                    .as_ref()
                    == Some(&wanted)
            })
        })
        .map(|at| format!("/{list}/{at}"))
}

/// A position in JSON that was read before. Whatever it meets, it moves on and ends.
struct Scan<'a> {
    text: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn now(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn space(&mut self) {
        while self.now().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn string(&mut self) {
        self.at += 1;
        while let Some(byte) = self.now() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                break;
            }
        }
    }

    /// Past a whole value.
    fn value(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.now() {
            match byte {
                b'"' => self.string(),
                b'[' | b'{' => {
                    depth += 1;
                    self.at += 1;
                    continue;
                }
                b']' | b'}' if depth == 0 => break,
                b']' | b'}' => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b':' if depth == 0 => break,
                b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' => {
                    self.at += 1;
                    continue;
                }
                _ => {
                    while self.now().is_some_and(|byte| {
                        !byte.is_ascii_whitespace() && !matches!(byte, b',' | b']' | b'}')
                    }) {
                        self.at += 1;
                    }
                }
            }
            if depth == 0 {
                break;
            }
        }
    }

    /// Calls back for each member of the list or object that begins here, with the bytes of its name, if it has
    /// one, and where its value begins.
    fn members(&mut self, mut each: impl FnMut(std::ops::Range<usize>, usize)) {
        let named = self.now() == Some(b'{');
        if !named && self.now() != Some(b'[') {
            return;
        }
        self.at += 1;
        loop {
            self.space();
            if self.at >= self.text.len() || matches!(self.now(), Some(b']' | b'}')) {
                return;
            }
            let name = self.at;
            if named {
                self.string();
            }
            let name = name..self.at;
            self.space();
            if named {
                self.at += 1;
                self.space();
            }
            each(name, self.at);
            self.value();
            self.space();
            self.at += 1;
        }
    }

    /// Where the member begins that a step of a pointer names: its value, or its name where that is meant.
    fn child(&self, step: &str, last_name: bool) -> Option<usize> {
        let mut scan = Scan {
            text: self.text,
            at: self.at,
        };
        let (mut found, mut index) = (None, 0);
        let text = self.text;
        scan.members(|name, value| {
            let meant = if name.is_empty() {
                step.parse() == Ok(index)
            } else {
                // A name may be written with escapes.
                serde_json::from_slice::<String>(&text[name.clone()]).is_ok_and(|it| it == step)
            };
            if meant && (found.is_none() || last_name) {
                found = Some(if last_name { name.start } else { value });
            }
            index += 1;
        });
        found
    }
}
