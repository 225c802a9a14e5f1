//! Hard morning: my adult, by a ready message or a call.

use askelma_diary::entries::Person;
use askelma_diary::people::{people, week_adult};
use leptos::prelude::*;

use crate::components::{Build, Card, Kind, LinkButton, TextField, dynamic};
use crate::platform::share_text::{sms, tel};
use crate::rooms::{Place, keeper};
use crate::text::{hard, hardmore as t};

/// Who can be reached now: my adult this week, else the first of my people with a number.
pub fn reached() -> Option<(Person, String)> {
    let keeper = keeper();
    let today = keeper.now.get_untracked().day();
    keeper.diary.with(|diary| {
        let adult = week_adult(diary, today).map(|(_, person)| person);
        let others = people(diary).into_iter().map(|(_, person)| person);
        adult.into_iter().chain(others).find_map(|person| {
            let phone = person.phone.as_ref()?.as_str().to_owned();
            Some((person, phone))
        })
    })
}

/// The card.
pub fn adult() -> AnyView {
    let message = RwSignal::new(hard::sms().to_owned());
    view! {
        <Card title=t::adult()>
            {dynamic(move || match reached() {
                None => view! {
                    <p>{t::adult_none()}</p>
                    <LinkButton
                        href=Place::NewPerson.href()
                        label=t::adult_add()
                        kind=Kind::Outline
                        icon=icondata_lu::LuPlus
                    />
                }
                .built(),
                Some((person, phone)) => {
                    let name = person.name.as_str().to_owned();
                    let (number, to) = (phone.clone(), name.clone());
                    view! {
                        <TextField label=t::adult_message() value=message limit=200 />
                        <div class="pair">
                            {dynamic(move || view! {
                                <LinkButton
                                    href=message.with(|text| sms(Some(&number), text))
                                    label=t::adult_text(&to)
                                    icon=icondata_lu::LuMessageCircle
                                />
                            })}
                            <LinkButton
                                href=tel(&phone)
                                label=t::adult_call(&name)
                                kind=Kind::Outline
                                icon=icondata_lu::LuPhone
                            />
                        </div>
                    }
                    .built()
                }
            })}
        </Card>
    }
    .built()
}
