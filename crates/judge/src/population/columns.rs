//! The columns of a file for the inputs of a program.

use phongtrao_register::columns::packed::every_byte;
use phongtrao_register::columns::{self, Field, FieldKind, Packing, Wanted};
use phongtrao_rules::criteria::{Fact, Quantity};

use crate::program::{Catalogue, CellForm, Input, Leaf, Number, Program, Shape, Width};

/// The columns of a file, so that a program is made as narrow as they are.
#[derive(Debug, Clone, Copy)]
pub struct FileColumns<'a>(pub &'a [Field]);

/// A leaf that no column of a population answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit(pub Leaf);

impl Catalogue for FileColumns<'_> {
    fn shape(&self, leaf: &Leaf) -> Option<Shape> {
        let kind = self.0.iter().find(|field| Some(field.name.as_str()) == name(leaf))?.kind;
        match leaf {
            Leaf::Fact(_) => Some(Shape::Flags),
            Leaf::Key(_) if kind == FieldKind::Bytes => Some(Shape::Codes { values: every_byte(), width: Width::U8 }),
            Leaf::Key(_) => None,
            Leaf::Quantity(quantity) => {
                let scale = if matches!(kind, FieldKind::Places | FieldKind::Words) { 1000 } else { 1 };
                let (least, most) = range(quantity)?;
                Some(Shape::Scaled { scale, least: inward(least, scale, true)?, most: inward(most, scale, false)? })
            }
        }
    }
}

/// The column that answers a leaf.
fn name(leaf: &Leaf) -> Option<&str> {
    match leaf {
        Leaf::Fact(Fact::Column(name)) | Leaf::Key(name) | Leaf::Quantity(Quantity::Column { name, .. }) => Some(name),
        Leaf::Quantity(Quantity::Score { of, .. }) => Some(of),
        _ => None,
    }
}

fn range(quantity: &Quantity) -> Option<(Number, Number)> {
    match quantity {
        Quantity::Column { least, most, .. } => Some((Number::from(*least), Number::from(*most))),
        Quantity::Score { most, .. } => Some((Number::ZERO, Number::from(*most))),
        _ => None,
    }
}

/// The nearest number within a range that the column can hold.
fn inward(end: Number, scale: i64, up: bool) -> Option<Number> {
    let (numerator, denominator) = end.times(Number::whole(i128::from(scale)))?.parts()?;
    let whole = if up { -(-numerator).div_euclid(denominator) } else { numerator.div_euclid(denominator) };
    Number::fraction(whole, i128::from(scale))
}

/// What a program asks of a file.
///
/// # Errors
///
/// Where a leaf of the rule is no column: such rules are judged on a register.
pub fn wanted(program: &Program) -> Result<Vec<Wanted>, Unfit> {
    let want = |input: &Input| {
        let unfit = || Unfit(input.leaf.clone());
        let name = name(&input.leaf).ok_or_else(unfit)?.to_owned();
        Ok(Wanted { name, packing: packing(&input.cells).ok_or_else(unfit)? })
    };
    program.inputs().iter().map(want).collect()
}

fn packing(cells: &CellForm) -> Option<Packing> {
    match cells {
        CellForm::Flags => Some(Packing::Flags),
        CellForm::Codes { values, width } => Some(Packing::Codes { values: values.clone(), width: packed_width(*width)? }),
        CellForm::Scaled(form) => {
            let stored = |number: Number| i64::try_from(form.store(number).parts()?.0).ok();
            let (least, most) = (stored(form.least)?, stored(form.most)?);
            Some(Packing::Number { width: packed_width(form.width)?, scale: i64::try_from(form.scale).ok()?, least, most })
        }
        CellForm::Verdicts | CellForm::Bounds => None,
    }
}

fn packed_width(width: Width) -> Option<columns::Width> {
    match width {
        Width::U8 => Some(columns::Width::Bytes),
        Width::U16 => Some(columns::Width::Shorts),
        Width::I32 => Some(columns::Width::Integers),
        Width::I64 => Some(columns::Width::Longs),
        Width::Exact => None,
    }
}
