//! The code that a partner pastes into their own page to show Ashar there, as HTML.
//!
//! Two forms lead to the same screen: an element that a script makes a growing frame of, and a plain frame that needs no
//! script. Refuses: to write anything that could leave the attribute it stands in, whatever was typed.

use crate::{
    components::rich_text::escape,
    domain::embed_options::{EmbedOptions, SCRIPT},
};

/// The code with the script. Inside the element stands a link, for readers whose browser runs no script.
///
/// `base`: the address of the app's folder, without a slash at the end. `title`: what a screen reader calls the frame.
pub fn custom_element(options: &EmbedOptions, base: &str, title: &str) -> String {
    let script = element("script async", &[("src", &[base, "/", SCRIPT].concat())], "");
    let address = [base, "/", &options.route().address()].concat();
    let link = element("a", &[("href", &address)], &text(title));
    let chosen = options.element_attributes();
    let mut attributes: Vec<(&str, &str)> =
        chosen.iter().map(|(name, value)| (*name, value.as_str())).collect();
    attributes.push(("title", title));
    [&script, "\n", &element("ashar-embed", &attributes, &link)].concat()
}

/// The code without a script. See [`custom_element`].
pub fn iframe(options: &EmbedOptions, base: &str, title: &str) -> String {
    let attributes = [
        ("src", &*options.address(base)),
        ("title", title),
        ("width", "100%"),
        ("height", &options.iframe_height().to_string()),
        ("loading", "lazy"),
        ("style", "border:0"),
    ];
    element("iframe", &attributes, "")
}

/// An element around HTML. An attribute without a value is left out. `opening`: its name, with attributes that have none.
fn element(opening: &str, attributes: &[(&str, &str)], content: &str) -> String {
    let name = opening.split(' ').next().unwrap_or_default();
    let mut html = ["<", opening].concat();
    for (attribute, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
        html.extend([" ", attribute, "=\"", &text(value), "\""]);
    }
    html.extend([">", content, "</", name, ">"]);
    html
}

/// A text as it can stand between quotation marks in a tag, and between tags. A line end would part the code in two for
/// people who copy it by hand.
fn text(plain: &str) -> String {
    escape(&plain.replace(char::is_control, " "))
}
