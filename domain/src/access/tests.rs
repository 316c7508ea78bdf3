//! The contract's table, and each rule alone.

use chrono::DateTime;

use super::*;
use crate::article::{Byline, Correction, CorrectionKind, CoverStory, Edition, Language, Teaser};
use crate::body::LockedBody;

fn article(edition: Edition, cover_story: CoverStory) -> Article {
    Article {
        id: ArticleId::parse("1").unwrap(),
        title: "Judul".into(),
        summary: None,
        published_at: DateTime::UNIX_EPOCH,
        updated_at: None,
        edition,
        cover_story,
        section: None,
        topics: vec![],
        byline: Byline::default(),
        picture: None,
        editor_pick: None,
        language: Language::Indonesian,
        corrections: vec![],
        teaser: Teaser::default(),
    }
}

fn reader(has_opened: bool, left: u32, plans: &[Plan]) -> Visitor {
    let units = Units { granted: 2, left, refills_at: None };
    Visitor::Reader(MeterStatus { has_opened, plans: plans.to_vec(), units })
}

fn guest(has_opened: bool, left: u32) -> Visitor {
    let units = Units { granted: 1, left, refills_at: None };
    Visitor::Guest(MeterStatus { has_opened, units, ..MeterStatus::default() })
}

/// `None` where the visitor may read it whole.
fn reason(visitor: &Visitor, article: &Article, policy: &Policy) -> Option<Reason> {
    match decide(Visit { visitor, article, policy }).access {
        Access::Whole(_) => None,
        Access::Teaser(reason, _) => Some(reason),
    }
}

#[test]
fn who_may_read_what() {
    use Reason::{Anonymous, CoverStory as Cover, NotOpened, Unconfirmed, UsedUp};
    let editions = [Edition::Online, Edition::Koran, Edition::Majalah];
    let same = |reason| [None, Some(reason), Some(reason)];
    // Of online, koran and majalah, first plain articles, then cover stories.
    for (visitor, plain, cover) in [
        (Visitor::Anyone, same(Anonymous), [Some(Cover); 3]),
        (Visitor::Unconfirmed, same(Unconfirmed), [Some(Cover); 3]),
        (reader(false, 2, &[]), same(NotOpened), [Some(Cover); 3]),
        (reader(false, 0, &[]), same(UsedUp), [Some(Cover); 3]),
        (reader(true, 1, &[]), [None; 3], [None; 3]),
        (reader(true, 0, &[]), [None; 3], [None; 3]),
        (reader(false, 0, &[Plan::All]), [None; 3], [None; 3]),
        (reader(false, 2, &[Plan::Day]), [None; 3], [None; 3]),
        (reader(false, 1, &[Plan::Koran]), [None, None, Some(NotOpened)], [None, None, Some(Cover)]),
        (reader(false, 0, &[Plan::Majalah]), [None, Some(UsedUp), None], [None, Some(Cover), None]),
        (reader(false, 0, &[Plan::Koran, Plan::Majalah]), [None; 3], [None; 3]),
        (guest(false, 1), same(NotOpened), [Some(Cover); 3]),
        (guest(false, 0), same(Anonymous), [Some(Cover); 3]),
        (guest(true, 0), [None; 3], [None; 3]),
        (Visitor::Gifted, [None; 3], [None; 3]),
        (Visitor::Crawler, [None; 3], [None; 3]),
        (Visitor::Newsroom, [None; 3], [None; 3]),
    ] {
        for (cover_story, expected) in [(CoverStory::No, plain), (CoverStory::Yes, cover)] {
            for (edition, expected) in editions.into_iter().zip(expected) {
                let found = reason(&visitor, &article(edition, cover_story), &Policy::default());
                assert_eq!(found, expected, "{visitor:?} {edition:?} {cover_story:?}");
            }
        }
    }
}

#[test]
fn what_was_withdrawn_is_shown_to_nobody_but_the_newsroom() {
    let mut article = article(Edition::Online, CoverStory::No);
    article.corrections.push(Correction {
        kind: CorrectionKind::Pencabutan,
        noted_at: DateTime::UNIX_EPOCH,
        text: "Dicabut.".into(),
        told_in: None,
    });
    for visitor in
        [Visitor::Anyone, Visitor::Crawler, Visitor::Gifted, reader(true, 2, &[Plan::All]), guest(true, 1)]
    {
        assert_eq!(reason(&visitor, &article, &Policy::default()), Some(Reason::Withdrawn), "{visitor:?}");
    }
    assert_eq!(reason(&Visitor::Newsroom, &article, &Policy::default()), None);
}

#[test]
fn the_publisher_says_what_is_paid_for_and_what_opens_cover_stories() {
    let policy = Policy {
        paid_editions: vec![Edition::Majalah],
        cover_stories: CoverStories::AsOthers,
        ..Policy::default()
    };
    for (edition, cover_story, expected) in [
        (Edition::Koran, CoverStory::No, None),
        (Edition::Koran, CoverStory::Yes, None),
        (Edition::Majalah, CoverStory::Yes, Some(Reason::NotOpened)),
    ] {
        let found = reason(&reader(false, 1, &[]), &article(edition, cover_story), &policy);
        assert_eq!(found, expected, "{edition:?} {cover_story:?}");
    }
}

#[test]
fn each_reason_comes_with_what_may_be_done() {
    let (koran, cover) = (article(Edition::Koran, CoverStory::No), article(Edition::Koran, CoverStory::Yes));
    let refills = Some(DateTime::UNIX_EPOCH);
    let used_up = |refills_at| {
        Visitor::Reader(MeterStatus {
            units: Units { granted: 2, left: 0, refills_at },
            ..MeterStatus::default()
        })
    };
    let units = Units { granted: 2, left: 1, refills_at: None };
    for (visitor, article, expected) in [
        (Visitor::Anyone, &koran, Offer::Join),
        (Visitor::Unconfirmed, &koran, Offer::Confirm),
        (reader(false, 1, &[]), &koran, Offer::Open(units)),
        (used_up(refills), &koran, Offer::Wait(DateTime::UNIX_EPOCH)),
        (used_up(None), &koran, Offer::Subscribe),
        (reader(false, 1, &[]), &cover, Offer::Subscribe),
    ] {
        let decision = decide(Visit { visitor: &visitor, article, policy: &Policy::default() });
        assert!(
            matches!(decision.access, Access::Teaser(_, offer) if offer == expected),
            "{visitor:?}: {decision:?}"
        );
    }
}

#[test]
fn where_an_account_opens_nothing_nobody_is_asked_to_make_one() {
    let koran = article(Edition::Koran, CoverStory::No);
    let policy = Policy { free_articles: 0, ..Policy::default() };
    let units = Units { granted: 0, left: 0, refills_at: Some(DateTime::UNIX_EPOCH) };
    let reader = Visitor::Reader(MeterStatus { units, ..MeterStatus::default() });
    for visitor in [Visitor::Anyone, Visitor::Unconfirmed, reader] {
        let decision = decide(Visit { visitor: &visitor, article: &koran, policy: &policy });
        assert!(matches!(decision.access, Access::Teaser(_, Offer::Subscribe)), "{visitor:?}: {decision:?}");
    }
}

#[test]
fn the_trace_names_every_rule_that_was_asked_up_to_the_one_that_decided() {
    let koran = article(Edition::Koran, CoverStory::No);
    let trace = |visitor: &Visitor| {
        let decision = decide(Visit { visitor, article: &koran, policy: &Policy::default() });
        decision.trace.iter().map(|asked| (asked.rule.as_str(), asked.yes)).collect::<Vec<_>>()
    };
    assert_eq!(
        trace(&reader(true, 0, &[])),
        [
            ("newsroom", false),
            ("withdrawn", false),
            ("free_article", false),
            ("crawler", false),
            ("subscription", false),
            ("receipt", true),
        ]
    );
    let all = trace(&reader(false, 0, &[]));
    assert_eq!(all.len(), RuleName::all().count());
    assert_eq!(all.last(), Some(&("used_up", true)));
}

#[test]
fn a_grant_opens_its_own_article_only() {
    let article = article(Edition::Online, CoverStory::No);
    let visit = Visit { visitor: &Visitor::Anyone, article: &article, policy: &Policy::default() };
    let Access::Whole(grant) = decide(visit).access else {
        panic!("web news is free");
    };
    let locked = |id: &str| LockedBody::new(ArticleId::parse(id).unwrap(), "<p>isi</p>".into());
    assert_eq!(locked("1").unlock(&grant).unwrap().html(), "<p>isi</p>");
    assert_eq!(locked("2").unlock(&grant), None);
    assert_eq!(format!("{:?}", locked("1")), "LockedBody(1)");
}
