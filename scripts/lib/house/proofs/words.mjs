// Proofs of words.mjs and, through it, of views.mjs.

const READ_OUT = ["aria-description", "aria-placeholder", "aria-roledescription", "aria-valuetext", "title", "heading"];
const named = READ_OUT.map((name) => `    <b ${name}="Words" id="x"></b> <-- breach\n`).join("");
const COLLEAGUES = ["trace!", "debug!", "info!", "warn!", "error!", "panic!", "unreachable!", "debug_assert!", "x.expect_err"];
const said = COLLEAGUES.map((name) => `fn f() { ${name}(a, "two words") }\n`).join("");

export const WORD_PROOFS = [
  {
    rule: "words-in-text",
    breaks: {
      "app/src/routes.rs": `//! Routes.\nfn f() { view! { <p>"Words"</p> } } <-- breach\n`,
      "app/src/pages/front.rs": `//! A page.\nfn f() { view! { <p>"Words"</p> } } <-- breach\n`,
      "app/src/islands/login.rs": `//! An island.\nfn f() { view! { <Field label="Surel"/> } } <-- breach\n`,
      "app/src/components/names.rs": `//! What is read out.\nfn f() { view! {\n${named}} }\n`,
      "app/src/components/gate.rs": `//! A gate.
#[component]
pub fn Gate(name: String) -> impl IntoView {
    let reason = "This article is for members"; <-- breach
    view! {
        <section class="gate" aria-label="Gate"> <-- breach
            <p>"Words"</p> <-- breach
            <p>"Words " {name.clone()}</p> <-- breach
            "Lanjut" <-- breach
            <p>Unquoted words</p> <-- breach
            {open.then(|| "Masuk")} <-- breach
            {open.then(|| "masuk dulu")} <-- breach
            <img alt=format!("Foto {name}") src=src/> <-- breach
            <button title=move || if dark.get() { "Terang" } else { "Gelap" } class="row wide">{text.a}</button> <-- breach
            <Role<Reader> label="Reporter" people=people.collect::<Vec<_>>()/> <-- breach
            {names.map(|name| view! {
                <input
                    placeholder="Nama" <-- breach
                    on:input=move |event| set(event)
                />
            })}
        </section>
    }
}
`,
      "app/src/document.rs": `//! The document.\nfn f() {\n    view! { <Show fallback=|| view! { <p>"Tunggu"</p> }><b/></Show> } <-- breach\n}\n`,
    },
    keeps: {
      "app/src/components/gate.rs": `//! A gate: "Words on screen" are not here.
const THEME_SCRIPT: &str = "try{const t=localStorage.getItem('theme')}catch{}";
#[component]
#[expect(clippy::x, reason = "two words of reason")]
#[doc = "two words of documentation"]
pub fn Gate(name: String) -> impl IntoView {
    let class = "button wide";
    let shape = format!("article-card article-card--{shape}");
    let key = event.key() == "Escape";
    tracing::error!(
        %error,
        "the store failed to name the sections"
    );
    view! {
        // "A comment" says <p>"nothing"</p>.
        <section class="gate wide" aria-label=text.gate data-age="" lang="id" title="">
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <a href="/masuk" aria-label=format!("{name}, {}", text.front_page)>{text.sign_in}</a>
            " " ", " "·"
            <img src=format!("/gambar/{}", name) alt="" loading="lazy"/>
            <input type="search" name="q" value="lalu" aria-pressed=move || theme.get() == "dark"/>
            {name.map(|name| view! { ", " <span class="place">{name}</span> })}
            <Role<Reader> people=people.collect::<Vec<_>>() id="x">{text.reporter}</Role<Reader>>
            <b on:click=move |_| -> () { send(a) } id="y">{text.send}</b>
            <ArticleCard card shape="row" class=match a { b => "one two" }/>
            {kind(|x| x.is("lead") && x.key() == 'x').expect("two words for colleagues")}
        </section>
    }
}

#[cfg(test)]
mod tests {
    fn f() { view! { <p>"Words"</p> } }
}
`,
      "app/src/components/log.rs": `//! For colleagues.\n${said}`,
      "app/src/text/en.rs": `//! English.\nconst A: &str = "Words on screen";\n`,
      "server/src/mail.rs": `//! Mail.\nfn f() { view! { <p>"Words"</p> } }\n`,
    },
  },
];
