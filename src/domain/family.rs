//! Families: cases that grew from one root, such as the support centres, though their records do not all name
//! one another.

use serde::{Deserialize, Serialize};

/// One entry of `data/families.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
