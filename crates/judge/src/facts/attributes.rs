//! Attributes of a person or unit.

use phongtrao_register::rows::PostKind;
use phongtrao_value::Date;

use super::{Addition, Facts, Found, of};
use crate::{Verdict, names, texts};

impl Facts<'_> {
    pub(super) fn attribute(&self, name: &str, values: &[String], subject: &str) -> Found<Verdict> {
        let day = self.calendar.period.to.min(self.calendar.as_of);
        let has = self.attribute_of(name, subject, day);
        let Some(mut has) = has else {
            return Found::waiting_for_unit(Verdict::Unknown, Addition::Fact, texts::missing_attribute(names::attribute(name)));
        };
        has.value.sort();
        let met = has.value.iter().any(|value| values.contains(value));
        Found { grounds: has.grounds, missing: has.missing, ..Found::bare(Verdict::of(met)) }
    }

    /// The values of an attribute on a day; `None` where they are not known.
    pub(crate) fn attribute_of(&self, name: &str, subject: &str, day: Date) -> Option<Found<Vec<String>>> {
        if let Some(person) = self.rows.people.get(subject) {
            let mut found = Found::bare(match name {
                "category" => vec![person.category.clone()],
                "sex" => vec![person.sex.clone()?],
                "status" => self.statuses_on(subject, day)?,
                "post" => self.posts_on(subject, day).filter_map(|post| post.title.clone()).collect(),
                "unit" => self.posts_on(subject, day).flat_map(|post| self.and_above(&post.unit)).collect(),
                "block" => self.posts_on(subject, day).filter_map(|post| self.rows.units.get(post.unit.as_str())?.block.clone()).collect(),
                _ => return None,
            });
            found.ground(&person.place, texts::fact_attribute(names::attribute(name), self.names.values(name, &found.value)));
            return Some(found);
        }
        let unit = self.rows.units.get(subject)?;
        let mut found = Found::bare(match name {
            "kind" => vec![unit.kind.clone()?],
            "block" => vec![unit.block.clone()?],
            "tree" => vec![unit.tree.clone()],
            "unit" => self.and_above(subject),
            _ => return None,
        });
        found.ground(&unit.place, texts::fact_attribute(names::attribute(name), self.names.values(name, &found.value)));
        Some(found)
    }

    fn statuses_on(&self, person: &str, day: Date) -> Option<Vec<String>> {
        let rows = of(&self.rows.statuses, person).iter().filter(|row| is_on(row.from, row.to, day));
        let statuses: Vec<String> = rows.map(|row| row.status.clone()).collect();
        (!statuses.is_empty()).then_some(statuses)
    }

    fn posts_on<'b>(&'b self, person: &str, day: Date) -> impl Iterator<Item = &'b phongtrao_register::rows::Post> {
        of(&self.rows.posts, person).iter().copied().filter(move |post| post.kind == PostKind::Main && is_on(post.from, post.to, day))
    }

    /// The units in which a subject stands on the day whose attributes count, itself among them, and all above them.
    pub(crate) fn units_of(&self, subject: &str) -> Vec<String> {
        match self.rows.households.get(subject) {
            Some(household) => household.unit.iter().flat_map(|unit| self.and_above(unit)).collect(),
            None => self.attribute_of("unit", subject, self.calendar.day_of_attributes()).map(|found| found.value).unwrap_or_default(),
        }
    }

    /// A unit and all above it.
    fn and_above(&self, unit: &str) -> Vec<String> {
        let mut units: Vec<String> = Vec::new();
        let mut next = Some(unit);
        while let Some(id) = next {
            // A circle in the tree is a finding of the data folder; here it only ends.
            if units.iter().any(|seen| seen == id) {
                break;
            }
            units.push(id.to_owned());
            next = self.rows.units.get(id).and_then(|unit| unit.parent.as_deref());
        }
        units
    }
}

/// Whether something that holds from one day to another holds on a day.
pub(crate) fn is_on(from: Option<Date>, to: Option<Date>, day: Date) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}
