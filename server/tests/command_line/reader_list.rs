//! `warta import readers` and `warta import redirects`.

use crate::newsroom::{Newsroom, Ran};

fn import(newsroom: &Newsroom, table: &str, more: &[&str]) -> Ran {
    newsroom.write("readers.csv", table);
    newsroom.run(&[&["import", "readers", "readers.csv"], more].concat())
}

#[test]
fn readers_of_a_plain_list_can_sign_in_by_link_and_get_no_mail() {
    let newsroom = Newsroom::new();
    let table = "\u{feff}Email;Name;Plan;Until\nSari@Example.com;Sari;koran;2999-12-31\nbudi@example.com;Budi;;\nlama@example.com;;all;2020-01-31\n";
    let ran = import(&newsroom, table, &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("left behind: columns `name`: 1\n"), "{ran:?}");
    assert!(ran.stdout.contains("left behind: subscriptions that have ended: 1\n"), "{ran:?}");
    assert!(ran.stdout.ends_with("created 3, updated 0, unchanged 0, rejected 0\n"), "{ran:?}");
    let show = newsroom.run(&["reader", "show", "sari@example.com"]).stdout;
    assert!(show.contains("password: none") && show.contains("subscription: koran"), "{show}");
    assert!(
        show.contains("to 2999-12-31 (reference import:sari@example.com)") && !show.contains("mail:"),
        "{show}"
    );
    assert!(!newsroom.run(&["reader", "show", "lama@example.com"]).stdout.contains("subscription:"));

    let again = import(&newsroom, table, &[]);
    assert!(again.stdout.ends_with("created 0, updated 0, unchanged 3, rejected 0\n"), "{again:?}");
    let longer = import(&newsroom, &table.replace("2999-12-31", "2999-11-30"), &[]);
    assert!(longer.stdout.ends_with("created 0, updated 1, unchanged 2, rejected 0\n"), "{longer:?}");
}

#[test]
fn members_of_ghost_and_customers_of_woocommerce_keep_their_subscriptions() {
    let newsroom = Newsroom::new();
    let ghost = "id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers\n\
                 1,bebas@example.com,,,true,,,2024-01-01T00:00:00.000Z,,,\n\
                 2,emas@example.com,,,true,,cus_1,2024-01-01T00:00:00.000Z,,,Emas\n\
                 3,tamu@example.com,,,true,true,,2024-01-01T00:00:00.000Z,,,\n\
                 4,pergi@example.com,,,true,,,2024-01-01T00:00:00.000Z,2024-02-01,,\n\
                 5,lepas@example.com,,,true,,cus_2,2024-01-01T00:00:00.000Z,,,\n";
    let unknown = import(&newsroom, ghost, &["--until", "2999-12-31", "--dry-run"]);
    assert_eq!(unknown.code, Some(2), "{unknown:?}");
    assert!(
        unknown
            .stderr
            .contains("readers.csv:3: plan `Emas` is none of all, koran, majalah, day; --plan 'Emas=all'"),
        "{unknown:?}"
    );
    assert_eq!(newsroom.run(&["reader", "list"]).stdout, "", "a dry run keeps nothing");
    let ran = import(&newsroom, ghost, &["--until", "2999-12-31", "--plan", "Emas=majalah"]);
    assert!(ran.stdout.ends_with("created 4, updated 0, unchanged 0, rejected 0\n"), "{ran:?}");
    assert!(ran.stdout.contains("left behind: readers who were deleted: 1\n"), "{ran:?}");
    assert!(newsroom.run(&["reader", "show", "emas@example.com"]).stdout.contains("subscription: majalah"));
    assert!(newsroom.run(&["reader", "show", "tamu@example.com"]).stdout.contains("subscription: all"));
    assert!(!newsroom.run(&["reader", "show", "lepas@example.com"]).stdout.contains("subscription:"));

    let woocommerce = "Subscription ID,Subscription Status,Billing Email,Product Name,Next Payment Date,Stripe Customer ID\n\
                sub_1,wc-active,toko@example.com,Paket,2999-01-31 08:00:00,cus_9\n\
                88,wc-cancelled,batal@example.com,Paket,2999-01-31 08:00:00,\n";
    let ran = import(&newsroom, woocommerce, &["--plan", "Paket=all"]);
    assert!(ran.stdout.contains("left behind: subscriptions with status `wc_cancelled`: 1\n"), "{ran:?}");
    let show = newsroom.run(&["reader", "show", "toko@example.com"]).stdout;
    assert!(show.contains("(reference stripe:sub_1)"), "what Stripe tells later changes this one: {show}");
}

#[test]
fn bad_rows_are_rejected_by_line_and_the_others_imported() {
    let newsroom = Newsroom::new();
    let table = "email,plan,until\nx,,\nsari@example.com,all,besok\nsari@example.com,all,\nbudi@example.com,,,,\n\
                 ada@example.com,,\nada@example.com,,\n\"akhir@example.com,,\n";
    let ran = import(&newsroom, table, &[]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stdout.ends_with("created 1, updated 0, unchanged 0, rejected 6\n"), "{ran:?}");
    for line in [
        "readers.csv:2: `x`: not an email address",
        "readers.csv:3: until is no date: `besok`",
        "readers.csv:4: the subscription has no end; --until",
        "readers.csv:5: it has 5 values in 3 columns",
        "readers.csv:7: ada@example.com stands on line 6 already",
        "readers.csv:8: ",
    ] {
        assert!(ran.stderr.contains(line), "{line}: {ran:?}");
    }
    let rejected = newsroom.rejected("readers.csv");
    assert_eq!((rejected.len(), &rejected[0]["record"]["email"]), (6, &"x".into()));
    for (table, reason) in
        [("", "empty"), ("nama,paket\nx,y\n", "no column has the addresses"), ("PK\u{3}\u{4}", "zip")]
    {
        let ran = import(&newsroom, table, &[]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.stderr.contains(reason), "{ran:?}");
    }
}

#[test]
fn redirects_lead_to_paths_of_this_site_only() {
    let newsroom = Newsroom::new();
    let table = "from,to\nhttps://lama.example/a.html,/read/7/judul\n/b,\nc,/x\n/d,https://evil.example\n/e,//evil.example\n/f/,/f\n";
    newsroom.write("old.csv", table);
    let ran = newsroom.run(&["import", "redirects", "old.csv"]);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (Some(2), "created 2, updated 0, unchanged 0, rejected 4\n"),
        "{ran:?}"
    );
    for line in [
        "old.csv:4: `c`",
        "old.csv:5: `https://evil.example`",
        "old.csv:6: `//evil.example`",
        "old.csv:7: `/f/` leads to itself",
    ] {
        assert!(ran.stderr.contains(line), "{line}: {ran:?}");
    }
    let again = newsroom.run(&["import", "redirects", "old.csv"]);
    assert_eq!(again.stdout, "created 0, updated 0, unchanged 2, rejected 4\n");
}
