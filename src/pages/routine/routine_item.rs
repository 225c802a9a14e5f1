//! One item of the routine: what it is, its picture, when and on which days.

use askelma_diary::entries::RoutineItem;
use askelma_diary::id::Id;
use askelma_diary::routine::edit::{RoutineError, Wanted, current};
use askelma_diary::time::Day;
use askelma_diary::values::{Minutes, PartOfDay, Words};
use askelma_diary::weekdays::{EVERY_DAY, Weekdays};

use crate::browser::intl::{self, DateStyle};
use crate::pages::drafts::{Drafts, drafts};
use crate::pages::layout::{ReadPage, RemoveButton, SaveBar};
use crate::pages::today::routine_card::{PICTURES, picture};
use crate::pages::{close_to, navigator, store, wording};
use crate::routes::Route;
use crate::store::{DiaryStore, routine as actions};
use crate::text::{app, icon_name as p, mood, routine_item as t};
use crate::ui::prelude::*;
use crate::ui::{
    Card, ChipOption, Chips, DateField, IconChoice, IconOption, Segments, Stepper, TextField,
    TimeField,
};

/// What is being said of an item.
#[derive(Clone, Copy)]
struct Form {
    title: RwSignal<String>,
    icon: RwSignal<u8>,
    part: RwSignal<PartOfDay>,
    about_min: RwSignal<Option<u16>>,
    bad_time: RwSignal<bool>,
    weekdays: RwSignal<Weekdays>,
    from: RwSignal<Day>,
    until: RwSignal<Option<Day>>,
}

impl Form {
    fn of(item: Option<&RoutineItem>, today: Day, drafts: &Drafts) -> Self {
        let title = item.map(|item| item.title.as_str().to_owned());
        Self {
            title: drafts.keep("title", title.unwrap_or_default()),
            icon: drafts.keep("icon", item.map_or(0, |item| item.icon)),
            part: drafts.keep("part", item.map_or(PartOfDay::Morning, |item| item.part)),
            about_min: drafts.keep("time", item.and_then(|item| Some(item.about_min?.get()))),
            bad_time: RwSignal::new(false),
            weekdays: drafts.keep("weekdays", item.map_or(EVERY_DAY, |item| item.weekdays)),
            from: drafts.keep("from", item.map_or(today, |item| item.from.max(today))),
            until: drafts.keep("until", item.and_then(|item| item.until)),
        }
    }

    /// What was said, or the sentence that says what is missing.
    fn wanted(self) -> Result<Wanted, &'static str> {
        if self.bad_time.get_untracked() {
            return Err(mood::not_then());
        }
        let title = Words::new(&self.title.get_untracked()).map_err(|_| app::too_long())?;
        Ok(Wanted {
            title: title.ok_or_else(t::needs_title)?,
            icon: self.icon.get_untracked(),
            part: self.part.get_untracked(),
            about_min: self.about_min.get_untracked().and_then(|min| Minutes::new(min).ok()),
            weekdays: self.weekdays.get_untracked(),
            from: self.from.get_untracked(),
            until: self.until.get_untracked(),
        })
    }
}

/// The page of a new item, or of one to be changed.
pub fn page(id: Option<Id>) -> AnyView {
    let store = store();
    let today = store.now.get_untracked().day();
    let item = id.and_then(|id| find(store, id));
    let title = if id.is_some() { t::edit_title() } else { t::new_title() };
    let body = match (id, item) {
        (Some(_), None) => view! { <p>{t::not_here()}</p> },
        (id, item) => {
            let drafts = drafts();
            form(id, Form::of(item.as_ref(), today, &drafts), today, drafts)
        }
    };
    view! {
        <ReadPage title back=close_to(Route::Routine)>
            {body}
        </ReadPage>
    }
}

fn find(store: DiaryStore, id: Id) -> Option<RoutineItem> {
    let today = store.now.get_untracked().day();
    store
        .diary
        .with_untracked(|diary| current(diary, today).into_iter().find(|item| item.item == id))
}

fn form(id: Option<Id>, form: Form, today: Day, drafts: Drafts) -> AnyView {
    let store = store();
    let problem = RwSignal::new(None::<String>);
    let navigate = navigator();
    let leave = navigate.clone();
    let drafts_removed = drafts.clone();
    let save = move |()| {
        let saved = form.wanted().and_then(|wanted| {
            let saved = match id {
                Some(id) => actions::change(store, id, &wanted),
                None => actions::add(store, &wanted),
            };
            saved.map_err(why)
        });
        match saved {
            Ok(()) => {
                drafts.saved();
                navigate(Route::Routine);
            }
            Err(sentence) => problem.set(Some(sentence.to_owned())),
        }
    };
    view! {
        <TextField label=t::name() hint=t::name_hint() value=form.title limit=80 />
        {pictures(form.icon)}
        <Card>
            {part_of_day(form.part)}
            <TimeField
                label=t::time()
                hint=t::time_hint()
                value=form.about_min
                bad=form.bad_time
                on_change=move |to| form.about_min.set(to)
            /> {weekdays(form.weekdays, today)}
        </Card>
        {id.map(place)}
        <details class="more">
            <summary>{t::span()}</summary>
            <div class="stack">{span(form, today)}</div>
        </details>
        <SaveBar problem on_save=save />
        {id
            .map(|id| {
                view! {
                    <RemoveButton
                        label=t::remove()
                        on_press=move |()| {
                            actions::remove(store, id);
                            drafts_removed.saved();
                            leave(Route::Routine);
                        }
                    />
                    <p class="quiet centre">{t::remove_hint()}</p>
                }
            })}
    }
}

fn why(error: RoutineError) -> &'static str {
    match error {
        RoutineError::NoWeekday => t::no_weekday(),
        RoutineError::EndsBeforeItBegins => t::ends_early(),
    }
}

fn pictures(icon: RwSignal<u8>) -> AnyView {
    let names: [&str; PICTURES.len()] = [
        p::sunrise(),
        p::coffee(),
        p::clothes(),
        p::bag(),
        p::tree(),
        p::book(),
        p::meal(),
        p::clothes_ready(),
        p::phone(),
        p::moon(),
        p::water(),
        p::medicine(),
        p::bus(),
        p::school(),
        p::laptop(),
        p::animal(),
        p::music(),
        p::bike(),
        p::message(),
        p::paint(),
    ];
    let options = (0..)
        .zip(names)
        .map(|(value, name)| IconOption { value, name: name.to_owned(), picture: picture(value) })
        .collect::<Vec<_>>();
    let choose = move |picture_number| icon.set(picture_number);
    view! { <IconChoice label=t::picture() options chosen=icon on_choose=choose /> }
}

fn part_of_day(part: RwSignal<PartOfDay>) -> AnyView {
    let options = PartOfDay::ALL
        .iter()
        .map(|part| ChipOption::new(*part, wording::part_of_day(*part)))
        .collect::<Vec<_>>();
    view! {
        <div class="field">
            <p class="field-label" aria-hidden="true">
                {t::part()}
            </p>
            <Segments
                label=t::part()
                options
                chosen=part
                on_choose=move |chosen| part.set(chosen)
            />
        </div>
    }
}

fn weekdays(chosen: RwSignal<Weekdays>, today: Day) -> AnyView {
    let monday = today.monday();
    let options = monday
        .through(monday.plus(6))
        .map(|day| {
            let name = wording::capital(&intl::date(day, DateStyle::WeekdayBrief));
            ChipOption::new(day.weekday(), name)
        })
        .collect::<Vec<_>>();
    let chosen_days = Signal::derive(move || chosen.get().each().collect::<Vec<_>>());
    view! {
        <div class="field">
            <p class="field-label" aria-hidden="true">
                {t::days()}
            </p>
            <Chips
                label=t::days()
                options
                chosen=chosen_days
                on_toggle=move |day| chosen.update(|days| *days = days.toggled(day))
            />
        </div>
    }
}

fn span(form: Form, today: Day) -> AnyView {
    view! {
        <DateField
            label=t::from()
            hint=t::from_hint()
            value=Signal::derive(move || form.from.get().to_string())
            min=today.to_string()
            on_change=move |to: String| form.from.set(Day::parse(&to).unwrap_or(today).max(today))
        />
        <DateField
            label=t::until()
            hint=t::until_hint()
            value=Signal::derive(move || {
                form.until.get().map(|day| day.to_string()).unwrap_or_default()
            })
            min=today.to_string()
            on_change=move |to: String| form.until.set(Day::parse(&to).ok())
        />
    }
}

/// The place in the list, for whoever does not drag.
fn place(id: Id) -> AnyView {
    let store = store();
    let place = Memo::new(move |_| {
        let today = store.today();
        store.diary.with(|diary| {
            let items = current(diary, today);
            let part = items.iter().find(|item| item.item == id)?.part;
            let part_items: Vec<_> = items.iter().filter(|item| item.part == part).collect();
            Some((part_items.iter().position(|item| item.item == id)?, part_items.len()))
        })
    });
    let move_by = move |steps: isize| {
        if let Some((place, _)) = place.get_untracked() {
            actions::reorder(store, id, place.saturating_add_signed(steps));
        }
    };
    let value = Signal::derive(move || {
        place
            .get()
            .map(|(place, count)| t::place_value(&(place + 1).to_string(), &count.to_string()))
            .unwrap_or_default()
    });
    let alone = Memo::new(move |_| place.get().is_none_or(|(_, count)| count < 2));
    view! {
        {move || {
            (!alone.get())
                .then(|| {
                    view! {
                        <Card>
                            <Stepper
                                label=t::place()
                                value
                                icons=(icondata_lu::LuArrowUp, icondata_lu::LuArrowDown)
                                less=t::up()
                                more=t::down()
                                less_disabled=Signal::derive(move || {
                                    place.get().is_none_or(|(place, _)| place == 0)
                                })
                                more_disabled=Signal::derive(move || {
                                    place.get().is_none_or(|(place, count)| place + 1 >= count)
                                })
                                on_less=move |()| move_by(-1)
                                on_more=move |()| move_by(1)
                            />
                        </Card>
                    }
                })
        }}
    }
}
