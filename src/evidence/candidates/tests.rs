use super::*;
use crate::evidence::{Layout, Preset, Side};
use crate::texts::{Lang, Texts};

const TOLD: [Part; 3] = [Part::Nothing, Part::Last4, Part::First1Last1];
const FIELDS: [&str; 9] =
    ["name", "sex", "ethnicity", "birth", "address", "number", "portrait", "authority", "validity"];

/// Every set of visible fields.
fn sets() -> impl Iterator<Item = Vec<&'static str>> {
    (0..1_usize << FIELDS.len()).map(|set| {
        (0..FIELDS.len()).filter(|field| set >> field & 1 == 1).map(|field| FIELDS[field]).collect()
    })
}

fn under(preset: Preset, told: Part) -> Visible {
    let layout = Layout::named("cn-resident-id").unwrap();
    Visible::new(Side::BOTH.into_iter().flat_map(|side| layout.kept(side, preset)), told)
}

#[test]
fn every_preset_with_everything_that_may_be_told() {
    let counts = Preset::ALL.map(|preset| TOLD.map(|told| under(preset, told).candidates()));
    assert_eq!(
        counts,
        [
            // nothing, last4, first1-last1
            [547_500, 99, 49_772],                // light
            [1_556_542_500, 283_007, 13_986_136], // standard
            [5_188_475_000, 943_359, 46_620_454], // strict
        ]
    );
    let passes = Preset::ALL.map(|preset| TOLD.map(|told| under(preset, told).check().is_ok()));
    assert_eq!(passes, [[true, false, false], [true; 3], [true; 3]]);
}

#[test]
fn one_field_alone_leaves_what_it_leaves() {
    let alone = |field| Visible::new([field], Part::Nothing).candidates();
    let dates = 85 * 365;
    assert_eq!(Visible::new([], Part::Nothing).candidates(), 2843 * dates * 1000);
    assert_eq!(
        FIELDS.map(alone),
        [
            2843 * dates * 500,
            2843 * dates * 500,
            2843 * dates * 1000,
            2843 * 1000,
            dates * 1000,
            1,
            2843 * 12 * 365 * 500,
            dates * 1000,
            2843 * 10 * 365 * 1000,
        ]
    );
}

#[test]
fn showing_more_never_raises_the_count() {
    for kept in sets() {
        for told in TOLD {
            let count = Visible::new(kept.iter().copied(), told).candidates();
            assert!(count >= 1);
            assert!(
                count <= Visible::new(kept.iter().copied(), Part::Nothing).candidates(),
                "{kept:?} {told:?}"
            );
            for more in FIELDS.into_iter().chain(["blood group"]) {
                let shown = Visible::new(kept.iter().copied().chain([more]), told).candidates();
                assert!(shown <= count, "{more} added to {kept:?}, {told:?}: {count} became {shown}");
            }
        }
    }
}

#[test]
fn a_refusal_says_what_narrows() {
    let refused = |kept: &[&str], told| Visible::new(kept.iter().copied(), told).check().unwrap_err();
    let few = under(Preset::Light, Part::Last4).check().unwrap_err();
    assert_eq!(
        few,
        TooFew {
            candidates: 99,
            because: vec![
                "candidates-because-authority",
                "candidates-because-validity",
                "candidates-because-portrait",
                "candidates-because-last4",
            ],
        }
    );
    assert_eq!(
        refused(&["portrait", "validity", "sex", "birth", "address"], Part::First1Last1),
        TooFew {
            candidates: 45,
            because: vec![
                "candidates-because-address",
                "candidates-because-birth",
                "candidates-because-portrait",
                "candidates-because-sex",
                "candidates-because-first1-last1",
            ],
        }
    );
    let told = |key| TooFew { candidates: 1, because: vec![key] };
    assert_eq!(refused(&["number"], Part::Nothing), told("candidates-because-number"));
    assert_eq!(refused(&["blood group"], Part::Nothing), told("candidates-because-unknown"));
}

/// Hiding what a refusal names, and telling nothing, is always enough.
#[test]
fn what_a_refusal_names_is_what_to_hide() {
    let texts = Texts::new(Lang::En);
    for kept in sets() {
        for told in TOLD {
            let Err(few) = Visible::new(kept.iter().copied(), told).check() else { continue };
            assert!(!few.because.is_empty() && few.because.iter().all(|key| texts.has(key)), "{few:?}");
            let named = |field: &&str| few.because.contains(&format!("candidates-because-{field}").as_str());
            let rest = kept.iter().copied().filter(|field| !named(field));
            assert!(Visible::new(rest, Part::Nothing).check().is_ok(), "{kept:?} {told:?} {few:?}");
        }
    }
}

#[test]
fn the_words_of_a_refusal_are_in_the_catalogue() {
    for lang in [Lang::En, Lang::ZhCn] {
        let texts = Texts::new(lang);
        let say = |count: u64| texts.format("finding-candidates-few", &[("count", count.into())]);
        assert!(say(99).contains("99") && !say(1).contains('1'), "{}", say(1));
        let limit = Visible::LEAST.to_string();
        assert!(say(99).replace(',', "").contains(&limit), "{}", say(99));
    }
}

/// A small country, small enough for all its numbers to be written down.
const TOY_AREAS: [u64; 3] = [230_102, 210_204, 110_105];
const TOY_NORTH_EAST: usize = 2;
const TOY_YEARS: [u64; 4] = [1985, 1986, 1987, 1989]; // no leap years
const TOY_SEQUENCES: u64 = 100;

fn toy() -> Model {
    Model {
        areas: Areas { all: TOY_AREAS.len() as u64, first_digit: TOY_NORTH_EAST as u64 },
        years: Years { all: TOY_YEARS.len() as u64, validity: 2, face: 3, validity_and_face: 1 },
        sequences: Sequences { all: TOY_SEQUENCES, one_sex: TOY_SEQUENCES / 2 },
    }
}

/// The check character's value by ISO 7064 MOD 11-2: 10 stands for X.
fn check(digits: u64) -> u64 {
    let sum = (0..17).fold((digits, 2, 0), |(rest, weight, sum), _| {
        (rest / 10, weight * 2 % 11, sum + rest % 10 * weight)
    });
    (12 - sum.2 % 11) % 11
}

/// The number's seventeen digits of everybody in a part of the small country.
fn people<'a>(
    areas: &'a [u64],
    years: &'a [u64],
    days: u64,
    sequences: &'a [u64],
) -> impl Iterator<Item = u64> + 'a {
    const MONTHS: [u64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let dates = years.iter().flat_map(move |year| {
        let year_days =
            (1..).zip(MONTHS).flat_map(|(month, length)| (1..=length).map(move |day| month * 100 + day));
        year_days.take(days as usize).map(move |day| year * 10_000 + day)
    });
    areas.iter().flat_map(move |area| {
        let numbers =
            dates.clone().flat_map(|date| sequences.iter().map(move |sequence| date * 1000 + sequence));
        numbers.map(move |rest| area * 100_000_000_000 + rest)
    })
}

/// How many numbers an attacker has left, on average over all people who may be the holder.
fn left(people: impl Iterator<Item = u64>, told: Part) -> f64 {
    let mut alike = [0_u64; 11 * TOY_SEQUENCES as usize];
    for digits in people {
        let seen = match told {
            Part::Nothing => 0,
            Part::Last4 => digits % 1000 * 11 + check(digits),
            Part::First1Last1 => digits / 10_u64.pow(16) * 11 + check(digits),
        };
        alike[seen as usize] += 1;
    }
    let all: u64 = alike.iter().sum();
    alike.iter().map(|count| (count * count) as f64).sum::<f64>() / all as f64
}

#[test]
fn the_check_character_is_the_standards() {
    assert_eq!(check(11_010_519_491_231_002), 10);
    assert_eq!(check(44_052_418_800_101_001), 4);
}

#[test]
fn the_formula_counts_what_writing_down_all_numbers_counts() {
    let (all, odd): (Vec<u64>, Vec<u64>) =
        ((0..TOY_SEQUENCES).collect(), (1..TOY_SEQUENCES).step_by(2).collect());
    let toy = toy();
    for kept in sets()
        .filter(|kept| !["number", "ethnicity", "name", "address"].iter().any(|field| kept.contains(field)))
    {
        let shows = |field| kept.contains(&field);
        let years = match (shows("validity"), shows("portrait")) {
            _ if shows("birth") => &TOY_YEARS[..1],
            (true, true) => &TOY_YEARS[..1],
            (true, false) => &TOY_YEARS[..2],
            (false, true) => &TOY_YEARS[..3],
            (false, false) => &TOY_YEARS[..],
        };
        let days = if shows("birth") { 1 } else { 365 };
        let sequences = if shows("sex") || shows("portrait") { &odd } else { &all };
        for told in TOLD {
            let areas = match told {
                _ if shows("authority") => &TOY_AREAS[..1],
                Part::First1Last1 => &TOY_AREAS[..TOY_NORTH_EAST], // the fewest areas of a first digit
                _ => &TOY_AREAS[..],
            };
            let counted = left(people(areas, years, days, sequences), told);
            let formula = toy.count(&Visible::new(kept.iter().copied(), told)) as f64;
            assert!(
                formula <= counted && counted < 1.02 * formula + 2.0,
                "{kept:?} {told:?}: {formula} by the formula, {counted} counted"
            );
        }
    }
}

#[test]
fn the_figures_are_in_order() {
    let Model { areas, years, sequences } = Model::shipped();
    assert!(areas.first_digit < areas.all && 2 * sequences.one_sex == sequences.all);
    assert!(
        years.validity_and_face < years.validity && years.validity < years.face && years.face < years.all
    );
}
