//! Expressions in CEL, by the crate of that name, which nothing outside this folder names.
//!
//! Read, passed through the gate, and run with every loop counted. No function that reads or writes anything is
//! there to be called. The crate may panic on what nobody foresaw: it is caught, and told as a fault of the rule.

mod counted;
mod dates;
mod functions;
mod gate;
mod names;
mod slips;
mod values;

use super::bounds::{LONGEST_EVIDENCE, MOST_BRACKETS, MOST_EVIDENCE};
use super::expression::{Expression, Fault, Limits, Purpose, RulePart, Stop};
use super::fact::{Needs, Scene};
use crate::model::{ElementKind, OwnRule};
use cel::common::types::{CelBool, CelDouble, CelInt, CelString};
use cel::common::value::{CowVal, Val};
use cel::{Context, Env, Value};
use regex::Regex;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// A function as the editor offers it: name, an example, what it does.
pub(super) fn functions()
-> impl Iterator<Item = (&'static str, &'static str, crate::rules::rule::Said)> {
    let all = functions::FUNCTIONS.iter();
    all.map(|it| (it.name, it.usage, it.says))
}

struct Program {
    tree: cel::IdedExpr,
    env: Arc<Env>,
    needs: Needs,
    looks_at: Vec<&'static str>,
    patterns: Arc<Vec<Regex>>,
}

/// # Errors
/// As [`super::expression::compile`].
pub(super) fn compile(
    source: &str,
    kind: ElementKind,
    purpose: Purpose,
) -> Result<Box<dyn Expression>, Fault> {
    if source.chars().count() > OwnRule::LONGEST_SOURCE {
        let most = OwnRule::LONGEST_SOURCE;
        return Err(Fault::new(
            format!("the expression is longer than {most} characters"),
            format!("l’expression dépasse {most} caractères"),
        ));
    }
    if source.trim().is_empty() {
        return Err(Fault::new(
            "the expression is empty",
            "l’expression est vide",
        ));
    }
    let read = || -> Result<Program, Fault> {
        let env = functions::environment().map_err(|_| broken())?;
        let parser = env.parser().max_recursion_depth(MOST_BRACKETS);
        let (tree, info) = parser
            .parse_with_source_info(source)
            .map_err(|errors| slips::unreadable(&errors, source))?;
        let passed = gate::pass(tree, &info, kind)?;
        Ok(Program {
            tree: passed.tree,
            env,
            needs: passed.needs,
            looks_at: passed.looks_at,
            patterns: Arc::new(passed.patterns),
        })
    };
    let program = catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(broken()))?;
    program.makes(purpose)?;
    Ok(Box::new(program))
}

fn broken() -> Fault {
    Fault::new(
        "the expression cannot be read",
        "l’expression est illisible",
    )
}

impl Program {
    /// What can be seen of the result without running anything.
    fn makes(&self, purpose: Purpose) -> Result<(), Fault> {
        use cel::common::ast::{Expr, LiteralValue};
        let wrong = match (&self.tree.expr, purpose) {
            (Expr::Literal(LiteralValue::Boolean(_)), Purpose::Evidence) => true,
            (Expr::Literal(LiteralValue::Boolean(_)), Purpose::Condition) => false,
            (Expr::Literal(_) | Expr::List(_), Purpose::Condition) => true,
            _ => false,
        };
        match purpose {
            _ if !wrong => Ok(()),
            Purpose::Condition => Err(not_true_or_false()),
            Purpose::Evidence => Err(Fault::new(
                "true or false is no list of texts",
                "vrai ou faux n’est pas une liste de textes",
            )),
        }
    }

    fn run<T>(
        &self,
        scene: &Scene,
        limits: Limits,
        steps: &mut u32,
        take: impl FnOnce(CowVal<'_, '_>) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        let mut ctx = Context::with_env(Arc::clone(&self.env));
        ctx.set_variable_resolver(scene);
        if !self.patterns.is_empty() {
            let patterns = Arc::clone(&self.patterns);
            let matches = move |text: Arc<String>, number: i64| {
                let pattern = usize::try_from(number).ok().and_then(|n| patterns.get(n));
                pattern.is_some_and(|it| it.is_match(&text))
            };
            // Nothing else is called so, and a rule whose pattern were not there would say so.
            let _ = ctx.add_function(functions::MATCHES, matches);
        }
        let work = || {
            counted::metered(limits, steps, || {
                let value = Value::resolve_val(&self.tree, &ctx);
                value.map_err(|error| slips::ended(&error)).and_then(take)
            })
        };
        catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
            Err(Stop::Fault(Fault::new(
                "it could not be worked out",
                "elle n’a pas pu être évaluée",
            )))
        })
    }
}

fn not_true_or_false() -> Fault {
    Fault::new(
        "a condition must come out as true or false",
        "une condition doit donner vrai ou faux",
    )
}

fn no_texts() -> Fault {
    Fault {
        part: RulePart::Evidence,
        ..Fault::new(
            "evidence must come out as a list of texts",
            "les éléments de preuve doivent former une liste de textes",
        )
    }
}

/// A value in a list of evidence as a text.
fn text(value: &dyn Val) -> Option<String> {
    if let Some(text) = value.downcast_ref::<CelString>() {
        return Some(text.inner().chars().take(LONGEST_EVIDENCE).collect());
    }
    let whole = value
        .downcast_ref::<CelInt>()
        .map(|it| it.inner().to_string());
    whole.or_else(|| {
        value
            .downcast_ref::<CelDouble>()
            .map(|it| it.inner().to_string())
    })
}

impl Expression for Program {
    fn needs(&self) -> Needs {
        self.needs
    }

    fn looks_at(&self) -> &[&'static str] {
        &self.looks_at
    }

    fn is_true(&self, scene: &Scene, limits: Limits, steps: &mut u32) -> Result<bool, Stop> {
        self.run(scene, limits, steps, |value| {
            let truth = value.downcast_ref::<CelBool>().map(|it| *it.inner());
            truth.ok_or_else(|| Stop::Fault(not_true_or_false()))
        })
    }

    fn texts(&self, scene: &Scene, limits: Limits, steps: &mut u32) -> Result<Vec<String>, Stop> {
        self.run(scene, limits, steps, |value| {
            let no = || Stop::Fault(no_texts());
            let mut items = value.as_iterable().ok_or_else(no)?.iter();
            let mut texts = Vec::new();
            while let Some(item) = items.next() {
                if texts.len() == MOST_EVIDENCE {
                    break;
                }
                texts.push(text(item).ok_or_else(no)?);
            }
            Ok(texts)
        })
    }
}
