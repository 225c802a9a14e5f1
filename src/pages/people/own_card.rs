//! A card of one's own: written here, shown, shared or printed.

use askelma_diary::entries::CardLine;
use askelma_diary::people::{line, own_card};
use askelma_diary::values::{OwnCardKind, Words};
use leptos::task::spawn_local;

use crate::browser::share_text::{self, TextShared, print};
use crate::pages::after_saving::leads_to_help;
use crate::pages::drafts::drafts;
use crate::pages::layout::EditPage;
use crate::pages::people::own_card_lines::{Field, fields, title};
use crate::pages::{back_to, navigator, store};
use crate::routes::Route;
use crate::store::people as actions;
use crate::text::{app, own_card as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, Kind, Notice, TextArea};

/// The page of one kind of card: the fields, and the card as others see it.
pub fn page(kind: OwnCardKind) -> AnyView {
    let store = store();
    let (name, hint) = title(kind);
    let card = store.diary.with_untracked(|diary| own_card(diary, kind).cloned());
    let drafts = drafts();
    let texts: Vec<(u8, RwSignal<String>)> = fields(kind)
        .into_iter()
        .map(|(field, _, _)| {
            let words = card.as_ref().and_then(|card| line(card, field));
            let text = words.map(|words| words.as_str().to_owned()).unwrap_or_default();
            (field, drafts.keep(&field.to_string(), text))
        })
        .collect();
    let problem = RwSignal::new(None::<String>);
    let navigate = navigator();
    let texts_to_save = texts.clone();
    let save = move |()| {
        let mut lines = Vec::new();
        for (field, text) in &texts_to_save {
            match Words::new(&text.get_untracked()) {
                Ok(Some(words)) => lines.push(CardLine { field: *field, words }),
                Ok(None) => {}
                Err(_) => return problem.set(Some(app::too_long().to_owned())),
            }
        }
        let saved_words: Vec<_> = lines.iter().map(|line| Some(line.words.clone())).collect();
        actions::keep_own_card(store, kind, lines);
        drafts.saved();
        if leads_to_help(&saved_words) {
            navigate(Route::HelpCard);
        }
    };
    let field_views: Vec<_> = fields(kind)
        .into_iter()
        .zip(texts)
        .map(|(field, (_, text))| one_field(field, text))
        .collect();
    view! {
        <EditPage problem on_save=save title=name back=back_to(Route::People)>
            <p class="quiet">{t::for_me()}</p>
            <p class="quiet">{hint}</p>
            {move || preview(kind)}
            {field_views}
        </EditPage>
    }
}

fn one_field((_, label, beginnings): Field, text: RwSignal<String>) -> AnyView {
    let beginnings: Vec<_> = beginnings
        .split('|')
        .map(|beginning| {
            let add = move |()| {
                text.update(|text| {
                    if !text.trim().is_empty() {
                        text.push('\n');
                    }
                    text.push_str(beginning);
                });
            };
            view! { <Button label=beginning kind=Kind::Soft on_press=add /> }
        })
        .collect();
    view! {
        <Card>
            <TextArea label value=text limit=400 />
            <p class="quiet">{t::tries()}</p>
            <div class="stack">{beginnings}</div>
        </Card>
    }
}

/// The card as others see it, once something stands on it.
fn preview(kind: OwnCardKind) -> AnyView {
    let store = store();
    let Some(card) = store.diary.with(|diary| own_card(diary, kind).cloned()) else {
        return ().into_any();
    };
    let (name, _) = title(kind);
    let lines: Vec<(&str, String)> = fields(kind)
        .into_iter()
        .filter_map(|(field, label, _)| Some((label, line(&card, field)?.as_str().to_owned())))
        .collect();
    let text: Vec<String> =
        lines.iter().map(|(label, answer)| format!("{label}:\n{answer}")).collect();
    let text = text.join("\n\n");
    let notice = RwSignal::new(None::<String>);
    let share = move |()| {
        let text = text.clone();
        spawn_local(async move {
            notice.try_set(match share_text::share(name, &text).await {
                TextShared::Offered => None,
                TextShared::Copied => Some(t::copied().to_owned()),
                TextShared::NotPossible => Some(t::cannot().to_owned()),
            });
        });
    };
    let lines: Vec<_> = lines
        .into_iter()
        .map(|(label, answer)| {
            view! {
                <h3 class="quiet">{label}</h3>
                <p class="own-words">{answer}</p>
            }
        })
        .collect();
    view! {
        <section class="print-card card">
            <h2>{name}</h2>
            {lines}
        </section>
        <div class="pair">
            <Button label=t::share() kind=Kind::Outline icon=icondata_lu::LuShare2 on_press=share />
            <Button
                label=t::print()
                kind=Kind::Outline
                icon=icondata_lu::LuPrinter
                on_press=|()| print()
            />
        </div>
        <Notice text=notice />
    }
}
