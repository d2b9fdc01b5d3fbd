//! Elements, from why to ground, and the things around them (indicators, assumptions, decisions).

use super::{Date, ElementId, Field, Known, Money, ReadingId, Why, maybe::text};
use serde::{Deserialize, Deserializer, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// The six levels of the line, from the reason down to what stands on the ground.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Why,
    Direction,
    Value,
    Ability,
    Work,
    Ground,
}

/// The names of [`Detail`] without their contents, in the order of the line.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum ElementKind {
    Driver,
    Priority,
    Objective,
    Outcome,
    Change,
    Capability,
    Initiative,
    System,
    Team,
    Indicator,
    Assumption,
    Decision,
    Person,
    Term,
}

impl ElementKind {
    /// Every kind, in the order of the line.
    pub const ALL: [Self; 14] = [
        Self::Driver,
        Self::Priority,
        Self::Objective,
        Self::Outcome,
        Self::Change,
        Self::Capability,
        Self::Initiative,
        Self::System,
        Self::Team,
        Self::Indicator,
        Self::Assumption,
        Self::Decision,
        Self::Person,
        Self::Term,
    ];

    /// The level on the line; `None` for what stands around it.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Driver => Some(Level::Why),
            Self::Priority | Self::Objective => Some(Level::Direction),
            Self::Outcome | Self::Change => Some(Level::Value),
            Self::Capability => Some(Level::Ability),
            Self::Initiative => Some(Level::Work),
            Self::System | Self::Team => Some(Level::Ground),
            Self::Indicator | Self::Assumption | Self::Decision | Self::Person | Self::Term => None,
        }
    }

    /// The step in the full chain driver ← priority ← objective ← outcome ← change ← capability ← initiative
    /// ← system or team, 0 for the driver; `None` for what stands around it.
    #[must_use]
    pub fn step(self) -> Option<u8> {
        match self {
            Self::Driver => Some(0),
            Self::Priority => Some(1),
            Self::Objective => Some(2),
            Self::Outcome => Some(3),
            Self::Change => Some(4),
            Self::Capability => Some(5),
            Self::Initiative => Some(6),
            Self::System | Self::Team => Some(7),
            Self::Indicator | Self::Assumption | Self::Decision | Self::Person | Self::Term => None,
        }
    }
}

/// The name of an element in one source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
pub struct ExternalKey {
    /// Title of the source.
    pub source: String,
    pub key: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Driver {
    pub valid_from: Field<Date>,
    pub valid_until: Field<Date>,
    #[serde(deserialize_with = "text")]
    #[specta(type = Field<String>)]
    pub reference: Field<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Priority {
    /// 1 is first; no two priorities should share a rank.
    pub rank: Field<u32>,
    pub horizon: Field<Date>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Objective {
    /// Points out of 100 shared by all objectives.
    pub weight: Field<f64>,
    pub horizon: Field<Date>,
    pub perspective: Field<Perspective>,
}

/// Whose view an objective is seen from: the four of the balanced scorecard (Kaplan and Norton), from result to enabler.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Perspective {
    Financial,
    Customer,
    Process,
    Learning,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ValueType {
    Financial,
    Quantifiable,
    Measurable,
    Observable,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Outcome {
    #[serde(deserialize_with = "text")]
    #[specta(type = Field<String>)]
    pub beneficiary: Field<String>,
    pub value_type: Field<ValueType>,
    pub expected_value: Field<Money>,
    pub business_owner: Field<String>,
    pub accepted_on: Field<Date>,
    /// When somebody looks whether it has come true, and who.
    pub review_on: Field<Date>,
    pub reviewer: Field<String>,
    /// When it was declared to have come true.
    pub realised_on: Field<Date>,
    /// A dis-benefit: somebody is worse off.
    pub harmful: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
#[serde(rename = "BusinessChange")]
pub struct Change {
    pub change_owner: Field<String>,
    pub adoption_date: Field<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PaceLayer {
    Record,
    Differentiation,
    Innovation,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Capability {
    /// 1 to 5.
    pub importance: Field<u8>,
    /// 1 to 5.
    pub maturity_now: Field<u8>,
    /// 1 to 5.
    pub maturity_target: Field<u8>,
    pub pace_layer: Field<PaceLayer>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum InitiativeForm {
    Programme,
    Project,
    Product,
    Epic,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum InitiativeState {
    Idea,
    Planned,
    Active,
    Paused,
    Delivered,
    Stopped,
}

impl InitiativeState {
    /// Whether work is planned or going on, so that money and attention are still at stake.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::Active | Self::Paused)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    Strategic,
    /// Imposed from outside (law, contract, end of support) or by technical need.
    Mandatory,
    Run,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Initiative {
    pub form: Field<InitiativeForm>,
    pub state: Field<InitiativeState>,
    pub start: Field<Date>,
    pub end: Field<Date>,
    pub delivered_on: Field<Date>,
    pub budget: Field<Money>,
    pub spent: Field<Money>,
    /// 0 to 100.
    pub percent_complete: Field<f64>,
    pub category: Field<Category>,
    /// What imposes it: the law, the contract, the end-of-support notice.
    pub reference: Field<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct System {
    pub live_from: Field<Date>,
    pub live_until: Field<Date>,
    /// Cost of one year.
    pub cost: Field<Money>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Business,
    It,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Team {
    pub side: Field<Side>,
    /// Full-time people.
    pub capacity: Field<f64>,
}

/// What an indicator speaks of, from doing to difference made.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorKind {
    Activity,
    Output,
    Adoption,
    Outcome,
    Impact,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    Up,
    Down,
    Hold,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Indicator {
    pub indicator_kind: Field<IndicatorKind>,
    #[serde(deserialize_with = "text")]
    #[specta(type = Field<String>)]
    pub unit: Field<String>,
    pub direction: Field<Direction>,
    /// Days between two readings.
    pub every_days: Field<u32>,
    #[serde(deserialize_with = "text")]
    #[specta(type = Field<String>)]
    pub definition: Field<String>,
    /// Of whom or of what it is taken, and how many.
    pub population: Field<String>,
    pub baseline: Field<f64>,
    pub baseline_on: Field<Date>,
    pub target: Field<f64>,
    pub target_on: Field<Date>,
    pub tolerance: Field<f64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Assumption {
    pub valid_until: Field<Date>,
    pub reviewed_on: Field<Date>,
}

/// What became of an option that was on the table.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    Chosen,
    #[default]
    Rejected,
    Postponed,
}

/// One option of a decision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
pub struct Choice {
    pub title: String,
    pub fate: Fate,
    /// Why it was chosen or not.
    pub reason: String,
}

impl<'de> Deserialize<'de> for Choice {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Whole {
            title: String,
            #[serde(default)]
            fate: Fate,
            #[serde(default)]
            reason: String,
        }
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Title(String),
            Whole(Whole),
        }
        Ok(match Either::deserialize(from)? {
            Either::Title(title) => Self {
                title,
                ..Self::default()
            },
            Either::Whole(Whole {
                title,
                fate,
                reason,
            }) => Self {
                title,
                fate,
                reason,
            },
        })
    }
}

/// What a decision does to the work it is about.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    Start,
    GoOn,
    Stop,
    /// Order, budget or dates are changed against other work.
    Reprioritise,
    /// Nothing of that: how something is done, or what is noted.
    Other,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Decision {
    #[serde(deserialize_with = "text")]
    #[specta(type = Field<String>)]
    pub forum: Field<String>,
    pub decided_on: Field<Date>,
    pub ruling: Field<Ruling>,
    #[serde(deserialize_with = "text")]
    #[specta(type = Field<String>)]
    pub rationale: Field<String>,
    /// What was on the table, with what became of each. Files of format 1 hold the rejected ones as bare titles.
    #[serde(alias = "rejected")]
    pub options: Vec<Choice>,
    /// The sides that were present.
    pub sides: Vec<Side>,
    /// The readings that it relied on.
    pub premises: Vec<ReadingId>,
}

/// Somebody who owns, accepts or decides. Owner fields hold names, as files give them; a person of that name is
/// the one meant.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Person {
    pub role: Field<String>,
    /// The organisational unit.
    pub unit: Field<String>,
    pub side: Field<Side>,
}

/// An entry of the glossary: the title is the term, the description what it means here.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Term {
    /// Other words for the same thing.
    pub synonyms: Vec<String>,
}

/// The kind of an element with the fields of that kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Detail {
    Driver(Driver),
    Priority(Priority),
    Objective(Objective),
    Outcome(Outcome),
    Change(Change),
    Capability(Capability),
    Initiative(Initiative),
    System(System),
    Team(Team),
    Indicator(Indicator),
    Assumption(Assumption),
    Decision(Decision),
    Person(Person),
    Term(Term),
}

impl Detail {
    #[must_use]
    pub fn kind(&self) -> ElementKind {
        match self {
            Self::Driver(_) => ElementKind::Driver,
            Self::Priority(_) => ElementKind::Priority,
            Self::Objective(_) => ElementKind::Objective,
            Self::Outcome(_) => ElementKind::Outcome,
            Self::Change(_) => ElementKind::Change,
            Self::Capability(_) => ElementKind::Capability,
            Self::Initiative(_) => ElementKind::Initiative,
            Self::System(_) => ElementKind::System,
            Self::Team(_) => ElementKind::Team,
            Self::Indicator(_) => ElementKind::Indicator,
            Self::Assumption(_) => ElementKind::Assumption,
            Self::Decision(_) => ElementKind::Decision,
            Self::Person(_) => ElementKind::Person,
            Self::Term(_) => ElementKind::Term,
        }
    }

    /// A detail of that kind with nothing filled in.
    #[must_use]
    pub fn empty(kind: ElementKind) -> Self {
        match kind {
            ElementKind::Driver => Self::Driver(Driver::default()),
            ElementKind::Priority => Self::Priority(Priority::default()),
            ElementKind::Objective => Self::Objective(Objective::default()),
            ElementKind::Outcome => Self::Outcome(Outcome::default()),
            ElementKind::Change => Self::Change(Change::default()),
            ElementKind::Capability => Self::Capability(Capability::default()),
            ElementKind::Initiative => Self::Initiative(Initiative::default()),
            ElementKind::System => Self::System(System::default()),
            ElementKind::Team => Self::Team(Team::default()),
            ElementKind::Indicator => Self::Indicator(Indicator::default()),
            ElementKind::Assumption => Self::Assumption(Assumption::default()),
            ElementKind::Decision => Self::Decision(Decision::default()),
            ElementKind::Person => Self::Person(Person::default()),
            ElementKind::Term => Self::Term(Term::default()),
        }
    }
}

/// Put away: kept with all it has, shown and judged no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Archived {
    pub on: Date,
    #[serde(default)]
    pub reason: String,
}

/// Anything in the portfolio that has a name of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Element {
    pub id: ElementId,
    pub title: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub owner: Field<String>,
    #[serde(default)]
    pub tags: Vec<String>,
    #[serde(default)]
    pub why: Why,
    #[serde(default)]
    pub external_keys: Vec<ExternalKey>,
    /// Columns of an import that have no field of ours: header to text, kept as they are.
    #[serde(default)]
    pub extra: BTreeMap<String, String>,
    #[serde(default)]
    pub archived: Option<Archived>,
    #[serde(flatten)]
    pub detail: Detail,
}

impl Element {
    /// An element with a title and nothing else.
    pub fn new(id: ElementId, kind: ElementKind, title: impl Into<String>) -> Self {
        Self {
            id,
            title: title.into(),
            description: String::new(),
            owner: None,
            tags: Vec::new(),
            why: Why::default(),
            external_keys: Vec::new(),
            extra: BTreeMap::new(),
            archived: None,
            detail: Detail::empty(kind),
        }
    }

    #[must_use]
    pub fn kind(&self) -> ElementKind {
        self.detail.kind()
    }
}

/// The fields of an element by its kind, when it is of that kind.
macro_rules! fields_of {
    ($($name:ident: $kind:ident),+ $(,)?) => {
        impl Element {$(
            #[must_use]
            pub fn $name(&self) -> Option<&$kind> {
                match &self.detail {
                    Detail::$kind(it) => Some(it),
                    _ => None,
                }
            }
        )+}
    };
}

fields_of! {
    driver: Driver,
    priority: Priority,
    objective: Objective,
    outcome: Outcome,
    change: Change,
    capability: Capability,
    initiative: Initiative,
    system: System,
    team: Team,
    indicator: Indicator,
    assumption: Assumption,
    decision: Decision,
    person: Person,
}

impl Element {
    /// The points out of 100, when it is an objective that has some.
    #[must_use]
    pub fn weight(&self) -> Option<f64> {
        self.objective()?.weight.value().copied()
    }
}
