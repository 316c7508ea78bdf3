//! Parts of the page of the search.

use domain::article::{Card, Edition, Language};
use domain::label::Section;
use domain::search::{Completions, DEEPEST, Finding, Order, PAGE, Piece};
use leptos::prelude::*;

use super::asked::Asked;
use crate::components::{ArticleCard, CardForm, CardView, Rank};
use crate::context::Services;
use crate::routes::SEARCH;
use crate::text;
use crate::text::search::SearchText;

/// The form, with what was asked for.
#[component]
pub fn SearchForm(asked: Asked, sections: Vec<Section>, services: Services) -> impl IntoView {
    let (text, filters) = (services.search_text(), asked.query.filters.clone());
    let is_open = filters != domain::search::Filters::default();
    let section = filters.section.as_ref().map(ToString::to_string).unwrap_or_default();
    let sections = sections.into_iter().map(|section| (section.slug.to_string(), section.name)).collect();
    let editions =
        Edition::ALL.map(|edition| (edition.as_str().to_owned(), text::edition(edition).to_owned()));
    let languages = [Language::Indonesian, Language::English]
        .map(|language| (language.as_str().to_owned(), text::language(language).to_owned()));
    let orders = vec![("terbaru".to_owned(), text.by_date.to_owned())];
    let order = if asked.query.order == Order::Newest { "terbaru" } else { "" };
    let edition = filters.edition.map(Edition::as_str).unwrap_or_default().to_owned();
    let language = filters.language.map(Language::as_str).unwrap_or_default().to_owned();
    let author = filters.author.as_ref().map(ToString::to_string).unwrap_or_default();
    view! {
        <form class="search-form" role="search" action=SEARCH>
            <label class="search-form__label" for="q">{text.field}</label>
            <div class="search-form__row">
                <input class="search-form__field" r#type="search" id="q" name="q" maxlength="2000" autocomplete="off" value=asked.query.text.clone()
                    aria-describedby="q-help"/>
                <button class="button" r#type="submit">{text.search}</button>
            </div>
            <p class="search-form__help" id="q-help">{text.help}</p>
            <details class="search-form__filters" open=is_open>
                <summary>{text.filters}</summary>
                <div class="search-form__choices">
                    <Choice label=text.order name="urut" any=text.by_relevance options=orders chosen=order.to_owned()/>
                    <Choice label=text.section name="rubrik" any=text.any options=sections chosen=section/>
                    <Choice label=text.edition name="edisi" any=text.any options=editions.to_vec() chosen=edition/>
                    <Choice label=text.language name="bahasa" any=text.any options=languages.to_vec() chosen=language/>
                    <label>{text.author} <input name="penulis" value=author autocomplete="off"/></label>
                    <label>{text.from} <input r#type="date" name="dari" value=asked.from.map(|date| date.to_string())/></label>
                    <label>{text.until} <input r#type="date" name="sampai" value=asked.until.map(|date| date.to_string())/></label>
                </div>
            </details>
        </form>
    }
}

#[component]
fn Choice(
    label: &'static str,
    name: &'static str,
    any: &'static str,
    options: Vec<(String, String)>,
    chosen: String,
) -> impl IntoView {
    let options = options.into_iter().map(|(value, name)| {
        let is_chosen = value == chosen;
        view! { <option value=value selected=is_chosen>{name}</option> }
    });
    view! {
        <label>
            {label}
            " "
            <select name=name>
                <option value="">{any}</option>
                {options.collect::<Vec<_>>()}
            </select>
        </label>
    }
}

/// Results, their number and the links around them.
#[component]
pub fn Found(
    finding: Finding,
    names: Completions,
    asked: Asked,
    is_own: bool,
    services: Services,
) -> impl IntoView {
    let text = services.search_text();
    let correction = finding.correction.map(|better| {
        let href = asked.with_text(better.clone()).address(1);
        view! { <p class="search__correction">{text.did_you_mean} " " <a href=href>{better}</a> "?"</p> }
    });
    let topics = names.topics.into_iter().map(|topic| (format!("/topik/{}", topic.slug), topic.name));
    let people = names.people.into_iter().map(|person| (format!("/penulis/{}", person.slug), person.name));
    let links = topics.chain(people).map(|(href, name)| view! { <li><a href=href>{name}</a></li> });
    let links = links.collect::<Vec<_>>();
    let names = (!links.is_empty()).then(|| {
        view! { <nav class="search__names" aria-label=text.pages_of_this_name><ul>{links}</ul></nav> }
    });
    let has_more = asked.query.skip + PAGE < finding.total.min(DEEPEST);
    let hits = finding.hits.into_iter().map(|hit| {
        let card = CardView::of(&services, &hit.card);
        let lang = card.lang;
        let passage = hit.passage.into_iter().map(|piece| match piece {
            Piece::Plain(text) => text.into_any(),
            Piece::Found(text) => view! { <mark>{text}</mark> }.into_any(),
        });
        let card = card.without_summary().with_date();
        view! {
            <li class="search__hit">
                <ArticleCard card form=CardForm::Row rank=Rank::Second/>
                <p class="search__passage" lang=lang>{passage.collect::<Vec<_>>()}</p>
            </li>
        }
    });
    let hits = hits.collect::<Vec<_>>();
    let nothing = (finding.total == 0).then(|| {
        view! {
            <p class="list__empty">{text.nothing_found} " " {text.nothing_found_help}</p>
        }
    });
    view! {
        <p class="search__count" role="status">{(text.results)(finding.total)}</p>
        {correction}
        {names}
        {nothing}
        <ol class="list__cards search__hits">{hits}</ol>
        <Pages asked has_more is_own text/>
    }
}

/// To the pages before and behind. A reader's own results are asked for by POST, page by page.
#[component]
fn Pages(asked: Asked, has_more: bool, is_own: bool, text: &'static SearchText) -> impl IntoView {
    let before = (asked.page > 1).then(|| (asked.page - 1, text.previous, "pager__first"));
    let next = has_more.then(|| (asked.page + 1, text.next, "pager__next"));
    let ways: Vec<_> = before.into_iter().chain(next).collect();
    if ways.is_empty() {
        return ().into_any();
    }
    if is_own {
        let buttons = ways.into_iter().map(|(page, name, class)| {
            view! { <button class=format!("button button--quiet {class}") r#type="submit" name="hal" value=page.to_string()>{name}</button> }
        });
        return view! {
            <form class="pager" method="post" action=SEARCH>
                <Hidden asked/>
                {buttons.collect::<Vec<_>>()}
            </form>
        }
        .into_any();
    }
    let links = ways.into_iter().map(|(page, name, class)| {
        view! { <a class=class href=asked.address(page)>{name}</a> }
    });
    view! { <nav class="pager" aria-label=text.search>{links.collect::<Vec<_>>()}</nav> }.into_any()
}

/// The search as fields of a form that a reader does not see.
#[component]
fn Hidden(asked: Asked) -> impl IntoView {
    let fields = asked.parameters().into_iter();
    fields.map(|(name, value)| view! { <input r#type="hidden" name=name value=value/> }).collect::<Vec<_>>()
}

/// The button that searches what its reader may read.
#[component]
pub fn OwnForm(asked: Asked, text: &'static SearchText) -> impl IntoView {
    view! {
        <form class="search__own" method="post" action=SEARCH>
            <Hidden asked/>
            <p>{text.search_own_help}</p>
            <button class="button button--quiet" r#type="submit">{text.search_own}</button>
        </form>
    }
}

/// The newest articles, where nothing else is to be read.
#[component]
pub fn Offers(newest: Vec<Card>, services: Services) -> impl IntoView {
    let cards = newest.iter().map(|card| {
        let card = CardView::of(&services, card);
        view! { <li><ArticleCard card form=CardForm::Row rank=Rank::Third/></li> }
    });
    view! {
        <section class="search__newest" aria-labelledby="terbaru">
            <h2 id="terbaru">{services.search_text().newest}</h2>
            <ul class="list__cards">{cards.collect::<Vec<_>>()}</ul>
        </section>
    }
}
