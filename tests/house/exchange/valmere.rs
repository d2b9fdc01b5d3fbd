//! The fixture workbook of the end-to-end journey: an invented transit authority's register of digital projects with the
//! oddities of a real one. A prose sheet first, then a table cut up by merges, ticks from a private font, words in place of
//! values, dates of three kinds, cells of several lines.

use crate::workbook::{Content, Sheet, Style, serial, xlsx};

const TICK: &str = "\u{F0FC}";

/// Agency, tier, title, rating, rating date, status, budget in millions, plan agreed, end, description.
type Project = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    bool,
    &'static str,
    &'static str,
);

#[rustfmt::skip]
const PROJECTS: &[Project] = &[
    ("Bus", "1", "One Ticket app", "Medium High", "2026-06-24", "In Delivery", "41", true, "2027-12-31", "One account and one fare across bus, tram and ferry, on the phone and on a card."),
    ("Bus", "2", "Headway control room", "Unavailable", "N/A", "In Delivery", "6.8", true, "2027-06-30", "Dispatchers see bunching as it starts and hold or turn buses before riders notice."),
    ("Bus", "2", "On-board validators,\nthird batch", "Medium", "2026-03-10", "In Delivery", "3.2", true, "Ongoing", "Replaces the validators bought in 2014, which can no longer be repaired."),
    ("Bus", "3", "Quiet depot gates", "High", "2026-05-04", "In Delivery", "0.6", false, "2026-12-31", "Gates that open without a horn at night."),
    ("Bus", "R", "Driver tablet refresh", "Unavailable", "N/A", "Under Review", "nfp", false, "N/A", "The scope is being reviewed with the staff council."),
    ("Depots", "1", "North depot e-bus charging", "Low", "2026-07-15", "In Delivery", "184", true, "2028-09-30", "Grid connection, transformers and 96 chargers.\nThe first forty are needed before the summer timetable of 2027."),
    ("Depots", "2", "Bus wash water recycling", "High", "Dec 25", "Closing", "0.9", true, "2026-11-30", "Four fifths of the wash water is cleaned and used again."),
    ("Depots", "2", "High-voltage network,\nnorth depot", "Medium Low", "2026-07-15", "In Delivery", "32", true, "2027-11-30", "Two feeders so that a single fault no longer empties the depot."),
    ("Depots", "3", "Spare parts catalogue", "Unavailable", "N/A", "In Delivery", "0.3", true, "Ongoing", "One list of parts for six depots."),
    ("Depots", "3", "Tyre pressure gates", "Medium High", "2026-02-20", "In Delivery", "1.1", true, "2026-12-15", "Buses are measured as they drive in."),
    ("Ferry", "2", "Pier gates renewal", "Medium", "2026-04-30", "In Delivery", "12", true, "2027-03-31", "Gates that let a pram, a bicycle and a wheelchair through."),
    ("Ferry", "3", "Tide display", "High", "2026-05-18", "Closed", "0.2", true, "2026-05-31", "Riders see from the shore whether the ramp will be steep."),
    ("Ferry", "3", "Night boat trial", "Unavailable", "N/A", "In Delivery", "nfp", false, "2027-01-31", "A trial of one boat an hour after midnight."),
    ("Finance", "1", "Ledger replacement", "Medium Low", "2026-06-30", "In Delivery", "58", true, "2028-06-30", "The old ledger is out of support at the end of 2028."),
    ("Finance", "2", "Fare revenue split", "Medium", "2026-01-22", "In Delivery", "7", true, "2027-06-30", "Shares the revenue of one ticket among four operators by what was ridden."),
    ("Finance", "3", "Invoice reading", "Medium High", "2026-03-03", "In Delivery", "1.4", true, "Ongoing", "Invoices are read by machine and checked by people."),
    ("HR", "2", "Self-service rostering", "High", "2025-09-14", "Closed", "1.9", true, "2025-09-14", "Drivers swap shifts within the rules without a phone call."),
    ("HR", "3", "Learning on shift", "Unavailable", "N/A", "In Delivery", "0.8", false, "2026-12-31", "Short lessons between two services."),
    ("IT", "1", "Network core renewal", "Medium", "2026-07-01", "In Delivery", "22", true, "2027-09-30", "The two core sites, one of which stands in the flood plain."),
    ("IT", "2", "Data lake, phase 2", "Low", "2026-06-12", "In Delivery", "2.4", true, "tbd", "All movements of the fleet for ten years, in one place."),
    ("IT", "2", "Trip planner accessibility audit", "Medium High", "2026-02-11", "In Delivery", "0.1", true, "2027-03-07", "Blind riders test every step of planning and paying."),
    ("IT", "2", "one ticket App", "Unavailable", "N/A", "In Delivery", "4.1", false, "2026-12-31", "Appears here because the app's servers are paid by IT."),
    ("IT", "3", "Service desk tool", "Medium High", "2026-05-22", "In Delivery", "0.7", true, "Ongoing", "One place to report what is broken."),
    ("IT", "3", "Printer retreat", "High", "2026-04-02", "Closing", "0.2", true, "2026-10-31", "From 900 printers to 120."),
    ("IT", "N/A", "Open data portal", "Unavailable", "N/A", "In Delivery", "0.4", true, "N/A", "Timetables, delays and lifts for anyone to use."),
    ("Safety\n(Network)", "1", "Signal renewal, line 2", "Medium Low", "2026-06-05", "In Delivery", "96", true, "2029-12-31", "Relay rooms from 1971 give way to two computers."),
    ("Safety\n(Network)", "2", "Platform edge cameras", "Medium", "July 26", "In Delivery", "9", true, "2027-08-31", "The driver sees the whole train before the doors close."),
    ("Safety\n(Network)", "3", "Tunnel radio", "Medium High", "2026-03-27", "In Delivery", "5", true, "2027-04-30", "Fire brigade and drivers hear each other below ground."),
    ("Stations", "2", "Passenger information screens", "Medium", "2026-05-29", "In Delivery", "12.6", true, "2026-12-18", "Screens that say why a train is late and what to do."),
    ("Stations", "2", "Lift replacement, Harbour", "Low", "2026-07-20", "In Delivery", "20.5", true, "2027-10-29", "Two lifts that were out of order on 71 days of last year."),
    ("Stations", "3", "Night bus pilot", "High", "2026-06-06", "In Delivery", "4.1", true, "2026-12-06", "Two lines through the night on Fridays and Saturdays."),
    ("Stations", "3", "Toilets with a door that opens", "Unavailable", "N/A", "In Delivery", "0.5", false, "Ongoing", "Contract with a maintenance firm that answers."),
    ("Stations", "3", "Bicycle parking count", "Unavailable", "N/A", "In Delivery", "0.1", true, "2026-11-15", "Free places shown before one rides there."),
    ("Trams", "1", "Contactless on trams", "Medium High", "2026-06-18", "In Delivery", "27.6", true, "2026-10-30", "Tap a bank card and ride."),
    ("Trams", "2", "Tram rail wear model", "Medium", "2026-02-02", "In Delivery", "3.3", true, "2027-05-31", "Says which curve to grind before it squeals."),
    ("Trams", "2", "Stop announcements", "High", "2026-04-14", "Closing", "1.2", true, "2026-09-30", "Names of stops said aloud in two languages."),
    ("Trams", "3", "Depot door sensors", "Unavailable", "N/A", "In Delivery", "0.3", true, "2027-02-28", "Doors that know whether a tram stands in them."),
    ("Trams", "R", "Line 5 works yard", "Unavailable", "N/A", "Under Review", "nfp", false, "N/A", "Waits for the decision on the route."),
    ("Works\nOffice", "2", "Winter track camera", "Medium", "2026-01-09", "In Delivery", "2", true, "2027-01-31", "Frost on points is seen from the control room."),
    ("Works\nOffice", "3", "Site diary", "Medium High", "2026-05-12", "In Delivery", "0.4", true, "Ongoing", "What was done on which metre of track, on which night."),
];

/// First sheet column of each field; the columns between are remnants of merges.
const AT: [u32; 10] = [0, 2, 3, 5, 8, 9, 11, 12, 13, 14];
const RANGES: [(&str, &str); 5] = [("A", "B"), ("D", "E"), ("F", "H"), ("J", "K"), ("O", "S")];

/// The workbook's bytes, the same on every run.
pub(crate) fn workbook() -> Vec<u8> {
    xlsx(&[overview(), register()], false)
}

fn overview() -> Sheet {
    let mut sheet = Sheet::new("About this register");
    sheet
        .text(
            1,
            0,
            "Valmere Transit\nRegister of digital projects (September 2026)",
        )
        .merge("A1:R1");
    sheet.text(2, 0, "This register lists the digital projects that the authority's project office advises or assures. It is published twice a year.\nNot every project is listed: purchases below one hundred thousand and the renewal of desktops are left out, and so are projects that another body leads.\nFigures are those given by the divisions at the end of June. They are not audited.").merge("A2:R2");
    sheet.text(3, 0, "How to read the rating: it is a snapshot of how likely delivery is if nothing more is done. A low rating does not say that a project will fail; it says where help is needed first. A rating is unavailable when the project has only just begun, or when its tier does not ask for one.").merge("A3:R3");
    let words = [
        (
            "Division",
            "The division that leads the project. Several divisions often take part; only the leading one is named.",
        ),
        (
            "Tier",
            "1 is the most significant. Where the tier is being reviewed it is marked R.",
        ),
        ("Project Name", "The name that the division uses."),
        (
            "Rating",
            "The latest rating of delivery confidence that the office holds.",
        ),
        (
            "Budget",
            "The whole budget, rounded to the nearest hundred thousand below one million and to the nearest million from ten million on.",
        ),
        ("AP", "Whether an assurance plan has been agreed."),
    ];
    for (n, (name, meaning)) in words.iter().enumerate() {
        let row = 5 + u32::try_from(n).unwrap();
        sheet
            .text(row, 0, name)
            .text(row, 4, meaning)
            .merge(&format!("A{row}:D{row}"))
            .merge(&format!("E{row}:O{row}"));
    }
    sheet
        .row(13, &["nfp", "Not for publication"])
        .row(14, &["N/A", "Not applicable"])
        .row(15, &["R", "Under review"]);
    sheet
}

fn register() -> Sheet {
    let mut sheet = Sheet::new("Register");
    let headers = [
        "Division",
        "Tier",
        "Project Name",
        "Rating",
        "Rating\nDate",
        "Delivery Status",
        "Budget (€m)*",
        "AP",
        "Project End Date",
        "Project Description",
    ];
    for (at, header) in AT.iter().zip(headers) {
        sheet.text(1, *at, header);
    }
    for (n, p) in PROJECTS.iter().enumerate() {
        let row = 2 + u32::try_from(n).unwrap();
        sheet.text(row, AT[0], p.0);
        amount(&mut sheet, row, AT[1], p.1);
        sheet.text(row, AT[2], p.2).text(row, AT[3], p.3);
        date(&mut sheet, row, AT[4], p.4);
        sheet.text(row, AT[5], p.5);
        amount(&mut sheet, row, AT[6], p.6);
        sheet.text(row, AT[7], if p.7 { TICK } else { "X" });
        date(&mut sheet, row, AT[8], p.8);
        sheet.text(row, AT[9], p.9);
    }
    let last = 1 + u32::try_from(PROJECTS.len()).unwrap();
    for row in 1..=last {
        for (from, to) in RANGES {
            sheet.merge(&format!("{from}{row}:{to}{row}"));
        }
    }
    sheet.text(last + 2, 0, "* Rounded; see the first sheet.");
    sheet
}

fn amount(sheet: &mut Sheet, row: u32, column: u32, text: &str) {
    match text.parse::<f64>() {
        Ok(number) => sheet.number(row, column, number),
        Err(_) => sheet.text(row, column, text),
    };
}

fn date(sheet: &mut Sheet, row: u32, column: u32, text: &str) {
    let parts: Vec<i32> = text.split('-').filter_map(|p| p.parse().ok()).collect();
    match parts.as_slice() {
        [y, m, d] => sheet.put(
            row,
            column,
            Content::Number(serial(*y, m.unsigned_abs(), d.unsigned_abs()), Style::Date),
        ),
        _ => sheet.text(row, column, text),
    };
}
