//! The stem of a Kyrgyz word, for search: `айылдарында` and `айылга` are both about `айыл`.
//!
//! Kyrgyz glues its endings on one after another, and each takes its vowel and its first consonant
//! from what stands before it. So one table of endings, written with signs for the letters that
//! change, is peeled off from the outside in until nothing fits. An ending that breaks vowel harmony
//! or the agreement of consonants was never an ending: that alone keeps `семинар`, `машина`, `карта`
//! and `алтын` whole. The last `б` and `г` of a root turn back into `п` and `к` (`китеби`, `китеп`).
//!
//! A stem is a key to compare, not a word to show. It only has to be equal for the forms of a word
//! and different for different words; where both cannot be had, words are kept apart.
//!
//! - The rules see folded letters ([`fold`]), as people without a Kyrgyz keyboard type them. Words
//!   that differ only by these letters (`көл`, `кол`) cannot be told apart here.
//! - What is lacked is found under the thing itself: `жумушсуз` and `жумушсуздук` share the stem of
//!   `жумуш`, `суусуз` that of `суу`. Whoever names a lack looks for cases about the thing.
//! - Verbs go with their noun of action: `тазалайт` with `тазалоо`, and that with `таза`. Voices that
//!   make a word of its own from a short root (`курулуш` beside `куруу`) stay apart.
//!
//! The inventory of endings and the rules of harmony follow D. Somfai Kara, *Kyrgyz* (Languages of
//! the World/Materials, 2003) and J. N. Washington, M. Ipasov and F. M. Tyers, *A finite-state
//! morphological transducer for Kyrgyz* (LREC 2012).

/// The endings, after the fewest letters that they must leave. Of several that fit, the longest comes off.
///
/// `A`: а е о. `I`: ы и у. `D`, `G`, `B`: д т, г к, б п. `L`: л д т. `V`, `C`: any vowel, any consonant.
/// What stands before `|` must be there, and stays.
const ENDINGS: &[(usize, &str)] = &[
    // Cases, alone or after the possessive of the third person, the plural and what makes adjectives:
    // common and clear enough to come even off two letters, as in `иште`, `элдер`, `үйлүү`.
    (2, "GA DA DAн DAгI DI DIн V|нI V|нIн IнA IнAн IнIн IндA IндAн IндAгI LAр Lуу LIк сIз GAн"),
    // Possessives and persons, tenses, negation, the noun of action.
    (
        3,
        "ь I V|сI V|сIн V|сIнA V|сIнAн V|сIнIн V|сIндA V|сIндAн V|сIндAгI IбIз IнIз IнAр BIз \
         C|мIн DIм DIк DIнIз DIнAр V|йт V|йм V|йбIз V|йсIн V|йсIз сA Iп GIлA BA BAй BAс \
         V|рAAк IрAAк Iй уу у|у C|D",
    ),
    // Endings that many a short root has by nature.
    (
        4,
        "Iм IмA Iн V|нIз V|нAр чI C|GI DAй лA лAн лA|м LA|п LA|л LAш LAт Iл Iш DIр ин|к \
         C|BI Iл|Aт Iн|Aт Iр|Aт Iш|Aт Aл|Aт Aн|Aт Aр|Aт Aш|Aт",
    ),
    (5, "чA лA|н лA|ш"),
];

/// Words that only look inflected.
const WHOLE: &str =
    "алга башта кардар кары катта колдо колдон корго коргон кызуу ондо танда ташуу токто";

/// Beginnings of words that no ending reaches into.
const FIRM: &str = "автобус арга башка бизнес бийлик бирдик болум дары жаны жаран жылуу жыйын завод казына \
     катуу кенсе кесип коркунуч кошуна курс майда майып мекен мектеп облус оору пайда план район сутка \
     талап таштанды тендер тундук тургун туштук";

/// The key under which all forms of a word are found. The word is lower case and folded ([`fold`]).
///
/// Words of other scripts and of fewer than four letters stay as they are.
pub(super) fn stem(word: &str) -> String {
    if word.chars().count() < 4 || !word.chars().all(|letter| matches!(letter, 'а'..='я')) {
        return word.to_owned();
    }
    let mut word = match word.strip_prefix("балдар") {
        Some(endings) => ["балалар", endings].concat(),
        None => normalize(word),
    };
    while let Some(left) = peel(&word) {
        word = normalize(left);
    }
    word
}

/// A lower-case word with the Kyrgyz letters (and ё) as they are typed on a Russian keyboard.
pub(super) fn fold(word: &str) -> String {
    word.chars().map(plain).collect()
}

/// The letter as it is typed on a Russian keyboard.
pub(super) fn plain(letter: char) -> char {
    match letter {
        'ө' => 'о',
        'ү' => 'у',
        'ң' => 'н',
        'ё' => 'е',
        other => other,
    }
}

/// The word without its longest ending, if it has one.
fn peel(word: &str) -> Option<&str> {
    if WHOLE.split(' ').any(|whole| whole == word) {
        return None;
    }
    let firm = FIRM.split(' ').find(|start| word.starts_with(start)).map_or(0, str::len);
    let mut best = None;
    let mut shortest = word.len();
    for (fewest, row) in ENDINGS {
        for ending in row.split(' ') {
            let left = cut(word, ending, *fewest);
            if let Some(left) = left.filter(|left| (firm..shortest).contains(&left.len())) {
                shortest = left.len();
                best = Some(left);
            }
        }
    }
    best
}

/// What an ending leaves of a word, if the word has it and enough is left.
fn cut<'a>(word: &'a str, ending: &str, fewest: usize) -> Option<&'a str> {
    let mut rest = word.chars();
    let mut left = None;
    for sign in ending.chars().rev() {
        if sign == '|' {
            left = Some(rest.as_str());
        } else {
            let letter = rest.next_back()?;
            if !fits(sign, letter, rest.as_str()) {
                return None;
            }
        }
    }
    let left = left.unwrap_or(rest.as_str());
    last_vowel(left)?;
    // The н of `чемпиону`, `павильонун` is the root's own: hardly a root ends in `ио`, none in `ьо`.
    if ending.contains("|н") && (left.ends_with("ио") || left.ends_with("ьо")) {
        return None;
    }
    // A root of two letters is a vowel and a consonant; `ба` or `ка` are no words to find.
    let needed = if left.ends_with(vowel) { fewest.max(3) } else { fewest };
    (left.chars().count() >= needed).then_some(left)
}

/// Whether a letter can stand for a sign after what is before it.
fn fits(sign: char, letter: char, before: &str) -> bool {
    let last = before.chars().next_back().unwrap_or_default();
    let (voiced, voiceless) = match sign {
        'A' | 'I' => {
            let (low, high) = match last_vowel(before) {
                Some('а' | 'я' | 'ы') => ('а', 'ы'),
                Some('о') => ('о', 'у'),
                // Of у comes а, of folded ү comes folded ө.
                Some('у' | 'ю') => (if letter == 'о' { 'о' } else { 'а' }, 'у'),
                _ => ('е', 'и'),
            };
            return letter == if sign == 'A' { low } else { high } && !(sign == 'I' && vowel(last));
        }
        'V' => return vowel(letter),
        'C' => return !vowel(letter),
        'L' if letter == 'л' => return vowel(last) || matches!(last, 'р' | 'й'),
        'L' if vowel(last) => return false,
        'L' | 'D' => ('д', 'т'),
        'G' => ('г', 'к'),
        'B' => ('б', 'п'),
        _ => return letter == sign,
    };
    match last {
        'п' | 'т' | 'к' | 'с' | 'ш' | 'ч' | 'ф' | 'х' | 'ц' | 'щ' => letter == voiceless,
        // Written as voiced, spoken as voiceless, in words from Russian.
        'б' | 'в' | 'г' | 'д' => letter == voiceless || letter == voiced,
        _ => letter == voiced,
    }
}

/// Brings the end of a root into the one shape that all its forms share.
fn normalize(word: &str) -> String {
    let mut rest = word.chars();
    let last = rest.next_back().unwrap_or_default();
    let mut root = rest.as_str();
    let end = match last {
        'б' => "п",
        'г' => "к",
        'о' => {
            // The noun of action of a verb in a vowel: `тазалоо` of `тазала`. `тоо` stays.
            let long = rest.next_back() == Some('о') && rest.clone().count() > 1;
            if long {
                root = rest.as_str();
            }
            match last_vowel(root) {
                _ if root.ends_with(vowel) => return word.to_owned(),
                // The open vowel after у is а, after folded ү it is о: always а here.
                Some('а' | 'я' | 'ы' | 'у' | 'ю') => "а",
                Some('о') => "о",
                _ if long => "е",
                _ => "о",
            }
        }
        _ => return word.to_owned(),
    };
    [root, end].concat()
}

fn vowel(letter: char) -> bool {
    matches!(letter, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}

fn last_vowel(text: &str) -> Option<char> {
    text.chars().rev().find(|letter| vowel(*letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line a word: the form of the dictionary, then others that people write and search.
    const FAMILIES: &str = "
        айыл: айылда айылдын айылга айылдан айылы айылында айылына айылынын айылдар айылдардын айылдарында айылдагы айылдык айылыбыз
        өкмөт: өкмөттүн өкмөтү өкмөтүнүн өкмөткө өкмөттөр өкмөттөн өкмөтүнө
        суу: суунун сууга сууну сууда суудан суусу суусуз суулар суусунун суусун
        жер: жерди жерге жерде жердин жерлер жерлери жеринде жердеги
        үй: үйгө үйдө үйдүн үйлөр үйүндө үйлөрдү
        иш: ишке иште иштер иштерди ишинде иштин ишсиздик
        эл: элдин элге элди элдик элдер
        сел: селден селге селди селдин
        таштанды: таштандылар таштандыны таштандынын таштандысы таштандыларды таштандыга
        мектеп: мектеби мектепте мектепке мектебинде мектептин мектептер мектептерге мектебибиз
        китеп: китеби китептер китепти китебинин
        бала: балдар балдардын балдарга балага баланын баласы балалар балалардын балабыз баласынын
        бакча: бакчага бакчанын бакчалар бакчасы бакчада бакчасында
        аял: аялдар аялдардын аялга аялдарга аялдын аялы
        жаш: жаштар жаштардын жаштарга жаштык
        жумуш: жумушка жумушу жумуштун жумуштар жумушсуз жумушсуздук жумушсуздукка жумушсуздуктун
        карыя: карыялар карыяга карыянын карыяларга карыялардын
        пенсия: пенсиянын пенсиясы пенсияга пенсиялар пенсиялык пенсиясын
        пенсионер: пенсионерлер пенсионерге пенсионерлердин пенсионердин
        бюджет: бюджеттин бюджетке бюджети бюджетинен бюджеттик бюджеттен
        кредит: кредитти кредиттер кредити кредиттин кредитке
        депутат: депутаттар депутаттын депутатка депутаттары депутаттардын
        коррупция: коррупциянын коррупцияга коррупциясы коррупциялык
        кеңеш: кеңештин кеңеши кеңешке кеңештер кеңешинин кеңешинде
        угуу: угуунун угуулар угууга угууда угуусу угууларды
        өрт: өрттүн өрткө өрттү өрттөр өрттөн
        көпүрө: көпүрөнүн көпүрөгө көпүрөнү көпүрөлөр көпүрөсү
        көчө: көчөнүн көчөгө көчөлөр көчөсү көчөдө көчөсүндө көчөлөрдүн
        жарык: жарыкты жарыгы жарыктын жарыксыз жарыкка
        төлөө: төлөйт төлөбөйт төлөп төлөгөн төлөөгө төлөбөгөн төлөм төлөмдөр
        таза: тазалоо тазалайт тазалады тазалап тазаланган тазалоого тазалык тазалыгы
        оңдоо: оңдойбуз оңдойт оңдоого оңдоп оңдогон оңдоонун
        качкын: качкындар качкындардын качкынга качкындарга
        чек: чекти чекке чеги чегинде чектин
        ара: арага аранын арасы арасында арада аралар
        келишим: келишимди келишимдин келишимге келишими келишимдер келишиминин
        кат: каты катка каттар каттын катты каттарды
        насыя: насыялар насыянын насыяга насыясы насыясын
        жардам: жардамдашуу жардамга жардамы жардамдын жардамчы жардамды
        ишеним: ишенбөө ишенимдин ишенимге ишенимдүү ишенимсиздик ишенбейт
        жол: жолдун жолду жолго жолдор жолу жолдору жолсуз жолунда
        кулак: кулагы кулакка кулактын кулагында
        уюм: уюмдар уюмдун уюмга уюму уюмдары уюмунун
        облус: облусу облусунда облустун облустар облустук облусунун облусунда
        район: райондун районго району районунда райондук районунун
        шаар: шаарда шаарга шаардын шаары шаарынын шаарында шаардык шаарындагы
        коом: коомдук коомчулук коомдун коомго коому коомчулуктун
        тургун: тургундар тургундардын тургуну тургундарга
        жаран: жарандар жарандык жарандардын жараны жарандарга
        жашоочу: жашоочулар жашоочулардын жашоочуларга
        дарыгер: дарыгерлер дарыгерге дарыгердин дарыгери
        оору: оорулар оорунун ооруга оорулуу оорусу
        майып: майыптар майыптардын майыптыгы майыпка
        салык: салыкты салыгы салыктар салыктын салыкка салыктык
        долбоор: долбоордун долбоорлор долбоору долбоорго долбоорунун
        маалымат: маалыматтар маалыматты маалыматка маалыматтын маалыматтык
        чогулуш: чогулушта чогулушка чогулуштар чогулуштун
        жыйын: жыйыны жыйындын жыйынга жыйында жыйындар
        куруу: курууга куруунун курган курду
        катышуу: катышат катышкан катышты катышууга катышуунун катышып
        башкаруу: башкаруунун башкарууга башкарат башкарып башкарган
        окуу: окууга окуйт окуган окуучу окуучулар окуунун
        пайда: пайдалануу пайдалуу пайдасы пайдаланат пайдасыз
        кызмат: кызматташуу кызматташат кызматы кызматтар кызматка кызматтык
        билдирүү: билдирүүнү билдирген билдирет билдирди
        тартип: тартиби тартипке тартиптин тартиптүү
        кыйынчылык: кыйынчылыктар кыйынчылыкка кыйынчылыгы
        укук: укугу укуктар укуктун укуктук укугунун
        мыйзам: мыйзамдын мыйзамга мыйзамы мыйзамсыз мыйзамдуу
        турмуш: турмушу турмушка турмуштук турмуштун
        адам: адамдар адамга адамдын адамдарды адамдары
        апрель: апрелде апрелдин апрелинде
        фонд: фонду фондго фонддун фонддор фондунун
        клуб: клубу клубда клубдун клубунда
        жамаат: жамаатка жамааты жамааттар жамааттык жамааттын
        демилге: демилгеси демилгелер демилгелүү демилгени демилгечи
        уюштуруу: уюштурат уюштурган уюштурууга уюштурду
        тренинг: тренинги тренингдер тренингге тренингде
        оорукана: ооруканага ооруканасы ооруканалар ооруканада
        дыйкан: дыйкандар дыйканга дыйкандын дыйканчылык
        аким: акими акимге акимчилик акимдин
        чечим: чечими чечимди чечимдер чечимге
        маселе: маселеси маселелер маселени маселенин
        көйгөй: көйгөйлөр көйгөйү көйгөйдү көйгөйлөрдүн
        шайлоо: шайлоого шайлайт шайланган шайлоонун шайлады
        сүйлөшүү: сүйлөшүүлөр сүйлөшүүнү сүйлөйт сүйлөгөн
        талкуу: талкуулоо талкуулады талкууланды талкууга
        арык: арыгы арыктар арыктын арыкка
        жайыт: жайыттар жайыты жайытка жайыттын
        чарба: чарбасы чарбалар чарбанын чарбачылык
        бүлө: бүлөлөр бүлөсү бүлөнүн бүлөгө
        каражат: каражаты каражаттар каражатка каражаттын
        грант: грантты гранты гранттар гранттын
        мүмкүнчүлүк: мүмкүнчүлүгү мүмкүнчүлүктөр мүмкүнчүлүктү
        кары: карылар карыларга карылардын карысы карылык
        илим: илимий илимдин илимге
        саламаттык: саламаттыкты саламаттыгы саламаттыктын
        чемпион: чемпиону чемпионго чемпиондор
        радио: радиого радиодо радиосу
    ";

    /// Words that must not be taken for each other.
    const STRANGERS: &str = "
        кат катын | кат катуу | кат каттоо | кат ката | суу суук | суу сурак | суу сутка | жер жесир
        жер жеңил | мал маалымат | мал малай | бала балык | бала бал | бала балчык | бала баа
        тамак тамга | тамак тамыр | айыл айып | айыл ай | карыз кары | кары кар | карыя кар | карыз кар
        жол жолугушуу | жол жолборс | таштанды таш | ташуу таш | жаңы жан | башка баш | баштоо баш
        колдоо кол | колдонуу кол | колдонуу колдоо | оңдоо он | тандоо таң | мектеп мек | облус обл
        бөлүм болуу | кеңсе кең | кеңеш кең | түндүк түн | түштүк түш | дары дар | дарыгер дарыя
        оору оор | майып май | майда май | майып майда | кошуна кош | кесип кесүү | казына каз
        талап тала | талаа талап | пайда пай | сутка сүт | жарык жара | жаран жара | жаран жар
        жылуу жыл | кызуу кыз | кызыл кыз | жашыл жаш | алга алуу | арга ар | тургун түрк | салык сал
        балык бал | бирдик бир | өкүл өкмөт | келишим келин | жумуш жума | жумуш жумуртка | аял аялдама
        өрт орто | көчө көчмөн | көпүрө көп | көпчүлүк көпүрө | чарба чара | качкын кач | канат кан
        сапат сап | санат сан | кабат кап | машина маш | карта кар | сода соо | газ газета | жардам жар
        кардар кар | адам ада | мыйзам мый | билим бил | насыя насос | депутат депо | кредит крем
        угуу укук | улук улут | билим бийлик | төлөө төрөө | тоо той | орун ор | план плащ | район рай
        коргоо көрүү | коргонуу коргоо | токтоо ток | тендер тең | тургун түрк | башка башкаруу
    ";

    fn key(word: &str) -> String {
        stem(&fold(word))
    }

    fn families() -> impl Iterator<Item = (&'static str, &'static str)> {
        FAMILIES
            .lines()
            .filter_map(|line| line.split_once(':'))
            .flat_map(|(base, forms)| forms.split_whitespace().map(move |form| (base.trim(), form)))
    }

    fn strangers() -> impl Iterator<Item = (&'static str, &'static str)> {
        STRANGERS
            .lines()
            .flat_map(|line| line.split('|'))
            .filter_map(|pair| pair.trim().split_once(' '))
    }

    #[test]
    fn every_form_of_a_word_is_found_under_its_dictionary_form() {
        let lost: Vec<_> = families()
            .filter(|(base, form)| key(base) != key(form))
            .map(|(base, form)| format!("{form}: {}, {base}: {}", key(form), key(base)))
            .collect();
        assert_eq!(lost, Vec::<String>::new());
        assert!(families().count() > 400);
    }

    #[test]
    fn different_words_are_kept_apart() {
        let merged: Vec<_> = strangers().filter(|(one, other)| key(one) == key(other)).collect();
        assert_eq!(merged, []);
        assert!(strangers().count() > 100);
    }

    #[test]
    fn different_families_never_share_a_stem() {
        let bases: Vec<_> = FAMILIES.lines().filter_map(|line| line.split_once(':')).collect();
        for (at, (one, _)) in bases.iter().enumerate() {
            for (other, _) in bases.iter().skip(at + 1) {
                assert_ne!(key(one.trim()), key(other.trim()), "{one} and {other}");
            }
        }
    }

    #[test]
    fn a_stem_is_its_own_stem() {
        for (one, other) in families().chain(strangers()) {
            for word in [one, other] {
                assert_eq!(stem(&key(word)), key(word), "{word}");
            }
        }
    }

    #[test]
    fn short_roots_come_out_as_people_know_them() {
        for (word, root) in [
            ("суунун", "суу"),
            ("сууга", "суу"),
            ("жерди", "жер"),
            ("селден", "сел"),
            ("үйгө", "уй"),
            ("тоого", "тоо"),
            ("китебин", "китеп"),
            ("чегине", "чек"),
        ] {
            assert_eq!(key(word), root, "{word}");
        }
    }

    #[test]
    fn what_is_lacked_is_found_under_the_thing_itself() {
        assert_eq!(key("суусуз"), key("суу"));
        assert_eq!(key("жолсуз"), key("жол"));
        assert_eq!(key("жумушсуздуктун"), key("жумуш"));
    }

    #[test]
    fn an_ending_that_breaks_the_harmony_of_vowels_or_consonants_stays() {
        for word in
            ["семинар", "машина", "карта", "алтын", "доллар", "лампа", "республика", "капитал"]
        {
            assert_eq!(stem(word), word);
        }
    }

    #[test]
    fn kyrgyz_letters_fold_to_those_of_a_russian_keyboard() {
        assert_eq!(fold("өкмөтүңөр"), "окмотунор");
        assert_eq!(fold("актёр"), "актер");
        assert_eq!(fold("water 5"), "water 5");
    }

    #[test]
    fn other_scripts_numbers_and_short_words_stay() {
        for word in
            ["", "а", "суу", "мен", "villages", "2006", "ayilda", "айыл1да", "айыл-да", "өзгөрдү"]
        {
            assert_eq!(stem(word), word);
        }
    }

    #[test]
    fn no_text_makes_it_panic_or_grow() {
        let letters =
            ['а', 'о', 'у', 'ы', 'н', 'д', 'т', 'г', 'б', 'л', 'р', 'ь', 'е', 'и', 'с', 'й'];
        let odd = ['ө', '\u{301}', '🏔', 'ß', '\0', '水', 'é', '|', 'A', ' '];
        let mut seed = 1_u32;
        for turn in 0..20_000_u32 {
            let mut word = String::new();
            for _ in 0..turn % 12 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let pick = (seed >> 16) as usize;
                let strange = turn.is_multiple_of(5) && pick.is_multiple_of(3);
                let from = if strange { odd.as_slice() } else { letters.as_slice() };
                word.extend(from.get(pick / 3 % from.len()));
            }
            let once = stem(&word);
            assert!(once.len() <= word.len(), "{word}");
            assert_eq!(stem(&once), once, "{word}");
        }
    }
}
