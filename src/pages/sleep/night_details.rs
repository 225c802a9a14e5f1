//! More about a night: how long falling asleep took, awakenings, the bed, naps.

use askelma_diary::sleep::NightInput;
use askelma_diary::values::{Minutes, Times};

use crate::pages::wording;
use crate::text::{app, night as t};
use crate::ui::prelude::*;
use crate::ui::{Card, Stepper, TimeField};

const STEP_MIN: u16 = 5;
const NAP_STEP_MIN: u16 = 15;

/// Minutes to fall asleep, awakenings, minutes awake.
pub fn details(rest: RwSignal<NightInput>) -> AnyView {
    let awakenings = Signal::derive(move || {
        rest.with(|rest| match rest.awakenings.map(Times::get) {
            None => t::unsaid().to_owned(),
            Some(0) => t::never().to_owned(),
            Some(times) => t::times(usize::from(times)),
        })
    });
    view! {
        <Card>
            {minutes(t::fall_asleep(), rest, STEP_MIN, |rest| &mut rest.fall_asleep_min)}
            <Stepper
                label=t::awakenings()
                value=awakenings
                less=app::less()
                more=app::more()
                less_disabled=Signal::derive(move || rest.with(|rest| rest.awakenings.is_none()))
                on_less=move |()| {
                    rest.update(|rest| {
                        rest.awakenings = rest
                            .awakenings
                            .and_then(|times| Times::new(times.get().checked_sub(1)?).ok());
                    });
                }
                on_more=move |()| {
                    rest.update(|rest| {
                        let next = rest.awakenings.map_or(0, |times| times.get() + 1);
                        rest.awakenings = Times::new(next).ok().or(rest.awakenings);
                    });
                }
            />
            {minutes(t::awake(), rest, STEP_MIN, |rest| &mut rest.awake_min)}
        </Card>
    }
}

fn minutes(
    label: &'static str,
    rest: RwSignal<NightInput>,
    step: u16,
    field: fn(&mut NightInput) -> &mut Option<Minutes>,
) -> AnyView {
    let value = Signal::derive(move || {
        let mut rest = rest.get();
        field(&mut rest)
            .map_or_else(|| t::unsaid().to_owned(), |min| wording::length(u32::from(min.get())))
    });
    let unsaid = Signal::derive(move || field(&mut rest.get()).is_none());
    view! {
        <Stepper
            label
            value
            less=app::less()
            more=app::more()
            less_disabled=unsaid
            on_less=move |()| {
                rest.update(|rest| {
                    let field = field(rest);
                    *field = field.and_then(|min| Minutes::new(min.get().checked_sub(step)?).ok());
                });
            }
            on_more=move |()| {
                rest.update(|rest| {
                    let field = field(rest);
                    let next = field.map_or(0, |min| min.get() + step);
                    *field = Minutes::new(next).ok().or(*field);
                });
            }
        />
    }
}

/// Into bed, out of bed, naps.
pub fn times(rest: RwSignal<NightInput>, bad: [RwSignal<bool>; 2]) -> AnyView {
    let [bad_in, bad_out] = bad;
    view! {
        <TimeField
            label=t::into_bed()
            value=Signal::derive(move || rest.with(|rest| rest.into_bed_clock))
            bad=bad_in
            on_change=move |to| rest.update(|rest| rest.into_bed_clock = to)
        />
        <TimeField
            label=t::out_of_bed()
            value=Signal::derive(move || rest.with(|rest| rest.out_of_bed_clock))
            bad=bad_out
            on_change=move |to| rest.update(|rest| rest.out_of_bed_clock = to)
        />
        {minutes(t::naps(), rest, NAP_STEP_MIN, |rest| &mut rest.naps_min)}
    }
}
