//! What stands where a closed article's text ends: why, and what this reader can do next.

mod view;

use leptos::prelude::*;

pub use view::{Asker, GateView};

use super::ConfirmedNotice;
use crate::context::Services;
use crate::routes::is_lite;
use view::Step;

/// Asks for what this reader may read as soon as the gate is there, before any wasm, and again once somebody has signed in, or has
/// registered or confirmed here or in another tab. A few bytes under a hash: the page around it is the same for everyone.
/// What told the reader of a confirmed address goes on telling it, and keeps the focus.
pub const GATE_SCRIPT: &str = "(()=>{const d=document,p=d.currentScript.closest('[data-access]'),n='.confirmed-notice',\
who=()=>/(^|; )(__Host-)?(reader|pending)=1/.exec(d.cookie)?.[3];let known;\
const ask=()=>{known=who();p.isConnected&&fetch(location.pathname,{method:'POST',headers:{'x-fragment':'1'},body:new URLSearchParams})\
.then(a=>a.headers.get('x-fragment')?a.text():Promise.reject())\
.then(h=>{const told=p.querySelector(n+':is(:target,[data-shown])');p.innerHTML=h;\
const e=told&&p.querySelector(n);if(e){e.dataset.shown='';e.focus()}}).catch(()=>{})},\
look=()=>d.hidden||who()==known||ask();look();addEventListener('reader',ask);\
addEventListener('visibilitychange',look);addEventListener('close',look,true)})()";

/// One calm panel.
#[component]
pub fn Gate(gate: GateView, services: Services) -> impl IntoView {
    let text = services.access_text();
    let GateView { heading, units, help, steps, why, path, asker } = gate;
    let (is_own, is_lite) = (asker.is_own(), is_lite(&path));
    let is_for_guests = steps.contains(&Step::Register);
    let help = help
        .into_iter()
        .map(|words| view! { <p class="gate__help" class=("gate__guest", is_for_guests)>{words}</p> });
    let steps = steps.into_iter().enumerate().map(|(place, step)| {
        let class = if place == 0 { "button" } else { "button button--quiet" };
        view! { <GateStep step class path=path.clone() services=services.clone()/> }
    });
    let next = (!is_own).then_some(text.confirmed_help);
    view! {
        <aside class="gate" class=("gate--everyone", !is_own) role="region" aria-label=text.gate>
            <ConfirmedNotice help=next services=services.clone()/>
            <h2 class="gate__heading" tabindex="-1">{heading}</h2>
            {units.map(|words| view! { <p class="gate__units">{words}</p> })}
            {help.collect::<Vec<_>>()}
            <div class="gate__steps">{steps.collect::<Vec<_>>()}</div>
            <details class="gate__why">
                <summary>{text.why}</summary>
                <p>{why.join(" ")}</p>
            </details>
            <p class="gate__free">{text.free_to_read}</p>
        </aside>
        {(!is_own && !is_lite).then(|| view! { <script>{GATE_SCRIPT}</script> })}
    }
}

/// One way on. Those for who has not come in are hidden where it is known that somebody has.
#[component]
fn GateStep(step: Step, class: &'static str, path: String, services: Services) -> impl IntoView {
    let (text, account) = (services.access_text(), services.account_text());
    let guests = format!("{class} gate__guest");
    match step {
        Step::Register => view! { <a class=guests href=format!("/daftar?return_to={path}") data-panel="">{account.register}</a> }.into_any(),
        Step::SignIn => view! { <a class=guests href=format!("/masuk?return_to={path}") data-panel="">{account.sign_in}</a> }.into_any(),
        Step::Confirm => view! { <a class=class href="/konfirmasi" data-panel="">{text.confirm}</a> }.into_any(),
        Step::Subscribe(address) => view! { <a class=class href=address>{text.subscribe}</a> }.into_any(),
        Step::ReadFree => view! { <a class=class href="/">{text.read_free}</a> }.into_any(),
        Step::Open => view! {
            <form method="post" action=path>
                <input r#type="hidden" name="open" value="1"/>
                <button class=class r#type="submit">{text.open}</button>
            </form>
        }
        .into_any(),
        Step::GoOn => view! { <form method="post" action=path><button class=class r#type="submit">{text.go_on}</button></form> }.into_any(),
    }
}
