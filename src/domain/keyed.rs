//! A few values, each under a name.
//!
//! Not the standard library's map: every kind of it is three kilobytes to load, and a check has 45 items.

/// Values by name, in the order of the names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyed<T>(Vec<(String, T)>);

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Keyed<T> {
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(name))
    }

    /// The value under a name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.get(self.place(name).ok()?).map(|(_, value)| value)
    }

    /// Whether there is a value under a name.
    pub fn has(&self, name: &str) -> bool {
        self.place(name).is_ok()
    }

    /// Puts a value under a name, in the place of the one that was there.
    pub fn put(&mut self, name: String, value: T) {
        match self.place(&name) {
            Ok(place) => {
                if let Some((_, known)) = self.0.get_mut(place) {
                    *known = value;
                }
            }
            Err(place) => self.0.insert(place, (name, value)),
        }
    }

    /// Takes a value away.
    pub fn remove(&mut self, name: &str) {
        if let Ok(place) = self.place(name) {
            self.0.remove(place);
        }
    }

    /// Keeps only the values whose names pass.
    pub fn retain(&mut self, mut pass: impl FnMut(&str) -> bool) {
        self.0.retain(|(name, _)| pass(name));
    }

    /// Names and values, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> FromIterator<(String, T)> for Keyed<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(pairs: I) -> Self {
        let mut keyed = Self::default();
        for (name, value) in pairs {
            keyed.put(name, value);
        }
        keyed
    }
}

#[cfg(test)]
mod tests {
    use super::Keyed;

    #[test]
    fn the_last_value_under_a_name_stands_and_names_are_in_order() {
        let pairs = [("trust", 1), ("backing", 2), ("trust", 3), ("", 4)];
        let mut keyed: Keyed<i32> =
            pairs.map(|(name, value)| (name.to_owned(), value)).into_iter().collect();
        let all = |keyed: &Keyed<i32>| {
            keyed.iter().map(|(name, value)| (name.to_owned(), *value)).collect::<Vec<_>>()
        };
        assert_eq!(
            all(&keyed),
            [(String::new(), 4), ("backing".to_owned(), 2), ("trust".to_owned(), 3)]
        );
        assert_eq!((keyed.get("trust"), keyed.get("roles"), keyed.len()), (Some(&3), None, 3));
        keyed.remove("trust");
        keyed.remove("roles");
        keyed.retain(|name| !name.is_empty());
        assert_eq!(all(&keyed), [("backing".to_owned(), 2)]);
        assert!(keyed.has("backing") && !keyed.is_empty());
    }
}
