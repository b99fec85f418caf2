//! A page as a browser reads it, for tests that ask what stands where.

#![allow(dead_code, reason = "every test file uses its own part of this module")]
#![allow(clippy::panic, reason = "helpers of tests stop the test")]

use scraper::{ElementRef, Html, node::Node};

/// An element of a page.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// Its name, in lower case.
    pub(crate) tag: String,
    attributes: Vec<(String, String)>,
    inside: Vec<Piece>,
}

#[derive(Debug)]
enum Piece {
    Text(String),
    Element(Element),
}

/// Reads a page.
///
/// # Errors
/// What a browser would have to mend: an element that is not closed, or that cannot stand where it stands.
pub(crate) fn read(html: &str) -> Result<Element, String> {
    let page = if html.starts_with("<!DOCTYPE") {
        Html::parse_document(html)
    } else {
        Html::parse_fragment(html)
    };
    if page.errors.is_empty() {
        Ok(Element::of(page.root_element()))
    } else {
        Err(page.errors.join("; "))
    }
}

/// Reads a page that is right.
pub(crate) fn page_of(html: &str) -> Element {
    read(html).unwrap_or_else(|error| panic!("{error} in {html}"))
}

impl Element {
    fn of(element: ElementRef<'_>) -> Self {
        let pieces = element.children().filter_map(|node| match node.value() {
            Node::Text(text) => Some(Piece::Text(text.to_string())),
            _ => ElementRef::wrap(node).map(|child| Piece::Element(Self::of(child))),
        });
        let value = element.value();
        Self {
            tag: value.name().to_owned(),
            attributes: value
                .attrs()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            inside: pieces.collect(),
        }
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether it has a class.
    pub(crate) fn has(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|all| all.split(' ').any(|one| one == class))
    }

    pub(crate) fn children(&self) -> impl Iterator<Item = &Self> {
        self.inside.iter().filter_map(|piece| match piece {
            Piece::Element(element) => Some(element),
            Piece::Text(_) => None,
        })
    }

    /// Everything inside, in the order of the page.
    pub(crate) fn all(&self) -> Vec<&Self> {
        let mut all = Vec::new();
        self.collect(&mut all);
        all
    }

    fn collect<'a>(&'a self, all: &mut Vec<&'a Self>) {
        for child in self.children() {
            all.push(child);
            child.collect(all);
        }
    }

    /// Every element inside of this name.
    pub(crate) fn tagged(&self, tag: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|element| element.tag == tag).collect()
    }

    /// Every element inside with this class.
    pub(crate) fn classed(&self, class: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|element| element.has(class)).collect()
    }

    /// The first one inside with this class.
    pub(crate) fn first(&self, class: &str) -> &Self {
        let found = self.classed(class);
        found.first().unwrap_or_else(|| panic!("no .{class} in: {}", self.text()))
    }

    pub(crate) fn find_id(&self, id: &str) -> Option<&Self> {
        self.children().find_map(|child| {
            if child.attribute("id") == Some(id) { Some(child) } else { child.find_id(id) }
        })
    }

    /// The element inside with this id.
    pub(crate) fn id(&self, id: &str) -> &Self {
        self.find_id(id).unwrap_or_else(|| panic!("no #{id} in: {}", self.text()))
    }

    /// What is read before anything is touched: explanations of terms stay hidden.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for piece in &self.inside {
            match piece {
                // A word joiner keeps a full stop beside the term before it, and cannot be seen.
                Piece::Text(plain) => text.push_str(&plain.replace('\u{2060}', "")),
                Piece::Element(element) if element.attribute("hidden").is_some() => {}
                Piece::Element(element) => text.push_str(&element.text()),
            }
        }
        text
    }

    /// The same with what is hidden.
    pub(crate) fn full_text(&self) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(plain) => plain.clone(),
            Piece::Element(element) => element.full_text(),
        };
        self.inside.iter().map(piece).collect()
    }

    /// Addresses of the links inside, in their order.
    pub(crate) fn addresses(&self) -> Vec<&str> {
        self.tagged("a").iter().filter_map(|link| link.attribute("href")).collect()
    }
}
