//! Order and middle, in one place: each sort of the standard library that a type of its own calls
//! for is compiled anew, a tenth of the app's first load before this.

use crate::diary::Diary;
use crate::entries::MoodEntry;
use crate::time::Day;
use crate::values::Mood;

/// Puts items in the order of a whole number, lowest first; equal ones stay as they were.
pub fn by_number<T>(items: &mut Vec<T>, key: impl Fn(&T) -> i64) {
    let mut keyed: Vec<(i64, usize)> =
        items.iter().enumerate().map(|(place, item)| (key(item), place)).collect();
    keyed.sort_unstable();
    let mut slots: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(keyed.into_iter().filter_map(|(_, place)| slots.get_mut(place)?.take()));
}

/// The middle of some moods, the lower of two middles; `None` of none.
pub fn middle_mood(moods: impl IntoIterator<Item = Mood>) -> Option<Mood> {
    let mut counts = [0_usize; 6];
    for mood in moods {
        counts[usize::from(mood.get())] += 1;
    }
    let total: usize = counts.iter().sum();
    let mut passed = 0;
    Mood::all().find(|mood| {
        passed += counts[usize::from(mood.get())];
        passed * 2 >= total && passed > 0
    })
}

/// The middle of a day's check-ins, the lower of two middles; `None` without one.
pub fn middle_of_day(diary: &Diary, day: Day) -> Option<Mood> {
    middle_mood(diary.on::<MoodEntry>(day).map(|(_, entry)| entry.mood))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ones_stay_as_they_were() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        by_number(&mut items, |item| item.0);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn the_middle_is_the_lower_of_two() {
        let middle = |moods: &[u8]| {
            middle_mood(moods.iter().filter_map(|mood| Mood::new(*mood).ok())).map(Mood::get)
        };
        assert_eq!(middle(&[]), None);
        assert_eq!(middle(&[5]), Some(5));
        assert_eq!(middle(&[4, 1]), Some(1));
        assert_eq!(middle(&[5, 1, 4]), Some(4));
        assert_eq!(middle(&[2, 2, 5, 5]), Some(2));
    }
}
