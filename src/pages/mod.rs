//! One page a route; each is thin and made of components.

#![allow(unreachable_pub, reason = "the macro makes the properties of a component public")]

pub(crate) mod about;
pub(crate) mod browse;
pub(crate) mod case;
pub(crate) mod check;
pub(crate) mod chunk_missing;
pub(crate) mod difficulties;
pub(crate) mod embed_builder;
pub(crate) mod factors;
pub(crate) mod glossary;
pub(crate) mod not_found;
pub(crate) mod offline;
