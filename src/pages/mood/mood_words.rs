//! The words for what is told of a check-in.

use askelma_diary::values::{BodySign, Company, Feeling, MoodPlace};

use crate::text::{body, company, feeling, place};

/// A feeling's name.
pub(crate) fn feeling(feeling: Feeling) -> &'static str {
    match feeling {
        Feeling::Calm => feeling::calm(),
        Feeling::Glad => feeling::glad(),
        Feeling::Hopeful => feeling::hopeful(),
        Feeling::Proud => feeling::proud(),
        Feeling::Interested => feeling::interested(),
        Feeling::Tired => feeling::tired(),
        Feeling::Anxious => feeling::anxious(),
        Feeling::Sad => feeling::sad(),
        Feeling::Angry => feeling::angry(),
        Feeling::Ashamed => feeling::ashamed(),
        Feeling::Lonely => feeling::lonely(),
        Feeling::Bored => feeling::bored(),
        Feeling::Overwhelmed => feeling::overwhelmed(),
        Feeling::Empty => feeling::empty(),
    }
}

/// What the body says.
pub(crate) fn body(sign: BodySign) -> &'static str {
    match sign {
        BodySign::Stomach => body::stomach(),
        BodySign::Head => body::head(),
        BodySign::Nausea => body::nausea(),
        BodySign::Heart => body::heart(),
        BodySign::Exhausted => body::exhausted(),
        BodySign::Tense => body::tense(),
        BodySign::Good => body::good(),
    }
}

/// With whom.
pub(crate) fn company(company: Company) -> &'static str {
    match company {
        Company::Alone => company::alone(),
        Company::Family => company::family(),
        Company::Friends => company::friends(),
        Company::Classmates => company::classmates(),
        Company::SchoolAdult => company::school_adult(),
        Company::Other => company::other(),
        Company::Animal => company::animal(),
    }
}

/// Where.
pub(crate) fn place(place: MoodPlace) -> &'static str {
    match place {
        MoodPlace::Home => place::home(),
        MoodPlace::Way => place::way(),
        MoodPlace::School => place::school(),
        MoodPlace::Outdoors => place::outdoors(),
        MoodPlace::Hobby => place::hobby(),
        MoodPlace::Elsewhere => place::elsewhere(),
    }
}
