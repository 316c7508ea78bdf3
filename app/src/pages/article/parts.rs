//! Parts that the versions of an article's page share.

use domain::access::RuleName;
use domain::ad::{self, Audience, Slot};
use domain::article::{Article, ArticleForm};
use domain::follow::Subject;
use domain::label::{Person, Section};
use domain::newsroom::StoreError;
use domain::reading::{Reading, Text as Readable};
use domain::recommendations::{Recommendations, Recommended};
use domain::sponsored;
use leptos::either::Either;
use leptos::prelude::*;

use crate::components::WITHHELD;
use crate::components::{
    AdView, ArticleBody, ArticleProperties, BodyAds, Breadcrumbs, Byline, BylineView, CardView,
    CorrectionNotice, Crumb, EditionBadge, GiveForm, HeadView, Item, PictureView, Plans, PlansView,
    PublishedView, ReadingTools, ReadingToolsView, SponsoredView, TextView, VideoView, day_path, machine,
    slots_within,
};
use crate::context::Services;
use crate::headline::unbroken;
use crate::island::island;
use crate::islands::{Asker, Gate, GateView};
use crate::routes::{is_lite, subject_path};

/// Articles and notices around an article's text.
pub(super) struct ArticleExtras {
    /// Article that the editors recommend here.
    pub(super) pick: Option<CardView>,
    /// Articles on the same subject.
    pub(super) related: Vec<CardView>,
    /// Recommendations to read next.
    pub(super) next: Vec<Recommended>,
    /// Corrections of this article.
    pub(super) notices: Vec<CorrectionNotice>,
    /// Articles whose corrections this one tells about.
    pub(super) told: Vec<CardView>,
}

impl ArticleExtras {
    pub(super) async fn of(services: &Services, article: &Article) -> Result<Self, StoreError> {
        let now = services.now();
        let told = services.articles.told_in(&article.id, now).await?;
        let recommendations =
            Recommendations::beside(&*services.articles, &*services.recommender, article, &told, now).await?;
        Ok(Self {
            pick: recommendations.pick.map(|pick| CardView::of(services, &pick)),
            related: CardView::all(services, &recommendations.related),
            next: recommendations.next,
            notices: CorrectionNotice::of(services, article).await?,
            told: CardView::all(services, &told),
        })
    }
}

/// Recommendations, with sponsored items at their slots. Sponsored items are the same for everyone, and are left out beside
/// withdrawn articles.
pub(super) async fn recommended(
    services: &Services,
    reading: &Reading,
    next: &[Recommended],
) -> Result<Vec<Item>, StoreError> {
    let (article, now) = (&reading.article, services.now());
    let mut items: Vec<Item> =
        next.iter().map(|recommended| Item::article(services, article, recommended)).collect();
    let slots = &services.site.sponsored_slots;
    if reading.decided_by() == Some(RuleName::Withdrawn) || slots.is_empty() || items.is_empty() {
        return Ok(items);
    }
    let day = now.with_timezone(&services.site.time_zone).date_naive();
    let running = services.sponsored.sponsored(now, day).await?;
    for (slot, item) in sponsored::place(&running, slots, &article.id, now) {
        let place = (slot - 1).min(items.len());
        items.insert(place, Item::Sponsored(Box::new(SponsoredView::of(services, item))));
    }
    Ok(items)
}

/// Reading time of an article, in minutes; `None` if only the teaser is shown.
pub(super) fn minutes(reading: &Reading) -> Option<usize> {
    match &reading.text {
        Readable::Whole(body) => Some(body.minutes()),
        Readable::Teaser(..) => None,
    }
}

/// Videos of an article; empty if the visitor may read only the teaser.
pub(super) fn videos(services: &Services, reading: &Reading) -> Vec<VideoView> {
    match &reading.text {
        Readable::Whole(body) => VideoView::all(services, body),
        Readable::Teaser(..) => Vec::new(),
    }
}

/// Advertisements on an article's page.
#[derive(Clone, Default)]
pub(super) struct Ads {
    pub(super) body: BodyAds,
    pub(super) pick: Option<AdView>,
}

impl Ads {
    /// Advertisements of an article in this hour. There are none for subscribers, unless the settings say so, and none beside a
    /// withdrawn article. Left out are those that offer what this reader has already, or the same as the gate beside them.
    pub(super) async fn of(services: &Services, reading: &Reading, asker: Asker) -> Result<Self, StoreError> {
        let (site, rule) = (&services.site, reading.decided_by());
        let is_paid = rule == Some(RuleName::Subscription) && !site.ads_for_subscribers;
        if is_paid || rule == Some(RuleName::Withdrawn) || site.ad_slots.is_empty() {
            return Ok(Self::default());
        }
        let within = match &reading.text {
            Readable::Whole(body) => slots_within(body, site.fewest_blocks),
            Readable::Teaser(..) => Vec::new(),
        };
        let mut slots = site.ad_slots.clone();
        slots.retain(|slot| *slot == Slot::Pick || within.contains(slot));
        let is_gated = matches!(reading.text, Readable::Teaser(..));
        let now = services.now();
        let mut running = services.ads.ads(now).await?;
        running.retain(|ad| match ad.content.audience {
            Audience::Guests => !is_gated && matches!(asker, Asker::Everyone | Asker::SignedOut),
            Audience::Everyone => !is_gated || !ad.leads_to(site.subscribe_at.as_deref()),
        });
        let placed = ad::place(&running, &slots, &reading.article.id, now);
        let of = |wanted| {
            let found = placed.iter().find(|(slot, _)| *slot == wanted);
            found.map(|(slot, ad)| AdView::of(*slot, ad, services.reading_text()))
        };
        let body = BodyAds { opening: of(Slot::Opening), middle: of(Slot::Middle) };
        Ok(Self { body, pick: of(Slot::Pick) })
    }
}

/// Header of an article: headline, summary, people, times and what one can do with it.
#[component]
pub(super) fn Headline(
    article: Article,
    minutes: Option<usize>,
    services: Services,
    /// Tools for reading; the light version has none.
    #[prop(optional)]
    tools: Option<ReadingToolsView>,
) -> impl IntoView {
    let text = services.text();
    let is_opinion = article.section.as_ref().is_some_and(Section::is_opinion);
    let section = article
        .section
        .map(|section| Crumb { href: Some(format!("/rubrik/{}", section.slug)), name: section.name });
    let published = PublishedView::of(&services, article.published_at);
    let updated =
        article.updated_at.filter(|at| *at > article.published_at).map(|at| PublishedView::of(&services, at));
    let byline =
        BylineView { reporters: article.byline.reporters, editors: article.byline.editors, is_opinion, text };
    view! {
        <header class="page-header">
            <div class="article__kicker">
                <Breadcrumbs here=section text/>
                <EditionBadge edition=article.edition cover_story=article.cover_story text/>
            </div>
            <h1 class="article__title" lang=article.language.as_str()>{unbroken(&article.title)}</h1>
            {article.summary.map(|summary| view! { <p class="article__summary" lang=article.language.as_str()>{summary}</p> })}
            <Byline byline/>
            <p class="article__times">
                <a class="article__day" href=day_path(&services.site, article.published_at)><time datetime=published.machine>{published.full}</time></a>
                {updated.map(|updated| view! {
                    <span class="article__updated">{text.updated} " " <time datetime=updated.machine>{updated.full}</time></span>
                })}
                {minutes.map(|minutes| view! { <span>{(services.reading_text().minutes)(minutes)}</span> })}
            </p>
            // A name that extractors of texts know: what is in it is not the text.
            {tools.map(|tools| view! { <div class="text-header"><ReadingTools tools/></div> })}
        </header>
    }
}

/// Text that this reader may read, and the gate if that is not all of it. `path` is the path of the page.
#[component]
pub(super) fn TextAndGate(
    services: Services,
    reading: Reading,
    path: String,
    asker: Asker,
    ads: BodyAds,
) -> impl IntoView {
    let drop_cap = services.site.drop_cap;
    let may_give = asker == Asker::SignedIn && reading.decided_by() == Some(RuleName::Subscription);
    let is_crawler = reading.decided_by() == Some(RuleName::Crawler);
    let Reading { article, text, .. } = reading;
    let marked = is_crawler.then(|| article.teaser.clone());
    let (language, is_lite) = (article.language, is_lite(&path));
    let give = may_give.then(|| view! { <GiveForm id=article.id.to_string() services=services.clone()/> });
    let (mut contents, mut gate, mut plans) = (None, None, None);
    let text = match text {
        Readable::Whole(body) => {
            let is_long = ArticleForm::of(&article, Some(&body)) == ArticleForm::LongRead;
            contents = is_long.then_some(services.reading_text().contents);
            TextView::Whole(body)
        }
        Readable::Teaser(reason, offer) => {
            plans = PlansView::of(&services, &article);
            gate = GateView::of(&services, &article, &path, (reason, offer), asker);
            TextView::Teaser(article.teaser)
        }
    };
    view! {
        <ArticleBody text language is_lite drop_cap contents ads marked/>
        // The light page has no scripts, so its gate is not an island.
        {gate.map(|gate| {
            let gate = if is_lite { Either::Left(view! { <Gate gate/> }) } else { Either::Right(island(gate)) };
            // The place of what is withheld, as search engines are told.
            view! { <div class=WITHHELD>{gate}</div> }
        })}
        // The light page is for reading.
        {plans.filter(|_| !is_lite).map(|plans| view! { <Plans plans/> })}
        {give}
    }
}

pub(super) fn head(services: &Services, article: &Article, path: &str) -> HeadView {
    let site = &services.site;
    let picture = article.picture.as_ref().and_then(PictureView::of);
    HeadView {
        title: format!("{} – {}", article.title, site.name),
        description: article.summary.clone(),
        canonical: Some(format!("{}{path}", site.url)),
        picture: picture.as_ref().map(|picture| format!("{}{}", site.url, picture.src)),
        lead: picture,
        kind: "article",
        article: Some(properties(services, article)),
        ..HeadView::default()
    }
}

/// Properties that link previews show of an article: what its header shows.
fn properties(services: &Services, article: &Article) -> ArticleProperties {
    let origin = &services.site.url;
    let author = |person: &Person| {
        let path = subject_path(&Subject::Person(person.slug.clone()));
        ("article:author", format!("{origin}{path}"))
    };
    let mut values = vec![("article:published_time", machine(article.published_at))];
    values.extend(article.updated_at.map(|at| ("article:modified_time", machine(at))));
    values.extend(article.byline.reporters.iter().map(author));
    values.extend(article.section.iter().map(|section| ("article:section", section.name.clone())));
    values.extend(article.topics.iter().map(|topic| ("article:tag", topic.name.clone())));
    ArticleProperties { values, language: article.language }
}
