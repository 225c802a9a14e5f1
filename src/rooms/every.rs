//! Every room, by role and place.

use askelma_diary::school::Which;
use leptos::prelude::*;

use super::{Place, RoomSet, keeper, parent, say, shared, worker, young};
use crate::components::Build;
use crate::state::{Keeper, Role, example};

/// All of them.
pub const ROOMS: RoomSet =
    RoomSet { room, help: shared::help::help, beside, fill_example: Some(fill_example) };

fn room(role: Role, place: Place) -> AnyView {
    provide_context(say::time_words());
    let today = keeper().now.get_untracked().day();
    match (role, place) {
        (_, Place::Help) => shared::help::help(),
        (_, Place::Settings) => shared::settings::settings(),
        (_, Place::About) => shared::about::about(),
        (_, Place::Data) => shared::my_data::my_data(),
        (_, Place::TakeIn) => shared::take_in::take_in(),
        (Role::Young, Place::Reminders) => young::reminders::reminders(),
        (Role::Parent | Role::Worker, Place::Receive) => shared::receive::receive(),
        (Role::Young, Place::Start) => young::today::today(),
        (Role::Young, Place::Begin) => young::begin::begin(),
        // Today's own page is the one at the start; what has not come yet has none.
        (Role::Young, Place::Day(day)) if day == today => young::today::today(),
        (Role::Young, Place::Day(day)) if day < today => young::past_day::past_day(day),
        (Role::Young, Place::Mood(day, id)) => young::mood::mood(day, id),
        (Role::Young, Place::Night(day)) => young::night::night(day),
        (Role::Young, Place::LastNight) => young::night::night(today),
        (Role::Young, Place::NewMoment(day)) => young::moment::moment(day, None),
        (Role::Young, Place::Moment(day, id)) => young::moment::moment(day, Some(id)),
        (Role::Young, Place::Routine) => young::routine::routine(),
        (Role::Young, Place::RoutineNew) => young::routine_item::routine_item(None),
        (Role::Young, Place::RoutineItem(id)) => young::routine_item::routine_item(Some(id)),
        (Role::Young, Place::RoutineReady) => young::routine_ready::routine_ready(),
        (Role::Young, Place::School) => young::school::school(),
        (Role::Young, Place::Timetable) => young::timetable::timetable(Which::Full),
        (Role::Young, Place::OwnPlan) => young::timetable::timetable(Which::OwnPlan),
        (Role::Young, Place::Terms) => young::terms::terms(),
        (Role::Young, Place::Marks) => young::marks::marks(),
        (Role::Young, Place::SchoolDay(day)) => young::school_day::school_day(day),
        (Role::Young, Place::Path) => young::path::path(None),
        (Role::Young, Place::PathOf(id)) => young::path::path(Some(id)),
        (Role::Young, Place::Ladders) => young::path_ready::path_ready(),
        (Role::Young, Place::NewPath) => young::path_new::path_new(),
        (Role::Young, Place::EditPath(id)) => young::path_edit::path_edit(id),
        (Role::Young, Place::NewStep(of)) => young::step_edit::step_new(of),
        (Role::Young, Place::Step(id)) => young::path_step::path_step(id),
        (Role::Young, Place::EditStep(id)) => young::step_edit::step_edit(id),
        (Role::Young, Place::LessHelp(id)) => young::step_less_help::less_help(id),
        (Role::Young, Place::PlanTry(id)) => young::step_plan::plan_try(id),
        (Role::Young, Place::TellTry(id)) => young::try_tell::tell_try(id),
        (Role::Young, Place::Split(id)) => young::path_split::path_split(id),
        (Role::Young, Place::BeforeTry(id)) => young::try_before::try_before(id),
        (Role::Young, Place::Try(id)) => young::try_now::try_now(id),
        (Role::Young, Place::Me) => young::me::me(),
        (Role::Young, Place::Diary) => young::diary::diary(),
        (Role::Young, Place::Picture) => young::picture::picture(),
        (Role::Young, Place::Strengths(id)) => young::strengths::strengths(id),
        (Role::Young, Place::Reasons) => young::reasons::reasons(),
        (Role::Young, Place::SortReasons(area)) => young::reason_sort::sort(area),
        (Role::Young, Place::Reason(id)) => young::reason_card::card(id),
        (Role::Young, Place::NewReason) => young::reason_new::new(),
        (Role::Young, Place::People) => young::people::people(),
        (Role::Young, Place::NewPerson) => young::person::person(None),
        (Role::Young, Place::Person(id)) => young::person::person(Some(id)),
        (Role::Young, Place::OwnCard(kind)) => young::own_card::own_card_page(kind),
        (Role::Young, Place::HelpCard) => young::help_card::help_card(),
        (Role::Young, Place::Share) => young::share::share(),
        (Role::Young, Place::Hard) => young::hard::hard(),
        (Role::Parent, Place::Start) => parent::home::home(None),
        (Role::Parent, Place::Case(id)) => parent::home::home(Some(id)),
        (Role::Worker, Place::Start) => worker::cases::cases(),
        (Role::Worker, Place::Case(id)) => worker::case::case(id),
        _ => shared::nothing::nothing(),
    }
}

fn fill_example(role: Role, keeper: Keeper) {
    leptos::task::spawn_local(example::fill(keeper, role));
}

fn beside(role: Role) -> Option<AnyView> {
    (role == Role::Worker).then(|| view! { <worker::cases::CaseLinks /> }.built())
}
