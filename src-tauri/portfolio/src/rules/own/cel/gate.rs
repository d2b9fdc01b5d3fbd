//! What an expression may be, checked on its tree before it is ever run, and the tree made countable.
//!
//! Only names and functions that we know pass. Lists that are walked through, values that are put into lists and
//! sums are wrapped in functions of ours that count ([`super::functions`]): every loop pays for its list before it
//! begins, so an expression ends by construction, without being killed.

use super::super::bounds::{LARGEST_PATTERN, MOST_DEPTH, MOST_MACROS};
use super::super::expression::{Fault, RulePlace};
use super::super::fact::Needs;
use super::super::fields::{self, VARIABLES};
use super::functions::{ADD, DIVIDE, FUNCTIONS, KEEP, MATCHES, MULTIPLY, SUBTRACT, WALK};
use super::values::FILLED;
use crate::model::ElementKind;
use cel::common::ast::{
    CallExpr, ComprehensionExpr, Expr, IdedExpr, ListExpr, LiteralValue, SelectExpr, SourceInfo,
    operators,
};
use regex::{Regex, RegexBuilder};

/// A tree that passed.
pub(super) struct Passed {
    pub(super) tree: IdedExpr,
    pub(super) needs: Needs,
    pub(super) looks_at: Vec<&'static str>,
    pub(super) patterns: Vec<Regex>,
}

pub(super) struct Gate<'s> {
    pub(super) source: &'s SourceInfo,
    pub(super) kind: ElementKind,
    /// Names that loops around have bound.
    pub(super) bound: Vec<String>,
    pub(super) passed: Passed,
}

/// # Errors
/// The first thing that may not be.
pub(super) fn pass(
    tree: IdedExpr,
    source: &SourceInfo,
    kind: ElementKind,
) -> Result<Passed, Fault> {
    let mut gate = Gate {
        source,
        kind,
        bound: Vec::new(),
        passed: Passed {
            tree: IdedExpr::default(),
            needs: Needs::default(),
            looks_at: Vec::new(),
            patterns: Vec::new(),
        },
    };
    let tree = gate.through(tree, 0, 0)?;
    gate.passed.tree = tree;
    Ok(gate.passed)
}

/// The place of a byte of the source.
pub(super) fn place(source: &str, at: u32) -> Option<RulePlace> {
    let before = source.get(..at as usize)?;
    let line = before.matches('\n').count();
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |it| it.chars().count());
    Some(RulePlace {
        line: u32::try_from(line + 1).ok()?,
        column: u32::try_from(column + 1).ok()?,
    })
}

fn call(name: &str, args: Vec<IdedExpr>, id: u64) -> IdedExpr {
    IdedExpr {
        id,
        expr: Expr::Call(CallExpr {
            func_name: name.to_owned(),
            target: None,
            args,
        }),
    }
}

/// A call of a counting function around an expression.
fn wrapped(name: &str, inner: IdedExpr) -> IdedExpr {
    let id = inner.id;
    call(name, vec![inner], id)
}

impl Gate<'_> {
    pub(super) fn fault(&self, id: u64, en: impl Into<String>, fr: impl Into<String>) -> Fault {
        let at = self.source.offset_for(id);
        Fault::new(en, fr).at(at.and_then(|(at, _)| place(&self.source.source, at)))
    }

    fn through(&mut self, it: IdedExpr, depth: usize, loops: usize) -> Result<IdedExpr, Fault> {
        let id = it.id;
        if depth > MOST_DEPTH {
            return Err(self.fault(
                id,
                "the expression is nested too deeply",
                "l’expression est imbriquée trop profondément",
            ));
        }
        let expr = match it.expr {
            Expr::Literal(literal) => Expr::Literal(literal),
            Expr::Ident(name) => {
                self.variable(id, &name)?;
                Expr::Ident(name)
            }
            Expr::Select(select) => self.select(id, select, depth, loops)?,
            Expr::List(list) => {
                let mut elements = Vec::with_capacity(list.elements.len());
                for element in list.elements {
                    let element = self.through(element, depth + 1, loops)?;
                    elements.push(kept(element));
                }
                Expr::List(ListExpr::new(elements))
            }
            Expr::Call(call) => return self.call(id, call, depth, loops),
            Expr::Comprehension(it) => self.walk(id, *it, depth, loops)?,
            Expr::Map(_) => {
                return Err(self.fault(
                    id,
                    "a rule cannot make maps with braces",
                    "une règle ne peut pas construire de table avec des accolades",
                ));
            }
            Expr::Struct(_) | Expr::Unspecified => {
                return Err(self.fault(
                    id,
                    "this cannot stand here",
                    "ceci ne peut pas figurer ici",
                ));
            }
        };
        Ok(IdedExpr { id, expr })
    }

    fn select(
        &mut self,
        id: u64,
        select: SelectExpr,
        depth: usize,
        loops: usize,
    ) -> Result<Expr, Fault> {
        match &select.operand.expr {
            Expr::Ident(name) if name == "element" => self.field(id, &select.field)?,
            Expr::Select(outer) if matches!(&outer.operand.expr, Expr::Ident(name) if name == "element") =>
            {
                self.part(id, &outer.field, &select.field)?;
            }
            _ => {}
        }
        self.passed.needs.fields |= fields::bit(&select.field);
        let field = if select.test && select.field == "extra" {
            FILLED.to_owned()
        } else {
            select.field
        };
        let operand = self.through(*select.operand, depth + 1, loops)?;
        Ok(Expr::Select(SelectExpr {
            operand: Box::new(operand),
            field,
            ..select
        }))
    }

    fn call(
        &mut self,
        id: u64,
        call: CallExpr,
        depth: usize,
        loops: usize,
    ) -> Result<IdedExpr, Fault> {
        if call.func_name == "matches" {
            return self.matches(id, call, depth, loops);
        }
        if call.func_name == operators::INDEX {
            // What is looked up by a name that is only made when it is run may be any field.
            self.passed.needs.fields |= match call.args.get(1).map(|it| &it.expr) {
                Some(Expr::Literal(LiteralValue::String(name))) => fields::bit(name.inner()),
                Some(Expr::Literal(_)) => 0,
                _ => u128::MAX,
            };
        }
        let func_name = match call.func_name.as_str() {
            operators::ADD => ADD.to_owned(),
            operators::SUBSTRACT => SUBTRACT.to_owned(),
            operators::MULTIPLY => MULTIPLY.to_owned(),
            operators::DIVIDE => DIVIDE.to_owned(),
            name => {
                let sign = name.contains('_') && !name.bytes().any(|it| it.is_ascii_lowercase());
                let known =
                    sign || name.starts_with('@') || FUNCTIONS.iter().any(|it| it.name == name);
                if !known {
                    return Err(self.unknown(id, name));
                }
                // Macros that are still calls were written with too few or too many arguments.
                if matches!(
                    name,
                    "has" | "exists" | "all" | "exists_one" | "filter" | "map"
                ) {
                    return Err(self.usage(id, name));
                }
                name.to_owned()
            }
        };
        let target = match call.target {
            Some(target) => Some(Box::new(self.through(*target, depth + 1, loops)?)),
            None => None,
        };
        let mut args = Vec::with_capacity(call.args.len());
        for arg in call.args {
            args.push(self.through(arg, depth + 1, loops)?);
        }
        Ok(IdedExpr {
            id,
            expr: Expr::Call(CallExpr {
                func_name,
                target,
                args,
            }),
        })
    }

    /// A pattern is written out in the rule, so that it is read once, within bounds, and its faults are told.
    fn matches(
        &mut self,
        id: u64,
        call: CallExpr,
        depth: usize,
        loops: usize,
    ) -> Result<IdedExpr, Fault> {
        let mut args = call.target.map(|it| *it).into_iter().chain(call.args);
        let (Some(text), Some(pattern), None) = (args.next(), args.next(), args.next()) else {
            return Err(self.usage(id, "matches"));
        };
        let Expr::Literal(LiteralValue::String(written)) = &pattern.expr else {
            return Err(self.fault(
                pattern.id,
                "the pattern must be written out between quotation marks",
                "le motif doit être écrit en toutes lettres entre guillemets",
            ));
        };
        let read = RegexBuilder::new(written.inner())
            .size_limit(LARGEST_PATTERN)
            .dfa_size_limit(LARGEST_PATTERN)
            .nest_limit(20)
            .build();
        let Ok(read) = read else {
            return Err(self.fault(
                pattern.id,
                "the pattern cannot be read, or is too large",
                "le motif est illisible ou trop grand",
            ));
        };
        let number = i64::try_from(self.passed.patterns.len()).unwrap_or(0);
        self.passed.patterns.push(read);
        let text = self.through(text, depth + 1, loops)?;
        let number = IdedExpr {
            id: pattern.id,
            expr: Expr::Literal(LiteralValue::Int(number.into())),
        };
        Ok(call_of_patterns(text, number, id))
    }

    /// A loop. Its list is paid for before it begins; what its body puts into a list, when it does.
    fn walk(
        &mut self,
        id: u64,
        it: ComprehensionExpr,
        depth: usize,
        loops: usize,
    ) -> Result<Expr, Fault> {
        if loops >= MOST_MACROS {
            return Err(self.fault(
                id,
                format!(
                    "all, exists, map and filter may stand {MOST_MACROS} inside each other, no more"
                ),
                format!("all, exists, map et filter s’imbriquent {MOST_MACROS} fois, pas plus"),
            ));
        }
        let name = it.iter_var.as_str();
        if matches!(name, "element" | "today") || VARIABLES.iter().any(|it| it.name == name) {
            return Err(self.fault(
                id,
                format!("“{name}” means something already; call each of the list “it”, for instance"),
                format!("« {name} » désigne déjà autre chose ; appelez chaque élément « it », par exemple"),
            ));
        }
        // The list itself belongs to the loop around: one after the other is not one inside the other.
        let iter_range = wrapped(WALK, self.through(it.iter_range, depth + 1, loops)?);
        let accu_init = self.through(it.accu_init, depth + 1, loops)?;
        self.bound.push(it.iter_var.clone());
        let body = [it.loop_cond, it.loop_step, it.result]
            .map(|part| self.through(part, depth + 1, loops + 1));
        self.bound.pop();
        let [loop_cond, loop_step, result] = body;
        Ok(Expr::Comprehension(Box::new(ComprehensionExpr {
            iter_range,
            accu_init,
            loop_cond: loop_cond?,
            loop_step: as_made_by_the_parser(loop_step?),
            result: result?,
            ..it
        })))
    }
}

fn kept(element: IdedExpr) -> IdedExpr {
    if matches!(element.expr, Expr::Literal(_)) {
        element
    } else {
        wrapped(KEEP, element)
    }
}

fn call_of_patterns(text: IdedExpr, number: IdedExpr, id: u64) -> IdedExpr {
    call(MATCHES, vec![text, number], id)
}

/// Gives the `+` by which `map`, `filter` and `exists_one` collect their results its own name back: the crate
/// appends in place where it finds it so, and what is appended is counted already.
fn as_made_by_the_parser(step: IdedExpr) -> IdedExpr {
    let is_result = |it: Option<&IdedExpr>| matches!(it.map(|it| &it.expr), Some(Expr::Ident(name)) if name == "@result");
    let IdedExpr { id, expr } = step;
    let expr = match expr {
        Expr::Call(mut call) => {
            if call.func_name == ADD && is_result(call.args.first()) {
                operators::ADD.clone_into(&mut call.func_name);
            } else if call.func_name == operators::CONDITIONAL {
                call.args = call.args.into_iter().map(as_made_by_the_parser).collect();
            }
            Expr::Call(call)
        }
        other => other,
    };
    IdedExpr { id, expr }
}
