//! Which cases answer, and in which order.

use super::{
    FIELDS, Field, Found, Hit, MATCH_KINDS, MatchKind, Ranking,
    explain::Explainer,
    float,
    index::{Index, Indexed},
    index_of,
    terms::{Question, Term},
};

/// A question of more terms than this need not be answered in full.
const SHORT: usize = 3;

/// So many hits are shown with the place that answers best; the others open at their beginning.
const EXPLAINED: usize = 50;

/// Sums in another order differ in the last digits.
const TOLERANCE: f32 = 1e-4;

/// What answers a term in one case: how many words, by kind of match ([`MatchKind`]) and field ([`super::Field`]).
type Answers = [[u32; FIELDS]; MATCH_KINDS];

/// Ranks the cases of an index.
#[derive(Clone, Copy)]
pub(super) struct Ranker<'a> {
    pub(super) index: &'a Index,
    pub(super) ranking: &'a Ranking,
}

impl Ranker<'_> {
    /// The cases that answer. `None` for a query that does not ask for anything: an empty one, or one of stop words and marks
    /// only.
    pub(super) fn search(self, question: &Question) -> Option<Found> {
        let Question { terms, corrected } = question;
        if terms.is_empty() {
            return None;
        }
        let answers: Vec<Vec<Answers>> = terms.iter().map(|term| self.answers(term)).collect();
        let weights = answers.iter().zip(terms).map(|(answers, term)| {
            let guess = if term.is_guess { self.ranking.guess } else { 1.0 };
            guess * self.rarity(answers)
        });
        let weights: Vec<f32> = weights.collect();
        let whole: f32 = weights.iter().sum();
        let telling: f32 =
            terms.iter().zip(&weights).map(|(term, weight)| term.telling(*weight)).sum();
        let beside = self.side_by_side(terms, &weights);
        // The score, how much of the telling words it has, and the case.
        let mut scored: Vec<(f32, f32, &Indexed)> = Vec::new();
        let mut partial = true;
        for (place, case) in self.index.cases.iter().enumerate() {
            let (mut covered, mut covered_telling, mut score) = (0.0, 0.0, 0.0);
            let mut all = true;
            for ((answers, weight), term) in answers.iter().zip(&weights).zip(terms) {
                let Some(answers) = answers.get(place) else { continue };
                let worth = self.worth(case, answers);
                let cover = self.cover(answers);
                score += weight * worth;
                covered += weight * cover;
                covered_telling += term.telling(*weight) * cover;
                all &= worth > 0.0 || term.is_little;
            }
            if covered_telling > 0.0 {
                partial &= !all;
                let share = covered / whole;
                score += beside.get(place).copied().unwrap_or(0.0);
                scored.push((score * share * share, covered_telling / telling, case));
            }
        }
        let best = scored.iter().map(|(_, share, _)| *share).fold(0.0, f32::max);
        let least = match (terms.len() > SHORT, partial) {
            (false, true) => 0.0,
            (false, false) if best > 1.0 - TOLERANCE => best,
            _ => best * self.ranking.enough,
        };
        scored.retain(|(_, share, _)| *share + TOLERANCE >= least);
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        let explainer = Explainer { index: self.index, ranking: self.ranking };
        let hits = scored.into_iter().enumerate().map(|(place, (score, _, case))| {
            let mut hit = Hit { slug: case.slug.clone(), score, ..Hit::default() };
            if place < EXPLAINED {
                explainer.explain(&mut hit, case, terms, &weights);
            }
            hit
        });
        Some(Found { hits: hits.collect(), partial, corrected: corrected.clone(), retyped: None })
    }

    /// How well each case answers a term.
    fn answers(self, term: &Term) -> Vec<Answers> {
        let mut answers = vec![Answers::default(); self.index.cases.len()];
        let all = 0..index_of(self.index.passages.len());
        term.each_place(self.index, all, |passage, _, answer| {
            let match_kinds = answers.get_mut(passage.case as usize);
            let fields =
                match_kinds.and_then(|match_kinds| match_kinds.get_mut(answer.match_kind as usize));
            if let Some(count) = fields.and_then(|fields| fields.get_mut(passage.field as usize)) {
                *count += 1;
            }
        });
        answers
    }

    /// What a term's answers in a case are worth together, 0 to 1.
    ///
    /// Words that answer less surely count along with the surer ones, but only up to what their way is worth: however
    /// often a synonym stands in a case, it never weighs as much as the word itself. All of them together break ties.
    fn worth(self, case: &Indexed, answers: &Answers) -> f32 {
        let mut sum = 0.0;
        let mut best = 0.0_f32;
        for (fields, quality) in answers.iter().zip(&self.ranking.match_kinds).rev() {
            let before = sum;
            for (field, (count, weight)) in fields.iter().zip(&self.ranking.fields).enumerate() {
                if *count > 0 {
                    let length = case.lengths.get(field).copied().unwrap_or(0);
                    let share = float(length) / self.index.usual_length(field).max(1.0);
                    let held_back = 1.0 - self.ranking.length + self.ranking.length * share;
                    sum += weight * float(*count as usize) / held_back;
                }
            }
            if sum > before {
                best = best.max(quality * sum / (self.ranking.saturation + sum));
            }
        }
        best + self.ranking.company * (1.0 - best) * sum / (self.ranking.saturation + sum)
    }

    /// How far a case has a term, 0 to 1: what is less sure than its beginning counts in part.
    fn cover(self, answers: &Answers) -> f32 {
        (self.surest(answers) / self.ranking.quality(MatchKind::Beginning)).min(1.0)
    }

    /// What the surest way is worth in which a case answers a term; 0 where it does not.
    fn surest(self, answers: &Answers) -> f32 {
        let match_kinds = answers.iter().zip(&self.ranking.match_kinds);
        let has = match_kinds.filter(|(fields, _)| fields.iter().any(|count| *count > 0));
        has.map(|(_, quality)| *quality).fold(0.0_f32, f32::max)
    }

    /// How much a term tells: the fewer cases have it, the more (inverse document frequency). A case that has it in a
    /// less sure way counts as less than one.
    fn rarity(self, answers: &[Answers]) -> f32 {
        let with: f32 = answers.iter().map(|answers| self.surest(answers)).sum();
        (1.0 + (float(answers.len()) - with + 0.5) / (with + 0.5)).ln()
    }

    /// What each case earns by having neighbouring query words side by side, each pair once, where it weighs most.
    fn side_by_side(self, terms: &[Term], weights: &[f32]) -> Vec<f32> {
        let mut earned = vec![0.0_f32; self.index.cases.len()];
        let firsts = terms.iter().zip(weights);
        for ((first, rarity), (second, other)) in firsts.clone().zip(firsts.skip(1)) {
            let mut best = vec![0.0_f32; self.index.cases.len()];
            let postings = first.words.iter().flat_map(|(word, _)| self.index.postings(*word));
            for posting in postings {
                let Some(passage) = self.index.passages.get(posting.passage as usize) else {
                    continue;
                };
                let next = passage.words.get(posting.at as usize + 1);
                if passage.field != Field::Aside
                    && next.is_some_and(|(word, _)| second.answer(*word).is_some())
                    && let Some(best) = best.get_mut(passage.case as usize)
                {
                    let field = self.ranking.fields.get(passage.field as usize);
                    *best = best.max(field.copied().unwrap_or(0.0));
                }
            }
            for (earned, best) in earned.iter_mut().zip(best) {
                let share = best / (self.ranking.saturation + best);
                *earned += self.ranking.neighbours * (rarity + other) * share;
            }
        }
        earned
    }
}
