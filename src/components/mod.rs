//! Parts of screens, one component a file.
//!
//! Two rules keep them working on a page that the browser has translated, where every text node was replaced: a text that
//! changes is a [`live_text::LiveText`], which sets it on its own element, and what comes and goes is an element, never a bare
//! text among others.

#![allow(unreachable_pub, reason = "the macro makes the properties of a component public")]

pub(crate) mod bar;
pub(crate) mod block_elsewhere;
pub(crate) mod button;
pub(crate) mod case_card;
pub(crate) mod chips;
pub(crate) mod copy_button;
pub(crate) mod details_section;
pub(crate) mod empty_result;
pub(crate) mod facet_group;
pub(crate) mod field_text;
pub(crate) mod filter_panel;
pub(crate) mod heading;
pub(crate) mod icons;
pub(crate) mod link;
pub(crate) mod live_text;
pub(crate) mod notices;
pub(crate) mod page_title;
pub(crate) mod place_line;
pub(crate) mod print_button;
pub(crate) mod radio_options;
pub(crate) mod result_count;
pub(crate) mod results;
pub(crate) mod rich_text;
pub(crate) mod search_box;
pub(crate) mod section_name;
pub(crate) mod share_button;
pub(crate) mod site_footer;
pub(crate) mod site_header;
pub(crate) mod status;
pub(crate) mod term_update;
pub(crate) mod view;
pub(crate) mod vote_counter;

use crate::{domain::library::Library, i18n::Messages};
use leptos::prelude::*;

/// The data that the screen shows.
pub(crate) fn use_library() -> &'static Library {
    expect_context()
}

/// The texts of the interface in the language of the screen.
pub(crate) fn use_messages() -> Messages {
    expect_context()
}
