//! Protects the search: people find the case they mean by the words they have for it. Which case is
//! right was judged by reading the cases, not by asking the engine.

#![allow(clippy::panic, reason = "helpers of tests stop the test")]

mod support;

use ashar::domain::{
    case::CaseStudy,
    search::{Found, Hit},
    stem::Stemmed,
    text::{fold, tokens},
    validate,
    vocabulary::Facet,
};
use proptest::prelude::*;
use std::{collections::BTreeSet, sync::LazyLock};
use support::library;

fn search(query: &str) -> Found {
    library().search(query)
}

fn slugs(query: &str) -> Vec<String> {
    search(query).hits.into_iter().map(|hit| hit.slug).collect()
}

/// The same words, whatever their order in the list.
fn found(query: &str) -> BTreeSet<String> {
    slugs(query).into_iter().collect()
}

/// A query and the case it must show: as the first, among the first three, or one of several equally
/// right ones as the first.
macro_rules! finds {
    ($(#[$note:meta])* $name:ident, $query:literal, first = $slug:literal) => {
        finds!($(#[$note])* $name, $query, first_of = [$slug]);
    };
    ($(#[$note:meta])* $name:ident, $query:literal, first_of = $slugs:expr) => {
        #[test]
        $(#[$note])*
        fn $name() {
            let found = slugs($query);
            let first = found.first().map_or("nothing", String::as_str);
            assert!($slugs.contains(&first), "{:?} gives {found:?}", $query);
            assert!(!search($query).partial, "{:?} finds only some of its words", $query);
        }
    };
    ($(#[$note:meta])* $name:ident, $query:literal, in_top3 = $slugs:expr) => {
        #[test]
        $(#[$note])*
        fn $name() {
            let found = slugs($query);
            for slug in $slugs {
                let seen = found.iter().take(3).any(|found| found == slug);
                assert!(seen, "{:?} gives {found:?}", $query);
            }
        }
    };
}

// One word.
finds!(irrigation_finds_sai, "irrigation", first = "araket");
finds!(a_canal_finds_the_border_villages, "canal", first = "fti");
finds!(a_bathhouse_finds_hava, "bathhouse", first = "hava");
finds!(milk_finds_hava, "milk", first = "hava");
finds!(tuberculosis_finds_hava, "tuberculosis", first = "hava");
finds!(a_kindergarten_finds_krasnaya_rechka, "kindergarten", first = "krasnaya-rechka");
finds!(widows_find_lady_shirin, "widows", first = "lady-shirin");
finds!(one_widow_finds_the_widows, "widow", first = "lady-shirin");
finds!(refugees_find_sairon, "refugees", first = "sairon");
finds!(one_refugee_finds_the_refugees, "refugee", first = "sairon");
finds!(citizenship_finds_sairon, "citizenship", first = "sairon");
finds!(bribes_find_interbilim, "bribes", first = "interbilim");
finds!(corruption_finds_interbilim, "corruption", first = "interbilim");
finds!(tv_finds_interbilim, "TV", first = "interbilim");
finds!(trash_finds_osh, "trash", first = "baktynur-osh");
finds!(rats_find_osh, "rats", first = "baktynur-osh");
finds!(waste_finds_both_cases_on_it, "waste", in_top3 = ["baktynur-osh", "leader"]);
finds!(lunches_find_kabak, "lunches", first = "rural-life");
finds!(one_lunch_finds_the_lunches, "lunch", first = "rural-life");
finds!(disasters_find_shoola, "disasters", first = "shoola");
finds!(one_disaster_finds_the_disasters, "disaster", first = "shoola");
finds!(drainage_finds_shoola, "drainage", first = "shoola");
finds!(volunteers_find_altius, "volunteers", first = "altius");
finds!(attendance_finds_altius, "attendance", first = "altius");
finds!(telephone_finds_both_cases_on_it, "telephone", in_top3 = ["krasnaya-rechka", "coa"]);
finds!(internet_finds_the_companies, "internet", first = "coa");
finds!(elderly_finds_the_centre_for_the_elderly, "elderly", first = "rce");
finds!(a_mosque_finds_manas, "mosque", first = "manas-1000");
finds!(sport_finds_manas, "sport", first = "manas-1000");
finds!(electricity_finds_the_power_bills, "electricity", first = "soop-kochu");
finds!(federations_find_mehr_shafkat, "federations", first = "mehr-shafkat");
finds!(safflower_finds_alga, "safflower", first = "alga");
finds!(strategy_finds_the_city_plan, "strategy", first = "aikol");
finds!(disability_finds_bayastan, "disability", first = "bayastan");
finds!(a_border_finds_the_border_villages, "border", first = "fti");
finds!(
    a_budget_finds_the_two_cases_named_after_it,
    "budget",
    in_top3 = ["insan-leilek", "manas-1000"]
);

// Two words and more.
finds!(budget_hearings_find_manas, "budget hearings", first = "manas-1000");
finds!(
    one_budget_hearing_finds_the_hearings,
    "budget hearing",
    in_top3 = ["manas-1000", "insan-leilek"]
);
finds!(a_local_budget_finds_leilek, "local budget", first = "insan-leilek");
finds!(a_school_roof_finds_otogon, "school roof", first = "shazet");
finds!(school_lunch_finds_kabak, "school lunch", first = "rural-life");
finds!(street_lights_find_kabak, "street lights", first = "rural-life");
finds!(street_lighting_finds_street_lights, "street lighting", first = "rural-life");
finds!(first_aid_finds_shoola, "first aid", first = "shoola");
finds!(computer_games_find_altius, "computer games", first = "altius");
finds!(game_halls_find_altius, "game halls", first = "altius");
finds!(land_dispute_finds_leader, "land dispute", first = "leader");
finds!(legal_help_finds_both_receptions, "legal help", in_top3 = ["leader", "rce"]);
finds!(older_people_find_balykchy, "older people", first = "rce");
finds!(a_sports_complex_finds_manas, "sports complex", first = "manas-1000");
finds!(a_city_strategy_finds_aikol, "city strategy", first = "aikol");
finds!(disabled_children_find_bayastan, "disabled children", first = "bayastan");
finds!(special_schools_find_bayastan, "special schools", first = "bayastan");
finds!(self_help_groups_find_shoola, "self-help groups", first = "shoola");
finds!(self_help_without_a_hyphen_finds_shoola, "self help group", first = "shoola");
finds!(a_seed_fund_finds_lady_shirin, "seed fund", first = "lady-shirin");
finds!(a_loan_fund_finds_suzak, "loan fund", first = "suzak-villages");
finds!(power_bills_find_kuu_maidan, "power bills", first = "soop-kochu");
finds!(power_cuts_find_kuu_maidan, "power cuts", first = "soop-kochu");
finds!(trash_fees_find_osh, "trash fees", first = "baktynur-osh");
finds!(a_water_committee_finds_sai, "water committee", first = "araket");
finds!(drinking_water_finds_ivanovka, "drinking water", in_top3 = ["adept"]);
finds!(village_committees_find_mehr_shafkat, "village committees", first = "mehr-shafkat");
finds!(savings_groups_find_mehr_shafkat, "savings groups", first = "mehr-shafkat");
finds!(telephone_lines_find_krasnaya_rechka, "telephone lines", first = "krasnaya-rechka");
finds!(letters_of_guarantee_find_sai, "letters of guarantee", first = "araket");
finds!(a_border_conflict_finds_the_border_villages, "border conflict", first = "fti");
finds!(employment_office_finds_zionis, "employment office", first = "zionis");

#[test]
fn what_was_typed_in_the_other_layout_of_the_keyboard_is_found_and_said() {
    for (typed, meant) in [("djlf", "вода"), ("цфеук", "water"), ("vecjh", "мусор")] {
        assert!(!slugs(meant).is_empty(), "{meant}");
        assert_eq!(slugs(typed), slugs(meant), "{typed}");
        assert_eq!(search(typed).retyped.as_deref(), Some(meant));
    }
}

#[test]
fn what_was_copied_out_of_an_address_is_read_as_it_was() {
    for encoded in ["%D0%B2%D0%BE%D0%B4%D0%B0", "%25D0%25B2%25D0%25BE%25D0%25B4%25D0%25B0"] {
        assert_eq!(slugs(encoded), slugs("вода"), "{encoded}");
        assert_eq!(search(encoded).retyped.as_deref(), Some("вода"));
    }
}

#[test]
fn a_word_with_a_star_finds_what_begins_like_it() {
    assert_eq!(slugs("kinderg*"), slugs("kinderg"));
    assert_eq!(slugs("wat* pipes"), slugs("pipes wat"));
}

#[test]
fn what_looks_the_same_or_means_the_same_figure_finds_the_same() {
    for (typed, plain) in [
        // Letters that cannot be seen, from copied texts.
        ("irri\u{ad}gation", "irrigation"),
        ("таш\u{ad}тан\u{ad}ды", "таштанды"),
        ("tu\u{ad}ber\u{ad}cu\u{ad}lo\u{ad}sis", "tuberculosis"),
        ("kinder\u{200c}garten", "kindergarten"),
        ("\u{feff}wa\u{2060}ter\u{feff}", "water"),
        // Letters that look like those of Kyrgyz.
        ("ѳзгѳн", "өзгөн"),
        ("Ɵзгɵн", "өзгөн"),
        ("ӧкмӧтү", "өкмөтү"),
        ("ұй", "үй"),
        ("Yй-бYлɵ", "үй-бүлө"),
        ("кvн", "күн"),
        ("Oʻsh", "Osh"),
        // Letters of the other alphabet.
        ("wаter", "water"),
        ("irrigаtion", "irrigation"),
        ("Оsh", "Osh"),
        ("мyсор", "мусор"),
        ("вoда", "вода"),
        // Figures.
        ("7200", "7,200"),
        ("7 200", "7,200"),
        ("7\u{202f}200 som", "7,200 som"),
        ("10000", "10,000"),
        ("400 000", "400,000"),
        ("0,5", "0.5"),
    ] {
        assert!(!slugs(plain).is_empty(), "{plain}");
        assert_eq!(slugs(typed), slugs(plain), "{typed}");
        assert_eq!(search(typed).corrected, search(plain).corrected, "{typed}");
    }
}

#[test]
fn every_word_that_the_search_box_suggests_finds_something() {
    let words: serde_json::Value =
        serde_json::from_str(&support::file("data/words/en.json")).expect("the word list is JSON");
    let suggested = words["search.example"].as_str().expect("a text").trim_end_matches(" …");
    for word in suggested.split(", ") {
        assert!(!slugs(word).is_empty(), "{word}");
    }
}

// Two words in one, and one in two.
finds!(
    microcredit_in_one_word_finds_micro_credit,
    "microcredit",
    first_of = ["alga", "adept", "krasnaya-rechka", "lady-shirin", "sairon", "suzak-villages"]
);
finds!(
    roundtable_in_one_word_finds_round_tables,
    "roundtable",
    first_of =
        ["altius", "soop-kochu", "rce", "krasnaya-rechka", "aikol", "insan-leilek", "bayastan"]
);
finds!(a_bath_house_in_two_words_finds_hava, "bath house", first = "hava");

// Mistyped: a letter missed, doubled, wrong, swapped with its neighbour.
finds!(irigation_finds_irrigation, "irigation ", first = "araket");
finds!(tuberculossis_finds_tuberculosis, "tuberculossis ", first = "hava");
finds!(corruptoin_finds_corruption, "corruptoin ", first = "interbilim");
finds!(kindergarden_finds_kindergarten, "kindergarden ", first = "krasnaya-rechka");
finds!(refuges_finds_refugees, "refugess ", first = "sairon");
finds!(volonteers_find_volunteers, "volonteers ", first = "altius");
finds!(widdows_find_widows, "widdows ", first = "lady-shirin");
finds!(electrisity_finds_electricity, "electrisity ", first_of = ["soop-kochu", "rural-life"]);
finds!(interblim_finds_interbilim, "Interblim ", first = "interbilim");

// Names in another alphabet or another habit of spelling.
finds!(talas_in_cyrillic, "Талас", in_top3 = ["manas-1000", "aikol"]);
finds!(naryn_in_cyrillic, "Нарын", first = "bayastan");
finds!(leilek_in_cyrillic, "Лейлек", first = "insan-leilek");
finds!(suzak_in_cyrillic, "Сузак", first = "suzak-villages");
finds!(karakol_in_cyrillic, "Каракол", first = "leader");
finds!(balykchy_in_cyrillic, "Балыкчы", first = "rce");
finds!(issyk_kul_in_kyrgyz, "Ысык-Көл", first_of = ["leader", "rce", "rural-life", "shoola"]);
finds!(
    issyk_kul_without_the_kyrgyz_letter,
    "Ысык Кол",
    first_of = ["leader", "rce", "rural-life", "shoola"]
);
finds!(issyk_kul_in_russian, "Иссык-Куль", first_of = ["leader", "rce", "rural-life", "shoola"]);
finds!(jalal_abad_in_one_word, "Jalalabad", first_of = ["altius", "suzak-villages", "manas-1000"]);
finds!(
    chuy_is_chui,
    "Chuy",
    first_of = ["alga", "adept", "krasnaya-rechka", "shazet", "zionis", "sairon"]
);
finds!(aiyl_okmot_is_ayil_okmot, "aiyl okmot of Suzak", first = "suzak-villages");
finds!(
    soros_in_cyrillic,
    "Сорос",
    first_of = ["alga", "coa", "manas-1000", "shazet", "suzak-villages", "zionis", "baktynur-osh"]
);

#[test]
fn a_mistyped_word_is_said_with_what_was_looked_for_instead() {
    let found = search("irigation ");
    assert_eq!(found.corrected, [("irigation".to_owned(), "irrigation".to_owned())]);
}

#[test]
fn a_word_that_nobody_knows_is_no_mistake_beside_others_that_say_what_is_meant() {
    for query in ["где взять деньги на ремонт школы ", "как написать меморандум "]
    {
        assert_eq!(search(query).corrected, [], "{query}");
        assert!(!slugs(query).is_empty(), "{query}");
    }
}

#[test]
fn a_word_that_stands_in_a_case_is_never_corrected() {
    for query in ["water ", "land", "budget hearings", "Талас", "ayil okmot", "microcredit "] {
        assert_eq!(search(query).corrected, [], "{query}");
    }
}

#[test]
fn a_name_spelt_otherwise_says_how_it_is_written_there() {
    let found = search("Нарын");
    let reasons = found.hits.first().map(|hit| hit.reasons.clone()).unwrap_or_default();
    let said: Vec<_> =
        reasons.iter().map(|reason| (reason.typed.as_str(), reason.found.as_str())).collect();
    assert_eq!(said, [("нарын", "naryn")]);
}

#[test]
fn nonsense_and_words_of_other_fields_find_nothing() {
    for query in ["zzxqj", "qwrtplk", "bitcoin ", "submarine ", "ыыыыщщщ", "xylophone "] {
        assert_eq!(slugs(query), [""; 0], "{query}");
    }
}

/// Every text of a case that is searched, and the names of its filter values.
fn passages(case: &CaseStudy) -> Vec<&str> {
    let vocabulary = &library().vocabulary;
    let mut texts =
        vec![case.title.as_str(), &case.point.text, &case.summary, &case.organisation.text];
    texts.push(&case.organisation.name);
    texts.extend(case.organisation.spellings.iter().map(String::as_str));
    for block in &case.blocks {
        texts.extend([block.text.as_str(), &block.name, &block.role]);
        texts.extend(block.met.as_deref());
    }
    for facet in Facet::ALL {
        let values = case.values(facet).into_iter();
        texts.extend(values.map(|value| vocabulary.label(&[facet.id()], value)));
    }
    texts
}

/// Whether these words, or forms of them, stand side by side in a text, in their order.
fn stand_side_by_side(text: &str, words: &[Stemmed]) -> bool {
    let tokens: Vec<Stemmed> =
        tokens(text).into_iter().map(|token| Stemmed::new(token.word)).collect();
    let same = |(one, word): (&Stemmed, &Stemmed)| one.is_kin(word);
    tokens.windows(words.len()).any(|here| here.iter().zip(words).all(same))
}

#[test]
fn words_stand_side_by_side_only_in_their_order_and_with_nothing_between() {
    let words = ["drinking", "water"].map(|word| Stemmed::new(word.to_owned()));
    assert!(stand_side_by_side("They wanted drinking water.", &words));
    for apart in ["water for drinking", "drinking clean water", "drinking", "water", ""] {
        assert!(!stand_side_by_side(apart, &words), "{apart}");
    }
}

#[test]
fn words_in_quotation_marks_stand_side_by_side_in_every_case_that_is_found() {
    for query in ["\"drinking water\"", "“budget hearings”", "«self-help groups»"] {
        let words: Vec<Stemmed> =
            tokens(query).into_iter().map(|token| Stemmed::new(token.word)).collect();
        let found = search(query);
        assert!(!found.hits.is_empty(), "{query}");
        assert!(!found.partial, "{query}");
        for hit in &found.hits {
            let case = case_of(hit);
            let stand = passages(case).into_iter().any(|text| stand_side_by_side(text, &words));
            assert!(stand, "{query}: {}", hit.slug);
            if !hit.marks.is_empty() {
                let shown = hit.text(case);
                assert!(stand_side_by_side(shown, &words), "{query}: {}: {shown}", hit.slug);
            }
        }
        let without_marks: Vec<&str> = words.iter().map(Stemmed::text).collect();
        assert!(found.hits.len() <= slugs(&without_marks.join(" ")).len(), "{query}");
    }
}

// As people ask, with little words.
finds!(
    how_do_we_clean_the_streets,
    "how do we clean the streets",
    in_top3 = ["baktynur-osh", "leader"]
);
finds!(how_can_women_get_land, "how can women get land?", first = "alga");
finds!(jobs_for_young_people, "jobs for young people", first = "zionis");
finds!(who_collects_the_trash, "who collects the trash", first = "baktynur-osh");
finds!(how_to_share_a_canal, "how do we share a canal?", first = "fti");
finds!(how_is_the_local_budget_made, "how is the local budget made", first = "insan-leilek");
finds!(
    an_official_was_replaced,
    "an official was replaced",
    first_of = ["aikol", "altius", "rce", "shoola"]
);
finds!(
    residents_do_not_pay,
    "residents do not pay",
    first_of = ["adept", "baktynur-osh", "mehr-shafkat", "soop-kochu", "suzak-villages"]
);
finds!(who_pays_for_water, "who pays for water", in_top3 = ["mehr-shafkat"]);

// While typing.
finds!(irrig_finds_sai, "irrig", first = "araket");
finds!(kinderg_finds_krasnaya_rechka, "kinderg", first = "krasnaya-rechka");
finds!(refug_finds_sairon, "refug", first = "sairon");
finds!(corrup_finds_interbilim, "corrup", first = "interbilim");
finds!(disas_finds_shoola, "disas", first = "shoola");
finds!(budget_hea_finds_manas, "budget hea", first = "manas-1000");
finds!(baktyn_finds_baktynur_osh, "baktyn", first = "baktynur-osh");
finds!(insan_l_finds_insan_leilek, "insan l", first = "insan-leilek");
finds!(school_r_finds_otogon, "school r", in_top3 = ["shazet"]);
finds!(manas_1_finds_manas, "manas 1", first = "manas-1000");
finds!(bathh_finds_hava, "bathh", first = "hava");

// Places, in the book's spelling and others.
finds!(talas_finds_both_cases_on_the_city, "Talas", in_top3 = ["manas-1000", "aikol"]);
finds!(osh_finds_both_cases_on_the_city, "Osh", in_top3 = ["interbilim", "baktynur-osh"]);
finds!(tokmok_finds_zionis, "Tokmok", first = "zionis");
finds!(karakol_finds_leader, "karakol", first = "leader");
finds!(balykchy_finds_rce, "Balykchy", first = "rce");
finds!(balykchi_finds_rce, "Balykchi", first = "rce");
finds!(naryn_finds_bayastan, "Naryn", first = "bayastan");
finds!(batken_finds_fti, "Batken", in_top3 = ["fti", "insan-leilek"]);
finds!(nookat_finds_both_cases_there, "Nookat", in_top3 = ["soop-kochu", "interbilim"]);
finds!(isfara_finds_fti, "Isfara", first = "fti");
finds!(aravan_finds_mehr_shafkat, "Aravan", first = "mehr-shafkat");
finds!(ivanovka_finds_adept, "Ivanovka", first = "adept");
finds!(jalalabad_in_one_word_finds_altius, "Jalalabad", first = "altius");
finds!(kizil_adir_finds_lady_shirin, "Kizil-Adir", first = "lady-shirin");
finds!(kok_oy_without_a_hyphen_finds_hava, "kok oy", first = "hava");
finds!(kok_oy_with_a_hyphen_finds_hava, "Kok-Oy", first = "hava");
finds!(kok_oy_in_kyrgyz_finds_hava, "Көк-Ой", first = "hava");
finds!(jerkazar_in_kyrgyz_finds_alga, "Жерказар", first = "alga");
finds!(ivanovka_in_russian_finds_adept, "Ивановка", in_top3 = ["adept", "sairon"]);
finds!(tokmok_in_russian_finds_zionis, "токмок", first = "zionis");
finds!(jetiogus_finds_rural_life, "Jetiogus", in_top3 = ["rural-life"]);
finds!(usgen_finds_interbilim, "Usgen", first = "interbilim");
finds!(the_tar_river_finds_sai, "Tar river", first = "araket");

// Organisations, companies and funders.
finds!(the_word_leader_finds_the_organisation, "leader", first = "leader");
finds!(shazet_in_russian_finds_shazet, "Шазет", first = "shazet");
finds!(the_old_name_of_the_centre_finds_rce, "Umut Balykchy", first = "rce");
finds!(tolerance_finds_fti, "foundation for tolerance", first = "fti");
finds!(communication_operators_find_coa, "communication operators", first = "coa");
finds!(kyrgyz_telecom_finds_krasnaya_rechka, "Kyrgyz Telecom", first = "krasnaya-rechka");
finds!(tazalyk_finds_osh, "Tazalyk", first = "baktynur-osh");
finds!(undp_finds_suzak, "UNDP", first = "suzak-villages");
finds!(world_bank_finds_shazet, "World Bank", first = "shazet");
finds!(mercy_corps_finds_a_case_it_paid_for, "Mercy Corps", first_of = ["sairon", "rural-life"]);

#[test]
fn every_organisation_is_found_first_by_its_name() {
    for case in library().corpus.cases() {
        assert_eq!(slugs(&case.organisation.name).first(), Some(&case.slug));
    }
}

#[test]
fn every_other_spelling_of_an_organisation_finds_it_among_the_first_three() {
    for case in library().corpus.cases() {
        for spelling in &case.organisation.spellings {
            let found = slugs(spelling);
            assert!(found.iter().take(3).any(|slug| *slug == case.slug), "{spelling}: {found:?}");
        }
    }
}

#[test]
fn every_village_and_every_spelling_of_it_finds_its_case() {
    for case in library().corpus.cases() {
        for place in &case.places {
            let names = place.rayon.iter().chain(&place.settlement).chain(&place.spellings);
            for name in names {
                let found = search(name);
                assert!(found.hits.iter().any(|hit| hit.slug == case.slug), "{name}");
                assert!(!found.partial, "{name}");
            }
        }
    }
}

/// Queries that find nothing at all.
macro_rules! nothing {
    ($name:ident, $($query:literal),+) => {
        #[test]
        fn $name() {
            $(assert_eq!(slugs($query), [""; 0], "{:?}", $query);)+
        }
    };
}

nothing!(an_empty_query_finds_nothing, "", " ", "\n\t", "\u{a0}");
nothing!(marks_without_words_find_nothing, "?", "?!", "—", "«»", "'", "\"\"", "...", "#$%&");
nothing!(nonsense_finds_nothing, "zzqx", "zzqx qqqzz", "Zzqx!");

#[test]
fn little_words_alone_find_nothing() {
    for query in ["the ", "how do we ", "what is it? "] {
        assert_eq!(slugs(query), [""; 0], "{query:?}");
    }
}

#[test]
fn where_no_case_has_all_words_those_with_some_are_offered_and_called_so() {
    let found = search("bathhouse kindergarten Isfara");
    assert!(found.partial);
    let first_three: BTreeSet<&str> = found.hits.iter().map(|hit| hit.slug.as_str()).collect();
    for slug in ["hava", "krasnaya-rechka", "fti"] {
        assert!(first_three.contains(slug), "{first_three:?}");
    }
}

#[test]
fn a_word_that_stands_nowhere_leaves_the_others_to_find_their_cases() {
    let found = search("bathhouse zzqx ");
    assert!(found.partial);
    assert_eq!(found.hits.first().map(|hit| hit.slug.as_str()), Some("hava"));
}

#[test]
fn where_a_case_has_all_words_those_with_only_some_are_left_out() {
    let found = search("milk hospital ");
    assert!(!found.partial);
    assert!(found.hits.iter().all(|hit| has(case_of(hit), &["milk", "hospital"])), "{found:?}");
}

/// Whether a case has, anywhere, a word beginning with each of these.
fn has(case: &CaseStudy, beginnings: &[&str]) -> bool {
    let words = words_of(case);
    beginnings.iter().all(|beginning| words.iter().any(|word| word.starts_with(beginning)))
}

fn case_of(hit: &Hit) -> &'static CaseStudy {
    library().corpus.case(&hit.slug).unwrap_or_else(|| unreachable!("a hit without a case"))
}

/// Every word that people read in a case, folded.
fn words_of(case: &CaseStudy) -> BTreeSet<String> {
    let blocks = case
        .blocks
        .iter()
        .flat_map(|block| [&block.text, &block.name, &block.role].into_iter().chain(&block.met));
    [&case.title, &case.point.text, &case.summary, &case.organisation.text]
        .into_iter()
        .chain(blocks)
        .flat_map(|text| tokens(text))
        .map(|token| token.word)
        .collect()
}

#[test]
fn one_more_word_that_all_hits_have_loses_none_of_them() {
    for query in ["water", "round table", "school", "budget"] {
        let before = search(query);
        let common = before
            .hits
            .iter()
            .map(|hit| words_of(case_of(hit)))
            .reduce(|all, words| all.intersection(&words).cloned().collect())
            .unwrap_or_default();
        assert!(!common.is_empty(), "{query}");
        let before = found(&format!("{query} "));
        for word in common {
            let longer = format!("{query} {word} ");
            assert_eq!(found(&longer), before, "{longer}");
        }
    }
}

#[test]
fn the_order_is_the_same_every_time() {
    let again = ashar::domain::library::Library::load().expect("the data loads");
    for query in ["water", "women land", "o", "talas", "how do we clean the streets", "school roof"]
    {
        assert_eq!(again.search(query), search(query), "{query}");
    }
}

#[test]
fn the_best_hit_stands_first_and_of_equals_the_one_earlier_in_the_book() {
    for query in ["water", "women ", "round table ", "ayil okmot ", "ministry "] {
        let found = search(query);
        assert!(!found.partial && found.hits.len() > 2, "{query}");
        for pair in found.hits.windows(2) {
            let key = |hit: &Hit| (-hit.score, case_of(hit).order);
            assert!(key(&pair[0]) < key(&pair[1]), "{query}: {pair:?}");
        }
    }
}

#[test]
fn capitals_accents_apostrophes_and_hyphens_do_not_matter() {
    for (one, other) in [
        ("TALAS", "talas"),
        ("women's", "women’s"),
        ("women's", "womens"),
        ("café", "cafe"),
        ("Jalal-Abad", "Jalal Abad"),
        ("self-help", "self help"),
        ("  school   roof", "school, roof"),
    ] {
        assert_eq!(search(one), search(other), "{one} and {other}");
    }
}

#[test]
fn every_further_letter_keeps_the_case_that_is_meant() {
    let word = "irrigation";
    for length in 2..=word.len() {
        let typed = &word[..length];
        assert!(found(typed).contains("araket"), "{typed}");
    }
}

#[test]
fn a_word_ended_with_a_blank_is_not_taken_for_the_beginning_of_another() {
    assert!(found("kinderg").contains("krasnaya-rechka"));
    assert_eq!(found("kinderg "), BTreeSet::new());
}

#[test]
fn a_hit_opens_at_the_block_that_tells_of_it() {
    let found = search("safflower");
    let hit = found.hits.first().expect("ALGA grew safflower");
    let block = case_of(hit).block(&hit.block).expect("a block of the case");
    let marked: Vec<&str> = hit.marks.iter().map(|mark| &block.text[mark.clone()]).collect();
    assert!(!marked.is_empty());
    assert!(marked.iter().all(|word| fold(word) == "safflower"), "{marked:?}");
}

#[test]
fn other_endings_of_the_word_are_marked_too() {
    let found = search("refugee");
    let marked: BTreeSet<String> = found
        .hits
        .iter()
        .flat_map(|hit| hit.marks.iter().map(|mark| text_of(hit)[mark.clone()].to_lowercase()))
        .collect();
    assert!(marked.contains("refugees"), "{marked:?}");
}

#[test]
fn a_case_found_by_its_place_in_another_alphabet_shows_where_the_place_is_named() {
    let found = search("Көк-Ой");
    let hit = found.hits.first().expect("Hava is there");
    assert_eq!((hit.block.as_str(), hit.marks.len()), ("summary", 2));
}

/// The text that a hit's marks are about.
fn text_of(hit: &Hit) -> &'static str {
    hit.text(case_of(hit))
}

/// What is wrong with a hit's marks: they must be whole words of the shown text, one after the other.
fn marks_fault(found: &Found) -> Option<String> {
    for hit in &found.hits {
        let text = text_of(hit);
        let mut from = 0;
        for mark in &hit.marks {
            let Some(word) = text.get(mark.clone()) else {
                return Some(format!("{hit:?}: {mark:?} cuts a letter or the text"));
            };
            let before = text.get(..mark.start).and_then(|head| head.chars().next_back());
            let after = text.get(mark.end..).and_then(|rest| rest.chars().next());
            let inside = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            if word.is_empty() || mark.start < from || inside(before) || inside(after) {
                return Some(format!("{hit:?}: {word:?} is no whole word"));
            }
            from = mark.end;
        }
    }
    None
}

#[test]
fn marks_are_whole_words() {
    let queries =
        ["water", "irrig", "women's land", "7,200", "US$ 2", "Кызыл", "ө", "о", "fee fees"];
    for query in queries {
        assert_eq!(marks_fault(&search(query)), None, "{query}");
    }
}

#[test]
fn a_page_pasted_into_the_search_box_does_no_harm() {
    let words: Vec<String> = library()
        .corpus
        .cases()
        .iter()
        .flat_map(|case| case.summary.split(' '))
        .map(str::to_owned)
        .collect();
    let page: String = words.join(" ").chars().cycle().take(10_000).collect();
    let found = search(&page);
    assert!(!found.hits.is_empty());
    assert_eq!(marks_fault(&found), None);
    for letter in ["a", "ө", "'", "\u{301}", "😀", " ", "и\u{306}"] {
        assert_eq!(marks_fault(&search(&letter.repeat(10_000))), None);
    }
}

/// One to three words of the cases.
fn any_words() -> impl Strategy<Value = Vec<String>> {
    let words: BTreeSet<String> = library().corpus.cases().iter().flat_map(words_of).collect();
    prop::collection::vec(prop::sample::select(words.into_iter().collect::<Vec<_>>()), 1..4)
}

/// Anything that can be typed, pasted or sent: any letters, and words of the cases cut and mixed.
fn any_query() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => any_words().prop_map(|words| words.concat()),
        3 => any_words().prop_map(|words| words.join(" ")),
        1 => "\\PC{0,6}",
        1 => "[-' ,.’“«\u{301}\u{306}\u{ad}]{1,3}",
    ];
    prop_oneof![
        "\\PC{0,200}",
        prop::collection::vec(any::<char>(), 0..200)
            .prop_map(|letters| letters.into_iter().collect()),
        prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.join(" ")),
        prop::collection::vec("[a-zа-яөүң'’-]{1,4}", 0..8).prop_map(|pieces| pieces.concat()),
    ]
}

proptest! {
    #![proptest_config(support::tries(100))]

    #[test]
    fn any_text_can_be_searched_for_and_its_marks_are_whole_words(query in any_query()) {
        let found = search(&query);
        prop_assert_eq!(marks_fault(&found), None);
        let hits: BTreeSet<&str> = found.hits.iter().map(|hit| hit.slug.as_str()).collect();
        prop_assert_eq!(hits.len(), found.hits.len(), "a case stands twice");
        prop_assert!(found.hits.iter().all(|hit| hit.score.is_finite() && hit.score > 0.0));
    }

    #[test]
    fn a_folded_word_stays_as_it_is(text in any_query()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn words_stand_where_they_say_in_any_text(text in any_query()) {
        let mut from = 0;
        for token in tokens(&text) {
            let original = text.get(token.range.clone()).unwrap_or_default();
            let again: Vec<String> = tokens(original).into_iter().map(|it| it.word).collect();
            prop_assert_eq!(&again, std::slice::from_ref(&token.word));
            // Figures are more than folded: 0,5 is 0.5.
            if !original.contains(|letter: char| letter.is_ascii_digit()) {
                prop_assert_eq!(fold(original), token.word);
            }
            prop_assert!(token.range.start >= from && token.range.end > token.range.start);
            from = token.range.end;
        }
    }

    #[test]
    fn a_case_with_all_the_words_is_found_however_many_there_are_and_in_any_order(
        (slug, words) in words_of_a_case()
    ) {
        for count in 1..=words.len() {
            let some = &words[..count];
            let backwards: Vec<&str> = some.iter().rev().map(String::as_str).collect();
            for query in [some.join(" "), backwards.join(" ")] {
                // Little words alone ask for nothing, and then every case is shown.
                if let Some(found) = library().find(&format!("{query} ")) {
                    let has = found.hits.iter().any(|hit| hit.slug == slug);
                    prop_assert!(has, "{query}: {found:?}");
                } else {
                    prop_assert!(words_are_little(some), "{query} asks for nothing");
                }
            }
        }
    }
}

/// Whether all of these are stop words.
fn words_are_little(words: &[String]) -> bool {
    words.iter().all(|word| LITTLE.contains(word))
}

/// The stop words of all languages.
static LITTLE: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words = validate::stopwords(&support::file("data/stopwords.json"));
    words.unwrap_or_else(|errors| panic!("{}", support::lines(&errors)))
});

/// A case, and words that stand in it.
fn words_of_a_case() -> impl Strategy<Value = (String, Vec<String>)> {
    let cases: Vec<&CaseStudy> = library().corpus.cases().iter().collect();
    prop::sample::select(cases).prop_flat_map(|case| {
        let words: Vec<String> = words_of(case).into_iter().collect();
        let words = prop::collection::vec(prop::sample::select(words), 1..7);
        words.prop_map(|words| (case.slug.clone(), words))
    })
}
