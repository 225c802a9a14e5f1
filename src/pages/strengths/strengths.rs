//! Strengths: the bubbles, and every good moment, to be searched.

use askelma_diary::id::Id;
use askelma_diary::strengths::{Wanted, Whose, find, overview, strength_id};

use crate::pages::layout::ReadPage;
use crate::pages::strengths::strength_field::{field, moment_card};
use crate::pages::{back_to, store, wording};
use crate::routes::Route;
use crate::text::{me, moment, strengths as t};
use crate::ui::prelude::*;
use crate::ui::{
    Button, Card, ChipOption, EmptyState, Kind, LinkButton, Segments, TextField, Tint,
};

/// Moments on the page at first, and how many more each time.
const PAGE: usize = 20;

/// The page of all moments, or of those with one strength.
pub fn page(open: Option<Id>) -> AnyView {
    let store = store();
    let today = store.now.get_untracked().day();
    let sum = Memo::new(move |_| store.diary.with(overview));
    let words = RwSignal::new(String::new());
    let whose = RwSignal::new(Whose::All);
    let pages = RwSignal::new(1_usize);
    let found = Memo::new(move |_| {
        let wanted = Wanted { strength: open, whose: whose.get(), words: words.get() };
        store.diary.with(|diary| find(diary, &wanted, wording::strength))
    });
    let title = open.and_then(|open| {
        sum.with_untracked(|sum| {
            let used = sum.used.iter().find(|used| strength_id(&used.strength) == open);
            used.map(|used| wording::named_strength(&used.strength))
        })
    });
    let is_one_strength = title.is_some();
    let list = move || {
        let max_shown = pages.get() * PAGE;
        found.with(|found| {
            let cards = found.iter().take(max_shown).map(|(id, moment)| moment_card(*id, moment));
            let cards = cards.collect::<Vec<_>>();
            let more = (found.len() > max_shown).then(|| {
                view! {
                    <Button
                        label=t::show_more()
                        kind=Kind::Outline
                        on_press=move |()| pages.update(|pages| *pages += 1)
                    />
                }
            });
            let count =
                if found.is_empty() { t::none_found().to_owned() } else { t::found(found.len()) };
            view! {
                <p class="quiet" role="status">
                    {count}
                </p>
                <div class="stack">{cards}</div>
                {more}
            }
        })
    };
    let has_moments = Memo::new(move |_| sum.with(|sum| sum.moments > 0));
    let content = move || {
        if has_moments.get() {
            view! {
                {finding(words, whose, pages)}
                {list}
            }
        } else {
            view! {
                <EmptyState
                    icon=icondata_lu::LuSparkles
                    title=moment::none_title()
                    sentence=moment::none()
                    tint=Tint::Dawn
                />
            }
        }
    };
    view! {
        <ReadPage
            title=title.unwrap_or_else(|| me::title().to_owned())
            back=back_to(if is_one_strength { Route::Strengths } else { Route::Me })
        >
            {move || sum.with(|sum| field(sum, open))}
            {is_one_strength
                .then(|| {
                    view! {
                        <LinkButton
                            href=Route::Strengths.href()
                            label=t::show_all()
                            kind=Kind::Text
                        />
                    }
                })}
            <LinkButton
                href=Route::MomentNew(today).href()
                label=moment::add()
                icon=icondata_lu::LuPlus
            />
            {content}
        </ReadPage>
    }
}

fn finding(words: RwSignal<String>, whose: RwSignal<Whose>, pages: RwSignal<usize>) -> AnyView {
    let options = vec![
        ChipOption::new(Whose::All, t::all()),
        ChipOption::new(Whose::Mine, t::mine()),
        ChipOption::new(Whose::Gifts, t::gifts()),
    ];
    let choose = move |choice| {
        pages.set(1);
        whose.set(choice);
    };
    view! {
        <Card>
            <TextField label=t::search() value=words limit=80 />
            <Segments label=t::whose() options chosen=whose on_choose=choose />
        </Card>
    }
}
