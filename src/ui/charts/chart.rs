//! What all charts share: the sentence on top, the picture with its name, the table behind a button.

use crate::ui::Icon;
use crate::ui::prelude::*;

/// The words around a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartWords {
    /// One sentence that says what is to be seen.
    pub sentence: String,
    /// The picture's spoken name.
    pub name: String,
    /// The word on the button that opens the table.
    pub table: String,
    /// The table's column heads.
    pub headers: Vec<String>,
    /// The table's rows, as long as the heads.
    pub rows: Vec<Vec<String>>,
}

/// A chart's frame.
pub(crate) fn framed(words: ChartWords, picture: AnyView, axis: Vec<String>) -> AnyView {
    let ChartWords { sentence, name, table, headers, rows } = words;
    let sentence = (!sentence.is_empty()).then(|| view! { <p class="chart-says">{sentence}</p> });
    let axis = (!axis.is_empty()).then(|| {
        let marks = axis.into_iter().map(|mark| view! { <span>{mark}</span> });
        view! {
            <div class="chart-axis" aria-hidden="true">
                {marks.collect::<Vec<_>>()}
            </div>
        }
    });
    let table = (!rows.is_empty()).then(|| data_table(table, headers, rows));
    view! {
        <div class="chart">
            {sentence}
            <div class="chart-picture" role="img" aria-label=name>
                {picture}
            </div>
            {axis}
            {table}
        </div>
    }
}

fn data_table(button: String, headers: Vec<String>, rows: Vec<Vec<String>>) -> AnyView {
    let group_label = button.clone();
    let heads = headers.into_iter().map(|head| view! { <th scope="col">{head}</th> });
    let heads = heads.collect::<Vec<_>>();
    // A table of twelve weeks is long: it is made when it is asked for.
    let open = RwSignal::new(false);
    let rows = StoredValue::new(rows);
    let body = move || {
        open.get().then(|| {
            rows.with_value(|rows| {
                rows.iter()
                    .map(|row| {
                        let cells = row
                            .iter()
                            .map(|cell| view! { <td>{cell.clone()}</td> })
                            .collect::<Vec<_>>();
                        view! { <tr>{cells}</tr> }
                    })
                    .collect::<Vec<_>>()
            })
        })
    };
    view! {
        <details class="chart-table" on:toggle=move |_| open.set(true)>
            <summary>
                <Icon icon=icondata_lu::LuTable />
                <span>{button}</span>
            </summary>
            <div class="table-scroll" tabindex="0" role="group" aria-label=group_label>
                <table class="table">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
        </details>
    }
}
