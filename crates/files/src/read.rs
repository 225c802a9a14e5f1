//! All files that were chosen together: each is looked at for what it is, and what can be read comes.

use askelma_diary::time::Zone;
use askelma_diary::values::Mood;

use crate::sheet::Sheet;
use crate::unpack::{Room, is_zip, unpacked};
use crate::{Entries, FileError, Found, MOST_BYTES, NamedFile, Preview, text};
use crate::{backup, daylio, loop_habits, plees};

/// Tables by the app that they are from, each with the number of its file.
#[derive(Default)]
struct Tables {
    daylio: Vec<(usize, Sheet)>,
    plees: Vec<(usize, Sheet)>,
    habits: Vec<(usize, Sheet)>,
}

/// Reads backups and other apps' files, all that were chosen. `faces` says which face a mood's own
/// name has; where it says nothing of a Daylio file with such names, they are asked for first.
///
/// # Errors
/// [`FileError`]: too many moods or entries in all, or what is wrong with the first file when none can
/// be read. One of several that cannot be read is named in the preview.
pub fn read(
    files: &[NamedFile],
    faces: &[(String, Option<Mood>)],
    zone: &impl Zone,
) -> Result<Found, FileError> {
    let mut tables = Tables::default();
    let mut backups = Vec::new();
    let mut room = Room::default();
    let mut entries = Entries::default();
    let mut why: Vec<Option<FileError>> = Vec::new();
    for (index, file) in files.iter().enumerate() {
        why.push(match sort(index, file, &mut room, &mut tables, &mut backups) {
            Ok(true) => None,
            Ok(false) => Some(FileError::NotKnown),
            Err(error) => Some(error),
        });
    }
    // The list of habits or their scores alone tell of no day.
    if !tables.habits.iter().any(|(_, sheet)| loop_habits::has_checks(sheet)) {
        for (index, _) in tables.habits.drain(..) {
            why[index] = Some(FileError::NotKnown);
        }
    }
    let sheets = |tables: Vec<(usize, Sheet)>| tables.into_iter().map(|(_, sheet)| sheet).collect();
    let daylio: Vec<Sheet> = sheets(tables.daylio);
    let names = daylio::names(&daylio)?;
    if faces.is_empty() && names.iter().any(|name| name.mood.is_none()) {
        return Ok(Found::WhichFaces(names));
    }
    for sheet in &daylio {
        daylio::read(sheet, faces, zone, &mut entries)?;
    }
    drop(daylio);
    plees::read(&sheets(tables.plees), zone, &mut entries)?;
    let places: Vec<usize> = tables.habits.iter().map(|(index, _)| *index).collect();
    match loop_habits::read(&sheets(tables.habits), zone, &mut entries) {
        Err(FileError::HabitNames) => {
            for index in places {
                why[index] = Some(FileError::HabitNames);
            }
        }
        other => other?,
    }
    for backup in backups {
        entries.take_backup(backup);
    }
    for (file, why) in files.iter().zip(why) {
        if let Some(why) = why {
            entries.leave_file(&file.name, why);
        }
    }
    entries.preview().map(Found::Preview)
}

/// Looks at one file. Says whether there is something in it that is known here.
fn sort(
    index: usize,
    file: &NamedFile,
    room: &mut Room,
    tables: &mut Tables,
    backups: &mut Vec<Preview>,
) -> Result<bool, FileError> {
    if file.bytes.len() > MOST_BYTES {
        return Err(FileError::TooLarge);
    }
    if backup::knows(&file.bytes) {
        backups.push(backup::preview(&file.bytes)?);
        return Ok(true);
    }
    let (mut is_known, mut is_empty) = (false, true);
    for unpacked in unpacked(file, room)? {
        let mut sheet = Sheet::new(unpacked.name, text::decoded_table(&unpacked.bytes)?);
        sheet.zip = is_zip(&file.bytes).then(|| file.name.clone());
        is_empty &= sheet.is_empty();
        let tables = if daylio::knows(&sheet) {
            &mut tables.daylio
        } else if plees::knows(&sheet) {
            &mut tables.plees
        } else if loop_habits::knows(&sheet) {
            &mut tables.habits
        } else {
            continue;
        };
        is_known = true;
        room.take_rows(&sheet)?;
        tables.push((index, sheet));
    }
    if is_empty { Err(FileError::Empty) } else { Ok(is_known) }
}
