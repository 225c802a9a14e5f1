//! A card in own words.

use askelma_diary::entries::ReasonCard;
use askelma_diary::values::{CardMark, Fit, LifeArea, Side, Words};

use crate::pages::drafts::drafts;
use crate::pages::layout::EditPage;
use crate::pages::reasons::reason_ask::{answer_words, area_name};
use crate::pages::{close_to, navigator, store};
use crate::routes::Route;
use crate::store::reason_actions as actions;
use crate::text::{app, reason_new as t, reasons};
use crate::ui::prelude::*;
use crate::ui::{Card, ChipOption, ChoiceChips, Rating, SelectField, TextArea};

/// A side's name.
pub fn side_name(side: Side) -> &'static str {
    match side {
        Side::Push => t::push(),
        Side::Pull => t::pull(),
        Side::Help => t::help(),
    }
}

/// The page of a new card: its words, side, answer, area and mark.
pub fn page() -> AnyView {
    let store = store();
    let navigate = navigator();
    let drafts = drafts();
    let words = drafts.keep("words", String::new());
    let area = drafts.keep("area", LifeArea::Lessons);
    let side = drafts.keep("side", None::<Side>);
    // None of the marks can be chosen too.
    let mark = drafts.keep_as(
        "mark",
        None::<Option<CardMark>>,
        |mark| (mark.is_some(), mark.flatten().map_or(u8::MAX, CardMark::code)),
        |mark, (chosen, code)| *mark = chosen.then(|| CardMark::from_code(code)),
    );
    let fit = drafts.keep("fit", None::<u8>);
    let problem = RwSignal::new(None::<String>);
    let save = move |()| {
        let fit = fit.get().and_then(Fit::from_code);
        let (words, side, fit) = match (Words::new(&words.get()), side.get(), fit) {
            (Ok(Some(words)), Some(side), Some(fit)) => (words, side, fit),
            (Err(_), ..) => return problem.set(Some(app::too_long().to_owned())),
            _ => return problem.set(Some(reasons::new_needs().to_owned())),
        };
        let card = ReasonCard { area: area.get(), side, words, mark: mark.get().flatten() };
        let id = actions::add_card(store, card, fit);
        drafts.saved();
        navigate(Route::Reason(id));
    };
    let areas = LifeArea::ALL.iter();
    let areas = areas.map(|area| (area.code().to_string(), area_name(*area).to_owned())).collect();
    let sides = Side::ALL.iter().map(|side| ChipOption::new(*side, side_name(*side))).collect();
    let marks = vec![
        ChipOption::new(None, t::mark_none()),
        ChipOption::new(Some(CardMark::Sensory), t::mark_sensory()),
        ChipOption::new(Some(CardMark::Safety), t::mark_safety()),
        ChipOption::new(Some(CardMark::HomeDanger), t::mark_home()),
    ];
    let choose_area = move |code: String| {
        if let Some(chosen) = code.parse().ok().and_then(LifeArea::from_code) {
            area.set(chosen);
        }
    };
    view! {
        <EditPage problem on_save=save title=reasons::new_title() back=close_to(Route::Reasons)>
            <TextArea label=reasons::new_words() hint=t::words_hint() value=words limit=200 />
            <Card title=t::side()>
                <ChoiceChips
                    label=t::side()
                    options=sides
                    chosen=side
                    on_choose=move |chosen| side.set(chosen)
                />
            </Card>
            <Card title=reasons::answers()>
                <Rating
                    label=reasons::answers()
                    words=answer_words()
                    chosen=fit
                    on_choose=move |code| fit.set(Some(code))
                />
            </Card>
            <Card>
                <SelectField
                    label=t::area()
                    options=areas
                    value=Signal::derive(move || area.get().code().to_string())
                    on_change=choose_area
                />
            </Card>
            <Card title=t::mark()>
                <ChoiceChips
                    label=t::mark()
                    options=marks
                    chosen=mark
                    on_choose=move |chosen| mark.set(chosen)
                />
            </Card>
        </EditPage>
    }
}
