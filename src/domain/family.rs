//! Families: cases that grew from one root, such as the support centres, though their records do not all name
//! one another.

use super::{
    corpus::Corpus,
    read::{self, Fault, Faults},
};

/// One entry of `data/families.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// Stands in the data; never changes.
    pub id: String,
    /// What its cases have in common, as a heading.
    pub label: String,
    /// One or two sentences on the root.
    pub text: String,
    /// Its cases, in the book's order.
    pub members: Vec<Member>,
}

/// A case in a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The case.
    pub slug: String,
    /// How it belongs here.
    pub text: String,
    /// The heading in the book where that stands.
    pub source: String,
}

impl Family {
    /// Whether this case belongs to it.
    pub fn has(&self, slug: &str) -> bool {
        self.members.iter().any(|member| member.slug == slug)
    }
}

/// Reads `families.json`.
///
/// # Errors
/// Every fault, with its place: no list, an unknown case, a case that stands twice, an empty text, a family of one.
pub fn parse(json: &str, corpus: &Corpus) -> Result<Vec<Family>, Vec<Fault>> {
    let faults = Faults::default();
    let mut families = Vec::new();
    for mut fields in read::objects("families", read::list(json, &faults), &faults) {
        let mut members: Vec<Member> = Vec::new();
        for mut member in fields.objects("members") {
            let slug = member.text("slug");
            if corpus.case(&slug).is_none() {
                faults.add(&member.at("slug"), "is no case; use a slug that exists");
            }
            if members.iter().any(|earlier| earlier.slug == slug) {
                faults.add(&member.at("slug"), "stands twice in this family; remove one");
            }
            members.push(Member { slug, text: member.text("text"), source: member.text("source") });
            member.end();
        }
        if members.len() < 2 {
            faults.add(&fields.at("members"), "needs two cases or more");
        }
        families.push(Family {
            id: fields.text("id"),
            label: fields.text("label"),
            text: fields.text("text"),
            members,
        });
        fields.end();
    }
    let faults = faults.take();
    if faults.is_empty() { Ok(families) } else { Err(faults) }
}
