//! The two shores of the path's picture: the school on the far one, home on the near one. Both are
//! decoration; what they are stands in words elsewhere.

use crate::ui::prelude::*;

/// A spruce's outline, its foot at (x, y).
fn spruce(x: i32, y: i32, height: i32) -> String {
    let width = height * 2 / 5;
    let tier = |lower: i32, upper: i32, half_width: i32| {
        format!(
            "M{} {}L{x} {}L{} {}Z",
            x - half_width,
            y - height * lower / 100,
            y - height * upper / 100,
            x + half_width,
            y - height * lower / 100
        )
    };
    [tier(8, 62, width / 2), tier(34, 82, width * 2 / 5), tier(60, 100, width * 3 / 10)].concat()
}

fn wood(trees: &[(i32, i32, i32)]) -> String {
    trees.iter().map(|(x, y, height)| spruce(*x, *y, *height)).collect()
}

/// A birch's crown and trunk, its foot at (x, y).
fn birch(x: i32, y: i32) -> AnyView {
    let trunk = format!("M{x} {y}v-17");
    view! {
        <g>
            <ellipse class="leaves" cx=x cy=y - 22 rx="8" ry="11" />
            <path class="trunk" d=trunk />
        </g>
    }
}

/// The far shore: sky, sun or moon, hills, a wood and the school.
pub(crate) fn far_shore() -> AnyView {
    const BACK: [(i32, i32, i32); 11] = [
        (12, 84, 30),
        (27, 82, 22),
        (44, 81, 34),
        (60, 81, 24),
        (92, 81, 28),
        (108, 82, 20),
        (176, 88, 24),
        (192, 89, 32),
        (209, 90, 22),
        (236, 90, 28),
        (380, 80, 34),
    ];
    view! {
        <svg class="far-shore" viewBox="0 0 390 132" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
            <circle class="halo" cx="96" cy="50" r="34" />
            <circle class="sun" cx="96" cy="50" r="15" />
            <g class="night-only">
                <path class="moon" d="M101 32a17 17 0 1 0 15 27 14 14 0 0 1-15-27z" />
                <circle class="star" cx="34" cy="26" r="1.4" />
                <circle class="star" cx="62" cy="46" r="1" />
                <circle class="star" cx="158" cy="20" r="1.2" />
                <circle class="star" cx="206" cy="40" r="1.4" />
                <circle class="star" cx="262" cy="18" r="1" />
                <circle class="star" cx="298" cy="44" r="1.3" />
                <circle class="star" cx="372" cy="24" r="1.1" />
            </g>
            <g class="winter-only">
                <circle class="flake" cx="24" cy="18" r="1.6" />
                <circle class="flake" cx="142" cy="34" r="1.4" />
                <circle class="flake" cx="188" cy="14" r="1.8" />
                <circle class="flake" cx="244" cy="48" r="1.5" />
                <circle class="flake" cx="286" cy="22" r="1.3" />
                <circle class="flake" cx="366" cy="42" r="1.7" />
            </g>
            <path class="hill-far" d="M0 70c46-22 92-18 140-4s92 12 138-6 78-14 112-4v40H0z" />
            <path class="wood" d=wood(&BACK) />
            <path class="hill-near" d="M0 86c52-12 104 2 156 4s104-12 148-14 60 2 86 6v34c-44-4-92 2-140 8s-96-4-140-8-76 4-110 2z" />
            <path class="beach" d="M214 120c26-22 58-30 92-32 30-2 60-3 84 2v32c-42-6-90 2-130 4-18 1-34-2-46-6z" />
            {birch(268, 86)}
            {birch(286, 84)}
            <g class="school">
                <path class="school-wall" d="M306 56h66v36h-66z" />
                <path class="school-roof" d="M299 57 339 30l40 27z" />
                <path class="roof-snow" d="M299 57 339 30l40 27-8 0-32-21-32 21z" />
                <path class="school-door" d="M331 68h16v24h-16z" />
                <path class="school-window" d="M313 65h11v11h-11zM354 65h11v11h-11z" />
                <circle class="school-window" cx="339" cy="47" r="4.5" />
            </g>
            <path class="shine" d="M22 124c20-5 40 4 60 0s24-2 34 1M150 127c14-4 28 3 42 0" />
        </svg>
    }
}

/// The near shore: reeds, a jetty, and home with a light in the window.
pub(crate) fn near_shore() -> AnyView {
    view! {
        <svg class="near-shore" viewBox="0 0 390 150" preserveAspectRatio="xMidYMin slice" aria-hidden="true">
            <path class="jetty-post" d="M207 18v18M237 18v18M203 48v18M241 48v18" />
            <path class="jetty" d="M210 10h24l10 72h-44z" />
            <path class="jetty-board" d="M208.500 20h27M207 30.500h30M205.500 41h33M204 52h36M202.500 63h39M201 74h42" />
            <path class="beach" d="M0 56c40-16 92-18 146-6s60 20 104 20 92-14 140-12v92H0z" />
            <path class="hill-near" d="M0 74c48-14 92-14 142-4s70 18 120 16 84-12 128-10v74H0z" />
            <g class="home">
                <path class="home-wall" d="M52 44h58v38H52z" />
                <path class="home-roof" d="M44 46 81 20l37 26z" />
                <path class="roof-snow" d="M44 46 81 20l37 26-8 0-29-20-29 20z" />
                <path class="home-chimney" d="M97 20h8v16h-8z" />
                <path class="school-door" d="M88 56h13v26H88z" />
                <path class="home-window" d="M61 55h17v14H61z" />
                <path class="home-frame" d="M69.5 55v14M61 62h17" />
            </g>
            <path class="wood" d=wood(&[(20, 78, 46), (36, 78, 32), (134, 82, 38), (362, 96, 48), (380, 98, 34)]) />
            <path class="reeds" d="M296 72c1-14 0-24-3-36M304 73c0-16 3-28 5-42M312 72c0-12 4-20 8-30M330 68c1-12 0-20-3-30M338 69c0-14 3-24 6-34" />
            <path class="reed-heads" d="M293 42v-12M309 36v-12M320 46v-11M327 44v-11M344 40v-11" />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::spruce;

    #[test]
    fn a_spruce_stands_on_its_foot_and_ends_at_its_top() {
        let drawn = spruce(50, 100, 40);
        assert!(drawn.starts_with("M42 97L50 76L58 97Z"), "{drawn}");
        assert!(drawn.contains("L50 60L"), "{drawn}");
    }
}
