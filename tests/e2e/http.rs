//! The smallest HTTP client that can speak with a WebDriver on this machine: JSON in, JSON out, one connection a
//! call, and a time limit on each, because a driver that hangs must not hang the tests.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

/// No answer of a driver is longer than a page's source.
const LONGEST_ANSWER: u64 = 32 * 1024 * 1024;

/// Calls the server on `port` and gives the status and the body of its answer.
///
/// # Errors
/// When the server cannot be reached, does not answer within `limit`, or answers with something else than JSON.
pub(crate) fn call(
    port: u16,
    method: &str,
    path: &str,
    body: Option<&Value>,
    limit: Duration,
) -> std::io::Result<(u16, Value)> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(limit))?;
    stream.set_write_timeout(Some(limit))?;
    let body = body.map(Value::to_string).unwrap_or_default();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;

    let mut reader = BufReader::new(stream.take(LONGEST_ANSWER));
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let status = line
        .split_whitespace()
        .nth(1)
        .and_then(|code| code.parse().ok())
        .ok_or_else(|| malformed(&line))?;
    let mut length = 0;
    loop {
        line.clear();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().map_err(|_| malformed(&line))?;
        }
    }
    let mut answer = Vec::new();
    reader.take(length).read_to_end(&mut answer)?;
    let answer = serde_json::from_slice(&answer)?;
    Ok((status, answer))
}

fn malformed(line: &str) -> std::io::Error {
    std::io::Error::other(format!("not an HTTP answer: {line}"))
}
