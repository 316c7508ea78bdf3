//! Settings of the plans that the gate offers.

use app::context::PlanOffer;
use domain::access::Plan;
use serde::{Deserialize, Deserializer, de::Error as _};

use super::quota::address;

/// Plans that readers can subscribe to, the best known first.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plans {
    /// Shown below the gate of each article that they open; empty for none.
    pub offers: Vec<Offer>,
}

/// One plan. Warta shows the price and sells nothing: `leads_to` does.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Name as readers see it.
    pub name: String,
    /// Price as readers see it: `Rp59.000`.
    pub price: String,
    /// Time that the price is for, as readers see it: `per bulan`.
    pub period: String,
    /// Articles that it opens.
    #[serde(deserialize_with = "plan")]
    pub opens: Plan,
    /// Address of the page that sells it: a path of this site, or an `https` address.
    #[serde(deserialize_with = "place")]
    pub leads_to: String,
}

impl Plans {
    /// Offers as pages show them.
    pub fn offers(&self) -> Vec<PlanOffer> {
        let offer = |offer: &Offer| PlanOffer {
            name: offer.name.clone(),
            price: offer.price.clone(),
            period: offer.period.clone(),
            opens: offer.opens,
            leads_to: offer.leads_to.clone(),
        };
        self.offers.iter().map(offer).collect()
    }
}

fn plan<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Plan, D::Error> {
    let name = String::deserialize(deserializer)?;
    Plan::parse(&name).ok_or_else(|| {
        let known = Plan::ALL.map(Plan::as_str).join(", ");
        D::Error::custom(format!("`{name}` is none of {known}"))
    })
}

fn place<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    address(&text).map_err(D::Error::custom)
}
