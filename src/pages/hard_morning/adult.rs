//! Hard morning: my adult, by a ready message or a call.

use askelma_diary::entries::Person;
use askelma_diary::people::{people, week_adult};

use crate::pages::drafts::drafts;
use crate::pages::layout::{CallLink, MessageLink};
use crate::pages::store;
use crate::routes::Route;
use crate::text::{hard_morning, hard_morning as t};
use crate::ui::prelude::*;
use crate::ui::{Card, Kind, LinkButton, TextField};

/// Who can be reached now: my adult this week, else the first of my people with a number.
pub fn reached() -> Option<(Person, String)> {
    let store = store();
    let today = store.now.get_untracked().day();
    store.diary.with(|diary| {
        let adult = week_adult(diary, today).map(|(_, person)| person);
        let others = people(diary).into_iter().map(|(_, person)| person);
        adult.into_iter().chain(others).find_map(|person| {
            let phone = person.phone.as_ref()?.as_str().to_owned();
            Some((person, phone))
        })
    })
}

/// The card that reaches my adult.
pub fn adult() -> AnyView {
    let message = drafts().part("adult").keep("message", hard_morning::sms().to_owned());
    view! {
        <Card title=t::adult()>
            {move || match reached() {
                None => view! {
                    <p>{t::adult_none()}</p>
                    <LinkButton
                        href=Route::PersonNew.href()
                        label=t::adult_add()
                        kind=Kind::Outline
                        icon=icondata_lu::LuPlus
                    />
                },
                Some((person, phone)) => {
                    let name = person.name.as_str().to_owned();
                    let (number, recipient) = (phone.clone(), name.clone());
                    view! {
                        <TextField label=t::adult_message() value=message limit=200 />
                        <div class="pair">
                            {move || view! {
                                <MessageLink
                                    number=number.clone()
                                    message=message.get()
                                    label=t::adult_text(&recipient)
                                />
                            }}
                            <CallLink number=phone label=t::adult_call(&name) kind=Kind::Outline />
                        </div>
                    }
                }
            }}
        </Card>
    }
}
