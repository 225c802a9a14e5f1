//! One of my people: who they are and how to reach them.

use askelma_diary::entries::Person;
use askelma_diary::id::Id;
use askelma_diary::values::Words;

use crate::pages::drafts::drafts;
use crate::pages::layout::{ReadPage, RemoveButton, SaveBar};
use crate::pages::{close_to, navigator, store};
use crate::routes::Route;
use crate::store::{actions as common_actions, people as actions};
use crate::text::{app, person as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, Kind, TextField};

/// The page of a new person, or of one to be changed.
pub fn page(id: Option<Id>) -> AnyView {
    let store = store();
    let saved_person = store.diary.with_untracked(|diary| diary.find::<Person>(id?).cloned());
    let title = saved_person
        .as_ref()
        .map_or_else(|| t::new().to_owned(), |person| t::edit(person.name.as_str()));
    let drafts = drafts();
    let field = |draft: &str, get: fn(&Person) -> Option<&Words>| {
        let words = saved_person.as_ref().and_then(get).map(|words| words.as_str().to_owned());
        drafts.keep(draft, words.unwrap_or_default())
    };
    let name = field("name", |person| Some(&person.name));
    let role = field("role", |person| person.role.as_ref());
    let organisation = field("organisation", |person| person.organisation.as_ref());
    let phone = field("phone", |person| person.phone.as_ref());
    let channel = field("channel", |person| person.channel.as_ref());
    let hours = field("hours", |person| person.hours.as_ref());
    let drafts_removed = drafts.clone();
    let order = saved_person.as_ref().map_or(0, |person| person.order);
    let problem = RwSignal::new(None::<String>);
    let (navigate, leave_removed, leave_first) = (navigator(), navigator(), navigator());
    let wanted = move || {
        let words =
            |text: RwSignal<String>| Words::new(&text.get_untracked()).map_err(|_| app::too_long());
        Ok::<Person, &'static str>(Person {
            name: words(name)?.ok_or_else(t::needs_name)?,
            role: words(role)?,
            organisation: words(organisation)?,
            phone: words(phone)?,
            channel: words(channel)?,
            hours: words(hours)?,
            order,
        })
    };
    let save = move |()| match wanted() {
        Ok(person) => {
            actions::keep_person(store, id, person);
            drafts.saved();
            navigate(Route::People);
        }
        Err(sentence) => problem.set(Some(sentence.to_owned())),
    };
    view! {
        <ReadPage title back=close_to(Route::People)>
            <Card>
                <TextField label=t::name() value=name limit=60 autocapitalize="words" />
                <TextField label=t::role() hint=t::role_hint() value=role limit=80 />
                <TextField label=t::phone() value=phone limit=30 inputmode="tel" />
                <TextField label=t::hours() value=hours limit=80 />
                <TextField label=t::channel() value=channel limit=80 />
                <TextField label=t::organisation() value=organisation limit=80 />
            </Card>
            <SaveBar problem on_save=save />
            {id
                .map(|id| {
                    view! {
                        <Button
                            label=t::first()
                            kind=Kind::Text
                            icon=icondata_lu::LuArrowUp
                            on_press=move |()| {
                                actions::person_first(store, id);
                                leave_first(Route::People);
                            }
                        />
                        <RemoveButton
                            label=t::remove()
                            on_press=move |()| {
                                common_actions::remove(store, id);
                                drafts_removed.saved();
                                leave_removed(Route::People);
                            }
                        />
                    }
                })}
        </ReadPage>
    }
}
