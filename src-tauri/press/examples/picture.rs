//! A recorded drawing as a picture, for looking at both beside each other and for measuring:
//! `cargo run --release -p press --example picture -- drawing.json picture.png 2`, or `picture.svg`, or
//! `picture.pdf` on A4.

use press::drawing::{self, Drawing};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::sync::atomic::AtomicBool;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else {
        return Err(
            "usage: picture DRAWING.json PICTURE.svg|PICTURE.png|PICTURE.pdf [SCALE]".into(),
        );
    };
    let scale = arguments.next().and_then(|it| it.parse().ok()).unwrap_or(1);
    let mut told = std::io::stderr().lock();
    let begun = Instant::now();
    let text = std::fs::read(&from)?;
    let drawing: Drawing = serde_json::from_slice(&text)?;
    drawing
        .check()
        .map_err(|error| error.message.get(portfolio::model::Lang::En).to_owned())?;
    writeln!(
        told,
        "read {} kB in {:?}",
        text.len() / 1000,
        begun.elapsed()
    )?;
    let begun = Instant::now();
    let mut file = BufWriter::new(File::create(&to)?);
    if to.ends_with(".svg") {
        drawing::svg(&drawing, &mut file)?;
    } else if to.ends_with(".pdf") {
        let (width, height) = (297.0, 210.0);
        let title = drawing.title.clone();
        let page = drawing::Page {
            width,
            height,
            picture: drawing,
            foot: None,
        };
        drawing::pdf(&title, &[page], &mut file, &AtomicBool::new(false), |_| ())?;
    } else {
        let raster = drawing::png(&drawing, scale)
            .map_err(|error| error.message.get(portfolio::model::Lang::En).to_owned())?;
        raster.write(&mut file, &AtomicBool::new(false), |_| ())?;
    }
    file.flush()?;
    writeln!(
        told,
        "wrote {} kB in {:?}",
        file.get_ref().metadata()?.len() / 1000,
        begun.elapsed()
    )?;
    Ok(())
}
