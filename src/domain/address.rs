//! What stands in addresses: texts, and parameters with a name each.

/// The parameters of an address, in their order: what stands behind its `?`.
pub fn parameters(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.map(|(name, value)| (decode(name), decode(value))).collect()
}

/// What an address says for a parameter: the first of this name that says something.
pub fn parameter(address: &str, name: &str) -> Option<String> {
    let (_, query) = address.split_once('?')?;
    let named = |(known, value): &(String, String)| known == name && !value.is_empty();
    parameters(query).into_iter().find(named).map(|(_, value)| value)
}

/// An address without a parameter; all else stays as it is written.
pub fn without_parameter(address: &str, name: &str) -> String {
    let Some((path, query)) = address.split_once('?') else { return address.to_owned() };
    let is_other = |pair: &&str| decode(pair.split('=').next().unwrap_or_default()) != name;
    let others: Vec<&str> = query.split('&').filter(is_other).collect();
    if others.is_empty() { path.to_owned() } else { [path, "?", &others.join("&")].concat() }
}

/// An address in which a parameter, as its last one, has this value; all else stays as it is written.
pub fn with_parameter(address: &str, name: &str, value: &str) -> String {
    let mut out = without_parameter(address, name);
    out.push(if out.contains('?') { '&' } else { '?' });
    out.extend([&*encode(name), "=", &encode(value)]);
    out
}

/// Writes a text so that it can stand in an address (RFC 3986, percent-encoding of UTF-8).
pub fn encode(text: &str) -> String {
    const HEX: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.push(HEX.get(usize::from(half)).copied().unwrap_or('0'));
            }
        }
    }
    out
}

/// Reads what [`encode`] wrote, and `+` as a blank. A damaged escape stays as it stands, and bytes that
/// are no text become the replacement mark: an address is a stranger's input.
pub fn decode(text: &str) -> String {
    let mut out = Vec::new();
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let mut ahead = bytes.clone();
        let pair = (ahead.next().and_then(hex), ahead.next().and_then(hex));
        match (byte, pair) {
            (b'%', (Some(high), Some(low))) => {
                out.push(high * 16 + low);
                bytes = ahead;
            }
            (b'+', _) => out.push(b' '),
            _ => out.push(byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// How often a text is decoded again; nobody encodes one more often by accident.
pub const MOST_ENCODINGS: usize = 5;

/// A text in which nothing is encoded any more.
pub fn decoded(text: &str) -> String {
    (0..MOST_ENCODINGS).fold(text.to_owned(), |text, _| decoded_once(&text))
}

/// A text that was encoded once too often. What is no text when it is decoded stays.
pub fn decoded_once(text: &str) -> String {
    // A plus sign is a blank only where addresses are first read.
    let plain = decode(&text.replace('+', "%2B"));
    if plain.contains('\u{fffd}') { text.to_owned() } else { plain }
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
