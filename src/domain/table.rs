//! Tables for spreadsheet programs: CSV after RFC 4180, with a byte order mark, without which such programs garble
//! Cyrillic letters.

/// A table being written.
#[derive(Debug)]
pub struct Table {
    text: String,
    columns: usize,
}

impl Table {
    /// A table with these columns.
    pub fn new(columns: &[&str]) -> Self {
        let mut table = Self { text: "\u{feff}".to_owned(), columns: columns.len() };
        table.row(columns);
        table
    }

    /// Adds a row; cells that are not given stay empty.
    pub fn row(&mut self, cells: &[&str]) {
        for at in 0..self.columns {
            if at > 0 {
                self.text.push(',');
            }
            self.cell(cells.get(at).copied().unwrap_or_default());
        }
        self.text.push_str("\r\n");
    }

    fn cell(&mut self, text: &str) {
        if text.contains([',', '"', '\n', '\r']) {
            self.text.push('"');
            self.text.push_str(&text.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(text);
        }
    }

    /// The whole table.
    pub fn text(self) -> String {
        self.text
    }
}

/// What a spreadsheet program may take for the beginning of a formula (OWASP, CSV injection), in its wide forms, too.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A text that somebody typed, as a cell: what begins like a formula is kept from being one.
pub fn typed(text: &str) -> String {
    if text.starts_with(FORMULA) { ["'", text].concat() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::typed;

    #[test]
    fn what_begins_like_a_formula_is_none() {
        for formula in
            ["=1+1", "+996", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠SUM"]
        {
            assert_eq!(typed(formula), ["'", formula].concat());
        }
        assert_eq!(typed("roof = school"), "roof = school");
    }
}
