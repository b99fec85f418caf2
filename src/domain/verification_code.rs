//! A code by which two people find out whether they have the same file: what `make dist` prints beside a release, and what
//! the app says of a copy that it is shown.
//!
//! The digest of the file (SHA-256) in proquints: five letters for sixteen bits, consonant, vowel, consonant, vowel,
//! consonant, so that it can be read out over the telephone (D. Wilkerson, "A Proposal for Proquints", 2009,
//! arXiv:0901.4016).

const CONSONANTS: [char; 16] =
    ['b', 'd', 'f', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z'];
const VOWELS: [char; 4] = ['a', 'i', 'o', 'u'];

/// How many groups of letters make the code: 48 bits, which nobody meets by chance, and somebody who wants to only with
/// years of computing.
const GROUPS: usize = 3;

/// The code for a digest: "lusab-babad-gutih". A digest of fewer than six bytes gives a shorter one.
pub fn of(digest: &[u8]) -> String {
    let groups = digest.chunks_exact(2).take(GROUPS).map(|pair| {
        let bits = pair.iter().fold(0_u16, |bits, byte| bits << 8 | u16::from(*byte));
        group(bits)
    });
    groups.collect::<Vec<_>>().join("-")
}

fn group(bits: u16) -> String {
    let consonant = |shift: u32| CONSONANTS.get(usize::from(bits >> shift & 15));
    let vowel = |shift: u32| VOWELS.get(usize::from(bits >> shift & 3));
    [consonant(12), vowel(10), consonant(6), vowel(4), consonant(0)].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_examples_of_the_proposal_come_out() {
        for (address, code) in [
            ([127, 0, 0, 1], "lusab-babad"),
            ([63, 84, 220, 193], "gutih-tugad"),
            ([140, 98, 193, 141], "mudof-sakat"),
            ([212, 58, 253, 68], "tibup-zujah"),
        ] {
            assert_eq!(of(&address), code);
        }
    }

    #[test]
    fn a_code_is_made_of_the_first_six_bytes() {
        assert_eq!(of(&[0; 32]), "babab-babab-babab");
        let mut other = [0; 32];
        if let Some(byte) = other.get_mut(5) {
            *byte = 1;
        }
        assert_eq!(of(&other), "babab-babab-babad");
    }
}
