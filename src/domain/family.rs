//! Families: cases that grew from one root, such as the support centres, though their records do not all name
//! one another.

use super::{
    corpus::Corpus,
    node::Node,
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
    read(Node::from_json(json)?, corpus)
}

/// Reads the families, as [`parse`] does.
pub(crate) fn read(families: Node, corpus: &Corpus) -> Result<Vec<Family>, Vec<Fault>> {
    let faults = Faults::default();
    let list = read::list(families, &faults);
    let mut families = Vec::new();
    for mut fields in read::objects("families", list, &faults) {
        let mut members: Vec<Member> = Vec::new();
        for mut member in fields.objects("members") {
            let slug = member.text("slug");
            faults.check(|_| {
                if corpus.case(&slug).is_none() {
                    member.fault("slug", "is no case; use a slug that exists");
                }
                if members.iter().any(|earlier| earlier.slug == slug) {
                    member.fault("slug", "stands twice in this family; remove one");
                }
            });
            members.push(Member { slug, text: member.text("text"), source: member.text("source") });
            member.end();
        }
        if members.len() < 2 {
            fields.fault("members", "needs two cases or more");
        }
        families.push(Family {
            id: fields.text("id"),
            label: fields.text("label"),
            text: fields.text("text"),
            members,
        });
        fields.end();
    }
    faults.none_in(families)
}
